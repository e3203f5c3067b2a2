"""Tests of bot.question.commands: what each command asks, with arguments of its kind, of another kind, and without
any."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.answer.answers import respond
from bot.corpus.library import Library
from bot.language.dates import Period
from bot.language.selection import Selection
from bot.question.commands import Command, asked_by
from bot.question.conversation import Conversation
from bot.question.model import (
    ClarifyQuestion,
    DocumentQuestion,
    HelpQuestion,
    ParagraphQuestion,
    Question,
    Refusal,
    Refused,
    RollQuestion,
    SubjectQuestion,
    TallyQuestion,
    Topic,
    Unclear,
    VoteQuestion,
)
from bot.question.record import Among, ListQuestion
from bot.question.sets import EVERYONE, Members, These, less
from bot.question.understand import understand
from bot.question.where import ByNumber, by_number
from bot.resolution import Part, Vote

YES, NO, ABSTAIN = frozenset({Vote.YES}), frozenset({Vote.NO}), frozenset({Vote.ABSTAIN})

ASKED: tuple[tuple[Command, str, Question], ...] = (
    # command, arguments, what it asks
    (Command.START, "", HelpQuestion(Topic.HELLO)),
    (Command.START, "第5段", HelpQuestion(Topic.HELLO)),  # a link to the bot can carry anything behind /start
    (Command.HELP, "", HelpQuestion(Topic.HELLO)),
    (Command.HELP, "第5段", ParagraphQuestion(ByNumber((Selection(5, 5),)))),
    (Command.HELP, "谁反对", RollQuestion(NO)),
    (Command.ABOUT, "", HelpQuestion(Topic.ABOUT)),
    (Command.ABOUT, "第5段", HelpQuestion(Topic.ABOUT)),
    (Command.PRIVACY, "", HelpQuestion(Topic.PRIVACY)),
    (Command.PRIVACY, "第5段", HelpQuestion(Topic.PRIVACY)),
    # /docs and /use: of the resolutions there are
    (Command.DOCS, "", ListQuestion()),
    (Command.DOCS, "2024", ListQuestion(Among((Period.of(2024),)))),
    (Command.DOCS, "团结", ListQuestion(Among(words="团结"))),
    (Command.USE, "", ListQuestion()),
    (Command.USE, "56/4", DocumentQuestion(full=False)),
    (Command.USE, "99/9", Refusal(Refused.OTHER_DOCUMENT, "99/9")),
    # /para: by number, by subject, or an outline to choose from
    (Command.PARA, "", DocumentQuestion(full=False)),
    (Command.PARA, "12", ParagraphQuestion(ByNumber((Selection(12, 12),)))),
    (Command.PARA, "第十二段", ParagraphQuestion(ByNumber((Selection(12, 12),)))),
    (Command.PARA, "PP3", ParagraphQuestion(ByNumber((Selection(3, 3, Part.PREAMBLE),)))),
    (Command.PARA, "3-6", ParagraphQuestion(ByNumber((Selection(3, 6),)))),
    (Command.PARA, "3 5", ParagraphQuestion(ByNumber((Selection(3, 3), Selection(5, 5))))),
    (Command.PARA, "第3到6段，除了第5段", ParagraphQuestion(by_number((Selection(3, 6),), (Selection(5, 5),)))),
    (Command.PARA, "最后一段", ParagraphQuestion(ByNumber((Selection(-1, -1),)))),
    (Command.PARA, "99", ParagraphQuestion(ByNumber((Selection(99, 99),)))),
    (Command.PARA, "南南合作", SubjectQuestion("南南合作", in_document=True)),
    (Command.PARA, "climate change", SubjectQuestion("climate change", in_document=True)),
    # /vote: of a state, of a group, or the whole record
    (Command.VOTE, "", RollQuestion()),
    (Command.VOTE, "中国", VoteQuestion(("CHN",))),
    (Command.VOTE, "France Germany", VoteQuestion(("FRA", "DEU"))),
    (Command.VOTE, "JPN", VoteQuestion(("JPN",))),
    (Command.VOTE, "🇯🇵", VoteQuestion(("JPN",))),
    (Command.VOTE, "英国", VoteQuestion(("GBR",))),  # not a voter: that is for the answer to say
    (Command.VOTE, "中美", VoteQuestion(("CHN", "USA"))),
    (Command.VOTE, "Argentna", VoteQuestion(("ARG",), guessed=(("argentna", "ARG"),))),
    (Command.VOTE, "Congo", ClarifyQuestion(Unclear.WHICH_STATE, ("COD", "COG"))),
    (Command.VOTE, "欧盟", RollQuestion(who=Members("european_union"))),
    (Command.VOTE, "非洲 弃权", RollQuestion(ABSTAIN, Members("african_group"))),
    # /tally has nothing to be asked more closely
    (Command.TALLY, "", TallyQuestion()),
    (Command.TALLY, "中国", TallyQuestion()),
    # /roll: of a vote, of a group, or the whole record
    (Command.ROLL, "", RollQuestion()),
    (Command.ROLL, "反对", RollQuestion(NO)),
    (Command.ROLL, "against", RollQuestion(NO)),
    (Command.ROLL, "赞成 弃权", RollQuestion(YES | ABSTAIN)),
    (Command.ROLL, "欧盟", RollQuestion(who=Members("european_union"))),
    (Command.ROLL, "欧盟 反对", RollQuestion(NO, Members("european_union"))),
    # /full
    (Command.FULL, "", DocumentQuestion(full=True)),
    (Command.FULL, "第5段", DocumentQuestion(full=True)),
    # what does not suit the command is an ordinary message
    (Command.PARA, "中国怎么投的", VoteQuestion(("CHN",))),
    (Command.PARA, "谁反对", RollQuestion(NO)),
    (Command.PARA, "A/RES/78/100", Refusal(Refused.OTHER_DOCUMENT, "A/RES/78/100")),
    (Command.VOTE, "第5段", ParagraphQuestion(ByNumber((Selection(5, 5),)))),
    (Command.VOTE, "12", ParagraphQuestion(ByNumber((Selection(12, 12),)))),
    (Command.VOTE, "气候变化", SubjectQuestion("气候变化")),
    (Command.ROLL, "中国", VoteQuestion(("CHN",))),
    (Command.ROLL, "5", ParagraphQuestion(ByNumber((Selection(5, 5),)))),
    (Command.ROLL, "全文", DocumentQuestion(full=True)),
    (Command.PARA, "。", ClarifyQuestion(Unclear.EMPTY)),
    (Command.VOTE, "。", ClarifyQuestion(Unclear.EMPTY)),
    (Command.HELP, "。", ClarifyQuestion(Unclear.EMPTY)),
)


@pytest.mark.parametrize(
    ("command", "arguments", "expected"), ASKED, ids=[f"{command} {arguments}" for command, arguments, _ in ASKED]
)
def test_asked_by(library: Library, command: Command, arguments: str, expected: Question) -> None:
    wanted = replace(expected, asked=arguments) if isinstance(expected, SubjectQuestion) else expected
    assert asked_by(command, arguments, Conversation(), library)[0] == wanted


def test_every_command_stands_here() -> None:
    assert {command for command, arguments, _ in ASKED if not arguments} == set(Command)
    assert {command for command, arguments, _ in ASKED if arguments} == set(Command)


def _after(question: Question, library: Library) -> Conversation:
    return respond(question, Conversation(), library)[1]


@pytest.mark.parametrize("command", Command)
def test_without_arguments_nothing_is_taken_from_the_conversation(library: Library, command: Command) -> None:
    for before in (
        VoteQuestion(("CHN",)),
        RollQuestion(NO),
        ParagraphQuestion(ByNumber((Selection(3, 3, Part.PREAMBLE),))),
        SubjectQuestion("发展权"),
    ):
        assert (
            asked_by(command, "", _after(before, library), library)[0]
            == asked_by(command, "", Conversation(), library)[0]
        )


def test_a_message_after_a_command_goes_on_from_it(library: Library) -> None:
    after = _after(asked_by(Command.PARA, "4", Conversation(), library)[0], library)
    assert understand("下一段", after, library)[0] == ParagraphQuestion(ByNumber((Selection(5, 5, Part.OPERATIVE),)))
    after = _after(asked_by(Command.ROLL, "反对", Conversation(), library)[0], library)
    assert understand("除了日本呢", after, library)[0] == RollQuestion(NO, less(EVERYONE, These(("JPN",))))


def test_a_command_goes_on_from_a_message(library: Library) -> None:
    after = _after(ParagraphQuestion(ByNumber((Selection(4, 4),))), library)
    assert asked_by(Command.PARA, "next", after, library)[0] == ParagraphQuestion(
        ByNumber((Selection(5, 5, Part.OPERATIVE),))
    )
