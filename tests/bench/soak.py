"""A long run under faults: is every message answered, once and in order, and does the memory stay where it is.

    .venv/bin/python -m tests.bench.soak [--messages 2000] [--chats 50] [--hold 6]
        [--long 20000] [--users 2000] [--webhook]

The bot runs as a process of its own against the strict server of tests/botapi. First --messages from --chats, a fifth
of them groups: each asks for another paragraph, so that the reply tells which message it answers. Meanwhile 5 % of the
calls meet 429, 5 % 502, 2 % a dropped connection, 2 % of the polls fail, and to 2 % of the messages comes an update
that can't be read. A quarter of the 429 say to wait for long: Telegram's minute is scaled to --hold seconds, as people
here write ten times as fast as elsewhere; --hold 60 is unscaled, and takes some minutes more. In a chat that no fault
strikes somebody asks twice a second: how long they wait is what the others' trouble costs.

Then --long messages without faults, as fast as it goes, from --users: the labelled questions, each with a character put
in at random; the memory is read after a tenth of them and at the end. Exit status 1 if anything is not as it should be.
--long 0 leaves the second part out, --messages 0 the first.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from bot.settings import STORE
from tests.botapi import BotApi, Call, Faults, Refusal
from tests.botapi.record import MESSAGE_METHODS
from tests.odd_updates import odd, wrong

ROOT = Path(__file__).parents[2]
SECRET = "loopback-webhook_0123456789"
SERVE = ("-m", "bot", "serve")

PARAGRAPHS = 20
"""Operative paragraphs of the document asked about."""
IN_A_GROUP = 20
"""Messages a group gets at most: Telegram lets a bot send so many a minute to one group."""
PRIVATE_PACE, GROUP_PACE = 0.8, 1.5
"""Seconds between two messages of a private chat, of a group; a user may send 20 in 10 s."""
GROUP_USERS = 5
WATCHED, WATCHED_PACE, WATCHED_WAITS = 4001, 0.5, 1.0
"""A private chat that no fault strikes; the seconds between two questions there, and those it may wait (p99)."""
ODD = 50
"""To each so many-th message comes an update that can't be read."""
STARTS_WITHIN = 120.0
"""Seconds for the bot to start, on a machine with much else to do."""
STALL = 60.0
"""Seconds without a reply after which what is missing counts as unanswered."""
CHUNK = 500
"""Messages queued at once where it goes as fast as it can."""
GROWTH = 1.10
"""What the memory may be at the end, of what it was after a tenth."""

LABEL = re.compile(r"(没有第|第|Operative paragraph |There is no operative paragraph )(\d+)")
Key = tuple[str, str]
"""Which message a reply answers: how a paragraph is named in it, and the number."""


# --- the bot as a process ------------------------------------------------------------------------------


@dataclass
class Running:
    """A bot that runs, and the file that its standard error goes to."""

    process: subprocess.Popen[bytes]
    log: Path

    @property
    def memory(self) -> float:
        """Its resident memory in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.search(r"VmRSS:\s+(\d+) kB", status)[1]) / 1024

    @property
    def cpu(self) -> float:
        """The seconds of processor time it has used."""
        fields = Path(f"/proc/{self.process.pid}/stat").read_text(encoding="utf-8").rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")

    @property
    def tracebacks(self) -> int:
        """How many tracebacks it has logged."""
        return self.log.read_text(encoding="utf-8", errors="replace").count("Traceback (most recent call last)")

    def stop(self) -> int:
        """Ask it to stop; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(10)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@contextmanager
def running(server: BotApi, *, webhook: bool = False, command: tuple[str, ...] = SERVE) -> Iterator[Running]:
    """Run a bot against a server until it takes updates; afterwards nothing of it is left."""
    port = _free_port()
    hook = f"http://127.0.0.1:{port}/hook"
    environment = {k: v for k, v in os.environ.items() if not k.startswith("BOT_") or k == STORE}
    environment |= {"BOT_TOKEN": server.token, "BOT_API_URL": server.url, "BOT_MAX_RATE": "0", "PYTHONUTF8": "1"}
    if webhook:
        environment |= {
            "BOT_WEBHOOK_URL": hook,
            "BOT_WEBHOOK_SECRET": SECRET,
            "BOT_LISTEN": "127.0.0.1",
            "BOT_PORT": str(port),
        }
        command = (*command, "--webhook")
    server.clear()
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder) / "stderr"
        with log.open("wb") as stderr:
            process = subprocess.Popen(
                [sys.executable, *command], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=stderr
            )
        try:
            server.wait_until(
                lambda: server.core.updates.webhook.url == hook if webhook else server.record.counts.get("getUpdates"),
                STARTS_WITHIN,
            )
            yield Running(process, log)
        except TimeoutError:
            print(log.read_text(encoding="utf-8", errors="replace")[-2000:], file=sys.stderr)
            raise
        finally:
            if process.poll() is None:
                process.kill()
            process.wait()


