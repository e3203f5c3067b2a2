"""Where the program writes: files whole or not at all, and a terminal that may lack characters."""

from __future__ import annotations

import codecs
import io
import os
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

STDOUT = "-"
_ESCAPED = "escaped"


def write(path: str, data: bytes, mode: int = 0o644) -> None:
    """Write a file (- for standard output), whole or not at all; OSError, naming it, where that can't be done.

    mode: the rights of a new file, as in chmod.
    """
    if path == STDOUT:
        sys.stdout.buffer.write(data)
        sys.stdout.buffer.flush()
        return
    target = Path(path)
    try:
        if target.exists() and not target.is_file():
            # A pipe or a device can't be replaced, and has no half.
            with target.open("wb", buffering=0) as stream:
                stream.write(data)
            return
        _replace(target, data, mode)
    except OSError as error:
        # Not the name of the file aside.
        raise OSError(error.errno, error.strerror, path) from None


def _replace(target: Path, data: bytes, mode: int) -> None:
    handle, name = tempfile.mkstemp(prefix=f".{target.name}-", dir=target.parent)
    try:
        with open(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, mode)  # that of mkstemp is readable for its owner only
        os.replace(name, target)
    except OSError:
        with suppress(OSError):
            os.unlink(name)
        raise


def set_up_streams() -> None:
    r"""What standard output and error can't show, as Chinese on some terminals, becomes \uXXXX, which is good JSON."""
    codecs.register_error(_ESCAPED, _escaped)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors=_ESCAPED)
    if isinstance(sys.stdin, io.TextIOWrapper) and codecs.lookup(sys.stdin.encoding).name == "ascii":
        # What ASCII has is the same in UTF-8, which has the rest too.
        sys.stdin.reconfigure(encoding="utf-8")


def _escaped(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    units = error.object[error.start : error.end].encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[i]:02x}{units[i + 1]:02x}" for i in range(0, len(units), 2)), error.end
