"""What the longest and oddest messages take: made of the labelled questions, of random characters, of one thing
repeated.

.venv/bin/python tests/bench/messages.py
"""

from __future__ import annotations

import json
import random
import sys
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.corpus.loading import load
from bot.settings import content_folder
from bot.talk import Speaker, Talk

LENGTH = 4096
REPEATED = (
    "中", "a", "第1段", "中国、", "阿", "France_", "1,", "投", "(", "是", "哈撒克", "不_", "kazakstan_", "的", "人权",
    "谁", "?", "🇯🇵",
    "ы", "刚果", "第", "①",
    "(一)½Σ什么7月",
)  # fmt: skip
CHARACTERS = "中国美法德投票赞成反对弃权第段条一二三十0123456789 abcdefgh,.?，。！的了吗和、刚果哈撒克斯坦南苏丹"


def main() -> None:
    """Print the slowest, and the median of all."""
    rng = random.Random(1)
    files = (Path(__file__).parents[1] / "questions").glob("*.jsonl")
    asked = [
        json.loads(line)["turns"][-1]
        for path in sorted(files)
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    messages = ["".join(rng.choices(asked, k=300))[:LENGTH] for _ in range(100)]
    messages += ["".join(rng.choices(CHARACTERS, k=LENGTH)) for _ in range(100)]
    messages += [(text.replace("_", " ") * LENGTH)[:LENGTH] for text in REPEATED]
    speaker = Speaker(load(content_folder()))
    speaker.ready()
    spent = []
    for message in messages:
        began = time.perf_counter()
        speaker.next(message, Talk())
        spent.append((time.perf_counter() - began, message))
    spent.sort(reverse=True)
    print(f"{len(messages)} messages of {LENGTH} characters: median {spent[len(spent) // 2][0] * 1e3:.1f} ms")
    for seconds, message in spent[:5]:
        print(f"{seconds * 1e3:6.1f} ms  {message[:40]!r}…")


if __name__ == "__main__":
    main()
