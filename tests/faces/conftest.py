"""What the tests of the Telegram bot share: one bot that runs for all of them, and people and chats of their own for
each."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.language.speaking import REPLY_LANGUAGES
from tests.botapi import BotApi, Call
from tests.faces.served import Served, ids, serving

LANGUAGES = sum(len(x.telegram) for x in REPLY_LANGUAGES)
"""In how many the bot describes itself: it does so in the background, one after the other, the short description
last."""


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """One bot for all tests that do it no harm; each has chats of its own. It sends as fast as it can."""
    server = BotApi()
    log = tmp_path_factory.mktemp("serve") / "stderr"
    with server.in_thread(), serving(log, server, BOT_MAX_RATE="0", BOT_ENCODER="1") as served:
        server.wait_until(
            lambda: server.counts.get("getUpdates") and server.counts.get("setMyShortDescription") == LANGUAGES
        )
        yield served
        assert served.stop() == 0


@pytest.fixture
def served(shared: Served) -> Iterator[Served]:
    """The shared bot; no call of it may be refused."""
    refused = len(shared.server.refused)
    yield shared
    assert shared.server.refused[refused:] == []
    assert shared.process.poll() is None


@pytest.fixture
def me(served: Served) -> int:
    """Somebody new, who has Telegram in English."""
    ident = next(ids)
    served.server.user(ident, language_code="en")
    return ident


@pytest.fixture
def you(served: Served) -> int:
    """Somebody else, who has Telegram in English."""
    ident = next(ids)
    served.server.user(ident, language_code="en")
    return ident


@pytest.fixture
def group(served: Served) -> int:
    """A new group."""
    return served.server.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall").id


BEFORE = ("第5段", "发展权", "刚果", "讲个笑话", "How did China vote?", "/full", "/map", "/lang")
"""What was asked before the restart, each by somebody else."""


@pytest.fixture(scope="session")
def twice(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Served, dict[str, Call], list[Call]]]:
    """A bot that was stopped and started again: as it runs now, its replies from before, and its calls of both
    starts."""
    server, log = BotApi(), tmp_path_factory.mktemp("twice") / "stderr"
    with server.in_thread():
        with serving(log, server) as served:
            server.wait_until(lambda: server.counts.get("setMyShortDescription") == LANGUAGES)
            started = server.sent
            replies = {message: served.calls(next(ids), message)[-1] for message in BEFORE}
            assert served.stop() == 0
        before = len(server.sent)
        polled = server.counts["getUpdates"]
        with serving(log, server) as served:
            server.wait_until(
                lambda: server.counts["getUpdates"] > polled and server.counts["getMyShortDescription"] == 2 * LANGUAGES
            )
            yield served, replies, [*started, *server.sent[before:]]
            assert served.stop() == 0


@pytest.fixture
def again(twice: tuple[Served, dict[str, Call], list[Call]]) -> Served:
    """The bot that was started again."""
    return twice[0]


@pytest.fixture
def restarted(twice: tuple[Served, dict[str, Call], list[Call]]) -> dict[str, Call]:
    """By what was asked: the replies of the bot before it was started again."""
    return twice[1]
