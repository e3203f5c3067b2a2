"""A bot's life by the README alone, from an empty folder: init, import, serve, reload, upgrade, a backup and back.

It installs two versions of this checkout, the second with a name more, into a virtual
environment of its own, with the README's own command.

python -m tests.bench.upkeep
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.botapi import PATIENCE, BotApi

ROOT = Path(__file__).parents[2]
ROAD = ROOT / "tests" / "documents" / "road_safety.en.txt"
SCHOOL = ROOT / "tests" / "documents" / "school_water.zh.txt"
LEFT_OUT = shutil.ignore_patterns(".git", ".venv", "__pycache__", ".*_cache", ".hypothesis")


def run(*command: str | Path, cwd: Path, fails: bool = False) -> str:
    """Run a command; what it printed. The bench ends where it did not end as expected."""
    begun = time.monotonic()
    done = subprocess.run(
        [str(part) for part in command], cwd=cwd, capture_output=True, text=True, encoding="utf-8", env=clean()
    )
    said = " ".join(str(part).replace(str(cwd.parent), "…") for part in command)
    print(f"{time.monotonic() - begun:6.1f} s  exit {done.returncode}  {said[:110]}")
    if bool(done.returncode) is not fails:
        sys.exit(done.stdout + done.stderr)
    return done.stdout + done.stderr


def clean() -> dict[str, str]:
    """The environment without settings of a bot."""
    return {name: value for name, value in os.environ.items() if not name.startswith("BOT_")} | {"PYTHONUTF8": "1"}


@contextmanager
def served(program: Path, own: Path, server: BotApi, log: Path) -> Iterator[subprocess.Popen[bytes]]:
    """`serve`, with the token in the folder's settings file."""
    (own / "settings.env").write_text(f"BOT_TOKEN={server.token}\nBOT_API_URL={server.url}\n", encoding="utf-8")
    with log.open("ab") as stderr:
        process = subprocess.Popen([program, "serve", "--content", own], cwd=own.parent, env=clean(), stderr=stderr)
    try:
        yield process
        process.send_signal(signal.SIGTERM)
        process.wait(PATIENCE)
    finally:
        process.kill()
        process.wait()


def expect(server: BotApi, question: str, begins: str, chat: int) -> None:
    """Ask the bot that serves."""
    said = server.exchange(question, chat=chat).text
    print(f"        asked {question!r}: {said.splitlines()[0][:70]!r}")
    if not said.startswith(begins):
        sys.exit(f"expected {begins!r}")


def main() -> None:
    """Run it, and print each step."""
    command = re.search(
        r"^(python3 -m venv .*pip install -q \.) && ", (ROOT / "README.md").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert command
    with tempfile.TemporaryDirectory() as place:
        checkout, own, server = Path(place) / "resolution-bot", Path(place) / "my-bot", BotApi()
        shutil.copytree(ROOT, checkout, ignore=LEFT_OUT)
        program = checkout / ".venv" / "bin" / "resolution-bot"
        run("bash", "-c", command[1], cwd=checkout)
        run(program, "init", own, cwd=checkout)
        run(program, "import", "--content", own, ROAD, cwd=checkout)
        (own / "overlay" / "names" / "states.toml").write_text(
            '[JPN]\nalso = ["Sunrise Archipelago"]\n', encoding="utf-8"
        )
        with server.in_thread():
            with served(program, own, server, Path(place) / "log") as process:
                expect(server, "56/4 第5段", "第5段：", 1)
                expect(server, "How did the Sunrise Archipelago vote on 56/4?", "Japan", 1)
                run(program, "import", "--content", own, SCHOOL, cwd=checkout)
                print(f"        {run(program, 'reload', '--content', own, cwd=checkout).strip()}")
                assert process.poll() is None
            run(program, "backup", "--content", own, Path(place) / "backup.tar.gz", cwd=checkout)
            second_version(checkout)
            run(".venv/bin/pip", "install", "-q", ".", cwd=checkout)
            print(f"        {run(program, '--version', cwd=checkout).strip()}")
            run(program, "check", "--content", own, cwd=checkout)
            with served(program, own, server, Path(place) / "log"):
                expect(server, "How did Hexagonia vote on 56/4?", "France", 2)
                expect(server, "How did the Sunrise Archipelago vote on 56/4?", "Japan", 2)
            shutil.rmtree(own)
            own.mkdir()
            run("tar", "-xzf", Path(place) / "backup.tar.gz", "-C", own, cwd=checkout)
            print(
                "        " + run(program, "check", "--content", own, cwd=checkout).strip().replace("\n", "\n        ")
            )
            with served(program, own, server, Path(place) / "log"):
                expect(server, "How did the Sunrise Archipelago vote on 56/4?", "Japan", 3)
            log = (Path(place) / "log").read_text(encoding="utf-8")
            print(f"{log.count('Traceback')} tracebacks, {len(server.refused)} calls refused")
            sys.exit(bool(server.refused) or "Traceback" in log)


def second_version(checkout: Path) -> None:
    """Make the checkout the next version: France has a name more."""
    version = checkout / "bot" / "__init__.py"
    version.write_text(
        re.sub(r'__version__ = "[^"]*"', '__version__ = "99.0"', version.read_text(encoding="utf-8")), encoding="utf-8"
    )
    states = checkout / "content" / "names" / "states.toml"
    head, tail = states.read_text(encoding="utf-8").split("\n[FRA]\n", 1)
    states.write_text(
        f"{head}\n[FRA]\n" + re.sub(r"^also = \[", 'also = ["Hexagonia", ', tail, count=1, flags=re.MULTILINE),
        encoding="utf-8",
    )


if __name__ == "__main__":
    main()
