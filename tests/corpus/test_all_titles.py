"""In which of all titles a text stands, against looking at each."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.corpus.all_titles import AllTitles
from bot.language.normal import normal

WORDS = st.text("ab 权利", max_size=6)


@given(st.lists(st.lists(WORDS, min_size=1, max_size=2), max_size=8), WORDS)
def test_those_that_have_it(titles: list[list[str]], sought: str) -> None:
    norm = normal(sought)
    expected = {at for at, each in enumerate(titles) if any(norm in normal(title) for title in each)}
    assert AllTitles(titles).having(norm) == expected


def test_what_stands_in_two_titles_stands_in_neither() -> None:
    """The end of one and the beginning of the next are no text."""
    titles = AllTitles([["The right to food"], ["and water"], ["The right to food", "食物权"]])
    assert titles.having("food") == {0, 2}
    assert titles.having(normal("食物")) == {2}
    assert titles.having("foodand") == titles.having("food and") == frozenset()
