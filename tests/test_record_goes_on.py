"""Messages that go on about a group of states on one resolution, over the data of tests/across.py, counted in plain
Python."""

from __future__ import annotations

import pytest

from tests.across import UNION, Roll, World


def divided(world: World) -> Roll:
    """A resolution of the Assembly on which the European Union cast all three votes, and others did so too."""
    of = (r for r in world.known if r.body == "assembly")
    return next(r for r in of if {r.votes[code] for code in UNION} >= {"yes", "no"} and len(r.who("no")) > len(UNION))


ANY = (
    ("欧盟怎么投的 {s}", "有反对的吗"),
    ("歐盟誰贊成 {s}", "那反對的有嗎"),
    ("which EU members supported {s}?", "and against, were there any?"),
    ("how did the European Union vote on {s}?", "did anybody oppose it?"),
    ("quels membres de l'Union européenne ont soutenu {s} ?", "et contre, y en a-t-il eu ?"),
    ("¿qué miembros de la Unión Europea votaron a favor de {s}?", "¿y en contra, hubo alguien?"),
    ("как голосовал Европейский союз по {s}?", "а против кто-нибудь был?"),
    ("كيف صوت الاتحاد الأوروبي على {s}؟", "وهل عارضه أحد؟"),
)


@pytest.mark.parametrize(("first", "then"), ANY, ids=[row[1] for row in ANY])
def test_whether_there_were_any_is_asked_of_the_group_before(world: World, first: str, then: str) -> None:
    roll = divided(world)
    reply = world.told(first.format(s=roll.symbol), then)
    assert set(reply["votes"]) == roll.who("no") & set(UNION)
    assert reply["verdict"] == "yes"


WHO = (
    ("欧盟谁赞成 {s}", "那谁反对"),
    ("which EU members supported {s}?", "and who was against?"),
    ("which EU members supported {s}?", "who of the 27 opposed it?"),
    ("quels membres de l'Union européenne ont soutenu {s} ?", "et qui a voté contre ?"),
    ("¿qué miembros de la Unión Europea votaron a favor de {s}?", "¿y quién votó en contra?"),
    ("кто из Европейского союза был за {s}?", "а кто против?"),
    ("من أيد {s} من الاتحاد الأوروبي؟", "ومن عارضه؟"),
)


@pytest.mark.parametrize(("first", "then"), WHO, ids=[row[1] for row in WHO])
def test_who_goes_on_with_the_group_before(world: World, first: str, then: str) -> None:
    roll = divided(world)
    if "27" in then:
        # What counts other members than the group has is not of it.
        assert world.told(first.format(s=roll.symbol), then.replace("27", "12"))["kind"] == "clarify"
    assert set(world.told(first.format(s=roll.symbol), then)["votes"]) == roll.who("no") & set(UNION)


ALONE = (("欧盟谁赞成 {s}", "谁反对"), ("how did the EU vote on {s}?", "who opposed it?"))


@pytest.mark.parametrize(("first", "then"), ALONE)
def test_who_alone_asks_of_all(world: World, first: str, then: str) -> None:
    roll = divided(world)
    assert set(world.told(first.format(s=roll.symbol), then)["votes"]) == roll.who("no")


FIVE = (
    "以下五常谁反对 {s}",
    "which of the permanent five opposed {s}?",
    "кто из пяти постоянных был против {s}?",
    "lesquels des cinq permanents ont voté contre {s} ?",
    "¿cuáles de los cinco permanentes votaron en contra de {s}?",
    "من من الخمسة الدائمين عارض {s}؟",
)


@pytest.mark.parametrize("asked", FIVE)
def test_the_permanent_five_in_words(world: World, asked: str) -> None:
    roll = next(r for r in world.known if r.body == "assembly" and "USA" in r.who("no"))
    permanent = {"CHN", "FRA", "GBR", "RUS", "USA"}
    assert set(world.told(asked.format(s=roll.symbol))["votes"]) == roll.who("no") & permanent


UNKNOWN = (
    ("who of the Vikings opposed {s}?", "vikings"),
    ("кто из викингов был против {s}?", "викингов"),
    ("lesquels des vaillants ont voté contre {s} ?", "vaillants"),
    ("¿quiénes de los valientes votaron en contra de {s}?", "valientes"),
)


@pytest.mark.parametrize(("asked", "unknown"), UNKNOWN, ids=[row[1] for row in UNKNOWN])
def test_a_kind_of_states_that_is_not_known_is_asked_back(world: World, asked: str, unknown: str) -> None:
    reply = world.told(asked.format(s=divided(world).symbol))
    assert reply["kind"] == "clarify" and unknown in reply["text"]


