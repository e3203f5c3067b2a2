"""Messages that quote: in quotation marks, or so long and so near to a paragraph that they must be out of it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.corpus.quoted import is_pasted, is_quoted
from bot.language.cues import Cue
from bot.language.normal import BLANK, blank, squeezed
from bot.question.frame import Frame
from bot.question.model import QuotationQuestion
from bot.question.reading import LITTLE, Reading, weight

QUOTED = 8
"""The least weight (see `weight`) of what stands in quotation marks for it to be a quotation, and not a term or a name:
the longest terms that the labelled questions put in marks weigh 7."""
PASTED = 20
"""The same, for what stands in none."""
MOST_QUOTED = 4
MOST_COMMAS = 8
"""At how many commas it is looked whether two clauses meet."""
_Piece = tuple[tuple[int, int], str]
"""Where a part of a message stands, and its words."""
_COMMA = re.compile("[,，、;；]")
MARKS = re.compile(r"[\"“「『«]([^\"“”「」『』«»]+)[\"”」』»]|(?<![a-z])'([^']+)'(?![a-z])", re.IGNORECASE)
"""What stands in quotation marks of any kind: the first group, or the second where they are single ones."""
_SENTENCES = re.compile(r"[。！？!?;；:：\n\"“”「」]+|\.(?=\s)")


def quotation(f: Frame) -> QuotationQuestion | None:
    """Where is this from: “…”? A clause pasted without a word."""
    r = f.reading
    found = list(_quoted(r))[:MOST_QUOTED]
    if not found:
        return None
    outside = blank(r.text.norm, [span for span, _ in found])
    refused = any(_stands_in(outside, r, cue) for cue in (Cue.CHAT, Cue.TRANSLATE, Cue.INJECTION))
    voting = any(_stands_in(outside, r, cue) for cue in (Cue.CAST, Cue.YES, Cue.NO, Cue.ABSTAIN)) and bool(
        r.states or r.groups
    )
    asks = _stands_in(outside, r, Cue.FROM_WHERE) or weight(outside.replace(BLANK, " ")) <= LITTLE
    quotes = tuple(words for _, words in found)
    if refused or voting or not (asks or all(is_quoted(q, r.resolution, r.library) for q in quotes)):
        return None
    return None if any(_is_printed_elsewhere(q, r) for q in quotes) else QuotationQuestion(quotes)


def _quoted(r: Reading) -> Iterator[_Piece]:
    """Where quotations stand, and the words of each as typed."""
    marked = list(MARKS.finditer(r.text.cased))
    # Beside what is long enough to be a quotation, a term in marks is one too.
    if any(weight((m[1] or m[2]).lower()) >= QUOTED for m in marked):
        for m in marked:
            at = 1 if m[1] else 2
            yield m.span(), m[at].strip()
        return
    pieces = [part for piece in _sentences(r.text.cased) for part in _clauses(piece, r)]
    pasted = [
        (span, words) for span, words in pieces if weight(words.lower()) >= PASTED and is_pasted(words, r.library)
    ]
    # Beside one that is long enough to tell, a shorter one is quoted too.
    for span, words in pieces if pasted else ():
        if (span, words) in pasted or (weight(words.lower()) >= QUOTED and is_pasted(words, r.library)):
            yield span, words


def _sentences(text: str) -> Iterator[_Piece]:
    """Where the sentences of a message stand, and their words."""
    at = 0
    for end, begins in [*(m.span() for m in _SENTENCES.finditer(text)), (len(text), len(text))]:
        yield (at, end), text[at:end].strip(" ,，")
        at = begins


def _clauses(piece: _Piece, r: Reading) -> list[_Piece]:
    """A sentence, or its two parts where each is out of a paragraph and the whole is out of none: pasted with a
    comma."""
    (start, end), words = piece
    if weight(words.lower()) < PASTED or not _COMMA.search(words) or is_pasted(words, r.library):
        return [piece]
    begin = r.text.cased.index(words, start)
    for comma in list(_COMMA.finditer(words))[:MOST_COMMAS]:
        parts = words[: comma.start()].strip(), words[comma.end() :].strip()
        if all(weight(part.lower()) >= QUOTED and is_pasted(part, r.library) for part in parts):
            at = begin + comma.end()
            return [((start, at), parts[0]), ((at, end), parts[1])]
    return [piece]


def _stands_in(outside: str, r: Reading, cue: Cue) -> bool:
    """Whether a word of that cue stands outside the quotations."""
    return any(BLANK not in outside[start:end] for start, end in r.cues.get(cue, ()))


def _is_printed_elsewhere(quote: str, r: Reading) -> bool:
    """Whether the document has it outside its paragraphs: its title, the title of the agenda item."""
    typed = squeezed(quote)
    if r.library.catalogue.is_title(r.text.norm) or r.resolution is None:
        return False
    item = r.resolution.agenda_item
    titles = [r.resolution.title.text, *([item.title.text] if item and item.title else [])]
    return any(typed in squeezed(title) for title in titles)
