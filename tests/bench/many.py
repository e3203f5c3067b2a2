"""How it fares with thousands of resolutions: index, start, memory, the wait for an answer, and whether 56/4 is
answered as well as alone.

    .venv/bin/python -m tests.bench.many [--documents 30000] [--seed 1] [--check 5000]

56/4 and as many invented resolutions (tests/many.py) go into a folder of their own, with a store of their own.
`index` reads them all; then one process answers one question from a cold start; another one loads the folder, is made
ready, and is asked: every labelled question with “56/4” put before its conversation, questions that name other
documents by number or by title, that follow up, of all documents at once, and by subject without any document.
Answers about invented documents are held against those documents. The labelled questions that name a document
themselves are asked as they are and counted apart: one who asks for 56/5 is told that it is not there by a bot that
has 56/4 alone. Times are those of the processor, so that what else runs on the machine says nothing. With --check,
`check` is timed on so many documents; --documents 0 leaves the rest out.
Exit status 1 beyond a target.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.corpus.library import Library
from bot.corpus.loading import load
from bot.faces.json import line
from bot.memory import settled
from bot.resolution import Resolution, Vote
from bot.settings import STORE, content_folder
from bot.talk import Speaker, Spoken, Talk
from tests.many import DEEDS, GROUPS, TOPICS, generate
from tests.questions_scorer import right

START, MEMORY, P50, P99, ADDED, CHECK = 3.0, 1024.0, 10.0, 60.0, 3.0, 60.0
"""The targets: seconds, MiB, milliseconds, milliseconds, seconds, seconds."""
NUMBER = "56/4"
NAMED = re.compile(r"(?<![\d/])\d{1,4}/\d{1,4}(?![\d/])")
QUESTIONS = Path(__file__).parents[1] / "questions"
STATES = {"CHN": ("中国", "China"), "JPN": ("日本", "Japan"), "DEU": ("德国", "Germany"), "CUB": ("古巴", "Cuba"),
"IND": ("印度",
"India"),
          "FRA": ("法国", "France"), "BRA": ("巴西", "Brazil"), "ZAF": ("南非", "South Africa")}  # fmt: skip
SAMPLE = 500
"""How many of the invented documents are asked about."""
EACH = 400
"""Conversations of each kind about invented documents."""

Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """A conversation about an invented document, and what its last reply has to be; None for whatever is not looked
    at."""

    turns: tuple[str, ...]
    symbol: str | None = None
    paragraph: str | None = None
    votes: dict[str, str] | None = None
    kind: str | None = None
    count: int | None = None
    """Of the rows of a table."""
    says: str = ""

    def fits(self, reply: Row) -> bool:
        """Whether the reply is that."""
        return (
            self.symbol in (None, reply["resolution"])
            and (self.paragraph is None or reply["paragraphs"] == [self.paragraph])
            and self.votes in (None, reply["votes"])
            and self.kind in (None, reply["kind"])
            and self.count in (None, len(reply.get("table", ())))
            and self.says in reply["text"]
        )


# --- what is asked --------------------------------------------------------------------------------------


def rows() -> list[Row]:
    """The labelled questions."""
    return [
        json.loads(text)
        for path in sorted(QUESTIONS.glob("*.jsonl"))
        for text in path.read_text(encoding="utf-8").splitlines()
        if text.strip()
    ]


def names_one(row: Row) -> bool:
    """Whether a row names a document itself."""
    return any(NAMED.search(turn) for turn in row["turns"])


def _votes(resolution: Resolution, code: str) -> dict[str, str]:
    return {code: resolution.vote_of(code).value}


def by_number(dice: random.Random, one: Resolution) -> Asked:
    """A question that names a document by its number or symbol."""
    code, (zh, en) = dice.choice(list(STATES.items()))
    k, number, votes = dice.randint(1, len(one.operative)), one.number, _votes(one, code)
    return dice.choice([
        Asked((f"{number} 第{k}段",), one.symbol, f"OP{k}", kind="paragraph"),
        Asked((f"{one.symbol}第{k}段写了什么",), one.symbol, f"OP{k}", kind="paragraph"),
        Asked((f"{number} paragraph {k}",), one.symbol, f"OP{k}", kind="paragraph"),
        Asked((f"{number} {zh}怎么投的",), one.symbol, votes=votes, kind="vote"),
        Asked((f"How did {en} vote on {number}?",), one.symbol, votes=votes, kind="vote"),
        Asked((f"{number}的表决结果",), one.symbol, kind="tally"),
        Asked((f"谁对{number}投了反对票",), one.symbol, votes={v.code: "no" for v in one.voters(Vote.NO)}, kind="roll"),
    ])  # fmt: skip


def by_title(dice: random.Random, one: Resolution) -> Asked:
    """A question that names a document by its title, which no other has."""
    code, (zh, _) = dice.choice(list(STATES.items()))
    k, title = dice.randint(1, len(one.operative)), one.title.text
    return dice.choice([
        Asked((f"《{title}》第{k}段",), one.symbol, f"OP{k}", kind="paragraph"),
        Asked((f"{title}决议的表决结果",), one.symbol, kind="tally"),
        Asked((f"{zh}对{title}怎么投的",), one.symbol, votes=_votes(one, code), kind="vote"),
    ])  # fmt: skip


def by_shared_title(dice: random.Random, one: Resolution) -> Asked:
    """A question that names a document by a title that several have: it is asked back about."""
    return Asked((f"《{one.title.text}》第{dice.randint(1, 5)}段",), kind="clarify", says=one.title.text)


def follow_up(dice: random.Random, one: Resolution, other: Resolution) -> Asked:
    """A question that goes on from the one before, of the document in view or of one named now."""
    code, (zh, _) = dice.choice(list(STATES.items()))
    k = dice.randint(1, len(one.operative) - 1)
    return dice.choice([
        Asked((f"{one.number} 第{k}段", "下一段"), one.symbol, f"OP{k + 1}", kind="paragraph"),
        Asked((f"{one.number} 古巴怎么投的", f"那{zh}呢"), one.symbol, votes=_votes(one, code), kind="vote"),
        Asked((f"{one.number} 表决结果", "谁弃权了"), one.symbol,
        votes={v.code: "abstain" for v in one.voters(Vote.ABSTAIN)},
        kind="roll"),
        Asked((f"{one.number} {zh}怎么投的", f"那{other.number}呢"), other.symbol, votes=_votes(other, code),
        kind="vote"),
        Asked((f"{zh}怎么投的", one.number), one.symbol, votes=_votes(one, code), kind="vote"),
    ])  # fmt: skip


def record(library: Library) -> list[tuple[int, dict[str, Vote]]]:
    """Of every resolution, the year and how those of STATES voted; read one after the other, since all at once take
    gigabytes."""
    return [(r.adopted.year, {code: r.vote_of(code) for code in STATES}) for r in library.resolutions]


def across(dice: random.Random, of: list[tuple[int, dict[str, Vote]]]) -> Asked:
    """A question of all documents, with the count found here by going through them."""
    (a, (zh, en)), (b, (other, _)) = dice.sample(list(STATES.items()), 2)
    year = dice.randint(2019, 2026)
    both = [(votes[a], votes[b]) for _, votes in of if Vote.ABSENT not in (votes[a], votes[b])]
    against = sum(votes[a] is Vote.NO for _, votes in of)
    return dice.choice([
        Asked((f"{zh}对哪些决议投了反对票",), kind="history", count=against),
        Asked((f"Which resolutions did {en} vote against?",), kind="history", count=against),
        Asked((f"{zh}和{other}投得不同的有哪些",), kind="history", count=sum(x is not y for x, y in both)),
        Asked((f"{zh}和{other}的一致率",), kind="history", count=len(both)),
        Asked((f"{year}年通过的决议有哪些",), kind="documents", count=sum(adopted == year for adopted, _ in of)),
        Asked((f"{zh}对哪些决议投了反对票", "还有呢"), kind="history", count=against),
    ])  # fmt: skip


def by_subject(dice: random.Random, plain: list[str]) -> Asked:
    """A subject with no document named: in the words of the documents, or in those of a labelled question."""
    deed = dice.choice(DEEDS).format(topic=dice.choice(TOPICS), group=dice.choice(GROUPS))
    return dice.choice([
        Asked((f"哪段讲{deed}",), kind="paragraph"),
        Asked((f"有没有提到{dice.choice(TOPICS)}",), kind="paragraph"),
        Asked((dice.choice(plain),)),
    ])  # fmt: skip


def conversations(library: Library, seed: int) -> Iterator[tuple[str, Asked]]:
    """EACH of each kind, with the kind's name."""
    dice = random.Random(seed)
    invented = [
        library.resolutions[at]
        for at in dice.sample(range(len(library.summaries)), min(SAMPLE, len(library.summaries)))
    ]
    invented = [r for r in invented if r.number != NUMBER]
    titles = Counter(each.titles[0] for each in library.summaries)
    # A title that stands in another one is not told from it.
    own = [r for r in invented if titles[r.title.text] == 1]
    alone = [r for r in own if not any(r.title.text in other for other in titles if other != r.title.text)]
    shared = [r for r in invented if titles[r.title.text] > 1]
    of_all = record(library)
    plain = [row["turns"][0] for row in rows() if len(row["turns"]) == 1 and "best" in row.get("expect", {})]
    for _ in range(EACH):
        yield "by number", by_number(dice, dice.choice(invented))
        if alone:
            yield "by title", by_title(dice, dice.choice(alone))
        if shared:
            yield "by a shared title", by_shared_title(dice, dice.choice(shared))
        yield "follow-ups", follow_up(dice, *dice.sample(invented, 2))
        yield "of all documents", across(dice, of_all)
        yield "subject, no document", by_subject(dice, plain)


