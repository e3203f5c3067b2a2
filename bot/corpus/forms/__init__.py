"""How the published texts are worded, language by language: the fixed phrases around the paragraphs.

Source: resolutions, decisions and President's statements of the Human Rights Council, resolutions of the
General Assembly, of the Security Council and of the Economic and Social Council as issued by the United
Nations; the form is that of the United Nations Editorial Manual. Patterns are matched against whole lines,
less emphasis marks, footnote marks and Arabic vowel signs, with straight apostrophes and plain spaces.
"""

from __future__ import annotations

from bot.corpus.forms.ar import ARABIC
from bot.corpus.forms.common import (
    ANY_SYMBOL,
    BASIS,
    NUMBER_AND_TITLE,
    NUMBERED,
    OPERATIVE,
    PRINTED_SYMBOL,
    RECOGNIZED,
    SERIES_IN_ARABIC,
    SYMBOLS,
    Form,
    number_due,
)
from bot.corpus.forms.en import ENGLISH_FORM
from bot.corpus.forms.es import SPANISH
from bot.corpus.forms.fr import FRENCH
from bot.corpus.forms.ru import RUSSIAN
from bot.corpus.forms.zh import CHINESE_FORM

__all__ = [
    "ANY_SYMBOL", "BASIS", "FORMS", "NUMBERED", "NUMBER_AND_TITLE", "OPERATIVE", "PRINTED_SYMBOL", "RECOGNIZED",
    "SERIES_IN_ARABIC", "SYMBOLS", "Form",
    "number_due",
]  # fmt: skip

FORMS = {form.language: form for form in (CHINESE_FORM, ENGLISH_FORM, FRENCH, SPANISH, RUSSIAN, ARABIC)}
"""The forms that can be read, by the language in a file's name (``A_HRC_RES_56_4.zh.txt``)."""
