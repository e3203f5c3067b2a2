"""The words of a message that say what it is about, without those that only ask."""

from __future__ import annotations

import logging
import re
import tempfile
from functools import lru_cache
from typing import TYPE_CHECKING

from bot.language.lexicon import Cue
from bot.language.normal import CJK
from bot.language.references import BLANK, blank

if TYPE_CHECKING:
    import jieba

    from bot.question.reading import Reading


@lru_cache(maxsize=1)
def tokenizer() -> jieba.Tokenizer:
    """A jieba tokenizer of our own, quiet; loading takes most of a second, so it happens when needed."""
    import jieba

    jieba.setLogLevel(logging.WARNING)
    own = jieba.Tokenizer()
    # jieba caches under a predictable name in the shared temporary folder, where others could plant one.
    with tempfile.TemporaryDirectory(prefix="resolution-bot-") as folder:
        own.tmp_dir = folder
        own.initialize()
    return own


def subject_words(r: Reading) -> str:
    """What the message is about, for the search; empty where it only asks.

    Phrases that ask (哪段讲, does it say) go first, then, word by word, those that say nothing.
    """
    norm = r.text.norm
    spans = [span for cue in (Cue.WHERE, Cue.IT_IS_SAID, Cue.GREETING) for span in r.cues.get(cue, ()) if span[1] - span[0] > 1]
    spans += [(d.start, d.end) for d in r.documents]
    left = blank(norm, spans)
    words = []
    for piece in re.findall(rf"[{CJK}]+|[^{CJK}\s{BLANK}]+", left):
        words += tokenizer().lcut(piece) if re.match(f"[{CJK}]", piece) else [piece.strip(".,;:!?¿¡\"'()，。；：！？、《》“”「」")]
    kept = [w for w in words if w and w not in r.library.lexicon.filler and re.search(r"\w", w)]
    return _joined(kept)


def _joined(words: list[str]) -> str:
    """The words as one string, with spaces between those of scripts that have them."""
    text = ""
    for word in words:
        chinese = bool(re.search(f"[{CJK}]$", text)) and bool(re.match(f"[{CJK}]", word))
        text += word if chinese or not text else f" {word}"
    return text
