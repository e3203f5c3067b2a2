"""Imports that are killed: a run of 20, cut off 50 times at a random moment by SIGKILL; nothing may be half-written.

python -m tests.bench.killed [TIMES]
"""

from __future__ import annotations

import hashlib
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
import tomllib
from pathlib import Path

from bot.corpus.loading import load
from bot.importing.folder import init

ROOT = Path(__file__).parents[2]
FILES = sorted((ROOT / "tests" / "documents").glob("*.txt"))
IMPORTS = 20
KILLS = 50


def files() -> list[Path]:
    """What is imported: IMPORTS files, some of them again and again with --replace."""
    return [FILES[number % len(FILES)] for number in range(IMPORTS)]


def state(folder: Path) -> tuple[int, list[str]]:
    """How many texts there are, and what is wrong with the folder once a command has opened it."""
    library = load(folder)
    texts = folder / "resolutions"
    wrong = [path.name for path in texts.iterdir() if path.name.startswith(".")]
    sources = {hashlib.sha256(path.read_bytes()).hexdigest(): path for path in FILES}
    held = {path.name.removesuffix(".txt") for path in texts.glob("*.txt")} - {"A_HRC_RES_56_4.zh"}
    notes = {
        path.name.removesuffix(".source.toml"): tomllib.loads(path.read_text(encoding="utf-8"))
        for path in texts.glob("*.source.toml")
    }
    wrong += [f"{name}: a text without a note, or a note without a text" for name in sorted(held ^ set(notes))]
    wrong += [f"{name}: the note of another file" for name, note in notes.items() if note["sha256"] not in sources]
    if len(library.texts) != len(held) + 1:
        wrong.append(f"{len(library.texts)} documents, {len(held) + 1} texts")
    return len(held), wrong


def main() -> None:
    """Run it and print what came of it."""
    kills = int(sys.argv[1]) if len(sys.argv) > 1 else KILLS
    seeded = random.Random(20)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "own"
        init(folder)
        command = [
            sys.executable,
            "-m",
            "bot",
            "import",
            "--content",
            str(folder),
            "--replace",
            "--accept",
            *map(str, files()),
        ]
        begun = time.monotonic()
        subprocess.run(command, cwd=ROOT, check=True, capture_output=True)
        whole = time.monotonic() - begun
        print(f"{IMPORTS} imports take {whole:.1f} s; killed {kills} times at a moment of these")
        half, held, cut, late = 0, [], 0, 0
        while cut < kills:
            shutil.rmtree(folder)
            init(folder)
            process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(seeded.uniform(0.2, 0.9) * whole)
            process.send_signal(signal.SIGKILL)
            if process.wait() != -signal.SIGKILL:
                late += 1  # it had ended
                continue
            cut += 1
            count, wrong = state(folder)
            held.append(count)
            half += bool(wrong)
            for line in wrong:
                print(f"  {line}")
        print(
            f"{cut} were cut off ({late} more had ended), with {min(held)} to {max(held)} texts written; "
            f"{half} folders half-written"
        )
    sys.exit(bool(half))


if __name__ == "__main__":
    main()
