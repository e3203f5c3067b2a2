"""Two subjects of which each has a vote of its own: those are listed who voted so on the one and so on the other."""

from __future__ import annotations

import pytest

from tests.across import RIGHTS, World
from tests.test_record_joined_subjects import CAST, ERITREA, MALI
from tests.test_record_joined_subjects import council as council

SUPPORTED_ONE = (
    "who voted yes on Mali but no on Eritrea in 2026?",
    "who supported the 2026 Mali resolution but opposed the Eritrea one?",
    "谁2026年在马里决议上赞成、在厄立特里亚决议上反对",
    "哪些国家赞成2026年马里决议但在厄立特里亚决议上反对",
    "qui a voté pour la résolution sur le Mali mais contre celle sur l'Érythrée en 2026 ?",
    "¿quién votó a favor de la resolución sobre Malí pero en contra de la de Eritrea en 2026?",
    "кто голосовал за по Мали, но против по Эритрее в 2026 году?",
    "من أيد قرار مالي وعارض قرار إريتريا في 2026؟",
)


@pytest.mark.parametrize("asked", SUPPORTED_ONE)
def test_who_supported_one_and_opposed_the_other(council: World, asked: str) -> None:
    so = {code for code in RIGHTS if (CAST[MALI][code], CAST[ERITREA][code]) == ("Y", "N")}
    assert {row["state"] for row in council.told(asked)["table"]} == so != set()


def test_two_questions_of_two_subjects_stay_two(council: World) -> None:
    asked = "who opposed the 2026 Mali resolution, and who abstained on the 2026 Eritrea one?"
    assert [part["resolution"] for part in council.told(asked)["answers"]] == [MALI, ERITREA]
