"""The labelled questions through Telegram: what arrives is what `ask` says, so that it scores the same.

    python -m tests.bench.through_telegram [FILES...]

The turns of every row are sent to the bot in a process of its own, against the strict server: each conversation in a
private chat of its own, the chats side by side, the turns of a conversation one after the other. What the messages of
the last reply say has to be what `Speaker.answer` says, without the messages to send, which Telegram has as buttons.
Where it is, the row counts as its result through `ask`; where it is not, as wrong.
Exit status 1 unless both scores are equal.
"""

from __future__ import annotations

import argparse
import itertools
import json
import sys
import time
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from bot.corpus.loading import load
from bot.faces.json import line
from bot.settings import content_folder
from bot.talk import Speaker, Spoken
from bot.wording.pieces import Style
from tests.bench.soak import running
from tests.botapi import BotApi
from tests.botapi.record import MESSAGE_METHODS
from tests.questions_scorer import right

FILES = sorted((Path(__file__).parents[1] / "questions").glob("*.jsonl"))
GAP = "\n\n"
FIRST_CHAT = 5_000_001
MARK = "/delete"
"""A command that gets a sentence of its own and leaves the conversation as it was: all before its reply is of the turn
before it."""
STALL = 60.0
"""Seconds without a reply after which what is missing counts as unanswered."""
SHOWN = 10
"""How many of the replies that differ are printed."""

Row = dict[str, Any]


def rows_of(files: Iterable[Path]) -> list[Row]:
    """The labelled rows of these files."""
    return [
        json.loads(text) for path in files for text in path.read_text(encoding="utf-8").splitlines() if text.strip()
    ]


def expected(spoken: Spoken) -> str:
    """The plain text of a reply without the messages to send."""
    blocks = ("".join(piece.text for piece in block if piece.style is not Style.EXAMPLE) for block in spoken.reply)
    return GAP.join(block.strip() for block in blocks if block.strip())


def replies(server: BotApi, talks: Mapping[int, Sequence[str]], marks: Iterable[str]) -> dict[int, str]:
    """What the last reply of each conversation says, by its chat; a turn is sent when the one before it is answered.

    marks: what the reply to MARK can be. A chat without a reply is left out.
    """
    ends = frozenset(marks)
    for chat in talks:
        server.user(chat, language_code="zh-hans")
    last: dict[int, str] = {}
    for turn in range(max(map(len, talks.values()))):
        asked = {chat: turns[turn] for chat, turns in talks.items() if turn < len(turns)}
        for chat in asked:
            last.pop(chat, None)
        last |= _round(server, asked, ends)
    return last


def _round(server: BotApi, asked: Mapping[int, str], ends: frozenset[str]) -> dict[int, str]:
    """The replies to one message in each of these chats."""
    seen = len(server.sent)
    with server.record.lock:
        for chat, text in asked.items():
            server.say(text, chat=chat)
            server.say(MARK, chat=chat)
    said: dict[int, list[str]] = {chat: [] for chat in asked}
    done: dict[int, str] = {}
    heard = time.monotonic()
    while len(done) < len(asked) and time.monotonic() - heard < STALL:
        time.sleep(0.01)
        with server.record.lock:
            calls = list(itertools.islice(server.record.sent, seen, None))
        if calls:
            seen, heard = seen + len(calls), time.monotonic()
        for call in calls:
            if call.method not in MESSAGE_METHODS or call.chat_id not in said:
                continue
            if call.text in ends:
                done[call.chat_id] = GAP.join(said[call.chat_id])
            else:
                said[call.chat_id].append(call.text)
    return {chat: text for chat, text in done.items() if said[chat]}


def marks_of(speaker: Speaker) -> list[str]:
    """What the reply to MARK is, in every language."""
    return [wording("telegram.delete_what") for wording in speaker.wordings.values()]


def main() -> None:
    """Print how many replies are the same, both scores, the refused calls and the seconds."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("files", nargs="*", type=Path, default=FILES, metavar="FILE")
    rows = rows_of(parser.parse_args().files)
    speaker = Speaker(load(content_folder()))
    spoken = [speaker.answer(row["turns"]) for row in rows]
    good = [right(json.loads(line(answer)), row) for answer, row in zip(spoken, rows, strict=True)]
    server = BotApi()
    with server.in_thread(), running(server) as bot:
        began = time.monotonic()
        arrived = replies(server, {FIRST_CHAT + at: row["turns"] for at, row in enumerate(rows)}, marks_of(speaker))
        seconds = time.monotonic() - began
        refused = server.refused
        bot.stop()
    same = [arrived.get(FIRST_CHAT + at) == expected(answer) for at, answer in enumerate(spoken)]
    through_ask, through_telegram = sum(good), sum(g and s for g, s in zip(good, same, strict=True))
    print(f"replies that are the same  {sum(same)} of {len(rows)}")
    print(f"right through ask          {through_ask} of {len(rows)}, {through_ask / len(rows):.4f}")
    print(f"right through Telegram     {through_telegram} of {len(rows)}, {through_telegram / len(rows):.4f}")
    print(f"refused calls              {len(refused)}")
    print(f"seconds                    {seconds:.1f}")
    for at in [at for at, s in enumerate(same) if not s][:SHOWN]:
        print(
            f"{rows[at]['id']} {rows[at]['turns']}\n  ask      {expected(spoken[at])!r}\n  Telegram "
            f"{arrived.get(FIRST_CHAT + at)!r}"
        )
    sys.exit(0 if through_ask == through_telegram else 1)


if __name__ == "__main__":
    main()
