"""Conversations on the one resolution that goes with the program: what is corrected, doubted, or asked beside it."""

from __future__ import annotations

import pytest

from bot.answer.model import ParagraphAnswer
from bot.corpus.library import Library
from bot.language.refusals import Refused
from bot.question.conversation import Conversation
from bot.question.model import (
    ClarifyQuestion,
    Fact,
    FactQuestion,
    HelpQuestion,
    Question,
    Refusal,
    RollQuestion,
    Several,
    SubjectQuestion,
    Topic,
    Unclear,
    VoteQuestion,
)
from bot.question.sets import EVERYONE, Measure, Members, These, less
from bot.question.understand import understand
from bot.resolution import Vote
from bot.talk import reply

YES, NO, ABSTAIN = frozenset({Vote.YES}), frozenset({Vote.NO}), frozenset({Vote.ABSTAIN})
AFRICA, ASIA, EU, LATIN = "african_group", "asia_pacific_group", "european_union", "grulac"


def last(library: Library, turns: tuple[str, ...]) -> Question:
    """The question that the last of some messages asks."""
    conversation = Conversation()
    for message in turns[:-1]:
        conversation = reply(message, conversation, library)[1]
    return understand(turns[-1], conversation, library)[0]


CORRECTED = (
    # no, and what was meant
    (("谁弃权了", "不，谁赞成"), RollQuestion(YES)),
    (("誰反對", "不不，誰棄權"), RollQuestion(ABSTAIN)),
    (("Who was in favour?", "No. Who was against?"), RollQuestion(NO)),
    (("Qui est contre ?", "Non ! Qui s'est abstenu ?"), RollQuestion(ABSTAIN)),
    (("Кто за?", "Нет! Кто воздержался?"), RollQuestion(ABSTAIN)),
    (("من أيد القرار؟", "لا! من عارضه؟"), RollQuestion(NO)),
    (("Who was in favour?", "I meant against, not in favour"), RollQuestion(NO)),
    # one group, and not the other
    (("非洲组怎么投的", "我要拉美组，不是非洲组"), RollQuestion(who=Members(LATIN))),
    (("How did the Asian group vote?", "I said African, not Asian"), RollQuestion(who=Members(AFRICA))),
    (("How did the EU vote?", "not the EU but the African Group"), RollQuestion(who=Members(AFRICA))),
    (("Comment a voté le groupe asiatique ?", "non, le groupe africain, pas l'asiatique"),
     RollQuestion(who=Members(AFRICA))),
    (("¿Cómo votó el grupo asiático?", "no el asiático, sino el africano"), RollQuestion(who=Members(AFRICA))),
    (("Как голосовала Азиатская группа?", "не Азиатская группа, а Африканская"), RollQuestion(who=Members(AFRICA))),
    (("كيف صوتت المجموعة الآسيوية؟", "لا، المجموعة الأفريقية وليس الآسيوية"), RollQuestion(who=Members(AFRICA))),
    # a question of both is none
    (("How did the African Group vote?", "and the EU but not the African Group?"),
     RollQuestion(who=less(Members(EU), Members(AFRICA)))),
    # less some
    (("who was in favour?", "except Brazil?"), RollQuestion(YES, less(EVERYONE, These(("BRA",))))),
    (("谁反对", "不算欧盟呢"), RollQuestion(NO, less(EVERYONE, Members(EU)))),
)  # fmt: skip

GOES_ON = (
    (("谁弃权了", "还有谁"), RollQuestion(ABSTAIN)),
    (("Who voted against?", "who else?"), RollQuestion(NO)),
    (("Кто был за?", "кто еще?"), RollQuestion(YES)),
    (("非洲组谁弃权了", "还有谁"), RollQuestion(ABSTAIN, less(EVERYONE, Members(AFRICA)))),
    (("Who abstained?", "and when?"), FactQuestion((Fact.ADOPTED,))),
    (("谁弃权了", "什么时候"), FactQuestion((Fact.ADOPTED,))),
    (("法国和德国投得一样吗", "那和日本呢"), VoteQuestion(("FRA", "DEU", "JPN"), Measure.SAME)),
    (("Did France and Germany vote alike?", "and with Japan?"), VoteQuestion(("FRA", "DEU", "JPN"), Measure.SAME)),
    (("La France et l'Allemagne ont-elles voté pareil ?", "et avec le Japon ?"),
     VoteQuestion(("FRA", "DEU", "JPN"), Measure.SAME)),
    (("法国和德国投得一样吗", "日本呢"), VoteQuestion(("JPN",))),
)  # fmt: skip

