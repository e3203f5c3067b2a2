"""How damaged records of votes fare: python -m tests.bench.corruptions [how many] [seed].

Every text is invented; each is read sound first, then damaged in one random way and read again.
"""

from __future__ import annotations

import random
import sys
from collections import Counter
from functools import cache
from pathlib import Path

from bot.language.names import Names
from tests.corpus.corruption import Outcome, outcome


def main() -> None:
    """Print, for each kind of damage, how many were refused, read the same, and read wrong."""
    number = int(sys.argv[1]) if len(sys.argv) > 1 else 1000
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    names = Names(Path(__file__).parents[2] / "content")
    code_of = cache(names.code_in_record)
    counts: Counter[tuple[str, Outcome]] = Counter()
    for _ in range(number):
        kind, came, text = outcome(dice, names, code_of)
        counts[kind, came] += 1
        if came is Outcome.WRONG:
            print(f"--- {kind}, read wrong\n{text}")
    for kind in sorted({k for k, _ in counts}):
        print(f"{kind:14}", *(f"{came}: {counts[kind, came]:5}" for came in Outcome), sep="  ")
    print(
        f"{'all':14}",
        *(f"{came}: {sum(n for (_, c), n in counts.items() if c is came):5}" for came in Outcome),
        sep="  ",
    )


if __name__ == "__main__":
    main()
