"""Messages about 56/4 that go on about a paragraph that was shown, or ask for one in a language."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.corpus.loading import load
from bot.faces.json import line
from bot.talk import Speaker

WATER = Path(__file__).parent / "documents" / "school_water.zh.txt"

IN_FULL = ("那段全文", "那一段的全文", "the full text of that paragraph", "the whole paragraph, please")


@pytest.mark.parametrize("said", IN_FULL)
def test_a_paragraph_that_was_shown_is_given_whole(speaker: Speaker, said: str) -> None:
    assert json.loads(line(speaker.answer(["第8段", said])))["paragraphs"] == ["OP8"]


IN_A_LANGUAGE = (
    ("第17段用英文", "docs.un.org/en/"),
    ("paragraph 17 in Spanish", "docs.un.org/es/"),
    ("paragraphe 17 en français", "docs.un.org/fr/"),
    ("párrafo 17 en inglés", "docs.un.org/en/"),
    ("пункт 17 на английском", "docs.un.org/en/"),
    ("الفقرة 17 بالإنجليزية", "docs.un.org/en/"),
)


@pytest.mark.parametrize(("said", "link"), IN_A_LANGUAGE)
def test_a_paragraph_in_a_language_is_shown_as_it_is_with_the_link_to_that(
    speaker: Speaker, said: str, link: str
) -> None:
    text = speaker.answer([said]).text
    assert "提供一切必要的人力和财政资源" in text
    assert link in text


def test_the_third_item_of_a_paragraph_that_has_some_is_its_third(content: Path) -> None:
    done = CliRunner().invoke(main, ["import", "--accept", "--content", str(content), str(WATER)])
    assert done.exit_code == 0, done.output
    speaker = Speaker(load(content))

    def shown(*turns: str) -> list[str]:
        return list(json.loads(line(speaker.answer(["91/14", *turns])))["paragraphs"])

    assert shown("第2段", "那第三项呢") == ["OP2(c)"]
    assert shown("第2段", "第二项") == ["OP2(b)"]
    assert shown("第2段", "那第三段呢") == shown("第3段", "那第三项呢") == ["OP3"]
