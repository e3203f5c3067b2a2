"""What a message asks of the text, and what of the votes, of other documents or of what a document says of itself: rows
of a message, and the question that a reader takes it for."""

from __future__ import annotations

import pytest

from bot.corpus.library import Library
from bot.question.conversation import Conversation, Turn
from bot.question.model import (
    FactQuestion,
    Question,
    Refusal,
    RollQuestion,
    SubjectQuestion,
    TableQuestion,
    TallyQuestion,
    VoteQuestion,
)
from bot.question.understand import understand


def asked(library: Library, turns: str) -> Question:
    """The question of the last of several messages."""
    conversation, question = Conversation(), None
    for message in turns.split(" | "):
        question, conversation = understand(message, conversation, library)
        conversation = conversation.then(Turn(question))
    assert question is not None
    return question


OF_A_NAME = (
    # A word beside a name that is none of voting: what the text says of it.
    ("fishing ports in Peru and Ecuador", SubjectQuestion),
    ("秘鲁和厄瓜多尔的渔港", SubjectQuestion),
    ("馬耳他移民", SubjectQuestion),
    ("马耳他海港", SubjectQuestion),
    ("les ports de Malte", SubjectQuestion),
    ("los puertos de Malta", SubjectQuestion),
    ("порты в Перу и Эквадоре", SubjectQuestion),
    ("موانئ مالطة", SubjectQuestion),
    ("what about Malta's harbours", SubjectQuestion),
    ("非洲铁路", SubjectQuestion),
    ("железные дороги Европейского союза", SubjectQuestion),
    ("les trains de l'Union européenne", SubjectQuestion),
    # What somebody has to do.
    ("what is asked of the European Union", SubjectQuestion),
    ("欧盟的义务", SubjectQuestion),
    ("что требуется от Европейского союза", SubjectQuestion),
    ("que se pide a la Unión Europea", SubjectQuestion),
    # A name, and no more than goes on with it; or words of voting.
    ("Peru and Ecuador", VoteQuestion),
    ("秘鲁和厄瓜多尔", VoteQuestion),
    ("隔壁的厄瓜多尔呢", VoteQuestion),
    ("欧盟", RollQuestion),
    ("the European Union?", RollQuestion),
    ("秘鲁和厄瓜多尔表的什么态", VoteQuestion),
    ("which way did Peru go", VoteQuestion),
    ("How did Peru vote? | and its neighbour Ecuador", VoteQuestion),
    ("谁弃权 | 包括秘鲁吗", VoteQuestion),
)


@pytest.mark.parametrize(("turns", "kind"), OF_A_NAME)
def test_a_name_beside_other_words_is_of_the_text(library: Library, turns: str, kind: type[Question]) -> None:
    assert isinstance(asked(library, turns), kind)


OF_ITSELF = (
    # When something else is done than to adopt it.
    ("谁要汇报，什么时候", SubjectQuestion),
    ("考察什么时候结束", SubjectQuestion),
    ("quién debe rendir cuentas y cuándo", SubjectQuestion),
    ("кто и когда отчитывается", SubjectQuestion),
    ("qui rend compte et quand", SubjectQuestion),
    ("من يرفع التقرير ومتى", SubjectQuestion),
    ("who has to report, and at which session", SubjectQuestion),
    ("谁在哪届会议上汇报", SubjectQuestion),
    ("¿quién informa y en qué período de sesiones?", SubjectQuestion),
    ("who adopted it, and at which session", FactQuestion),
    # Nor is it a forecast when somebody is to do something; when the next session is, no text says.
    ("when will the working group hand in its findings, and at which session", SubjectQuestion),
    ("when is the next session", Refusal),
    ("哪个机构在哪届会议上通过的", FactQuestion),
    # A day that something else than the resolution has.
    ("what day is bee day", SubjectQuestion),
    ("蜜蜂节是哪一天", SubjectQuestion),
    ("qué día se celebra la miel", SubjectQuestion),
    ("в какой день празднуют мёд", SubjectQuestion),
    ("which day was it adopted", FactQuestion),
    ("哪一天表决的", FactQuestion),
    ("qué día fue", FactQuestion),
    ("什么时候", FactQuestion),
    ("什么时候通过的", FactQuestion),
    ("¿cuándo se aprobó?", FactQuestion),
    ("когда её приняли", FactQuestion),
    # What will become of it the text says; of the item that it stands under, its head.
    ("under which agenda item will it be taken up next time", SubjectQuestion),
    ("下次在哪个议程项目下讨论", SubjectQuestion),
    ("under which agenda item was it adopted", FactQuestion),
    ("哪个议程项目", FactQuestion),
    # Whether it is more than a draft.
    ("is this just a draft?", TallyQuestion),
    ("这是决议草案吗", TallyQuestion),
    ("est-ce un projet ?", TallyQuestion),
    ("¿es un proyecto de resolución?", TallyQuestion),
    ("это проект?", TallyQuestion),
    ("هل هذا مشروع؟", TallyQuestion),
    # What a document says, or does not say, of how it came about.
    ("在哪次全体会议上", FactQuestion),
    ("adoptée sans vote ?", TallyQuestion),
    ("¿se aprobó sin votación?", TallyQuestion),
    ("qui l'a présentée", Refusal),
    ("by whom was it submitted", Refusal),
    ("кем внесена", Refusal),
)


