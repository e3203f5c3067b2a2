"""Tests of the bot with several documents: which one is meant, lists of them, and content that is read anew while it
runs.

All documents but 56/4 are invented. What is expected is taken from the files as they are read, in the order of their
days, and not from what the bot says of them.
"""

from __future__ import annotations

import csv
import io
import re
import signal
import time
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.resolution import CAST, Resolution, Vote
from tests.botapi import PATIENCE, BotApi, Call, parse
from tests.corpus.writer import Spec, write
from tests.faces.served import CLAUSE_5, OFFICIAL, Served, ids, serving
from tests.faces.test_buttons import OLD
from tests.many import generate

CLAUSE_4 = "第4段："
INVENTED = 14
"""How many come from tests.many: one of each session."""
OF_2024 = 10
"""How many are written beside them, so that one year fills more than a page."""
PAGE = 10
OFFERED = 5
CHART, CSV = "📊 图表", "CSV"
WORDS = {Vote.YES: "赞成票", Vote.NO: "反对票", Vote.ABSTAIN: "弃权票"}
ZH = "zh-hans"
RELOADS_WITHIN, QUIET, SIGNALS = 60, 0.3, 20
LOG_KEPT = "the content is not sound, the old one is kept: "
LOG_BEGUN = "content is read again"
LOG_READ = "content was read: "


def spec(number: int, day: date, **more: Any) -> Spec:
    """An invented document of session 56; China votes for every other one."""
    against = number % 2 == 0
    votes = {
        Vote.YES: ("CUB", "IND") if against else ("CHN", "CUB"),
        Vote.NO: ("CHN", "JPN") if against else ("DEU", "JPN"),
        Vote.ABSTAIN: ("FRA",),
    }
    fields: dict[str, Any] = {
        "number": f"56/{number}", "title": f"虚构的第{number}号议题", "day": day, "votes": votes,
        "preamble": ("回顾虚构的会议",
        "重申本案文纯属虚构"),
        "operative": tuple((f"虚构的要求{n}号", ()) for n in range(1, 8)),
    }  # fmt: skip
    return Spec("zh", **(fields | more))


def put(folder: Path, made: Spec, text: str = "") -> Path:
    """Write a document into a content folder; its file."""
    path = folder / "resolutions" / f"A_HRC_RES_{made.number.replace('/', '_')}.zh.txt"
    path.write_text(text or write(made), "utf-8")
    return path


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """25 documents: 56/4, one of each of the sessions 40 to 53, and ten more of 2024."""
    made: Path = tmp_path_factory.mktemp("documents") / "content"
    generate(made, INVENTED)
    for n in range(OF_2024):
        put(made, spec(901 + n, date(2024, 6, 19 + n)))
    return made


@pytest.fixture(scope="module")
def many(folder: Path) -> Library:
    """The same, read here."""
    return load(folder)


@pytest.fixture(scope="module")
def latest(many: Library) -> list[Resolution]:
    """The documents, newest first; no two are of one day."""
    assert len(many.resolutions) == len({r.adopted for r in many.resolutions}) == INVENTED + OF_2024 + 1
    return sorted(many.resolutions, key=lambda r: r.adopted, reverse=True)


@pytest.fixture(scope="module")
def both(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, Served, Path]]:
    """A bot with these documents, and one that begins with 56/4 alone and its content; they start and stop side by
    side."""
    logs, content = tmp_path_factory.mktemp("logs"), tmp_path_factory.mktemp("live") / "content"
    generate(content, 0)
    several, one = BotApi(), BotApi()
    with (
        several.in_thread(),
        one.in_thread(),
        serving(logs / "several", several, BOT_MAX_RATE="0", BOT_CONTENT=str(folder)) as first,
        serving(logs / "one", one, BOT_MAX_RATE="0", BOT_CONTENT=str(content)) as second,
    ):
        for server in (several, one):
            server.wait_until(lambda server=server: server.counts.get("getUpdates"))
        yield first, second, content
        assert "Traceback" not in first.stderr
        second.process.send_signal(signal.SIGTERM)
        assert (first.stop(), second.process.wait(PATIENCE)) == (0, 0)


