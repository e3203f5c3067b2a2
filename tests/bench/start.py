"""What a start costs: whole commands, and the parts of one, each the median of several runs.

.venv/bin/python tests/bench/start.py [RUNS]
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import time

COMMANDS = {
    "python -c pass (the interpreter alone)": ["-c", "pass"],
    "ask 第12段 (no jieba)": ["-m", "bot", "ask", "第12段"],
    "ask 中国怎么投的 (no jieba)": ["-m", "bot", "ask", "中国怎么投的"],
    "ask 哪段讲南南合作 (jieba)": ["-m", "bot", "ask", "哪段讲南南合作"],
    "jieba alone": ["-c", "from bot.language.words import tokenizer; tokenizer()"],
    "names, cues and documents": [
        "-c",
        "from bot.corpus.loading import load; from bot.settings import content_folder; load(content_folder())",
    ],
    "import telegram.ext (only serve does)": ["-c", "import telegram.ext"],
}


def seconds(arguments: list[str]) -> float:
    """How long the interpreter takes with these arguments, from start to end."""
    began = time.perf_counter()
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - began


def main() -> None:
    """Print a line a command."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    for name, arguments in COMMANDS.items():
        seconds(arguments)
        print(f"{name:45s} {statistics.median(seconds(arguments) for _ in range(runs)):6.3f} s")


if __name__ == "__main__":
    main()
