"""Tests of what is remembered, and for how long: the same in memory, in a file, and in a Valkey."""

from __future__ import annotations

import asyncio
import itertools
import sqlite3
import stat
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import SecretStr

from bot.faces.telegram.delivery import Sent
from bot.faces.telegram.memory import Answered, Memory
from bot.faces.telegram.state.model import SECONDS, SECONDS_A_YEAR, InMemory, Kept, Key, State, StateError
from bot.faces.telegram.state.packed import pack, unpack
from bot.faces.telegram.state.sqlite import InSqlite
from bot.faces.telegram.state.steady import LEFT_ALONE, Steady
from bot.faces.telegram.state.valkey import InValkey, connect
from bot.question.conversation import REMEMBERED, Conversation, Turn
from bot.question.model import HelpQuestion, SubjectQuestion, TallyQuestion
from bot.resolution import Vote
from bot.talk import Talk
from tests.valkey import BINARY, MISSING, Valkey, valkey

TALK = Talk(Conversation((Turn(HelpQuestion()), Turn(TallyQuestion(votes=frozenset({Vote.NO})), ("OP3",)))), "zh-Hant")
ANSWER = Answered(2, TALK, (Sent(11, 1), Sent(12, 2)))
PLACES = ("memory", "file", pytest.param("valkey", marks=pytest.mark.skipif(not BINARY, reason=MISSING)))
bots = itertools.count(1)


class Clock:
    """Shows the time that it was set to."""

    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Valkey]:
    with valkey(tmp_path_factory.mktemp("valkey")) as running:
        yield running


