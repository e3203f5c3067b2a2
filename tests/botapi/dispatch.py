"""From an HTTP request to a method and back."""

from __future__ import annotations

import asyncio
import contextlib
import json
import re
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from types import MappingProxyType
from typing import Any
from urllib.parse import parse_qsl

from aiohttp import web

from . import messages, profile, queries
from .args import CANONICAL, Args, Upload, decode
from .core import Core, Method, Outcome
from .errors import ApiError
from .faults import Fault, FaultPlan, Faults
from .record import Call, Record, Refusal, Struck
from .updates import Poll, waker

METHODS: dict[str, Method] = {**profile.METHODS, **messages.METHODS, **queries.METHODS}
"""Every method but getUpdates, which waits."""

MAX_POLL = 50
_PATH = re.compile(r"/bot([^/]+)/(?:test/)?([A-Za-z]*)")
_TOKEN = re.compile(r"\d+:[A-Za-z0-9_-]{3,}")
Raw = tuple[dict[str, Any], dict[str, Upload]]


@dataclass
class Control:
    """What a test may turn while the server runs."""

    token: str
    faults: Faults
    revoked: bool = False
    plan: FaultPlan = field(default_factory=FaultPlan)


@dataclass
class Dispatcher:
    """Answers the requests of the bot."""

    core: Core
    record: Record
    control: Control

    async def handle(self, request: web.Request) -> web.StreamResponse:
        """Answer one request, whatever it is."""
        if request.path.startswith("/file/bot"):
            return self._file(request)
        match = _PATH.fullmatch(request.path)
        if match is None or not _TOKEN.fullmatch(match[1]):
            return _answer(ApiError(code=404).envelope(), 404)
        method = CANONICAL.get(match[2].lower(), match[2])
        raw: dict[str, Any] = {}
        try:
            self._authorize(match[1])
            raw, files = await _read(request)
            fault = self._fault(method, raw)
            if fault is not None:
                return await self._strike(request, fault, method, (raw, files))
            result = await self._call(method, (raw, files), request)
            return _answer({"ok": True, "result": result}, 200)
        except ApiError as error:
            self._refuse(method, raw, error, request)
            return _answer(error.envelope(), error.code)

    def _authorize(self, token: str) -> None:
        if token != self.control.token or self.control.revoked:
            raise ApiError(code=401)

    def _fault(self, method: str, raw: dict[str, Any]) -> Fault | None:
        with self.record.lock:
            self.record.counts[method] = self.record.counts.get(method, 0) + 1
            chat = str(raw.get("chat_id", ""))
            number = int(chat) if re.fullmatch(r"-?\d{1,19}", chat) else None
            fault = self.control.plan.take(method, number) or self.control.faults.draw(method, number)
            if fault is not None:
                params = MappingProxyType(dict(raw))
                self.record.struck.append(Struck(method, params, fault, time.monotonic()))
        self.record.changed()
        return fault

    async def _strike(self, request: web.Request, fault: Fault, method: str, raw: Raw) -> web.StreamResponse:
        if fault.delay:
            await asyncio.sleep(fault.delay)
        if fault.result is not None:
            return _answer({"ok": True, "result": fault.result}, 200)
        if fault.status == HTTPStatus.OK:
            result = await self._call(method, raw, request)
            return _answer({"ok": True, "result": result}, 200)
        if fault.processed:
            try:
                await self._call(method, raw, request)
            except ApiError as refusal:
                self._refuse(method, raw[0], refusal, request)
        if fault.drop:
            if request.transport is not None:
                request.transport.abort()
            return web.Response()
        error = fault.error()
        return _answer(error.envelope(), error.code)

    async def _call(self, method: str, raw: Raw, request: web.Request) -> Any:
        if method not in CANONICAL.values():
            raise ApiError("method not found", 404)
        args = decode(method, *raw)
        if method == "getUpdates":
            return await self._get_updates(args, request)
        with self.record.lock:
            try:
                outcome = METHODS[method](self.core, args)
            except (AttributeError, KeyError, TypeError, ValueError) as error:
                raise ApiError(f"can't parse the parameters: {error!r}") from error
            if not method.startswith("get"):
                self.record.sent.append(_call(method, args, outcome))
        self.record.changed()
        return outcome.result

    def _refuse(self, method: str, raw: dict[str, Any], error: ApiError, request: web.Request) -> None:
        if not _alive(request):
            return
        params = MappingProxyType(dict(raw))
        with self.record.lock:
            self.record.refused.append(Refusal(method, params, error.code, error.description, time.monotonic()))
        self.record.changed()

    async def _get_updates(self, args: Args, request: web.Request) -> list[dict[str, Any]]:
        loop = asyncio.get_running_loop()
        event = asyncio.Event()
        updates = self.core.updates
        poll = Poll(waker(loop, event), lambda: _alive(request))
        deadline = loop.time() + min(max(args.get("timeout", 0), 0), MAX_POLL)
        with self.record.lock:
            updates.begin(args, poll)
        self.record.changed()
        try:
            while True:
                event.clear()
                with self.record.lock:
                    batch = updates.batch(args)
                    if poll.ended == "closed":
                        return []
                    if poll.ended:
                        raise ApiError(poll.ended, 409)
                left = deadline - loop.time()
                if batch or left <= 0:
                    return batch
                with contextlib.suppress(TimeoutError):
                    await asyncio.wait_for(event.wait(), left)
        finally:
            with self.record.lock:
                if updates.poll is poll:
                    updates.poll = None

    def _file(self, request: web.Request) -> web.StreamResponse:
        token, _, path = request.path.removeprefix("/file/bot").partition("/")
        if token == self.control.token:
            with self.record.lock:
                for stored in self.core.world.files.values():
                    if stored.path == path:
                        return web.Response(body=stored.content)
        return _answer(ApiError(code=404).envelope(), 404)


