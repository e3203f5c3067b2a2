"""What the words for every answer have in common: what states and paragraphs are called, lists, sources."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.bodies import has_address
from bot.corpus.library import Library
from bot.corpus.recorded import NO_TEXT
from bot.language.normal import traditional
from bot.language.speaking import FALLBACK, OFFICIAL_LINK
from bot.resolution import Paragraph, Part, Resolution
from bot.store.summary import Summary
from bot.wording.direction import isolated
from bot.wording.languages import without_marks
from bot.wording.pieces import Block, Piece, Style
from bot.wording.sentences import Wording

_TITLE_LENGTH = 120
"""Characters of a title above the source of a vote."""
LINK = "https://undocs.org/{symbol}"
"""The official document, by its symbol (docs.un.org redirects by language)."""


@dataclass(frozen=True, slots=True)
class Voice:
    """What puts answers into words: one library, the sentences of one language."""

    library: Library
    wording: Wording

    @property
    def reading(self) -> str:
        """The language of clauses, where a resolution has a text in it."""
        return self.wording.speaking.base

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return self.wording.speaking.space

    @property
    def count(self) -> int:
        """How many resolutions there are."""
        return len(self.library.resolutions)

    def summary(self, resolution: Resolution) -> Summary:
        """What a list says of a resolution."""
        return self.library.catalogue.summary(resolution.symbol)

    def name(self, code: str, day: date | None = None) -> str:
        """A state's name in the asker's language, as of a day where one is given."""
        return self.library.names.states[code].name(self.wording.language, day)

    def group(self, identifier: str) -> str:
        """The name of a group of states."""
        return self.library.names.groups[identifier].name(self.wording.language)

    def addressee(self, identifier: str) -> str:
        """What one is called of whom paragraphs ask something."""
        names = self.library.addressees[identifier]
        name = names.get(self.wording.speaking.base, names[FALLBACK.base])[0]
        return traditional(name) if self.wording.language == "zh-Hant" else name

    def state(self, code: str, resolution: Resolution) -> str:
        """A state's name in the asker's language: as the record prints it, where that is in the same language."""
        # Voting data writes names in capitals, and is no text.
        printed = next((v.name for v in resolution.roll_call if v.code == code and v.span), None)
        same = self.wording.speaking.printed == resolution.language
        return printed if printed and same else self.name(code, resolution.adopted)

    def official(self, resolution: Resolution) -> str:
        """The address of the official text in the asker's language, or in English."""
        return OFFICIAL_LINK.format(language=self.wording.speaking.official, symbol=resolution.symbol)

    def published(self, resolution: Resolution) -> tuple[Block, ...]:
        """The line under words of a text that is not in the asker's language: in which it is, and where theirs is; else
        nothing.

        Of a resolution without a text it says so.
        """
        speaking = self.wording.speaking
        if resolution.language == NO_TEXT:
            line = self.wording("none.no_text", symbol=resolution.symbol)
            return ((Piece(line + "\n"), Piece(self.official(resolution), Style.LINK)),)
        if resolution.language == speaking.printed:
            return ()
        held = speaking.printed_as if resolution.language == speaking.base else resolution.language
        language, own = speaking.name_of(held), speaking.name_of(speaking.official)
        if not has_address(resolution.symbol):
            return ((Piece(self.wording("paragraph.in_language", language=language)),),)
        line = self.wording("paragraph.in_other_language", language=language, own=own)
        return ((Piece(line + "\n"), Piece(self.official(resolution), Style.LINK)),)

    def source(self, resolution: Resolution, key: str = "document", **values: object) -> Block:
        """The line that ends a reply: its document, by the sentence ``source.key`` filled in with values too, and the
        link to it. Of one of several, votes come with its title as well, since it may have been described in other
        words."""
        line = self.wording(
            f"source.{key}", symbol=resolution.symbol, date=self.wording.date(resolution.adopted), **values
        )
        if resolution.draft:
            became = resolution.became
            line += self.wording("source.became", became=became) if became else self.wording("source.draft")
        title = resolution.title.text if key == "vote" and self.count > 1 else ""
        if title:
            title = title if len(title) <= _TITLE_LENGTH else title[:_TITLE_LENGTH] + "…"
            line = f"{isolated(title) if self.wording.speaking.right_to_left else title}\n{line}"
        if not has_address(resolution.symbol):
            return (Piece(line),)
        return (Piece(line + "\n"), Piece(LINK.format(symbol=resolution.symbol), Style.LINK))

    def label(self, paragraph: Paragraph) -> str:
        """What a paragraph is called: operative paragraph 5."""
        return label(paragraph, self.wording)

    def place(self, resolution: Resolution, cited_by: str) -> str:
        """What the place that cites a footnote is called: a paragraph, the title, the record of the vote, or none."""
        outside = {"title": "title", "vote": "vote", "": "nowhere"}
        return (
            self.wording(f"place.{outside[cited_by]}")
            if cited_by in outside
            else self.label(resolution.paragraph(cited_by))
        )

    def alphabetical(self, names: Iterable[str]) -> list[str]:
        """Names in the order of the alphabet; in Chinese, which has none, as they stand in the record."""
        return list(names) if self.wording.language.startswith("zh") else sorted(names, key=without_marks)

    def listed(self, items: Iterable[str]) -> str:
        """Items set apart as this language does in a list."""
        return self.wording("roll.separator").join(items)


def label(paragraph: Paragraph, wording: Wording) -> str:
    """What a paragraph is called: operative paragraph 5."""
    return numbered(paragraph.part, f"{paragraph.number}{paragraph.piece}", wording, paragraph.annex)


def numbered(part: Part, number: int | str, wording: Wording, annex: int = 0) -> str:
    """What the paragraph with that number in its part is called, without its piece; annex: which one, for a paragraph
    of an annex."""
    if part is Part.ANNEX:
        return wording("paragraph.annex", annex=annex, number=number)
    return wording("paragraph.preambular" if part is Part.PREAMBLE else "paragraph.operative", number=number)
