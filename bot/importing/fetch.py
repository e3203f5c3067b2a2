"""Documents by symbol from the UN's document system, one request at a time.

``GET DOCUMENTS?s=SYMBOL&l=LANGUAGE&t=FORMAT`` answers with the file (``t``: pdf, or doc for Word). What it has not, it
answers with a web page and status 200; without a Referer that names the document's own page it redirects to an error
page. This is how public programs that use it describe it; its operators publish no description.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.parse import quote

import httpx

from bot import __version__
from bot.errors import ContentError
from bot.importing.lines import LARGEST
from bot.settings import DOCUMENTS

_PAGE = "https://docs.un.org/{language}/{symbol}"
"""The page of a document for people, by language (ar, en, es, fr, ru, zh) and symbol."""
FETCHED_SYMBOL = re.compile(r"[A-Z]{1,5}(?:/[A-Z0-9.\-]+)+(?: ?\(\d{4}\))?", re.IGNORECASE)
"""The symbol of any document."""
_TRIES = 4
"""Times a request is made that fails in passing: no connection, a time-out, 429, 5xx."""
TIMEOUT = httpx.Timeout(60, connect=15)
"""Seconds until an answer that does not go on is given up; the system makes some files as they are asked for."""
PAUSE = 2.5
"""Seconds between two requests, and the first of those before a request is made again, which double."""
_LONGEST_WAIT = 120.0
"""Seconds that the system may ask to wait; where it asks for more, that is said instead."""
_PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
OTHERS = ("en", "zh", "fr", "es", "ru", "ar")
"""The languages in which a document is looked for that is not there in the one asked for."""


def client() -> httpx.Client:
    """What requests are made with."""
    return httpx.Client(timeout=TIMEOUT, follow_redirects=True, headers={"User-Agent": f"resolution-bot/{__version__}"})


@dataclass
class DocumentSystem:
    """Asks the document system, with pauses; keeps the time of the last request."""

    client: httpx.Client
    base: str = DOCUMENTS
    pause: float = PAUSE
    sleep: Callable[[float], None] = time.sleep
    asked: bool = False
    """Whether a request was made before: then the next one waits."""

    def fetch(self, symbol: str, language: str, form: str = "pdf") -> bytes:
        """The file of a document.

        symbol: as in A/HRC/RES/56/4; language: zh, en, fr, es, ru or ar; form: pdf or doc. ContentError, in one
        sentence, for whatever keeps it from being had.
        """
        if not FETCHED_SYMBOL.fullmatch(symbol.strip()):
            raise ContentError(symbol, None, "not a symbol of a document; expected one as in A/HRC/RES/56/4")
        data = self._file(symbol.strip(), language, form)
        if data is not None:
            return data
        other = next(
            (each for each in OTHERS if each != language and self._file(symbol.strip(), each, form) is not None), None
        )
        if other:
            raise ContentError(
                symbol,
                None,
                f"the document system has no text in {language}, but one in {other}; expected --language {other}",
            )
        raise ContentError(
            symbol, None, "the document system has no such document; expected the symbol of one, as in A/HRC/RES/56/4"
        )

    def _file(self, symbol: str, language: str, form: str) -> bytes | None:
        """The bytes of a file; None where a web page is answered instead, which says that there is none."""
        response = self._answer(symbol, language, form)
        data = response.content
        if response.status_code != httpx.codes.OK:
            raise ContentError(
                symbol, None, f"{self.base} answers {response.status_code}{_title(data)}; expected a file"
            )
        if not re.match(rb"\s*<(?:!doctype|html|\?xml)", data[:200], re.IGNORECASE):
            return data
        if response.history and response.url.path.rstrip("/").endswith("/error"):
            raise ContentError(
                symbol, None, f"{self.base} answers with an error page{_title(data)} instead of a file; expected a file"
            )
        return None

    def _answer(self, symbol: str, language: str, form: str) -> httpx.Response:
        headers = {"Referer": _PAGE.format(language=language, symbol=quote(symbol, safe="/()"))}
        wait = self.pause
        for attempt in range(1, _TRIES + 1):
            if self.asked:
                self.sleep(wait if attempt > 1 else self.pause)
            self.asked = True
            try:
                response = self._get({"s": symbol, "l": language, "t": form}, headers, symbol)
            except httpx.TransportError as error:
                if attempt == _TRIES:
                    raise ContentError(symbol, None, _unreachable(self.base, error)) from None
                wait = self.pause * 2**attempt
                continue
            if response.status_code not in _PASSING or attempt == _TRIES:
                return response
            wait = _asked_to_wait(response, symbol) or self.pause * 2**attempt
        raise AssertionError("the last attempt returns or raises")

    def _get(self, query: dict[str, str], headers: dict[str, str], symbol: str) -> httpx.Response:
        """The response, with no more of its body than a document may have."""
        with self.client.stream("GET", self.base, params=query, headers=headers) as response:
            body = bytearray()
            for piece in response.iter_bytes():
                body += piece
                if len(body) > LARGEST:
                    raise ContentError(symbol, None, f"more than {LARGEST} bytes; expected a document")
            whole = httpx.Response(
                response.status_code, headers=_plain(response.headers), content=bytes(body), request=response.request
            )
            whole.history = response.history
            return whole


def _plain(headers: httpx.Headers) -> dict[str, str]:
    """The headers that are read: the body is unpacked already."""
    return {name: value for name, value in headers.items() if name.lower() in ("content-type", "retry-after")}


def _asked_to_wait(response: httpx.Response, symbol: str) -> float | None:
    """The seconds of Retry-After; None where there is none. ContentError where it asks for a wait that nobody sits
    through."""
    said = response.headers.get("Retry-After", "")
    if not said.isdecimal():
        return None
    if float(said) > _LONGEST_WAIT:
        raise ContentError(
            symbol, None, f"the document system asks to wait {said} seconds; expected to be answered, try later"
        )
    return float(said)


def _unreachable(base: str, error: httpx.TransportError) -> str:
    """Why no answer came, in one sentence."""
    if isinstance(error, httpx.ProxyError):
        return f"the proxy does not let {base} be reached ({error}); expected HTTPS_PROXY to name one that does"
    if isinstance(error, httpx.TimeoutException):
        return f"{base} did not answer in time; expected a network connection, try later"
    if isinstance(error, httpx.UnsupportedProtocol):
        return f"{base} is no address; expected BOT_DOCUMENTS_URL to begin with https://"
    return f"{base} can't be reached ({error or type(error).__name__}); expected a network connection"


def _title(page: bytes) -> str:
    """The title of a web page, for a message; nothing where it has none."""
    found = re.search(rb"<title[^>]*>([^<]{1,120})", page[:20_000], re.IGNORECASE)
    return f" (“{' '.join(found[1].decode('utf-8', 'replace').split())}”)" if found else ""
