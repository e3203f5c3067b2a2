"""Resolutions of the Security Council whose number is not in the file: it is taken from the file's name, or given."""

from __future__ import annotations

from datetime import date

import pytest

from bot.corpus.library import Library
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.importing.document import Document, read_document
from bot.resolution import Adoption
from tests.importing.texts import SECURITY_COUNCIL, SECURITY_COUNCIL_CHINESE

COPIED = """
Adopted{how} by the Security Council at its 19586th meeting, on 25 March 2093

The Security Council,

Recalling the storms of the year before,

1. Demands that the harbour be opened;

2. Decides to remain actively seized of the matter.
"""
PLAIN = COPIED.format(how="")


def document(name: str, text: str, library: Library, symbol: str | None = None) -> Document:
    return read_document(name, text.encode(), library.names.code_of, symbol)


@pytest.mark.parametrize(
    ("name", "symbol"),
    [
        ("sres4728.txt", None),
        ("S_RES_4728(2093).txt", None),
        ("folder/S-RES-4728-E.txt", None),
        ("copied.txt", "S/RES/4728(2093)"),
        ("sres11.txt", "S/RES/4728 (2093)"),
    ],
)
def test_the_number_is_that_of_the_name_or_given(name: str, symbol: str | None, library: Library) -> None:
    read = document(name, PLAIN, library, symbol)
    assert (read.resolution.symbol, read.resolution.adopted) == ("S/RES/4728(2093)", date(2093, 3, 25))
    assert read.resolution.source.startswith("Resolution 4728 (2093)")
    (doubt,) = [each for each in read.doubts if each.kind is DoubtKind.HEAD]
    assert "stands nowhere in the file" in doubt.found
    assert (symbol or name.rpartition("/")[2]) in doubt.found
    assert read.account.difference == 0


def test_in_another_language(library: Library) -> None:
    begins = SECURITY_COUNCIL_CHINESE.index("2093年3月25日")
    read = document("SRES4728.txt", SECURITY_COUNCIL_CHINESE[begins:], library)
    assert (read.resolution.symbol, read.resolution.language) == ("S/RES/4728(2093)", "zh")


@pytest.mark.parametrize("name", ["copied.txt", "ares4728.txt", "4728.txt", "dresses12345.txt"])
def test_a_number_that_nothing_says_is_asked_for(name: str, library: Library) -> None:
    with pytest.raises(ContentError, match=r"number of the resolution is missing.*name of the file, or as --symbol"):
        document(name, PLAIN, library)


def test_a_number_in_the_file_is_the_one_that_counts(library: Library) -> None:
    assert document("sres9.txt", SECURITY_COUNCIL, library).resolution.symbol == "S/RES/4728(2093)"
    with pytest.raises(ContentError, match=r"given as S/RES/9.2093.; expected the same symbol"):
        document("x.txt", SECURITY_COUNCIL, library, "S/RES/9(2093)")


@pytest.mark.parametrize(("how", "adoption"), [("", Adoption.NOT_STATED), (" unanimously", Adoption.UNANIMOUS)])
def test_unanimity_in_the_head_is_kept(how: str, adoption: Adoption, library: Library) -> None:
    assert document("sres4728.txt", COPIED.format(how=how), library).resolution.adoption is adoption
