"""Groups of states that people name and of which nobody keeps a list: it is said that there is none, and no smaller
question is answered, nor a paragraph told."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.language.normal import normal
from bot.question.conversation import Conversation
from bot.question.model import ClarifyQuestion, RollQuestion, SubjectQuestion, TallyQuestion, Unclear, VoteQuestion
from bot.question.sets import Members
from bot.question.understand import understand
from bot.talk import reply

ASKED = (
    ("发展中国家怎么投", "发展中国家"),
    ("发达国家怎么投的", "发达国家"),
    ("全球南方国家怎么投的", "全球南方国家"),
    ("哪些全球南方国家不支持", "全球南方国家"),
    ("一带一路国家投了什么", "一带一路国家"),
    ("穷国都赞成了吗", "穷国"),
    ("富国怎么投", "富国"),
    ("第三世界國家有幾個反對", "第三世界国家"),
    ("Global South countries that did not support it", "Global South countries"),
    ("did any developing country vote against", "developing country"),
    ("how did China's allies vote?", "allies"),
    ("democracies that voted against", "democracies"),
    ("quels pays riches ont voté contre ?", "pays riches"),
    ("combien de pays en développement se sont abstenus ?", "pays en développement"),
    ("¿qué países en desarrollo votaron en contra?", "países en desarrollo"),
    ("¿cómo votó el Sur Global?", "Sur Global"),
    ("как голосовали развивающиеся страны", "развивающиеся страны"),
    ("кто из стран третьего мира был против?", "стран третьего мира"),
    ("كيف صوتت الدول النامية", "الدول النامية"),
    ("هل عارضت القوى الكبرى القرار؟", "القوى الكبرى"),
)


@pytest.mark.parametrize(("message", "part"), ASKED, ids=[row[0] for row in ASKED])
def test_there_is_no_such_list(library: Library, message: str, part: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, ClarifyQuestion) and asked.unclear is Unclear.NO_LIST
    assert normal(asked.part) == normal(part)


GOES_ON = (
    ("谁反对", "那发展中国家呢"),
    ("who voted against?", "and developing countries?"),
    ("qui a voté contre ?", "et les pays riches ?"),
    ("¿quién votó en contra?", "¿y los países en desarrollo?"),
    ("кто против?", "а развивающиеся страны?"),
    ("من صوت ضد القرار؟", "والدول النامية؟"),
)


@pytest.mark.parametrize(("first", "then"), GOES_ON, ids=[row[1] for row in GOES_ON])
def test_after_a_question_about_votes(library: Library, first: str, then: str) -> None:
    conversation = reply(first, Conversation(), library)[1]
    asked = understand(then, conversation, library)[0]
    assert isinstance(asked, ClarifyQuestion) and asked.unclear is Unclear.NO_LIST


TEXT = ("哪段说支持发展中国家", "does it mention developing countries", "发展中国家", "穷国")


@pytest.mark.parametrize("message", TEXT)
def test_a_text_may_speak_of_them(library: Library, message: str) -> None:
    assert isinstance(understand(message, Conversation(), library)[0], SubjectQuestion)


@pytest.mark.parametrize("message", ["最不发达国家怎么投的", "how did the least developed countries vote?"])
def test_of_some_there_is_one(library: Library, message: str) -> None:
    assert isinstance(understand(message, Conversation(), library)[0], RollQuestion)


NAMED = ("how many NATO allies did NOT vote no??", "智利与其邻国秘鲁投的票一样吗", "其邻国加纳投的什么")


@pytest.mark.parametrize("message", NAMED)
def test_a_name_beside_it_says_who_is_meant(library: Library, message: str) -> None:
    assert not isinstance(understand(message, Conversation(), library)[0], ClarifyQuestion)


@pytest.mark.parametrize("message", ["富国穷国的鸿沟越拉越大，决议啥态度", "富国和穷国越拉越开，这样下去撑不住"])
def test_what_says_much_besides_is_sought_in_the_text(library: Library, message: str) -> None:
    assert isinstance(understand(message, Conversation(), library)[0], SubjectQuestion)


ALONE = ("大国", "great powers", "Spanish-speaking countries", "grandes puissances", "великие державы", "القوى الكبرى")


@pytest.mark.parametrize("message", ALONE)
def test_by_themselves_they_are_none_of_which_there_is_a_list(library: Library, message: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, ClarifyQuestion) and asked.unclear is Unclear.NO_LIST


@pytest.mark.parametrize("message", ["发展中国家", "developing countries"])
def test_of_those_of_whom_the_text_speaks_a_paragraph_is_sought(library: Library, message: str) -> None:
    assert isinstance(understand(message, Conversation(), library)[0], SubjectQuestion)


@pytest.mark.parametrize(
    "message",
    [
        "هل صوتت أي دولة جبلية ضد القرار؟", "هل صوت أي بلد ساحلي ضد القرار؟",
        "¿votó en contra alguna nación volcánica?",
        "un État montagneux a-t-il voté contre ?", "голосовало ли против гористое государство?",
        "did a coastal nation vote no?",
    ],
)  # fmt: skip
def test_states_of_an_unknown_kind_are_not_all_states(library: Library, message: str) -> None:
    answered = understand(message, Conversation(), library)[0]
    assert not isinstance(answered, RollQuestion | VoteQuestion | TallyQuestion)


@pytest.mark.parametrize("message", ["هل صوتت أي دولة خليجية ضد القرار؟", "هل صوت أي بلد خليجي ضد القرار؟"])
def test_one_of_the_gulf_is_of_that_group(library: Library, message: str) -> None:
    asked = understand(message, Conversation(), library)[0]
    assert isinstance(asked, RollQuestion) and asked.who == Members("gcc")