SURE = (
    "are you certain?", "really sure?", "vous êtes sûr ?", "tu es sûre ?", "¿está seguro?", "вы уверены?", "точно?",
    "متأكد؟", "你肯定？", "没看错吧",
)  # fmt: skip

WRONG = (
    "that can't be right", "you are useless", "ce n'est pas vrai", "t'es nul", "no es verdad", "это неправда",
    "вы ошибаетесь", "أنت غبي", "怎么可能", "胡说",
)  # fmt: skip

OF_SELF = (
    "我是记者", "你好，我是大学的学生", "I'm a diplomat", "Hello, I am a reporter from Reuters",
    "Bonjour, je suis avocate", "Hola, soy investigadora", "Здравствуйте, я дипломат", "مرحبا، أنا صحفي",
)  # fmt: skip


@pytest.mark.parametrize(("turns", "meant"), [*CORRECTED, *GOES_ON], ids=lambda x: x[-1] if type(x) is tuple else "")
def test_what_the_last_message_asks(library: Library, turns: tuple[str, ...], meant: Question) -> None:
    assert last(library, turns) == meant


@pytest.mark.parametrize("doubt", SURE)
def test_a_doubt_is_answered_with_the_same_again(library: Library, doubt: str) -> None:
    assert last(library, ("How did Cuba vote?", doubt)) == VoteQuestion(("CUB",))


@pytest.mark.parametrize("said", WRONG)
def test_that_it_is_wrong_is_no_subject(library: Library, said: str) -> None:
    question = last(library, ("How did Cuba vote?", said))
    assert isinstance(question, ClarifyQuestion) and question.unclear is Unclear.WRONG


@pytest.mark.parametrize("said", OF_SELF)
def test_whoever_only_says_who_it_is_is_greeted(library: Library, said: str) -> None:
    assert last(library, (said,)) == HelpQuestion(Topic.HELLO)


@pytest.mark.parametrize(
    "message",
    [
        "I am a lawyer from Lyon and I want to know who abstained",
        "I'm a student at Geneva. Who abstained?",
        "Je suis journaliste, qui s'est abstenu ?",
        "我是老师，谁弃权了",
    ],
)
def test_what_is_asked_behind_it_is_answered(library: Library, message: str) -> None:
    assert last(library, (message,)) == RollQuestion(ABSTAIN)


# --- several questions in one message --------------------------------------------------------------

LISTED = (
    "帮我查两件事：第一，谁弃权了；第二，古巴怎么投的",
    "第一，谁弃权了？第二，古巴怎么投的？",
    "首先，谁弃权了；其次，古巴怎么投的",
    "两个问题：1）谁弃权了 2）古巴怎么投的",
    "Two questions: first, who abstained; second, how did Cuba vote?",
    "First, who abstained? Second, how did Cuba vote?",
    "Deux questions : premièrement, qui s'est abstenu ? Deuxièmement, comment a voté Cuba ?",
    "J'ai deux questions : qui s'est abstenu ? comment a voté Cuba ?",
    "Tengo dos preguntas: primero, ¿quién se abstuvo?; segundo, ¿cómo votó Cuba?",
    "Два вопроса: во-первых, кто воздержался? Во-вторых, как голосовала Куба?",
    "У меня два вопроса: кто воздержался? как голосовала Куба?",
    "سؤالان: أولاً، من امتنع عن التصويت؟ ثانياً، كيف صوتت كوبا؟",
)


@pytest.mark.parametrize("message", LISTED)
def test_what_counts_questions_names_no_paragraph_and_drops_none(library: Library, message: str) -> None:
    assert last(library, (message,)) == Several((RollQuestion(ABSTAIN), VoteQuestion(("CUB",))))


@pytest.mark.parametrize("message", ["第一、第三段", "First, third paragraphs", "первый, третий пункты"])
def test_ordinals_of_paragraphs_stay(library: Library, message: str) -> None:
    answer, _ = reply(message, Conversation(), library)
    assert isinstance(answer, ParagraphAnswer) and [p.id for p in answer.paragraphs] == ["OP1", "OP3"]


