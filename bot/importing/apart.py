"""Reads files in a process of its own, which a file made to do harm can take down and nothing else.

What a file can reach (its format, the text in it, the grammar) runs there, with limits on memory, time and output. One
process reads file after file, and is started anew behind one that went too far.
"""

from __future__ import annotations

import os
import pickle
import re
import signal
import stat
import sys
import traceback
from contextlib import suppress
from dataclasses import dataclass, replace
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Lock
from typing import Any, Self

from bot.errors import ContentError, Fault
from bot.importing.document import Document, read_document
from bot.importing.extract import is_pdf
from bot.importing.lines import LARGEST
from bot.language.named import RecordNames

resource: Any
try:
    import resource
except ImportError:  # on Windows: time alone is limited
    resource = None

_AS_ISSUED = "expected a document as it is issued"
_PATIENCE = 60.0
"""Seconds for the process to start: 0.8 on two slow cores."""
_MEBIBYTE = 2**20


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take."""

    memory: int = 512
    """Mebibytes of addresses; a hundred pages of PDF need some 200."""
    processor: int = 6
    """Seconds of processor time: the slowest of 458 texts as issued takes 0.2, and text made to do harm has no end."""
    clock: float = 7.5
    """Seconds in all, where the processor does something else; with a process that has yet to start it is under ten."""
    output: int = 64
    """Mebibytes of what was read."""
    paged: int = 20
    """Seconds for a PDF, of the processor and in all: each of its pages takes some 0.2, and a resolution may have
    eighty."""

    def of(self, data: bytes) -> Limits:
        """Those for that file."""
        is_paged = is_pdf(data)
        return replace(self, processor=self.paged, clock=float(self.paged)) if is_paged else self


@dataclass(frozen=True, slots=True)
class _Question:
    path: str
    data: bytes
    symbol: str | None
    language: str | None


@dataclass(frozen=True, slots=True)
class _Reply:
    document: Document | None
    line: int | None = None
    """Of an error, and what it says."""
    message: str = ""
    fault: Fault | None = None
    is_last: bool = False
    """Whether the process ends: it has taken much memory, which it does not give back."""


class Worker:
    """A process that reads files, as a context; several threads may ask it, one after the other."""

    def __init__(self, code_of: RecordNames, limits: Limits | None = None) -> None:
        """code_of: the names of states that are known; the process starts at once, and nothing waits for it."""
        self._code_of = code_of
        self.limits = limits or Limits()
        self._lock = Lock()
        self._start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def read(self, path: str, data: bytes, symbol: str | None = None, language: str | None = None) -> Document:
        """The resolution in a file, as read_document reads it.

        Raises ContentError, too, where reading it would take more than the limits, or failed.
        """
        with self._lock:
            reply = self._ask(_Question(path, data, symbol, language))
        if reply.document is None:
            raise ContentError(path, reply.line, reply.message, reply.fault)
        return reply.document

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.join()
        self._connection.close()

    def _start(self) -> None:
        context = get_context("spawn")
        self._connection, theirs = context.Pipe()
        arguments = (theirs, self._code_of, self.limits)
        self._process = context.Process(target=_serve, args=arguments, name="resolution-bot-reader", daemon=True)
        self._process.start()
        theirs.close()
        self._is_ready = False

    def _ask(self, question: _Question) -> _Reply:
        limits = self.limits.of(question.data)
        if not self._process.is_alive():
            self._restart()
        try:
            self._wait()
            self._connection.send(question)
            if not self._connection.poll(limits.clock):
                return self._gone(limits, f"reading it takes more than {limits.clock:g} seconds")
            data = self._connection.recv_bytes((limits.output + 1) * _MEBIBYTE)
        except (EOFError, OSError):
            return self._gone(limits, None)
        reply: _Reply = pickle.loads(data)  # noqa: S301 - of our own process
        if reply.is_last:
            self._restart()
        return reply

    def _wait(self) -> None:
        """Wait for the process to have started, once."""
        if not self._is_ready and not self._connection.poll(_PATIENCE):
            raise EOFError
        if not self._is_ready:
            self._connection.recv_bytes(_MEBIBYTE)
            self._is_ready = True

    def _gone(self, limits: Limits, why: str | None) -> _Reply:
        """What to say of a file that the process did not survive; another one starts."""
        self._process.join(0 if why else 1)
        if why is None and self._process.exitcode == -getattr(signal, "SIGXCPU", 0):
            why = f"reading it takes more than {limits.processor} seconds of processor time"
        self._restart()
        said = why or "reading it ended the process that read it"
        return _Reply(None, message=f"{said}; {_AS_ISSUED}", fault=Fault.SLOW if why else Fault.BROKEN)

    def _restart(self) -> None:
        self.close()
        self._start()


def read_bytes(file: str | Path) -> bytes:
    """What a file holds; of one that is longer than any document, just enough to refuse it.

    Raises ContentError where it is a folder, a pipe, a device or can't be read: none of them is opened to find out.
    """
    try:
        mode = os.stat(file).st_mode
        if not stat.S_ISREG(mode):
            what = next((name for is_it, name in _NO_FILES if is_it(mode)), "no file")
            raise ContentError(file, None, f"it is {what}; expected a file")
        with open(os.open(file, os.O_RDONLY | _NO_WAITING), "rb") as stream:
            return stream.read(LARGEST + 1) or b""
    except (OSError, ValueError) as error:
        if isinstance(error, ContentError):
            raise
        said = error.strerror if isinstance(error, OSError) else "no name of a file"
        raise ContentError(file, None, f"{said}; expected a file that can be read") from None


_NO_FILES = (
    (stat.S_ISDIR, "a folder"),
    (stat.S_ISFIFO, "a pipe"),
    (stat.S_ISCHR, "a device"),
    (stat.S_ISBLK, "a device"),
    (stat.S_ISSOCK, "a socket"),
)
_NO_WAITING = getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""So that a file that never ends, such as a log of the kernel, is not waited for."""


