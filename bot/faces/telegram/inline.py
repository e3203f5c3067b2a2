"""What is offered while somebody types @bot and a question in another chat."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from telegram import InlineQueryResultArticle, InputTextMessageContent, LinkPreviewOptions
from telegram.constants import ParseMode

from bot.answer.model import (
    Answer,
    ClarifyAnswer,
    DocumentAnswer,
    FactAnswer,
    ParagraphAnswer,
    QuotationAnswer,
    RollAnswer,
    SeveralAnswer,
    TallyAnswer,
    VoteAnswer,
)
from bot.answer.record import AlikeAnswer, GroupHistoryAnswer, HistoryAnswer, ListAnswer, ThroughoutAnswer
from bot.faces.telegram.buttons import MOST_SHARED, Buttons
from bot.faces.telegram.html import GAP, LIMIT, messages, render
from bot.faces.telegram.payload import Action, Payload, listing, paragraph, slug
from bot.language.selection import selection_of
from bot.language.speaking import DEFAULT, FALLBACK
from bot.question.model import (
    ClarifyQuestion,
    DocumentQuestion,
    ParagraphQuestion,
    Question,
    RollQuestion,
    TallyQuestion,
    VoteQuestion,
)
from bot.question.record import ListQuestion
from bot.question.where import ByNumber
from bot.resolution import Resolution
from bot.talk import Speaker, Spoken, Talk
from bot.wording.pieces import plain
from bot.wording.sentences import Wording
from bot.wording.voice import label

_MOST = 10
"""How many results are offered."""
TITLE, DESCRIPTION = 60, 120
"""Characters of a result's title and description; telephones show no more."""
ROOM = 500
"""UTF-16 code units kept for the source where a reply is too long for one message."""


@dataclass(frozen=True, slots=True)
class Offer:
    """One thing that can be sent."""

    identifier: str
    """Its name among the offers for one query."""
    title: str
    spoken: Spoken
    payload: Payload
    """What the link under it asks in the private chat."""


def offers(query: str, speaker: Speaker) -> list[Offer]:
    """What a query offers, best first; nothing where it finds nothing. The language is that of the query."""
    if not query.strip():
        return []
    talk = Talk(language=speaker.languages.language_of(query))
    first, _ = speaker.next(query, talk)
    talk = replace(talk, language=first.language)
    found: dict[str, Offer] = {}
    for offer in (*_main(first, speaker), *_beside(first, talk, speaker)):
        found.setdefault(offer.identifier, offer)
    return list(found.values())[:_MOST]


def _main(spoken: Spoken, speaker: Speaker) -> Iterator[Offer]:
    """The answer to the query itself."""
    answer, wording = spoken.answer, speaker.wordings[spoken.language]
    match answer:
        case HistoryAnswer() | AlikeAnswer() | ThroughoutAnswer() | GroupHistoryAnswer() | ListAnswer():
            yield Offer(
                "these",
                spoken.text.splitlines()[0],
                spoken,
                listing(ListQuestion(answer.question.among), 0, "") or Payload(Action.DOCUMENTS, "0-0-0"),
            )
    if answer.resolution is None:
        return
    at = slug(answer.resolution.symbol)
    match answer:
        case VoteAnswer():
            payload = Payload(Action.VOTE, "-".join(code for code, _ in answer.votes[:MOST_SHARED]), at)
            yield Offer(str(payload), spoken.text.splitlines()[0], spoken, payload)
        case ParagraphAnswer() | QuotationAnswer() if len(answer.paragraphs) > 1:
            title = wording("roll.separator").join(label(p, wording) for p in answer.paragraphs)
            yield Offer("these", title, spoken, paragraph(answer.paragraphs[0].id, answer.resolution))
        case RollAnswer():
            yield Offer("these", spoken.text.splitlines()[0], spoken, Payload(Action.ROLL, document=at))
        case FactAnswer() | SeveralAnswer():
            yield Offer("this", spoken.text.splitlines()[0], spoken, Payload(Action.OUTLINE, document=at))


def _beside(spoken: Spoken, talk: Talk, speaker: Speaker) -> Iterator[Offer]:
    """What else the query may be after: of another document, single paragraphs, single votes, the result."""
    answer, resolution = spoken.answer, spoken.answer.resolution
    if isinstance(answer, ClarifyAnswer) and answer.question.pending:
        yield from _of_each_document(answer.question, talk, speaker)
    if resolution is None:
        return
    questions = (
        *_of_paragraphs(answer, resolution, speaker.wordings[spoken.language]),
        *_of_states(answer, resolution, spoken, speaker),
        *_of_whole(answer, resolution, speaker.wordings[spoken.language]),
    )
    for payload, title, question in questions:
        yield Offer(str(payload), title, speaker.ask(question, talk, resolution)[0], payload)


