"""The words for quotations: where they stand, what differs, or that they stand nowhere."""

from __future__ import annotations

from bot.answer.model import Checked, Difference, QuotationAnswer, Standing
from bot.wording.languages import languages_held, may_be_in
from bot.wording.paragraphs import clause
from bot.wording.pieces import Block, Piece, Reply
from bot.wording.voice import Voice

LONGEST_SHOWN = 40
"""Characters of a quotation that is repeated in the reply."""


def quotation_reply(answer: QuotationAnswer, voice: Voice) -> Reply:
    """How each quotation stands, then each clause that has one, word for word."""
    several = len(answer.checked) > 1
    lines = [_quoted(c, voice) if several else _standing(c, voice) for c in answer.checked]
    blocks: list[Block] = [(Piece("\n".join(lines)),)]
    for resolution in dict.fromkeys(c.resolution for c in answer.found if c.resolution):
        of = {c.paragraph.id: c.paragraph for c in answer.found if c.resolution is resolution and c.paragraph}
        text = voice.library.text(resolution, voice.reading)
        shown = [voice.library.same(p, resolution, text) for p in of.values()]
        blocks += [*(clause(p, text, (), voice) for p in shown), *voice.published(text)]
        blocks.append(voice.source(text, "paragraph", paragraph=voice.listed(voice.label(p) for p in shown)))
    return tuple(blocks)


def _quoted(checked: Checked, voice: Voice) -> str:
    """The sentence for one of several quotations, with the words that it is about."""
    cut = checked.quote[:LONGEST_SHOWN] + ("…" if len(checked.quote) > LONGEST_SHOWN else "")
    return voice.wording("quotation.one", quote=cut, said=_standing(checked, voice))


def _standing(checked: Checked, voice: Voice) -> str:
    """The sentence for a quotation."""
    paragraph = voice.label(checked.paragraph) if checked.paragraph else ""
    if checked.resolution and paragraph and voice.count > 1:
        paragraph = voice.wording("quotation.of", paragraph=paragraph, symbol=checked.resolution.symbol)
    match checked.standing:
        case Standing.VERBATIM:
            return voice.wording("quotation.verbatim", paragraph=paragraph)
        case Standing.DIFFERENT:
            places = voice.wording("quotation.and").join(_difference(d, voice) for d in checked.differences)
            return voice.wording("quotation.different", paragraph=paragraph, places=places)
        case Standing.NOWHERE if held := _other_languages(checked, voice):
            near = "\n" + voice.wording("none.nearest", paragraph=paragraph) if paragraph else ""
            return voice.wording("quotation.not_compared", **held) + near
        case Standing.NOWHERE if paragraph:
            return voice.wording("quotation.nowhere_but_near", paragraph=paragraph)
    return voice.wording("quotation.nowhere")


def _other_languages(checked: Checked, voice: Voice) -> dict[str, str]:
    """The languages in which the only text that there is cannot have a quotation, since that is in another one, and
    where the text in the asker's is; empty where it can."""
    if checked.resolution is None or voice.count > 1:
        return {}
    speaking = voice.wording.speaking
    held = languages_held(t.language for t in voice.library.all_texts(checked.resolution))
    # In Latin letters it is taken to be in the language of the question.
    asked = speaking.base in held or not may_be_in(checked.quote, (speaking.base,))
    if may_be_in(checked.quote, held) and asked:
        return {}
    names, link = voice.listed(map(speaking.name_of, held)), voice.official(checked.resolution)
    return {"languages": names, "language": speaking.name_of(speaking.official), "link": link}


def _difference(difference: Difference, voice: Voice) -> str:
    key = "changed" if difference.typed and difference.printed else "added" if difference.typed else "lacking"
    return voice.wording(f"quotation.{key}", typed=difference.typed, printed=difference.printed)
