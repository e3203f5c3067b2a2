"""Every reference, written in each language in several ways, is read as what it was written from."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.library import Library
from bot.language.holders import read_references
from bot.language.normal import read
from bot.language.selection import Selection
from bot.resolution import Part

PP, OP = Part.PREAMBLE, Part.OPERATIVE
PARTS: dict[Part | None, dict[str, str]] = {
    None: dict.fromkeys(("zh", "en", "fr", "es", "ru", "ar"), ""),
    PP: {"zh": "序言部分", "en": " of the preamble", "fr": " du préambule", "es": " del preámbulo", "ru": " преамбулы",
    "ar": " من الديباجة"},
    OP: {"zh": "执行部分", "en": " of the operative part", "fr": " du dispositif", "es": " de la parte dispositiva",
         "ru": " постановляющей части", "ar": " من المنطوق"},
}  # fmt: skip

One = Callable[[int, str], str]
ONE: tuple[One, ...] = (
    lambda n, part: f"{part}第{n}段",
    lambda n, part: f"麻烦看一下{part}第 {n} 段",
    lambda n, part: f"paragraph {n}{part}",
    lambda n, part: f"what does para. {n}{part} say",
    lambda n, part: f"le paragraphe {n}{part}",
    lambda n, part: f"el párrafo {n}{part}",
    lambda n, part: f"пункт {n}{part}",
    lambda n, part: f"الفقرة {n}{part}",
)
LANGUAGE_OF_ONE = ("zh", "zh", "en", "en", "fr", "es", "ru", "ar")
FROM_END: tuple[tuple[str, One], ...] = (
    ("zh", lambda n, part: f"{part}倒数第{n}段"),
    ("zh", lambda n, part: f"{part}从末尾数第{n}段"),
    ("en", lambda n, part: f"paragraph {n}{part} from the end"),
    ("en", lambda n, part: f"paragraph {n} from the bottom{part}"),
    ("fr", lambda n, part: f"le paragraphe {n}{part} en partant de la fin"),
    ("es", lambda n, part: f"el párrafo {n}{part} empezando por el final"),
    ("ru", lambda n, part: f"пункт {n} с конца{part}"),
    ("ar", lambda n, part: f"الفقرة {n} من النهاية{part}"),
)
RANGES: tuple[tuple[str, Callable[[int, int, str], str]], ...] = (
    ("zh", lambda a, b, part: f"{part}第{a}到{b}段"),
    ("zh", lambda a, b, part: f"{part}第{a}段至第{b}段"),
    ("en", lambda a, b, part: f"paragraphs {a} to {b}{part}"),
    ("en", lambda a, b, part: f"paras {a}-{b}{part}"),
    ("fr", lambda a, b, part: f"les paragraphes {a} à {b}{part}"),
    ("es", lambda a, b, part: f"los párrafos {a} a {b}{part}"),
    ("ru", lambda a, b, part: f"пункты с {a} по {b}{part}"),
    ("ar", lambda a, b, part: f"الفقرات {a} إلى {b}{part}"),
)
numbers, parts = st.integers(1, 60), st.sampled_from((None, PP, OP))


def _read(library: Library, message: str) -> list[tuple[Part | None, int, int]]:
    found = read_references(read(message).norm, library.lexicon.references, library.lexicon.holders, ())
    assert (found.excluded, found.step, found.middle) == ((), 0, False), message
    return [(s.part, s.first, s.last) for s in found.selections]


@given(numbers, parts)
def test_one(library: Library, n: int, part: Part | None) -> None:
    for language, written in zip(LANGUAGE_OF_ONE, ONE, strict=True):
        message = written(n, PARTS[part][language])
        assert _read(library, message) == [(part, n, n)], message


@given(numbers, parts)
def test_from_the_end(library: Library, n: int, part: Part | None) -> None:
    for language, written in FROM_END:
        message = written(n, PARTS[part][language])
        assert _read(library, message) == [(part, -n, -n)], message


@given(numbers, numbers, parts)
def test_a_range(library: Library, a: int, b: int, part: Part | None) -> None:
    first, last = sorted((a, b))
    if last - first < 1:
        return
    for language, written in RANGES:
        message = written(first, last, PARTS[part][language])
        assert _read(library, message) == [(part, first, last)], message


ORDINALS = {
    "fr": ("premier deuxième troisième quatrième cinquième sixième septième huitième neuvième dixième onzième douzième "
    "treizième "
           "quatorzième quinzième seizième dix-septième dix-huitième dix-neuvième vingtième", "le {} paragraphe"),
    "es": ("primer segundo tercer cuarto quinto sexto séptimo octavo noveno décimo undécimo duodécimo decimotercero "
    "decimocuarto "
           "decimoquinto decimosexto decimoséptimo decimoctavo decimonoveno vigésimo", "el {} párrafo"),
    "ru": ("первый второй третий четвёртый пятый шестой седьмой восьмой девятый десятый одиннадцатый двенадцатый "
    "тринадцатый "
           "четырнадцатый пятнадцатый шестнадцатый семнадцатый восемнадцатый девятнадцатый двадцатый", "{} пункт"),
    "en": ("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth "
           "sixteenth seventeenth eighteenth nineteenth twentieth", "the {} paragraph"),
    "ar": ("الأولى الثانية الثالثة الرابعة الخامسة السادسة السابعة الثامنة التاسعة العاشرة", "الفقرة {}"),
}  # fmt: skip


@pytest.mark.parametrize("language", ORDINALS)
def test_every_ordinal(library: Library, language: str) -> None:
    """The first to the twentieth (in Arabic the tenth), in the words of a grammar of the language."""
    words, written = ORDINALS[language]
    for n, word in enumerate(words.split(), 1):
        message = written.format(word)
        assert _read(library, message) == [(None, n, n)], message


@given(st.lists(numbers, min_size=1, max_size=6, unique=True))
def test_lists(library: Library, listed: list[int]) -> None:
    """However the items are set apart."""
    expected = [(None, n, n) for n in listed]
    for message in (
        f"第{'、'.join(map(str, listed))}段",
        f"第{'/'.join(map(str, listed))}段",
        f"paragraphs {', '.join(map(str, listed))}",
    ):
        assert _read(library, message) == expected, message


@given(st.lists(numbers, min_size=3, max_size=3, unique=True))
def test_a_selection_says_all(library: Library, listed: list[int]) -> None:
    """What is left out is set apart from what is wanted."""
    low, kept, high = sorted(listed)
    found = read_references(
        read(f"第{low}到{high}段，除了第{kept}段").norm, library.lexicon.references, library.lexicon.holders, ()
    )
    assert found.selections == (Selection(low, high),)
    assert found.excluded == (Selection(kept, kept),)
