"""Words of a question of all resolutions that no condition has are asked back about, and none is passed over."""

from __future__ import annotations

import pytest

from tests.across import World

UNKNOWN = (
    # message, the word of it that nothing here is known of
    ("كيف صوتت الصين على قرار الزرافات في الجمعية العامة", "الزرافات"),
    ("中国在大会对长颈鹿投过几次反对票", "长颈鹿"),
    ("How often did France vote against zeppelins in the General Assembly?", "zeppelins"),
    ("Combien de fois la France a-t-elle voté contre les girafes à l'Assemblée générale ?", "girafes"),
    ("¿Cuántas veces votó China en contra de las jirafas en la Asamblea General?", "jirafas"),
    ("Сколько раз Китай голосовал против жирафов в Генеральной Ассамблее?", "жирафов"),
)


@pytest.mark.parametrize(("message", "word"), UNKNOWN)
def test_what_is_not_known_is_asked_back_or_said_not_to_be_there(world: World, message: str, word: str) -> None:
    reply = world.told(message)
    assert reply["kind"] in ("clarify", "none")
    assert word in reply["text"] or reply["kind"] == "none"
    assert not reply.get("table")


SAYS_NOTHING = (
    ("中国投过几次反对票", "那中国到底在数据库里总共投过几次反对票"),
    ("How often did China vote against?", "So overall, how often did China actually vote against across the record?"),
)


@pytest.mark.parametrize(("plain", "wordy"), SAYS_NOTHING)
def test_words_that_say_nothing_of_their_own_change_nothing(world: World, plain: str, wordy: str) -> None:
    assert world.told(wordy).get("table") == world.told(plain)["table"]
