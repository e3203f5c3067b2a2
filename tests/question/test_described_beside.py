"""Which resolution a message means after another one was spoken of: that one again, on the same in its year, or on
something else; over the record of tests/question/test_described.py, in which one state alone was against each."""

from __future__ import annotations

import json
from types import SimpleNamespace

import pytest

from bot.corpus.near_titles import Told
from bot.corpus.titles import Titles
from bot.faces.json import line
from bot.question.reading import weight
from bot.talk import Speaker, Talk
from tests.question.test_described import RECORD, TITLES, asked, speaker, titles

__all__ = ["speaker", "titles"]


def against(speaker: Speaker, symbol: str) -> tuple[str, ...]:
    """The names of the state that was against a resolution."""
    state = speaker.library.names.states[next(code for each, *_, code in RECORD if each == symbol)]
    return state.en, state.zh, *state.names.values()


IN_ITS_YEAR = (
    ("who opposed the 2023 Assembly resolution on cultural diversity?", "and in the Human Rights Council that year?"),
    ("Qui a voté contre A/RES/78/199 ?", "et au Conseil des droits de l'homme la même année ?"),
    ("A/RES/78/199谁反对", "同一年人权理事会的呢"),
    ("A/RES/78/199誰反對", "人權理事會同年的呢"),
    ("¿Quién votó en contra de A/RES/78/199?", "¿y en el Consejo de Derechos Humanos ese mismo año?"),
    ("Кто был против A/RES/78/199?", "а в Совете по правам человека в том же году?"),
    ("من عارض A/RES/78/199؟", "وفي مجلس حقوق الإنسان في السنة نفسها؟"),
)


@pytest.mark.parametrize("turns", IN_ITS_YEAR, ids=[row[1] for row in IN_ITS_YEAR])
def test_the_same_year_is_that_of_the_resolution_in_view(speaker: Speaker, turns: tuple[str, ...]) -> None:
    reply = asked(speaker, *turns)
    assert "A/HRC/RES/54/19" in reply
    assert any(name in reply for name in against(speaker, "A/HRC/RES/54/19"))


BACK = (
    ("back to the 2023 one: who was against?",),
    ("ok, going back to 2023, who opposed it?",),
    ("revenons à celle de 2023 : qui a voté contre ?",),
    ("volvamos a la de 2023: ¿quién votó en contra?",),
    ("вернёмся к той, что 2023: кто против?",),
    ("回到2023年那份，谁反对",),
    ("لنعد إلى قرار 2023: من عارض؟",),
)


@pytest.mark.parametrize("last", BACK, ids=[row[0] for row in BACK])
def test_a_message_goes_back_to_one_that_was_shown_before(speaker: Speaker, last: tuple[str, ...]) -> None:
    # What was shown last of 2023 is the treaty, which is not on the same as what is in view.
    reply = asked(speaker, "A/RES/78/48谁反对", "A/HRC/RES/57/18谁反对", *last)
    assert "A/RES/78/48" in reply
    assert any(name in reply for name in against(speaker, "A/RES/78/48"))


OF_ANOTHER_TIME = (
    (("A/HRC/RES/54/19谁反对", "英国2024年反对吗"), "A/HRC/RES/57/18"),
    (("who opposed A/HRC/RES/54/19?", "does the UK still vote against in 2024?"), "A/HRC/RES/57/18"),
    (("¿Quién en contra de A/HRC/RES/54/19?", "¿el Reino Unido en contra en 2024?"), "A/HRC/RES/57/18"),
)


@pytest.mark.parametrize(("turns", "symbol"), OF_ANOTHER_TIME, ids=[row[0][1] for row in OF_ANOTHER_TIME])
def test_another_year_is_that_of_the_one_on_the_same(speaker: Speaker, turns: tuple[str, ...], symbol: str) -> None:
    assert symbol in asked(speaker, *turns)


@pytest.mark.parametrize(
    ("state", "asks", "changed"),
    [("UK", "did it change in 2024?", True), ("China", "did it change in 2024?", False), ("英国", "2024年变了吗", 1)],
)
def test_whether_the_vote_asked_about_before_changed_is_said_of_both(
    speaker: Speaker, state: str, asks: str, changed: bool
) -> None:
    talk = Talk()
    for turn in (f"A/HRC/RES/54/19 {state}?", asks):
        spoken, talk = speaker.next(turn, talk)
    fields = json.loads(line(spoken))
    assert fields["verdict"] == ("yes" if changed else "no")
    assert {row["resolution"] for row in fields["table"]} == {"A/HRC/RES/57/18", "A/HRC/RES/54/19"}


ON_SOMETHING_ELSE = (
    ("A/RES/78/222谁反对", "伊朗那份呢，谁反对"),
    ("A/RES/78/222誰反對", "那伊朗那份誰反對"),
    ("who opposed A/RES/78/222?", "and the Iran one, who voted against?"),
    ("Qui a voté contre A/RES/78/222 ?", "et celle sur l'Iran, qui a voté contre ?"),
    ("¿Quién votó en contra de A/RES/78/222?", "¿y la de Irán, quién votó en contra?"),
    ("Кто против A/RES/78/222?", "а по Ирану кто против?"),
)


