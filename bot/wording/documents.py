"""The words for a document: what it says of itself, its outline, its full text."""

from __future__ import annotations

from bot.answer.model import FactAnswer
from bot.question.model import Fact
from bot.question.notes import mark_of
from bot.resolution import Adoption, Body, Outcome, Paragraph, Part, Resolution, Session, outcome
from bot.wording.outcome import outcome_of
from bot.wording.pieces import Block, Piece, Reply, Style
from bot.wording.voice import Voice

OUTLINE_LENGTH = 34
"""Characters of each paragraph in an outline."""
BRIEF_LENGTH = 4
"""Paragraphs that are begun in a document in brief, which with their source has ten lines."""


def document_values(resolution: Resolution, voice: Voice) -> dict[str, object]:
    """What sentences about the document can be filled in with; empty where its form has no such thing.

    Names are as printed in a document that is printed as the reply is, else put together in its language.
    """
    session, meeting = resolution.session, resolution.meeting
    own = resolution.language == voice.wording.speaking.printed
    date = voice.wording.date
    values: dict[str, object] = {
        "symbol": resolution.symbol, "number": resolution.number, "title": resolution.title.text,
        "date": date(resolution.adopted), "iso": resolution.adopted.isoformat(),
        "meeting_number": meeting.number if meeting else "", "session_number": session.number if session else "",
        "opened": date(session.opened) if session and session.opened else "",
        "closed": date(session.closed) if session and session.closed else "",
        "preambular": len(resolution.preamble), "operative": len(resolution.operative),
        "sponsors": resolution.sponsors.text if resolution.sponsors else "",
        "total": len(resolution.paragraphs), "annexed": len(resolution.part(Part.ANNEX)),
    }  # fmt: skip

    def named(printed: str | None, key: str) -> str:
        return "" if printed is None else printed if own and printed else voice.wording(key, **values)

    dated = session is not None and session.opened is not None
    body = resolution.body_name if resolution.body is Body.OTHER else None
    return values | {
        "body": body or named(resolution.body_name, f"body.{resolution.body.name.lower()}"),
        "meeting": named(meeting.name if meeting else None, "document.meeting"),
        "session": named(session.name if session else None, _session_key(session)),
        "dates": named(session.dates if session else None, "document.dates") if own or dated else "",
    }


def fact_reply(answer: FactAnswer, voice: Voice) -> Reply:
    """What a document says of itself: date, session, numbers of paragraphs, footnotes."""
    resolution, values = answer.resolution, document_values(answer.resolution, voice)
    lines = []
    for fact in answer.question.facts:
        if fact is Fact.FOOTNOTE:
            lines += _notes(answer.question.note, resolution, voice)
        elif fact is Fact.AGENDA_ITEM and resolution.agenda_item:
            item = resolution.agenda_item
            key = "fact.agenda_item" if item.title else "fact.agenda_item_untitled"
            title = {"title": item.title.text} if item.title else {}
            lines.append(voice.wording(key, number=item.numbers, **title))
        elif not _has(resolution, fact):
            lines.append(voice.wording(f"fact.no_{Fact.SESSION if fact is Fact.SESSION_DATES else fact}"))
        elif fact is Fact.COUNT and answer.question.part:
            lines.append(voice.wording(f"fact.{_COUNTS[answer.question.part]}", **values))
        else:
            lines.append(voice.wording(f"fact.{_fact_key(fact, resolution)}", **values))
    said = "\n".join(dict.fromkeys(lines))
    return ((Piece(said or voice.wording("document.head", **values)),), voice.source(resolution))


def _notes(number: int, resolution: Resolution, voice: Voice) -> list[str]:
    """The footnotes, or that with a number; that there is none, and which there are."""
    marked = [note for note in resolution.footnotes if note.mark]
    of_number = [note for note in marked if number and mark_of(note.mark) == number]
    lines = []
    if number and not of_number:
        marks = voice.listed(note.mark for note in marked)
        lines.append(voice.wording("fact.no_footnote", number=number, count=len(marked), marks=marks))
    for note in of_number or (() if number else resolution.footnotes):
        place = voice.place(resolution, note.cited_by)
        lines.append(voice.wording("fact.footnote", mark=note.mark, paragraph=place, text=note.text))
    return lines


_COUNTS = {Part.PREAMBLE: "count_preamble", Part.OPERATIVE: "count_operative", Part.ANNEX: "count_annex"}
"""The key of the sentence for how many paragraphs a part has."""


def _fact_key(fact: Fact, resolution: Resolution) -> str:
    """The key of the sentence for a fact of a document."""
    if fact is Fact.ADOPTED and not _adopted(resolution):
        return "voted"
    if fact is Fact.BODY and not resolution.body.of_united_nations:
        return "body_alone"
    if fact is Fact.COUNT and resolution.annexes:
        return "count_with_annex"
    undated = resolution.session is not None and not resolution.session.dates
    return "session_undated" if fact is Fact.SESSION and undated else fact


