"""Which question a message asks: the kinds are tried in a fixed order, the surest signs first.

Each step is a function from a Reading and the conversation to a Question, or None where the message
is not of its kind. A message that stands alone takes nothing from the conversation.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.corpus.library import Library
from bot.corpus.model import CAST, Part, Vote
from bot.language import numerals
from bot.language.lexicon import Cue
from bot.language.names import Sense
from bot.language.normal import normal
from bot.language.references import BLANK, INSTRUMENT_ARTICLE, Selection, blank, selection_of
from bot.question.across import across
from bot.question.documents import Meant, meant
from bot.question.documents import cited as named
from bot.question.introduction import goes_back, without_introduction
from bot.question.model import (
    ClarifyQuestion,
    Conversation,
    DocumentQuestion,
    Fact,
    FactQuestion,
    HelpQuestion,
    OfDocument,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    Several,
    SubjectQuestion,
    TallyQuestion,
    Topic,
    Unclear,
    Verdict,
    VoteQuestion,
)
from bot.question.reading import VOTE_CUES, Reading, examine, weight
from bot.question.subject import part_named, subject_words

LITTLE = 2
"""The weight (see `weight`) of what may be left of a message besides the words that are understood,
for it to be taken for a question of a kind that has no words of its own (a bare name, a greeting)."""
SOME = 5
"""The same, for a question that does have words of its kind (which session, when)."""
MUCH = 14
"""The same, for one that has several such words (how many, in favour)."""

FACT_CUES = {
    Cue.FACT_FOOTNOTE: Fact.FOOTNOTE,
    Cue.FACT_COUNT: Fact.COUNT,
    Cue.FACT_SESSION_DATES: Fact.SESSION_DATES,
    Cue.FACT_MEETING: Fact.MEETING,
    Cue.FACT_SESSION: Fact.SESSION,
    Cue.FACT_AGENDA: Fact.AGENDA_ITEM,
    Cue.FACT_SYMBOL: Fact.SYMBOL,
    Cue.FACT_TITLE: Fact.TITLE,
    Cue.FACT_BODY: Fact.BODY,
    Cue.FACT_ADOPTED: Fact.ADOPTED,
}

Step = Callable[[Reading, Conversation], Question | None]


# --- is it about this document at all? ---------------------------------------------------------


def _empty(r: Reading, c: Conversation) -> Question | None:
    if re.search(r"\w", r.text.norm) or r.mentions:
        return None
    if set(r.text.norm) & set("?？") and c.turns:
        return HelpQuestion()
    return ClarifyQuestion(Unclear.EMPTY)


def _other_document(r: Reading, c: Conversation) -> Question | None:
    cited = {normal(n.text).strip("。. ") for n in r.resolution.footnotes} if r.resolution else set()
    for document in r.documents:
        if named(document, r):
            continue
        if any(text == document.text or text.endswith("/" + document.text) for text in cited) and not _about_votes(r) and not r.has(Cue.RESULT):
            # Of a document that is only cited, no more is known than that it is.
            return FactQuestion((Fact.FOOTNOTE,)) if weight(r.rest) <= LITTLE else Refusal(Refused.NOT_FOUND)
        return Refusal(Refused.OTHER_DOCUMENT, document.text.upper())
    return None


def _same_of_another(r: Reading, c: Conversation) -> Question | None:
    """那56/5呢, or the answer to “which document?”: what was asked before, of the document named now."""
    last = c.last
    asks = r.references.selections or r.states or r.groups or r.votes or r.has(Cue.CAST, Cue.RESULT, *FACT_CUES)
    if len(r.library.resolutions) == 1 or not r.named or asks or weight(r.left_without(Cue.AND_THEN, Cue.FILLER, Cue.QUESTION)) > LITTLE:
        return None
    if isinstance(last, ClarifyQuestion) and last.pending:
        return last.pending
    return last if r.has(Cue.AND_THEN) and isinstance(last, _SURE) else None


_SOME_TITLE = re.compile("别的|其他|其它|另一|另外|哪|某|什么")
"""What asks for a title rather than gives it: 别的宣言第四条."""


def _cited_article(r: Reading, c: Conversation) -> Question | None:
    """第6段 of an instrument that is only cited: it is here only if the document quotes that very number."""
    for title, number, unit in INSTRUMENT_ARTICLE.findall(r.text.norm):
        value = numerals.value(number)
        if r.library.catalogue.is_title(normal(title)) or r.resolution is None:
            continue
        if _SOME_TITLE.search(title):
            continue
        quoted = (m for p in r.resolution.paragraphs for m in INSTRUMENT_ARTICLE.findall(normal(p.text)))
        if not any((numerals.value(n), u) == (value, unit) and (t in title or title in t) for t, n, u in quoted):
            return Refusal(Refused.NOT_FOUND)
    return None


def _instruction(r: Reading, c: Conversation) -> Question | None:
    return Refusal(Refused.INJECTION) if r.has(Cue.INJECTION) and not r.references.excluded else None


def _about_votes(r: Reading) -> bool:
    return r.has(Cue.CAST, Cue.YES, Cue.NO, Cue.ABSTAIN, Cue.STANCE, Cue.NOT_CAST)


def _reason(r: Reading, c: Conversation) -> Question | None:
    if not r.has(Cue.WHY):
        return None
    after_votes = r.has(Cue.IT, Cue.AMONG) and isinstance(c.last, (VoteQuestion, RollQuestion, TallyQuestion)) and not r.has(Cue.WHERE)
    if r.states or r.groups or _about_votes(r) or weight(r.rest) <= LITTLE or after_votes:
        return Refusal(Refused.REASON)
    return None


def _year_elsewhere(r: Reading) -> bool:
    """Whether a year is named that the document does not have."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", blank(r.text.norm, [(d.start, d.end) for d in r.documents]))
    if not years or r.resolution is None:
        return bool(years) and not {int(y) for y in years} & r.library.catalogue.years
    said = {y for p in r.resolution.paragraphs for y in re.findall(r"(?:19|20)\d\d", p.text)}
    return any(int(y) != r.resolution.adopted.year and y not in said for y in years)


