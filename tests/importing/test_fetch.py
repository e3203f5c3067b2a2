"""Tests of fetching by symbol, against a local server that answers as the UN's document system is known to."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from click.testing import CliRunner

from bot.__main__ import main
from bot.errors import ContentError
from bot.importing import fetch
from bot.importing.fetch import DocumentSystem
from tests.importing import makers
from tests.importing.test_documents import CHINESE, SOURCES

PAGE = b"<!DOCTYPE html><html><head><title>Documents</title></head><body>There is nothing here.</body></html>"
PDF = b"%PDF-1.7 invented"


@dataclass
class System:
    """The invented document system: its files, what it does next, and what it was asked."""

    address: str = ""
    files: dict[tuple[str, str, str], bytes] = field(default_factory=dict)
    """By symbol, language and format."""
    next: list[tuple[int, dict[str, str], bytes]] = field(default_factory=list)
    """Answers to be given before those of the files."""
    asked: list[tuple[str, str, str]] = field(default_factory=list)
    agents: list[str] = field(default_factory=list)


@pytest.fixture
def system() -> Iterator[System]:
    """A running one, on a port of 127.0.0.1."""
    state = System()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            address = urlsplit(self.path)
            if address.path == "/error":
                return self._answer(200, {}, PAGE.replace(b"Documents", b"Error"))
            query = {key: values[0] for key, values in parse_qs(address.query).items()}
            key = (query["s"], query["l"], query["t"])
            state.asked.append(key)
            state.agents.append(self.headers["User-Agent"])
            if state.next:
                return self._answer(*state.next.pop(0))
            if not self.headers.get("Referer", "").startswith(f"https://docs.un.org/{query['l']}/"):
                return self._answer(302, {"Location": "/error"}, b"")
            return self._answer(200, {}, state.files.get(key, PAGE))

        def _answer(self, status: int, headers: dict[str, str], body: bytes) -> None:
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    state.address = f"http://127.0.0.1:{server.server_port}/api/symbol/access"
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield state
    server.shutdown()
    server.server_close()
    thread.join()


@pytest.fixture
def client() -> Iterator[httpx.Client]:
    with httpx.Client(timeout=5, follow_redirects=True, trust_env=False) as each:
        yield each


@dataclass
class Clock:
    """Sleeps without waiting, and remembers for how long."""

    slept: list[float] = field(default_factory=list)

    def sleep(self, seconds: float) -> None:
        self.slept.append(seconds)


def test_a_file_by_symbol_language_and_format(system: System, client: httpx.Client) -> None:
    system.files["S/RES/2728(2024)", "fr", "doc"] = b"PK invented"
    assert DocumentSystem(client, system.address).fetch("S/RES/2728(2024)", "fr", "doc") == b"PK invented"
    assert system.asked == [("S/RES/2728(2024)", "fr", "doc")]


def test_one_request_at_a_time_with_a_pause_between(system: System, client: httpx.Client) -> None:
    clock = Clock()
    for number in (1, 2, 3):
        system.files[f"A/RES/99/{number}", "en", "pdf"] = PDF
    asker = DocumentSystem(client, system.address, pause=2.5, sleep=clock.sleep)
    for number in (1, 2, 3):
        assert asker.fetch(f"A/RES/99/{number}", "en") == PDF
    assert clock.slept == [2.5, 2.5]


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504])
def test_what_fails_in_passing_is_asked_again_later_and_later(
    system: System, client: httpx.Client, status: int
) -> None:
    clock = Clock()
    system.files["A/RES/99/1", "en", "pdf"] = PDF
    system.next = [(status, {}, b""), (status, {}, b"")]
    assert DocumentSystem(client, system.address, pause=1, sleep=clock.sleep).fetch("A/RES/99/1", "en") == PDF
    assert clock.slept == [2, 4]


def test_the_wait_that_is_asked_for_is_kept(system: System, client: httpx.Client) -> None:
    clock = Clock()
    system.files["A/RES/99/1", "en", "pdf"] = PDF
    system.next = [(429, {"Retry-After": "17"}, b"")]
    assert DocumentSystem(client, system.address, pause=1, sleep=clock.sleep).fetch("A/RES/99/1", "en") == PDF
    assert clock.slept == [17]


REFUSED = (
    # what the system does, and the sentence that says so
    (
        [(429, {"Retry-After": "7200"}, b"")],
        "the document system asks to wait 7200 seconds; expected to be answered, try later",
    ),
    ([(503, {}, b"")] * 4, r"http://\S+ answers 503; expected a file"),
    ([(403, {}, PAGE.replace(b"Documents", b"Human?"))], r"http://\S+ answers 403 \(“Human\?”\); expected a file"),
    (
        [(302, {"Location": "/error"}, b"")],
        r"http://\S+ answers with an error page \(“Error”\) instead of a file; expected a file",
    ),
    ([], "the document system has no such document; expected the symbol of one"),
)


@pytest.mark.parametrize(("answers", "said"), REFUSED, ids=[said[:30] for _, said in REFUSED])
def test_what_keeps_a_document_from_being_had_is_one_sentence(
    system: System, client: httpx.Client, answers: list[tuple[int, dict[str, str], bytes]], said: str
) -> None:
    system.next = list(answers)
    with pytest.raises(ContentError, match=rf"^A/RES/99/1: {said}"):
        DocumentSystem(client, system.address, sleep=Clock().sleep).fetch("A/RES/99/1", "zh")


def test_a_text_in_another_language_is_named(system: System, client: httpx.Client) -> None:
    system.files["A/RES/99/1", "fr", "pdf"] = PDF
    with pytest.raises(ContentError, match="no text in zh, but one in fr; expected --language fr"):
        DocumentSystem(client, system.address, sleep=Clock().sleep).fetch("A/RES/99/1", "zh")


def test_without_a_network_it_is_told_so(client: httpx.Client) -> None:
    clock = Clock()
    with pytest.raises(
        ContentError, match=r"^A/RES/99/1: http://127\.0\.0\.1:9/x can't be reached .*; expected a network connection$"
    ):
        DocumentSystem(client, "http://127.0.0.1:9/x", pause=1, sleep=clock.sleep).fetch("A/RES/99/1", "zh")
    assert clock.slept == [2, 4, 8]


def test_a_proxy_that_is_not_there_is_named() -> None:
    with (
        httpx.Client(transport=httpx.MockTransport(_refusing_proxy)) as client,
        pytest.raises(ContentError, match=r"the proxy does not let .*HTTPS_PROXY"),
    ):
        DocumentSystem(client, "http://127.0.0.1:9/x", sleep=Clock().sleep).fetch("A/RES/99/1", "zh")


def _refusing_proxy(request: httpx.Request) -> httpx.Response:
    raise httpx.ProxyError("407 Proxy Authentication Required", request=request)


@pytest.mark.parametrize("symbol", ["", "56", "../../etc/passwd", "A/RES/1 OR 1", "中国"])
def test_what_is_no_symbol_is_not_asked_for(system: System, client: httpx.Client, symbol: str) -> None:
    with pytest.raises(ContentError, match="not a symbol of a document"):
        DocumentSystem(client, system.address).fetch(symbol, "en")
    assert system.asked == []


def test_more_than_a_document_is_not_read(
    system: System, client: httpx.Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fetch, "LARGEST", 1000)
    system.files["A/RES/99/1", "en", "pdf"] = PDF * 100
    with pytest.raises(ContentError, match="more than 1000 bytes"):
        DocumentSystem(client, system.address).fetch("A/RES/99/1", "en")


# --- the command ---------------------------------------------------------------------------------------


def test_the_command_imports_what_it_fetches(system: System, content: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("BOT_DOCUMENTS_URL", system.address)
    (content / "resolutions" / "A_HRC_RES_56_4.zh.txt").unlink()
    system.files["A/HRC/RES/56/4", "zh", "pdf"] = makers.make_pdf(CHINESE, makers.CHINESE)
    result = CliRunner().invoke(main, ["fetch", "--content", str(content), "--language", "zh", "A/HRC/RES/56/4"])
    assert result.exit_code == 0, result.output
    assert (content / "resolutions" / "A_HRC_RES_56_4.zh.txt").read_text(encoding="utf-8") == CHINESE
    note = (content / "resolutions" / "A_HRC_RES_56_4.zh.source.toml").read_text(encoding="utf-8")
    assert 'file = "A/HRC/RES/56/4.zh.pdf"' in note
    assert all(agent.startswith("resolution-bot/") for agent in system.agents)


def test_another_document_than_the_one_asked_for_is_refused(
    system: System, content: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BOT_DOCUMENTS_URL", system.address)
    system.files["A/HRC/RES/56/4", "en", "pdf"] = makers.make_pdf(*SOURCES["en"])
    result = CliRunner().invoke(main, ["fetch", "--content", str(content), "--language", "en", "A/HRC/RES/56/4"])
    assert result.exit_code == 1
    assert "the text is that of A/HRC/RES/98/77, but it is given as A/HRC/RES/56/4" in result.stderr


def test_a_language_that_there_is_not_is_told(content: Path) -> None:
    result = CliRunner().invoke(main, ["fetch", "--content", str(content), "--language", "de", "A/RES/99/1"])
    assert result.exit_code == 2
    assert "--language de can't be read; expected one or more of zh, en, " in result.stderr
