"""What `check` prints: a table of what was read, or one JSON object a document."""

from __future__ import annotations

from collections.abc import Iterable

from bot.corpus.library import Library
from bot.corpus.votes import members_of
from bot.resolution import DocumentKind, Resolution


def document(resolution: Resolution) -> dict[str, object]:
    """A resolution as plain data.

    symbol, language, title, body, session (number), agenda_item (number), adopted (ISO date), meeting
    (number), adoption, tally {yes, no, abstain} or null, votes {alpha-3: vote}, paragraphs {id: text},
    footnotes {mark: text}; null where its form has no such thing. Where there are any, also not_voting
    in the tally, kind (for what is no resolution), basis, subparagraphs {id: text}, headings
    {id of the next paragraph: text}, annexes {number: title}, doubts [text].
    """
    tally = resolution.tally
    figures = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain} if tally else None
    if figures and tally and tally.not_voting:
        figures["not_voting"] = tally.not_voting
    return {
        "symbol": resolution.symbol,
        "language": resolution.language,
        "title": resolution.title.text,
        "body": resolution.body_name,
        "session": resolution.session.number if resolution.session else None,
        "agenda_item": resolution.agenda_item.number if resolution.agenda_item else None,
        "adopted": resolution.adopted.isoformat(),
        "meeting": resolution.meeting.number if resolution.meeting else None,
        "adoption": resolution.adoption.value,
        "tally": figures,
        "votes": {v.code: v.vote.value for v in resolution.roll_call},
        "paragraphs": {p.id: p.text for p in resolution.paragraphs},
        "footnotes": {n.mark: n.text for n in resolution.footnotes},
        **_if_any(resolution),
    }


def _if_any(resolution: Resolution) -> dict[str, object]:
    """What not every document has."""
    headings = [*resolution.headings, *(h for annex in resolution.annexes for h in annex.headings)]
    extra: dict[str, object] = {
        "kind": resolution.kind.value if resolution.kind is not DocumentKind.RESOLUTION else None,
        "basis": resolution.basis.text if resolution.basis else None,
        "orally_revised": resolution.orally_revised,
        "subparagraphs": {s.id: s.text for p in resolution.paragraphs for s in p.subparagraphs},
        "headings": {h.before: "\n".join(x.text for x in headings if x.before == h.before) for h in headings},
        "doubts": [str(doubt) for doubt in resolution.doubts],
        "annexes": {str(a.number): a.title.text if a.title else a.name for a in resolution.annexes},
    }
    return {key: value for key, value in extra.items() if value}


HEAD = ("document", "language", "paragraphs", "adoption", "tally", "voters", "footnotes", "doubts")


def row(resolution: Resolution, languages: Iterable[str]) -> tuple[str, ...]:
    """A resolution in the table, a cell for each of HEAD; languages: of its texts."""
    tally = resolution.tally
    return (
        resolution.symbol,
        ", ".join(languages),
        " + ".join(
            str(len(part))
            for part in (resolution.preamble, resolution.operative, *(a.paragraphs for a in resolution.annexes))
        ),
        resolution.adoption.value,
        f"{tally.yes}–{tally.no}–{tally.abstain}" + (f" ({tally.not_voting} not voting)" if tally.not_voting else "")
        if tally
        else "–",
        _listed(resolution),
        str(len(resolution.footnotes)),
        str(len(resolution.doubts)),
    )


def _listed(resolution: Resolution) -> str:
    """How many voters are listed; of how many members, where that is known and others are not listed."""
    listed, members = len(resolution.roll_call), members_of(resolution)
    return f"{listed} of {members}" if listed and members and listed != members else str(listed)


def table(library: Library) -> str:
    """A table of every document read, the size of the vocabulary, and the folders that were read."""
    rows = [HEAD, *(row(r, library.texts[r.symbol]) for r in library.resolutions)]
    widths = [max(len(each[i]) for each in rows) for i in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(each, widths, strict=True)).rstrip() for each in rows]
    names = library.names
    lines.append(
        f"{len(names.states)} states and territories by {len(names.aliases)} names, {len(names.groups)} groups"
    )
    words = library.words
    lines.append(f"documents: {library.folder / 'resolutions'}")
    lines.append(f"words: {words.program}")
    if words.own.is_dir():
        lines.append(f"own words over them: {words.own}")
    return "\n".join(lines)