def _session_elsewhere(r: Reading) -> bool:
    """Whether a session is named by number that no document is of."""
    named = re.findall(rf"第([{numerals.CHINESE}]+)届|(\d+)(?:届|(?:st|nd|rd|th) session)", r.text.norm)
    numbers = {numerals.value(a or b) for a, b in named} - {None}
    session = r.resolution.session if r.resolution else None
    return bool(numbers) and session is not None and session.number not in numbers


def _of_another_body(r: Reading) -> bool:
    """Whether an organ is named that did not adopt the resolution that is meant."""
    return bool(r.bodies) and r.resolution is not None and r.resolution.body not in r.bodies


def _elsewhere(r: Reading, c: Conversation) -> Question | None:
    """Other years, other bodies, what has not happened yet, who proposed it, what people think of it."""
    if r.has(Cue.SPONSORS) and not _names_an_instrument(r):
        return Refusal(Refused.SPONSORS)
    asks = _about_votes(r) or r.has(Cue.RESULT, Cue.COUNTRIES, Cue.HOW_MANY, *FACT_CUES) or weight(r.rest) <= SOME
    # 2000年那份宣言 is of another year, but may be cited here.
    cites = r.has(Cue.INSTRUMENT) and not _about_votes(r)
    if asks and ((_year_elsewhere(r) and not cites) or _session_elsewhere(r) or (r.has(Cue.OTHER_TIME) and not r.has(Cue.IT_IS_SAID))):
        return Refusal(Refused.OTHER_TIME)
    if r.has(Cue.AFTERMATH) and not _about_votes(r) and not r.has(Cue.IT_IS_SAID) and weight(r.rest) <= SOME:
        return Refusal(Refused.OTHER_TIME)
    if (r.has(Cue.OTHER_BODY) or _of_another_body(r)) and (_about_votes(r) or r.has(Cue.RESULT) or _year_elsewhere(r)):
        return Refusal(Refused.OTHER_BODY)
    if r.has(Cue.FUTURE) and (r.states or r.groups or _about_votes(r) or r.has(*FACT_CUES)):
        return Refusal(Refused.FUTURE)
    if r.has(Cue.OPINION) and not r.has(Cue.IT_IS_SAID) and not r.references.selections:
        return Refusal(Refused.OPINION)
    if r.has(Cue.MONEY) and not r.has(Cue.IT_IS_SAID):
        return Refusal(Refused.MONEY)
    if r.has(Cue.PERSON) and not _about_votes(r) and not r.has(Cue.FACT_BODY) and (r.rest or not _votes_before(c.last)):
        its_title = r.has(Cue.FACT_TITLE) and weight(r.rest) <= LITTLE
        return None if r.has(Cue.HELP) or its_title else Refusal(Refused.PERSON)
    return None


def _language(r: Reading, c: Conversation) -> Question | None:
    """The text in another language than those there are."""
    return Refusal(Refused.LANGUAGE) if r.has(Cue.LANGUAGE_VERSION) and not _about_votes(r) and weight(r.rest) <= SOME else None


def _chat(r: Reading, c: Conversation) -> Question | None:
    if not r.has(Cue.CHAT) or r.references.selections:
        return None
    voting = r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.YES) and (r.states or r.groups or r.has(Cue.WHO, Cue.HOW_MANY, Cue.RESULT))
    return None if voting or r.has(Cue.IT_IS_SAID) else Refusal(Refused.CHAT)


