"""The buttons under a reply, as its answer gives reason for."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from urllib.parse import urlencode

from telegram import InlineKeyboardButton, InlineKeyboardMarkup
from telegram.helpers import create_deep_linked_url

from bot.answer.kind import AnswerKind
from bot.answer.model import (
    Answer,
    ClarifyAnswer,
    DocumentAnswer,
    FactAnswer,
    NoneAnswer,
    OfferAnswer,
    ParagraphAnswer,
    QuotationAnswer,
    RollAnswer,
    SeveralAnswer,
    TableAnswer,
    TallyAnswer,
    VoteAnswer,
)
from bot.answer.record import (
    AlikeAnswer,
    BetweenAnswer,
    GroupHistoryAnswer,
    HistoryAnswer,
    ListAnswer,
    PartsAnswer,
    ThroughoutAnswer,
)
from bot.corpus.library import Library
from bot.faces.telegram.fetching import offered
from bot.faces.telegram.payload import (
    LONGEST,
    Action,
    Payload,
    argument,
    body_word,
    history,
    listing,
    mark,
    paragraph,
    slug,
)
from bot.language.speaking import REPLY_LANGUAGES
from bot.question.documents import DOCUMENTS_OFFERED
from bot.question.model import Question, Refusal, Refused, Unclear
from bot.question.record import ENTRIES_A_PAGE, HistoryQuestion, ListQuestion, PagedQuestion
from bot.resolution import Body, Paragraph, Resolution
from bot.wording.guidance import examples_of
from bot.wording.paragraphs import first_words
from bot.wording.sentences import Wording
from bot.wording.voice import LINK, label

Button = InlineKeyboardButton
_Row = list[Button]
_FEW = 3
"""How many examples stand under a refusal, and buttons for what a name may mean in a row."""
_LABEL = 60
"""Characters on a button that names a resolution."""
NOT_REPORTED = frozenset({AnswerKind.HELP, AnswerKind.CLARIFY, AnswerKind.NONE})
"""What is no answer, so that it can't be wrong; what was refused is noted in any case."""
MOST_SHARED = 8
"""Of how many states a shared link can name the votes."""