@pytest.fixture(scope="module")
def shared(both: tuple[Served, Served, Path]) -> Served:
    """The bot with these documents."""
    return both[0]


def somebody(served: Served, language: str = ZH) -> int:
    """Somebody new."""
    ident = next(ids)
    served.server.user(ident, language_code=language)
    return ident


@pytest.fixture
def me(served: Served) -> int:
    """Somebody new, who has Telegram in Chinese."""
    return somebody(served)


def vote(resolution: Resolution, code: str) -> str:
    """What is said of a state's vote."""
    return f"投了{WORDS[resolution.vote_of(code)]}" if resolution.vote_of(code) in CAST else "不在"


def turning(served: Served, call: Call) -> list[str]:
    """The signs for turning pages under a message as it stands."""
    return [label for row in served.rows(call) for label in row if label in ("◀", "▶")]


def entries(served: Served, call: Call) -> list[str]:
    """The symbols on the buttons under a list as it stands."""
    return [label for row in served.rows(call) for label in row if label not in ("◀", "▶", CHART, CSV)]


def named(text: str, latest: list[Resolution]) -> list[str]:
    """The documents whose symbols stand at the beginning of a text's numbered lines, in their order."""
    known = {r.symbol for r in latest}
    found = [re.match(r"\d+\. (\S+?)[，,]", part) for part in text.splitlines()]
    return [match[1] for match in found if match and match[1] in known]


# --- which document is meant -----------------------------------------------------------------------------

PENDING: tuple[tuple[str, int, str], ...] = (
    # message that names no document, which of those offered is pressed, what the reply begins with ({vote}: as China
    # voted)
    ("中国怎么投的", 0, "中国{vote}"),
    ("中国怎么投的", 4, "中国{vote}"),
    ("/vote 中国", 2, "中国{vote}"),
    ("第5段", 1, "第5段："),
    ("/para 5", 1, "第5段："),
    ("谁弃权了", 3, "弃权（"),
    ("表决结果", 2, "记录表决以"),
    ("全文", 0, "{symbol}，{title}"),
    ("/full", 4, "{symbol}，{title}"),
)


@pytest.mark.parametrize(("message", "at", "begins"), PENDING, ids=[f"{row[0]} | {row[1]}" for row in PENDING])
def test_asks_back_and_answers_when_one_is_pressed(
    served: Served, me: int, latest: list[Resolution], message: str, at: int, begins: str
) -> None:
    asked = served.server.exchange(message, chat=me)
    assert asked.text.startswith("指的是哪一份文件？")
    assert named(asked.text, latest) == [r.symbol for r in latest[:OFFERED]]
    assert served.rows(asked) == [[f"{r.symbol} {r.title.text}"] for r in latest[:OFFERED]]
    chosen = latest[at]
    done = served.press(asked, chosen.symbol)
    assert not done.notice
    said = done.messages[0].text
    assert said.startswith(begins.format(vote=vote(chosen, "CHN"), symbol=chosen.symbol, title=chosen.title.text)), said
    assert f"undocs.org/{chosen.symbol}" in done.messages[-1].text


def test_the_document_that_was_pressed_is_the_one_in_view(served: Served, me: int, latest: list[Resolution]) -> None:
    asked = served.server.exchange("中国怎么投的", chat=me)
    served.press(asked, latest[1].symbol)
    assert served.server.exchange("那日本呢", chat=me).text.startswith(f"日本{vote(latest[1], 'JPN')}")
    assert f"undocs.org/{latest[1].symbol}" in served.server.exchange("第3段", chat=me).text


def test_asks_back_in_the_language_of_the_question(served: Served, latest: list[Resolution]) -> None:
    asked = served.server.exchange("How did China vote?", chat=somebody(served, "en"))
    assert [label.partition(" ")[0] for (label,) in served.rows(asked)] == [r.symbol for r in latest[:OFFERED]]
    assert served.press(asked, latest[0].symbol).message.text.startswith("China: ")


def test_a_document_can_be_named_instead_of_pressed(served: Served, me: int) -> None:
    served.server.exchange("第5段", chat=me)
    assert CLAUSE_5 in served.server.exchange("56/4", chat=me).text