def harvest(server: BotApi) -> tuple[list[Call], list[Refusal], list[tuple[int, str]]]:
    """Take the record away, so that the server does not grow: messages, refusals, and chat and text of the dropped
    ones."""
    with server.record.lock:
        sent = [call for call in server.record.sent if call.method in MESSAGE_METHODS]
        refused = list(server.record.refused)
        dropped = [s.params for s in server.record.struck if s.fault.drop and s.method in MESSAGE_METHODS]
        server.clear()
    return (
        sent,
        refused,
        [(int(params["chat_id"]), re.sub("<[^>]+>", "", str(params.get("text", "")))) for params in dropped],
    )


def questions() -> list[str]:
    """The first turn of every labelled question."""
    files = sorted((Path(__file__).parents[1] / "questions").glob("*.jsonl"))
    return [json.loads(line)["turns"][0] for path in files for line in path.read_text(encoding="utf-8").splitlines()]


# --- under faults ----------------------------------------------------------------------------------------


@dataclass(frozen=True, order=True)
class Planned:
    """A message: when it is sent, by whom, and what its reply is known by."""

    at: float
    chat: int
    user: int
    text: str
    key: Key


def asked(chat: int, number: int) -> tuple[str, Key]:
    """The text of the n-th message of a chat, and the key of its reply; no two of a chat share one."""
    paragraph = number % PARAGRAPHS + 1
    if chat < 0:
        form = "/para@resolution_bot 第{}段" if number % 2 else "@resolution_bot 第{}段"
        return form.format(paragraph), ("第", str(paragraph))
    if number < PARAGRAPHS:
        return f"/para {paragraph}", ("Operative paragraph ", str(paragraph))
    if number < 2 * PARAGRAPHS:
        return f"第{paragraph}段", ("第", str(paragraph))
    return f"第{number + 1}段", ("没有第", str(number + 1))


