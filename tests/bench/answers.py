"""How many labelled questions are answered rightly: all, and with parts of the vocabulary taken away.

    .venv/bin/python tests/bench/answers.py [FILE.jsonl …]

Prints the share right over all rows and over those asked by subject, the wrong votes, and what an answer
takes, with all of content/, without synonyms.toml, without subjects/, and without either.
"""

from __future__ import annotations

import json
import sys
import time
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from bot.corpus.loading import load
from bot.faces.json import line
from bot.resolution import Vote
from bot.settings import content_folder
from bot.talk import Speaker
from tests.questions_scorer import right

QUESTIONS = sorted((Path(__file__).parents[1] / "questions").glob("*.jsonl"))


def main() -> None:
    """Print a line for each variant."""
    files = [Path(f) for f in sys.argv[1:]] or QUESTIONS
    rows = [json.loads(line) for path in files for line in path.read_text(encoding="utf-8").splitlines()]
    library = load(content_folder())
    record = {v.code: v.vote for r in library.resolutions for v in r.roll_call}
    variants = {
        "everything": library,
        "without synonyms.toml": replace(library, synonyms=()),
        "without subjects/": replace(library, subjects={}),
        "without either": replace(library, synonyms=(), subjects={}),
    }
    print(f"{len(rows)} questions of {len(files)} files")
    for name, variant in variants.items():
        speaker = Speaker(variant)
        speaker.ready()
        good: list[bool] = []
        by_subject: list[bool] = []
        spent: list[float] = []
        wrong = 0
        for row in rows:
            began = time.perf_counter()
            reply = json.loads(line(speaker.answer(row["turns"])))
            spent.append((time.perf_counter() - began) / len(row["turns"]))
            good.append(right(reply, row))
            wrong += sum(record.get(code, Vote.ABSENT) != vote for code, vote in reply["votes"].items())
            if any("best" in want for want in row.get("accept") or [row["expect"]]):
                by_subject.append(good[-1])
        spent.sort()
        print(
            f"{name:24s} right {sum(good) / len(good):.4f}  by subject {sum(by_subject)} of {len(by_subject)}  wrong "
            f"votes {wrong}  "
            f"a message p50 {spent[len(spent) // 2] * 1e3:.2f} ms  p99 {spent[int(len(spent) * 0.99)] * 1e3:.2f} ms"
        )


if __name__ == "__main__":
    main()