@pytest.mark.parametrize("first", ["中国怎么投的", "第3段", "谁弃权了"])
def test_a_question_of_its_own_is_answered_rather_than_the_one_before(served: Served, me: int, first: str) -> None:
    served.server.exchange(first, chat=me)
    assert CLAUSE_5 in served.server.exchange("56/4 第5段", chat=me).text


def test_a_document_is_fixed_by_a_command(served: Served, me: int) -> None:
    assert "A/HRC/RES/56/4" in served.server.exchange("/use 56/4", chat=me).text
    said = served.server.exchange("第5段", chat=me)
    assert CLAUSE_5 in said.text
    assert OFFICIAL in said.text
    assert served.server.exchange("中国怎么投的", chat=me).text.startswith("中国投了赞成票")


# --- lists ------------------------------------------------------------------------------------------------

LISTS: tuple[tuple[str, int | None, Vote | None], ...] = (
    # message, the year and China's vote of those that are listed; None for any
    ("/docs", None, None),
    ("有哪些决议", None, None),
    ("/docs 2024", 2024, None),
    ("2024年通过的决议有哪些", 2024, None),
    ("中国对哪些决议投了反对票", None, Vote.NO),
)


@pytest.mark.parametrize(("message", "year", "cast"), LISTS, ids=[row[0] for row in LISTS])
def test_pages_of_a_list_are_turned_in_place(
    served: Served, me: int, latest: list[Resolution], message: str, year: int | None, cast: Vote | None
) -> None:
    wanted = [r.symbol for r in latest if year in (None, r.adopted.year) and (cast is None or r.vote_of("CHN") is cast)]
    pages = [wanted[at : at + PAGE] for at in range(0, len(wanted), PAGE)]
    assert len(pages) > 1
    call = served.server.exchange(message, chat=me)
    # Of a state, its votes are counted; else documents are.
    assert f"{len(wanted)}{'次' if cast else '份'}" in call.text
    there_and_back = [*range(len(pages)), *range(len(pages) - 2, -1, -1)]
    for at, page in enumerate(there_and_back):
        if at:
            done = served.press(call, "▶" if page > there_and_back[at - 1] else "◀")
            assert not done.notice
            assert (done.message.method, done.message.message_id) == ("editMessageText", call.message_id)
        shown = served.server.shown(call)["text"]
        assert named(shown, latest) == pages[page]
        assert entries(served, call) == ([] if cast else pages[page])
        # The ends stop; they do not wrap.
        assert turning(served, call) == ["◀"] * (page > 0) + ["▶"] * (page + 1 < len(pages))


def test_a_list_of_one_page_has_none_to_turn(served: Served, me: int, latest: list[Resolution]) -> None:
    call = served.server.exchange("/docs 2020", chat=me)
    assert entries(served, call) == [r.symbol for r in latest if r.adopted.year == 2020]
    assert turning(served, call) == []


# --- pages of what has no room on a button, pictures and tables ---------------------------------------------------


@pytest.mark.parametrize("message", ["谁和中国一致率最高", "欧盟在各决议上怎么投的", "票数最接近的决议"])
def test_pages_of_any_list_are_turned_in_place(served: Served, me: int, message: str) -> None:
    call = served.server.exchange(message, chat=me)
    assert turning(served, call) == ["▶"]
    first = served.server.shown(call)["text"]
    done = served.press(call, "▶")
    assert (done.notice, done.message.method, done.message.message_id) == ("", "editMessageText", call.message_id)
    assert "11. " in served.server.shown(call)["text"]
    served.press(call, "◀")
    assert served.server.shown(call)["text"] == first


def test_a_list_that_is_forgotten_says_so(served: Served, me: int) -> None:
    call = served.server.exchange("谁和中国一致率最高", chat=me)
    for number in range(1, 9):
        served.server.exchange(f"56/4 第{number}段", chat=me)
    assert served.press(call, "▶").notice == OLD[ZH]