def _session_key(session: Session | None) -> str:
    """The key of what a session is called that is not printed in the language of the reply."""
    if session is None or not (session.series or session.of_year):
        return "document.session"
    named = "of_year" if session.of_year else "emergency" if session.series.startswith("E") else "special"
    return f"document.session_{named}"


def _has(resolution: Resolution, fact: Fact) -> bool:
    """Whether a document of its form has that to say of itself."""
    session = resolution.session
    needed = {
        Fact.SESSION: session is not None,
        Fact.SESSION_DATES: session is not None and session.opened is not None,
        Fact.MEETING: resolution.meeting is not None, Fact.AGENDA_ITEM: resolution.agenda_item is not None,
        Fact.SPONSORS: resolution.sponsors is not None,
    }  # fmt: skip
    return needed.get(fact, True)


def _adopted(resolution: Resolution) -> bool:
    """Whether it was adopted: a draft may have been voted on in vain."""
    return outcome(resolution.symbol, resolution.tally) is Outcome.ADOPTED


def _head(resolution: Resolution, voice: Voice) -> Block:
    values = document_values(resolution, voice)
    about = "document.about" if resolution.session else "document.about_without_session"
    about = about if resolution.body.of_united_nations else f"{about}_alone"
    about = about if _adopted(resolution) else "document.voted"
    return (Piece(voice.wording("document.head", **values) + "\n", Style.BOLD), Piece(voice.wording(about, **values)))


def outline(resolution: Resolution, voice: Voice) -> Reply:
    """The document in brief: the beginning of each paragraph, and the result."""

    def lines(paragraphs: tuple[Paragraph, ...]) -> str:
        return "\n".join(map(_opening, paragraphs))

    parts = tuple(
        (Piece(voice.wording(f"document.{key}", count=len(paragraphs)) + "\n", Style.BOLD), Piece(lines(paragraphs)))
        for key, paragraphs in (("preamble", resolution.preamble), ("operative", resolution.operative))
        if paragraphs
    )
    ask = ((Piece(voice.wording("document.ask")),),) if resolution.paragraphs else ()
    return (
        _head(resolution, voice),
        *parts,
        *voice.published(resolution),
        _result(resolution, voice),
        *ask,
        voice.source(resolution),
    )


def brief(resolution: Resolution, voice: Voice) -> Reply:
    """The document in at most ten lines: what it is, the result, and how its first operative paragraphs begin."""
    first = resolution.operative[:BRIEF_LENGTH] or resolution.preamble[:BRIEF_LENGTH]
    lines = "\n".join(_opening(p) for p in first)
    count = voice.wording(f"fact.{_fact_key(Fact.COUNT, resolution)}", **document_values(resolution, voice))
    return (
        _head(resolution, voice),
        (*_result(resolution, voice), Piece("\n" + count)),
        (Piece(lines),),
        voice.source(resolution),
    )


def _opening(paragraph: Paragraph) -> str:
    text = paragraph.text
    return f"{paragraph.number}. {text[:OUTLINE_LENGTH]}{'…' if len(text) > OUTLINE_LENGTH else ''}"


def _result(resolution: Resolution, voice: Voice) -> Block:
    tally = resolution.tally
    if tally is None:
        return (Piece(voice.wording("tally.without_a_vote")),) if resolution.adoption is Adoption.WITHOUT_A_VOTE else ()
    return (Piece(outcome_of(resolution.symbol, tally, voice.wording)),)


def _headed(paragraph: Paragraph, resolution: Resolution) -> str:
    """A paragraph with its number, if it has one, below the headings that stand before it."""
    above = [heading.text for heading in resolution.headings if heading.before == paragraph.id]
    number = f"{paragraph.number}. " if paragraph.part is Part.OPERATIVE else ""
    return "\n\n".join((*above, number + paragraph.text))


def full_text(resolution: Resolution, voice: Voice) -> Reply:
    """The document from its first paragraph to its last footnote."""
    blocks: list[Block] = [_head(resolution, voice)]
    for key, paragraphs in (("preamble", resolution.preamble), ("operative", resolution.operative)):
        if paragraphs:
            text = "\n\n".join(_headed(p, resolution) for p in paragraphs)
            blocks.append(
                (
                    Piece(voice.wording(f"document.{key}", count=len(paragraphs)) + "\n", Style.BOLD),
                    Piece(text, Style.FOLD),
                )
            )
    blocks += [(Piece(voice.wording("paragraph.footnote", mark=n.mark, text=n.text)),) for n in resolution.footnotes]
    return (*blocks, *voice.published(resolution), _result(resolution, voice), voice.source(resolution))
