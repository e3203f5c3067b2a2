"""What somebody is said to have done about a vote, or ought to do: 施压…投反对票, apologise for voting no, should have
abstained. No record tells that, and no yes or no does: it is said, with how they voted below it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.language.cues import Cue
from bot.language.lexicon import apart_from, longest
from bot.language.named import Mention, Sense
from bot.language.normal import BLANK, blank, is_chinese, signs_in
from bot.language.refusals import Refused
from bot.language.shapes import Shape
from bot.question import times
from bot.question.conversation import Understood
from bot.question.described import without
from bot.question.documents import LEAST_WORDS
from bot.question.frame import Frame
from bot.question.model import (
    ClarifyQuestion,
    Question,
    Refusal,
    RollQuestion,
    Several,
    Unclear,
    VoteQuestion,
)
from bot.question.reading import Reading, letters, weight
from bot.question.record import GroupHistoryQuestion, HistoryQuestion
from bot.question.sets import EVERYONE, Measure, VotedLike
from bot.question.structure import STRUCTURE
from bot.resolution import Span, Vote


def beside_untold(r: Reading, ask: Callable[[str], Understood]) -> Understood | None:
    """That no record tells what a message asks about a vote, and how those whom it names voted, without yes or no; that
    alone where no vote is understood without it; None where it asks nothing of the kind.

    ask: understands a message.
    """
    spans = _untold(r) or _spoken(r)
    if not spans:
        return None
    question, goes_on = ask(without(r, spans))
    asked = question.questions if isinstance(question, Several) else (question,)
    # Who voted first: how all of them did is no part of that.
    votes = [without_verdict(each) for each in asked if isinstance(each, _OF_VOTERS) and each != RollQuestion()]
    if not votes:
        return Refusal(Refused.UNTOLD), goes_on
    return Several((Refusal(Refused.UNTOLD), *votes)), goes_on


def always_of_one(question: Question, r: Reading) -> Question:
    """The question; whether somebody always votes so, one resolution alone does not tell."""
    one = len(r.library.summaries) == 1 and isinstance(question, VoteQuestion) and bool(r.named_votes)
    always = one and any(_of_a_vote(span, r) for span in r.spans_of(Cue.ALWAYS))
    if not always or not isinstance(question, VoteQuestion):
        return question
    return Several((Refusal(Refused.UNTOLD), without_verdict(question)))


_OF_VOTERS = (VoteQuestion, RollQuestion, HistoryQuestion, GroupHistoryQuestion)
"""What may be told of those whom a message names, in place of what no record tells."""


def not_of_an_act(question: Question, r: Reading, symbol: str) -> Question:
    """The question; without yes where what somebody who voted so is asked to have done about that is not understood,
    beside which that is said: did it lie about voting yes, 中国谎称投了赞成票吗; who did not vote so did none of it.

    symbol: of the resolution that it is of."""
    of_it = r.library.get(symbol) or (r.library.resolutions[0] if len(r.library.resolutions) == 1 else None)
    says_no_more = (Measure.LIST, Measure.SAME, Measure.DIFFERENT)
    if not isinstance(question, VoteQuestion) or question.measure in says_no_more or of_it is None:
        return question
    if not all(of_it.vote_of(code) in question.asked for code in question.states):
        return question
    act = next((act for m in r.mentions if (act := _unknown_act(m, r))), "")
    aside = ClarifyQuestion(Unclear.ASIDE, part=act)
    return Several((without_verdict(question), aside)) if act else question


def _unknown_act(name: Mention, r: Reading) -> str:
    """Words that are not understood right behind a name, where the verb stands, with a vote behind these; empty where
    there are none."""
    norm = r.text.norm
    votes = [start for start, _, _ in r.vote_words if start >= name.end]
    if name.named.sense is not Sense.STATE or not votes:
        return ""
    known = [*r.known, *r.spans_of(*STRUCTURE, *_BESIDE_SAID, Shape.PERFECT, Shape.ARTICLE), *times.spans(r)]
    known += [(m.start, m.end) for m in r.mentions]
    vote = min(votes)
    left = blank(norm, known)
    others = any(m.start >= name.end and m.end <= vote for m in r.mentions)
    if others or (is_chinese(norm[name.start]) and " " in norm[name.end : vote]):
        return ""
    # On a subject, but not: lie about the vote.
    words = [(a, b) for a, b in r.spans_of(Cue.ON_SUBJECT, Cue.ON_BEHIND, Shape.OF_OBJECT) if name.end <= a < vote]
    on = any(letters(left[b:vote]) or is_chinese(norm[a]) for a, b in words)
    signs = any(True for _ in signs_in(norm[name.end : vote], _ENDS))
    begins = r.skipped(name.end, (*_BESIDE_SAID, Cue.YES_OR_NO, Cue.WHETHER))
    first = begins < vote and bool(letters(left[begins : begins + 1]))
    act = letters(left[name.end : vote]).strip()
    return act if first and not (on or signs) and weight(act) >= LEAST_WORDS else ""


def without_verdict(question: Question) -> Question:
    """The question how somebody voted, and not whether it was so."""
    if isinstance(question, HistoryQuestion | GroupHistoryQuestion):
        return question
    if isinstance(question, VoteQuestion):
        return replace(question, measure=Measure.LIST, asked=frozenset(), each=())
    if isinstance(question, RollQuestion):
        return replace(question, measure=Measure.LIST, only=EVERYONE, bound=None)
    return question


def _spoken(r: Reading) -> list[Span]:
    """Where the words stand for what a state said: 中国说了什么, the US statement, qu'a dit Cuba; none where that is
    what a text says of a state."""
    names = [m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.GROUP)]
    said = [x for x in longest(r.spans_of(Shape.SPEAKS)) if any(_said_by(m, x, r) for m in names)]
    return [piece for x in said for piece in _around(x, names)]


def _around(said: Span, names: Sequence[Mention]) -> list[Span]:
    """Words without the names amid them: what did … say."""
    inside = sorted((m.start, m.end) for m in names if said[0] <= m.start and m.end <= said[1])
    ends = [said[0], *(end for _, end in inside)]
    return [(a, b) for a, b in zip(ends, [*(start for start, _ in inside), said[1]], strict=True) if a < b]


def _said_by(name: Mention, said: Span, r: Reading) -> bool:
    """Whether a name stands beside or amid words for what somebody says, and is not what something else says it of."""
    norm, (start, end) = r.text.norm, said
    on = {b for _, b in r.spans_of(Cue.ON_SUBJECT, Shape.OF_OBJECT)}
    if len(norm[: name.start].rstrip()) in {len(norm[:b].rstrip()) for b in on} and len(r.mentions) == 1:
        return False
    if start <= name.start < end:
        return True
    chinese = is_chinese(norm[start])
    if name.end <= start:
        between = norm[name.end : start]
        near = chinese and len(between) <= _NEAR and not any(True for _ in signs_in(between, _ENDS + ","))
        return near or r.skipped(name.end, _BESIDE_SAID) == start
    return not chinese and r.skipped(end, _BESIDE_SAID) == name.start


_NEAR = 6
"""Characters that may stand between a state and a Chinese word for what it said: 代表在会上."""
_BESIDE_SAID = (Cue.FILLER, Cue.MEMBERS, Cue.OF_THOSE, Cue.QUESTION, Cue.VOTING)
"""What else may stand between them: statement by the US."""


def _untold(r: Reading) -> list[Span]:
    """Where the words stand for what no record tells of a vote; none where a text is sought that may tell of it."""
    voters = r.states or r.groups or r.has(Cue.WHO, Cue.COUNTRIES, Cue.IT)
    if not voters or r.has(Cue.IT_IS_SAID, Cue.WHERE, Cue.WHY):
        return []
    titles = [(a, b) for a, b, _ in r.library.catalogue.titled(r.text.norm)]
    acts = [x for x in longest(r.spans_of(Shape.UNTOLD)) if not any(a <= x[0] and x[1] <= b for a, b in titles)]
    names = [m for m in r.mentions if m.named.sense is not Sense.WORD]
    ought = [
        x
        for x in longest(r.spans_of(Shape.OUGHT))
        if any(r.skipped(x[1], _SMALL) == m.start or _follows(m.end, x[0], r) for m in names)
    ]
    return [x for x in (*acts, *ought) if _of_a_vote(x, r) and not _asked_of_us(x, r)]


def _asked_of_us(word: Span, r: Reading) -> bool:
    """Whether it is asked of whoever answers: 请解释一下中国怎么投的, could you explain who voted so."""
    asks = r.spans_of(Cue.HOW, Cue.WHO, Cue.COUNTRIES)
    if not is_chinese(r.text.norm[word[0]]):
        asks += apart_from(r.spans_of(Shape.ASKS), r.spans_of(Shape.PERFECT))
    voters = [*((m.start, m.end) for m in r.mentions), *r.spans_of(Cue.WHO, Cue.COUNTRIES, Cue.IT)]
    by_none = is_chinese(r.text.norm[word[0]]) and not any(b <= word[0] for _, b in voters)
    return by_none or any(a >= word[1] for a, _ in asks)


def _follows(end: int, start: int, r: Reading) -> bool:
    """Whether nothing but small words stand between a name and a word behind it."""
    return end <= start and not letters(r.text.norm[end:start])


def _of_a_vote(word: Span, r: Reading) -> bool:
    """Whether a vote is spoken of in the same clause, with nothing between that is not understood, nor anything that
    says what a resolution is on."""
    norm = r.text.norm
    votes = [*((a, b) for a, b, _ in r.vote_words), *r.spans_of(Cue.CAST, Cue.NO, Cue.YES, Cue.ABSTAIN)]
    left = blank(norm, [*r.known, *r.spans_of(*STRUCTURE, Shape.UNTOLD, Shape.OUGHT, Shape.PERFECT, Shape.ARTICLE)])
    on = [a for a, _ in r.spans_of(Cue.ON_SUBJECT)]
    for start, end in votes:
        if start <= word[0] and word[1] <= end:
            continue  # Spoke for: no vote.
        begin, stop = (word[1], start) if word[1] <= start else (end, word[0])
        if begin > stop and not is_chinese(norm[word[0]]):
            begin = stop = start  # 应该…吗, regret … vote: around it.
        between = left[begin:stop]
        behind = word[0] >= end and any(end <= a < word[0] for a in on)
        if not letters(between) and not behind and not any(True for _ in signs_in(between, _ENDS)):
            return True
    return False


_SMALL = (Cue.VOTING, Cue.CAST, Cue.WHETHER, Cue.YES_OR_NO, Cue.MEMBERS)
"""What may stand between a name and the word before it for what is right: должна ли …, ينبغي أن تصوت …"""
_ENDS = ".;?!。"
"""Signs at which what a word is about ends."""


def for_a_state(f: Frame) -> Question | None:
    """Who voted against France, 谁支持美国: nobody votes for or against a state; who voted otherwise than it, or as it
    did."""
    r = f.reading
    likened = r.has(Cue.SAME, Cue.DIFFER, Cue.RANKS, Cue.EXCEPT, Cue.LIKE, Cue.IT_IS_SAID)
    # Of many, a state may say which is meant: only of the one in view.
    shown = r.resolution is not None and r.resolution.symbol == f.conversation.symbol
    if len(r.library.summaries) > 1 and not shown:
        return None
    named = [m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.GROUP)]
    if likened or len(named) != 1 or len(set(r.vote_words)) != 1 or r.refused_votes:
        return None
    start, end, vote = r.vote_words[0]
    asked = [a for a, b in r.spans_of(Cue.WHO, Cue.COUNTRIES) if b <= start]
    if vote is Vote.ABSTAIN or not asked or end > named[0].start:
        return None
    small = r.spans_of(Cue.FILLER, Cue.QUESTION, Cue.CAST, Shape.ARTICLE, Shape.PERFECT)
    left = blank(r.text.norm, [*small, *r.naming, *((d.start, d.end) for d in r.documents)]).replace(BLANK, " ")
    # From the G7: who of them; en contra de Marruecos.
    of_them = bool(named[0].named.group) and any(a >= end for a, _ in r.spans_of(Cue.OF_THOSE))
    if of_them or left[end : named[0].start].strip() or letters(left[named[0].end :]):
        return None
    told = Refusal(Refused.ON_STATE)
    if not f.states or r.resolution is None:
        return told
    return Several((told, RollQuestion(who=VotedLike(f.states[0], vote is Vote.YES))))
