"""Two bots that serve one token by webhook with a Valkey between them, one of them killed every few seconds.

    .venv/bin/python -m tests.bench.replicas [--messages 2000] [--chats 50] [--every 5] [--pace 2.0] [--replicas 2]

Each chat asks for one paragraph after the other, so that the reply tells which message it answers; before that, every
other person chooses a language that their questions are not in. Every --every seconds one of the bots, in turn, is
killed as kill -9 does, and started again. One that has not started yet is not killed: where a start takes longer than
--every leaves for it, as on a machine with much else to do, three replicas are killed as often as is said. Printed: how
many messages were answered, out of order, twice, in another language than the chosen one. A message is answered again
only where its bot was killed right after the first answer. Exit status 1 if anything is not as it should be. A quick
run: --messages 200 --chats 10.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
import time
from collections import defaultdict
from itertools import pairwise
from pathlib import Path
from statistics import median

from tests.botapi import BotApi
from tests.botapi.record import MESSAGE_METHODS
from tests.replicas import Replicas
from tests.valkey import BINARY, MISSING, valkey

LABEL = re.compile(
    r"^(?:第|Operative paragraph )(\d+)(段)?|^沒有第(\d+)段|^没有第(\d+)段|^There is no operative paragraph (\d+)"
)
FIRST = 50_001
"""The first of the chats."""
STALL = 60.0
"""Seconds without a reply after which what is missing counts as lost."""
UNTOLD = 3.0
"""Seconds after an answer in which a kill explains that it is given a second time: the bot could not tell any more that
it was given. The second one may come much later, behind all that waits."""
PARAGRAPHS = 20


class Killing:
    """Kills one bot after the other, and starts it again; the other one may be starting still."""

    def __init__(self, replicas: Replicas, every: float) -> None:
        self._replicas, self._every = replicas, every
        self._last = time.monotonic()
        self.times: list[float] = []

    def step(self) -> None:
        """Kill the next one where it is time to, and it serves."""
        n = len(self.times) % len(self._replicas.bots)
        if time.monotonic() - self._last < self._every or not self._replicas.is_ready(n):
            return
        self._replicas.kill(n)
        self._last = time.monotonic()
        self.times.append(self._last)
        self._replicas.start(n)


def heard(server: BotApi) -> tuple[dict[int, list[int]], dict[int, list[str]], list[tuple[float, int, int]]]:
    """By chat: the numbers of the messages that were answered in order, and the texts; and when each was."""
    numbers: dict[int, list[int]] = defaultdict(list)
    texts: dict[int, list[str]] = defaultdict(list)
    times = []
    for call in server.sent:
        found = LABEL.match(call.text) if call.method in MESSAGE_METHODS else None
        if found and call.chat_id is not None:
            number = int(next(each for each in found.groups() if each and each.isdigit()))
            numbers[call.chat_id].append(number)
            texts[call.chat_id].append(call.text)
            times.append((call.time, call.chat_id, number))
    return numbers, texts, times


def run(server: BotApi, replicas: Replicas, messages: int, chats: list[int], every: float, pace: float) -> bool:
    """Ask, kill, and print what came of it; whether it is as it should be."""
    chosen = dict.fromkeys(chats[::2], "zh-Hant")
    for chat in chosen:
        server.exchange("/lang zh-Hant", chat=chat)
    rounds, killing = messages // len(chats), Killing(replicas, every)
    began = time.monotonic()
    for number in range(rounds):
        for place, chat in enumerate(chats):
            due = began + (number + place / len(chats)) * pace
            while (wait := due - time.monotonic()) > 0:
                killing.step()
                time.sleep(min(wait, 0.05))
            server.say(f"/para {number + 1}", chat=chat)
        killing.step()
    last, count = time.monotonic(), 0
    while True:
        numbers, texts, times = heard(server)
        answered = sum(len(set(numbers[chat]) & set(range(1, rounds + 1))) for chat in chats)
        if answered == rounds * len(chats) or time.monotonic() - last > STALL:
            break
        if len(times) > count:
            last, count = time.monotonic(), len(times)
        time.sleep(0.5)
    seconds = time.monotonic() - began
    lost = rounds * len(chats) - answered
    wrong = sum(list(dict.fromkeys(found)) != sorted(set(found)) for found in numbers.values())
    first: dict[tuple[int, int], float] = {}
    unexplained = twice = 0
    for at, chat, number in times:
        before = first.setdefault((chat, number), at)
        if before != at:
            twice += 1
            unexplained += not any(before <= kill <= before + UNTOLD for kill in killing.times)
    other = sum(text.startswith(("Operative", "There is no")) for chat in chosen for text in texts[chat])
    other += sum("第" in text[:3] for chat in chats if chat not in chosen for text in texts[chat])
    print(f"answered                    {answered} of {rounds * len(chats)}, from {len(chats)} chats, lost {lost}")
    between = [later - earlier for earlier, later in pairwise(killing.times)]
    print(f"kills                       {len(killing.times)}, median {median(between or [0]):.1f} s apart")
    print(f"chats out of order          {wrong}")
    print(f"answered twice              {twice}, of these without a kill right after the first {unexplained}")
    print(
        f"in another language         {other}, of {len(chosen)} chats that chose one and "
        f"{len(chats) - len(chosen)} that did not"
    )
    print(f"tracebacks                  {replicas.tracebacks}")
    print(f"seconds                     {seconds:.1f}")
    return not (lost or wrong or unexplained or other or replicas.tracebacks)


def main() -> None:
    """Run it and print its figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--every", type=float, default=5.0)
    parser.add_argument("--replicas", type=int, default=2)
    parser.add_argument("--pace", type=float, default=2.0)
    options = parser.parse_args()
    if not BINARY:
        sys.exit(MISSING)
    chats = [FIRST + n for n in range(options.chats)]
    with tempfile.TemporaryDirectory() as name, valkey(Path(name)) as kept, BotApi().in_thread() as server:
        for chat in chats:
            server.user(chat, language_code="en")
        with Replicas(server, kept.url, Path(name), options.replicas).running() as replicas:
            good = run(server, replicas, options.messages, chats, options.every, options.pace)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
