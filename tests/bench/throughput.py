"""How fast it answers, beside a bot that only echoes: messages a second, and what it adds to the wait for a reply.

    .venv/bin/python -m tests.bench.throughput [--mode polling|webhook|both] [--rounds 3] [--messages 1000] [--single
    100] [--connections 40] [--different N]

The other bot is python-telegram-bot with its default settings and one handler that sends the text back. In each round
each of the two is started against the same strict server and warmed up; then --messages labelled questions, each from a
private chat of its own, are there at once: in the queue for a polling bot; to a webhook they are posted over
--connections connections (40 is Telegram's default). Then --single messages one at a time, to the first reply of each.
Questions are the same for both, in the same order; a reply that was given before is remembered, so how many of them are
different matters. Exit status 1 if a target is missed.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import statistics
import sys
import time
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import count
from typing import Any
from urllib.parse import urlsplit

from aiohttp import ClientSession, TCPConnector

from tests.bench.soak import SERVE, Running, questions, running
from tests.botapi import BotApi
from tests.botapi.record import MESSAGE_METHODS

ECHO = ("-m", "tests.bench.throughput", "--echo")
BOTS = {"echo": ECHO, "bot": SERVE}
WARM_UP = 50
TIMEOUT = 120.0
PAUSE = 0.005
"""Seconds between two single messages, for whatever a bot does after its reply."""
RATIO, P50, P99 = 0.85, 3.0, 15.0
"""The targets: the share of the echo bot's rate, and the milliseconds added."""

_chats = count(10_001)


def echo(webhook: bool) -> None:
    """Be the other bot."""
    from telegram import Update
    from telegram.ext import ApplicationBuilder, MessageHandler, filters

    async def reply(update: Update, context: Any) -> None:
        await update.message.reply_text(update.message.text)

    app = ApplicationBuilder().token(os.environ["BOT_TOKEN"]).base_url(f"{os.environ['BOT_API_URL']}/bot").build()
    app.add_handler(MessageHandler(filters.TEXT, reply))
    if not webhook:
        app.run_polling()
        return
    url = os.environ["BOT_WEBHOOK_URL"]
    app.run_webhook(
        listen=os.environ["BOT_LISTEN"],
        port=int(os.environ["BOT_PORT"]),
        url_path=urlsplit(url).path.lstrip("/"),
        webhook_url=url,
        secret_token=os.environ["BOT_WEBHOOK_SECRET"],
    )


@dataclass
class Figures:
    """What was measured of one bot."""

    rates: list[float] = field(default_factory=list)
    waits: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    sent: int = 0
    unanswered: int = 0
    refused: int = 0

    def rank(self, share: float) -> float:
        """A quantile of the waits, in milliseconds."""
        ordered = sorted(self.waits)
        return ordered[min(int(len(ordered) * share), len(ordered) - 1)] * 1e3


async def post(url: str, secret: str, updates: Sequence[dict[str, Any]], connections: int) -> None:
    """Post updates to a webhook over so many connections."""
    left = iter(updates)
    headers = {"X-Telegram-Bot-Api-Secret-Token": secret}

    async def work(session: ClientSession) -> None:
        for update in left:
            async with session.post(url, json=update, headers=headers) as response:
                response.raise_for_status()

    async with ClientSession(connector=TCPConnector(limit=connections)) as session:
        await asyncio.gather(*(work(session) for _ in range(connections)))


def send_at_once(server: BotApi, texts: Sequence[str], connections: int) -> tuple[float, set[int]]:
    """Send every text from a chat of its own; when that began, and the chats."""
    updates = server.core.updates
    with server.record.lock:
        chats = {server.say(text, chat=next(_chats)).chat_id for text in texts}
        queued = []
        if updates.webhook.url:
            queued, updates.items = updates.items, []
        # The server waits for the lock: a polling bot gets nothing before all is there.
        began = time.monotonic()
    if queued:
        asyncio.run(post(updates.webhook.url, updates.webhook.secret, queued, connections))
    return began, chats


def burst(server: BotApi, texts: Sequence[str], connections: int) -> tuple[float, int, int]:
    """Send all texts at once and wait for the replies: seconds to the last first reply, chats without one, messages
    sent."""
    server.clear()
    began, chats = send_at_once(server, texts, connections)
    firsts: dict[int, float] = {}
    seen = 0
    deadline = time.monotonic() + TIMEOUT
    while len(firsts) < len(chats) and time.monotonic() < deadline:
        time.sleep(0.02)
        for call in server.record.sent[seen:]:
            seen += 1
            if call.method in MESSAGE_METHODS and call.chat_id in chats:
                firsts.setdefault(call.chat_id, call.time)
    return max(firsts.values(), default=began) - began, len(chats) - len(firsts), seen