@pytest.mark.parametrize(
    "message", ["紫色大象：谁弃权了？古巴怎么投的？", "Blue elephants: who abstained? How did Cuba vote?"]
)
def test_an_unknown_lead_drops_no_question(library: Library, message: str) -> None:
    question = last(library, (message,))
    assert isinstance(question, Several)
    assert question.questions[:2] == (RollQuestion(ABSTAIN), VoteQuestion(("CUB",)))
    assert isinstance(question.questions[2], ClarifyQuestion) and question.questions[2].unclear is Unclear.ASIDE


def test_who_did_is_not_passed_over_for_how_some_did(library: Library) -> None:
    question = last(library, ("For Anna in Vienna: who abstained? How did Cuba vote?",))
    assert isinstance(question, ClarifyQuestion) and question.part == "who abstained?"


# --- what the only resolution is on ----------------------------------------------------------------

ON_ANOTHER = (
    "发展权决议谁赞成了",
    "南南合作的决议谁弃权",
    "中国在气候变化问题上怎么投的",
    "Who voted for the right to development resolution?",
    "How did Cuba vote on the right to development?",
    "Qui s'est abstenu sur la résolution sur le droit au développement ?",
    "¿Quién votó a favor de la resolución sobre el derecho al desarrollo?",
    "Кто воздержался по резолюции о праве на развитие?",
    "من أيد القرار بشأن الحق في التنمية؟",
)


@pytest.mark.parametrize("message", ON_ANOTHER)
def test_a_vote_on_what_a_paragraph_treats_is_none_on_the_resolution(library: Library, message: str) -> None:
    question = last(library, (message,))
    assert isinstance(question, Refusal) and question.reason in (Refused.OTHER_DOCUMENT, Refused.OTHER_SUBJECT)


@pytest.mark.parametrize(
    "message",
    ["国际团结决议谁赞成了", "Who voted for the international solidarity resolution?", "人权与国际团结决议谁赞成"],
)
def test_what_it_is_on_only_names_it(library: Library, message: str) -> None:
    assert last(library, (message,)) == RollQuestion(YES)


def test_a_paragraph_on_it_is_found_all_the_same(library: Library) -> None:
    question = last(library, ("哪段讲南南合作",))
    assert isinstance(question, SubjectQuestion) and question.in_document


IN_LETTERS = (
    "请告知：一、通过日期；二、弃权的国家；三、古巴怎么投的",
    "Could you please (a) confirm the date of adoption, (b) list the abstaining states, and (c) say how Cuba voted?",
    "Dear Sir or Madam, I work for an NGO. (a) When was it adopted? (b) Who abstained? (c) How did Cuba vote? Regards",
)


@pytest.mark.parametrize("message", IN_LETTERS, ids=["zh", "in one sentence", "letter"])
def test_letters_and_chinese_numerals_count_questions_too(library: Library, message: str) -> None:
    parts = (FactQuestion((Fact.ADOPTED,)), RollQuestion(ABSTAIN), VoteQuestion(("CUB",)))
    assert last(library, (message,)) == Several(parts)


@pytest.mark.parametrize(("message", "ids"), [("一、二段", ["OP1", "OP2"]), ("1、2段", ["OP1", "OP2"])])
def test_numerals_of_paragraphs_stay(library: Library, message: str, ids: list[str]) -> None:
    answer, _ = reply(message, Conversation(), library)
    assert isinstance(answer, ParagraphAnswer) and [p.id for p in answer.paragraphs] == ids


OURS = (
    ("我们怎么投的", "我们"),
    ("我国投了什么票", "我国"),
    ("How did we vote?", "we"),
    ("how did my country vote", "my country"),
    ("¿Cómo votó nuestro país?", "nuestro"),
    ("كيف صوت بلدنا؟", "بلدنا"),
)


@pytest.mark.parametrize(("message", "part"), OURS)
def test_which_state_those_who_ask_are_is_not_known(library: Library, message: str, part: str) -> None:
    question = last(library, (message,))
    assert isinstance(question, ClarifyQuestion) and question.part == part


@pytest.mark.parametrize("message", ["请告诉我们谁弃权了", "can we know who abstained?"])
def test_those_who_ask_are_asked_about_nowhere_else(library: Library, message: str) -> None:
    assert last(library, (message,)) == RollQuestion(ABSTAIN)


@pytest.mark.parametrize("turns", [("yes",), ("non",), ("Did Japan vote no?", "yes"), ("第5段", "no")])
def test_yes_or_no_alone_asks_of_no_votes(library: Library, turns: tuple[str, ...]) -> None:
    assert last(library, turns) == ClarifyQuestion(Unclear.WHAT)
