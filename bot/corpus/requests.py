"""Of whom a paragraph asks something: the verb that asks, and those named right behind it.

Source: the operative paragraphs of resolutions in the six official languages: “请秘书长和高级专员为独立专家提供…”
asks the Secretary-General and the High Commissioner, and nothing of the Independent Expert.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from bot.language.normal import whole
from bot.language.phrases import Phrases

_LONGEST = 300
"""Characters behind the verb in which those asked are looked for."""


@dataclass(frozen=True, slots=True)
class _Asking:
    """How a language asks; both patterns are for a text in normal form."""

    verb: re.Pattern[str]
    until: re.Pattern[str]
    """What ends the list of those asked: the first word of what they are to do."""


_ASKING = {
    "zh": _Asking(
        re.compile("(?<![邀申])请(?![求示])|吁请|促请|敦促|呼吁|鼓励|邀请|要求(?!的)|恳请"),
        # A list goes on over 、和及与; what they do begins with a verb or one of the prepositions before it.
        re.compile(
            "[,;。:]|[将为就向把以按依对给](?!国)|在(?!内)|根据|继续|定期|认真|考虑|采取|确保|提供|加强|参加|支持"
            "|履行|充分|努力"
            "|切实|积极|尽|协助|执行|促进|保证|遵守|停止|允许|避免|进一步|开展|利用|编写|提交|制定|通过|批准|不|更"
            "|立即|毫不"
        ),
    ),
    "en": _Asking(
        re.compile(
            r"(?<![a-z])(?:requests?|invites?|urges?|calls? (?:up)?on|encourages?|appeals? to|asks?|demands?)(?![a-z])"
        ),
        re.compile(r" to (?=[a-z])|[;:]| that "),
    ),
    "fr": _Asking(
        re.compile(r"(?<![a-z])(?:prie|invite|engage|exhorte|demande(?= a)|encourage|appelle|exige)(?![a-z])"),
        re.compile(r" (?:de |d'|a )(?=(?:s'|se |ne pas )?[a-z]+(?:er|ir|re)(?![a-z]))|[;:]| que "),
    ),
    "es": _Asking(
        re.compile(r"(?<![a-z])(?:solicita|pide|invita|insta|exhorta|alienta|exige)(?![a-z])"),
        re.compile(r" (?:a )?que | a (?=[a-z]+(?:ar|er|ir)(?:se)?(?![a-z]))|[;:]"),
    ),
    "ru": _Asking(
        re.compile(r"(?<![а-я])(?:просит|предлагает|призывает|рекомендует|требует|поощряет|обращается)(?![а-я])"),
        re.compile(r"(?<![а-я])[а-я]+(?:ть|ти|ться|тись)(?![а-я])|[;:]"),
    ),
    "ar": _Asking(
        re.compile(r"(?<![\u0620-\u064a])[يت](?:طلب|دعو|هيب|حث|شجع|ناشد)(?![\u0620-\u064a])"),
        re.compile(r" ان | علي ان |[;:]"),
    ),
}


def asked(text: str, language: str, names: Phrases[str]) -> Iterator[tuple[int, str]]:
    """(where the verb that asks stands, id of who is asked) in a paragraph's text; nothing for an unknown language.

    names: what those that can be asked are called, with the id of each. Places are in the normal form of the text.
    """
    asking = _ASKING.get(language)
    if asking is None:
        return
    norm = whole(text)
    for verb in asking.verb.finditer(norm):
        ends = asking.until.search(norm, verb.end(), verb.end() + _LONGEST)
        listed = norm[verb.end() : ends.start() if ends else verb.end() + _LONGEST]
        for _, _, addressee in names.longest(listed):
            yield verb.start(), addressee