def plan(messages: int, chats: int) -> list[Planned]:
    """All messages in the order of sending."""
    groups = [-1_000_000_000_001 - n for n in range(chats // 5)]
    private = [5001 + n for n in range(chats - len(groups))]
    each = min(IN_A_GROUP, messages // chats)
    planned = [
        Planned(
            number * GROUP_PACE + place * GROUP_PACE / len(groups),
            chat,
            1001 + place * GROUP_USERS + number % GROUP_USERS,
            *asked(chat, number),
        )
        for place, chat in enumerate(groups)
        for number in range(each)
    ]
    for count in range(messages - len(planned)):
        number, place = divmod(count, len(private))
        chat = private[place]
        planned.append(Planned((number + place / len(private)) * PRIVATE_PACE, chat, chat, *asked(chat, number)))
    return sorted(planned)


@dataclass
class Outcome:
    """What came of the messages."""

    replies: defaultdict[int, list[Key]] = field(default_factory=lambda: defaultdict(list))
    dropped: Counter[tuple[int, Key]] = field(default_factory=Counter)
    refused: list[Refusal] = field(default_factory=list)
    others: list[str] = field(default_factory=list)
    faults: int = 0
    asked: list[float] = field(default_factory=list)
    """When something was asked in the chat that is watched …"""
    heard: list[float] = field(default_factory=list)
    """… and when it was answered."""

    def take(self, server: BotApi) -> int:
        """Move the server's record here; how many replies there were in it."""
        self.faults += len(server.record.struck)
        sent, refused, dropped = harvest(server)
        self.refused += refused
        for call in sent:
            if call.chat_id == WATCHED:
                self.heard.append(call.time)
                continue
            found = LABEL.match(call.text)
            if found and call.chat_id is not None:
                self.replies[call.chat_id].append((found[1], found[2]))
            else:
                self.others.append(call.text)
        self.dropped.update((chat, (found[1], found[2])) for chat, text in dropped if (found := LABEL.match(text)))
        return len(sent)

    def watch(self, server: BotApi) -> None:
        """Ask in the chat that is watched, where it is time to."""
        if not self.asked or time.monotonic() - self.asked[-1] >= WATCHED_PACE:
            self.asked.append(time.monotonic())
            server.say(f"/para {len(self.asked) % PARAGRAPHS + 1}", chat=WATCHED, user=WATCHED)

    @property
    def waits(self) -> list[float]:
        """The seconds that each question in the chat that is watched waited, the shortest first."""
        return sorted(heard - asked for asked, heard in zip(self.asked, self.heard, strict=False))

    @property
    def duplicates(self) -> Counter[tuple[int, Key]]:
        """How often each reply came once too often."""
        seen = Counter((chat, key) for chat, keys in self.replies.items() for key in keys)
        return Counter({which: count - 1 for which, count in seen.items() if count > 1})

    def answered(self, planned: list[Planned]) -> int:
        """How many of the messages have their reply."""
        got = {chat: set(keys) for chat, keys in self.replies.items()}
        return sum(p.key in got.get(p.chat, ()) for p in planned)

    def out_of_order(self, planned: list[Planned]) -> int:
        """How many replies came after the reply to a later message of their chat."""
        places: dict[int, dict[Key, int]] = defaultdict(dict)
        for p in planned:
            places[p.chat][p.key] = len(places[p.chat])
        wrong = 0
        for chat, keys in self.replies.items():
            order = [places[chat].get(key, -1) for key in dict.fromkeys(keys)]
            wrong += sum(place < max(order[: at + 1]) for at, place in enumerate(order))
        return wrong


def send_all(server: BotApi, planned: list[Planned]) -> Outcome:
    """Send every message at its time, and wait for the replies."""
    outcome = Outcome()
    began = time.monotonic()
    strange = [update for kinds in (odd, wrong) for update in kinds(WATCHED + 1).values()]
    for number, p in enumerate(planned):
        while (wait := began + p.at - time.monotonic()) > 0:
            time.sleep(min(wait, 0.2))
            outcome.take(server)
            outcome.watch(server)
        server.say(p.text, chat=p.chat, user=p.user)
        if number % ODD == 0:
            server.enqueue(strange[number // ODD % len(strange)])
    heard = time.monotonic()
    while outcome.answered(planned) < len(planned) and time.monotonic() - heard < STALL:
        time.sleep(0.2)
        outcome.watch(server)
        if outcome.take(server):
            heard = time.monotonic()
    time.sleep(0.5)
    outcome.take(server)
    return outcome


def under_faults(messages: int, chats: int, hold: int, webhook: bool) -> bool:
    """Print what came of the messages; whether it is as it should be. hold: seconds of the long waits."""
    rates = {"rate_429": 0.05, "rate_502": 0.05, "rate_drop": 0.02, "rate_poll_fail": 0.02}
    server = BotApi(faults=Faults(**rates, retry_after=1, long_share=0.25, long_retry_after=hold, spared=(WATCHED,)))
    planned = plan(messages, chats)
    with server.in_thread():
        for user in {p.user for p in planned}:
            server.user(user, language_code="en")
        with running(server, webhook=webhook) as bot:
            began = time.monotonic()
            outcome = send_all(server, planned)
            seconds = time.monotonic() - began
            server.faults = Faults()
            status = bot.stop()
            outcome.take(server)
            tracebacks = bot.tracebacks
    answered, wrong = outcome.answered(planned), outcome.out_of_order(planned)
    doubles = outcome.duplicates
    explained = sum(min(count, outcome.dropped[which]) for which, count in doubles.items())
    print(
        f"answered                        {answered} of {len(planned)}, from {chats} chats, {outcome.faults} "
        f"calls met a fault"
    )
    print(f"out of order within a chat      {wrong}")
    print(f"duplicates                      {doubles.total()}, of these after a dropped connection {explained}")
    print(
        f"other replies                   {len(outcome.others)} "
        f"{Counter(text[:60] for text in outcome.others).most_common(3) or ''}"
    )
    print(
        f"refused by the server           {len(outcome.refused)} "
        f"{Counter(r.description for r in outcome.refused).most_common(3) or ''}"
    )
    print(f"tracebacks                      {tracebacks}")
    waits = outcome.waits
    p99 = waits[int(0.99 * (len(waits) - 1))]
    print(
        f"waits in another chat           p50 {waits[len(waits) // 2]:.3f} s, p99 {p99:.3f} s, most "
        f"{waits[-1]:.3f} s, of {len(waits)}"
    )
    print(f"seconds                         {seconds:.1f}, exit status {status}")
    good = answered == len(planned) and doubles.total() == explained
    good &= p99 <= WATCHED_WAITS and len(outcome.heard) == len(outcome.asked)
    return good and not (wrong or outcome.others or outcome.refused or tracebacks or status)


# --- the memory ----------------------------------------------------------------------------------------


def spoilt(rng: random.Random, text: str) -> str:
    """A text with a character put in at random, so that it is a new one."""
    at = rng.randrange(len(text) + 1)
    return text[:at] + chr(rng.choice((rng.randrange(0x61, 0x7B), rng.randrange(0x4E00, 0x9FA5)))) + text[at:]


def flush(server: BotApi, chats: set[int]) -> tuple[set[int], int]:
    """Wait for a reply in each of these chats; those without one, and how many calls were refused."""
    missing, refusals = set(chats), 0
    heard = time.monotonic()
    while missing and time.monotonic() - heard < STALL:
        time.sleep(0.02)
        sent, refused, _ = harvest(server)
        refusals += len(refused)
        missing -= {call.chat_id for call in sent}
        if sent:
            heard = time.monotonic()
    return missing, refusals


def fill(server: BotApi, count: int, users: int, text: Callable[[], str]) -> tuple[int, int]:
    """Send so many messages as fast as it goes; how many got no reply, how many calls were refused."""
    unanswered = refusals = 0
    sent = 0
    while sent < count:
        some = min(CHUNK, count - sent, users)
        chats = {9001 + (sent + n) % users for n in range(some)}
        with server.record.lock:
            for chat in chats:
                server.say(text(), chat=chat)
        missing, refused = flush(server, chats)
        unanswered += len(missing)
        refusals += refused
        sent += some
    return unanswered, refusals


def memory(messages: int, users: int, webhook: bool) -> bool:
    """Print the memory after a tenth of the messages and after all; whether it is as it should be."""
    rng = random.Random(1)
    pool = questions()
    server = BotApi()
    read: list[float] = []
    lost = [0, 0]
    with server.in_thread(), running(server, webhook=webhook) as bot:
        began = time.monotonic()
        for count in (messages // 10, messages - messages // 10):
            lost = [
                a + b
                for a, b in zip(lost, fill(server, count, users, lambda: spoilt(rng, rng.choice(pool))), strict=True)
            ]
            read.append(bot.memory)
        seconds = time.monotonic() - began
        tracebacks = bot.tracebacks
    ratio = read[1] / read[0]
    print(f"memory after {messages // 10:6d} messages   {read[0]:.1f} MiB")
    print(
        f"memory after {messages:6d} messages   {read[1]:.1f} MiB, {ratio:.3f} of that, from {users} users, "
        f"{messages / seconds:.0f} messages/s"
    )
    print(f"unanswered {lost[0]}, refused {lost[1]}, tracebacks {tracebacks}")
    return ratio <= GROWTH and not any((*lost, tracebacks))


def main() -> None:
    """Run both parts and print their figures."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--messages", type=int, default=2000)
    parser.add_argument("--chats", type=int, default=50)
    parser.add_argument("--hold", type=int, default=6)
    parser.add_argument("--long", type=int, default=20_000)
    parser.add_argument("--users", type=int, default=2000)
    parser.add_argument("--webhook", action="store_true")
    options = parser.parse_args()
    print("webhook" if options.webhook else "polling")
    good = not options.messages or under_faults(options.messages, options.chats, options.hold, options.webhook)
    if options.long:
        good &= memory(options.long, options.users, options.webhook)
    sys.exit(0 if good else 1)


if __name__ == "__main__":
    main()
