"""Questions that were answered in full as if something else had been asked: a count of a group, the name of a state in
a text, what a text says of something."""

from __future__ import annotations

import json

import pytest

from bot.faces.json import line
from bot.talk import Speaker
from tests.across import World, agreement, counted

OF_THE_GROUP = (
    ("how did NATO vote", "how many against", 12),
    ("北约怎么投的", "有几个赞成", 0),
    ("金磚國家怎麼投的", "有多少棄權", 0),
    ("¿Cómo votó la OTAN?", "¿cuántos en contra?", 12),
    ("Comment l'OTAN a-t-elle voté ?", "combien ont voté contre ?", 12),
    ("Как голосовала Африканская группа?", "сколько воздержалось?", 1),
    ("كيف صوتت المجموعة الأفريقية؟", "كم عدد المؤيدين؟", 12),
)


@pytest.mark.parametrize(("first", "then", "count"), OF_THE_GROUP)
def test_a_count_after_a_group_is_of_that(speaker: Speaker, first: str, then: str, count: int) -> None:
    reply = json.loads(line(speaker.answer([first, then])))
    assert reply["kind"] == "roll"
    assert len(reply["votes"]) == count


IN_ALL = (
    ("how did NATO vote", "how many against overall"),
    ("how did NATO vote", "how many voted yes in total"),
    ("北约怎么投的", "一共多少赞成"),
    ("北约怎么投的", "总共有多少反对"),
    ("¿Cómo votó la OTAN?", "¿cuántos en contra en total?"),
    ("Comment l'OTAN a-t-elle voté ?", "combien ont voté contre au total ?"),
    ("Как голосовала Африканская группа?", "сколько всего воздержалось?"),
)


@pytest.mark.parametrize(("first", "then"), IN_ALL)
def test_a_count_in_all_after_a_group_is_of_all(speaker: Speaker, first: str, then: str) -> None:
    reply = json.loads(line(speaker.answer([first, then])))
    assert reply["kind"] == "tally"
    assert all(str(figure) in reply["text"] for figure in (29, 14, 4))


NOT_NAMED = (
    "文中提到美国了吗",
    "哪一段提到英国",
    "文中有沒有提到法國",
    "Does the document mention China?",
    "does it mention the United Kingdom",
    "mentionne-t-il la Chine ?",
    "¿Menciona el texto a Estados Unidos?",
    "Упоминаются ли в тексте Соединенные Штаты?",
    "هل يذكر النص الصين؟",
    # What it says of something that is not there is not its outline.
    "What does the resolution say about Haiti?",
    "What does the resolution say about Kenya and Peru?",
    "summarise what the resolution says about Haiti",
    "Is this the resolution about whales?",
    "De quoi parle la résolution au sujet de Haïti ?",
    "概括一下决议关于海地的内容",
    "决议关于鲸鱼讲了什么",
)


@pytest.mark.parametrize("said", NOT_NAMED)
def test_what_the_text_does_not_name_is_not_there(speaker: Speaker, said: str) -> None:
    assert json.loads(line(speaker.answer([said])))["kind"] == "none"


STILL_THERE = (
    ("文中提到发展中国家了吗", "paragraph"),
    ("does it mention developing countries?", "paragraph"),
    ("what does the resolution say about debt?", "paragraph"),
    ("what does the resolution say?", "document"),
    ("what is this resolution about, in short?", "document"),
    ("Summarize the resolution on international solidarity", "document"),
    ("总结一下人权与国际团结决议", "document"),
)


@pytest.mark.parametrize(("said", "kind"), STILL_THERE)
def test_what_it_has_is_still_found(speaker: Speaker, said: str, kind: str) -> None:
    assert json.loads(line(speaker.answer([said])))["kind"] == kind


ALWAYS = (
    "Who always agrees with Brazil?",
    "who always sides with Brazil",
    "which countries always stand with Brazil",
    "谁总是赞同巴西",
    "Qui est toujours d'accord avec le Brésil ?",
    "¿Quién está siempre de acuerdo con Brasil?",
    "Кто всегда согласен с Бразилией?",
    "من يتفق دائما مع البرازيل؟",
)


@pytest.mark.parametrize("said", ALWAYS)
def test_who_agrees_with_a_state_votes_as_it_does(world: World, said: str) -> None:
    assert world.told(said)["table"] == world.told("who always votes with Brazil")["table"]


NEVER = (
    "who never agrees with Brazil",
    "who never votes with Brazil",
    "Who always disagrees with Brazil?",
    "谁从来不和巴西一致",
    "Qui n'est jamais d'accord avec le Brésil ?",
    "¿Quién nunca está de acuerdo con Brasil?",
    "Кто никогда не согласен с Бразилией?",
)


@pytest.mark.parametrize("said", NEVER)
def test_who_never_agrees_is_least_like_it(world: World, said: str) -> None:
    rows = world.told(said)["table"]
    shares = [row["count"] / row["of"] for row in rows]
    assert shares
    assert shares == sorted(shares)
    assert all((row["count"], row["of"]) == agreement(world.known, "BRA", row["state"]) for row in rows)


AGAINST_A_THIRD = (
    "Did Japan ever vote with India against Brazil?",
    "日本有没有和印度一起反对过巴西",
    "Le Japon a-t-il déjà voté avec l'Inde contre le Brésil ?",
    "¿Japón votó alguna vez con India contra Brasil?",
    "Голосовала ли Япония когда-нибудь вместе с Индией против Бразилии?",
    "هل صوتت اليابان مع الهند ضد البرازيل؟",
)


@pytest.mark.parametrize("said", AGAINST_A_THIRD)
def test_two_against_a_third_are_counted_where_it_voted_otherwise(world: World, said: str) -> None:
    cast = ("yes", "no", "abstain")
    where = [
        r
        for r in world.known
        if r.votes.get("IND") in cast and r.votes.get("BRA") in cast and r.votes["IND"] != r.votes["BRA"]
    ]
    agreed = world.told(said)["agreement"]
    assert (agreed["same"], agreed["of"]) == agreement(where, "JPN", "IND")


NO_VOTER = (
    "did Japan ever vote in favour of Palestine",
    "日本投过多少次赞成巴勒斯坦",
    "Palestine: how many times did Japan vote yes",
    "Le Japon a-t-il déjà voté pour la Palestine ?",
    "¿Japón votó alguna vez a favor de Palestina?",
    "Япония когда-нибудь голосовала за Палестину?",
)


@pytest.mark.parametrize("said", NO_VOTER)
def test_one_that_no_record_lists_is_what_others_vote_on(world: World, said: str) -> None:
    assert counted(world.known, "PSE", "yes", "no", "abstain") == 0
    assert "0" in (text := world.told(said)["text"])
    # Nothing there is on it; it is no second voter.
    absent = ("None of these", "都没有巴勒斯坦", "Aucun de ces", "Ninguno", "Ни в одном")
    assert not any(word in text for word in absent)
