"""Several subjects that a message joins: each resolution is asked about, one that is not here is named, and none of the
states that they are on is taken for a voter."""

from __future__ import annotations

from datetime import date

import pytest

from tests.across import RIGHTS, Roll, World, imported

MALI, ERITREA, WATER, MALI_BEFORE = "A/HRC/RES/61/41", "A/HRC/RES/61/42", "A/HRC/RES/61/43", "A/HRC/RES/58/41"
CAST = {
    MALI: dict(zip(sorted(RIGHTS), "NYYYYNNNAYYYYAA", strict=True)),
    ERITREA: dict(zip(sorted(RIGHTS), "NYYNNYYYYNYNYNY", strict=True)),
    WATER: dict(zip(sorted(RIGHTS), "YYYYAYYYYYYYYAN", strict=True)),
    MALI_BEFORE: dict(zip(sorted(RIGHTS), "YYYYYYYYAYYYYYA", strict=True)),
}
NAMES = {"Y": "yes", "N": "no", "A": "abstain"}


@pytest.fixture(scope="module")
def council(tmp_path_factory: pytest.TempPathFactory) -> World:
    """The bot with four records of one council."""
    rolls = [
        Roll(MALI, date(2026, 3, 30), "Situation of human rights in Mali", CAST[MALI]),
        Roll(ERITREA, date(2026, 3, 31), "Situation of human rights in Eritrea", CAST[ERITREA]),
        Roll(WATER, date(2026, 3, 27), "Lighthouses and the keepers of harbours", CAST[WATER]),
        Roll(MALI_BEFORE, date(2025, 4, 3), "Situation of human rights in Mali", CAST[MALI_BEFORE]),
    ]
    return imported(tmp_path_factory.mktemp("joined"), rolls)


def votes_of(world: World, code: str, *turns: str) -> dict[str, str]:
    """By symbol: how a state voted, of each part of a reply that tells it."""
    reply = world.told(*turns)
    each = [part for part in reply.get("answers", [reply]) if part["kind"] == "vote"]
    assert all(set(part["votes"]) == {code} for part in each)
    return {part["resolution"]: part["votes"][code] for part in each}


BOTH = (
    "人权理事会2026年马里和厄立特里亚的决议，智利怎么投的",
    "人權理事會2026年馬里和厄立特里亞的決議，智利怎麼投的",
    "2026年马里决议和厄立特里亚决议，智利怎么投的",
    "both the HRC 2026 resolution on Mali and the one on Eritrea: how did Chile vote?",
    "How did Chile vote on the 2026 Mali and Eritrea resolutions?",
    "la résolution du CDH de 2026 sur le Mali et celle sur l'Érythrée : comment a voté le Chili ?",
    "les résolutions de 2026 sur le Mali et sur l'Érythrée : comment a voté le Chili ?",
    "la resolución del CDH de 2026 sobre Malí y la de Eritrea: ¿cómo votó Chile?",
    "las resoluciones de 2026 sobre Malí y Eritrea: ¿cómo votó Chile?",
    "как Чили голосовала по резолюциям 2026 года по Мали и Эритрее?",
    "قرار مجلس حقوق الإنسان لعام 2026 بشأن مالي والقرار بشأن إريتريا: كيف صوتت شيلي؟",
)


@pytest.mark.parametrize("asked", BOTH)
def test_what_is_asked_of_two_subjects_is_answered_of_each(council: World, asked: str) -> None:
    assert votes_of(council, "CHL", asked) == {MALI: NAMES[CAST[MALI]["CHL"]], ERITREA: NAMES[CAST[ERITREA]["CHL"]]}


NOT_HERE = (
    ("2026年马里和贝宁的决议，智利怎么投的", "贝宁"),
    ("both the HRC 2026 resolution on Mali and the one on Benin: how did Chile vote?", "Benin"),
    ("la résolution du CDH de 2026 sur le Mali et celle sur le Bénin : comment a voté le Chili ?", "Bénin"),
    ("la resolución del CDH de 2026 sobre Malí y la de Benin: ¿cómo votó Chile?", "Benin"),
    ("как Чили голосовала по резолюциям 2026 года по Мали и Бенину?", "Бенин"),
    ("قرار مجلس حقوق الإنسان لعام 2026 بشأن مالي والقرار بشأن بنن: كيف صوتت شيلي؟", "بنن"),
)


@pytest.mark.parametrize(("asked", "named"), NOT_HERE, ids=[row[0] for row in NOT_HERE])
def test_the_one_of_which_there_is_no_resolution_is_named(council: World, asked: str, named: str) -> None:
    assert votes_of(council, "CHL", asked) == {MALI: NAMES[CAST[MALI]["CHL"]]}
    assert named in council.told(asked)["text"]