def _talk(r: Reading, c: Conversation) -> Question | None:
    asks = _about_votes(r) or r.states or r.groups or r.references.selections or r.references.step
    numbers = re.search(r"\d", blank(r.text.norm, [(d.start, d.end) for d in r.documents]))
    if asks or numbers or (r.has(Cue.RESULT, Cue.FULL, Cue.OUTLINE, *FACT_CUES) and not r.has(Cue.HELP)):
        return None
    plainly = any(len(r.text.norm[s:e].encode()) >= 12 for s, e in r.cues.get(Cue.HELP, ()))
    if r.has(Cue.HELP) and not r.has(Cue.OUTLINE) and weight(r.rest) <= (SOME if plainly else LITTLE):
        return HelpQuestion()
    if r.has(Cue.GREETING, Cue.THANKS) and weight(r.left_without(Cue.GREETING, Cue.THANKS, Cue.FILLER, Cue.AND_THEN)) < LITTLE:
        return HelpQuestion(Topic.THANKS if r.has(Cue.THANKS) else Topic.HELLO)
    return None


# --- paragraphs by number --------------------------------------------------------------------


_ALL = re.compile("都|全部|所有|everything|all the")


def _in_others(r: Reading, c: Conversation) -> Question | None:
    """除了第4段，还有哪里提到宪章; 除了这段还有哪里提到: a subject in other paragraphs than these."""
    if not r.has(Cue.EXCEPT) or not r.has(Cue.WHERE, Cue.IT_IS_SAID) or r.states or r.groups:
        return None
    selections = (*r.references.selections, *r.references.excluded)
    named = tuple(f"{s.part or Part.OPERATIVE}{n}" for s in selections if s.last > 0 for n in range(s.first, s.last + 1))
    beyond = named or (c.shown if r.has(Cue.THIS_PARAGRAPH) else ())
    these = [*r.references.spans, *(span for cue in (Cue.EXCEPT, Cue.ELSE, Cue.THIS_PARAGRAPH) for span in r.cues.get(cue, ()))]
    if not beyond or weight(words := subject_words(r, these)) < LITTLE:
        return None
    return SubjectQuestion(words, in_document=True, beyond=beyond)


def _paragraphs(r: Reading, c: Conversation) -> Question | None:
    selections = r.references.selections or _bare_numbers(r, c)
    if not selections or (r.has(Cue.FACT_FOOTNOTE) and not r.states) or _counts_them(r):
        return None
    part = r.references.part or _inherited_part(r, c)
    if part and all(s.part is None for s in selections):
        selections = tuple(replace(s, part=part) for s in selections)
    if r.has(Cue.EXCEPT) and not r.references.excluded and (r.has(Cue.ELSE) or _ALL.search(r.text.norm)):
        # 除了第一到第十二段，剩下的
        return ParagraphQuestion((Selection(1, -1, selections[0].part),), selections)
    return ParagraphQuestion(selections, r.references.excluded)


def _counts_them(r: Reading) -> bool:
    """Whether it is asked how many there are: 前头序言一共多少段 asks for no first paragraph."""
    left = blank(r.text.norm, r.cues.get(Cue.FACT_COUNT, ()))
    return r.has(Cue.FACT_COUNT) and not any(re.search(rf"[\d{numerals.CHINESE}]", left[a:b]) for a, b in r.references.spans)


def _bare_numbers(r: Reading, c: Conversation) -> tuple[Selection, ...]:
    """“Sorry, I meant fifteen”, 那十五呢: after a paragraph by number, a number alone is another."""
    if r.references.step or not isinstance(c.last, ParagraphQuestion) or not r.has(Cue.CORRECTION, Cue.AND_THEN) or r.states:
        return ()
    spans = [span for cue in (Cue.CORRECTION, Cue.AND_THEN, Cue.FILLER) for span in r.cues.get(cue, ())]
    left = blank(r.text.norm, spans).replace(BLANK, " ").strip(" ,.。?!")
    return r.library.lexicon.references.read(left).selections


def _inherited_part(r: Reading, c: Conversation) -> Part | None:
    """那第5段呢 after a preambular paragraph is of the preamble too."""
    last = c.last
    follows = r.has(Cue.AND_THEN) and weight(r.rest) <= LITTLE
    if follows and isinstance(last, ParagraphQuestion) and all(s.part is Part.PREAMBLE for s in last.selections):
        return Part.PREAMBLE
    return None


def _next_paragraphs(r: Reading, c: Conversation) -> Question | None:
    """下一段, the one before: from the paragraph that was shown last."""
    step = r.references.step
    if not step or weight(r.rest) > SOME:
        return None
    if not c.shown:
        return ClarifyQuestion(Unclear.WHAT) if weight(r.text.norm) <= 6 and not _about_votes(r) and not r.has(*FACT_CUES) else None
    shown = selection_of(c.shown[-1] if step > 0 else c.shown[0])
    number = shown.first
    if step > 0:
        return ParagraphQuestion((replace(shown, first=number + 1, last=number + step, piece=""),))
    first = max(number + step, 0)
    return ParagraphQuestion((replace(shown, first=first, last=max(number - 1, first), piece=""),))