@pytest.mark.parametrize("turns", ON_SOMETHING_ELSE, ids=[row[1] for row in ON_SOMETHING_ELSE])
def test_the_one_on_something_else_may_be_asked_about_at_once(speaker: Speaker, turns: tuple[str, ...]) -> None:
    reply = asked(speaker, *turns)
    assert "A/RES/78/220" in reply
    assert "A/RES/78/222" not in reply
    assert any(name in reply for name in against(speaker, "A/RES/78/220"))


def test_one_on_what_is_not_here_is_not_answered_of_the_one_in_view(speaker: Speaker) -> None:
    for last in ("and the penguin one, who voted against?", "那企鹅那份呢，谁反对"):
        reply = asked(speaker, "who opposed A/RES/78/222?", last)
        assert not any(symbol in reply for symbol, *_ in RECORD)


def test_the_vote_of_a_state_is_no_resolution_on_it(speaker: Speaker) -> None:
    reply = asked(speaker, "¿Quién votó en contra de A/RES/78/222?", "¿y la de China?")
    assert "A/RES/78/222" in reply


def test_what_corrects_which_one_is_meant_is_asked_anew(speaker: Speaker) -> None:
    turns = ("who opposed A/RES/78/48?", "and the EU?", "sorry, I meant the sand storms one, who was against?")
    reply = asked(speaker, *turns)
    assert "A/RES/78/158" in reply
    assert any(name in reply for name in against(speaker, "A/RES/78/158"))


def test_one_of_those_that_were_listed_is_meant_before_others(speaker: Speaker) -> None:
    listed = "which resolutions did the Assembly adopt in 2023?"
    reply = asked(speaker, listed, "who opposed the cultural diversity one?")
    assert "A/RES/78/199" in reply
    assert any(name in reply for name in against(speaker, "A/RES/78/199"))


@pytest.mark.parametrize(
    ("message", "symbol"),
    [
        ("who voted against the landmines resolution?", "A/RES/78/45"),
        ("地雷公约的决议谁反对", "A/RES/78/45"),
        ("Кто голосовал против резолюции о противопехотных минах?", "A/RES/78/45"),
        ("¿Quién votó en contra de la resolución sobre las minas terrestres?", "A/RES/78/45"),
    ],
)
def test_what_people_call_a_subject_is_put_as_titles_have_it(speaker: Speaker, message: str, symbol: str) -> None:
    reply = asked(speaker, message)
    assert symbol in reply
    assert any(name in reply for name in against(speaker, symbol))


def test_names_in_brackets_say_what_it_is_on_where_others_are_asked_about(speaker: Speaker) -> None:
    reply = asked(speaker, "Combating sand and dust storms (China, India etc.): who voted against?")
    assert any(name in reply for name in against(speaker, "A/RES/78/158"))
    assert "India" not in reply


def test_those_who_voted_together_with_a_state_are_sought(speaker: Speaker) -> None:
    spoken, _ = speaker.next("78/158谁和中国一起投了赞成票", Talk())
    assert "CHN" not in json.loads(line(spoken))["votes"]


@pytest.mark.parametrize(
    "message", ["人权理事会2023年缅甸决议谁反对", "who voted against the 2023 Council resolution on Myanmar?"]
)
def test_a_state_that_no_title_names_is_said_not_to_be_here(speaker: Speaker, message: str) -> None:
    reply = asked(speaker, message)
    assert "缅甸" in reply or "Myanmar" in reply
    assert not any(symbol in reply for symbol, *_ in RECORD)


# --- a second opinion ---------------------------------------------------------------------------------------------


def seconded(titles: Titles, nearest: str, by: float) -> Titles:
    """The titles with a second opinion that finds one so much nearer than all others."""
    opinion = SimpleNamespace(opinion=lambda _, texts: tuple(0.3 + by * (nearest in text) for text in texts))
    return Titles(titles._summaries, titles._names, titles._encode, titles._kept, opinion)  # type: ignore[arg-type]


def test_a_second_opinion_decides_where_the_first_leaves_it_open(titles: Titles) -> None:
    said, every = "UN peacekeepers on the island of Cyprus", frozenset(range(len(TITLES)))
    alone = titles.told(said, weight(said), every)[0]
    sure, near = seconded(titles, "Cyprus", 0.4).told(said, weight(said), every)
    assert alone is Told.SURELY or sure is Told.SURELY
    assert all("Cyprus" in x.title for x in near)


def test_a_second_opinion_makes_nothing_of_what_the_first_finds_far(titles: Titles) -> None:
    said, every = "whale hunting", frozenset(range(len(TITLES)))
    assert seconded(titles, "Georgia", 0.5).told(said, weight(said), every)[0] is not Told.SURELY


def test_no_second_opinion_is_asked_where_no_title_can_be_the_one(titles: Titles) -> None:
    asked: list[str] = []
    opinion = SimpleNamespace(opinion=lambda words, _: asked.extend(words) or ())
    seen = Titles(titles._summaries, titles._names, titles._encode, titles._kept, opinion)  # type: ignore[arg-type]
    for said in ("whale hunting", "UN peacekeepers on the island of Cyprus"):
        seen.told(said, weight(said), seen.every)
    assert "whale hunting" not in asked
