"""Questions about a document as a whole: what it says of itself, its text, and the lists that it does not give."""

from __future__ import annotations

from bot.language.cues import Cue
from bot.language.named import Sense
from bot.language.selection import selection_of
from bot.language.shapes import Shape
from bot.question.documents import names_an_instrument
from bot.question.frame import Frame
from bot.question.measure import outcome_asked
from bot.question.model import (
    DocumentQuestion,
    Fact,
    FactQuestion,
    ParagraphQuestion,
    Question,
    SubjectQuestion,
    TallyQuestion,
)
from bot.question.reading import LITTLE, SOME, VOTE_CUES, Reading, weight
from bot.question.subject import subject_words
from bot.question.where import ByNumber
from bot.resolution import Part

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


def facts(f: Frame) -> Question | None:
    """What the document says of itself outside its paragraphs: its date, its symbol, its title."""
    r = f.reading
    found = _named(r)
    if not found or (r.has(Cue.IT_IS_SAID) and not r.has(Cue.FACT_COUNT)):
        return None
    said = r.has(Cue.WHERE) and (r.left > LITTLE or "《" in r.text.norm)
    says = r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.ON_SUBJECT) or r.tells(Shape.CLAIMS)
    sought = says and weight(subject_words(r)) >= LITTLE
    if sought and found == [Fact.COUNT]:
        # 有几段提到发展权: those that do.
        return None
    if said and not r.has(Cue.FACT_COUNT, Cue.FACT_FOOTNOTE):
        return None
    if any(m.named.sense is Sense.WORD for m in r.mentions) and r.rest:
        return None
    # Under which item it will be taken up again, the text says, and when somebody will report.
    if r.has(Cue.FUTURE) and (Fact.AGENDA_ITEM in found or r.left > SOME):
        return None
    # When is the report due, what day is Fishers' Day, which body counts the trees: no word says that the day of the
    # resolution is meant, or its body.
    alone = found in ([Fact.ADOPTED], [Fact.BODY])
    of_it = not alone or r.tells(Shape.PASSING, Shape.RESOLUTION, Shape.ADOPTED) or r.tells(Shape.THIS_DOCUMENT)
    of_it = of_it or ((r.tells(Shape.CALENDAR) or found == [Fact.BODY]) and _left(r, Shape.CALENDAR) < LITTLE)
    asks = of_it and (r.tells(Shape.ASKS) or "?" in r.text.norm)
    if Fact.SESSION in found and _of_a_deed(r):
        shown = f.conversation.turns[-1].paragraphs if f.conversation.turns else ()
        of_shown = shown and r.left_besides(Shape.HANDED_IN, Shape.CIRCUMSTANCE) < LITTLE
        return ParagraphQuestion(ByNumber(tuple(map(selection_of, shown)))) if of_shown else None
    if names_an_instrument(r) or _left(r, Shape.CALENDAR, Shape.NAME, Shape.UNITS) > (SOME if asks else 1):
        return None
    of_annex = Part.ANNEX if r.references.annex else None
    return FactQuestion(_told(found, r), r.references.part or of_annex)


_OF_SOMETHING_ELSE = (
    Cue.HOW, Cue.HOW_MANY, Cue.IT_IS_SAID, Cue.WHERE, Cue.RESULT, Cue.OUTLINE, Cue.BRIEF, Cue.FULL, Cue.NOT_CAST,
    Cue.SPONSORS, *VOTE_CUES,
)  # fmt: skip
"""Beside a body that only says which resolution: what is asked of that."""


def body(f: Frame) -> Question | None:
    """Was it the General Assembly or someone else that adopted it, is this of the Council?"""
    r = f.reading
    others = r.has(*(cue for cue in FACT_CUES if cue is not Cue.FACT_BODY))
    others = others or bool(r.states or r.groups) or (bool(r.documents) and not r.named)
    # Beside a symbol, a question mark alone asks nothing of the body: what is HRC resolution 56/4 about?
    ends = r.ends_as_question and not r.documents
    asks = r.has(Cue.FACT_BODY, Cue.OR, Cue.WHO, Cue.YES_OR_NO, Cue.COMPARE, Cue.JOIN) or ends
    whose = r.tells(Shape.PASSING, Shape.RESOLUTION) or r.has(Cue.FACT_BODY, Cue.BEING)
    # And the Council's: that only says which resolution; so does the body in a symbol. Was 60/L.39 adopted asks of the
    # vote.
    organs = r.library.catalogue.organs(r.text.norm)
    in_symbol = any(d.start <= a < d.end for a, _, _ in organs for d in r.documents)
    says_which = in_symbol or any((a, b) in r.naming for a, b, _ in organs)
    outside = {body for a, _, body in organs if not any(d.start <= a < d.end for d in r.documents)}
    if r.documents and len(outside) <= 1 and r.tells(Shape.PASSING) and not r.has(Cue.FACT_BODY, Cue.OR, Cue.WHO):
        return None
    if r.tells(Shape.ON_WHAT) and not r.has(Cue.FACT_BODY, Cue.OR, Cue.WHO):
        return None  # What did it adopt.
    named = (bool(r.bodies) and not says_which) or r.has(Cue.OTHER_BODY)
    if not (named and asks and whose) or others or r.has(*_OF_SOMETHING_ELSE):
        return None
    return FactQuestion((Fact.BODY,)) if _left(r) < LITTLE else None