@pytest.fixture(params=PLACES)
async def state(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[State]:
    """Each place in turn, with nothing in it."""
    if request.param == "memory":
        found: State = InMemory()
    elif request.param == "file":
        found = InSqlite(tmp_path / "state")
    else:
        found = InValkey(connect(SecretStr(request.getfixturevalue("server").url)), next(bots))
    yield found
    await found.close()


@pytest.fixture
def memory(state: State) -> Memory:
    return Memory(state)


# --- wherever it is kept ---------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["zh-Hans", "zh-Hant", "en"])
async def test_a_new_conversation_is_empty_and_in_the_language_given(memory: Memory, language: str) -> None:
    assert await memory.talk((1, 2), language) == Talk(Conversation(), language)


async def test_a_conversation_is_found_again_as_it_was(memory: Memory) -> None:
    await memory.keep((1, 2), TALK)
    assert await memory.talk((1, 2), "en") == TALK


@pytest.mark.parametrize("other", [(1, 3), (3, 2), (2, 1)])
async def test_each_person_in_each_chat_has_a_conversation(memory: Memory, other: tuple[int, int]) -> None:
    await memory.keep((1, 2), TALK)
    assert await memory.talk(other, "en") == Talk(language="en")


async def test_answers_and_for_whom_they_are(memory: Memory) -> None:
    assert (await memory.answer(1, 10), await memory.asker(1, 12)) == (None, None)
    await memory.answered(1, 10, ANSWER)
    await memory.owned(1, [Sent(13)], 5)
    assert await memory.answer(1, 10) == ANSWER
    assert [await memory.asker(1, sent) for sent in (11, 12, 13, 14)] == [2, 2, 5, None]


async def test_the_same_is_reported_once(memory: Memory) -> None:
    assert [await memory.reports(1, 2, user) for user in (3, 3, 4)] == [True, False, True]


async def test_a_chosen_language_stays_until_it_is_taken_back(memory: Memory) -> None:
    await memory.choose(2, "en")
    assert await memory.talk((1, 2), "zh-Hans") == Talk(language="en", fixed=True)
    assert await memory.talk((1, 3), "zh-Hans") == Talk(language="zh-Hans")
    assert (await memory.chosen(2, TALK)).language == "en"
    await memory.choose(2, None)
    assert await memory.talk((1, 2), "zh-Hans") == Talk(language="zh-Hans")


async def test_what_is_forgotten_is_gone(state: State) -> None:
    await state.put({Key(Kept.PICTURE, "a"): b"1", Key(Kept.PICTURE, "b"): b"2"})
    await state.put({Key(Kept.PICTURE, "a"): None, Key(Kept.PICTURE, "c"): None})
    assert await state.get([Key(Kept.PICTURE, name) for name in "abc"]) == [None, b"2", None]


async def test_bytes_that_are_no_conversation_are_no_conversation(memory: Memory) -> None:
    await memory.state.put({Key(Kept.TALK, "1:2"): b"\xc1?", Key(Kept.LANGUAGE, "2"): pack(5)})
    assert await memory.talk((1, 2), "en") == Talk(language="en")


# --- for how long ----------------------------------------------------------------------------------


@pytest.fixture(params=["memory", "file"])
async def timed(request: pytest.FixtureRequest, clock: Clock, tmp_path: Path) -> AsyncIterator[Memory]:
    found: State = InMemory(clock) if request.param == "memory" else InSqlite(tmp_path / "state", clock)
    yield Memory(found, clock)
    await found.close()


@pytest.mark.parametrize(
    ("later", "kept"), [(0.0, True), (REMEMBERED - 1, True), (REMEMBERED + 1, False), (10 * REMEMBERED, False)]
)
async def test_expiry(timed: Memory, clock: Clock, later: float, kept: bool) -> None:
    await timed.keep((1, 2), TALK)
    await timed.answered(1, 10, ANSWER)
    clock.now += later
    assert await timed.talk((1, 2), "en") == (TALK if kept else Talk(language="en"))
    assert await timed.answer(1, 10) == (ANSWER if kept else None)
    assert await timed.asker(1, 12) == (2 if kept else None)


async def test_every_message_starts_the_time_anew_and_looking_does_not(timed: Memory, clock: Clock) -> None:
    for _ in range(5):
        await timed.keep((1, 2), TALK)
        clock.now += 0.9 * REMEMBERED
        assert await timed.talk((1, 2), "en") == TALK
    clock.now += 0.2 * REMEMBERED
    assert await timed.talk((1, 2), "en") == Talk(language="en")


async def test_a_language_is_kept_for_a_year_after_it_was_used_last(timed: Memory, clock: Clock) -> None:
    await timed.choose(2, "en")
    for _ in range(3):
        clock.now += 0.9 * SECONDS_A_YEAR
        await timed.keep((1, 2), await timed.talk((1, 2), "zh-Hans"))
    assert (await timed.talk((1, 2), "zh-Hans")).fixed
    clock.now += 1.1 * SECONDS_A_YEAR
    assert await timed.talk((1, 2), "zh-Hans") == Talk(language="zh-Hans")


@pytest.mark.skipif(not BINARY, reason=MISSING)
async def test_a_valkey_is_told_how_long(server: Valkey) -> None:
    client = connect(SecretStr(server.url))
    bot = next(bots)
    state = InValkey(client, bot)
    await state.put({Key(kind, "1"): b"x" for kind in Kept})
    left = {kind: await client.ttl(f"resolution-bot:{bot}:{kind}:1") for kind in Kept}
    assert all(SECONDS[kind] - 60 < left[kind] <= SECONDS[kind] for kind in Kept)
    await state.close()


async def test_the_one_silent_for_longest_goes_first(clock: Clock) -> None:
    memory = Memory(InMemory(clock, dict.fromkeys(Kept, 3)), clock)
    for user in (1, 2, 3, 1, 4):
        await memory.keep((9, user), TALK)
    assert [user for user in (1, 2, 3, 4) if await memory.talk((9, user), "en") == TALK] == [1, 3, 4]


async def test_it_is_counted_how_many_conversations_go_on(timed: Memory, clock: Clock) -> None:
    for user in (1, 2, 2, 3):
        await timed.keep((9, user), TALK)
    assert timed.conversations == 3
    clock.now += REMEMBERED + 1
    assert timed.conversations == 0


# --- in a file -------------------------------------------------------------------------------------


async def test_a_file_outlives_its_program_and_is_its_owners_alone(tmp_path: Path) -> None:
    path = tmp_path / "state"
    before = InSqlite(path)
    await Memory(before).keep((1, 2), TALK)
    await before.close()
    after = InSqlite(path)
    assert await Memory(after).talk((1, 2), "en") == TALK
    await after.close()
    assert stat.S_IMODE(path.stat().st_mode) == 0o600


async def test_what_is_over_is_not_in_the_file_any_more(tmp_path: Path, clock: Clock) -> None:
    path = tmp_path / "state"
    state = InSqlite(path, clock)
    await state.put({Key(Kept.TALK, "1:2"): b"a word nobody else says"})
    clock.now += REMEMBERED + 100
    await state.put({Key(Kept.TALK, "3:4"): b"another"})
    await state.close()
    assert not any(b"nobody else says" in each.read_bytes() for each in tmp_path.iterdir())


@pytest.mark.parametrize(
    "content", [b"no database at all, but long enough to be one" * 30, None], ids=["a text", "a folder"]
)
def test_what_is_no_file_of_ours_is_refused_at_once(tmp_path: Path, content: bytes | None) -> None:
    path = tmp_path / "state"
    path.mkdir() if content is None else path.write_bytes(content)
    with pytest.raises(StateError, match=r"database|directory"):
        InSqlite(path)


async def test_a_file_that_another_program_holds_is_done_without(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    path, clock = tmp_path / "state", Clock()
    inner = InSqlite(path)
    state = Steady(inner, clock)
    inner._file.execute("pragma busy_timeout = 10")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("begin exclusive")
    await state.put({Key(Kept.TALK, "1"): b"x"})
    other.execute("rollback")
    assert caplog.text.count("can't be reached (OperationalError)") == 1
    clock.now += LEFT_ALONE
    await state.put({Key(Kept.TALK, "1"): b"y"})
    assert await state.get([Key(Kept.TALK, "1")]) == [b"y"]
    other.close()
    await state.close()


# --- in a Valkey -----------------------------------------------------------------------------------


@pytest.mark.skipif(not BINARY, reason=MISSING)
async def test_a_valkey_that_is_killed_is_done_without_and_found_again(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    clock = Clock()
    with valkey(tmp_path) as own:
        state = Steady(InValkey(connect(SecretStr(own.url)), 1), clock)
        memory = Memory(state)
        await memory.keep((1, 2), TALK)
        own.kill()
        for _ in range(50):
            assert await memory.talk((1, 2), "en") == Talk(language="en")
            await memory.keep((1, 3), TALK)
        # Tried once, and left alone for a while: fifty messages are not held up.
        assert caplog.text.count("can't be reached") == 1
        clock.now += LEFT_ALONE
        own.start()
        assert await memory.talk((1, 2), "en") == TALK
        await state.close()


@pytest.mark.skipif(not BINARY, reason=MISSING)
async def test_many_at_once(server: Valkey) -> None:
    """More than there are connections: each waits for one, and none is refused."""
    state = InValkey(connect(SecretStr(server.url)), next(bots))
    keys = [Key(Kept.TALK, str(n)) for n in range(300)]
    await asyncio.gather(*(state.put({key: key.ident.encode()}) for key in keys))
    found = await asyncio.gather(*(state.get([key]) for key in keys))
    assert [value for (value,) in found] == [key.ident.encode() for key in keys]
    await state.close()


# --- as bytes --------------------------------------------------------------------------------------


@settings(max_examples=200)
@given(st.from_type(Talk))
def test_every_question_there_can_be_comes_back_as_it_was(talk: Talk) -> None:
    assert unpack(Talk, pack(talk)) == talk


@pytest.mark.parametrize("words", ["\ud83c", "9" * 40, "", "\x00"])
def test_whatever_somebody_writes_can_be_kept(words: str) -> None:
    talk = Talk(Conversation((Turn(SubjectQuestion(words)), Turn(HelpQuestion()))))
    assert unpack(Talk, pack(talk)) is not None


def test_numbers_of_any_length() -> None:
    assert unpack(int, pack(10**40)) == 10**40


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"TallyQuestion", b"TallyQuery"),
        (b"unanimous", b"undisputed"),
        (b'"zh-Hant"', b"7"),
        (b'"no"', b'"nay"'),
        (b"[", b"{"),
    ],
)
def test_what_another_version_packed_is_dropped(old: bytes, new: bytes) -> None:
    assert old in pack(TALK)
    assert unpack(Talk, pack(TALK).replace(old, new)) is None


def test_a_type_that_is_not_what_was_packed_gets_nothing() -> None:
    assert unpack(Answered, pack(TALK)) is None
    assert unpack(int, pack("5")) is None
    assert unpack(Talk, None) is None
