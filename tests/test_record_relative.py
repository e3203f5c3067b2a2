"""Of all resolutions, those that others voted so on, and the latest ones: as people put them in the six languages.

The data is that of tests/across.py, and what is right is counted from it in plain Python.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests.across import CAST, UNION, Reply, World, of_what_is_said
from tests.test_record_questions import Record, Row, agreed, are, states, symbols


def votes_on(d: Record, code: str, of: set[str]) -> Callable[[Reply], bool]:
    """Its table says how a state stands on these resolutions, its first line how often it cast each vote on them."""
    on = {r.symbol: r.votes[code] for r in d.known if r.symbol in of and code in r.votes}
    counts = Counter(on.values())

    def right(reply: Reply) -> bool:
        table = {row["resolution"]: row.get(code) for row in reply.get("table", ())}
        figures = [str(counts[vote]) for vote in CAST]
        return table == on and all(figure in reply["text"].splitlines()[0] for figure in figures)

    return right


def listed(expected: list[str]) -> Callable[[Reply], bool]:
    """Its table has these resolutions, in this order."""
    return lambda reply: symbols(reply) == expected


def latest(d: Record, count: int, body: str = "", of: set[str] | None = None) -> list[str]:
    """The last ones adopted, the last one first."""
    found = [r for r in d.known if body in ("", r.body) and (of is None or r.symbol in of)]
    return [r.symbol for r in sorted(found, key=lambda r: r.day, reverse=True)[:count]]


def _how_others_voted(d: Record) -> Iterator[Row]:
    for message in (
        "日本对中国投反对票的决议都怎么投", "中国反对的决议，日本怎么投的", "中国投反对票时日本怎么投票",
        "How did Japan vote on the resolutions that China voted against?",
        "On resolutions China opposed, how did Japan vote?", "Japan's votes on resolutions opposed by China",
        "When China voted no, what did Japan do?",
        "Comment le Japon a-t-il voté sur les résolutions auxquelles la Chine s'est opposée ?",
        "¿Cómo votó Japón en las resoluciones en las que China votó en contra?",
        "Как голосовала Япония по резолюциям, против которых голосовал Китай?",
        "كيف صوتت اليابان على القرارات التي صوتت الصين ضدها؟",
    ):  # fmt: skip
        yield (message,), votes_on(d, "JPN", d.so("CHN", "no"))
    for message in (
        "在中国弃权的决议上，美国怎么投票", "How did the US vote when China abstained?",
        "Comment ont voté les États-Unis quand la Chine s'est abstenue ?",
        "¿Qué votaron los Estados Unidos cuando China se abstuvo?",
        "Как голосовали Соединенные Штаты, когда Китай воздержался?",
        "كيف صوتت الولايات المتحدة عندما امتنعت الصين عن التصويت؟",
    ):  # fmt: skip
        yield (message,), votes_on(d, "USA", d.so("CHN", "abstain"))
    for message in (
        "中国和俄罗斯都反对的决议，日本怎么投", "How did Japan vote on resolutions that China and Russia both opposed?",
    ):  # fmt: skip
        yield (message,), votes_on(d, "JPN", d.so("CHN", "no") & d.so("RUS", "no"))
    yield ("中国没有赞成的决议，日本怎么投",), votes_on(d, "JPN", d.so("CHN", "no", "abstain"))
    yield ("美国弃权而中国赞成的决议，日本怎么投",), votes_on(d, "JPN", d.so("USA", "abstain") & d.so("CHN", "yes"))
    yield ("俄罗斯反对的安理会决议中国怎么投的",), votes_on(d, "CHN", d.so("RUS", "no", body="council"))
    yield ("How did Japan vote when China voted against in 2021?",), votes_on(d, "JPN", d.so("CHN", "no", year=2021))
    yield (
        (f"{d.known[3].symbol} result", "How did Japan vote when China voted no?"),
        votes_on(d, "JPN", d.so("CHN", "no")),
    )
    yield ("中国反对的决议，日本怎么投的", "那法国呢"), votes_on(d, "FRA", d.so("CHN", "no"))


def _who_else(d: Record) -> Iterator[Row]:
    of = d.so("CHN", "yes")
    against = {code for r in d.known if r.symbol in of for code, vote in r.votes.items() if vote == "no"}
    for message in (
        "谁反对了中国赞成的决议", "哪些国家在中国赞成的决议上投了反对票",
        "Which countries opposed the resolutions that China supported?",
        "Qui a voté contre les résolutions que la Chine a soutenues ?",
        "¿Quién votó en contra de las resoluciones que China apoyó?",
        "Кто голосовал против резолюций, которые поддержал Китай?",
    ):  # fmt: skip
        yield (message,), states(against)
    both = d.so("CHN", "no") & d.so("JPN", "yes")
    for message in ("中国投反对票、日本投赞成票的决议", "Which of the resolutions opposed by China did Japan support?"):
        yield (message,), are(both)
    rolls = [r for r in d.known if r.votes.get("USA") == "no" and {r.votes.get("JPN"), r.votes.get("CHN")} <= {*CAST}]
    same = sum(r.votes["JPN"] == r.votes["CHN"] for r in rolls)
    yield ("Did Japan vote like China on resolutions that the US opposed?",), agreed(same, len(rolls))
    union = {r.symbol for r in d.known if r.votes.get("CHN") == "no" and any(r.votes.get(c) in CAST for c in UNION)}
    for message in ("中国反对的决议欧盟怎么投", "How did the EU vote on the resolutions that China voted against?"):
        yield (message,), lambda reply: set(symbols(reply)) == union


def _latest(d: Record) -> Iterator[Row]:
    for message in (
        "最近五份安理会决议", "安理会最近的5份决议", "the last five Security Council resolutions",
        "What are the latest five resolutions of the Security Council?",
        "les cinq dernières résolutions du Conseil de sécurité",
        "las últimas cinco resoluciones del Consejo de Seguridad",
        "последние пять резолюций Совета Безопасности", "آخر خمسة قرارات لمجلس الأمن",
    ):  # fmt: skip
        yield (message,), listed(latest(d, 5, "council"))
    for message in (
        "人权理事会最近一份决议是什么", "latest Human Rights Council resolution",
        "What was the last resolution adopted by the Human Rights Council?",
        "la dernière résolution du Conseil des droits de l'homme",
        "la última resolución del Consejo de Derechos Humanos",
        "последняя резолюция Совета по правам человека", "آخر قرار لمجلس حقوق الإنسان",
    ):  # fmt: skip
        yield (message,), listed(latest(d, 1, "rights"))
    for message in ("最新的十份决议有哪些", "show me the ten most recent resolutions"):
        yield (message,), listed(latest(d, 10))
    ferries = {r.symbol for r in d.known if "ferries" in r.title}
    yield ("the two latest resolutions on ferries",), listed(latest(d, 2, of=ferries))
    for message in (
        "中国最近投反对票的三份决议",
        "最近三份有中国反对票的决议",
        "last three resolutions that China voted against",
    ):
        yield (message,), listed(latest(d, 3, of=d.so("CHN", "no")))
    for message in (
        "中国在最近五份安理会决议上怎么投的", "How did China vote on the last five Security Council resolutions?",
        "Comment la Chine a-t-elle voté sur les cinq dernières résolutions du Conseil de sécurité ?",
        "¿Cómo votó China en las últimas cinco resoluciones del Consejo de Seguridad?",
        "Как голосовал Китай по последним пяти резолюциям Совета Безопасности?",
        "كيف صوتت الصين على آخر خمسة قرارات لمجلس الأمن؟",
    ):  # fmt: skip
        yield (message,), votes_on(d, "CHN", set(latest(d, 5, "council")))


KINDS = (_how_others_voted, _who_else, _latest)


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__.strip("_"))
def test_as_people_put_them(world: World, kind: Callable[[Record], Iterator[Row]]) -> None:
    missed = [
        f"{turns} → {reply['kind']}: {reply['text'][:150]!r}"
        for turns, right in of_what_is_said(lambda known: kind(Record(known)), world.known)
        if not right(reply := world.told(*turns))
    ]
    assert not missed, "\n".join(missed)


@pytest.mark.parametrize(
    "message",
    [
        "欧盟反对的决议中国怎么投", "How did China vote on the resolutions that the EU voted against?",
        "中国反对而没有人赞成的决议",
        "On the resolutions where the US and UK split, how did France vote?",
    ],
)  # fmt: skip
def test_what_is_not_known_of_them_is_asked_back_about(world: World, message: str) -> None:
    assert world.told(message)["kind"] == "clarify"


def test_who_put_a_resolution_forward_is_not_in_the_record(world: World) -> None:
    reply = world.told("谁对中国提出的决议投了反对票")
    assert reply["kind"] in ("clarify", "none")
    assert not reply["votes"]
    assert "没有中国提出的决议" not in reply["text"]