def _of_each_document(question: ClarifyQuestion, talk: Talk, speaker: Speaker) -> Iterator[Offer]:
    """The answer from each of the documents that may be meant."""
    for symbol in question.symbols:
        named = speaker.library.get(symbol)
        if named and question.pending:
            told, _ = speaker.ask(question.pending, talk, named)
            payload = Payload(Action.OUTLINE, document=slug(symbol))
            yield Offer(slug(symbol), f"{symbol} {named.title.text}", told, payload)


_Beside = tuple[Payload, str, Question]
"""The link under an offer, its title, and the question that it answers."""


def _of_paragraphs(answer: Answer, resolution: Resolution, wording: Wording) -> Iterator[_Beside]:
    ids: dict[str, None] = {}
    if isinstance(answer, QuotationAnswer):
        ids = dict.fromkeys(p.id for p in answer.paragraphs)
    elif isinstance(answer, ParagraphAnswer):
        ids = dict.fromkeys((*(p.id for p in answer.paragraphs), *answer.further))
        if len(answer.paragraphs) == 1 and not answer.why:
            # “12” may be of either part.
            ids |= dict.fromkeys(p.id for p in resolution.paragraphs if p.number == answer.paragraphs[0].number)
    for identifier in ids:
        named = label(resolution.paragraph(identifier), wording)
        yield (
            paragraph(identifier, resolution),
            named,
            ParagraphQuestion(ByNumber((selection_of(identifier),))),
        )


def _of_states(answer: Answer, resolution: Resolution, spoken: Spoken, speaker: Speaker) -> Iterator[_Beside]:
    codes: tuple[str, ...] = ()
    if isinstance(answer, VoteAnswer) and len(answer.votes) > 1:
        codes = tuple(code for code, _ in answer.votes[:_MOST])
    elif isinstance(answer, ClarifyAnswer):
        codes = answer.question.states
    for code in codes:
        name = speaker.library.names.states[code].name(spoken.language)
        yield Payload(Action.VOTE, code, slug(resolution.symbol)), name, VoteQuestion((code,))


def _of_whole(answer: Answer, resolution: Resolution, wording: Wording) -> Iterator[_Beside]:
    at = slug(resolution.symbol)
    if isinstance(answer, (VoteAnswer, RollAnswer, TallyAnswer, DocumentAnswer)):
        yield Payload(Action.TALLY, document=at), wording("buttons.tally"), TallyQuestion()
        yield Payload(Action.ROLL, document=at), wording("buttons.roll"), RollQuestion()
    if isinstance(answer, DocumentAnswer):
        yield Payload(Action.OUTLINE, document=at), wording("buttons.outline"), DocumentQuestion(full=False)


def examples(speaker: Speaker) -> list[Offer]:
    """What can be typed, in the first language and in that of all others, each with its answer: for an empty query."""
    found = []
    for language in dict.fromkeys((DEFAULT.tag, FALLBACK.tag)):
        wording = speaker.wordings[language]
        for i, example in enumerate(wording.examples("general")):
            spoken, _ = speaker.next(example, Talk(language=language))
            shown = spoken.answer.resolution
            payload = (
                Payload(Action.OUTLINE, document=slug(shown.symbol)) if shown else Payload(Action.DOCUMENTS, "0-0-0")
            )
            found.append(Offer(f"{language}-{i}", wording("inline.try_it", example=example), spoken, payload))
    return found[:_MOST]


def article(offer: Offer, buttons: Buttons) -> InlineQueryResultArticle:
    """An offer as Telegram takes it; what it sends is complete, or says where the rest is."""
    *words, source = offer.spoken.reply
    said = " ".join(plain(tuple(words) or (source,)).split())
    # The title says it already, unless it says it all.
    rest = said.removeprefix(offer.title[:1].upper() + offer.title[1:]).removeprefix(offer.title).lstrip(":： ")
    texts = messages(offer.spoken.reply)
    text = texts[0] if len(texts) == 1 else messages(tuple(words), LIMIT - ROOM)[0] + f"…{GAP}{render(source)}"
    return InlineQueryResultArticle(
        id=offer.identifier,
        title=offer.title[:1].upper() + offer.title[1:TITLE],
        description=(rest or plain((source,)))[:DESCRIPTION],
        input_message_content=InputTextMessageContent(
            text, ParseMode.HTML, link_preview_options=LinkPreviewOptions(is_disabled=True)
        ),
        reply_markup=buttons.open(offer.payload),
    )
