#!/usr/bin/env python3
"""What each step of bot.search is worth: an ablation over the questions of a SQuAD-style file.

    python tests/bench/search_steps.py FILE.json [--every N]

For every way of ordering the candidates it prints R@1 and R@3 over the whole file, and how well the
best score tells whether there is an answer at all: with every other article left out of the index,
the probability that a question of an article that stayed in scores higher than one of an article
left out (0.5 is chance, 1 is perfect). --every N asks only each N-th question.
"""

import argparse
import json
import logging
import math
import sys
import tempfile
import time
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import jieba
from rapidfuzz import fuzz

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from bot.search import keywords as search
from bot.search import prepared


@dataclass(frozen=True)
class Article:
    """The paragraphs of an article, and its questions with the number of the paragraph that answers."""

    paragraphs: Sequence[str]
    questions: Sequence[tuple[str, int]]


@dataclass(frozen=True)
class Seen:
    """What the steps see in one candidate; all in [0, 1] but rank, its place by BM25 counted from 0."""

    rank: int
    anywhere: float
    near: float
    units: float
    ratio: float
    words: float


@dataclass(frozen=True)
class Asked:
    """One question: its candidates by position, and the position that is right, -1 if none is."""

    candidates: Sequence[tuple[int, Seen]]
    right: int


def alike(c: Seen) -> float:
    """The looser half of the score as bot.search has it."""
    return (c.units + c.ratio) / 2


STEPS: dict[str, Callable[[Seen], float]] = {
    "candidates only (BM25)": lambda c: -c.rank,
    "share of the query, anywhere": lambda c: c.anywhere,
    "... in the best passages": lambda c: c.near,
    "... + words and characters": lambda c: c.near * c.units,
    "... + rapidfuzz (as it is)": lambda c: c.near * alike(c),
    "rapidfuzz without the former": lambda c: c.near * c.ratio,
    "as it is + jieba's words": lambda c: (3 * c.near + c.words) / 4 * alike(c),
    "jieba's words alone": lambda c: c.words,
}


class Words:
    """How much of a query's words, as jieba cuts them, a text has, weighted by rarity."""

    def __init__(self, cutter: jieba.Tokenizer, texts: Sequence[str]) -> None:
        """Cut the texts, which become known by their positions."""
        self._cutter = cutter
        self._texts = [self._cut(t) for t in texts]
        self._df = Counter(w for t in self._texts for w in t)

    def _cut(self, text: str) -> frozenset[str]:
        return frozenset(w for w in self._cutter.cut_for_search(text) if w.strip())

    def shares(self, query: str, positions: Sequence[int]) -> list[float]:
        """The share of the query's weight that each of these texts has, in [0, 1]."""
        n = len(self._texts)
        weights = {w: math.log(1 + (n - self._df[w] + 0.5) / (self._df[w] + 0.5)) for w in self._cut(query)}
        whole = math.fsum(weights.values()) or 1.0
        return [math.fsum(v for w, v in weights.items() if w in self._texts[p]) / whole for p in positions]


def load(path: Path) -> list[Article]:
    """Read a file in the format of SQuAD."""
    articles = []
    for article in json.loads(path.read_text(encoding="utf-8-sig"))["data"]:
        paragraphs = article["paragraphs"]
        questions = [(q["question"], i) for i, p in enumerate(paragraphs) for q in p["qas"]]
        articles.append(Article([p["context"] for p in paragraphs], questions))
    return articles


def ask(articles: Sequence[Article], keep: int, every: int, cutter: jieba.Tokenizer) -> list[Asked]:
    """Index each keep-th article, ask the questions of all."""
    texts: list[str] = []
    questions: list[tuple[str, int]] = []
    for number, article in enumerate(articles):
        stays = number % keep == 0
        questions += [(q, len(texts) + i if stays else -1) for q, i in article.questions]
        texts += article.paragraphs if stays else []
    index, words = search.Keywords.of(texts), Words(cutter, [prepared._normal(t) for t in texts])
    return [Asked(see(index, words, q), right) for q, right in questions[::every]]


def see(index: search.Keywords, words: Words, question: str) -> list[tuple[int, Seen]]:
    """The candidates for a question and what the steps see in them."""
    asked = index._asked(question, None)
    positions = index._candidates(asked, search.CANDIDATES)
    shares = words.shares(" ".join(search.pieces(question)), positions)
    seen = []
    for rank, (position, share) in enumerate(zip(positions, shares, strict=True)):
        text = index._texts[position]
        rough = search._Rough.of(asked, position, text)
        ratio = fuzz.partial_ratio(asked.text.strip(), text) / 100
        near = search._nearness(asked, rough, text)
        seen.append((position, Seen(rank, rough.anywhere, near, rough.units, ratio, share)))
    return seen


def recall(asked: Sequence[Asked], step: Callable[[Seen], float], within: int) -> float:
    """How often the right text is among the first few."""
    hits = 0
    for a in asked:
        first = sorted(a.candidates, key=lambda c: (-step(c[1]), c[0]))[:within]
        hits += a.right in (position for position, _ in first)
    return hits / len(asked)


def told_apart(asked: Sequence[Asked], step: Callable[[Seen], float]) -> float:
    """How probably a question with an answer scores higher than one without (area under the ROC curve)."""
    best = [(max((step(c) for _, c in a.candidates), default=0.0), a.right >= 0) for a in asked]
    without = sorted(score for score, answered in best if not answered)
    having = [score for score, answered in best if answered]
    below = sum(bisect_left(without, s) + bisect_right(without, s) for s in having) / 2
    return below / len(having) / len(without)


def report(name: str, step: Callable[[Seen], float], whole: Sequence[Asked], half: Sequence[Asked]) -> None:
    """Print one line: whole has the questions with every article indexed, half with every other one."""
    # The place by BM25 cannot tell whether there is an answer: there is always a first.
    apart = "" if step is STEPS["candidates only (BM25)"] else f"  told apart {told_apart(half, step):.4f}"
    print(f"{name:30s} R@1 {recall(whole, step, 1):.4f}  R@3 {recall(whole, step, 3):.4f}{apart}", flush=True)


def main() -> None:
    """Run it; see the docstring of the module."""
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("file", type=Path)
    arguments.add_argument("--every", type=int, default=1)
    given = arguments.parse_args()
    articles = load(given.file)
    jieba.setLogLevel(logging.WARNING)
    with tempfile.TemporaryDirectory() as cache:
        began = time.perf_counter()
        cutter = jieba.Tokenizer()
        # jieba's default cache is a marshal file of a predictable name in a folder that all may write.
        cutter.tmp_dir = cache
        cutter.initialize()
        start = time.perf_counter() - began
        whole, half = (ask(articles, keep, given.every, cutter) for keep in (1, 2))
    print(
        f"{sum(len(a.paragraphs) for a in articles)} paragraphs, {len(whole)} questions; jieba starts in {start:.2f} s"
    )
    for name, step in STEPS.items():
        report(name, step, whole, half)
    # Kept, the empty words count like any others.
    search.pieces = prepared.pieces = lambda text: prepared._PIECE.findall(prepared._normal(text))
    kept, kept_half = (ask(articles, keep, given.every, cutter) for keep in (1, 2))
    report("as it is, empty words kept", STEPS["... + rapidfuzz (as it is)"], kept, kept_half)


if __name__ == "__main__":
    main()
