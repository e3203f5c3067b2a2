"""A reply is in one language: that of the question, but for the clause, which is as published, and for symbols."""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Iterator

import pytest

from bot.answer.model import HelpAnswer, NoneAnswer
from bot.faces.telegram.html import LIMIT, length, messages
from bot.language import normal
from bot.language.speaking import REPLY_LANGUAGES, ReplyLanguage
from bot.talk import Speaker, Spoken
from bot.wording.pieces import Style
from tests.conftest import Said
from tests.questions.composed import rows

SAMPLED = 70
"""Questions in each language out of the composed ones; five hundred in all, with those of every other kind."""
OTHER = {
    "fr": ["bonjour", "merci", "paragraphe 5", "5e alinéa du préambule", "paragraphe 99", "texte intégral",
    "De quoi parle la résolution ?",
           "Quand a-t-elle été adoptée ?", "Pourquoi la France a-t-elle voté contre ?",
           "Combien de paragraphes y a-t-il ?", "résultat du vote"],
    "es": ["hola", "gracias", "párrafo 5", "quinto párrafo del preámbulo", "párrafo 99", "texto completo",
    "¿De qué trata la resolución?",
           "¿Cuándo se aprobó?", "¿Por qué votó en contra Francia?", "¿Cuántos párrafos tiene?",
           "resultado de la votación"],
    "ru": ["здравствуйте", "спасибо", "пункт 5", "пятый абзац преамбулы", "пункт 99", "полный текст",
    "О чем резолюция?",
           "Когда она была принята?", "Почему Франция голосовала против?", "Сколько пунктов?", "результат голосования"],
    "ar": ["مرحبا", "شكرا", "الفقرة 5", "الفقرة الخامسة من الديباجة", "الفقرة 99", "النص الكامل", "ما موضوع القرار؟",
           "متى اعتمد القرار؟", "لماذا صوتت فرنسا ضد القرار؟", "كم عدد الفقرات؟", "نتيجة التصويت"],
    "en": ["hello", "thanks", "paragraph 5", "fifth preambular paragraph", "paragraph 99", "full text",
    "What is it about?",
           "When was it adopted?", "Why did France vote against?", "How many paragraphs?", "result of the vote"],
}  # fmt: skip
FOREIGN = {
    "en": r"against|abstain\w*|paragraphs?|favour|voted|record|the|of|and|in|are",
    "fr": r"contre|paragraphe|préambule|dispositif|pour|le|du|des|et|enregistré",
    "es": r"contra|abstenciones|párrafos?|preámbulo|dispositiva|favor|el|los|del|votación|registrada",
}
"""Words that only one of the languages in Latin letters has, though the others may meet them in a name."""
_LETTERS = {"zh": "CJK", "ru": "CYRILLIC", "ar": "ARABIC"}


def own_words(spoken: Spoken) -> Iterator[str]:
    """What the bot says itself: not the clause, the title, addresses, symbols, commands, or the languages' own
    names."""
    resolution = spoken.answer.resolution
    for block in spoken.reply:
        for piece in block:
            if piece.style in (Style.QUOTE, Style.LINK):
                continue
            text = re.sub(r"https?://\S+|/\w+|[A-Z]+(?:/\w+(?:\.\d+)?)+", " ", piece.text)
            for published in (
                (
                    *(p.text for p in resolution.paragraphs),
                    resolution.title.text,
                    *(n.text for n in resolution.footnotes),
                )
                if resolution
                else ()
            ):
                text = text.replace(published, " ")
            item = resolution.agenda_item if resolution else None
            text = text.replace(item.title.text if item and item.title else "\0", " ")
            # The outline has the beginning of each paragraph.
            yield re.sub(r"(?m)^\d+\. .*…?$", " ", text) if spoken.answer.kind == "document" else text


def scripts(text: str) -> set[str]:
    return {unicodedata.name(c, "").partition(" ")[0].partition("-")[0] for c in text if c.isalpha()}


QUESTIONS = [
    (tag, row)
    for tag in OTHER
    for row in [
        *random.Random(tag).sample([q.turns for q in rows() if q.lang == tag], SAMPLED),
        *((other,) for other in OTHER[tag]),
    ]
]


@pytest.mark.parametrize("tag", OTHER)
def test_a_reply_has_no_word_of_another_language(tag: str, speaker: Speaker, said: Said) -> None:
    base = next(x.base for x in REPLY_LANGUAGES if x.tag == tag)
    allowed = {_LETTERS.get(base, "LATIN"), "FEMININE", "MASCULINE"}
    foreign = re.compile("|".join(rf"\b(?:{words})\b" for of, words in FOREIGN.items() if of != tag), re.IGNORECASE)
    wrong: list[tuple[str, str]] = []
    for turns in (row for of, row in QUESTIONS if of == tag):
        spoken, _ = said(turns)
        own = " ".join(own_words(spoken))
        names = "MIT|DOI|NATO|Hix|Noury|Roland|bot|txt"
        own = re.sub(rf"[“«][^”»]*[”»]|\b(?:{names})\b", " ", own)
        strange = scripts(own) - allowed
        if spoken.language != tag or strange or (base not in _LETTERS and _foreign(foreign, own, speaker)):
            wrong.append((turns[-1], f"{spoken.language} {strange or ''} {own[:150]}"))
    assert wrong == []


