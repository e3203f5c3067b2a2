"""Several bots behind one address, as a proxy has them: each request goes to the next one that takes it."""

from __future__ import annotations

import asyncio
import itertools
import threading
import urllib.request
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from aiohttp import ClientError, ClientSession, ClientTimeout, web

from tests.botapi import PATIENCE, BotApi
from tests.faces.served import Served, free_port, hook, serving

WITHIN = 30.0
"""Seconds that the proxy waits for an answer before it asks the next bot."""


class Proxy:
    """Passes requests on to one of several ports in turn; to the next one where nobody listens."""

    def __init__(self, ports: list[int]) -> None:
        self.port = free_port()
        self._ports = ports
        self._turn = itertools.count()

    async def _pass_on(self, request: web.Request) -> web.Response:
        body = await request.read()
        kept = {name: value for name, value in request.headers.items() if name.lower() != "host"}
        first = next(self._turn)
        for n in range(len(self._ports)):
            port = self._ports[(first + n) % len(self._ports)]
            try:
                async with self._session.post(
                    f"http://127.0.0.1:{port}{request.path}", data=body, headers=kept
                ) as response:
                    return web.Response(status=response.status, body=await response.read())
            except (ClientError, OSError, TimeoutError):
                continue
        return web.Response(status=502)

    @contextmanager
    def in_thread(self) -> Iterator[None]:
        """Run it in a thread of its own."""
        started, stopping = threading.Event(), []

        async def main() -> None:
            stop = asyncio.Event()
            loop = asyncio.get_running_loop()
            stopping.append(lambda: loop.call_soon_threadsafe(stop.set))
            app = web.Application()
            app.router.add_post("/{path:.*}", self._pass_on)
            runner = web.AppRunner(app, access_log=None, shutdown_timeout=0.2)
            async with ClientSession(timeout=ClientTimeout(WITHIN)) as self._session:
                await runner.setup()
                await web.TCPSite(runner, "127.0.0.1", self.port).start()
                started.set()
                await stop.wait()
                await runner.cleanup()

        thread = threading.Thread(target=asyncio.run, args=(main(),), name="proxy", daemon=True)
        thread.start()
        assert started.wait(PATIENCE)
        try:
            yield
        finally:
            stopping[0]()
            thread.join(10)


class Replicas:
    """Bots that serve one token together, behind a proxy."""

    def __init__(self, server: BotApi, state: str, log: Path, count: int = 2) -> None:
        self.server, self._state, self.log = server, state, log
        self._ports = [free_port() for _ in range(count)]
        self._metrics = [free_port() for _ in range(count)]
        self.proxy = Proxy(self._ports)
        self._stack = ExitStack()
        self.bots: list[Served] = []

    @contextmanager
    def running(self) -> Iterator[Replicas]:
        """Run them all; afterwards nothing of them is left."""
        with self._stack, self.proxy.in_thread():
            self.bots = [self._start(n) for n in range(len(self._ports))]
            for n in range(len(self._ports)):
                self.wait(n)
            yield self

    def _start(self, n: int) -> Served:
        where = {**hook(self.proxy.port), "BOT_PORT": str(self._ports[n]), "BOT_METRICS_PORT": str(self._metrics[n])}
        # Without the encoder it is there again in half the time, and nothing here is asked by meaning.
        more = {"BOT_STATE": self._state, "BOT_MAX_RATE": "0", "BOT_ENCODER": "0"}
        return self._stack.enter_context(serving(self.log / f"stderr-{n}", self.server, "--webhook", **where, **more))

    def wait(self, n: int) -> None:
        """Wait until one of them is ready."""
        self.server.wait_until(lambda: self.is_ready(n), PATIENCE)

    def is_ready(self, n: int) -> bool:
        """Whether one of them answers."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self._metrics[n]}/healthz", timeout=5) as response:
                return bool(response.status == 200)
        except OSError:
            return False

    def kill(self, n: int) -> None:
        """Kill one, as kill -9 does."""
        self.bots[n].process.kill()
        self.bots[n].process.wait()

    def start(self, n: int) -> None:
        """Start one again."""
        self.bots[n] = self._start(n)

    @property
    def tracebacks(self) -> int:
        """How many tracebacks they have logged."""
        texts = [each.read_text(encoding="utf-8", errors="replace") for each in self.log.glob("stderr-*")]
        return sum(text.count("Traceback (most recent call last)") for text in texts)
