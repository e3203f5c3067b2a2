"""Random compositions of two groups and a word of content/ between them: the set that they mean, or to be asked back.

The words are those by which something is left out, negated, or said to be in both; the sets are computed from the roll
call. With a name that is none in place of the second group, nothing but asking back is right.
"""

from __future__ import annotations

import json
import random
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from bot.faces.json import line
from bot.talk import Speaker
from tests.questions.composed.record import groups, having

CONTENT = Path(__file__).parents[2] / "content"
OVERLAPPING = (
    ("african_group", "arab_league"),
    ("african_union", "ldc"),
    ("arab_league", "gcc"),
    ("g20", "brics"),
    ("grulac", "mercosur"),
    ("landlocked", "ldc"),
    ("nato", "european_union"),
    ("oic", "asean"),
)
"""Of each pair there are voters in both, and others in the first alone."""
ASKED = {
    "zh": "{}投了什么票",
    "en": "How did {} vote?",
    "fr": "Comment ont voté : {} ?",
    "es": "Cómo votaron: {}",
    "ru": "Как голосовали: {}",
    "ar": "كيف صوتت: {}",
}
NOWHERE = {
    "zh": "高山国家",
    "en": "mountain kingdoms",
    "fr": "royaumes montagnards",
    "es": "reinos montañosos",
    "ru": "горные королевства",
    "ar": "الممالك الجبلية",
}
"""States of a kind that nothing here knows."""
AND = {"zh": "和", "en": " and ", "fr": " et ", "es": " y ", "ru": " и ", "ar": " و"}
SAMPLE = 12
"""Words of each kind and language that are tried."""
NOT_BETWEEN_GROUPS = frozenset({"删掉", "with no"})
"""Words of other senses, too: to delete, to vote no."""
ASKED_BACK: tuple[str, frozenset[str]] = ("clarify", frozenset())

Put = Callable[[str, str, str, str], str]


def _between(language: str, one: str, word: str, other: str) -> str:
    return (one + word + other) if language == "zh" else f"{one} {word} {other}"


def _behind(language: str, one: str, word: str, other: str) -> str:
    return f"{one}，{other}{word}" if language == "zh" else f"{one}, {other} {word}"


def _before(language: str, one: str, word: str, other: str) -> str:
    return word + ("" if language == "zh" else " ") + one + AND[language] + other


KINDS: dict[str, tuple[Put, Callable[[frozenset[str], frozenset[str]], frozenset[str]]]] = {
    "except": (_between, frozenset.difference),
    "except_behind": (_behind, frozenset.difference),
    "not_of": (_between, frozenset.difference),
    "in_both": (_before, frozenset.intersection),
}


@pytest.fixture(scope="module")
def content() -> dict[str, dict[str, Any]]:
    return {name: tomllib.loads((CONTENT / f"{name}.toml").read_text(encoding="utf-8")) for name in ("cues", "groups")}


def words(cues: dict[str, Any], kind: str, language: str, chance: random.Random) -> list[str]:
    """A sample of the words of a cue that are whole phrases."""
    whole = [w for w in cues[kind].get(language, ()) if not set(w) & set("^*$…") and w not in NOT_BETWEEN_GROUPS]
    return chance.sample(whole, min(SAMPLE, len(whole)))


def compositions(content: dict[str, dict[str, Any]]) -> Iterator[tuple[str, str, frozenset[str]]]:
    """A question of two groups, the same with a name that is none for the second, and the states that are meant."""
    for kind, (put, join) in KINDS.items():
        for language, asked in ASKED.items():
            chance = random.Random(f"{kind} {language}")
            for word in words(content["cues"], kind, language, chance):
                one, other = chance.choice(OVERLAPPING)
                first, second = (_name(content["groups"][g], language) for g in (one, other))
                said = asked.format(put(language, first, word, second))
                unknown = asked.format(put(language, first, word, NOWHERE[language]))
                yield said, unknown, join(groups()[one], groups()[other])


def _name(group: dict[str, Any], language: str) -> str:
    short = {"zh": "zh_short", "en": "en_short"}.get(language, language)
    return str(group.get(short, group["en"]))


def reply(speaker: Speaker, message: str) -> tuple[str, frozenset[str]]:
    """The kind of the reply, and the states in it."""
    said = json.loads(line(speaker.answer([message])))
    return said["kind"], frozenset(said["votes"])


def test_the_set_that_is_meant(speaker: Speaker, content: dict[str, dict[str, Any]]) -> None:
    """Never another; and hardly ever asked back."""
    replies = [(said, reply(speaker, said), meant) for said, _, meant in compositions(content)]
    assert len(replies) > 200
    assert not [(said, found) for said, found, meant in replies if found not in (("roll", meant), ASKED_BACK)]
    assert sum(kind == "roll" for _, (kind, _), _ in replies) > 0.98 * len(replies)


def test_what_is_not_known_is_asked_back(speaker: Speaker, content: dict[str, dict[str, Any]]) -> None:
    replies = [(unknown, reply(speaker, unknown)) for _, unknown, _ in compositions(content)]
    assert not [(said, found) for said, found in replies if found != ASKED_BACK]


NEGATED = {
    "zh": "{}里面谁{}投赞成",
    "en": "Who in {} {} vote yes",
    "fr": "Qui dans {} {} voté pour",
    "es": "Quién de {} {} votó a favor",
    "ru": "Кто из {} {} голосовал за",
    "ar": "من من {} {} صوت لصالح القرار",
}


def test_a_negation_is_one(speaker: Speaker, content: dict[str, dict[str, Any]]) -> None:
    wrong = []
    for language, asked in NEGATED.items():
        chance = random.Random(language)
        for word in words(content["cues"], "negation", language, chance):
            group = chance.choice(OVERLAPPING)[0]
            said = asked.format(_name(content["groups"][group], language), word)
            meant = groups()[group] - having("yes")
            if word != "no" and (found := reply(speaker, said)) not in (("roll", meant), ASKED_BACK):
                wrong.append((said, found))
    assert not wrong
