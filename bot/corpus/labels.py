"""The labels of sub-paragraphs, (a), (i), (一), (甲), a), (б), (أ), and which of them belongs into which."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from bot.language import numerals
from bot.language.holders import ranks
from bot.resolution import Paragraph, Subparagraph

if TYPE_CHECKING:
    # The forms of documents, which who only looks for a sub-paragraph need not wait for.
    from bot.corpus.lines import TextLine

_NUMBERS = "一二三四五六七八九十"
_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_LOOKALIKES = str.maketrans("асеорху", "aceopxy")
"""Cyrillic letters that are printed as Latin ones, and are typed for them."""
_FINANCIAL = str.maketrans("壹貳贰參叁肆伍陸陆柒捌玖拾", "一二二三三四五六六七八九十")
_ROWS = {
    "abjad": "أبجدهوزحطيكلمنسعفصقرشتثخذضظغ",
    "alphabet": "أبتثجحخدذرزسشصضطظعغفقكلمنهوي",
    "cyrillic": "абвгдежзиклмнопрстуфхцчшщэюя".translate(_LOOKALIKES),
    "stem": "甲乙丙丁戊己庚辛壬癸",
    "branch": "子丑寅卯辰巳午未申酉戌亥",
}
"""By kind, the signs that lists are labelled with, in their order; Russian ones leave out ё, й, ъ, ы and ь."""
_TURNS = {
    "i": {"ii": "roman", "j": "letter"},
    "a": {"b": "letter", "б": "cyrillic"},
    "أ": {"ج": "abjad", "ت": "alphabet"},
}
"""Labels that begin lists of several kinds: which it is, the first of these labels behind it says."""
LABEL = re.compile(
    rf"[*_]*(?:[(（]\s*([a-z]{{1,5}}|[а-я]|[{numerals.CHINESE}貳參陸]{{1,3}}|[{_ROWS['stem']}{_ROWS['branch']}]"
    rf"|\d{{1,2}}|[{_ROWS['abjad']}]ـ?)\s*[)）]"
    rf"|([{_CIRCLED}])|([a-zа-я]|[ivx]{{2,5}}|\d{{1,2}})\)(?=\s|$)|([a-z])\.(?=\s|$))[*_]*\s*"
)
"""The label at the head of a line, or alone on one, with the white space behind it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled line of a paragraph, and where its wording begins among the paragraph's spans."""

    line: TextLine
    label: str
    broken_at: int
    """The index of the span before its label, at which what stands before it ends."""
    begins_at: int
    """The index of the first span behind its label."""


def normal_label(found: re.Match[str]) -> str:
    """The normal form of a label that was matched: lower-case letters, or a number, in Chinese where it is printed
    so."""
    label = next(g for g in found.groups() if g).translate(_LOOKALIKES).translate(_FINANCIAL)
    if label in _CIRCLED:
        return _NUMBERS[_CIRCLED.index(label)]
    return str(int(label)) if label.isdecimal() else label.strip("ـ")


def _senses(label: str) -> list[tuple[str, int]]:
    """What a label can be: its kind, and its place in the order of that kind."""
    if label.isdigit():
        return [("number", int(label))]
    if counted := numerals.chinese(label):
        return [("chinese", counted)]
    senses = []
    if re.fullmatch("[ivx]+", label):
        senses.append(("roman", numerals.roman(label)))
    if re.fullmatch(r"([a-z])\1*", label):
        senses.append(("letter", ord(label[0]) - ord("a") + 1 + 26 * (len(label) - 1)))
    return senses + [(kind, row.index(label) + 1) for kind, row in _ROWS.items() if label in row]


_LOOKALIKE = {"6": "b", "0": "o", "1": "l", "9": "g"}
"""Labels that are recognized as another one in old print: (6) for (b)."""


def paths(labels: list[str]) -> tuple[list[tuple[str, ...]], list[int]]:
    """For each label, those it stands in and itself; and the indexes of those that have no place: they are read as if
    they followed the last one."""
    found: list[tuple[str, ...]] = []
    wrong: list[int] = []
    stack: list[tuple[str, int, str]] = []
    for index, label in enumerate(labels):
        if not _placed(label, labels[index + 1 :], stack):
            wrong.append(index)
            meant = _LOOKALIKE.get(label)
            if meant is None or not stack or not _placed(meant, [], stack):
                _beside(label, stack)
        path = tuple(text for _, _, text in stack)
        while path in found:
            wrong += [index] if index not in wrong else []
            path = (*path[:-1], path[-1] + "′")
        found.append(path)
    return found, wrong


def _beside(label: str, stack: list[tuple[str, int, str]]) -> None:
    """Put a label without a place beside the last one of its kind, or else beside the last one."""
    senses = _senses(label) or [("letter", 0)]
    alike = (d for d in range(len(stack) - 1, -1, -1) if stack[d][0] in {kind for kind, _ in senses})
    depth = next(alike, max(len(stack) - 1, 0))
    kinds = [sense for sense in senses if depth < len(stack) and sense[0] == stack[depth][0]]
    stack[depth:] = [(*(kinds or senses)[0], label)]


def _placed(label: str, later: list[str], stack: list[tuple[str, int, str]]) -> bool:
    """Put a label where it goes on or begins; whether it has such a place."""
    senses = _senses(label)
    # (i) behind (h) begins a list of its own where (ii) comes before (j).
    turns = _TURNS.get(label, {})
    meant = next((turns[x] for x in later if x in turns), None)
    if meant and (meant, 1) in senses:
        senses = [(meant, 1)]
    deepest = range(len(stack) - 1, -1, -1)
    goes_on = next(((d, s) for d in deepest for s in senses if s[0] == stack[d][0] and s[1] == stack[d][1] + 1), None)
    if goes_on:
        depth, sense = goes_on
        stack[depth:] = [(*sense, label)]
        return True
    begins = next((s for s in senses if s[1] == 1 and s[0] not in {kind for kind, _, _ in stack}), None)
    if begins:
        stack.append((*begins, label))
    return begins is not None


def by_rank(paragraph: Paragraph, labels: list[str]) -> Subparagraph | None:
    """The sub-paragraph that labels of any kind can mark by its place among its like; None where none or several can be
    meant."""
    above, found = "", None
    for level, label in enumerate(labels):
        like = [s for s in paragraph.subparagraphs if s.level == level and s.label.startswith(above)]
        places = [n for n in ranks(label) if n <= len(like)]
        if len(places) != 1:
            return None
        found = like[places[0] - 1]
        above = f"{found.label}."
    return found
