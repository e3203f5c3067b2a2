"""“The Council”, of which there are several here: which is asked back by their names, and what was asked is answered of
the one that is named then; over the data of tests/across.py, counted in plain Python."""

from __future__ import annotations

from types import SimpleNamespace
from typing import cast

import pytest

from bot.faces.telegram.buttons import Buttons
from bot.faces.telegram.desk import Desk
from bot.faces.telegram.payload import LONGEST, parse
from bot.faces.telegram.presses import Presses
from bot.talk import Talk
from tests.across import World
from tests.test_record_asked_on import listed

OPPOSED = (
    ("法国反对了理事会哪些表决", "安理会", "council"),
    ("法国反对了理事会哪些表决", "人权理事会", "rights"),
    ("on which votes in the Council did France vote no?", "the Security Council", "council"),
    ("on which votes in the Council did France vote no?", "the Human Rights Council", "rights"),
    ("Lors de quels votes du Conseil la France a-t-elle voté contre ?", "Conseil de sécurité", "council"),
    ("¿En qué votaciones del Consejo votó Francia en contra?", "Consejo de Derechos Humanos", "rights"),
    ("В каких голосованиях в Совете Франция была против?", "Совет Безопасности", "council"),
    ("في أي تصويتات المجلس صوتت فرنسا ضد؟", "مجلس الأمن", "council"),
)


@pytest.mark.parametrize(("asked", "then", "body"), OPPOSED, ids=[f"{a} {b}" for a, b, _ in OPPOSED])
def test_what_was_asked_is_answered_of_the_council_that_is_named(
    world: World, asked: str, then: str, body: str
) -> None:
    assert world.told(asked)["kind"] == "clarify"
    so = {r.symbol for r in world.known if r.body == body and "FRA" in r.who("no")}
    assert listed(world, asked, then) == so != set()


@pytest.mark.parametrize(
    "asked", [*dict.fromkeys(row[0] for row in OPPOSED), "法國反對了理事會哪些表決"]
)
def test_those_that_may_be_meant_are_buttons(world: World, asked: str) -> None:
    """Pressing one is as good as its name."""
    spoken, _ = world.speaker.next(asked, Talk())
    markup = Buttons(world.speaker.library, world.speaker.wordings[spoken.language], "bot").under(spoken.answer)
    assert markup
    presses = Presses(cast(Desk, SimpleNamespace(speaker=world.speaker)))
    for body, (button,) in zip(("rights", "council"), markup.inline_keyboard, strict=True):
        payload = parse(str(button.callback_data))
        assert payload and len(str(payload)) <= LONGEST
        words = presses.words(payload, payload.language)
        assert words == button.text
        so = {r.symbol for r in world.known if r.body == body and "FRA" in r.who("no")}
        assert listed(world, asked, words) == so


THE_YEAR_BEFORE = (
    ("法国2022年反对了理事会哪些表决", "前一年呢", "安理会", "council"),
    ("on which votes in the Council did France vote no in 2022?", "the previous year?", "the Security Council",
     "council"),
    ("Lors de quels votes du Conseil la France a-t-elle voté contre en 2022 ?", "et l'année précédente",
     "Conseil de sécurité", "council"),
    ("¿En qué votaciones del Consejo votó Francia en contra en 2022?", "y el año anterior",
     "Consejo de Derechos Humanos", "rights"),
    ("В каких голосованиях в Совете Франция была против в 2022 году?", "и годом раньше", "Совет Безопасности",
     "council"),
    ("في أي تصويتات المجلس صوتت فرنسا ضد في 2022؟", "والسنة السابقة", "مجلس الأمن", "council"),
)


@pytest.mark.parametrize(("asked", "before", "then", "body"), THE_YEAR_BEFORE, ids=[row[1] for row in THE_YEAR_BEFORE])
def test_the_year_before_is_asked_of_the_council_that_is_named_then(
    world: World, asked: str, before: str, then: str, body: str
) -> None:
    again = world.told(asked, before)
    assert (again["kind"], again["text"]) == ("clarify", world.told(asked)["text"])
    of = [r for r in world.known if r.body == body and "FRA" in r.who("no")]
    assert listed(world, asked, then) == {r.symbol for r in of if r.day.year == 2022}
    assert listed(world, asked, before, then) == {r.symbol for r in of if r.day.year == 2021}


BY_THEMSELVES = (
    ("理事会", "人权理事会", "安全理事会"),
    ("the Council", "Human Rights Council", "Security Council"),
    ("le Conseil", "Conseil des droits de l’homme", "Conseil de sécurité"),
    ("el Consejo", "Consejo de Derechos Humanos", "Consejo de Seguridad"),
    ("Совет", "Совет по правам человека", "Совет Безопасности"),
    ("المجلس", "مجلس حقوق الإنسان", "مجلس الأمن"),
)


@pytest.mark.parametrize(("said", "rights", "security"), BY_THEMSELVES, ids=[row[0] for row in BY_THEMSELVES])
def test_which_council_is_asked_with_their_names(world: World, said: str, rights: str, security: str) -> None:
    reply = world.told(said)
    assert reply["kind"] == "clarify"
    assert rights in reply["text"]
    assert security in reply["text"]


BODIES = (
    ("安理会", "council"),
    ("General Assembly", "assembly"),
    ("Conseil de sécurité", "council"),
    ("el Consejo de Derechos Humanos", "rights"),
    ("Генеральная Ассамблея", "assembly"),
    ("مجلس الأمن", "council"),
)


@pytest.mark.parametrize(("said", "body"), BODIES, ids=[row[0] for row in BODIES])
def test_the_name_of_a_body_alone_asks_for_its_resolutions(world: World, said: str, body: str) -> None:
    assert listed(world, said) == {r.symbol for r in world.known if r.body == body}


@pytest.mark.parametrize("asked", ["how many resolutions on tapestries are there in the council?",
                                   "list the Council's resolutions on tapestries"])
def test_only_one_council_has_any_on_that(world: World, asked: str) -> None:
    """So that there is nothing to ask back."""
    so = {r.symbol: r.body for r in world.known if "tapestries" in r.title and r.body != "assembly"}
    assert set(so.values()) == {"council"}
    assert listed(world, asked) == set(so)


BACK_TO_IT = (
    ("back to the council one, how did France vote?", "FRA"), ("回到理事会那份，法国怎么投的", "FRA"),
    ("revenons à celle du Conseil : comment a voté la France ?", "FRA"),
)  # fmt: skip


@pytest.mark.parametrize(("then", "code"), BACK_TO_IT)
def test_the_council_is_that_of_the_one_spoken_of_before(world: World, then: str, code: str) -> None:
    one = next(r for r in world.known if r.body == "rights" and code in r.votes)
    other = next(r for r in world.known if r.body == "assembly")
    reply = world.told(f"who opposed {one.symbol}?", f"and {other.symbol}?", then)
    assert (reply["resolution"], reply["votes"]) == (one.symbol, {code: one.votes[code]})