WHO = (
    "2026年马里和厄立特里亚的决议谁反对",
    "who opposed the 2026 Mali resolution and the Eritrea one?",
    "¿quién votó en contra de la resolución de 2026 sobre Malí y de la de Eritrea?",
)


@pytest.mark.parametrize("asked", WHO)
def test_who_opposed_each_is_listed_of_each(council: World, asked: str) -> None:
    parts = {part["resolution"]: set(part["votes"]) for part in council.told(asked)["answers"]}
    assert parts == {s: {code for code, vote in CAST[s].items() if vote == "N"} for s in (MALI, ERITREA)}


ON_BOTH = (
    "who opposed both the 2026 Mali and Eritrea resolutions?",
    "кто голосовал против и по Мали, и по Эритрее в 2026 году?",
    "¿quién votó en contra tanto de la de Malí como de la de Eritrea de 2026?",
)


@pytest.mark.parametrize("asked", ON_BOTH)
def test_who_opposed_both_did_so_on_each(council: World, asked: str) -> None:
    reply = council.told(asked)
    both = {code for code in RIGHTS if CAST[MALI][code] == CAST[ERITREA][code] == "N"}
    assert {row["state"] for row in reply["table"]} == both
    assert MALI in reply["text"] and ERITREA in reply["text"]


VOTERS = (
    "how did Chile and India vote on the 2026 resolution on Mali?",
    "2026年马里决议智利和印度怎么投的",
)


@pytest.mark.parametrize("asked", VOTERS)
def test_states_that_vote_are_no_subjects(council: World, asked: str) -> None:
    assert set(council.told(asked)["votes"]) == {"CHL", "IND"}


AND_THEN = (
    ("2026年马里和厄立特里亚的决议，智利怎么投的", "日本呢"),
    ("How did Chile vote on the 2026 Mali and Eritrea resolutions?", "and Japan?"),
    ("les résolutions de 2026 sur le Mali et sur l'Érythrée : comment a voté le Chili ?", "et le Japon ?"),
    ("las resoluciones de 2026 sobre Malí y Eritrea: ¿cómo votó Chile?", "¿y Japón?"),
    ("как Чили голосовала по резолюциям 2026 года по Мали и Эритрее?", "а Япония?"),
    (f"{MALI} and {ERITREA}: how did Chile vote?", "and Japan?"),
)


@pytest.mark.parametrize(("asked", "then"), AND_THEN, ids=[row[0] for row in AND_THEN])
def test_another_state_is_asked_about_on_each(council: World, asked: str, then: str) -> None:
    assert votes_of(council, "JPN", asked, then) == {s: NAMES[CAST[s]["JPN"]] for s in (MALI, ERITREA)}


DIFFER = (
    "what's the difference between the 2025 and 2026 votes on Mali?",
    "how do the 2025 and 2026 votes on Mali differ?",
    "2025年和2026年马里决议的表决有什么不同",
)


@pytest.mark.parametrize("asked", DIFFER)
def test_how_two_votes_differ_is_both_results_and_who_changed(council: World, asked: str) -> None:
    text = council.told(asked)["text"]
    assert MALI in text and MALI_BEFORE in text


FIGURES = (
    "Did the 2026 Mali resolution get more yes votes than the 2025 one?",
    "2026年马里决议和2025年的比，赞成票多了还是少了",
)


@pytest.mark.parametrize("asked", FIGURES)
def test_the_figures_of_two_years_are_told_of_both(council: World, asked: str) -> None:
    text = council.told(asked)["text"]
    yes = [str(sum(vote == "Y" for vote in CAST[symbol].values())) for symbol in (MALI, MALI_BEFORE)]
    assert all(word in text for word in (*yes, MALI, MALI_BEFORE))


LISTS = (
    "which resolutions on Mali and Eritrea were adopted in 2026?",
    "the Human Rights Council's resolutions on Mali and Eritrea in 2026",
    "resoluciones sobre Malí y Eritrea de 2026",
)


@pytest.mark.parametrize("asked", LISTS)
def test_resolutions_on_each_are_listed(council: World, asked: str) -> None:
    text = council.told(asked)["text"]
    assert MALI in text and ERITREA in text


def test_what_votes_are_on_is_no_voter_behind_its_preposition(council: World) -> None:
    asked = "2026年智利对马里和厄立特里亚怎么投"
    assert votes_of(council, "CHL", asked) == {s: NAMES[CAST[s]["CHL"]] for s in (MALI, ERITREA)}
