"""The program, started many times: by a process that has loaded it once and is forked for each start.

``python -m bot`` takes a second of processor time, and ``serve`` three, for modules and words that are the same each
time. What is started here is a process of its own all the same, with its own arguments, environment, streams, signals
and end. How the program comes up without this is tested where it is `by_itself`.
"""

from __future__ import annotations

import atexit
import gc
import importlib
import json
import os
import re
import runpy
import select
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import tomllib
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import IO

from bot.settings import STORE
from tests import read_once

ROOT = Path(__file__).parent.parent
LONGEST = 1 << 20
"""Bytes of the longest request."""
_PLACE = "RESOLUTION_BOT_TESTS_STARTER"
"""Names the folder with the socket of the process that is forked, for all processes that run tests."""


class Started:
    """A program that runs: what is used of `subprocess.Popen`."""

    def __init__(self, told: IO[str]) -> None:
        """told: where its number is written, and once it has ended its exit status."""
        self._told = told
        self.pid = int(told.readline())
        self.returncode: int | None = None

    def poll(self) -> int | None:
        """Its exit status; None while it runs."""
        if self.returncode is None and select.select([self._told], [], [], 0)[0]:
            self.returncode = int(self._told.readline())
            self._told.close()
        return self.returncode

    def wait(self, timeout: float | None = None) -> int:
        """Its exit status, once it has ended."""
        if self.returncode is None:
            select.select([self._told], [], [], timeout)
        if self.poll() is None:
            raise subprocess.TimeoutExpired("bot", timeout or 0)
        return self.returncode or 0

    def send_signal(self, number: int) -> None:
        """Send it a signal, if it still runs."""
        # It is no child of this process, and may end in between.
        with suppress(ProcessLookupError):
            if self.poll() is None:
                os.kill(self.pid, number)

    def kill(self) -> None:
        """End it at once."""
        self.send_signal(signal.SIGKILL)


Process = Started | subprocess.Popen[bytes]


def start(
    arguments: Sequence[str], environment: Mapping[str, str], *, stdin: IO[bytes], stdout: IO[bytes], stderr: IO[bytes]
) -> Started:
    """Start the program in the checkout with these arguments (as in ``ask``), and nothing else in its environment."""
    reads, writes = os.pipe()
    request = json.dumps([arguments, dict(environment)]).encode()
    assert len(request) < LONGEST
    socket.send_fds(_starter(), [request], [stdin.fileno(), stdout.fileno(), stderr.fileno(), writes])
    os.close(writes)
    return Started(os.fdopen(reads, encoding="ascii", buffering=1))


def by_itself(
    arguments: Sequence[str], environment: Mapping[str, str], *, stdin: IO[bytes], stdout: IO[bytes], stderr: IO[bytes]
) -> Process:
    """The same from an interpreter of its own, as people start it."""
    command = [sys.executable, "-m", "bot", *arguments]
    return subprocess.Popen(command, cwd=ROOT, env=environment, stdin=stdin, stdout=stdout, stderr=stderr)


def run(
    *arguments: str,
    environment: Mapping[str, str],
    stdin: bytes = b"",
    stdout: IO[bytes] | None = None,
    starting: Callable[..., Process] = start,
    timeout: float = 60,
) -> subprocess.CompletedProcess[bytes]:
    """Run the program to its end; stdout: where that goes, if it is not to be had."""
    with tempfile.TemporaryFile() as given, tempfile.TemporaryFile() as said, tempfile.TemporaryFile() as complained:
        given.write(stdin)
        given.seek(0)
        started = starting(arguments, environment, stdin=given, stdout=stdout or said, stderr=complained)
        try:
            status = started.wait(timeout)
        finally:
            started.kill()
        said.seek(0)
        complained.seek(0)
        return subprocess.CompletedProcess(arguments, status, said.read(), complained.read())


def begin() -> Callable[[], None]:
    """Let there be a process that is forked, for this one and those that it starts; what ends it. Until something is to
    be started it loads nothing but the words of Chinese, which all that run tests find in the store."""
    place = tempfile.mkdtemp()
    ours, theirs = socket.socketpair()
    listening = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    listening.bind(f"{place}/line")
    listening.listen()
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BOT_") or k == STORE}
    # One thread alone: of several, a fork would take along what the others hold.
    environment |= {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1"}
    inherited = [listening.fileno(), theirs.fileno()]
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.starting", *map(str, inherited)], cwd=ROOT, env=environment, pass_fds=inherited
    )
    listening.close()
    theirs.close()
    os.environ[_PLACE] = place

    def end() -> None:
        os.environ.pop(_PLACE, None)
        ours.close()
        process.wait()
        shutil.rmtree(place)

    return end


@cache
def _starter() -> socket.socket:
    """The line to the process that is forked."""
    if _PLACE not in os.environ:
        atexit.register(begin())
    line = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET)
    line.connect(f"{os.environ[_PLACE]}/line")
    atexit.register(line.close)
    return line


# --- in the process that is forked -----------------------------------------------------------------------------

ASKED = (
    "第12段", "中国怎么投的", "哈撒克斯丹怎么投的", "谁弃权了", "How did Kazakstan vote?", "forth paragraph",
    "Qui s'est abstenu ?", "¿Cómo votó Chile?", "Как голосовала Россия?", "كيف صوتت فرنسا؟", "中国对哪些决议投了反对票",
    "How did China vote in May 2024?",
)  # fmt: skip
"""What is asked before it is forked, in each language: what is made for a first question is there then. None is on a
subject: the index that these are looked up in has a thread."""
SUBJECTS = ("发展权", "children on the roads")
"""In what is made for a first subject, and has no thread."""
EXPRESSIONS = 4096
"""Of how many regular expressions what they compile to is kept: all that the program has."""


