"""In which language a text is: by its script, and for Latin letters by its commonest words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from bot.importing.lines import Line

_SCRIPTS = {"zh": "[一-鿿]", "ar": "[\u0600-\u06ff]", "ru": "[\u0400-\u04ff]"}
_SHARE = 0.25
"""Of the letters: a text with more in one of these scripts is in its language, whatever Latin names stand in it."""
_WORDS = {
    "en": frozenset({"the", "of", "and", "to", "in", "for", "with", "on", "by", "that", "its", "all"}),
    "fr": frozenset({"le", "les", "des", "et", "du", "la", "dans", "pour", "aux", "une", "sur", "au"}),
    "es": frozenset({"el", "los", "las", "y", "del", "la", "en", "para", "por", "que", "una", "con"}),
}


def language_of(lines: Iterable[Line]) -> str | None:
    """zh, en, fr, es, ru or ar; None where too little says which."""
    text = "\n".join(line.text for line in lines)
    letters = len(re.findall(r"[^\W\d_]", text)) or 1
    for language, script in _SCRIPTS.items():
        if len(re.findall(script, text)) / letters > _SHARE:
            return language
    words = Counter(re.findall(r"[^\W\d_]+", text.lower()))
    scores = sorted(
        ((sum(words[word] for word in common), language) for language, common in _WORDS.items()), reverse=True
    )
    (most, language), (next_most, _) = scores[:2]
    return language if most > 1.2 * next_most else None
