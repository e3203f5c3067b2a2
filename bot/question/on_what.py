"""What resolutions are on, and nothing else: 外债, 发展权 2025, human rights in Russia 2025, Gaza truce in the Security
Council."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from bot.corpus.near_titles import Told
from bot.language.cues import Cue
from bot.language.lexicon import apart_from
from bot.language.named import Mention, Sense
from bot.language.normal import blank, is_chinese
from bot.language.shapes import Shape
from bot.question.among import about, without_proposals, worded
from bot.question.conditions import OF_AMENDMENTS, before_resolution, conditions, in_order, states_on, topic_of
from bot.question.documents import LEAST_WORDS, titles_said, words_of
from bot.question.facts import FACT_CUES
from bot.question.reading import VOTE_CUES, Reading, letters, weight
from bot.question.record import Among, ListQuestion
from bot.resolution import Span

_ASKING = (
    *VOTE_CUES, Cue.CAST, Cue.NOT_CAST, Cue.STANCE, Cue.WHO, Cue.HOW, Cue.WHERE, Cue.WHY, Cue.HOW_MANY, Cue.COUNTRIES,
    Cue.RESULT, Cue.IT_IS_SAID, Cue.THE_TEXT, Cue.FULL, Cue.AND_THEN, Cue.CORRECTION, Cue.IT, Cue.THAT_SET, Cue.TIMES,
    Cue.SHARE, Cue.AGREEMENT, Cue.SAME, Cue.DIFFER, Cue.MOST, Cue.LEAST, Cue.SPONSORS, Cue.FUTURE, Cue.OPINION,
    Cue.AFTERMATH, Cue.LATEST_ONE, Cue.EARLIEST, Cue.NARROWEST, Cue.CONTESTED, Cue.MOST_VOTES, *FACT_CUES,
)  # fmt: skip
_ASKING_TOO = (Shape.PART_UNIT, Shape.THIS_DOCUMENT, Shape.ASKS, Shape.QUESTION_WORD)
"""Words by which a message asks something, or goes on."""


def on_what(r: Reading) -> ListQuestion | None:
    """The resolutions on the subject that is all that a message says, or all but a time, a body or amendments; None
    where it asks something, names voters, or is on what paragraphs that are here say."""
    # 修正案 is a word for who moves some; 禁止核武器条约 has one for a paragraph in it.
    names = [*r.spans_of(*OF_AMENDMENTS), *r.library.terms.where(r.text.norm), *_within(r)]
    asking = apart_from(r.spans_of(*_ASKING, *_ASKING_TOO), names)
    asks = bool(asking) or r.asks or r.ends_as_question
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    named = r.documents or r.references.selections or len(states) > 1 or len(states) < len(r.mentions)
    topic, among = topic_of(r), conditions(r)
    if asks or named or r.resolution is not None or weight(topic) < LEAST_WORDS:
        return None
    if states:
        topic = in_order(r, r.text.norm[states[0].start : states[0].end], topic)
    # A draft declaration is no draft resolution.
    of_some = replace(among, drafts=False) != Among()
    found = about(topic, r.library) if of_some or states else worded(topic, r.library) or _surely_on(topic, r)
    # What a paragraph says is sought there, unless a time says of which resolutions, or some on it have no text here.
    texts = all(r.library.summaries[at].paragraphs for at in found) if found else True
    said = not (of_some or states) and texts and in_a_paragraph(topic, r)
    on_it = without_proposals(replace(among, words=topic), r.library)
    return ListQuestion(on_it) if found and not said else None


def _within(r: Reading) -> list[Span]:
    """Where a word for the one that is meant stands within a message, whose first character begins what goes on with
    the question before at its head: 条约那个2023年的."""
    return [x for x in r.spans_of(Shape.ONE_THAT, Shape.THAT_ONE, Cue.FILLER) if x[0] > 0 and x[1] - x[0] > 1]


def on_a_state_alone(r: Reading) -> ListQuestion | None:
    """Ukraine, and nothing else, where nothing was asked before: the resolutions on it; None where there are none."""
    states = [m for m in r.mentions if m.named.sense is Sense.STATE]
    if len(states) != 1 or letters(blank(r.text.norm, [(m.start, m.end) for m in states])) or r.resolution is not None:
        return None
    among, titles = Among(words=r.text.norm[states[0].start : states[0].end]), r.library.titles
    on = about(among.words, r.library)
    named = bool(on) and all(set(states[0].named.codes) <= titles.named_by(at) for at in on)
    return ListQuestion(without_proposals(among, r.library)) if named else None


def _surely_on(words: str, r: Reading) -> frozenset[int]:
    """The places of those whose titles surely are what some words mean."""
    told, near = r.library.titles.told(words, weight(words), r.library.catalogue.every)
    return frozenset(at for x in near for at in x.places) if told is Told.SURELY else frozenset()


def on_another_subject(r: Reading) -> str:
    """The words for a resolution on a subject that the only one here is not on: the climate change resolution; empty
    for none.

    In the language of its title its words tell; in another, that the subject is a known one with names in several.
    """
    if len(r.library.resolutions) != 1 or r.has(Cue.IT_IS_SAID):
        return ""
    for said in titles_said(r):
        begin, end = said.words
        on = [span for span in r.cues.get(Cue.ON_SUBJECT, ()) if begin <= span[0] < end]
        words = subject_of(words_of(r.text.norm[min(on)[1] if on else begin : end], r).split(), r)
        # 海地人权状况的决议 is on that state.
        of_a_state = any(m.end == begin and m.named.sense is Sense.STATE for m in r.mentions)
        told = (bool(on) and is_chinese(words)) or (not of_a_state and len(r.library.terms.in_any_form(words)) > 1)
        # Que dit la résolution sur la dette asks what this one says of it.
        sought = any(stop <= said.start for _, stop in r.cues.get(Cue.WHERE, ()))
        # 让各国自愿捐款的那条 is a paragraph, 关于死刑的那份 is not.
        a_part = any(said.words[1] <= a < said.end for a, _ in r.spans_of(Shape.PART_UNIT))
        behind = said.shape in (Shape.BEHIND_TITLE, Shape.WHICH_ONE) and not a_part
        plainly = behind or (said.shape is Shape.BEFORE_TITLE and not sought)
        if told and plainly and weight(words) >= LEAST_WORDS and not about(words, r.library):
            # La résolution sur la dette, with its article.
            start = next((a for a, b in r.spans_of(Shape.ARTICLE) if b + 1 == said.start), said.start)
            before = said.shape is Shape.BEFORE_TITLE
            return r.text.cased[start if before or not on else min(on)[0] : said.end].strip()
    return ""


def subject_of(words: Sequence[str], r: Reading) -> str:
    """A subject as it stands in a message, with what says nothing between its words: peine de mort."""
    norm = r.text.norm
    start, end = (norm.find(words[0]), norm.rfind(words[-1])) if words else (0, 0)
    return r.text.cased[start : end + len(words[-1])] if words else ""


def voted_on_another(r: Reading) -> str:
    """What votes are asked about on, where the only resolution here is not on that: how did Cuba vote on Burundi, who
    opposed the death penalty?; empty for none, as where it is a subject with no other name that would tell."""
    voting = bool(r.votes) or r.has(Cue.CAST, Cue.STANCE, Cue.REJECTED)
    of_it = r.documents or r.named or r.tells(Shape.THIS_DOCUMENT)
    otherwise = r.has(Cue.IT_IS_SAID, Cue.EXCEPT, Cue.EXCEPT_BEHIND)
    if len(r.library.resolutions) != 1 or of_it or otherwise:
        return ""
    return _resolution_on(r) or (voting and (_other_state(r) or _other_topic(r))) or ""


def _resolution_on(r: Reading) -> str:
    """The state that a resolution, or a vote, is plainly said to be on, where the only resolution here does not name it
    in its title: was the resolution on Syria rejected?, the vote on Myanmar, 关于缅甸的决议."""
    norm = r.text.norm
    votes = [(a, b) for a, b in r.spans_of(Cue.CAST) if not is_chinese(norm[a])]
    behind = {r.skipped(b, ()) for _, b in [*r.spans_of(Shape.RESOLUTION), *votes]}
    for a, b in apart_from(r.cues.get(Cue.ON_SUBJECT, ()), r.spans_of(Cue.AND_THEN)):
        state = next((m for m in r.mentions if m.start == r.skipped(b, (Cue.FILLER,))), None)
        if state is None or state.named.sense is not Sense.STATE:
            continue
        # 最近一次关于缅甸的表决: a vote of Myanmar's is no latest one.
        cast = r.has(Cue.LATEST_ONE) and r.skipped(state.end, (Cue.OF_THOSE,)) in {x for x, _ in r.spans_of(Cue.CAST)}
        plainly = cast or before_resolution(state, r) if is_chinese(norm[a]) else a in behind
        if plainly and not r.library.titles.named_by(0) & set(state.named.codes):
            return r.text.cased[state.start : state.end]
    return ""


def _other_state(r: Reading) -> str:
    """The states that votes are asked about on, which the only resolution here does not name in its title."""
    voters = [m for m in r.mentions if m.named.sense in (Sense.STATE, Sense.GROUP)]
    on = [m for m in states_on(r) if not r.library.titles.named_by(0) & set(m.named.codes)]
    asks = len(on) < len(voters) or r.has(Cue.WHO, Cue.COUNTRIES, Cue.RESULT, Cue.REJECTED)
    if on and asks and not _of_its_own(voters, r):
        return r.text.cased[on[0].start : on[-1].end]
    return ""


def _of_its_own(voters: Sequence[Mention], r: Reading) -> bool:
    """Whether, in Chinese, it is asked about how these voted themselves, who are in the record, and not of a vote on
    them: 关于中国的投票情况."""
    votes = r.spans_of(Cue.CAST)
    voting = {a for a, b in r.spans_of(Cue.RESULT) if any(a <= start and end <= b for start, end in votes)}
    joined = all(r.skipped(one.end, (Cue.JOIN,)) == other.start for one, other in pairwise(voters))
    behind = r.skipped(voters[-1].end, (Cue.OF_THOSE,))
    recorded = {v.code for v in r.resolution.roll_call} if r.resolution else set()
    own = joined and voters[-1].end < behind and behind in voting and is_chinese(r.text.norm[behind])
    return own and all(recorded >= set(m.named.codes) for m in voters)


def _other_topic(r: Reading) -> str:
    """The same of a subject that has other names, by which it is known to be one."""
    topic = subject_of(topic_of(r).split(), r)
    start = r.text.cased.find(topic)
    # Mountainous countries: which voters.
    kinds = r.spans_of(Cue.KIND_OF)
    of_voters = any(r.skipped(start + len(topic), ()) == a or r.skipped(b, ()) == start for a, b in kinds)
    surely = r.has(Cue.CAST, Cue.WHO, Cue.COUNTRIES) and not of_voters
    is_subject = surely and weight(topic) >= LEAST_WORDS and len(r.library.terms.in_any_form(topic)) > 1
    # That a paragraph says something of it makes it no vote on that.
    return topic if is_subject and not about(topic, r.library) else ""


def in_a_paragraph(words: str, r: Reading) -> bool:
    """Whether a paragraph that is here has these words, or what stands for them."""
    library = r.library
    terms = library.terms.in_any_form(words)
    found = ((term, found.position) for term in terms for found in library.worded(term, _LOOKED_AT))
    return any(library.found_by.says(term, position) for term, position in found)


_LOOKED_AT = 20
"""How many of the paragraphs that come nearest to some words are looked at for them."""
