"""What a message takes of a running bot, asked for the first time and asked again: `python -m tests.bench.latency`.

Processor time, so that what else runs counts as little as can be, of messages out of the labelled questions about
56/4, with content/subjects/ and without it, and about each of the invented resolutions in tests/documents/; beside it
the same by the words alone. The bot is as it is after a start: what is loaded and computed of the documents then is
there. --folder DIR, again and again, adds one like ../shared/unseen: documents, and questions.jsonl about them.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.settings import content_folder
from bot.talk import Speaker, Talk
from tests.documents_scorer import FOLDER, imported

QUESTIONS = Path(__file__).parents[1] / "questions"

EACH = 8
"""Of the questions about 56/4, which are many, one of so many is asked."""

Conversation = list[str]


@dataclass(frozen=True)
class Subject:
    """Documents that are in one content folder, and what is asked about them."""

    name: str
    content: Path
    asked: Sequence[Conversation]
    annotated: bool = True

    def library(self) -> Library:
        """As it is after a start."""
        library = load(self.content)
        return library if self.annotated else replace(library, subjects={})


def main() -> None:
    """Print a line for each."""
    options = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    options.add_argument("--folder", type=Path, action="append", default=[])
    folders = [FOLDER, *options.parse_args().folder]
    with tempfile.TemporaryDirectory() as home:
        for subject in (*_first(), *_others(folders, Path(home))):
            print(f"{subject.name:36s} {sum(map(len, subject.asked)):5d} messages")
            for way, called in (("1", "words and meaning"), ("0", "words alone")):
                os.environ["BOT_ENCODER"] = way
                speaker = Speaker(subject.library())
                speaker.ready()
                speaker.library.ahead()
                told = (f"{when} {_figures(_times(speaker, subject.asked))}" for when in ("new", "again"))
                print(f"  {called:20s} {'   '.join(told)}", flush=True)


def _first() -> Iterator[Subject]:
    rows = [json.loads(text) for path in sorted(QUESTIONS.glob("*.jsonl")) for text in path.open(encoding="utf-8")]
    asked = [row["turns"] for row in rows[::EACH]]
    yield Subject("56/4", content_folder(), asked)
    yield Subject("56/4 without subjects/", content_folder(), asked, annotated=False)


def _others(folders: Sequence[Path], home: Path) -> Iterator[Subject]:
    for number, folder in enumerate(folders):
        rows = [json.loads(text) for text in (folder / "questions.jsonl").read_text("utf-8").splitlines() if text]
        names = sorted({row["document"] for row in rows})
        contents = imported([folder / name for name in names], home / str(number))
        for name, content in contents.items():
            yield Subject(name, content, [row["turns"] for row in rows if row["document"] == name])


def _times(speaker: Speaker, asked: Sequence[Conversation]) -> list[float]:
    """Milliseconds of each message; no reply that was given before is given again."""
    took = []
    for messages in asked:
        talk = Talk()
        for message in messages:
            began = time.process_time()
            _, talk = speaker._next(message, talk)
            took.append((time.process_time() - began) * 1e3)
    return took


def _figures(took: Sequence[float]) -> str:
    ordered = sorted(took)
    return f"p50 {statistics.median(ordered):5.1f} ms  p99 {ordered[len(ordered) * 99 // 100]:5.1f} ms"


if __name__ == "__main__":
    main()