# --- the process that is asked -----------------------------------------------------------------------------


def memory() -> float:
    """The resident memory of this process in MiB."""
    status = Path("/proc/self/status").read_text(encoding="utf-8")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    assert found
    return int(found[1]) / 1024


@dataclass
class Timer:
    """Asks a speaker, and keeps what each message took."""

    speaker: Speaker
    spent: dict[str, list[float]] = field(default_factory=dict)
    messages: list[tuple[float, str]] = field(default_factory=list)
    """Every message with what it took."""

    def ask(self, kind: str, turns: tuple[str, ...]) -> Row:
        """The fields of the last reply."""
        talk, spoken = Talk(), None
        for turn in turns:
            began = time.process_time()
            spoken, talk = self.speaker.next(turn, talk)
            self.messages.append(((time.process_time() - began) * 1e3, turn))
            self.spent.setdefault(kind, []).append(self.messages[-1][0])
        assert isinstance(spoken, Spoken)
        fields: Row = json.loads(line(spoken))
        return fields


def inside(folder: Path, seed: int) -> Row:
    """What a process that has just been started measures of itself."""
    began = time.process_time()
    library = load(folder)
    speaker = Speaker(library)
    loaded = time.process_time() - began
    speaker.ready()
    settled()
    figures: Row = {
        "loaded": loaded,
        "ready": time.process_time() - began,
        "memory_ready": memory(),
        "documents": len(library.resolutions),
    }
    timer = Timer(speaker)
    scored = []
    for row in rows():
        first = row["turns"][0] if names_one(row) else f"{NUMBER} {row['turns'][0]}"
        scored.append(right(timer.ask("labelled, with 56/4", (first, *row["turns"][1:])), row))
    fits: dict[str, list[bool]] = {}
    wrong: dict[str, list[Row]] = {}
    for kind, asked in conversations(library, seed):
        reply = timer.ask(kind, asked.turns)
        fits.setdefault(kind, []).append(asked.fits(reply))
        if not fits[kind][-1]:
            wrong.setdefault(kind, []).append(
                {"turns": asked.turns, "kind": reply["kind"], "resolution": reply["resolution"]}
            )
    figures["slowest"] = sorted(timer.messages, reverse=True)[:20]
    return {**figures, "memory_asked": memory(), "spent": timer.spent, "scored": scored, "fits": fits, "wrong": wrong}


