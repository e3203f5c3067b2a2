"""What is said to the bot and asks nothing of a document: services that it has not, who it is, abuse."""

from __future__ import annotations

import pytest

from bot.answer.model import HelpAnswer, NoneAnswer, ParagraphAnswer
from bot.corpus.library import Library
from bot.language.refusals import Refused
from bot.question.conversation import Conversation, Turn
from bot.question.model import (
    ClarifyQuestion,
    Fact,
    FactQuestion,
    HelpQuestion,
    Refusal,
    RollQuestion,
    TallyQuestion,
    Topic,
    Unclear,
    VoteQuestion,
)
from bot.question.sets import VotedLike
from bot.question.shape import ReplyForm
from bot.question.understand import understand
from bot.talk import Speaker, Talk, reply

SERVICES = (
    "订阅", "退订", "能语音念给我听吗", "每天给我推送", "发我邮箱",
    "subscribe", "unsubscribe", "send me a voice note", "email it to me", "can you read it out loud", "call me",
    "abonnement", "envoie-moi un message vocal", "peux-tu me le lire à haute voix", "par mail",
    "suscripción", "mándame un audio", "mándalo a mi correo", "léemelo",
    "подписаться", "пришли голосовое", "отправь на почту",
    "اشترك", "أرسل لي رسالة صوتية", "ذكرني غدا",
)  # fmt: skip


@pytest.mark.parametrize("message", SERVICES)
def test_a_service_that_it_has_not(library: Library, message: str) -> None:
    """It says so, and neither that it was not found nor what comes nearest."""
    answer = reply(message, Conversation(), library)[0]
    assert isinstance(answer, NoneAnswer) and not answer.offered
    assert answer.refusal.reason is Refused.SERVICE


READ = ("念一下第5段", "read paragraph 5 aloud", "lis le paragraphe 5 à haute voix", "прочитай вслух пункт 5")


@pytest.mark.parametrize("message", READ)
def test_what_is_to_be_read_is_given(library: Library, message: str) -> None:
    answer = reply(message, Conversation(), library)[0]
    assert isinstance(answer, ParagraphAnswer)
    assert [p.id for p in answer.paragraphs] == ["OP5"]


WHO_IT_IS = (
    "你叫什么名字", "你叫咩名", "你是机器人吗", "what's your name", "are you chatgpt?", "comment tu t'appelles ?",
    "c koi ton nom", "qui t'a créé ?", "¿cómo te llamas?", "quien te hizo", "как тебя зовут", "кто тебя создал?",
    "ما اسمك", "من صنعك؟",
)  # fmt: skip


@pytest.mark.parametrize("message", WHO_IT_IS)
def test_who_it_is(library: Library, message: str) -> None:
    """A name that is asked for is not the title of the resolution."""
    assert understand(message, Conversation(), library)[0] == HelpQuestion(Topic.ABOUT)


ABUSE = (
    "傻仔", "收聲", "白痴", "moron", "shut up", "u suck", "ta gueule", "imbécile", "t'es nul", "tonto", "cállate",
    "дурак", "заткнись", "أحمق", "اخرس",
)  # fmt: skip


@pytest.mark.parametrize("message", ABUSE)
def test_abuse(library: Library, message: str) -> None:
    """It is sought in no text, and is no misspelt state: moron is not Comoros."""
    asked = understand(message, Conversation(), library)[0]
    chat = isinstance(asked, Refusal) and asked.reason is Refused.CHAT
    assert chat or (isinstance(asked, ClarifyQuestion) and asked.unclear is Unclear.WRONG)


LANGUAGES = (
    ("u suck", "en"), ("send me a voice note", "en"), ("c koi ton nom", "fr"), ("ta gueule", "fr"),
    ("quien te hizo", "es"), ("cuéntame un chiste", "es"), ("jajaja", "es"), ("te quiero", "es"), ("qué tal", "es"),
)  # fmt: skip