def single(server: BotApi, text: str) -> float:
    """Send one text; seconds to the first reply."""
    server.clear()
    chat = next(_chats)
    began = time.monotonic()
    server.say(text, chat=chat)
    sent = server.record.sent
    reply = server.wait_until(
        lambda: next((c for c in sent if c.chat_id == chat and c.method in MESSAGE_METHODS), None), TIMEOUT
    )
    time.sleep(PAUSE)
    return reply.time - began


def measure(server: BotApi, bot: Running, figures: Figures, texts: Sequence[str], options: argparse.Namespace) -> None:
    """One round of one bot."""
    few, many = texts[WARM_UP : WARM_UP + options.single], texts[WARM_UP + options.single :]
    for text in texts[:WARM_UP]:
        single(server, text)
    used = bot.cpu
    seconds, unanswered, sent = burst(server, many, options.connections)
    figures.busy.append((bot.cpu - used) / seconds)
    figures.rates.append((len(many) - unanswered) / seconds)
    figures.unanswered += unanswered
    figures.sent += sent
    refused = len(server.refused)
    for text in few:
        figures.waits.append(single(server, text))
        refused += len(server.refused)
    figures.refused += refused


def report(mode: str, measured: dict[str, Figures]) -> bool:
    """Print the figures of a mode; whether the targets are met."""
    print(mode)
    for name, figures in measured.items():
        rates, busy = ", ".join(f"{rate:.0f}" for rate in figures.rates), statistics.median(figures.busy)
        print(
            f"  {name:4s}  {statistics.median(figures.rates):5.0f} messages/s (rounds: {rates}; {figures.sent} "
            f"messages sent, its process {busy:.0%} busy)"
            f"  one at a time p50 {figures.rank(0.5):.2f} ms  p99 {figures.rank(0.99):.2f} ms ({len(figures.waits)} "
            f"messages)"
            f"  unanswered {figures.unanswered}  refused {figures.refused}"
        )
    plain, ours = measured["echo"], measured["bot"]
    ratio = statistics.median(ours.rates) / statistics.median(plain.rates)
    added = [ours.rank(share) - plain.rank(share) for share in (0.5, 0.99)]
    print(
        f"  ratio {ratio:.2f} (at least {RATIO})  added p50 {added[0]:+.2f} ms (at most {P50:g})  p99 "
        f"{added[1]:+.2f} ms (at most {P99:g})"
    )
    return ratio >= RATIO and added[0] <= P50 and added[1] <= P99 and not (ours.unanswered or ours.refused)


def compare(mode: str, options: argparse.Namespace) -> bool:
    """Measure both bots by turns in one mode; whether the targets are met."""
    rng = random.Random(1)
    pool = questions()
    if options.different:
        pool = rng.sample(pool, options.different)
    measured = {name: Figures() for name in BOTS}
    server = BotApi()
    with server.in_thread():
        for number in range(options.rounds):
            texts = rng.choices(pool, k=WARM_UP + options.single + options.messages)
            for name in list(BOTS)[:: -1 if number % 2 else 1]:
                with running(server, webhook=mode == "webhook", command=BOTS[name]) as bot:
                    measure(server, bot, measured[name], texts, options)
                    bot.stop()
    return report(mode, measured)


def main() -> None:
    """Print the figures of each mode."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--mode", choices=("polling", "webhook", "both"), default="both")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--messages", type=int, default=1000)
    parser.add_argument("--single", type=int, default=100)
    parser.add_argument("--connections", type=int, default=40)
    parser.add_argument(
        "--different",
        type=int,
        metavar="N",
        help="draw from N questions only, as where many people ask the same (default: from all)",
    )
    parser.add_argument("--echo", action="store_true", help=argparse.SUPPRESS)
    parser.add_argument("--webhook", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.echo:
        echo(options.webhook)
        return
    modes = ("polling", "webhook") if options.mode == "both" else (options.mode,)
    met = [compare(mode, options) for mode in modes]
    sys.exit(0 if all(met) else 1)


if __name__ == "__main__":
    main()