def passed(f: Frame) -> Question | None:
    """Whether it was adopted, asked in words for what becomes of a resolution and in no others: did it get through, is
    it a draft?"""
    r = f.reading
    # The resolution was rejected: who says so hears what became of it.
    asks = r.ends_as_question or r.has(Cue.OR, Cue.YES_OR_NO, Cue.WHETHER, Cue.REJECTED)
    becomes = r.spans_of(Shape.PASSING, Shape.PROPOSAL, Cue.REJECTED)
    votes = [at for spans in r.vote_spans.values() for at, _ in spans if not any(a <= at < b for a, b in becomes)]
    another = bool(r.documents) and not r.named
    somebody = (r.has(Cue.IT) and r.has(Cue.CAST)) or r.states or r.groups or another or r.references.spans
    others = (Cue.WHO, Cue.WHY, Cue.HOW_MANY, Cue.SHARE, Cue.UNANIMOUS, Cue.WHERE, Cue.IT_IS_SAID, Cue.COUNTRIES)
    of_a_day = r.tells(Shape.CALENDAR) and r.tells(Shape.ASKS)
    if not (asks and becomes) or of_a_day or somebody or votes or r.has(*others, *FACT_CUES):
        return None
    return TallyQuestion(outcome=outcome_asked(r)) if _left(r, Shape.PROPOSAL) < LITTLE else None


def agreed(f: Frame) -> Question | None:
    """Whether all were of one mind, 各国意见一致吗, were the countries united?: that it was unanimous, or was not; None
    where that is asked of some of them, or how they voted."""
    r = f.reading
    # Were all of one mind?, where nobody was spoken of before.
    of_all = r.has(Cue.ALL) and r.has(Cue.UNITED, Cue.UNANIMOUS) and not f.conversation.turns
    all_of_them = of_all or r.tells(Shape.EVERY_STATE) or (r.has(Cue.UNANIMOUS) and r.has(Cue.KIND_OF))
    asks = (r.asks or r.ends_as_question) and r.has(Cue.UNITED, Cue.SAME, Cue.UNANIMOUS) and all_of_them
    some = r.mentions or r.documents or r.references.spans or (r.votes and not of_all)
    others = (Cue.WHO, Cue.WHY, Cue.HOW, Cue.HOW_MANY, Cue.WHERE, Cue.IT_IS_SAID, Cue.MOST, Cue.MOST_OF)
    apart = r.has(Cue.DIFFER, Cue.SPLIT) and not r.has(Cue.UNANIMOUS)
    if not asks or some or apart or r.has(*others) or _left(r, Shape.EVERY_STATE) > SOME:
        return None
    return TallyQuestion(unanimous=True)


def _of_a_deed(r: Reading) -> bool:
    """Whether it is asked what somebody does at a session, which the text says: who is to report, and to which one;
    它交给哪届会议."""
    return r.tells(Shape.HANDED_IN) or (r.has(Cue.WHO) and _left(r, Shape.NAME, Shape.UNITS) >= LITTLE)


def _left(r: Reading, *shapes: Shape) -> int:
    """How much (see `weight`) is left without what becomes of a resolution, and without what may stand beside that."""
    return r.left_besides(Shape.PASSING, Shape.CIRCUMSTANCE, *shapes)


def _named(r: Reading) -> list[Fact]:
    """The facts that are asked for by words of their own; or of which the words are, and nothing else: what year, how
    many paragraphs."""
    if named := [fact for cue, fact in FACT_CUES.items() if r.has(cue)]:
        return named
    if r.states or r.groups or r.documents or r.references.selections:
        return []
    asks = r.tells(Shape.ASKS) or r.has(Cue.WHO)
    made_of = {
        Fact.COUNT: r.has(Cue.HOW_MANY) and r.tells(Shape.UNITS) and _left(r, Shape.UNITS) < LITTLE,
        # What the vote of 2024 came to: the year says which.
        Fact.ADOPTED: (asks or r.tells(Shape.PASSING))
        and r.tells(Shape.CALENDAR)
        and not (r.has(Cue.RESULT) and r.has(Cue.CAST))
        and _left(r, Shape.CALENDAR) < LITTLE,
        Fact.TITLE: asks and r.tells(Shape.NAME) and _left(r, Shape.NAME) < LITTLE,
    }
    return [fact for fact, is_meant in made_of.items() if is_meant]