OTHERS = (
    ("{s}谁反对", "那关于{zh}的决议呢"),
    ("who opposed {s}?", "and what about the resolution on {en}?"),
    ("who opposed {s}?", "what about the one on {en} from {year}?"),
    ("who opposed {s}?", "and the one against {en}?"),
    ("qui a voté contre {s} ?", "et celle contre {en} de {year} ?"),
    ("¿quién votó en contra de {s}?", "¿y la resolución sobre {en}?"),
    ("кто был против {s}?", "а что насчёт резолюции о {en}?"),
    ("من عارض {s}؟", "وماذا عن قرار {en}؟"),
)


@pytest.mark.parametrize(("first", "then"), OTHERS, ids=[row[1] for row in OTHERS])
def test_the_resolution_that_is_described_takes_the_place_of_the_one_in_view(
    world: World, first: str, then: str
) -> None:
    roll = divided(world)
    other = next(r for r in world.known if r.body == "assembly" and r.day.year != roll.day.year and r.who("no"))
    said = {"zh": other.title, "en": other.title, "year": other.day.year}
    reply = world.told(first.format(s=roll.symbol), then.format(**said))
    assert reply["resolution"] == other.symbol
    assert set(reply["votes"]) == other.who("no")


def test_of_the_only_one_that_was_offered_other_words_do_not_say_that_it_is_meant(world: World) -> None:
    one = next(r for r in world.known if r.body == "assembly")
    asked = f"who opposed the resolution on protecting {one.title.split()[2]} in the region {one.title.split()[-1]}?"
    for then in ("and what about the resolution on harpsichords?", "وماذا عن قرار القيثارات القديمة؟"):
        assert not world.told(asked, then).get("votes")


ONLY_THEY = (
    ("谁反对{s}", "就他们几个？"),
    ("{s}誰反對", "只有這些嗎"),
    ("{s}谁投了反对票", "没有别的国家了吗"),
    ("who opposed {s}?", "only these?"),
    ("who voted against {s}?", "nobody else?"),
    ("qui a voté contre {s} ?", "personne d'autre ?"),
    ("¿quién votó en contra de {s}?", "¿nadie más?"),
    ("кто голосовал против {s}?", "больше никто?"),
    ("من صوت ضد {s}؟", "هؤلاء فقط؟"),
)


@pytest.mark.parametrize(("first", "then"), ONLY_THEY, ids=[row[1] for row in ONLY_THEY])
def test_those_that_were_listed_are_all(world: World, first: str, then: str) -> None:
    roll = divided(world)
    reply = world.told(first.format(s=roll.symbol), then)
    assert (reply["verdict"], set(reply["votes"])) == ("yes", roll.who("no"))


NOT_ONLY = (
    ("欧盟谁反对{s}", "只有它们吗"),
    ("which EU members opposed {s}?", "just those?"),
    ("quels membres de l'Union européenne ont voté contre {s} ?", "seulement eux ?"),
)


@pytest.mark.parametrize(("first", "then"), NOT_ONLY, ids=[row[1] for row in NOT_ONLY])
def test_those_of_a_group_are_not_all(world: World, first: str, then: str) -> None:
    roll = divided(world)
    reply = world.told(first.format(s=roll.symbol), then)
    assert (reply["verdict"], set(reply["votes"])) == ("no", roll.who("no"))


ELSE = (("只有法国反对{s}吗", "还有谁"), ("was only France against {s}?", "who else?"))


@pytest.mark.parametrize(("first", "then"), ELSE, ids=[row[1] for row in ELSE])
def test_who_else_than_the_one_that_was_thought_alone(world: World, first: str, then: str) -> None:
    roll = next(r for r in world.known if len(r.who("no") - {"FRA"}) > 1 and "FRA" in r.who("no"))
    assert set(world.told(first.format(s=roll.symbol), then)["votes"]) == roll.who("no") - {"FRA"}


WHOLE = (
    ("欧盟怎么投的 {s}", "全反对吗", "no"),
    ("歐盟在{s}怎麼投的", "全部贊成嗎", "yes"),
    ("how did the EU vote on {s}?", "all in favour?", "yes"),
    ("comment l'Union européenne a-t-elle voté sur {s} ?", "tous contre ?", "no"),
    ("¿cómo votó la Unión Europea sobre {s}?", "¿todos en contra?", "no"),
    ("как голосовал Европейский союз по {s}?", "все за?", "yes"),
)


@pytest.mark.parametrize(("first", "then", "vote"), WHOLE, ids=[row[1] for row in WHOLE])
def test_whether_all_voted_so_is_asked_of_the_group_before(world: World, first: str, then: str, vote: str) -> None:
    split = divided(world)
    one = next(r for r in world.known if r.body == "assembly" and {r.votes[code] for code in UNION} == {"yes"})
    for roll in (split, one):
        reply = world.told(first.format(s=roll.symbol), then)
        assert reply["verdict"] == ("yes" if {roll.votes[code] for code in UNION} == {vote} else "no")
        assert set(reply["votes"]) == set(UNION)


