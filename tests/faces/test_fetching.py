"""A document that is not here is offered to be fetched, where the bot may, and is answered from in that chat for a
while.

The document system is an invented one on this machine, as in the tests of `fetch`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.botapi import BotApi
from tests.faces.served import Served, ids, serving
from tests.importing import makers
from tests.importing.test_documents import SOURCES
from tests.importing.test_fetch import System, system

__all__ = ["system"]
HELD, MISSING = "A/HRC/RES/98/77", "A/HRC/RES/98/78"
"""A document that the system has, and one that it has not."""


@pytest.fixture
def fetching(system: System, tmp_path: Path) -> Iterator[Served]:
    """A bot that may fetch."""
    server = BotApi()
    system.files[HELD, "en", "pdf"] = makers.make_pdf(*SOURCES["en"])
    with (
        server.in_thread(),
        serving(tmp_path / "log", server, BOT_MAX_RATE="0", BOT_FETCH="1", BOT_DOCUMENTS_URL=system.address) as served,
    ):
        server.wait_until(lambda: server.counts.get("getUpdates"))
        yield served
        assert "Traceback" not in served.stderr


def somebody(served: Served) -> int:
    ident = next(ids)
    served.server.user(ident, language_code="en")
    return ident


def test_what_is_not_here_is_fetched_and_answered_from(fetching: Served, system: System) -> None:
    me = somebody(fetching)
    said = fetching.server.exchange(f"{HELD} paragraph 1", chat=me)
    assert HELD in said.text
    assert fetching.rows(said) == [[f"⬇ Fetch {HELD}"]]
    assert system.asked == []
    shown = fetching.press(said, "Fetch").messages
    assert any(HELD in call.text for call in shown)
    assert system.asked == [(HELD, "en", "pdf")]
    answered = fetching.server.exchange("paragraph 1", chat=me)
    assert f"{HELD}.en.pdf" in answered.text
    (first,) = [line for line in SOURCES["en"][0].splitlines() if line.startswith("1. ")]
    assert " ".join(first.removeprefix("1. ").split())[:40] in " ".join(answered.text.split())


def test_what_is_not_in_the_system_either_is_said_so(fetching: Served, system: System) -> None:
    # A web page instead of a file, with a wait that nobody sits through: the bot does not try again.
    system.next.append((429, {"Retry-After": "9999"}, b""))
    said = fetching.server.exchange(f"{MISSING} paragraph 1", chat=somebody(fetching))
    (told,) = fetching.press(said, "Fetch").messages
    assert told.text.startswith(f"I could not get {MISSING} from the document system")


@pytest.mark.parametrize("message", ["98/78 paragraph 1", "What about 99/1?"])
def test_what_is_no_whole_symbol_is_not_offered(fetching: Served, message: str) -> None:
    said = fetching.server.exchange(message, chat=somebody(fetching))
    assert not any("Fetch" in label for row in fetching.rows(said) for label in row)
