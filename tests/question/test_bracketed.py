"""Members of a group in brackets behind it: all of them, or some as examples, say no more than the group does; others
are who is asked about. Over the data of tests/across.py."""

from __future__ import annotations

import pytest

from tests.across import UNION, Roll, World

PERMANENT = {"CHN", "FRA", "GBR", "RUS", "USA"}
ALL = (
    "五常（中国、法国、俄罗斯、英国、美国）在{of}上怎么投的",
    "How did the P5 (China, France, Russia, UK and US) vote on {of}?",
    "Comment les cinq membres permanents (Chine, France, Russie, Royaume-Uni, États-Unis) ont-ils voté sur {of} ?",
    "¿Cómo votó el P5 (China, Francia, Rusia, Reino Unido y Estados Unidos) en {of}?",
    "Как голосовала «большая пятерка» (Китай, Франция, Россия, Великобритания и США) по {of}?",
    "كيف صوتت الدول الخمس الدائمة العضوية (الصين وفرنسا وروسيا وبريطانيا والولايات المتحدة) على {of}؟",
)
EXAMPLES = (
    "欧盟国家（如法国、德国等）谁反对{of}",
    "Which EU members (e.g. France, Germany) voted against {of}?",
    "which EU countries (France, Germany, …) opposed {of}?",
    "Quels membres de l'UE (par exemple la France) ont voté contre {of} ?",
    "¿Qué miembros de la UE (por ejemplo Francia y Alemania) votaron en contra de {of}?",
    "Какие члены ЕС (например, Франция) голосовали против {of}?",
    "من أعضاء الاتحاد الأوروبي (مثل فرنسا) عارض {of}؟",
)


def roll_of(world: World, body: str, among: set[str]) -> Roll:
    """A resolution of a body that some of several states opposed, but not all."""
    return next(r for r in world.known if r.body == body and 1 < len(r.who("no") & among) < len(among))


@pytest.mark.parametrize("asked", ALL)
def test_all_members_in_brackets_are_the_group(world: World, asked: str) -> None:
    roll = roll_of(world, "council", PERMANENT)
    reply = world.told(asked.format(of=roll.symbol))
    assert reply["votes"] == {code: roll.votes[code] for code in PERMANENT}


@pytest.mark.parametrize("asked", EXAMPLES)
def test_examples_in_brackets_leave_nobody_else_out(world: World, asked: str) -> None:
    roll = roll_of(world, "assembly", {*UNION})
    assert set(world.told(asked.format(of=roll.symbol))["votes"]) == roll.who("no") & {*UNION}


SOME = ("欧盟国家（法国、德国）在{of}上怎么投的", "how did the EU states (France, Germany) vote on {of}?")


@pytest.mark.parametrize("asked", SOME)
def test_some_in_brackets_that_are_no_examples_are_who_is_asked_about(world: World, asked: str) -> None:
    roll = roll_of(world, "assembly", {*UNION})
    assert world.told(asked.format(of=roll.symbol))["votes"] == {code: roll.votes[code] for code in ("FRA", "DEU")}
