"""Tests of deep links: what t.me/BOT?start=… shows, and what stands in such a link and on a button."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bot.corpus.library import Library
from bot.faces.telegram.payload import (
    LANGUAGE_OF_LETTER,
    LONGEST,
    Action,
    Payload,
    paragraph,
    parse,
    question_of,
    resolution_of,
    slug,
)
from bot.question.model import DocumentQuestion, ParagraphQuestion, RollQuestion, TallyQuestion, VoteQuestion
from bot.question.where import selections_in
from tests.faces.served import CLAUSE_5, HELLO, OFFICIAL, Served

# --- followed ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("payload", "begins"),
    [
        ("op5", "Operative paragraph 5:"),
        ("op12", "Operative paragraph 12:"),
        ("pp3", "Preambular paragraph 3:"),
        ("op12--A_HRC_RES_56_4", "Operative paragraph 12:"),
        ("vote-CHN", "China: in favour."),
        ("vote-FRA", "France: against."),
        ("vote-CHN-FRA", "China: in favour.\nFrance: against."),
        ("vote-ESP", "Spain: not in the record of the vote"),
        ("tally", "Adopted by a recorded vote: 29 in favour, 14 against, 4 abstaining"),
        ("tally--A_HRC_RES_56_4", "Adopted by a recorded vote: 29 in favour"),
        ("roll", "In favour (29): "),
        ("roll-no", "Against (14): "),
        ("roll-abstain", "Abstaining (4): "),
        ("full", "A/HRC/RES/56/4, 人权与国际团结"),
        ("outline", "A/HRC/RES/56/4, 人权与国际团结"),
        ("help", HELLO["en"]),
    ],
)
def test_a_deep_link_shows_what_it_says(served: Served, me: int, payload: str, begins: str) -> None:
    call = served.server.exchange(f"/start {payload}", chat=me)
    assert call.text.startswith(begins)
    assert payload == "help" or any(OFFICIAL in sent.text for sent in served.server.sent if sent.chat_id == me)


@pytest.mark.parametrize("payload", ["map", "map-groups", "map--A_HRC_RES_56_4"])
def test_a_deep_link_to_the_picture(served: Served, me: int, payload: str) -> None:
    sent = [call for call in served.calls(me, f"/start {payload}") if call.method != "sendChatAction"]
    assert [call.method for call in sent] == ["sendPhoto"]


@pytest.mark.parametrize(
    ("language", "begins"), [("en", "Operative paragraph 5:"), ("zh-hans", "第5段："), ("zh-hant", "第5段：")]
)
def test_a_deep_link_is_answered_in_the_language_of_the_app(
    served: Served, me: int, language: str, begins: str
) -> None:
    served.server.user(me, language_code=language)
    call = served.server.exchange("/start op5", chat=me)
    assert call.text.startswith(begins)
    assert call.parts("blockquote") == [CLAUSE_5]


def test_a_deep_link_begins_a_conversation(served: Served, me: int) -> None:
    served.server.exchange("/start op4", chat=me)
    assert CLAUSE_5 in served.server.exchange("next paragraph", chat=me).text


@pytest.mark.parametrize(
    "payload",
    [
        "x", "op", "op0", "op-1", "op01", "op99999", "OP12", "op12 extra", "op12~e~e", "op12~z", "op12--",
        "op12--A_HRC_RES_99_9",
        "op12--../../etc/passwd", "para-op12", "vote", "vote-", "vote-ZZZ", "vote-chn", "vote-CHN-",
        "vote-CHN--CHN--CHN", "vote-CHN-ZZZ",
        "roll-maybe", "tally-x", "full-x", "map-sideways", "map-groups-groups", "eg-general-0", "eg-nope-99",
        "state-COG", "lang-en", "file",
        "file--A_HRC_RES_56_4", "page", "page-op0", "-" * 64, "_" * 64, "a" * 64, "a" * 65, "op12" * 1000, "<b>&",
        "' OR 1=1 --",
        "${jndi:ldap://x}", "{0.__class__}", "%s%n", "op１２", "оp12", "op12\u200b", "第12段", "🎉", "../../etc/passwd",
        "__init__",
    ],
)  # fmt: skip
def test_any_other_payload_gets_the_ordinary_start(served: Served, me: int, payload: str) -> None:
    sent = served.calls(me, f"/start {payload}"[:4096])
    assert [call.text.startswith(HELLO["en"]) for call in sent] == [True]


# --- what stands in them ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "payload"),
    [
        ("op12", Payload(Action.PARAGRAPH, "op12")),
        ("pp3--A_HRC_RES_56_4", Payload(Action.PARAGRAPH, "pp3", "A_HRC_RES_56_4")),
        ("op12--A_HRC_RES_56_4~t", Payload(Action.PARAGRAPH, "op12", "A_HRC_RES_56_4", "zh-Hant")),
        ("page-op6--A_HRC_RES_56_4~c", Payload(Action.PAGE, "op6", "A_HRC_RES_56_4", "zh-Hans")),
        ("vote-CHN", Payload(Action.VOTE, "CHN")),
        ("vote-CHN-FRA~e", Payload(Action.VOTE, "CHN-FRA", "", "en")),
        ("tally", Payload(Action.TALLY)),
        ("roll-no--A_HRC_RES_56_4", Payload(Action.ROLL, "no", "A_HRC_RES_56_4")),
        ("map-groups", Payload(Action.MAP, "groups")),
        ("eg-general-2~e", Payload(Action.EXAMPLE, "general-2", "", "en")),
        ("lang-zh-hant", Payload(Action.LANGUAGE, "zh-hant")),
        ("full--A_RES_S_21_1", Payload(Action.FULL, "", "A_RES_S_21_1")),
    ],
)
def test_what_a_payload_says(text: str, payload: Payload) -> None:
    assert parse(text) == payload
    assert str(payload) == text


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("", "empty"),
        ("op0", "numbers begin with 1"),
        ("op12345", "no document is as long"),
        ("dance", "no such action"),
        ("para", "a paragraph's name stands alone"),
        ("para-op12", "a paragraph's name stands alone"),
        ("-op12", "begins with a hyphen"),
        ("op12-", "ends with a hyphen"),
        ("op12--", "no document"),
        ("op12~", "no letter"),
        ("op12~x", "no such language"),
        ("op12~e--A", "the language stands last"),
        ("op12\n", "a line break"),
        (" op12", "a space"),
        ("op12--人权", "not ASCII"),
        ("op１２", "full-width digits"),
        ("tally--" + "A" * 58, "65 characters"),
    ],
)
def test_what_is_no_payload(text: str, why: str) -> None:
    assert parse(text) is None, why


def test_the_longest_payload() -> None:
    assert parse("tally--" + "A" * 57) == Payload(Action.TALLY, "", "A" * 57)


@pytest.mark.parametrize(
    ("symbol", "slugged"),
    [
        ("A/HRC/RES/56/4", "A_HRC_RES_56_4"),
        ("A/RES/61/295", "A_RES_61_295"),
        ("S/RES/1325 (2000)", "S_RES_1325_2000"),
        ("A/HRC/RES/S-21/1", "A_HRC_RES_S_21_1"),
    ],
)
def test_a_symbol_in_a_payload(symbol: str, slugged: str) -> None:
    assert slug(symbol) == slugged
    assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(Payload(Action.PARAGRAPH, "op9999", slug(symbol))))


@pytest.mark.parametrize(
    ("text", "question"),
    [
        ("tally", TallyQuestion()),
        ("full", DocumentQuestion(full=True)),
        ("outline", DocumentQuestion(full=False)),
        ("vote-CHN-FRA", VoteQuestion(("CHN", "FRA"))),
        ("roll", RollQuestion()),
        ("vote-CHN-XXX", None),
        ("vote", None),
        ("map", None),
        ("lang-en", None),
        ("page", None),
        ("full-x", None),
    ],
)
def test_what_a_payload_asks(library: Library, text: str, question: object) -> None:
    payload = parse(text)
    assert payload
    assert question_of(payload, library) == question


def test_the_resolution_of_a_payload(library: Library) -> None:
    resolution = library.resolutions[0]
    assert resolution_of(paragraph("OP12", resolution), library) is resolution
    assert resolution_of(Payload(Action.TALLY), library) is None
    assert resolution_of(Payload(Action.TALLY, document="A_HRC_RES_99_9"), library) is None


WORD = st.text("ABCxyz0189", min_size=1, max_size=8)
PAYLOADS = st.builds(
    Payload,
    st.sampled_from(sorted(set(Action) - {Action.PARAGRAPH})),
    st.lists(WORD, max_size=3).map("-".join),
    st.text("ABHRC_0159", max_size=20),
    st.sampled_from(["", *LANGUAGE_OF_LETTER.values()]),
) | st.builds(
    Payload,
    st.just(Action.PARAGRAPH),
    st.builds("{}{}".format, st.sampled_from(["pp", "op"]), st.integers(1, 9999)),
    st.text("ABHRC_0159", max_size=20),
    st.sampled_from(["", *LANGUAGE_OF_LETTER.values()]),
)


@given(PAYLOADS.filter(lambda payload: len(str(payload)) <= LONGEST))
def test_a_payload_that_is_written_is_read_again(payload: Payload) -> None:
    assert parse(str(payload)) == payload
    if not payload.language:
        assert re.fullmatch(r"[A-Za-z0-9_-]{1,64}", str(payload)), "as a deep link may have"


@given(
    st.text(max_size=80) | st.text("opage-_~ect12CHN", max_size=70) | PAYLOADS.map(str).map(lambda text: text + "~e")
)
@example("op" + "9" * 62)
@example("eg-general-" + "9" * 50)
def test_reading_never_fails(library: Library, text: str) -> None:
    payload = parse(text)
    if payload:
        assert str(payload) == text
        question_of(payload, library)
        resolution_of(payload, library)


@given(st.integers(1, 9999), st.sampled_from(["pp", "op"]))
def test_a_paragraph_is_asked_for_by_its_number(library: Library, number: int, part: str) -> None:
    payload = parse(f"{part}{number}")
    assert payload
    question = question_of(payload, library)
    assert isinstance(question, ParagraphQuestion)
    (selection,) = selections_in(question.where)
    assert (selection.first, selection.last, selection.part) == (number, number, part.upper())
