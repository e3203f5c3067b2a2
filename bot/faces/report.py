"""What `check` prints: a table of what was read, or one JSON object a document."""

from __future__ import annotations

from bot.corpus.library import Library
from bot.corpus.model import Resolution


def document(resolution: Resolution) -> dict[str, object]:
    """A resolution as plain data.

    symbol, language, title, body, session (number), agenda_item (number), adopted (ISO date), meeting
    (number), adoption, tally {yes, no, abstain} or null, votes {alpha-3: vote}, paragraphs {id: text},
    footnotes {mark: text}.
    """
    tally = resolution.tally
    return {
        "symbol": resolution.symbol,
        "language": resolution.language,
        "title": resolution.title.text,
        "body": resolution.body_name,
        "session": resolution.session.number,
        "agenda_item": resolution.agenda_item.number,
        "adopted": resolution.adopted.isoformat(),
        "meeting": resolution.meeting.number,
        "adoption": resolution.adoption.value,
        "tally": {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain} if tally else None,
        "votes": {v.code: v.vote.value for v in resolution.roll_call},
        "paragraphs": {p.id: p.text for p in resolution.paragraphs},
        "footnotes": {n.mark: n.text for n in resolution.footnotes},
    }


HEAD = ("document", "language", "paragraphs", "adoption", "tally", "voters", "footnotes")


def _row(resolution: Resolution) -> tuple[str, ...]:
    tally = resolution.tally
    return (
        resolution.symbol,
        resolution.language,
        f"{len(resolution.preamble)} + {len(resolution.operative)}",
        resolution.adoption.value,
        f"{tally.yes}–{tally.no}–{tally.abstain}" if tally else "–",
        str(len(resolution.roll_call)),
        str(len(resolution.footnotes)),
    )


def table(library: Library) -> str:
    """A table of every document read, and the size of the vocabulary."""
    rows = [HEAD, *(_row(r) for r in library.resolutions)]
    widths = [max(len(row[i]) for row in rows) for i in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    names = library.names
    lines.append(f"{len(names.states)} states and territories by {len(names.aliases)} names, {len(names.groups)} groups")
    return "\n".join(lines)