@pytest.mark.parametrize(("message", "language"), LANGUAGES, ids=[row[0] for row in LANGUAGES])
def test_it_is_answered_in_its_language(library: Library, message: str, language: str) -> None:
    assert Speaker(library).answer([message]).language == language


PICTURE = (
    "map", "picture", "show me the map", "地图", "表决图", "有图吗", "carte", "carte du vote", "mapa",
    "mapa de la votación", "карта голосования", "خريطة التصويت",
)  # fmt: skip


@pytest.mark.parametrize("message", PICTURE)
def test_the_picture_stands_under_the_result(library: Library, message: str) -> None:
    assert isinstance(understand(message, Conversation(), library)[0], TallyQuestion)


NAMES_ONLY = (
    ("English names only", "en"), ("can i get only English names please", "en"), ("国名用英文", "en"),
    ("noms en français seulement", "fr"), ("solo nombres en español", "es"), ("названия только на русском", "ru"),
    ("الأسماء بالعربية فقط", "ar"), ("只要中文", "zh-Hans"),
)  # fmt: skip


@pytest.mark.parametrize(("message", "language"), NAMES_ONLY, ids=[row[0] for row in NAMES_ONLY])
def test_the_language_of_names(library: Library, message: str, language: str) -> None:
    """Names stand in the language of the reply: that is what such a message asks for."""
    spoken, talk = Speaker(library).next(message, Talk())
    assert isinstance(spoken.answer, HelpAnswer) and spoken.answer.topic is Topic.LANGUAGE
    assert (talk.language, talk.fixed) == (language, True)


REMINDED = (
    "remind me how many voted against", "remind me who abstained", "refresh my memory: how did Cuba vote?",
    "rappelez-moi combien se sont abstenus", "rappelle-moi qui a voté contre", "recuérdame cuántos votaron a favor",
    "напомни мне, сколько было против", "ذكرني كم دولة صوتت ضد", "提醒我一下多少国家反对", "提醒我日本怎么投的",
)  # fmt: skip


@pytest.mark.parametrize("message", REMINDED)
def test_what_is_asked_for_once_more_is_no_service(library: Library, message: str) -> None:
    assert isinstance(understand(message, Conversation(), library)[0], (TallyQuestion, RollQuestion, VoteQuestion))


def test_when_it_was_adopted_is_told_once_more(library: Library) -> None:
    for message in ("remind me when it was adopted", "rappelle-moi quand elle a été adoptée", "提醒我是哪天通过的"):
        assert understand(message, Conversation(), library)[0] == FactQuestion((Fact.ADOPTED,))


NOT_REMINDED = (
    "remind me", "remind me please", "remind me tomorrow", "提醒我", "明天提醒我", "rappelle-moi demain",
    "recuérdame mañana", "напомни мне завтра", "ذكرني لاحقا", "remind me when there is a new vote",
)  # fmt: skip


@pytest.mark.parametrize("message", NOT_REMINDED)
def test_it_reminds_nobody_later(library: Library, message: str) -> None:
    test_a_service_that_it_has_not(library, message)


def test_who_voted_like_that_is_as_it_did_vote(library: Library) -> None:
    """Whatever it was asked whether it did."""
    for turns in (("Did Japan vote in favour?", "who else voted like that"), ("日本赞成了吗", "还有谁跟它一样")):
        conversation = Conversation()
        for turn in turns:
            asked, conversation = understand(turn, conversation, library)
            conversation = conversation.then(Turn(asked))
        assert asked == RollQuestion(who=VotedLike("JPN"))


PICTURES = (
    ("chart by region, in French", "fr"), ("picture by region in Spanish", "es"),
    ("graphique par région, en anglais", "en"), ("按地区画图，用英文", "en"),
)  # fmt: skip


@pytest.mark.parametrize(("message", "language"), PICTURES)
def test_a_picture_in_a_language_is_no_text_in_it(speaker: Speaker, message: str, language: str) -> None:
    spoken = speaker.answer([message])
    assert (spoken.shape, spoken.language) == (ReplyForm.PICTURE, language)
    assert not isinstance(spoken.answer, NoneAnswer)
