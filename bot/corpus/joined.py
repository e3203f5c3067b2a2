"""Lines put together to one text, in which each character knows its place in the source."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.corpus.lines import NOT_WORDING, TextLine


@dataclass(frozen=True, slots=True)
class Joined:
    """Lines put together, less what is no wording, with spaces and apostrophes made plain."""

    text: str
    at: tuple[int, ...]
    """For each character, where it stands in the source."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Where a stretch of it stands in the source."""
        return self.at[start], self.at[end - 1] + 1


def joined(lines: Sequence[TextLine]) -> Joined:
    """Lines put together; a line break stays one."""
    text: list[str] = []
    at: list[int] = []
    for line in lines:
        gone = {i for found in NOT_WORDING.finditer(line.text) for i in range(*found.span())}
        for i, character in enumerate(line.text):
            plain = " " if character.isspace() else "'" if character == "’" else character
            if i not in gone and not (plain == " " and text and text[-1] in " \n"):
                text.append(plain)
                at.append(line.start + i)
        text.append("\n")
        at.append(line.start + len(line.text))
    return Joined("".join(text), tuple(at))
