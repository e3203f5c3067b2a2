"""Questions about a subject that name a state which the text does not."""

from __future__ import annotations

import pytest

from bot.answer.named import names_another_state
from bot.corpus.library import Library
from bot.importing.document import read_document
from tests.importing.test_volumes import VOLUMES


@pytest.mark.parametrize(
    ("asked", "another"),
    [
        ("what does Japan pay for the quays", True),
        ("日本出多少钱照亮码头", True),
        ("сколько платит Япония за фонари", True),
        ("who lights the quays", False),
        ("what turkey is served on the quays", False),
    ],
)
def test_a_state_that_the_text_does_not_name_is_another(asked: str, another: bool, library: Library) -> None:
    r = read_document("volume.txt", VOLUMES["en"].encode(), library.names.code_in_record).resolution
    assert names_another_state(asked, r, library) is another
    # One that it names is none, in whatever language.
    japan = VOLUMES["en"].replace("Requests States", "Requests Japan")
    r = read_document("volume.txt", japan.encode(), library.names.code_in_record).resolution
    assert not names_another_state(asked, r, library)
