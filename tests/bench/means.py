"""Makes bot/search/second_means.npz anew: `python -m tests.bench.means`.

It holds what the second encoder's vectors have in common: the mean over the sentences of the invented resolutions in
tests/documents/, and over the questions on them in each script.
"""

from __future__ import annotations

from collections import defaultdict

import numpy as np

from bot.search import second
from bot.search.encoder import Vector
from tests.documents_scorer import FOLDER, rows


def main() -> None:
    means = {"texts": _mean(_sentences())}
    asked = defaultdict(list)
    for row in rows("questions"):
        if row.get("near_miss") or "best" in (row.get("accept") or [row["expect"]])[0]:
            question = row["turns"][-1]
            asked[second.script(question)].append(second.questioned(question))
    means |= {script: _mean(np.array(vectors)) for script, vectors in asked.items()}
    np.savez(second.MEANS, **{name: mean.astype(np.float16) for name, mean in means.items()})
    for name, mean in means.items():
        print(f"{name:10s} {len(asked[name]):4d} questions  length {np.linalg.norm(mean):.3f}")


def _sentences() -> Vector:
    """Of each paragraph; a line of these files is one, or a part of its head."""
    lines = (line for path in sorted(FOLDER.glob("*.txt")) for line in path.read_text("utf-8").splitlines())
    return second.encoded([sentence for line in lines for sentence in second.looked_at(line)])


def _mean(vectors: Vector) -> Vector:
    return vectors.mean(axis=0)


if __name__ == "__main__":
    main()