@pytest.mark.parametrize(("turns", "kind"), OF_ITSELF)
def test_what_it_says_of_itself_is_told_from_what_it_asks(library: Library, turns: str, kind: type[Question]) -> None:
    assert isinstance(asked(library, turns), kind)


OF_NO_VOTE = (
    # Words that are of voting where states are asked about, and in other places are not.
    ("sheltering the rebels in border villages", SubjectQuestion),
    ("weapons for rebels", SubjectQuestion),
    ("who were the rebels", TableQuestion),
    ("teachers absent from their lessons", SubjectQuestion),
    ("老师缺席课堂教学", SubjectQuestion),
    ("غياب المعلمين عن الدروس", SubjectQuestion),
    ("opposing whaling", SubjectQuestion),
    ("contre la chasse", SubjectQuestion),
    ("反对捕鲸", SubjectQuestion),
    ("против охоты", SubjectQuestion),
    ("en contra de la caza", SubjectQuestion),
    ("votes against", (RollQuestion, TallyQuestion)),
    ("how many against", TallyQuestion),
    ("反对", (RollQuestion, TallyQuestion)),
    ("inspectors", SubjectQuestion),
    ("reasons of hunger", SubjectQuestion),
    ("饥荒的原因", SubjectQuestion),
    ("причины голода", SubjectQuestion),
    ("what are the reasons", Refusal),
    ("为什么", Refusal),
    ("почему против", Refusal),
    ("investors", SubjectQuestion),
    ("who was absent", (RollQuestion, Refusal)),
    ("谁缺席了", (RollQuestion, Refusal)),
    ("кто отсутствовал", (RollQuestion, Refusal)),
)


@pytest.mark.parametrize(("turns", "kind"), OF_NO_VOTE)
def test_what_may_be_said_of_votes_is_of_the_text_beside_other_words(
    library: Library, turns: str, kind: type[Question] | tuple[type[Question], ...]
) -> None:
    assert isinstance(asked(library, turns), kind)


OF_EVERYDAY_WORDS = (
    # A word of everyday life that is one of voting, or of a result, where most of the message is of something else.
    ("half the nurses quit", SubjectQuestion),
    ("narrow roads without lights", SubjectQuestion),
    ("refugees came in great numbers", SubjectQuestion),
    ("split families at the border", SubjectQuestion),
    ("which ferry sank with everybody on board", SubjectQuestion),
    ("putting the bombed bridges back up afterwards, who studies how", SubjectQuestion),
    ("Peru used nets against its own fishermen's advice", SubjectQuestion),
    ("France backed clearing of wells with money", SubjectQuestion),
    ("support Yemen gives to its shipping companies", SubjectQuestion),
    ("how many support workers look after the wounded", SubjectQuestion),
    ("does the boss of the UN want a binding contract on fishing nets", SubjectQuestion),
    ("soutien aux petits États insulaires pour leurs décharges de gravats", SubjectQuestion),
    ("quelqu'un qui est passé par une opération pareille", SubjectQuestion),
    ("les résultats des recherches médicales", SubjectQuestion),
    ("ceux qui neutralisent les poisons de rivière", SubjectQuestion),
    ("el consenso entre vecinos de un barrio", SubjectQuestion),
    ("la mayoría de los niños no come bien", SubjectQuestion),
    ("los resultados de los análisis del agua", SubjectQuestion),
    ("борьба против мусора за счёт производителей", SubjectQuestion),
    ("большинство детей голодает", SubjectQuestion),
    ("результаты проверки качества воды", SubjectQuestion),
    ("نتائج الفحوص الطبية للعمال", SubjectQuestion),
    ("مساعدة من فقدوا بيوتهم القديمة", SubjectQuestion),
    ("支持小岛国修码头", SubjectQuestion),
    ("大多数孩子吃不饱", SubjectQuestion),
    ("超过一半儿童失学", SubjectQuestion),
    ("数据由哪个机构汇总", SubjectQuestion),
    ("醫生比例太低", SubjectQuestion),
    # The same words, of nothing else.
    ("who is on board?", RollQuestion),
    ("who backed it and who opposed it", RollQuestion),
    ("by what margin", TallyQuestion),
    ("the final result", TallyQuestion),
    ("did it get through?", TallyQuestion),
    ("who is against?", RollQuestion),
    ("qui est resté neutre ?", RollQuestion),
    ("el resultado", TallyQuestion),
    ("каков результат", TallyQuestion),
    ("النتيجة", TallyQuestion),
    ("结果如何", TallyQuestion),
    ("大多数都赞成吗", RollQuestion),
    ("which body is this from?", FactQuestion),
    ("哪个机构的", FactQuestion),
    ("is it binding?", Refusal),
    ("qui est l'expert", Refusal),
)


@pytest.mark.parametrize(("turns", "kind"), OF_EVERYDAY_WORDS)
def test_a_word_of_everyday_life_is_of_a_vote_where_little_else_is_said(
    library: Library, turns: str, kind: type[Question]
) -> None:
    assert isinstance(asked(library, turns), kind)