@cache
def _load() -> None:
    """Load the modules and the words of the program, once; nothing that has a thread."""
    from bot.corpus import loading
    from bot.faces.telegram import app  # noqa: F401
    from bot.search.encoder import encode
    from bot.settings import program_content, store_folder
    from bot.talk import Speaker, Talk
    from bot.wording.languages import Languages

    for name in (
        "bot.output", "bot.program.adding", "bot.program.keeping", "bot.program.serving", "bot.program.showing",
        "bot.faces.terminal", "bot.faces.json", "bot.faces.report", "bot.faces.board", "bot.corpus.files",
    ):  # fmt: skip
        importlib.import_module(name)
    vars(re)["_MAXCACHE"] = EXPRESSIONS
    tomllib.loads = read_once.reading()  # type: ignore[assignment]
    speaker = Speaker(loading.load(program_content()))
    for message in ASKED:
        speaker.answer([message])
    speaker.next("中国", Talk(language="zh-Hant"))
    for words in SUBJECTS:
        speaker.library.terms.beside(words, speaker.library.terms.known(words), words)
        speaker.library.speaks_of(words)
    Languages.ready()
    del speaker
    encode([""], store_folder())
    gc.collect()
    gc.freeze()
    threads = Path("/proc/self/task")
    assert not threads.exists() or len(list(threads.iterdir())) == 1


class _Programs:
    """Those that were forked and run."""

    def __init__(self) -> None:
        self._told: dict[int, int] = {}
        self._wakes, self._woken = socket.socketpair()
        self._woken.setblocking(False)
        self._wakes.setblocking(False)
        signal.set_wakeup_fd(self._wakes.fileno())
        signal.signal(signal.SIGCHLD, lambda *_: None)

    def fileno(self) -> int:
        """Can be read when one may have ended."""
        return self._woken.fileno()

    def fork(self, request: bytes, descriptors: list[int]) -> tuple[list[str], dict[str, str]] | None:
        """Fork; in the program: what was asked."""
        *streams, told = descriptors
        program = os.fork()
        if program:
            os.write(told, f"{program}\n".encode())
            self._told[program] = told
            for each in streams:
                os.close(each)
            return None
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        for number, stream in enumerate(streams):
            os.dup2(stream, number)
        for each in (*descriptors, *self._told.values()):
            os.close(each)
        self._wakes.close()
        self._woken.close()
        arguments, environment = json.loads(request)
        return arguments, environment

    def ended(self) -> None:
        """Say of each that has ended how it did."""
        with suppress(BlockingIOError):
            self._woken.recv(LONGEST)
        with suppress(ChildProcessError):
            while (found := os.waitpid(-1, os.WNOHANG))[0]:
                told = self._told.pop(found[0])
                with suppress(BrokenPipeError):
                    os.write(told, f"{os.waitstatus_to_exitcode(found[1])}\n".encode())
                os.close(told)


def _serve(listening: socket.socket, until: socket.socket) -> tuple[list[str], dict[str, str]]:
    """Fork for each request of those who have a line to here, until the other end of `until` is closed; in each
    process that is to be the program: what was asked."""
    from bot.language import words

    words.tokenizer()
    programs = _Programs()
    lines: list[socket.socket] = []
    while True:
        ready = select.select([listening, until, programs, *lines], [], [])[0]
        if programs in ready:
            programs.ended()
        if until in ready:
            sys.exit()
        if listening in ready:
            _load()
            lines.append(listening.accept()[0])
        for line in set(ready) & set(lines):
            request, descriptors, _, _ = socket.recv_fds(line, LONGEST, 4)
            if not request:
                lines.remove(line)
                line.close()
            elif asked := programs.fork(request, descriptors):
                for each in (listening, until, *lines):
                    each.close()
                return asked


def _be(arguments: list[str], environment: dict[str, str]) -> None:
    """Be the program, as ``python -m bot`` is it."""
    os.environ.clear()
    os.environ.update(environment)
    time.tzset()
    sys.argv = [str(ROOT / "bot" / "__main__.py"), *arguments]
    # As an interpreter that comes up opens them.
    told = environment.get("PYTHONIOENCODING")
    encoding, errors = (told, "strict") if told else ("utf-8", "surrogateescape")
    sys.stdin = os.fdopen(0, encoding=encoding, errors=errors)
    sys.stdout = os.fdopen(1, "w", encoding=encoding, errors=errors)
    sys.stderr = os.fdopen(2, "w", encoding=encoding, errors="backslashreplace", buffering=1)
    from bot import hangup

    importlib.reload(hangup)  # It looks which command it is.
    try:
        runpy.run_module("bot", run_name="__main__", alter_sys=True)
    except SystemExit as end:
        if end.code is None or isinstance(end.code, int):
            _leave(end.code or 0)
        raise


def _leave(status: int) -> None:
    """End as an interpreter does, but for letting go of each object: in a process that was forked that copies all of
    its memory, which takes longer than most commands. Where the streams can't be written to the end, do nothing."""
    threading._shutdown()  # type: ignore[attr-defined]  # waits for what runs
    atexit._run_exitfuncs()
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except (OSError, ValueError):
        return
    os._exit(status & 0xFF)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _asked = _serve(*(socket.socket(fileno=int(number)) for number in sys.argv[1:]))
    signal.signal(signal.SIGINT, signal.default_int_handler)
    _be(*_asked)
