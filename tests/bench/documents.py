"""How the invented resolutions in tests/documents/ are answered, by document: `python -m tests.bench.documents`.

Each document is imported into a content folder of its own, without content/subjects/. Printed of each: the share of
questions by subject that are answered rightly, and that are served (rightly, or with the right paragraph among those
offered); the share of near misses that are answered as if found; and the same by words alone. --held asks held.jsonl.
--loo also sets SURE again on the other documents for each one, and prints what it would have been. --times prints what
a question by subject takes of a document that is in use, asked for the first time and again, and the memory then.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import tempfile
import time
from pathlib import Path
from typing import Any

from bot.answer.subject import _seconded, paragraphs_on
from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.question.conversation import Conversation
from bot.question.model import SubjectQuestion
from bot.question.reading import weight
from bot.question.understand import understand
from bot.search import decide
from bot.talk import Speaker, reply
from tests.documents_scorer import Row, Score, all_imported, rows, scored


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--held", action="store_true")
    asked.add_argument("--loo", action="store_true")
    asked.add_argument("--times", action="store_true")
    options = asked.parse_args()
    questions = rows("held" if options.held else "questions")
    with tempfile.TemporaryDirectory() as folder:
        folders = all_imported(Path(folder))
        for way in ("0", "1"):
            os.environ["BOT_ENCODER"] = way
            print("words and meaning" if way == "1" else "words alone")
            whole = Score()
            for name, home in folders.items():
                one = scored(Speaker(load(home)), [r for r in questions if r["document"] == name])
                print(f"  {name:28s} {one}")
                whole += one
            print(f"  {'all':28s} {whole}")
        if options.times:
            for name, home in folders.items():
                _times(name, load(home), [r["turns"][-1] for r in questions if r["document"] == name])
        if options.loo:
            _leave_one_out({name: load(home) for name, home in folders.items()}, questions)


def _times(name: str, library: Library, messages: list[str]) -> None:
    """What each message takes when others, which have led to all paragraphs, or all have been asked before: the median,
    and the 99th of a hundred; the most memory so far."""
    took = []
    others, new = messages[::2], messages[1::2]
    for message in (*others, *new, *messages):
        began = time.perf_counter()
        reply(message, Conversation(), library)
        took.append((time.perf_counter() - began) * 1e3)
    ends = len(others), len(messages)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    told = [
        f"{when} p50 {statistics.median(t):5.1f} ms  p99 {sorted(t)[len(t) * 99 // 100]:5.1f} ms"
        for when, t in (("new", took[ends[0] : ends[1]]), ("again", took[ends[1] :]))
    ]
    print(f"  {name:28s} {'  '.join(told)}  first {took[0]:6.0f} ms  {most} MiB")


def _leave_one_out(libraries: dict[str, Library], questions: list[Row]) -> None:
    """For each document, SURE as the near misses of the others would set it, and what becomes of its own by that."""
    seen = {
        name: [x for r in questions if r["document"] == name and (x := _seen(r, library))]
        for name, library in libraries.items()
    }
    print("SURE set on the other documents, near misses answered 1 in 20")
    for name, own in seen.items():
        others = [x for other, xs in seen.items() if other != name for x in xs]
        misses = sorted((2.0 if by_words else sure for near, _, sure, by_words in others if near), reverse=True)
        least = misses[len(misses) // 20]
        answered = [(near, right) for near, right, sure, by_words in own if by_words or sure > least]
        wrong, treated = sum(near for near, _ in answered), [x for x in own if not x[0]]
        missed = max(1, len(own) - len(treated))
        right = sum(right for _, right in answered)
        print(
            f"  {name:28s} SURE {least:.3f}  near misses answered {wrong / missed:.3f}  right first "
            f"{right / max(1, len(treated)):.3f}"
        )


def _seen(row: dict[str, Any], library: Library) -> tuple[bool, bool, float, bool] | None:
    """Of a question by subject: whether it is a near miss, whether the right one is first, its sureness, whether words
    alone decide."""
    question, _ = understand(row["turns"][-1], Conversation(), library)
    best = {b for want in row.get("accept") or [row["expect"]] for b in want.get("best", ())}
    if not isinstance(question, SubjectQuestion) or not (best or row.get("near_miss")):
        return None
    ranked = paragraphs_on(question.words, question.asked, library.resolutions[0], library)
    length, found = weight(question.words), [f for _, f in ranked]
    by_words = max((f.words for f in found), default=0.0) >= decide.LEAST_FOUND
    if decide.doubtful(found, length, expected=question.in_document):
        ranked = _seconded(ranked, question, library)
    sure = decide.sureness([f for _, f in ranked], length, question.in_document) if ranked else 0.0
    return bool(row.get("near_miss")), bool(ranked) and ranked[0][0].id in best, sure, by_words


if __name__ == "__main__":
    main()
