"""A vote that can be read but is not likely is doubted: of more members than there are, adopted by a minority."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.importing.document import read_document

TEXT = """A/HRC/RES/98/77

Human Rights Council
Ninety-eighth session
3–21 March 2093
Agenda item 3

Resolution adopted by the Human Rights Council on 20 March 2093

98/77. Lanterns

The Human Rights Council,

Recalling its earlier resolutions,

1. Welcomes the lanterns;

2. Requests more of them.

30th meeting
20 March 2093

[Adopted by a recorded vote of {vote}.]
"""


@pytest.mark.parametrize(
    ("vote", "said"),
    [
        ("40 to 5, with 2 abstentions", ""),
        ("40 to 9, with 2 abstentions", "51 members voted; expected at most 47"),
        ("12 to 14, with 3 abstentions", "adopted by 12 votes to 14; expected more in favour than against"),
        ("12 to 12, with 3 abstentions", "adopted by 12 votes to 12; expected more in favour than against"),
    ],
)
def test_what_is_not_likely_is_doubted(vote: str, said: str, library: Library) -> None:
    document = read_document("x.txt", TEXT.format(vote=vote).encode(), library.names.code_in_record)
    assert [doubt.found for doubt in document.doubts if "; expected" in doubt.found] == ([said] if said else [])