def table(served: Served, call: Call) -> list[dict[str, str]]:
    """The rows of the table that was sent as a file."""
    (upload,) = call.files.values()
    assert upload.filename.endswith(".csv")
    return list(csv.DictReader(io.StringIO(upload.content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    "asks",
    [("中国对哪些决议投了反对票", ""), ("中国对哪些决议投了反对票 csv",), ("中国对哪些决议投了反对票", "导出csv")],
    ids="/".join,
)
def test_the_table_is_sent_as_a_file(served: Served, me: int, latest: list[Resolution], asks: tuple[str, ...]) -> None:
    call = served.server.exchange(asks[0], chat=me)
    for more in asks[1:]:
        call = served.server.exchange(more, chat=me) if more else served.press(call, CSV).message
    wanted = [(r.symbol, r.adopted.isoformat(), "no") for r in latest if r.vote_of("CHN") is Vote.NO]
    assert [(row["resolution"], row["date"], row["CHN"]) for row in table(served, call)] == wanted


PICTURED = (
    ("中国逐年投票", ""),
    ("中国逐年投票，发一张图",),
    ("中国和日本的一致率", "发一张图"),
    ("56/4 表决结果", "画成图"),
    ("欧盟在各决议上怎么投的", ""),
)


@pytest.mark.parametrize("asks", PICTURED, ids="/".join)
def test_the_figures_are_sent_as_a_picture(served: Served, me: int, asks: tuple[str, ...]) -> None:
    call = served.server.exchange(asks[0], chat=me)
    for more in asks[1:]:
        # A picture takes its time: before it the chat is told that one is on its way.
        call = served.server.exchange(more, chat=me) if more else served.press(call, CHART).message
    assert call.method == "sendPhoto"
    assert served.server.core.world.files[served.server.shown(call)["photo"][-1]["file_id"]].content.startswith(
        b"\x89PNG"
    )


def test_what_is_no_picture_is_said_in_words(served: Served, me: int) -> None:
    said = served.server.exchange("56/4 第1段，发一张图", chat=me)
    assert said.method == "sendMessage"
    assert said.text.splitlines()[-1] == "这个没有图。"


@pytest.mark.parametrize("presses", ["", "▶", "▶▶"])
def test_tapping_an_entry_fixes_it(served: Served, me: int, latest: list[Resolution], presses: str) -> None:
    call = served.server.exchange("/docs", chat=me)
    for press in presses:
        served.press(call, press)
    tapped = latest[len(presses) * PAGE + 1]
    done = served.press(call, tapped.symbol)
    assert not done.notice
    assert done.message.text.startswith(f"{tapped.symbol}，{tapped.title.text}")
    assert served.server.exchange("中国怎么投的", chat=me).text.startswith(f"中国{vote(tapped, 'CHN')}")


@pytest.mark.parametrize(
    "data",
    [
        "docs-0-0-99",
        "docs-2024-0-99",
        "docs-99999-0-0",
        "docs-0-0--1",
        "docs-x-0-0",
        "hist-CHN-n-none-0-0-99",
        "hist-ZZZ-n-none-0-0-0",
        "use--A_HRC_RES_99_9",
    ],
)
def test_buttons_of_no_list_do_no_harm(served: Served, me: int, data: str) -> None:
    call = served.server.exchange("/docs", chat=me)
    done = served.press_data(call, f"{data}~c", force=True)
    assert done.notice in ("", OLD[ZH])
    assert served.server.exchange("56/4 第5段", chat=me).text.startswith("第5段：")


# --- links, inline mode, the picture, the menu ------------------------------------------------------------


def slug(symbol: str) -> str:
    return re.sub(r"\W", "_", symbol)


def test_a_link_to_a_clause_of_a_document(served: Served, me: int) -> None:
    assert CLAUSE_5 in served.server.exchange("/start op5--A_HRC_RES_56_4", chat=me).text
    assert served.server.exchange("下一段", chat=me).text.startswith("第6段：")


@pytest.mark.parametrize("at", [0, 11, 20])
def test_a_link_to_a_vote_on_a_document(served: Served, me: int, latest: list[Resolution], at: int) -> None:
    call = served.server.exchange(f"/start vote-CHN--{slug(latest[at].symbol)}", chat=me)
    assert call.text.startswith(f"中国{vote(latest[at], 'CHN')}")
    assert f"undocs.org/{latest[at].symbol}" in call.text


@pytest.mark.parametrize(
    ("payload", "begins"),
    [("vote-CHN", "中国{vote}"), ("op5", "第5段："), ("tally", "记录表决以"), ("roll-no", "反对（")],
)
def test_a_link_without_a_document_asks_back(
    served: Served, me: int, latest: list[Resolution], payload: str, begins: str
) -> None:
    asked = served.server.exchange(f"/start {payload}", chat=me)
    assert asked.text.startswith("指的是哪一份文件？")
    assert [label.partition(" ")[0] for (label,) in served.rows(asked)] == [r.symbol for r in latest[:OFFERED]]
    said = served.press(asked, latest[3].symbol).message.text
    assert said.startswith(begins.format(vote=vote(latest[3], "CHN"))), said[:60]


def test_a_link_to_the_picture_of_no_document_asks_back(served: Served, me: int) -> None:
    assert served.server.exchange("/start map", chat=me).text.startswith("指的是哪一份文件？")


@pytest.mark.parametrize("payload", ["op5--A_HRC_RES_99_9", "vote-CHN--A_HRC_RES_99_9", "use--A_HRC_RES_99_9"])
def test_a_link_to_a_document_that_is_not_here_is_the_ordinary_start(
    served: Served, me: int, latest: list[Resolution], payload: str
) -> None:
    assert served.server.exchange(f"/start {payload}", chat=me).text.startswith(
        f"我回答关于{len(latest)}份联合国决议的问题"
    )


def offered(served: Served, query: str) -> list[tuple[str, str, str]]:
    """The results of an inline query: title, what it sends, and the payload of the link under it."""
    before = len(served.server.sent)
    asked = served.server.inline(query, served.server.user(somebody(served)))
    served.server.wait_for(lambda call: call.params.get("inline_query_id") == asked.query_id, since=before)
    return [
        (
            r["title"],
            str(parse(r["input_message_content"]["message_text"])[0]),
            r["reply_markup"]["inline_keyboard"][0][0]["url"].partition("=")[2],
        )
        for r in served.server.results(asked)
    ]


def test_inline_offers_a_result_for_each_document_that_may_be_meant(
    served: Served, me: int, latest: list[Resolution]
) -> None:
    results = offered(served, "中国")
    assert len(results) == OFFERED
    for (title, text, payload), resolution in zip(results, latest, strict=False):
        assert title.startswith(f"{resolution.symbol} ")
        assert text.startswith(f"中国{vote(resolution, 'CHN')}")
        assert f"undocs.org/{resolution.symbol}" in text
        assert resolution.symbol in served.server.exchange(f"/start {payload}", chat=me).text


@pytest.mark.parametrize(
    ("query", "says"),
    [
        ("56/4 第5段", CLAUSE_5),
        ("第5段 56/4", CLAUSE_5),
        ("56/4 中国", "中国投了赞成票"),
        ("56/4 表决结果", "记录表决以29票赞成"),
        ("56/901 中国", "中国投了赞成票"),
    ],
)
def test_inline_with_a_document_named(served: Served, query: str, says: str) -> None:
    first, *_ = offered(served, query)
    assert says in first[1]
    assert f"undocs.org/A/HRC/RES/{query.split()[query.startswith('第')]}" in first[1]


@pytest.mark.parametrize("query", ["", "中国对哪些决议投了反对票", "有哪些决议", "2024"])
def test_inline_results_across_documents_are_whole(served: Served, query: str) -> None:
    for title, text, payload in offered(served, query):
        assert title
        assert text.strip()
        assert payload


@pytest.mark.parametrize("message", ["/map 56/4", "/map A/HRC/RES/56/4", "/map 国际团结"])
def test_the_picture_of_a_document(served: Served, me: int, message: str) -> None:
    call = served.calls(me, message)[-1]
    assert call.method == "sendPhoto"
    assert "A/HRC/RES/56/4" in call.text


def test_a_picture_of_no_document_asks_back_and_has_a_button_under_the_result_of_the_one_pressed(
    served: Served, me: int, latest: list[Resolution]
) -> None:
    asked = served.calls(me, "/map")[-1]
    assert asked.text.startswith("指的是哪一份文件？")
    result = served.press(asked, latest[0].symbol).message
    assert latest[0].symbol in result.text
    assert served.press(result, "🗺 表决图").message.method == "sendPhoto"


def menus(server: BotApi) -> list[set[str]]:
    """The commands in the menus that are not those of groups."""
    return [
        {c["command"] for c in commands}
        for (scope, _), commands in server.profile.commands.items()
        if "group" not in scope
    ]


def test_the_menu_lists_and_chooses_documents(served: Served) -> None:
    assert menus(served.server)
    assert all({"docs", "use"} <= menu for menu in menus(served.server))


# --- content that is read anew ------------------------------------------------------------------------------


class Live:
    """A bot whose content is changed while it runs."""

    def __init__(self, served: Served, folder: Path) -> None:
        self.served, self.folder = served, folder

    def reload(self, times: int = 1, every: float = 0.0) -> str:
        """Tell it to read its content anew; what it logs of that."""
        before = len(self.served.stderr)
        for _ in range(times):
            self.served.process.send_signal(signal.SIGHUP)
            time.sleep(every)
        deadline = time.monotonic() + RELOADS_WITHIN
        while time.monotonic() < deadline:
            said = self.served.stderr[before:]
            if said.endswith("\n") and (LOG_READ in said or LOG_KEPT in said):
                return said
            time.sleep(0.02)
        raise TimeoutError(f"no word on the content; logged: {self.served.stderr[before:]}")

    def quiet(self) -> None:
        """Wait until every reload that was begun has ended, and none is begun for a while."""
        deadline = time.monotonic() + RELOADS_WITHIN
        said, heard = "", time.monotonic()
        while said.count(LOG_BEGUN) > said.count(LOG_READ) + said.count(LOG_KEPT) or time.monotonic() - heard < QUIET:
            if said != (now := self.served.stderr):
                said, heard = now, time.monotonic()
            if time.monotonic() > deadline:
                raise TimeoutError(f"reloads do not end; logged: {said}")
            time.sleep(0.02)

    def ask(self, message: str, who: int | None = None) -> str:
        """What it says to somebody."""
        return str(self.served.server.exchange(message, chat=who or somebody(self.served)).text)


@pytest.fixture(scope="module")
def running(both: tuple[Served, Served, Path]) -> Live:
    """A bot that begins with 56/4 alone."""
    return Live(both[1], both[2])


@pytest.fixture
def live(running: Live) -> Iterator[Live]:
    """The same; it has to be running afterwards, without a refused call or a traceback."""
    before, refused = len(running.served.stderr), len(running.served.server.refused)
    yield running
    assert running.served.process.poll() is None
    assert running.served.server.refused[refused:] == []
    assert "Traceback" not in running.served.stderr[before:]


ADDED = spec(950, date(2024, 7, 9), title="虚构的灯塔")


def test_a_document_that_is_added_is_answered_from_and_conversations_go_on(live: Live) -> None:
    me = somebody(live.served)
    assert menus(live.served.server)
    assert not any({"docs", "use"} & menu for menu in menus(live.served.server))
    assert live.ask("第4段", me).startswith(CLAUSE_4)
    put(live.folder, ADDED)
    assert f"{LOG_READ}2 document(s)" in live.reload()
    assert CLAUSE_5 in live.ask("下一段", me)
    assert live.ask("56/950 第3段").startswith("第3段：\n虚构的要求3号")
    assert live.ask("第3段").startswith("指的是哪一份文件？")
    assert live.ask("/start").startswith("我回答关于2份")


def test_the_menu_is_that_of_several_once_there_are_several(live: Live) -> None:
    put(live.folder, ADDED)
    live.reload()
    server = live.served.server
    try:
        server.wait_until(lambda: all({"docs", "use"} <= menu for menu in menus(server)), 1)
    except TimeoutError:
        pytest.fail(f"after the reload the menus are still {menus(server)}")


UNSOUND: tuple[tuple[str, str, str, str], ...] = (
    # what is wrong, file, what stands in it, what stands there instead
    ("a figure of the tally", "resolutions/A_HRC_RES_56_960.zh.txt", "以2票", "以9票"),
    ("a voter that is no state", "resolutions/A_HRC_RES_56_960.zh.txt", "古巴", "亚特兰蒂斯"),
    ("a paragraph is lost", "resolutions/A_HRC_RES_56_960.zh.txt", "3. 虚构的要求3号；", ""),
)


@pytest.mark.parametrize(("wrong", "name", "old", "new"), UNSOUND, ids=[row[0] for row in UNSOUND])
def test_content_that_is_not_sound_is_said_and_the_old_is_kept(
    live: Live, wrong: str, name: str, old: str, new: str
) -> None:
    me = somebody(live.served)
    live.ask("56/4 第4段", me)
    text = write(spec(960, date(2024, 7, 9)))
    assert old in text
    path = live.folder / name
    path.write_text(text.replace(old, new), "utf-8")
    try:
        said = live.reload()
    finally:
        path.unlink()
    (kept,) = [part for part in said.splitlines() if LOG_KEPT in part]
    assert re.search(rf"{re.escape(name)}:\d+: ", kept), kept
    assert LOG_READ not in said
    assert CLAUSE_5 in live.ask("下一段", me)
    assert "56/960" in live.ask("56/960 第3段")
    assert "虚构的要求" not in live.ask("56/960 第3段")


BROKEN: tuple[tuple[str, str, bytes | None], ...] = (
    # what is wrong, file, its bytes (None: a folder of that name)
    ("not UTF-8", "resolutions/A_HRC_RES_56_961.zh.txt", "人权理事会".encode("gb18030")),
    ("a folder in place of a text", "resolutions/A_HRC_RES_56_961.zh.txt", None),
    ("votes that are no table", "resolutions/A_HRC_RES_56_4.votes.csv", b"\xff\xfe,"),
)


@pytest.mark.parametrize(("wrong", "name", "content"), BROKEN, ids=[row[0] for row in BROKEN])
def test_files_that_cannot_be_read_are_said_and_the_old_is_kept(
    live: Live, wrong: str, name: str, content: bytes | None
) -> None:
    path = live.folder / name
    if content is None:
        path.mkdir()
    else:
        path.write_bytes(content)
    try:
        said = live.reload()
    finally:
        path.rmdir() if content is None else path.unlink()
    (kept,) = [part for part in said.splitlines() if LOG_KEPT in part]
    assert name in kept
    assert CLAUSE_5 in live.ask("56/4 第5段")


def test_many_signals_at_once(live: Live) -> None:
    """People are answered meanwhile, what was there at the last signal is what is read, and no queue of reloads is
    left."""
    me = somebody(live.served)
    live.ask("56/4 第4段", me)
    before = len(live.served.stderr)
    path = put(live.folder, spec(970, date(2024, 7, 8)))
    documents = len(list((live.folder / "resolutions").glob("*.zh.txt")))
    try:
        live.reload(times=SIGNALS, every=0.01)
        assert CLAUSE_5 in live.ask("下一段", me)
        assert live.ask("56/970 第2段").startswith("第2段：\n虚构的要求2号")
        live.quiet()
    finally:
        path.unlink()
    read = [part for part in live.served.stderr[before:].splitlines() if LOG_READ in part]
    assert read[-1].endswith(f"{LOG_READ}{documents} document(s)")
    # They are one; two where the machine is so slow that they come apart.
    assert len(read) <= 2


def test_a_document_that_is_taken_away(live: Live) -> None:
    """Its buttons say that they are old, and nobody is told what stood in it."""
    me = somebody(live.served)
    path = put(live.folder, spec(980, date(2024, 7, 7)))
    live.reload()
    call = live.served.server.exchange("56/980 第2段", chat=me)
    assert call.text.startswith("第2段：")
    path.unlink()
    live.reload()
    assert live.served.press(call, "▶").notice == OLD[ZH]
    assert "虚构的要求" not in live.ask("下一段", me)
    assert CLAUSE_5 in live.ask("56/4 第5段")