SO = (("欧盟谁赞成 {s}", "反对的"), ("歐盟誰贊成 {s}", "反對"), ("which EU members supported {s}?", "against"))


@pytest.mark.parametrize(("first", "then"), SO, ids=[row[1] for row in SO])
def test_a_vote_by_itself_is_of_the_group_before(world: World, first: str, then: str) -> None:
    roll = divided(world)
    assert set(world.told(first.format(s=roll.symbol), then)["votes"]) == roll.who("no") & set(UNION)


@pytest.mark.parametrize("asked", ["谁反对{s}", "who opposed {s}?", "кто против {s}?"])
def test_a_symbol_by_itself_is_asked_the_same(world: World, asked: str) -> None:
    roll = divided(world)
    other = next(r for r in world.known if r.who("no") not in (set(), roll.who("no")))
    reply = world.told(asked.format(s=roll.symbol), other.symbol)
    assert (reply["resolution"], set(reply["votes"])) == (other.symbol, other.who("no"))


ALL_OF_THEM = (
    ("how many EU members supported {s}?", "all of them?"),
    ("欧盟谁赞成{s}", "他们全都赞成吗"),
    ("which EU members supported {s}?", "did all of them?"),
)


@pytest.mark.parametrize(("first", "then"), ALL_OF_THEM, ids=[row[1] for row in ALL_OF_THEM])
def test_whether_that_is_all_of_the_group(world: World, first: str, then: str) -> None:
    split = divided(world)
    one = next(r for r in world.known if r.body == "assembly" and {r.votes[code] for code in UNION} == {"yes"})
    assert world.told(first.format(s=split.symbol), then)["verdict"] == "no"
    assert world.told(first.format(s=one.symbol), then)["verdict"] == "yes"


TWO = (("法国在{s}怎么投的", "德国呢", "只有这两国反对吗"), ("{s}法國怎麼投", "德國呢", "就這兩個反對嗎"))


@pytest.mark.parametrize(("first", "then", "last"), TWO, ids=[row[2] for row in TWO])
def test_whether_the_two_asked_about_alone_voted_so(world: World, first: str, then: str, last: str) -> None:
    roll = next(r for r in world.known if {"FRA", "DEU"} < r.who("no"))
    reply = world.told(first.format(s=roll.symbol), then, last)
    assert (reply["verdict"], set(reply["votes"])) == ("no", roll.who("no"))


UNITED = (
    ("欧盟在{s}怎么投的", "非洲组呢", "哪个最团结"),
    ("how did the EU vote on {s}?", "and the African Group?", "which was the most united?"),
)


@pytest.mark.parametrize(("first", "then", "last"), UNITED, ids=[row[2] for row in UNITED])
def test_which_of_the_groups_asked_about_was_most_united(world: World, first: str, then: str, last: str) -> None:
    roll = divided(world)
    reply = world.told(first.format(s=roll.symbol), then, last)
    assert set(UNION) & set(roll.votes) <= set(reply["votes"])
    assert "DZA" in reply["votes"]


@pytest.mark.parametrize("then", ["只有它吗", "only it?", "seulement eux ?", "就这三个？"])
def test_of_no_vote_it_is_asked_back_who_else(world: World, then: str) -> None:
    assert world.told(f"法国在{divided(world).symbol}怎么投的", then)["kind"] == "clarify"


SAME_SUBJECT = (
    ("谁反对{s}", "{year}年同一主题的决议中国怎么投"),
    ("who opposed {s}?", "and in {year} on the same subject, how did China vote?"),
    ("qui a voté contre {s} ?", "et en {year} sur le même sujet, comment a voté la Chine ?"),
    ("¿quién votó en contra de {s}?", "¿y en {year} sobre el mismo tema, cómo votó China?"),
    ("кто был против {s}?", "а в {year} году по этой же теме как голосовал Китай?"),
    ("من عارض {s}؟", "وفي {year} حول الموضوع نفسه كيف صوتت الصين؟"),
)


@pytest.mark.parametrize(("first", "then"), SAME_SUBJECT, ids=[row[1] for row in SAME_SUBJECT])
def test_on_the_same_subject_at_another_time(world: World, first: str, then: str) -> None:
    titled = [r for r in world.known if "/L." not in r.symbol and "CHN" in r.votes]
    one = titled[0]
    reply = world.told(first.format(s=one.symbol), then.format(year=one.day.year + 1))
    # Another on the same, or none: never the one in view.
    assert reply.get("resolution") != one.symbol or reply["kind"] == "none"
