"""What the words for every answer have in common: what states and paragraphs are called, lists, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from bot.corpus.library import Library
from bot.corpus.model import Paragraph, Part, Resolution
from bot.language.normal import traditional
from bot.store.summary import Summary
from bot.wording.pieces import Block, Piece, Style
from bot.wording.sentences import Wording

LINK = "https://undocs.org/{symbol}"
"""The official document, by its symbol (docs.un.org redirects by language)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What puts answers into words: one library, the sentences of one language."""

    library: Library
    wording: Wording
    reading: str
    """The language of clauses, where a resolution has a text in it."""

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.wording.language.startswith("zh") else " "

    @property
    def count(self) -> int:
        """How many resolutions there are."""
        return len(self.library.resolutions)

    def summary(self, resolution: Resolution) -> Summary:
        """What a list says of a resolution."""
        return self.library.summaries[self.library.catalogue.places[resolution.symbol]]

    def name(self, code: str) -> str:
        """A state's name in the asker's language."""
        return self.library.names.states[code].name(self.wording.language)

    def addressee(self, identifier: str) -> str:
        """What one is called of whom paragraphs ask something."""
        name = self.library.addressees[identifier][self.wording.language[:2]][0]
        return traditional(name) if self.wording.language == "zh-Hant" else name

    def state(self, code: str, resolution: Resolution) -> str:
        """A state's name as the record prints it; with the asker's name for it, where that differs."""
        # Voting data writes names in capitals, and is no text.
        printed = next((v.name for v in resolution.roll_call if v.code == code and v.span), None)
        own = self.name(code)
        if printed is None:
            return own
        return printed if self.wording.language.startswith(resolution.language) else f"{own} ({printed})"

    def source(self, resolution: Resolution, key: str = "document", **values: object) -> Block:
        """The line that ends a reply: its document, by the sentence ``source.key`` filled in with values too, and the link to it."""
        line = self.wording(f"source.{key}", symbol=resolution.symbol, date=self.wording.date(resolution.adopted), **values)
        if resolution.draft:
            became = resolution.became
            line += self.wording("source.became", became=became) if became else self.wording("source.draft")
        return (Piece(line + "\n"), Piece(LINK.format(symbol=resolution.symbol), Style.LINK))

    def label(self, paragraph: Paragraph) -> str:
        """What a paragraph is called: operative paragraph 5."""
        return label(paragraph, self.wording)

    def place(self, resolution: Resolution, cited_by: str) -> str:
        """What the place that cites a footnote is called: a paragraph, the title, the record of the vote, or none."""
        outside = {"title": "title", "vote": "vote", "": "nowhere"}
        return self.wording(f"place.{outside[cited_by]}") if cited_by in outside else self.label(resolution.paragraph(cited_by))

    def listed(self, items: Iterable[str]) -> str:
        """Items set apart as this language does in a list."""
        return self.wording("roll.separator").join(items)


def label(paragraph: Paragraph, wording: Wording) -> str:
    """What a paragraph is called: operative paragraph 5."""
    return numbered(paragraph.part, paragraph.number, wording, paragraph.annex) + paragraph.piece


def numbered(part: Part, number: int | str, wording: Wording, annex: int = 0) -> str:
    """What the paragraph with that number in its part is called, without its piece; annex: which one, for a paragraph of an annex."""
    if part is Part.ANNEX:
        return wording("paragraph.annex", annex=annex, number=number)
    return wording("paragraph.preambular" if part is Part.PREAMBLE else "paragraph.operative", number=number)