class Buttons:
    """Makes the buttons of replies in one language, for the bot of one user name."""

    def __init__(
        self, library: Library, wording: Wording, username: str, *, reports: bool = False, fetches: bool = False
    ) -> None:
        """reports: whether what is wrong can be reported, by a button under each answer from a document.

        fetches: whether a document that is not here is offered to be fetched.
        """
        self.library, self.wording, self.username, self.reports, self.fetches = (
            library,
            wording,
            username,
            reports,
            fetches,
        )

    def under(self, answer: Answer) -> InlineKeyboardMarkup | None:
        """The buttons under the reply to an answer; None where it has none."""
        rows = [row for row in self._rows(answer) if row]
        if answer.kind not in NOT_REPORTED and (report := self._report(answer.kind, answer.resolution)):
            rows = [*rows[:-1], [*rows[-1], *report]] if rows else [report]
        return InlineKeyboardMarkup(rows) if rows else None

    def _rows(self, answer: Answer) -> list[_Row]:
        if isinstance(answer, NoneAnswer) and answer.resolution and answer.offered:
            return [[self._offered(answer.resolution, p)] for p in answer.offered]
        if self.fetches and isinstance(answer, NoneAnswer) and (fetching := self._fetching(answer.refusal)):
            return [fetching]
        if theme := examples_of(answer):
            few = _FEW if isinstance(answer, NoneAnswer) else None
            return [self._example(theme, i) for i in range(len(self.wording.examples(theme)))][:few]
        match answer:
            case ClarifyAnswer():
                return self._readings(answer)
            case OfferAnswer():
                return [[self._offered(answer.resolution, p)] for p in answer.paragraphs]
            case HistoryAnswer():
                turning = self._pages(
                    len(answer.rows), answer.question.page, lambda page: self._turned(answer.question, page)
                )
                return [turning, self._shapes(answer.question, chart=True) if answer.rows else []]
            case AlikeAnswer() | ThroughoutAnswer() | BetweenAnswer() | GroupHistoryAnswer() | PartsAnswer():
                turning = self._pages(
                    len(answer.rows), answer.question.page, lambda page: self._turned(answer.question, page)
                )
                drawn = isinstance(answer, (GroupHistoryAnswer, PartsAnswer))
                return [turning, self._shapes(answer.question, chart=drawn) if answer.rows else []]
            case ListAnswer():
                return self._list(answer)
        return self._of_one(answer, answer.resolution) if answer.resolution else []

    def _fetching(self, refusal: Refusal) -> _Row:
        """The offer to fetch a document that is not here, by its symbol."""
        if refusal.reason is not Refused.OTHER_DOCUMENT or not offered(refusal.about):
            return []
        payload = Payload(Action.FETCH, mark(refusal), language=self.wording.language)
        return [Button(self.wording("buttons.fetch", symbol=refusal.about), callback_data=str(payload))]

    def _of_one(self, answer: Answer, resolution: Resolution) -> list[_Row]:
        match answer:
            case ParagraphAnswer():
                return self._paragraphs(answer)
            case QuotationAnswer():
                found = [self._paragraph(resolution, p.id) for p in answer.paragraphs]
                return [
                    found,
                    self._actions(resolution, Action.FULL),
                    self._links(resolution, paragraph(answer.paragraphs[0].id, resolution)),
                ]
            case VoteAnswer():
                codes = [code for code, _ in answer.votes]
                shared = Payload(Action.VOTE, "-".join(codes[:MOST_SHARED]))
                return [
                    self._actions(resolution, Action.MAP, Action.TALLY, Action.ROLL),
                    self._links(resolution, shared),
                ]
            case RollAnswer():
                asked = "".join(answer.question.votes) if len(answer.question.votes) == 1 else ""
                return [
                    self._actions(resolution, Action.MAP, Action.TALLY),
                    self._links(resolution, Payload(Action.ROLL, asked)),
                ]
            case TableAnswer():
                shapes = self._shapes(answer.question, resolution, chart=True)
                return [
                    shapes,
                    self._actions(resolution, Action.MAP, Action.TALLY),
                    self._links(resolution, Payload(Action.TALLY)),
                ]
            case TallyAnswer():
                votes = (Action.MAP, Action.ROLL) if resolution.tally else (Action.OUTLINE,)
                return [self._actions(resolution, *votes), self._links(resolution, Payload(Action.TALLY))]
            case DocumentAnswer():
                other = Action.OUTLINE if answer.full else Action.FULL
                more = (other, Action.FILE, Action.MAP) if resolution.tally else (other, Action.FILE)
                return [self._actions(resolution, *more), self._links(resolution, Payload(Action.OUTLINE))]
            case FactAnswer():
                return [
                    self._actions(resolution, Action.OUTLINE, Action.FULL),
                    self._links(resolution, Payload(Action.OUTLINE)),
                ]
            case SeveralAnswer():
                return [self._actions(resolution, Action.FULL), [self._official(resolution)]]
        return []

    def _paragraphs(self, answer: ParagraphAnswer) -> list[_Row]:
        resolution = answer.resolution
        pages: _Row = []
        if len(answer.paragraphs) == 1:
            shown = answer.paragraphs[0]
            part = [p for p in resolution.part(shown.part) if p.annex == shown.annex]
            at = next(i for i, p in enumerate(part) if p.number == shown.number)
            if at > 0:
                pages.append(self._page("buttons.previous", resolution, part[at - 1]))
            if at + 1 < len(part):
                pages.append(self._page("buttons.next", resolution, part[at + 1]))
        further = [self._paragraph(resolution, identifier) for identifier in answer.further]
        shared = paragraph(answer.paragraphs[0].id, resolution) if answer.paragraphs else Payload(Action.OUTLINE)
        return [
            pages,
            further,
            self._actions(resolution, Action.FULL if answer.paragraphs else Action.OUTLINE),
            self._links(resolution, shared),
        ]

    def _readings(self, answer: ClarifyAnswer) -> list[_Row]:
        """What may be meant, where that is asked back."""
        if answer.question.unclear is Unclear.WHICH_DOCUMENT:
            known = [
                r for symbol in answer.question.symbols if (r := self.library.get(symbol))
            ] or self.library.catalogue.latest[:DOCUMENTS_OFFERED]
            return [[self._use(r, title=True)] for r in known]
        if answer.question.unclear is Unclear.WHICH_BODY:
            return [[self._body(body)] for body in answer.question.bodies]
        return _in_rows(self._state(code) for code in answer.question.states)

    def _list(self, answer: ListAnswer) -> list[_Row]:
        page = answer.question.page
        entries = [
            self._use(r)
            for each in answer.found[page * ENTRIES_A_PAGE : (page + 1) * ENTRIES_A_PAGE]
            if (r := self.library.get(each.symbol))
        ]
        turning = self._pages(len(answer.found), page, lambda page: self._turned(answer.question, page))
        return [*_in_rows(entries), turning, self._shapes(answer.question, chart=False) if answer.found else []]

    def _turned(self, question: PagedQuestion, page: int) -> Payload:
        """A page of an answer: by itself where it has room for what is asked, else of what was asked lately."""
        language = self.wording.language
        own = listing(question, page, language) if isinstance(question, ListQuestion) else None
        own = history(question, page, language) if isinstance(question, HistoryQuestion) else own
        return own or Payload(Action.TURN, f"{mark(question)}-{page}", language=language)

    def _shapes(self, question: Question, resolution: Resolution | None = None, *, chart: bool) -> _Row:
        """The answer as a picture, and as a table."""
        actions = (Action.CHART, Action.CSV) if chart else (Action.CSV,)
        document = slug(resolution.symbol) if resolution else ""
        payloads = (Payload(action, mark(question), document, self.wording.language) for action in actions)
        return [Button(self.wording(f"buttons.{payload.action}"), callback_data=str(payload)) for payload in payloads]

    def _use(self, resolution: Resolution, *, title: bool = False) -> Button:
        return self._button(
            f"{resolution.symbol} {resolution.title.text}"[:_LABEL] if title else resolution.symbol,
            resolution,
            Action.USE,
        )

    def _pages(self, entries: int, page: int, payload: Callable[[int], Payload | None]) -> _Row:
        """◀ and ▶ of a list; the ends stop."""
        last = (entries - 1) // ENTRIES_A_PAGE
        turns = [(sign, payload(to)) for sign, to in (("◀", page - 1), ("▶", page + 1)) if 0 <= to <= last]
        return [Button(sign, callback_data=str(target)) for sign, target in turns if target]

    def picture(self, resolution: Resolution, *, grouped: bool) -> InlineKeyboardMarkup:
        """The buttons under the picture of a roll call: the other order of its tiles, and links."""
        other = self._button(
            self.wording("buttons.by_record" if grouped else "buttons.by_group"),
            resolution,
            Action.MAP,
            "" if grouped else "groups",
        )
        links = [*self._links(resolution, Payload(Action.MAP)), *self._report(AnswerKind.TALLY, resolution)]
        return InlineKeyboardMarkup([[other], self._actions(resolution, Action.TALLY, Action.ROLL), links])

    def languages(self) -> InlineKeyboardMarkup:
        """The languages that can be chosen, and leaving it to the bot."""
        rows = [
            [Button(x.own_name, callback_data=str(Payload(Action.LANGUAGE, x.tag.lower())))] for x in REPLY_LANGUAGES
        ]
        return InlineKeyboardMarkup(
            [*rows, [Button(self.wording("buttons.automatic"), callback_data=str(Payload(Action.LANGUAGE, "auto")))]]
        )

    def open(self, shared: Payload) -> InlineKeyboardMarkup:
        """The button under a message sent by inline mode: a link into the private chat."""
        return InlineKeyboardMarkup([[Button(self.wording("buttons.open"), url=self._deep_link(shared))]])

    # --- single buttons ------------------------------------------------------------------------

    def _button(self, text: str, resolution: Resolution, action: Action, argument: str = "") -> Button:
        return Button(
            text, callback_data=str(Payload(action, argument, slug(resolution.symbol), self.wording.language))
        )

    def _actions(self, resolution: Resolution, *actions: Action) -> _Row:
        names = {Action.MAP: "picture"}
        return [self._button(self.wording(f"buttons.{names.get(a, a)}"), resolution, a) for a in actions]

    def _page(self, key: str, resolution: Resolution, shown: Paragraph) -> Button:
        return self._button(
            self.wording(key, paragraph=label(shown, self.wording)), resolution, Action.PAGE, argument(shown.id)
        )

    def _paragraph(self, resolution: Resolution, identifier: str) -> Button:
        name = label(resolution.paragraph(identifier), self.wording)
        return Button(name, callback_data=str(paragraph(identifier, resolution, self.wording.language)))

    def _offered(self, resolution: Resolution, shown: Paragraph) -> Button:
        """A paragraph that may be meant, by its first words."""
        text = f"{label(shown, self.wording)}: {first_words(shown, _LABEL)}"
        return Button(text[:_LABEL], callback_data=str(paragraph(shown.id, resolution, self.wording.language)))

    def _example(self, theme: str, position: int) -> _Row:
        text = self.wording.examples(theme)[position]
        return [
            Button(
                text, callback_data=str(Payload(Action.EXAMPLE, f"{theme}-{position}", language=self.wording.language))
            )
        ]

    def _state(self, code: str) -> Button:
        name = self.library.names.unmistakable(code, self.wording.language)
        return Button(name, callback_data=str(Payload(Action.STATE, code, language=self.wording.language)))

    def _body(self, body: Body) -> Button:
        name = self.wording(f"body.{body.name.lower()}")
        return Button(name, callback_data=str(Payload(Action.BODY, body_word(body), language=self.wording.language)))

    def _official(self, resolution: Resolution) -> Button:
        return Button(self.wording("buttons.official"), url=LINK.format(symbol=resolution.symbol))

    def _links(self, resolution: Resolution, shared: Payload) -> _Row:
        """Sharing what is shown, and the official document."""
        payload = Payload(shared.action, shared.argument, slug(resolution.symbol))
        if len(str(payload)) > LONGEST:
            return [self._official(resolution)]
        share = "https://t.me/share/url?" + urlencode({"url": self._deep_link(payload)})
        return [Button(self.wording("buttons.share"), url=share), self._official(resolution)]

    def _report(self, kind: AnswerKind, resolution: Resolution | None) -> _Row:
        """The button that says that an answer of that kind was wrong."""
        document = slug(resolution.symbol) if resolution else ""
        payload = Payload(Action.WRONG, kind.value, document, self.wording.language)
        fits = self.reports and len(str(payload)) <= LONGEST
        return [Button(self.wording("buttons.wrong"), callback_data=str(payload))] if fits else []

    def _deep_link(self, payload: Payload) -> str:
        return create_deep_linked_url(self.username, str(payload))


def _in_rows(buttons: Iterable[Button]) -> list[_Row]:
    row = list(buttons)
    return [row[i : i + _FEW] for i in range(0, len(row), _FEW)]