def _told(found: list[Fact], r: Reading) -> tuple[Fact, ...]:
    """What is told of the facts that are named: a number is that of the meeting or session it stands beside, and so
    on."""
    numbered = (Fact.MEETING, Fact.SESSION, Fact.AGENDA_ITEM)
    # When was it adopted, and at which session: that says of what the day is asked.
    when = Fact.ADOPTED in found and r.tells(Shape.ASKS_WHEN) and not r.tells(Shape.ADOPTED)
    less: tuple[Fact, ...] = ()
    if Fact.FOOTNOTE in found:
        return (Fact.FOOTNOTE,)
    if Fact.SESSION_DATES in found:
        less = (Fact.ADOPTED, Fact.SESSION, Fact.MEETING)
    elif when and Fact.SESSION in found and Fact.MEETING not in found:
        return (Fact.SESSION_DATES, Fact.SESSION)
    if Fact.AGENDA_ITEM in found:
        less = (*less, Fact.TITLE)
    if not r.has(Cue.JOIN) and any(fact in found for fact in numbered):
        less = (*less, Fact.SYMBOL)
    return tuple(dict.fromkeys(fact for fact in found if fact not in less))


def document(f: Frame) -> Question | None:
    """The whole text, its outline, or nothing but its symbol."""
    r = f.reading
    if r.has(Cue.OUTLINE) and not r.has(Cue.FULL) and (on := _on_something(r)):
        return on
    # All paragraphs about food are not the whole.
    sought = r.left and r.has(Cue.ON_SUBJECT, Cue.WHERE, Cue.IT_IS_SAID)
    if r.has(Cue.FULL) and r.left <= LITTLE and not (sought or r.references.spans):
        return DocumentQuestion(full=not r.has(Cue.OUTLINE))
    if r.has(Cue.OUTLINE) and r.left <= LITTLE:
        return DocumentQuestion(full=False, brief=r.has(Cue.BRIEF))
    left = r.left_without(Cue.FILLER, Cue.FACT_SYMBOL, Cue.QUESTION, Shape.WHICH_OF_THEM)
    more = r.has(Cue.WHERE, Cue.IT_IS_SAID, Cue.IT, Cue.THIS_PARAGRAPH) or any(map(str.isdecimal, left))
    return DocumentQuestion(full=False) if (r.documents or r.named) and not more and weight(left) < LITTLE else None


def _on_something(r: Reading) -> SubjectQuestion | None:
    """What does the resolution say about Gaza?, 概括一下关于妇女的内容: what it says of that, and not in outline; None
    where what is named is the resolution itself, or nothing is."""
    ends = [end for _, end in r.spans_of(*_SAYS_ON)]
    # Who prepares a briefing on migration asks nothing of the text.
    says = bool(set(r.spans_of(Cue.IT_IS_SAID, Cue.WHERE)) - set(r.spans_of(Cue.ON_SUBJECT)))
    if not (says or r.has(Cue.THE_TEXT) or r.tells(Shape.RESOLUTION, Shape.PART_UNIT)):
        return None
    if r.documents or r.left > SOME or r.references.selections or not any(_names_at(end, r) for end in ends):
        return None
    words = subject_words(r, r.spans_of(Cue.OUTLINE, Cue.BRIEF, Cue.ON_SUBJECT))
    return SubjectQuestion(words, in_document=True) if weight(words) >= LITTLE else None


_SAYS_ON = (Cue.ON_SUBJECT, Cue.IT_IS_SAID, Cue.WHERE)
"""Words behind which stands what something is said of."""


def _names_at(end: int, r: Reading) -> bool:
    """Whether behind a word something is named that is not the resolution."""
    at = r.skipped(end, (Cue.FILLER, Cue.MEMBERS, *_SAYS_ON))
    of_it = any(start <= at < stop for start, stop in r.naming)
    state = any(m.start == at for m in r.mentions)
    # 加沙 begins with a word for "and".
    until = r.unknown_from(r.skipped(at, (Cue.JOIN,)))
    return not of_it and (state or weight(r.text.norm[at:until]) >= LITTLE)