# --- in the process --------------------------------------------------------------------------------


def _serve(connection: Connection[Any, Any], code_of: RecordNames, limits: Limits) -> None:
    """Answer questions until there are no more. What libraries print on the way nobody needs."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    os.environ.clear()
    with open(os.devnull, "w") as nowhere:
        os.dup2(nowhere.fileno(), sys.stderr.fileno() if sys.stderr else 2)
    connection.send_bytes(b"ready")
    with suppress(EOFError, OSError):
        while True:
            question = connection.recv()
            _limit(limits.of(question.data))
            connection.send_bytes(_packed(_reply(question, code_of, limits), limits))


def _reply(question: _Question, code_of: RecordNames, limits: Limits) -> _Reply:
    """The document, or what is wrong with it."""
    try:
        document = read_document(question.path, question.data, code_of, question.symbol, question.language)
        return _Reply(document, is_last=_peak() > limits.memory // 2)
    except ContentError as error:
        return _Reply(None, error.line, error.message, error.fault, is_last=_peak() > limits.memory // 2)
    except MemoryError:
        what = f"reading it takes more than {limits.memory} MiB; {_AS_ISSUED}"
        return _Reply(None, message=what, fault=Fault.SLOW, is_last=True)
    except RecursionError:
        return _Reply(None, message=f"what stands in it is nested too deeply; {_AS_ISSUED}", fault=Fault.BROKEN)
    except Exception as error:
        at = traceback.extract_tb(error.__traceback__)[-1]
        where = f"{type(error).__name__}, {Path(at.filename).name}:{at.lineno}"
        return _Reply(None, message=f"reading it failed ({where}); {_AS_ISSUED}", fault=Fault.BROKEN)


def _packed(reply: _Reply, limits: Limits) -> bytes:
    """A reply as it is sent, if it is not too large."""
    try:
        packed = pickle.dumps(reply)
    except MemoryError:
        packed = b""
    if packed and len(packed) <= limits.output * _MEBIBYTE:
        return packed
    return pickle.dumps(
        _Reply(None, message=f"what was read of it is too much; {_AS_ISSUED}", fault=Fault.LONG, is_last=True)
    )


def _peak() -> int:
    """The most memory that the process has had, in mebibytes; 0 where the system does not say.

    Linux hands ru_maxrss on to a new program, with what the one that started it had; VmHWM is the process's own.
    """
    with suppress(OSError):
        said = _OWN_PEAK.search(Path("/proc/self/status").read_text("ascii", "replace"))
        if said:
            return int(said[1]) // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024 if resource else 0


_OWN_PEAK = re.compile(r"^VmHWM:\s+(\d+) kB$", re.MULTILINE)


def _limit(limits: Limits) -> None:
    """Limit the process from now on: memory, processor time beyond what was taken so far, and no file is written."""
    if not resource:
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime) + limits.processor + 1
    most = {
        resource.RLIMIT_AS: limits.memory * _MEBIBYTE,
        resource.RLIMIT_CPU: seconds,
        resource.RLIMIT_FSIZE: 0,
        resource.RLIMIT_CORE: 0,
    }
    for what, amount in most.items():
        hard = resource.getrlimit(what)[1]
        with suppress(OSError, ValueError):
            resource.setrlimit(what, (amount if hard == resource.RLIM_INFINITY else min(amount, hard), hard))