def _call(method: str, args: Args, outcome: Outcome) -> Call:
    message = outcome.message
    return Call(
        method=method,
        params=MappingProxyType(dict(args.values)),
        files=MappingProxyType(dict(args.files)),
        chat_id=outcome.chat.id if outcome.chat else None,
        text=outcome.text,
        entities=tuple(outcome.entities),
        message_id=message.get("message_id") if message else None,
        message=message,
        result=outcome.result,
        time=time.monotonic(),
    )


def _alive(request: web.Request) -> bool:
    return request.transport is not None and not request.transport.is_closing()


def _answer(body: dict[str, Any], status: int) -> web.Response:
    return web.Response(text=json.dumps(body, ensure_ascii=False), status=status, content_type="application/json")


async def _read(request: web.Request) -> Raw:
    """Read the parameters of a request from its query and its body."""
    raw: dict[str, Any] = dict(request.query)
    kind = request.content_type
    try:
        if request.method == "GET" or not request.body_exists:
            return raw, {}
        if kind == "application/json":
            body = json.loads(await request.text())
            if not isinstance(body, dict):
                raise ApiError("can't parse JSON: object expected")
            return {**raw, **body}, {}
        if kind not in ("application/x-www-form-urlencoded", "multipart/form-data"):
            raise ApiError(f"unsupported content type {kind}")
        if kind != "multipart/form-data":
            body = (await request.read()).decode()
            return {**raw, **dict(parse_qsl(body, True, errors="strict"))}, {}
        return await _parts(request, raw)
    except UnicodeDecodeError:
        raise ApiError("strings must be encoded in UTF-8") from None
    except ValueError as error:
        raise ApiError(f"can't parse the request: {error}") from None


async def _parts(request: web.Request, raw: dict[str, Any]) -> Raw:
    """The parameters of a form in several parts, on top of others, and the files in it."""
    files: dict[str, Upload] = {}
    for name, value in (await request.post()).items():
        if isinstance(value, web.FileField):
            files[name] = Upload(value.filename, value.file.read(), value.content_type)
        elif isinstance(value, bytes | bytearray):
            raw[name] = bytes(value).decode()
        else:
            raw[name] = value
    return raw, files
