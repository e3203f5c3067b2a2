"""How reading files that were made to do harm ends: the slowest, the most memory, tracebacks.

    .venv/bin/python -m tests.bench.hostile_files [SEED]

It exits with 1 where one takes too much, or ends in anything but a sentence.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from contextlib import suppress
from multiprocessing import active_children, get_context
from pathlib import Path
from threading import Thread

from bot.errors import ContentError
from bot.importing.apart import Worker, read_bytes
from bot.language.names import names_of
from bot.settings import vocabulary
from tests.importing.hostile import hostile_files

CONTENT = Path(__file__).parents[2] / "content"
SLOW, LARGE = 10.0, 512.0
"""Seconds, the start of the process with them, and mebibytes that no file may take."""


def write(folder: Path, seed: int) -> None:
    """Write the files; in a process of its own, whose memory is not that of this one."""
    for name, make in hostile_files(seed).items():
        (folder / name).write_bytes(make())
    os.mkfifo(folder / "pipe.docx")
    (folder / "folder.pdf").mkdir()
    (folder / "zero.txt").symlink_to("/dev/zero")
    (folder / "self.txt").symlink_to(folder / "self.txt")


def outcome(path: Path) -> str:
    """What reading the file ends with: read, a sentence, or what should not be."""
    try:
        with Worker(names_of(vocabulary(CONTENT)).code_in_record) as worker:
            worker.read(path.name, read_bytes(path))
    except ContentError as error:
        said = str(error)
        return f"TWO LINES {said!r}" if "\n" in said else said
    except Exception as error:
        return f"TRACEBACK {type(error).__name__}: {error}"
    return "read"


class Watch(Thread):
    """Notes the most memory that the processes of this one have had, in mebibytes."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.most = 0.0

    def run(self) -> None:
        while True:
            for process in active_children():
                with suppress(OSError, IndexError):
                    status = Path(f"/proc/{process.pid}/status").read_text()
                    self.most = max(self.most, int(status.split("VmHWM:")[1].split()[0]) / 1024)
            time.sleep(0.02)


def main(seed: int) -> int:
    """Print a row a file, and the worst of all."""
    rows: list[tuple[float, float, str, str]] = []
    with tempfile.TemporaryDirectory() as name:
        maker = get_context("spawn").Process(target=write, args=(Path(name), seed))
        maker.start()
        maker.join()
        watch = Watch()
        watch.start()
        for path in sorted(Path(name).iterdir()):
            begun, watch.most = time.perf_counter(), 0.0
            said = outcome(path)
            rows.append((time.perf_counter() - begun, watch.most, path.name, said))
            print(f"{path.name:<24} {rows[-1][0]:6.1f} s {watch.most:6.0f} MiB  {said[:150]}", flush=True)
    took, most = max(rows), max(rows, key=lambda row: row[1])
    bad = sum(said.startswith(("TRACEBACK", "TWO LINES")) for *_, said in rows)
    print(
        f"{len(rows)} files, seed {seed}: slowest {took[0]:.1f} s ({took[2]}), "
        f"most memory {most[1]:.0f} MiB ({most[2]}), tracebacks {bad}"
    )
    return int(bad > 0 or took[0] > SLOW or most[1] > LARGE)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 1))
