"""The words for quotations: where they stand, what differs, or that they stand nowhere."""

from __future__ import annotations

from bot.answer.model import Checked, Difference, QuotationAnswer, Standing
from bot.wording.paragraphs import clause
from bot.wording.pieces import Block, Piece, Reply
from bot.wording.voice import Voice

LONGEST_SHOWN = 40
"""Characters of a quotation that is repeated in the reply."""


def quotation_reply(answer: QuotationAnswer, voice: Voice) -> Reply:
    """How each quotation stands, then each clause that has one, word for word."""
    blocks: list[Block] = [(Piece("\n".join(_standing(c, voice) for c in answer.checked)),)]
    for resolution in dict.fromkeys(c.resolution for c in answer.found if c.resolution):
        of = {c.paragraph.id: c.paragraph for c in answer.found if c.resolution is resolution and c.paragraph}
        text = voice.library.text(resolution, voice.reading)
        shown = [voice.library.same(p, resolution, text) for p in of.values()]
        blocks += [clause(p, text, (), voice) for p in shown]
        blocks.append(voice.source(text, "paragraph", paragraph=voice.listed(voice.label(p) for p in shown)))
    return tuple(blocks)


def _standing(checked: Checked, voice: Voice) -> str:
    """The sentence for one quotation."""
    cut = checked.quote[:LONGEST_SHOWN] + ("…" if len(checked.quote) > LONGEST_SHOWN else "")
    nearest = voice.label(checked.paragraph) if checked.paragraph else ""
    if checked.resolution and nearest and voice.count > 1:
        nearest = voice.wording("quotation.of", paragraph=nearest, symbol=checked.resolution.symbol)
    match checked.standing:
        case Standing.VERBATIM:
            return voice.wording("quotation.verbatim", quote=cut, paragraph=nearest)
        case Standing.DIFFERENT:
            places = voice.wording("quotation.and").join(_difference(d, voice) for d in checked.differences)
            return voice.wording("quotation.different", quote=cut, paragraph=nearest, places=places)
        case Standing.NOWHERE:
            key = "quotation.nowhere_but_near" if nearest else "quotation.nowhere"
            return voice.wording(key, quote=cut, paragraph=nearest)


def _difference(difference: Difference, voice: Voice) -> str:
    key = "changed" if difference.typed and difference.printed else "added" if difference.typed else "lacking"
    return voice.wording(f"quotation.{key}", typed=difference.typed, printed=difference.printed)