def _same_number(r: Reading, c: Conversation) -> Question | None:
    """不是正文的，我要序言的: the same numbers, or subject, in the other part."""
    last, part = c.last, r.references.part
    if part is None or not isinstance(last, (ParagraphQuestion, SubjectQuestion)) or weight(r.rest) > LITTLE or r.has(Cue.FACT_COUNT):
        return None
    norm = r.text.norm
    refused = [p for p in _PART_WORDS if any(re.search(rf"(?:不是|不要|不看|not|非|唔系|唔是)[^，。,.]{{0,8}}{w}", norm) for w in _PART_WORDS[p])]
    if refused:
        part = Part.PREAMBLE if Part.OPERATIVE in refused else Part.OPERATIVE
    if isinstance(last, SubjectQuestion):
        return replace(last, part=part, beyond=())
    return ParagraphQuestion(tuple(replace(s, part=part) for s in last.selections))


_PART_WORDS = {Part.PREAMBLE: ("序言", "前言", "序文", "preamb"), Part.OPERATIVE: ("正文", "执行", "operative", "主文")}


def _back(r: Reading, c: Conversation) -> Question | None:
    if not r.has(Cue.BACK) or weight(r.rest) > SOME or r.states or r.groups:
        return None
    if not c.shown and c.last is None:
        return ClarifyQuestion(Unclear.WHAT)
    if c.shown and not (r.has(Cue.CAST) and isinstance(c.last, (VoteQuestion, RollQuestion))):
        return ParagraphQuestion(tuple(map(selection_of, c.shown)))
    return c.last


# --- votes -----------------------------------------------------------------------------------


def _which_state(r: Reading, c: Conversation) -> Question | None:
    """刚果, Korea: ask which; 另一个呢 after one of the two: the other."""
    codes = r.ambiguous
    if not codes:
        return None
    last = c.last
    if r.has(Cue.OTHER_ONE, Cue.ELSE) and isinstance(last, VoteQuestion) and set(last.states) & set(codes):
        return replace(last, states=tuple(x for x in codes if x not in last.states), guessed=())
    if _about_votes(r) or r.has(Cue.SAME) or weight(r.rest) <= SOME:
        return ClarifyQuestion(Unclear.WHICH_STATE, codes)
    return None


def _chosen_state(r: Reading, c: Conversation) -> Question | None:
    """After “which of the two?”: 金, the second one, both."""
    last = c.last
    if not isinstance(last, ClarifyQuestion) or not last.states or r.states or weight(r.text.norm) > 8:
        return None
    if r.has(Cue.OTHER_ONE):
        return VoteQuestion(last.states[1:2])
    if re.search(r"第一|前者|first|former", r.text.norm):
        return VoteQuestion(last.states[:1])
    if re.search(r"都|两个|both|all|两者", r.text.norm):
        return VoteQuestion(last.states)
    word = r.text.norm.strip("（）()吧的呢 。")
    fits = [x for x in last.states if word and any(word in a for a, n in r.library.names.aliases.items() if n.codes == (x,))]
    return VoteQuestion(tuple(fits)) if len(fits) == 1 else None


def _verdict(r: Reading) -> tuple[Verdict, frozenset[Vote]]:
    if r.has(Cue.SAME) and len(r.states) > 1:
        return Verdict.SAME, frozenset()
    votes = r.votes
    if votes and len(r.named_votes) == 1 and not r.has(Cue.HOW):
        return Verdict.YES_NO, votes
    return Verdict.NONE, frozenset()


def _votes(r: Reading, c: Conversation) -> Question | None:
    """How named states voted."""
    if not r.states:
        return None
    if roll := _roll_around_states(r, c):
        return roll
    voting = r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.NOT_CAST) and not r.has(Cue.IT_IS_SAID)
    weak = r.has(Cue.STANCE, Cue.YES, Cue.SAME, Cue.RESULT) and not r.has(Cue.IT_IS_SAID) and weight(r.rest) <= 10
    alone = weight(r.rest) <= LITTLE and not r.has(Cue.WHERE, Cue.IT_IS_SAID)
    if not (voting or weak or alone):
        return None
    verdict, asked = _verdict(r)
    states = r.states
    last = c.last
    if len(states) == 1 and r.has(Cue.SAME) and isinstance(last, VoteQuestion) and last.states != states:
        # 和日本一样吗, of the state asked about before.
        return VoteQuestion((*last.states, *states), Verdict.SAME, guessed=r.guesses)
    if not voting and isinstance(last, VoteQuestion) and last.verdict is Verdict.YES_NO and r.has(Cue.AND_THEN) and not r.votes:
        verdict, asked = last.verdict, last.asked
    return VoteQuestion(states, verdict, asked, r.guesses)