# --- what is printed ---------------------------------------------------------------------------------------


def rank(values: list[float], share: float) -> float:
    """A quantile."""
    ordered = sorted(values)
    return ordered[min(int(len(ordered) * share), len(ordered) - 1)]


def waits(name: str, spent: list[float]) -> str:
    """A line on how long messages took."""
    return (
        f"  {name:24s} {len(spent):5d} messages  p50 {rank(spent, 0.5):6.2f} ms  p99 {rank(spent, 0.99):6.2f} ms  "
        f"max {max(spent):6.1f} ms"
    )


def children() -> float:
    """The seconds of processor that all processes have taken which this one started and which have ended."""
    taken = resource.getrusage(resource.RUSAGE_CHILDREN)
    return taken.ru_utime + taken.ru_stime


def cold_start(folder: Path) -> float:
    """The seconds in which a fresh process answers one question."""
    began = children()
    command = [sys.executable, "-m", "bot", "ask", "--content", str(folder), f"{NUMBER} 第12段"]
    said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    spent = children() - began
    assert "A/HRC/RES/56/4" in said, said
    return spent


def indexed(folder: Path) -> float:
    """The seconds that `index` takes."""
    began = children()
    subprocess.run(
        [sys.executable, "-m", "bot", "index", "--content", str(folder)], check=True, stdout=subprocess.DEVNULL
    )
    return children() - began


def added(folder: Path) -> float:
    """The seconds that `index` takes once one more file is there."""
    last = max(
        (folder / "resolutions").glob("A_HRC_RES_62_*.zh.txt"),
        key=lambda path: int(path.name.split("_")[4].split(".")[0]),
    )
    number = int(last.name.split("_")[4].split(".")[0])
    text = last.read_text("utf-8").replace(f"62/{number}. ", f"62/{number + 1}. ")
    last.with_name(f"A_HRC_RES_62_{number + 1}.zh.txt").write_text(text, "utf-8")
    return indexed(folder)


