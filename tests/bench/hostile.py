"""Messages that mean harm, by the thousand: nothing refused, no traceback, nothing without an answer.

    .venv/bin/python -m tests.bench.hostile [--messages 10000] [--users 1000] [--seed 1] [--webhook]

The bot runs as a process of its own against the strict server of tests/botapi. Everybody has a private chat and does
one thing after the other, each answered before the next: hypothesis draws what (tests/bench/hostile_messages.py).
Messages, commands and start payloads in private chats need a reply, buttons and inline queries an answer; edited
messages and those in groups do not. With many fewer --users somebody sends over 20 messages in 10 s, which is answered
slowly. Exit status 1 if anything is not as it should be.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from tests.bench.hostile_messages import OWED, Act, Kind, collect
from tests.bench.soak import harvest, running
from tests.botapi import BotApi, Refusal, Said

QUIET = 0.05
"""Seconds without a call after which everything is taken to be said."""
FIRST = "第5段"
"""What everybody begins with, so that there is a message whose buttons can be pressed."""
LANGUAGES = ("en", "zh-hans", "zh-hant", "ar", None)


@dataclass
class Game:
    """The people, and what came of what they did."""

    server: BotApi
    users: int
    stall: float
    """Seconds without a call after which what is missing counts as unanswered."""
    done: Counter[Kind] = field(default_factory=Counter)
    unanswered: list[Act] = field(default_factory=list)
    refused: list[Refusal] = field(default_factory=list)
    shown: dict[int, tuple[int, int]] = field(default_factory=dict)
    said: dict[int, Said] = field(default_factory=dict)
    replied: dict[int, Act] = field(default_factory=dict)
    queries: dict[str, Act] = field(default_factory=dict)

    def play(self, acts: Sequence[Act]) -> None:
        """Let everybody begin, and then do all this by turns."""
        chats = range(20_001, 20_001 + self.users)
        for chat in chats:
            self.server.user(chat, language_code=LANGUAGES[chat % len(LANGUAGES)])
        first = [Act(Kind.MESSAGE, FIRST)] * len(chats)
        self._round(chats, first)
        for at in range(0, len(acts), len(chats)):
            self._round(chats, acts[at : at + len(chats)])
        self.done[Kind.MESSAGE] -= len(chats)

    def _round(self, chats: Sequence[int], acts: Sequence[Act]) -> None:
        """One act of each."""
        self.replied, self.queries = {}, {}
        with self.server.record.lock:
            for chat, act in zip(chats, acts, strict=False):
                self._do(chat, act)
                self.done[act.kind] += 1
        heard = time.monotonic()
        while True:
            calls = self._take()
            now = time.monotonic()
            heard = now if calls else heard
            missing = [*self.replied.values(), *self.queries.values()]
            if now - heard > self.stall or not (missing or self.server.pending or now - heard < QUIET):
                break
            time.sleep(0.01)
        self.unanswered += missing

    def _do(self, chat: int, act: Act) -> None:
        """Let somebody do something."""
        if act.kind is Kind.PRESS and chat in self.shown:
            self.queries[self.server.press(act.text, self.shown[chat], force=True, gone=act.raw).query_id] = act
        elif act.kind is Kind.INLINE:
            self.queries[self.server.inline(act.text, user=chat).query_id] = act
        elif act.kind is Kind.GROUP:
            self.server.say(act.text, chat=-1_000_000_000_000 - chat, user=chat)
        elif act.kind is Kind.EDIT and chat in self.said:
            self.server.say(act.text, edit=self.said[chat])
        else:
            extra = {"text": act.text, "entities": act.entities} if act.raw else None
            reply_to = self.shown.get(chat) if act.kind is Kind.REPLY else None
            self.said[chat] = self.server.say(
                act.text, chat=chat, entities=act.entities, reply_to=reply_to, extra=extra
            )
            self.replied[chat] = act

    def _take(self) -> int:
        """Take the record away and see what it answers; how many calls there were."""
        calls = len(self.server.record.sent)
        sent, refused, _ = harvest(self.server)
        self.refused += refused
        for call in sent:
            if call.chat_id is not None and call.message_id is not None:
                self.shown[call.chat_id] = call.chat_id, call.message_id
                self.replied.pop(call.chat_id, None)
        open_queries = self.server.core.world.queries
        self.queries = {ident: act for ident, act in self.queries.items() if not open_queries[ident].answered}
        return calls + len(refused)


@dataclass(frozen=True)
class Verdict:
    """What a game came to."""

    done: Counter[Kind]
    unanswered: list[Act]
    refused: list[Refusal]
    tracebacks: int
    status: int
    log: str

    @property
    def clean(self) -> bool:
        """Whether nothing went wrong."""
        return not (self.unanswered or self.refused or self.tracebacks or self.status)


def attack(acts: Sequence[Act], users: int, *, webhook: bool = False, stall: float = 10.0) -> Verdict:
    """Start a bot and let so many people do all this to it."""
    server = BotApi()
    with server.in_thread(), running(server, webhook=webhook) as bot:
        game = Game(server, users, stall)
        game.play(acts)
        status = bot.stop()
        return Verdict(
            game.done,
            game.unanswered,
            game.refused,
            bot.tracebacks,
            status,
            bot.log.read_text(encoding="utf-8", errors="replace"),
        )


def main() -> None:
    """Print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--messages", type=int, default=10_000)
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--webhook", action="store_true")
    options = parser.parse_args()
    began = time.monotonic()
    acts = collect(options.messages, options.seed)
    made = time.monotonic()
    verdict = attack(acts, options.users, webhook=options.webhook)
    missing = Counter(act.kind for act in verdict.unanswered)
    for kind in Kind:
        print(
            f"{kind:20s} {verdict.done[kind]:6d}  unanswered "
            f"{missing[kind] if kind in OWED else '(need not be answered)'}"
        )
    for act in verdict.unanswered[:10]:
        print(f"  unanswered: {act.kind}: {act.text[:80]!r} {act.entities or ''}")
    print(
        f"refused by the server {len(verdict.refused)} "
        f"{Counter((r.method, r.description) for r in verdict.refused).most_common(5) or ''}"
    )
    for refusal in verdict.refused[:5]:
        print(f"  {refusal.method} {str(dict(refusal.params))[:300]}")
    print(f"tracebacks {verdict.tracebacks}, exit status {verdict.status}")
    if verdict.tracebacks:
        print("Traceback" + verdict.log.partition("Traceback")[2][:3000])
    print(f"{sum(verdict.done.values())} in {time.monotonic() - made:.0f} s, made in {made - began:.0f} s")
    sys.exit(0 if verdict.clean else 1)


if __name__ == "__main__":
    main()