def _foreign(foreign: re.Pattern[str], said: str, speaker: Speaker) -> bool:
    """Whether a word of another language stands there, names of states and groups left out."""
    known = speaker.library.names
    names = {name for each in (*known.states.values(), *known.groups.values()) for name in each.names.values()}
    for name in sorted((name for name in names if name in said), key=len, reverse=True):
        said = said.replace(name, " ")
    return bool(foreign.search(re.sub(r"\b(?:en|a|la|un|son|me|no|es|on|or|as|to)\b", " ", said)))


@pytest.mark.parametrize("tag", OTHER)
def test_nothing_is_left_to_fill_in_and_messages_are_not_too_long(tag: str, said: Said) -> None:
    for turns in (row for of, row in QUESTIONS if of == tag):
        spoken, _ = said(turns)
        assert not re.search(r"[{}]", spoken.text), turns
        assert all(length(re.sub(r"<[^>]*>", "", text)) <= LIMIT for text in messages(spoken.reply)), turns


@pytest.mark.parametrize("language", REPLY_LANGUAGES, ids=lambda x: x.tag)
def test_every_reply_language_is_asked_for_and_kept(language: ReplyLanguage, speaker: Speaker) -> None:
    tag = language.tag
    spoken = speaker.answer([speaker.wordings[tag].examples("general")[0]])
    assert spoken.language == tag
    # A message in no language goes on in the same.
    assert speaker.answer([speaker.wordings[tag].examples("general")[0], "12"]).language == tag


def test_a_clause_in_another_language_says_so_and_links_to_ones_own(speaker: Speaker) -> None:
    text = speaker.answer(["paragraphe 5"]).text
    assert "Texte publié ici en chinois\u202f; texte officiel en français" in text
    assert "https://docs.un.org/fr/A/HRC/RES/56/4" in text
    assert "docs.un.org" not in speaker.answer(["第5段"]).text


def test_traditional_chinese_has_its_own_names_and_says_how_the_clause_is_printed(speaker: Speaker) -> None:
    against = speaker.answer(["哪些國家投了反對票？"]).text
    assert against.startswith("反對（14）：阿爾巴尼亞、比利時、")
    assert normal.simplified(against.split("\n")[0]) != against.split("\n")[0]
    clause = speaker.answer(["第5段說什麼", "這個決議第5段說什麼？"])
    assert clause.language == "zh-Hant"
    assert (
        "确认国际团结" in clause.text
        and "簡體中文" in clause.text
        and "https://docs.un.org/zh/A/HRC/RES/56/4" in clause.text
    )


def test_a_language_asked_for_is_kept(speaker: Speaker) -> None:
    first = speaker.answer(["Who abstained?", "Quiero la respuesta en español"])
    assert isinstance(first.answer, HelpAnswer)
    assert first.text == speaker.wordings["es"]("telegram.language_now")
    assert speaker.answer(["Quiero la respuesta en español", "Who abstained?"]).language == "es"


def test_who_cannot_read_the_text_is_given_ones_own(speaker: Speaker) -> None:
    spoken = speaker.answer(["No entiendo chino"])
    assert isinstance(spoken.answer, NoneAnswer)
    assert "https://docs.un.org/es/A/HRC/RES/56/4" in spoken.text


@pytest.mark.parametrize(
    ("message", "named"),
    [
        ("Wer hat sich enthalten?", "German (Deutsch)"),
        ("누가 기권했나요?", "Korean (한국어)"),
        ("Como votou o Brasil?", "Portuguese (português)"),
        ("por favor ajuda", "Portuguese (português)"),
        ("Qual foi o resultado da votação?", "Portuguese (português)"),
        ("Come ha votato l'Italia?", "Italian (italiano)"),
        ("Jak głosowała Polska?", "Polish (polski)"),
        ("Як голосувала Україна?", "Ukrainian (українська)"),
        ("ایران چگونه رأی داد؟", "Persian (فارسی)"),
        ("日本はどう投票しましたか", "Japanese (日本語)"),
    ],
)
def test_a_language_that_is_not_spoken_is_named(message: str, named: str, speaker: Speaker) -> None:
    spoken = speaker.answer([message])
    assert spoken.language == "en"
    assert named in spoken.text
    assert "find" not in spoken.text


@pytest.mark.parametrize(
    ("message", "tag"),
    [
        ("date d'adoption", "fr"),
        ("por favor ayuda", "es"),
        ("дата принятия", "ru"),
        ("Кроме Кыргызстана?", "ru"),
        ("الأجيال المقبلة", "ar"),
        ("تاريخ القرار", "ar"),
        ("resultado final", "es"),
    ],
)
def test_few_words_of_a_spoken_language_are_not_taken_for_a_neighbour_s(
    message: str, tag: str, speaker: Speaker
) -> None:
    assert speaker.answer([message]).language == tag


def test_whoever_fixed_a_language_is_told_in_it_what_is_not_spoken(speaker: Speaker) -> None:
    spoken = speaker.answer(["Quiero la respuesta en español", "Wie hat Deutschland abgestimmt?"])
    assert (spoken.language, "alemán" in spoken.text) == ("es", True)
