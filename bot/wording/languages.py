"""In which language a message is answered, and in which its asker reads clauses."""

from __future__ import annotations

import re

from bot.language import normal

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
"""Those the bot speaks; whoever writes another one gets English."""

_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|est|que|quel|quelle|quels|comment|pour|contre|qui|paragraphe|voté|résolution|dans)\b|[àâçèêëîïôœùû]", re.IGNORECASE
)
_SPANISH = re.compile(r"\b(?:el|los|las|del|qué|que|cómo|como|quién|cuál|para|contra|párrafo|votó|resolución|en)\b|[¿¡ñáíóú]", re.IGNORECASE)


def language_of(message: str, otherwise: str = "zh-Hans") -> str:
    """The language to reply in: zh-Hans or zh-Hant by the characters, en for other letters.

    otherwise: for a message without words (12, 🇯🇵, PP3), which says nothing of its language.
    """
    if normal.is_chinese(message):
        # A text that the conversion leaves as it is has no Traditional character in it.
        if normal.simplified(message) != message:
            return "zh-Hant"
        return otherwise if otherwise == "zh-Hant" and normal.in_both_scripts(message) else "zh-Hans"
    # A symbol such as A/HRC/56/57 is in no language.
    return "en" if any(re.search(r"[^\W\d_]{3}", word) for word in message.split() if "/" not in word.strip("/")) else otherwise


def reading_language(message: str, otherwise: str) -> str:
    """The language of clauses for whoever writes so: zh, en, fr, es, ru or ar; `otherwise` where the message has no letters."""
    if normal.is_chinese(message):
        return "zh"
    for pattern, language in ((r"[\u0400-\u04ff]", "ru"), (r"[\u0600-\u06ff]", "ar")):
        if re.search(pattern, message):
            return language
    french, spanish = len(_FRENCH.findall(message)), len(_SPANISH.findall(message))
    if max(french, spanish) >= 2 and french != spanish:
        return "fr" if french > spanish else "es"
    return "en" if language_of(message, "") == "en" else otherwise
