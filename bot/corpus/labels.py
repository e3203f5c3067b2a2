"""The labels of sub-paragraphs, (a), (i), (一), a), أ, and which of them belongs into which."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.corpus.lines import Line
from bot.language import numerals

_CIRCLED = "㈠㈡㈢㈣㈤㈥㈦㈧㈨㈩"
_ARABIC = "أبجدهوزحطيكلمنسع"
_CYRILLIC = str.maketrans("асеорху", "aceopxy")
LABEL = re.compile(
    rf"[*_]*(?:[(（]\s*([a-z]{{1,5}}|[{numerals.CHINESE}]{{1,3}}|\d{{1,2}}|[{_ARABIC}]ـ?)\s*[)）]|([{_CIRCLED}])|([a-zа-я]|[ivx]{{2,5}})\)(?=\s)|([a-z])\.(?=\s))[*_]*\s*"
)
"""The label at the head of a line, with the white space behind it."""


@dataclass(frozen=True, slots=True)
class Labelled:
    """A labelled line of a paragraph, and where its wording begins among the paragraph's spans."""

    line: Line
    label: str
    broken_at: int
    """The index of the span before its label, at which what stands before it ends."""
    begins_at: int
    """The index of the first span behind its label."""


def normal_label(found: re.Match[str]) -> str:
    """The normal form of a label that was matched: lower-case letters, or a number."""
    label = next(g for g in found.groups() if g).translate(_CYRILLIC)
    if label in _CIRCLED:
        return str(_CIRCLED.index(label) + 1)
    if re.fullmatch(f"[{numerals.CHINESE}]+", label):
        return str(numerals.chinese(label))
    return label.strip("ـ")


def _senses(label: str) -> list[tuple[str, int]]:
    """What a label can be: its kind, and its place in the order of that kind."""
    if label.isdigit():
        return [("number", int(label))]
    if label[0] in _ARABIC:
        return [("arabic", _ARABIC.index(label[0]) + 1)]
    senses = []
    if re.fullmatch("[ivx]+", label):
        senses.append(("roman", numerals.roman(label)))
    if len(set(label)) == 1:
        senses.append(("letter", ord(label[0]) - ord("a") + 1 + 26 * (len(label) - 1)))
    return senses


def paths(labels: list[str]) -> tuple[list[tuple[str, ...]], int | None]:
    """For each label, those it stands in and itself; and the index of the first that has no place, None where all have."""
    found: list[tuple[str, ...]] = []
    stack: list[tuple[str, int, str]] = []
    for index, label in enumerate(labels):
        senses = _senses(label)
        # (i) behind (h) begins a list of its own where (ii) comes before (j).
        rest = [x for x in labels[index + 1 :] if x in ("ii", "j")]
        if label == "i" and rest[:1] == ["ii"]:
            senses = [("roman", 1)]
        goes_on = [(depth, s) for depth in range(len(stack) - 1, -1, -1) for s in senses if s[0] == stack[depth][0] and s[1] == stack[depth][1] + 1]
        if goes_on:
            depth, sense = goes_on[0]
            stack[depth:] = [(*sense, label)]
        else:
            begins = [s for s in senses if s[1] == 1 and s[0] not in {kind for kind, _, _ in stack}]
            if not begins:
                return found, index
            stack.append((*begins[0], label))
        found.append(tuple(text for _, _, text in stack))
    return found, None