def _pronoun(r: Reading, c: Conversation) -> Question | None:
    """那它投了什么, 这两国一样吗: of the states asked about before."""
    if r.states or r.groups or not r.has(Cue.IT) or r.has(Cue.WHO, Cue.RESULT, Cue.WHERE) or weight(r.rest) > LITTLE:
        return None
    voting = r.has(Cue.CAST, Cue.STANCE, Cue.SAME, *VOTE_CUES)
    if not voting and not (r.has(Cue.AND_THEN) and weight(r.text.norm) <= 6):
        return None
    if not c.states:
        # “it” in English is mostly the resolution.
        return None if c.turns or re.search(r"\b(?:it|its)\b", r.text.norm) else ClarifyQuestion(Unclear.WHAT)
    if r.has(Cue.SAME) and len(c.states) > 1:
        return VoteQuestion(c.states, Verdict.SAME)
    verdict, asked = _verdict(r)
    return VoteQuestion(c.last.states, verdict, asked) if voting and isinstance(c.last, VoteQuestion) else None


def _roll_around_states(r: Reading, c: Conversation) -> Question | None:
    """除了日本还有谁反对; 和中国投得一样的有哪些."""
    if r.has(Cue.SAME) and r.has(Cue.CAST) and len(r.states) == 1 and isinstance(c.last, RollQuestion) and not r.has(Cue.QUESTION):
        return RollQuestion(unlike=r.states[0]) if r.has(Cue.DIFFER) else RollQuestion(like=r.states[0])
    if r.has(Cue.EXCEPT) and isinstance(c.last, RollQuestion) and not r.votes and weight(r.rest) <= LITTLE:
        return replace(c.last, without=(*c.last.without, *r.states))
    among_group = r.groups and (r.has(Cue.DIFFER) or (r.has(Cue.SAME) and not r.has(Cue.QUESTION, Cue.AND_THEN)))
    if not among_group and not r.has(Cue.WHO, Cue.ELSE, Cue.LIST, Cue.COUNTRIES):
        return None
    if r.has(Cue.EXCEPT, Cue.ELSE):
        votes = r.votes
        if not votes and (r.has(Cue.SAME) or (len(r.states) == 1 and r.has(Cue.CAST))):
            return RollQuestion(like=r.states[0], without=r.states, groups=r.groups)
        if votes:
            return RollQuestion(votes, r.groups, without=r.states)
    if r.has(Cue.SAME) and len(r.states) == 1:
        if r.has(Cue.DIFFER):
            return RollQuestion(groups=r.groups, unlike=r.states[0])
        return RollQuestion(groups=r.groups, like=r.states[0], without=r.states)
    return None


def _rolls(r: Reading, c: Conversation) -> Question | None:
    """Which states voted so, of all or of a group."""
    last = c.last
    votes = r.votes
    if (votes or r.has(Cue.CAST)) and weight(r.rest) > LITTLE and _names_an_instrument(r):
        return Refusal(Refused.NOT_FOUND)
    if r.has(Cue.NOT_CAST) and not votes and not r.has(Cue.RESULT):
        if r.resolution and r.resolution.voters(Vote.NOT_VOTING):
            return RollQuestion(frozenset({Vote.NOT_VOTING}), r.groups)
        return Refusal(Refused.NOT_CAST) if not r.groups else RollQuestion(groups=r.groups)
    refused = r.has(Cue.EXCEPT) or any(r.negated(m.start) for m in r.mentions if m.named.group)
    if r.groups and refused and not r.states and (votes or isinstance(last, RollQuestion)):
        return RollQuestion(votes or _votes_before(last), without_groups=r.groups)
    if r.groups and not r.has(Cue.IT_IS_SAID):
        if votes or r.has(Cue.CAST) or (r.has(Cue.STANCE, Cue.LIST, Cue.WHO, Cue.SAME) and weight(r.rest) <= SOME):
            return RollQuestion(votes or (_votes_before(last) if r.has(Cue.AMONG) else votes), r.groups)
        if weight(r.rest) <= LITTLE and not r.has(Cue.WHERE):
            kept = _votes_before(last) or _asked_before(last)
            return RollQuestion(kept if r.has(Cue.AMONG, Cue.AND_THEN) else frozenset(), r.groups)
        return None
    if r.has(Cue.ELSE) and not r.groups and weight(r.rest) <= LITTLE and isinstance(last, (VoteQuestion, RollQuestion)) and not r.has(Cue.HOW_MANY):
        return _who_else(votes, last)
    if r.has(Cue.AMONG) and isinstance(last, RollQuestion) and votes and weight(r.rest) <= SOME:
        return replace(last, votes=votes, like="", unlike="")
    if r.has(Cue.WHO, Cue.LIST) and not votes and isinstance(last, TallyQuestion) and last.votes and weight(r.rest) <= LITTLE:
        votes = last.votes
    if r.has(Cue.WHO, Cue.LIST) and votes and weight(r.rest) <= SOME:
        if r.has(Cue.HOW_MANY) and not r.has(Cue.LIST) and not _who_strictly(r):
            return None
        return RollQuestion(votes)
    nothing_else = weight(r.left_without(*VOTE_CUES, Cue.CAST, Cue.FILLER, Cue.AND_THEN, Cue.AMONG, Cue.QUESTION, Cue.NEGATION)) == 0
    if 0 < len(votes) < len(CAST) and nothing_else and not r.has(Cue.HOW_MANY):
        # “弃权” and nothing else, or “反对的呢”.
        if isinstance(last, RollQuestion) and r.has(Cue.AND_THEN, Cue.AMONG, Cue.QUESTION):
            return replace(last, votes=votes, like="", unlike="")
        return TallyQuestion(votes=votes) if isinstance(last, TallyQuestion) else RollQuestion(votes)
    if r.has(Cue.CAST) and r.has(Cue.WHO, Cue.LIST) and weight(r.rest) <= SOME and not r.has(Cue.HOW_MANY):
        return RollQuestion()
    return None