def size(folder: Path) -> float:
    """The MiB that the files in a folder take."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file()) / (1 << 20)


def score(figures: Row, shown: int) -> bool:
    """Print how the labelled questions score with all documents and with 56/4 alone; whether no worse where it is named
    for them."""
    speaker = Speaker(load(content_folder()))
    marked = [
        (row, right(json.loads(line(speaker.answer(row["turns"]))), row), many)
        for row, many in zip(rows(), figures["scored"], strict=True)
    ]
    named = [m for m in marked if names_one(m[0])]
    ours = [m for m in named if all(n == NUMBER for turn in m[0]["turns"] for n in NAMED.findall(turn))]
    others = [m for m in named if m not in ours]
    unnamed = [m for m in marked if m not in named]
    for name, of in (("“56/4 ” put before", unnamed), ("name 56/4 themselves", ours), ("name another", others)):
        differ = [m for m in of if m[1] != m[2]]
        alone, many = (sum(m[i] for m in of) for i in (1, 2))
        print(
            f"  {name:24s} {len(of):5d} rows  alone {alone / len(of):.4f}  with all {many / len(of):.4f}  "
            f"{len(differ)} differ"
        )
        for row, was, _ in differ[:shown]:
            print(f"    {'worse' if was else 'better'}: {row['id']} {json.dumps(row['turns'], ensure_ascii=False)}")
    return all(sum(m[2] for m in of) >= sum(m[1] for m in of) for of in (unnamed, ours))


def measure(count: int, seed: int, shown: int) -> bool:
    """Print all figures for so many documents; whether the targets are met."""
    with tempfile.TemporaryDirectory() as temporary:
        folder, store = Path(temporary) / "content", Path(temporary) / "store"
        os.environ[STORE] = str(store)
        began = time.process_time()
        generate(folder, count, seed)
        print(f"{count} invented resolutions written in {time.process_time() - began:.1f} s", flush=True)
        print(
            (
                f"first index: {indexed(folder):.1f} s; the store takes {size(store):.0f} MiB beside "
                f"{size(folder):.0f} MiB of content"
            ),
            flush=True,
        )
        start = cold_start(folder)
        command = [sys.executable, "-m", "tests.bench.many", "--inside", str(folder), "--seed", str(seed)]
        figures = json.loads(subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True).stdout)
        more = added(folder)
    most = max(figures["memory_ready"], figures["memory_asked"])
    spent = [x for of in figures["spent"].values() for x in of]
    print(
        f"start: {start:.1f} s to one answer in a fresh process (at most {START:g}); loaded in "
        f"{figures['loaded']:.1f} s, ready in {figures['ready']:.1f} s"
    )
    print(
        f"memory: {figures['memory_ready']:.0f} MiB when ready, {figures['memory_asked']:.0f} MiB after the "
        f"questions (at most {MEMORY:g})"
    )
    print(f"one more file: {more:.1f} s for `index` (at most {ADDED:g})")
    print(f"ask (p50 at most {P50:g} ms, p99 at most {P99:g} ms):")
    for kind, of in figures["spent"].items():
        print(waits(kind, of))
    print(waits("all", spent))
    for ms, message in figures["slowest"][:shown]:
        print(f"    {ms:.0f} ms: {message}")
    print("answers about invented documents that are right:")
    for kind, fits in figures["fits"].items():
        print(f"  {kind:24s} {sum(fits)} of {len(fits)}")
        for wrong in figures["wrong"].get(kind, [])[:shown]:
            print(f"    {json.dumps(wrong, ensure_ascii=False)}")
    print("labelled questions that are right:")
    as_good = score(figures, shown)
    quick = rank(spent, 0.5) <= P50 and rank(spent, 0.99) <= P99
    return start <= START and more <= ADDED and most <= MEMORY and quick and as_good


def check(count: int, seed: int) -> bool:
    """Print what `check` takes; whether that is within the target."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "content"
        generate(folder, count, seed)
        began = children()
        subprocess.run(
            [sys.executable, "-m", "bot", "check", "--content", str(folder)], check=True, stdout=subprocess.DEVNULL
        )
        spent = children() - began
    print(f"check: {spent:.1f} s for {count} invented resolutions and 56/4 (at most {CHECK:g})")
    return spent <= CHECK


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--documents", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--check", type=int, default=0, metavar="DOCUMENTS")
    parser.add_argument(
        "--shown", type=int, default=5, help="how many of the answers that are not right are shown of each kind"
    )
    parser.add_argument("--inside", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.inside:
        print(json.dumps(inside(options.inside, options.seed), ensure_ascii=False))
        return
    met = [measure(options.documents, options.seed, options.shown)] if options.documents else []
    met += [check(options.check, options.seed)] if options.check else []
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
