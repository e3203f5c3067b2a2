"""Where every character of an imported file is: in a paragraph, heading, note, head or record, or left out; none is
lost, none doubled."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from bot.corpus.account import head, headings, marks
from bot.importing.lines import LeftOut, weigh
from bot.resolution import Resolution, Span


@dataclass(frozen=True, slots=True)
class Account:
    """How many characters, white space not counted, went where."""

    file: int
    """In the file, as typeset."""
    paragraphs: int
    headings: int
    notes: int
    head: int
    """What stands around the paragraphs: the head, the line that opens the preamble, numbers and labels, the foot, the
    record of the vote."""
    left_out: int

    @property
    def difference(self) -> int:
        """The characters of the file less those that are somewhere: 0 where all are accounted for."""
        return self.file - (self.paragraphs + self.headings + self.notes + self.head + self.left_out)

    def __str__(self) -> str:
        placed = (
            f"{self.paragraphs} in paragraphs + {self.headings} in headings + {self.notes} in notes + {self.head} in "
            f"head and foot"
        )
        return f"{self.file} in the file = {placed} + {self.left_out} left out"


def account(characters: int, resolution: Resolution, left_out: Iterable[LeftOut]) -> Account:
    """The account of a file.

    characters: those of the file; resolution: read from the text made of it; left_out: all that is not in that text.
    """
    source = resolution.source
    paragraphs = _covered(source, (span for paragraph in resolution.paragraphs for span in paragraph.spans))
    notes = _covered(source, (span for note in resolution.footnotes for span in note.spans))
    around = _covered(source, head(resolution)) + marks(resolution)
    left = sum(weigh(left.text) for left in left_out)
    return Account(characters, paragraphs, _covered(source, headings(resolution)), notes, around, left)


def _covered(source: str, spans: Iterable[Span]) -> int:
    return sum(weigh(source[begin:end]) for begin, end in spans)


def grouped(left_out: Iterable[LeftOut]) -> list[str]:
    """What is left out, a reason a line, most often first: running head 12×: “A/RES/78/241” (12×)."""
    reasons: dict[str, list[LeftOut]] = {}
    for left in left_out:
        reasons.setdefault(left.why, []).append(left)
    lines = []
    for why, each in sorted(reasons.items(), key=lambda item: -len(item[1])):
        texts = Counter(" ".join(left.text.split()) for left in each)
        shown = [f"“{text[:60]}”" + (f" {count}×" if count > 1 else "") for text, count in texts.most_common(_SHOWN)]
        rest = f" … and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
        lines.append(f"{why} {len(each)}×, from {each[0].place}: {', '.join(shown)}{rest}")
    return lines


_SHOWN = 4
"""How many different texts that are left out for one reason are shown."""