def _who_strictly(r: Reading) -> bool:
    """Whether it asks who, and not only 有几个国家, how many countries."""
    counted = r.cues.get(Cue.HOW_MANY, ())
    return any(not any(a <= s and e <= b for a, b in counted) for s, e in r.cues.get(Cue.WHO, ()))


def _votes_before(last: Question | None) -> frozenset[Vote]:
    """The votes that the roll or tally asked for before was of."""
    return last.votes if isinstance(last, (RollQuestion, TallyQuestion)) else frozenset()


def _asked_before(last: Question | None) -> frozenset[Vote]:
    """The votes that a question about states asked of."""
    return last.asked if isinstance(last, VoteQuestion) else frozenset()


def _who_else(votes: frozenset[Vote], last: VoteQuestion | RollQuestion) -> Question:
    if isinstance(last, RollQuestion):
        if votes:
            return replace(last, votes=votes)
        return RollQuestion(frozenset(CAST) - last.votes, last.groups) if last.votes else last
    if votes or last.asked:
        return RollQuestion(votes or last.asked, without=last.states)
    return RollQuestion(like=last.states[0], without=last.states)


_FACT_OF_MEETING = (Cue.FACT_MEETING, Cue.FACT_SESSION, Cue.FACT_ADOPTED, Cue.FACT_BODY, Cue.FACT_SESSION_DATES)
_ASKS = re.compile("告知|告诉|提供|给出|说明|什么|哪|几|多少|何|啥|咩|乜|边|谁|which|what|when|quel|que|cual|как|когда|ما|متي|[?？]")


def _tally(r: Reading, c: Conversation) -> Question | None:
    if r.has(Cue.IT_IS_SAID) or (r.has(Cue.FACT_COUNT) and not _about_votes(r)):
        return None
    voted = bool(r.votes) or r.has(Cue.CAST)
    if r.has(*_FACT_OF_MEETING) and not r.votes and not r.has(Cue.HOW_MANY) and not (r.has(Cue.RESULT) and r.has(Cue.CAST)):
        return None
    figures = re.search(r"\d+ ?(?:比|:|to|对|票) ?\d+", r.text.norm)
    counting = ((r.has(Cue.HOW_MANY, Cue.RESULT) or figures) and voted) or len(r.named_votes) > 1
    result = r.has(Cue.RESULT) and not (r.has(Cue.WHERE) and weight(r.rest) > LITTLE) and weight(r.rest) <= SOME
    follows = r.has(Cue.HOW_MANY) and isinstance(c.last, (TallyQuestion, RollQuestion)) and not r.rest
    votes_only = bool(r.votes) and weight(r.rest) <= LITTLE and not (r.rest and r.has(Cue.WHERE))
    voting = r.has(Cue.CAST) and weight(r.rest) <= LITTLE
    if (counting or result or follows or votes_only or voting) and weight(r.rest) <= MUCH:
        votes = r.votes or (_votes_before(c.last) if follows else frozenset())
        return TallyQuestion(unanimous=r.has(Cue.UNANIMOUS), votes=votes)
    return None


# --- the document itself -----------------------------------------------------------------------


def _facts(r: Reading, c: Conversation) -> Question | None:
    facts = [fact for cue, fact in FACT_CUES.items() if r.has(cue)]
    if not facts or (r.has(Cue.IT_IS_SAID) and not r.has(Cue.FACT_COUNT)):
        return None
    said = r.has(Cue.WHERE) and (weight(r.rest) > LITTLE or "《" in r.text.norm)
    if said and not r.has(Cue.FACT_COUNT, Cue.FACT_FOOTNOTE):
        return None
    if facts == [Fact.TITLE] and weight(r.rest) > LITTLE and _CALLED.search(r.text.norm):
        # 秘书长叫什么
        return Refusal(Refused.PERSON)
    if any(m.named.sense is Sense.WORD for m in r.mentions) and r.rest:
        return None
    if _names_an_instrument(r):
        return None if facts == [Fact.AGENDA_ITEM] else Refusal(Refused.NOT_FOUND)
    if weight(r.rest) > (SOME if _ASKS.search(r.text.norm) else 1):
        return None
    if Fact.SESSION_DATES in facts:
        facts = [f for f in facts if f not in (Fact.ADOPTED, Fact.SESSION, Fact.MEETING)]
    if Fact.FOOTNOTE in facts:
        facts = [Fact.FOOTNOTE]
    if Fact.SESSION in facts and Fact.MEETING not in facts and Fact.ADOPTED in facts and re.search("when|何时|什么时候|哪天|几时", r.text.norm):
        facts = [Fact.SESSION_DATES, Fact.SESSION]
    if Fact.AGENDA_ITEM in facts:
        facts = [f for f in facts if f is not Fact.TITLE]
    return FactQuestion(tuple(dict.fromkeys(facts)), r.references.part)


