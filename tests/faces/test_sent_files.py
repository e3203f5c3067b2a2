"""Tests of documents that people send: what is read, what is asked about them, and what is refused, each in one
sentence."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from bot.errors import Fault
from bot.faces.telegram.files import MEGABYTES
from bot.talk import Speaker
from tests.botapi import BotApi, Call
from tests.faces.served import CLAUSE_5, Served, ids, serving
from tests.importing.hostile import circle_of_forms
from tests.importing.makers import ENGLISH as AS_ISSUED
from tests.importing.makers import encrypted_pdf, make_docx, make_pdf, picture_pdf
from tests.importing.texts import ENGLISH

NOTE = "From {name}, a file sent to this chat and not checked by anybody:"
TEXT = ENGLISH.encode()
FILES = {
    "lantern.txt": TEXT,
    "lantern.docx": make_docx(ENGLISH, AS_ISSUED),
    "lantern.pdf": make_pdf(ENGLISH, AS_ISSUED),
    "LANTERN.TXT": TEXT,
}
LETTER = b"Dear all,\n\nplease find the minutes attached.\n"
FIRST = next(line for line in ENGLISH.splitlines() if line.strip().startswith("1. ")).strip().removeprefix("1. ")[:40]
"""How its first operative paragraph begins."""


def send(
    api: BotApi, name: str, data: bytes, chat: int, caption: str = "", size: int | None = None, **more: object
) -> None:
    """Somebody sends a file."""
    stored = api.core.world.keep_file("document", name, "application/octet-stream", data, None)
    document = {
        "file_id": stored.file_id,
        "file_unique_id": "u",
        "file_name": name,
        "file_size": len(data) if size is None else size,
    }
    extra: dict[str, object] = {"document": document, **({"caption": caption} if caption else {})}
    api.say(None, chat=chat, extra=extra, **more)


def replies(served: Served, chat: int, since: int) -> list[Call]:
    """What was sent to a chat, until the reply to a command that was sent after it."""
    found = served.calls(chat, "/about")
    sent = [call for call in served.server.sent[since:] if call.chat_id == chat and call.method == "sendMessage"]
    return list(sent[: sent.index(found[-1])])


def sent(served: Served, name: str, data: bytes, chat: int, caption: str = "", **more: int) -> list[Call]:
    """What is replied to a file."""
    since = len(served.server.sent)
    send(served.server, name, data, chat, caption, **more)
    return replies(served, chat, since)


@pytest.mark.parametrize("name", FILES)
def test_a_document_is_read_and_asked_about(served: Served, me: int, name: str) -> None:
    outline, ask = sent(served, name, FILES[name], me)
    assert outline.text.startswith(NOTE.format(name=name))
    assert "30 minutes" in ask.text
    said = served.server.exchange("paragraph 1", chat=me)
    assert said.text.startswith(NOTE.format(name=name))
    assert FIRST in said.text
    assert served.rows(said) == []


def test_a_caption_is_a_question(served: Served, me: int) -> None:
    (said,) = sent(served, "lantern.txt", TEXT, me, "What does paragraph 1 say?")
    assert said.text.startswith(NOTE.format(name="lantern.txt"))
    assert FIRST in said.text


def test_a_conversation_about_a_file_goes_on_by_itself(served: Served, me: int) -> None:
    served.server.exchange("第4段", chat=me)
    sent(served, "lantern.txt", TEXT, me)
    assert FIRST in served.server.exchange("/para 1", chat=me).text
    following = served.server.exchange("next paragraph", chat=me).text
    assert following.startswith(NOTE.format(name="lantern.txt"))
    assert CLAUSE_5 not in following


def test_another_document_that_is_named_is_answered_from_itself(served: Served, me: int) -> None:
    sent(served, "lantern.txt", TEXT, me)
    said = served.server.exchange("A/HRC/RES/56/4 第5段", chat=me).text
    assert CLAUSE_5 in said
    assert "lantern" not in said


def test_a_document_that_is_chosen_takes_its_place(served: Served, me: int) -> None:
    sent(served, "lantern.txt", TEXT, me)
    served.server.exchange("/use 56/4", chat=me)
    assert CLAUSE_5 in served.server.exchange("第5段", chat=me).text


def test_a_file_is_its_chats_alone(served: Served, me: int, you: int) -> None:
    sent(served, "lantern.txt", TEXT, me)
    assert CLAUSE_5 in served.server.exchange("第5段", chat=you).text


REFUSED = (
    ("letter.txt", LETTER, "I could not read this file as a United Nations resolution or decision."),
    ("empty.txt", b" ", "There is no text in this file."),
    (
        "broken.docx",
        b"PK\x03\x04 nothing",
        "This file is damaged or incomplete; please send it again, or another copy of it.",
    ),
    (
        "cut.pdf",
        FILES["lantern.pdf"][:3000],
        "This file is damaged or incomplete; please send it again, or another copy of it.",
    ),
    ("renamed.docx", b"{\\rtf1 hello}", "Whatever its name says, this file is not a .pdf, a .docx or plain text."),
    (
        "scan.pdf",
        picture_pdf(),
        "Pages of this file are pictures, or their text cannot be read; please send a file whose text can be selected.",
    ),
    ("locked.pdf", encrypted_pdf(), "This file is locked with a password; please send it without one."),
    ("long.txt", b"lantern " * 400_000, "This file is longer than any resolution or decision."),
    ("circle.pdf", circle_of_forms(), "There is no text in this file."),
    ("sheet.xlsx", b"PK\x03\x04", "I can read documents in .pdf, .docx and .txt only."),
    ("no-kind", TEXT, "I can read documents in .pdf, .docx and .txt only."),
)


@pytest.mark.parametrize(("name", "data", "says"), REFUSED, ids=[row[0] for row in REFUSED])
def test_what_is_not_read_is_one_sentence(served: Served, me: int, name: str, data: bytes, says: str) -> None:
    assert [call.text for call in sent(served, name, data, me)] == [says]
    assert CLAUSE_5 in served.server.exchange("第5段", chat=me).text
    assert "Traceback" not in served.stderr


@pytest.mark.parametrize(
    ("language", "name", "data", "says"),
    [
        ("zh-hans", "letter.txt", LETTER, "这个文件读不出联合国的决议或决定。"),
        ("zh-hant", "letter.txt", LETTER, "這個檔案讀不出聯合國的決議或決定。"),
        ("zh-hans", "locked.pdf", encrypted_pdf(), "这个文件有密码保护，请发送没有密码的文件。"),
    ],
)
def test_a_refusal_is_in_the_askers_language(
    served: Served, me: int, language: str, name: str, data: bytes, says: str
) -> None:
    served.server.user(me, language_code=language)
    assert [call.text for call in sent(served, name, data, me)] == [says]


def test_every_fault_of_a_file_has_a_sentence_in_every_language(speaker: Speaker) -> None:
    for wording in speaker.wordings.values():
        said = {wording(f"telegram.file_{fault}") for fault in (*Fault, "refused")}
        assert len(said) == len(Fault) + 1


def test_a_file_that_is_too_large_is_not_fetched(served: Served, me: int) -> None:
    before = served.server.counts.get("getFile", 0)
    (said,) = sent(served, "large.pdf", b"%PDF", me, size=MEGABYTES * 1_000_000 + 1)
    assert said.text == f"This file is too large: I can read up to {MEGABYTES} MB."
    assert served.server.counts.get("getFile", 0) == before


def test_a_file_that_telegram_does_not_give(served: Served, me: int) -> None:
    served.server.fail_next(400, "file is temporarily unavailable", method="getFile")
    (said,) = sent(served, "lantern.txt", TEXT, me)
    assert said.text == "This file could not be fetched from Telegram; please send it again."


def test_in_groups_files_are_nobodys_business(served: Served, group: int) -> None:
    since = len(served.server.sent)
    send(served.server, "lantern.txt", TEXT, group, "@resolution_bot paragraph 1", user=next(ids))
    assert served.silent(group, "hello all")
    assert [call for call in served.server.sent[since:] if call.chat_id == group and "lantern" in call.text] == []


@pytest.fixture(scope="module")
def otherwise(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A bot that reads files in groups, too."""
    folder = tmp_path_factory.mktemp("files")
    with BotApi().in_thread() as api, serving(folder / "stderr", api, BOT_FILES="groups", BOT_MAX_RATE="0") as running:
        yield running
        assert running.stop() == 0
        assert "Traceback" not in running.stderr


def test_in_groups_where_that_is_wanted_and_the_bot_is_addressed(otherwise: Served) -> None:
    api, who = otherwise.server, next(ids)
    group = api.chat(-1_000_000_000_000 - next(ids), type="supergroup", title="Hall").id
    api.user(who, language_code="en")
    send(api, "lantern.txt", TEXT, group, "our draft", user=who)
    since = len(api.sent)
    mention = {"type": "mention", "offset": 0, "length": len("@resolution_bot")}
    stored = api.core.world.keep_file("document", "lantern.txt", "text/plain", TEXT, None)
    document = {"file_id": stored.file_id, "file_unique_id": "u", "file_name": "lantern.txt", "file_size": len(TEXT)}
    extra = {"document": document, "caption": "@resolution_bot paragraph 1", "caption_entities": [mention]}
    api.say(None, chat=group, user=who, extra=extra)
    said = api.wait_for(lambda call: call.chat_id == group and call.method == "sendMessage", since=since)
    assert said.text.startswith(NOTE.format(name="lantern.txt"))
    assert FIRST in said.text
