"""Requests to the Bot API over aiohttp: half the cost of httpx, and no dearer the more of them wait."""

from __future__ import annotations

from typing import Final

import aiohttp
from telegram._utils.types import ODVInput
from telegram.error import NetworkError, TimedOut
from telegram.request import BaseRequest, RequestData

_CONNECTIONS: Final = 64
"""How many requests are under way at once; further ones wait for a connection."""
KEEP_ALIVE: Final = 15.0
"""Seconds for which an idle connection is kept: less than servers do, so that none is used that they have closed."""
_WAIT: Final = 60.0
"""Seconds to wait for a connection."""
CONNECT: Final = 5.0
"""Seconds to connect."""
READ: Final = 15.0
"""Seconds to wait for a response, where a method has no time of its own."""


class Request(BaseRequest):
    """Sends what the methods of telegram.Bot ask for; see telegram.request.BaseRequest."""

    def __init__(self) -> None:
        self._session: aiohttp.ClientSession | None = None

    @property
    def read_timeout(self) -> float:
        """Seconds to wait for a response."""
        return READ

    async def initialize(self) -> None:
        """Open the session."""
        if self._session is None or self._session.closed:
            connector = aiohttp.TCPConnector(limit=_CONNECTIONS, keepalive_timeout=KEEP_ALIVE)
            self._session = aiohttp.ClientSession(
                connector=connector, trust_env=True, headers={"User-Agent": self.USER_AGENT}
            )

    async def shutdown(self) -> None:
        """Close the session."""
        if self._session:
            await self._session.close()

    async def do_request(
        self,
        url: str,
        method: str,
        request_data: RequestData | None = None,
        read_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        write_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        connect_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
        pool_timeout: ODVInput[float] = BaseRequest.DEFAULT_NONE,
    ) -> tuple[int, bytes]:
        """One request: its status and body; TimedOut or NetworkError where there is no response."""
        if self._session is None:
            raise RuntimeError("the request is not initialized")
        read = READ if read_timeout is BaseRequest.DEFAULT_NONE else read_timeout
        waits = {"connect": _WAIT, "sock_connect": CONNECT, "sock_read": read}
        timeout = aiohttp.ClientTimeout(total=None, **waits)  # type: ignore[arg-type]
        body, headers = _body(request_data)
        try:
            async with self._session.request(method, url, data=body, headers=headers, timeout=timeout) as response:
                return response.status, await response.read()
        except TimeoutError as error:
            raise TimedOut from error
        except aiohttp.ClientError as error:
            # Not its message: it may name the address, which holds the token.
            raise NetworkError(type(error).__name__) from error


def _body(data: RequestData | None) -> tuple[aiohttp.FormData | bytes | None, dict[str, str]]:
    """The parameters as JSON; as a form where there are files."""
    if data is None:
        return None, {}
    if not data.contains_files:
        return data.json_payload, {"Content-Type": "application/json"}
    form = aiohttp.FormData()
    for name, value in data.json_parameters.items():
        form.add_field(name, value)
    for name, (filename, content, kind) in data.multipart_data.items():
        form.add_field(name, content, filename=filename, content_type=kind)
    return form, {}