def _names_an_instrument(r: Reading) -> bool:
    """Whether a text other than the resolution is asked about: 《千年宣言》, the draft declaration."""
    title = any(not r.library.catalogue.is_title(normal(t)) for t in re.findall("《([^》]+)》", r.text.norm))
    agenda = re.search(r"\d{4} ?年?[^,。?]{0,8}议程|\d{4} agenda", r.text.norm)
    return title or bool(agenda) or (r.has(Cue.INSTRUMENT) and not r.has(Cue.FACT_AGENDA, Cue.FACT_FOOTNOTE))


_CALLED = re.compile("叫|called|s'appelle|llama|называ|зовут")
_REPORT = re.compile("报告|report|rapport|informe|доклад|تقرير")


def _document(r: Reading, c: Conversation) -> Question | None:
    own = bool(r.documents)
    if r.has(Cue.FULL) and weight(r.rest) <= LITTLE and not r.references.spans:
        return DocumentQuestion(full=not r.has(Cue.OUTLINE))
    if r.has(Cue.OUTLINE) and weight(r.rest) <= LITTLE and not _REPORT.search(r.text.norm):
        return DocumentQuestion(full=False)
    left = r.left_without(Cue.FILLER, Cue.FACT_SYMBOL, Cue.QUESTION)
    if own and not r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.IT, Cue.THIS_PARAGRAPH) and weight(left) < LITTLE and not re.search(r"\d", left):
        return DocumentQuestion(full=False)
    return None


def _no_such_list(r: Reading, c: Conversation) -> Question | None:
    """Lists of countries, dates, places and counts of things that the document does not give."""
    if r.has(Cue.PLACE):
        return Refusal(Refused.NOT_FOUND)
    if r.has(Cue.FACT_ADOPTED) and not r.has(Cue.WHERE, Cue.IT_IS_SAID):
        return Refusal(Refused.NOT_FOUND)
    if r.has(Cue.COUNTRIES) and not _about_votes(r) and not r.has(Cue.IT_IS_SAID):
        return Refusal(Refused.NOT_FOUND)
    if _names_an_instrument(r) and r.has(Cue.FACT_ADOPTED, Cue.FACT_COUNT, Cue.FACT_BODY, Cue.HOW_MANY):
        return Refusal(Refused.NOT_FOUND)
    return None


def _more(r: Reading, c: Conversation) -> Question | None:
    """还有别的段吗: others on the subject asked about before."""
    last = c.last
    if r.has(Cue.MORE) and weight(r.rest) <= LITTLE and isinstance(last, SubjectQuestion):
        return SubjectQuestion(last.words, beyond=(*last.beyond, *c.shown), part=last.part)
    return None


def _subject(r: Reading, c: Conversation) -> Question | None:
    words = subject_words(r)
    # One character, or 不 alone, is no subject.
    if weight(words) < LITTLE and not re.search(r"\d", words):
        if r.has(Cue.OUTLINE, Cue.FULL):
            return DocumentQuestion(full=r.has(Cue.FULL))
        return ClarifyQuestion(Unclear.WHAT)
    figure = r.has(Cue.HOW_MANY, Cue.FACT_COUNT) and not r.has(Cue.IT_IS_SAID)
    return SubjectQuestion(words, in_document=r.has(Cue.IT_IS_SAID, Cue.WHERE), figure=figure, part=part_named(r))


STEPS: tuple[Step, ...] = (
    _empty,
    _same_of_another,
    _other_document,
    _cited_article,
    _instruction,
    _reason,
    across,
    _elsewhere,
    _language,
    _chat,
    _talk,
    _chosen_state,
    _in_others,
    _paragraphs,
    _next_paragraphs,
    _same_number,
    _back,
    _which_state,
    _votes,
    _pronoun,
    _rolls,
    _tally,
    _facts,
    _document,
    _no_such_list,
    _more,
    _subject,
)
"""In the order in which they are tried."""

_SEGMENTS = re.compile(r"[。！？!?;；\n]+|，(?:另外|还有(?![哪谁其])|顺便|再|以及|然后|同时)|(?:\?|,|\.)\s*(?:and|also)\s", re.IGNORECASE)
_CLAUSES = re.compile("[，,。！？!?;；\n]+")
MOST_QUESTIONS = 4
"""How many questions of one message are answered one by one."""
_UNLIKE = (ParagraphQuestion, VoteQuestion, RollQuestion, TallyQuestion)
"""Between commas, only a paragraph by number and a question about votes are two questions: most clauses are background."""
_SURE = (VoteQuestion, RollQuestion, TallyQuestion, ParagraphQuestion, FactQuestion)
_NEAREST = (Refused.NOT_FOUND, Refused.PERSON, Refused.MONEY, Refused.OPINION)
"""The refusals that can say which paragraph comes nearest to what was asked."""


