"""No pattern that a text reaches takes long on lines that were made to take long. The texts are noise."""

from __future__ import annotations

import re
import time

import pytest

from bot.corpus import account, annexes, body, head, labels, lines, marks, paragraphs, printed, reader, record
from bot.corpus.forms import FORMS, common, layout
from bot.corpus.library import Library
from bot.errors import ContentError
from bot.importing import clean, furniture, joints, notes, numbers
from bot.importing.document import read_document

LENGTH = 30_000
PATIENCE = 10.0
"""Seconds for all patterns on one kind of noise; those that go back and forth take minutes."""
NOISE = {
    "blanks": " " * LENGTH, "figures": "9" * LENGTH, "letters": "a" * LENGTH, "capitals": "A" * LENGTH,
    "symbols": "A/B" * (LENGTH // 3),
    "brackets": "(" * LENGTH, "asterisks": "*" * LENGTH, "underscores": "_ " * (LENGTH // 2),
    "names": "Adopted by the " * (LENGTH // 15),
    "marks": "²" * LENGTH, "hyphens": "a-" * (LENGTH // 2), "words": "aa " * (LENGTH // 3),
    "Chinese": "大会" * (LENGTH // 2), "commas": "a, " * (LENGTH // 3),
}  # fmt: skip
MODULES = (
    account,
    annexes,
    body,
    head,
    labels,
    lines,
    marks,
    paragraphs,
    printed,
    reader,
    record,
    common,
    layout,
    clean,
    furniture,
    joints,
    notes,
    numbers,
)


def whole_line_patterns() -> list[re.Pattern[str]]:
    """The patterns of the modules, which are matched against lines of any length."""
    return [value for module in MODULES for value in vars(module).values() if isinstance(value, re.Pattern)]


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_every_pattern_is_quick_on_a_long_line(noise: str) -> None:
    begun = time.monotonic()
    for pattern in whole_line_patterns():
        pattern.match(noise + "!")
        pattern.fullmatch(noise + "!")
    assert time.monotonic() - begun < PATIENCE


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
@pytest.mark.parametrize("language", FORMS)
def test_every_phrase_is_quick_on_the_longest_line_that_it_is_looked_for_in(language: str, noise: str) -> None:
    line = lines.bare(noise[: lines.LONGEST_PHRASE])
    values = [getattr(FORMS[language], name) for name in type(FORMS[language]).__dataclass_fields__]
    patterns = [
        p
        for value in values
        for p in (value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else [value])
    ]
    begun = time.monotonic()
    for pattern in patterns:
        if isinstance(pattern, re.Pattern):
            pattern.fullmatch(line + "!")
    assert time.monotonic() - begun < PATIENCE


@pytest.mark.parametrize("noise", NOISE.values(), ids=NOISE)
def test_a_file_with_a_long_line_of_noise_is_read_or_refused_soon(library: Library, noise: str) -> None:
    opening = (
        "Resolution 4041 (2093)\n\nAdopted by the Security Council at its 9941st meeting, on 7 May 2093\n\nThe "
        "Security Council,\n\n"
    )
    opening += "Noting it,\n\n1. Asks for "
    begun = time.monotonic()
    try:
        read_document(
            "x.txt",
            f"{opening}{noise};\n\n{noise}\n\n2. Decides to go on.\n".encode(),
            library.names.code_in_record,
            language="en",
        )
    except ContentError as error:
        assert str(error)
    assert time.monotonic() - begun < PATIENCE