_OF_A_DOCUMENT = (VoteQuestion, RollQuestion, TallyQuestion, ParagraphQuestion, FactQuestion, DocumentQuestion, Several)
"""The questions that only one document can answer."""


def _of(r: Reading, conversation: Conversation) -> Question:
    question = next(q for step in STEPS if (q := step(r, conversation)) is not None)
    if isinstance(question, Refusal) and question.reason in _NEAREST:
        return replace(question, words=subject_words(r))
    return question


def _all_sure(pieces: list[str], kinds: tuple[type, ...], whole: Reading) -> tuple[Question, ...]:
    """The questions of the pieces of a message if each asks one of those kinds; else none."""
    parts = []
    for piece in pieces:
        r = replace(examine(piece, whole.library), resolution=whole.resolution, named=whole.named)
        part = _of(r, Conversation())
        if not isinstance(part, kinds):
            return ()
        parts.append(part)
    return tuple(parts)


def _introduced(message: str, whole: Reading, conversation: Conversation) -> Question | None:
    """The question that comes after an introduction; None where there is no such."""
    for r in without_introduction(message, whole, FACT_CUES):
        question = _of(replace(r, resolution=whole.resolution, named=whole.named), conversation)
        helps = isinstance(question, HelpQuestion) and r.has(Cue.HELP)
        if helps or isinstance(question, _SURE) or (isinstance(question, SubjectQuestion) and question.in_document and not goes_back(r)):
            return question
    return None


def _asked(message: str, r: Reading, conversation: Conversation) -> Question:
    """The question of a message, or its questions where there are several."""
    if question := _introduced(message, r, conversation):
        return question
    whole = _of(r, conversation)
    if isinstance(whole, (Refusal, ClarifyQuestion, HelpQuestion)):
        return whole
    for segments, kinds in ((_SEGMENTS, _SURE), (_CLAUSES, _UNLIKE)):
        pieces = [p for p in segments.split(message) if p.strip()]
        if 1 < len(pieces) <= MOST_QUESTIONS:
            parts = _all_sure(pieces, kinds, r)
            if parts and len(parts) == len({type(q) for q in parts}) and (kinds is _SURE or any(isinstance(q, ParagraphQuestion) for q in parts)):
                return Several(parts)
    return whole


_JOINED = re.compile("[,，;；。.、]|和|与|跟|及|以及|还有|\\band\\b|\\bet\\b")


def _of_several(message: str, r: Reading, c: Conversation) -> Question | None:
    """A question of two or more documents, each named by its number: the same of each, or one of each."""
    of = {d: found[0] for d in r.documents if len(found := named(d, r)) == 1}
    symbols = tuple(dict.fromkeys(x.symbol for x in of.values()))
    if not 1 < len(symbols) <= MOST_QUESTIONS:
        return None
    question = _of(replace(r, resolution=next(iter(of.values())), named=True), c)
    if isinstance(question, (VoteQuestion, RollQuestion, TallyQuestion, FactQuestion, DocumentQuestion)):
        return Several(tuple(OfDocument(symbol, question) for symbol in symbols))
    if not isinstance(question, ParagraphQuestion):
        return None
    parts = []
    for piece in filter(str.strip, _JOINED.split(message)):
        read = examine(piece, r.library)
        meant_by = {x.symbol for d in read.documents for x in named(d, read)}
        part = _of(replace(read, resolution=r.library.get(next(iter(meant_by), "")), named=True), Conversation()) if len(meant_by) == 1 else None
        if not isinstance(part, ParagraphQuestion):
            return ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=symbols, pending=question)
        parts.append(OfDocument(meant_by.pop(), part))
    return Several(tuple(parts))


def understand(message: str, conversation: Conversation, library: Library) -> tuple[Question, Conversation]:
    """The question that a message asks in a conversation, and the conversation with the document in view that it is of.

    Every message asks one, if only to be asked back.
    """
    r = examine(message, library)
    if several := _of_several(message, r, conversation):
        return several, conversation
    which = meant(r, conversation)
    return settled(_asked(message, which.read_into(r), conversation), which, conversation)


def settled(question: Question, which: Meant, conversation: Conversation) -> tuple[Question, Conversation]:
    """The question, or “which document?” where only one can answer it and none is meant; the conversation with that one in view."""
    if which.resolution:
        return question, replace(conversation, symbol=which.resolution.symbol)
    if isinstance(question, _OF_A_DOCUMENT):
        question = ClarifyQuestion(Unclear.WHICH_DOCUMENT, symbols=tuple(x.symbol for x in which.offered), pending=question)
    return question, conversation
