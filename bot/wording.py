"""Answer → what a person reads, in the asker's language; the clauses stay as published.

The bot's own sentences are in content/wording/, one file a language. A reply is a list of blocks of
styled pieces; how a style looks is the faces' business, and so is escaping.
"""

from __future__ import annotations

import itertools
import re
import string
from collections.abc import Iterable, Iterator, Sequence, Set
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from bot.answer import (
    Answer,
    ClarifyAnswer,
    DocumentAnswer,
    FactAnswer,
    HelpAnswer,
    HistoryAnswer,
    ListAnswer,
    NoneAnswer,
    ParagraphAnswer,
    RollAnswer,
    SeveralAnswer,
    TallyAnswer,
    VoteAnswer,
)
from bot.corpus.library import Library
from bot.corpus.model import CAST, Adoption, Paragraph, Part, Resolution, Vote
from bot.errors import ContentError
from bot.history import Row
from bot.language import normal
from bot.language.names import load_toml
from bot.language.references import Selection
from bot.question.documents import OFFERED
from bot.question.model import MEMORY, REMEMBERED, Among, Comparison, Fact, Refused, Topic, Unclear, Verdict

LANGUAGES = ("zh-Hans", "zh-Hant", "en")
"""Those the bot speaks; whoever writes another one gets English."""
LINK = "https://undocs.org/{symbol}"
"""The official document, by its symbol (docs.un.org redirects by language)."""
OUTLINE_LENGTH = 34
"""Characters of each paragraph in an outline."""
PAGE = 10
"""Entries of a list in one message."""
TITLE_LENGTH = 60
"""Characters of a title in a list."""
FOLDED_FROM = 200
"""Characters of a list of states that may be shown folded."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December",
)  # fmt: skip


class Style(StrEnum):
    """How a piece of a reply is meant to look."""

    PLAIN = "plain"
    BOLD = "bold"
    QUOTE = "quote"
    """Verbatim text of a document."""
    LINK = "link"
    """An address; it is its own label."""
    FOLD = "fold"
    """Long, and may be shown folded."""
    EXAMPLE = "example"
    """Messages to send, a line each; a face that has buttons for them leaves this out."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a reply in one style."""

    text: str
    style: Style = Style.PLAIN
    marked: bool = False
    """Whether these are words that a subject was found by."""


Block = tuple[Piece, ...]
Reply = tuple[Block, ...]
"""Blocks are set apart by a blank line; a reply may be split between them."""


def plain(reply: Reply) -> str:
    """The reply as plain text."""
    return "\n\n".join("".join(piece.text for piece in block) for block in reply)


def language_of(message: str, otherwise: str = "zh-Hans") -> str:
    """The language to reply in: zh-Hans or zh-Hant by the characters, en for other letters.

    otherwise: for a message without words (12, 🇯🇵, PP3), which says nothing of its language.
    """
    if normal.is_chinese(message):
        # A text that the conversion leaves as it is has no Traditional character in it.
        if normal.simplified(message) != message:
            return "zh-Hant"
        return otherwise if otherwise == "zh-Hant" and normal.in_both_scripts(message) else "zh-Hans"
    # A symbol such as A/HRC/56/57 is in no language.
    return "en" if re.search(r"[^\W\d_]{3,}", re.sub(r"\S+/\S+", "", message)) else otherwise


class Wording:
    """The bot's own sentences in one language."""

    def __init__(self, language: str, content: dict[str, Any]) -> None:
        self.language, self._content = language, content

    def __call__(self, key: str, **values: object) -> str:
        """The sentence under ``table.key``, filled in."""
        table, _, name = key.partition(".")
        return str(self._content[table][name]).format(**values)

    @property
    def themes(self) -> tuple[str, ...]:
        """The themes of the examples."""
        return tuple(self._content["examples"])

    def examples(self, name: str) -> tuple[str, ...]:
        """Messages that can be sent, on that theme."""
        return tuple(self._content["examples"][name])

    def date(self, day: date) -> str:
        """A date as this language writes it."""
        return self("format.date", year=day.year, month=day.month, day=day.day, month_en=_MONTHS[day.month - 1])


def load(folder: Path) -> dict[str, Wording]:
    """content/wording/; ContentError where a language lacks a sentence or fills it in with what there is not."""
    shapes: dict[str, set[str]] = {}
    wordings: dict[str, Wording] = {}
    for language in LANGUAGES:
        path = folder / f"{language}.toml"
        content = load_toml(path)
        shapes[language] = set(_checked(path, content))
        wordings[language] = Wording(language, content)
    for language in LANGUAGES:
        if lacking := sorted(set().union(*shapes.values()) - shapes[language]):
            raise ContentError(folder / f"{language}.toml", None, f"{lacking[0]} is missing; expected a sentence, as in the other languages")
    return wordings


def _checked(path: Path, content: dict[str, Any]) -> Iterator[str]:
    """The key of every sentence in a wording file; ContentError for one that could not be said."""
    for table, sentences in content.items():
        if not isinstance(sentences, dict):
            raise ContentError(path, None, f"{table} is {sentences!r:.40}; expected a table, [{table}]")
        for name, value in sentences.items():
            key = f"{table}.{name}"
            texts = value if isinstance(value, list) else [value]
            if not texts or not all(isinstance(text, str) and text for text in texts) or (table == "examples") != isinstance(value, list):
                raise ContentError(path, None, f"{key} is {value!r:.40}; expected {'a list of messages' if table == 'examples' else 'a sentence'}")
            for text in texts:
                try:
                    parts = list(string.Formatter().parse(text))
                except ValueError as error:
                    raise ContentError(path, None, f"{key}: {error}; expected {{name}} for what is filled in, {{{{ for a brace") from None
                # A format ({state:d}) or conversion counts as a part of the name, and is refused with it.
                fields = {field + (f":{form}" if form else "") + (f"!{how}" if how else "") for _, field, form, how in parts if field is not None}
                if unknown := sorted(fields - _filled_in(table, key)):
                    known = ", ".join(sorted(_filled_in(table, key))) or "nothing"
                    raise ContentError(path, None, f"{key} is filled in with {{{unknown[0]}}}; expected only {known}")
            yield key


_OF_DOCUMENT = frozenset({
    "symbol", "number", "title", "body", "body_en", "date", "iso", "meeting", "meeting_number", "session", "session_number", "dates",
    "opened", "closed", "preambular", "operative", "total",
})  # fmt: skip
_OF_VOTE = frozenset({"yes", "no", "abstain", "total", "margin"})
_FIELDS = {
    "votes.cast": {"state", "vote"}, "votes.absent": {"state"}, "votes.not_voting": {"state"}, "votes.taken_for": {"typed", "state"},
    "roll.count": {"heading", "count", "states"}, "roll.none_of_group": {"group"}, "roll.no_voter": {"group"}, "roll.group": {"group"},
    "roll.unrecorded": {"count"}, "roll.as_of": {"date", "source"}, "roll.like": {"state", "heading"}, "roll.unlike": {"state", "heading"},
    "roll.without": {"states"}, "tally.result": _OF_VOTE, "source.paragraph": {"paragraph", "symbol", "date"},
    "source.document": {"symbol", "date"}, "source.vote": {"symbol", "date"}, "paragraph.operative": {"number"}, "paragraph.annex": {"annex", "number"},
    "paragraph.preambular": {"number"}, "paragraph.label": {"paragraph"}, "paragraph.footnote": {"mark", "text"},
    "paragraph.missing": {"paragraph", "preambular", "operative"}, "paragraph.zero": {"preambular", "operative"},
    "paragraph.from_end_operative": {"number"}, "paragraph.from_end_preambular": {"number"}, "paragraph.further": {"paragraphs"},
    "paragraph.left_out": {"count"}, "fact.agenda_item": {"number", "title"}, "fact.footnote": {"mark", "paragraph", "text"},
    "document.preamble": {"count"}, "document.operative": {"count"}, "clarify.which_state": {"states"},
    "none.nearest": {"paragraph"}, "help.privacy": {"memory", "minutes"}, "help.hello_many": {"count"}, "help.about_many": {"count"},
    "paragraph.elsewhere": {"symbols"}, "documents.head": {"count"}, "documents.head_among": {"among", "count"}, "documents.more": {"count"},
    "documents.entry": {"symbol", "title", "date"}, "documents.page": {"page", "pages"}, "history.among": {"among"}, "history.vote": {"state", "vote"},
    "history.agreement": {"states", "same", "of", "percent"}, "history.same": {"count"}, "history.different": {"count"},
    "history.not_voting": {"states", "count", "recorded"}, "history.each": {"cast", "count", "recorded"},
    "history.voted": {"states", "votes", "count", "recorded"}, "history.all": {"states", "count", "recorded"}, "history.row": {"number", "entry", "votes"},
    "buttons.previous": {"paragraph"}, "buttons.next": {"paragraph"},
    "inline.try_it": {"example"}, "format.date": {"year", "month", "day", "month_en"},
}  # fmt: skip
"""What each sentence can be filled in with; those of _DOCUMENT_TABLES with what there is to say of a document."""
_DOCUMENT_TABLES = {"fact": _OF_DOCUMENT, "document": _OF_DOCUMENT, "help": _OF_DOCUMENT, "none": _OF_DOCUMENT | _OF_VOTE | {"about"},
                    "none_of_all": frozenset({"count", "about"})}  # fmt: skip


def _filled_in(table: str, key: str) -> Set[str]:
    return _FIELDS.get(key) or _DOCUMENT_TABLES.get(table, frozenset())


def say(answer: Answer, library: Library, wording: Wording, reading: str = "") -> Reply:
    """The reply to read for an answer.

    reading: the language of clauses (zh, en, fr, es, ru, ar), where the resolution has a text in it; else
    that of the wording.
    """
    return _Speaker(library, wording, reading or wording.language[:2]).say(answer)


_FRENCH = re.compile(
    r"\b(?:le|la|les|des|du|est|que|quel|quelle|quels|comment|pour|contre|qui|paragraphe|voté|résolution|dans)\b|[àâçèêëîïôœùû]", re.IGNORECASE
)
_SPANISH = re.compile(r"\b(?:el|los|las|del|qué|que|cómo|como|quién|cuál|para|contra|párrafo|votó|resolución|en)\b|[¿¡ñáíóú]", re.IGNORECASE)


def reading_language(message: str, otherwise: str) -> str:
    """The language of clauses for whoever writes so: zh, en, fr, es, ru or ar; `otherwise` where the message has no letters."""
    if normal.is_chinese(message):
        return "zh"
    for pattern, language in ((r"[\u0400-\u04ff]", "ru"), (r"[\u0600-\u06ff]", "ar")):
        if re.search(pattern, message):
            return language
    french, spanish = len(_FRENCH.findall(message)), len(_SPANISH.findall(message))
    if max(french, spanish) >= 2 and french != spanish:
        return "fr" if french > spanish else "es"
    return "en" if language_of(message, "") == "en" else otherwise


def label(paragraph: Paragraph, wording: Wording) -> str:
    """What a paragraph is called: operative paragraph 5."""
    return _numbered(paragraph.part, paragraph.number, wording, paragraph.annex) + paragraph.piece


def _numbered(part: Part, number: int, wording: Wording, annex: int = 0) -> str:
    if part is Part.ANNEX:
        return wording("paragraph.annex", annex=annex, number=number)
    return wording("paragraph.preambular" if part is Part.PREAMBLE else "paragraph.operative", number=number)


def _has(resolution: Resolution, fact: Fact) -> bool:
    """Whether a document of its form has that to say of itself."""
    session = resolution.session
    needed = {
        Fact.SESSION: session is not None and bool(session.dates), Fact.SESSION_DATES: session is not None and session.opened is not None,
        Fact.MEETING: resolution.meeting is not None, Fact.AGENDA_ITEM: resolution.agenda_item is not None,
    }  # fmt: skip
    return needed.get(fact, True)


def _marked(text: str, words: tuple[str, ...]) -> list[Piece]:
    """A clause with those words marked, where they stand in it; words are in lower case and Simplified characters."""
    simple = normal.simplified(text).lower()
    if not words or len(simple) != len(text):
        return [Piece(text, Style.QUOTE)]
    inside = [False] * len(text)
    for word in words:
        for found in re.finditer(re.escape(word), simple):
            inside[found.start() : found.end()] = [True] * len(word)
    runs = itertools.groupby(range(len(text)), key=inside.__getitem__)
    return [Piece("".join(text[i] for i in run), Style.QUOTE, marked) for marked, run in runs]


class _Speaker:
    """Puts answers into words, with one library and in one language."""

    def __init__(self, library: Library, wording: Wording, reading: str) -> None:
        self.library, self.wording, self.reading = library, wording, reading

    def read(self, answer: Answer) -> Answer:
        """The answer from the text in the reader's language, where there is one."""
        if answer.resolution is None or isinstance(answer, SeveralAnswer):
            return answer
        text = self.library.text(answer.resolution, self.reading)
        if text is answer.resolution:
            return answer
        if isinstance(answer, ParagraphAnswer):
            return replace(answer, resolution=text, paragraphs=tuple(self.library.same(p, answer.resolution, text) for p in answer.paragraphs))
        if isinstance(answer, NoneAnswer) and answer.nearest:
            return replace(answer, resolution=text, nearest=text.paragraph(answer.nearest.id))
        return replace(answer, resolution=text)

    def say(self, answer: Answer) -> Reply:
        answer = self.read(answer)
        match answer:
            case VoteAnswer():
                return self.votes(answer)
            case RollAnswer():
                return self.roll(answer)
            case TallyAnswer():
                return self.tally(answer)
            case ParagraphAnswer():
                return self.paragraphs(answer)
            case FactAnswer():
                return self.fact(answer)
            case DocumentAnswer():
                return self.full_text(answer.resolution) if answer.full else self.outline(answer.resolution)
            case HelpAnswer():
                return self.help(answer)
            case ClarifyAnswer():
                return self.clarify(answer)
            case NoneAnswer():
                return self.none(answer)
            case HistoryAnswer():
                return self.history(answer)
            case ListAnswer():
                return self.documents(answer)
            case SeveralAnswer():
                return tuple(block for a in answer.answers for block in self.say(a))

    @property
    def space(self) -> str:
        """What stands between two sentences."""
        return "" if self.wording.language.startswith("zh") else " "

    # --- pieces ---------------------------------------------------------------------------------

    def state(self, code: str, resolution: Resolution) -> str:
        """A state's name as the record prints it; with the asker's name for it, where that differs."""
        # Voting data writes names in capitals, and is no text.
        printed = next((v.name for v in resolution.roll_call if v.code == code and v.span), None)
        own = self.library.names.states[code].name(self.wording.language)
        if printed is None:
            return own
        return printed if self.wording.language.startswith(resolution.language) else f"{own} ({printed})"

    def source(self, resolution: Resolution, key: str = "document", **values: object) -> Block:
        line = self.wording(f"source.{key}", symbol=resolution.symbol, date=self.wording.date(resolution.adopted), **values)
        return (Piece(line + "\n"), Piece(LINK.format(symbol=resolution.symbol), Style.LINK))

    def label(self, paragraph: Paragraph) -> str:
        return label(paragraph, self.wording)

    def list(self, items: Iterable[str]) -> str:
        return self.wording("roll.separator").join(items)

    # --- votes -----------------------------------------------------------------------------------

    def votes(self, answer: VoteAnswer) -> Reply:
        lines = [self.one_vote(code, vote, answer.resolution) for code, vote in answer.votes]
        first = self.verdict(answer)
        separator = "\n" if len(lines) > 1 else self.space
        pieces = [Piece(first + separator, Style.BOLD)] if first else []
        pieces.append(Piece("\n".join(lines)))
        for typed, code in answer.question.guessed:
            pieces.append(Piece("\n" + self.wording("votes.taken_for", typed=typed, state=self.library.names.states[code].name(self.wording.language))))
        return (tuple(pieces), self.source(answer.resolution, "vote"))

    def one_vote(self, code: str, vote: Vote, resolution: Resolution) -> str:
        state = self.state(code, resolution)
        if vote is Vote.ABSENT:
            return self.wording("votes.absent", state=state)
        if vote is Vote.NOT_VOTING:
            return self.wording("votes.not_voting", state=state)
        return self.wording("votes.cast", state=state, vote=self.wording(f"vote.{vote}"))

    def verdict(self, answer: VoteAnswer) -> str:
        votes = [vote for _, vote in answer.votes]
        if answer.question.verdict is Verdict.SAME:
            if Vote.NOT_VOTING in votes:
                return self.wording("votes.not_all_voted")
            if Vote.ABSENT in votes:
                return self.wording("votes.neither_recorded" if set(votes) == {Vote.ABSENT} else "votes.not_comparable")
            return self.wording("votes.same" if len(set(votes)) == 1 else "votes.not_same")
        if answer.question.verdict is Verdict.YES_NO:
            so = [vote in answer.question.asked for vote in votes]
            # Two votes make up the negation of the third: “没有投反对票吧” is right for 赞成 and 弃权.
            negated = len(answer.question.asked) > 1
            if len(so) == 1:
                if negated:
                    return self.wording("votes.not_said_so" if so[0] else "votes.not_recorded")
                return self.wording("votes.is_so" if so[0] else "votes.is_not_so")
            return self.wording("votes.all_so" if all(so) else "votes.not_all_so" if any(so) else "votes.none_so")
        return ""

    def roll(self, answer: RollAnswer) -> Reply:
        q, resolution = answer.question, answer.resolution
        names = self.library.names
        groups = [names.groups[g] for g in q.groups]
        group_names = self.list(g.name(self.wording.language) for g in groups)
        blocks: list[Block] = []
        head = []
        if q.like or q.unlike:
            state = self.state(q.like or q.unlike, resolution)
            heading = self.wording(f"heading.{resolution.vote_of(q.like or q.unlike)}")
            head.append(self.wording("roll.like" if q.like else "roll.unlike", state=state, heading=heading))
        if groups:
            head.append(self.wording("roll.group", group=group_names))
        left_out = [names.groups[g].name(self.wording.language) for g in q.without_groups]
        left_out += [self.state(c, resolution) for c in q.without if not q.like]
        if left_out:
            head.append(self.wording("roll.without", states=self.list(left_out)))
        if head:
            blocks.append((Piece("；".join(head) if self.wording.language.startswith("zh") else "; ".join(head), Style.BOLD),))
        for vote in (*CAST, Vote.NOT_VOTING):
            codes = [code for code, v in answer.votes if v is vote]
            if codes:
                heading = self.wording(f"heading.{vote}")
                text = self.wording("roll.count", heading=heading, count=len(codes), states=self.list(self.state(c, resolution) for c in codes))
                cut = text.index(heading) + len(heading)
                blocks.append((Piece(text[:cut], Style.BOLD), Piece(text[cut:], Style.FOLD if len(text) > FOLDED_FROM else Style.PLAIN)))
        if not answer.votes:
            voters = {v.code for v in resolution.roll_call}
            if groups and not any(g.members & voters for g in groups):
                text = self.wording("roll.no_voter", group=group_names)
            else:
                text = self.wording("roll.none_of_group", group=group_names) if groups else self.wording("roll.none")
            blocks.append((Piece(text),))
        if groups:
            notes = [self.wording("roll.unrecorded", count=answer.unrecorded)] if answer.unrecorded else []
            notes += [self.wording("roll.as_of", date=g.as_of, source=g.source) for g in groups]
            blocks.append((Piece("\n".join(notes)),))
        return (*blocks, self.source(resolution, "vote"))

    def tally(self, answer: TallyAnswer) -> Reply:
        tally = answer.resolution.tally
        if tally is None:
            stated = answer.resolution.adoption is Adoption.WITHOUT_A_VOTE
            return ((Piece(self.wording("tally.without_a_vote" if stated else "tally.not_stated")),), self.source(answer.resolution))
        result = self.wording("tally.result", yes=tally.yes, no=tally.no, abstain=tally.abstain, total=tally.total, margin=tally.yes - tally.no)
        not_so = answer.question.unanimous and tally.no
        first = (Piece(self.wording("tally.not_unanimous") + self.space, Style.BOLD),) if not_so else ()
        return ((*first, Piece(result)), self.source(answer.resolution, "vote"))

    # --- paragraphs --------------------------------------------------------------------------------

    def clause(self, paragraph: Paragraph, resolution: Resolution, why: tuple[str, ...] = ()) -> Block:
        label = self.wording("paragraph.label", paragraph=self.label(paragraph))
        pieces = [Piece(label[0].upper() + label[1:] + "\n", Style.BOLD)]
        pieces += _marked(paragraph.text, why)
        for note in resolution.footnotes:
            if note.mark in paragraph.marks:
                pieces.append(Piece("\n" + self.wording("paragraph.footnote", mark=note.mark, text=note.text)))
        return tuple(pieces)

    def missing(self, selection: Selection, resolution: Resolution) -> str:
        counts = {"preambular": len(resolution.preamble), "operative": len(resolution.operative)}
        part = selection.part or Part.OPERATIVE
        size = counts["preambular" if part is Part.PREAMBLE else "operative"]
        if selection.first == 0:
            return self.wording("paragraph.zero", **counts)
        if selection.first < 0:
            key = "from_end_preambular" if part is Part.PREAMBLE else "from_end_operative"
            return self.wording("paragraph.missing", paragraph=self.wording(f"paragraph.{key}", number=-selection.first), **counts)
        numbers = [n for n in (selection.first, selection.last) if n > size or part is Part.ANNEX or selection.piece]
        named = (_numbered(part, n, self.wording, selection.annex) + selection.piece for n in dict.fromkeys(numbers))
        names = self.wording("paragraph.missing_list").join(named)
        return self.wording("paragraph.missing", paragraph=names, **counts)

    def paragraphs(self, answer: ParagraphAnswer) -> Reply:
        resolution = answer.resolution
        blocks: list[Block] = [self.clause(p, resolution, answer.why) for p in answer.paragraphs]
        blocks += [(Piece(self.missing(s, resolution)),) for s in answer.missing]
        if answer.further:
            further = self.list(self.label(resolution.paragraph(i)) for i in answer.further)
            blocks.append((Piece(self.wording("paragraph.further", paragraphs=further)),))
        if answer.elsewhere:
            blocks.append((Piece(self.wording("paragraph.elsewhere", symbols=self.list(r.symbol for r in answer.elsewhere))),))
        if answer.left_out:
            blocks.append((Piece(self.wording("paragraph.left_out", count=answer.left_out)),))
        if answer.paragraphs:
            shown = self.list(self.label(p) for p in answer.paragraphs)
            blocks.append(self.source(resolution, "paragraph", paragraph=shown))
        else:
            blocks.append(self.source(resolution))
        return tuple(blocks)

    # --- the document --------------------------------------------------------------------------------

    def values(self, resolution: Resolution) -> dict[str, object]:
        """What sentences about the document can be filled in with; empty where its form has no such thing."""
        session, meeting = resolution.session, resolution.meeting
        return {
            "symbol": resolution.symbol, "number": resolution.number, "title": resolution.title.text,
            "body": resolution.body_name, "body_en": resolution.body.value, "date": self.wording.date(resolution.adopted),
            "iso": resolution.adopted.isoformat(), "meeting": meeting.name if meeting else "", "meeting_number": meeting.number if meeting else "",
            "session": session.name if session else "", "session_number": session.number if session else "", "dates": session.dates if session else "",
            "opened": self.wording.date(session.opened) if session and session.opened else "",
            "closed": self.wording.date(session.closed) if session and session.closed else "",
            "preambular": len(resolution.preamble), "operative": len(resolution.operative), "total": len(resolution.paragraphs),
        }  # fmt: skip

    def fact(self, answer: FactAnswer) -> Reply:
        resolution, values = answer.resolution, self.values(answer.resolution)
        lines = []
        for fact in answer.question.facts:
            if fact is Fact.FOOTNOTE:
                for note in resolution.footnotes:
                    lines.append(self.wording("fact.footnote", mark=note.mark, paragraph=self.label(resolution.paragraph(note.cited_by)), text=note.text))
            elif fact is Fact.AGENDA_ITEM and resolution.agenda_item:
                lines.append(self.wording("fact.agenda_item", number=resolution.agenda_item.number, title=resolution.agenda_item.title.text))
            elif not _has(resolution, fact):
                continue
            elif fact is Fact.COUNT and answer.question.part:
                lines.append(self.wording("fact.count_preamble" if answer.question.part is Part.PREAMBLE else "fact.count_operative", **values))
            else:
                lines.append(self.wording(f"fact.{fact}", **values))
        return ((Piece("\n".join(lines) or self.wording("document.head", **values)),), self.source(resolution))

    def head(self, resolution: Resolution) -> Block:
        values = self.values(resolution)
        own = resolution.language == self.wording.language[:2]
        if not own:
            # No name in another language in the middle of a sentence.
            values |= {"body": self.wording(f"body.{resolution.body.name.lower()}")}
        about = "document.about" if resolution.session and (own or self.wording.language == "en") else "document.about_without_session"
        return (Piece(self.wording("document.head", **values) + "\n", Style.BOLD), Piece(self.wording(about, **values)))

    def outline(self, resolution: Resolution) -> Reply:
        def lines(paragraphs: tuple[Paragraph, ...]) -> str:
            return "\n".join(f"{p.number}. {p.text[:OUTLINE_LENGTH]}{'…' if len(p.text) > OUTLINE_LENGTH else ''}" for p in paragraphs)

        parts = tuple(
            (Piece(self.wording(f"document.{key}", count=len(paragraphs)) + "\n", Style.BOLD), Piece(lines(paragraphs)))
            for key, paragraphs in (("preamble", resolution.preamble), ("operative", resolution.operative))
            if paragraphs
        )
        return (self.head(resolution), *parts, self.result(resolution), (Piece(self.wording("document.ask")),), self.source(resolution))

    def result(self, resolution: Resolution) -> Block:
        tally = resolution.tally
        if tally is None:
            return (Piece(self.wording("tally.without_a_vote")),) if resolution.adoption is Adoption.WITHOUT_A_VOTE else ()
        return (Piece(self.wording("tally.result", yes=tally.yes, no=tally.no, abstain=tally.abstain, total=tally.total, margin=tally.yes - tally.no)),)

    def full_text(self, resolution: Resolution) -> Reply:
        blocks: list[Block] = [self.head(resolution)]
        for key, paragraphs in (("preamble", resolution.preamble), ("operative", resolution.operative)):
            if paragraphs:
                text = "\n\n".join((f"{p.number}. " if p.part is Part.OPERATIVE else "") + p.text for p in paragraphs)
                blocks.append((Piece(self.wording(f"document.{key}", count=len(paragraphs)) + "\n", Style.BOLD), Piece(text, Style.FOLD)))
        blocks += [(Piece(self.wording("paragraph.footnote", mark=n.mark, text=n.text)),) for n in resolution.footnotes]
        return (*blocks, self.result(resolution), self.source(resolution))

    # --- several documents -----------------------------------------------------------------------------

    @property
    def count(self) -> int:
        """How many resolutions there are."""
        return len(self.library.resolutions)

    def about(self, resolution: Resolution | None) -> dict[str, object]:
        """What a sentence about the document in view, or about all there are, can be filled in with."""
        return {"count": self.count, **(self.values(resolution) if resolution else {})}

    def entry(self, resolution: Resolution) -> str:
        """A resolution in a list: symbol, title, date."""
        text = self.library.text(resolution, self.reading)
        title = text.title.text if len(text.title.text) <= TITLE_LENGTH else text.title.text[:TITLE_LENGTH] + "…"
        return self.wording("documents.entry", symbol=text.symbol, title=title, date=self.wording.date(text.adopted))

    def among(self, among: Among) -> str:
        """The conditions, in words."""
        said = [
            str(among.year or ""),
            self.wording("documents.special") if among.special else "",
            self.wording("documents.without_a_vote") if among.without_a_vote else "",
            self.wording(f"body.{among.body.name.lower()}") if among.body else "",
            among.words,
        ]
        return self.list(filter(None, said))

    def paged(self, lines: Sequence[str], page: int) -> tuple[Block, ...]:
        """One page of a list, and which it is where there are several."""
        pages = max(1, -(-len(lines) // PAGE))
        page = min(page, pages - 1)
        blocks: tuple[Block, ...] = ((Piece("\n".join(lines[page * PAGE : (page + 1) * PAGE])),),) if lines else ()
        return (*blocks, (Piece(self.wording("documents.page", page=page + 1, pages=pages)),)) if pages > 1 else blocks

    def documents(self, answer: ListAnswer) -> Reply:
        among = self.among(answer.question.among)
        head = self.wording("documents.head_among" if among else "documents.head", among=among, count=len(answer.found))
        lines = [f"{i}. {self.entry(r)}" for i, r in enumerate(answer.found, 1)]
        return ((Piece(head, Style.BOLD),), *self.paged(lines, answer.question.page), (Piece(self.wording("documents.use")),))

    def history(self, answer: HistoryAnswer) -> Reply:
        q = answer.question
        states = self.list(self.library.names.states[c].name(self.wording.language) for c in q.states)
        among = self.among(q.among)
        voted = sum(any(vote in CAST for _, vote in row.votes) for row in answer.rows)
        values = {"states": states, "count": len(answer.rows) if q.votes else voted, "recorded": answer.recorded}
        if answer.agreement:
            a = answer.agreement
            head = self.wording("history.agreement", states=states, same=a.same, of=a.of, percent=f"{a.percent:.1f}")
            if q.comparison is not Comparison.AGREEMENT:
                head += "\n" + self.wording(f"history.{q.comparison}", count=len(answer.rows))
        elif q.each:
            pairs = zip(q.states, q.each, strict=True)
            said = (self.wording("history.vote", state=self.library.names.states[c].name(self.wording.language), vote=self.votes_named(v)) for c, v in pairs)
            head = self.wording("history.each", cast=self.list(said), **{k: v for k, v in values.items() if k != "states"})
        elif q.votes == {Vote.NOT_VOTING}:
            head = self.wording("history.not_voting", **values)
        elif q.votes:
            head = self.wording("history.voted", votes=self.votes_named(q.votes), **values)
        else:
            head = self.wording("history.all", **values)
        if among:
            head += self.space + self.wording("history.among", among=among)
        return ((Piece(head, Style.BOLD),), *self.paged([self.row(i, row) for i, row in enumerate(answer.rows, 1)], q.page))

    def votes_named(self, votes: frozenset[Vote]) -> str:
        """Votes, in the order of a record."""
        return self.list(self.wording(f"vote.{v}") for v in (*CAST, Vote.NOT_VOTING) if v in votes)

    def row(self, number: int, row: Row) -> str:
        """A resolution and the votes on it, in a list."""
        if len(row.votes) == 1:
            votes = self.wording(f"vote.{row.votes[0][1]}")
        else:
            states = self.library.names.states
            votes = "; ".join(
                self.wording("history.vote", state=states[code].name(self.wording.language), vote=self.wording(f"vote.{vote}")) for code, vote in row.votes
            )
        return self.wording("history.row", number=number, entry=self.entry(row.resolution), votes=votes)

    # --- talk ------------------------------------------------------------------------------------------

    def examples(self, introduced: str, theme: str) -> Block:
        lines = "".join(f"\n• {e}" for e in self.wording.examples(theme))
        return (Piece(self.wording(introduced)), Piece(lines, Style.EXAMPLE))

    def help(self, answer: HelpAnswer) -> Reply:
        values = self.about(answer.resolution)
        many = "" if answer.resolution and len(self.library.resolutions) == 1 else "_many"
        if answer.topic is Topic.ABOUT:
            return ((Piece(self.wording(f"help.about{many}", **values)),),)
        if answer.topic is Topic.PRIVACY:
            return ((Piece(self.wording("help.privacy", memory=MEMORY, minutes=REMEMBERED // 60)),),)
        if answer.topic is Topic.THANKS:
            return (self.examples("help.thanks", "general"),)
        hello = self.wording(f"help.hello{many}", **values)
        return ((Piece(hello),), self.examples("help.ask", "general"), (Piece(self.wording("help.limits")),))

    def clarify(self, answer: ClarifyAnswer) -> Reply:
        q = answer.question
        if q.unclear is Unclear.WHICH_STATE:
            states = [self.library.names.states[c].name(self.wording.language) for c in q.states]
            return ((Piece(self.wording("clarify.which_state", states=self.wording("clarify.or").join(states))),),)
        if q.unclear is Unclear.WHICH_DOCUMENT:
            found = [r for symbol in q.symbols if (r := self.library.get(symbol))] or self.library.catalogue.latest[:OFFERED]
            lines = "\n".join(f"{i}. {self.entry(r)}" for i, r in enumerate(found, 1))
            return ((Piece(self.wording("clarify.which_document")),), (Piece(lines),), (Piece(self.wording("documents.more", count=self.count)),))
        return ((Piece(self.wording(f"clarify.{q.unclear}")),), self.examples("clarify.try", "general"))

    def none(self, answer: NoneAnswer) -> Reply:
        resolution, reason = answer.resolution, answer.refusal.reason
        if resolution is None or (len(self.library.resolutions) > 1 and reason in _OF_ALL):
            sentence = self.wording(f"none_of_all.{reason if reason in _OF_ALL else 'other'}", count=self.count, about=answer.refusal.about)
            return ((Piece(sentence),), (Piece(self.wording("documents.more", count=self.count)),), self.examples("clarify.try", "documents"))
        values = self.values(resolution)
        tally = resolution.tally
        figures = {"yes": tally.yes, "no": tally.no, "abstain": tally.abstain, "total": tally.total} if tally else {"total": 0}
        sentence = self.wording(f"none.{reason}", **{**values, **figures, "about": answer.refusal.about})
        if answer.nearest:
            sentence += self.space + self.wording("none.nearest", paragraph=self.label(answer.nearest))
        adopted = "none.has_no_vote" if resolution.adoption is Adoption.WITHOUT_A_VOTE else "none.has_not_stated"
        has = self.wording("none.has" if tally else adopted, **{**values, **figures})
        return ((Piece(sentence + "\n" + has),), self.examples("clarify.try", _EXAMPLES.get(reason, "general")))


_EXAMPLES = {
    Refused.OTHER_DOCUMENT: "document", Refused.OTHER_TIME: "document", Refused.OTHER_BODY: "document", Refused.REASON: "votes",
    Refused.FUTURE: "votes", Refused.NOT_CAST: "votes", Refused.SPONSORS: "document", Refused.PERSON: "text", Refused.MONEY: "text",
    Refused.NOT_FOUND: "text", Refused.LANGUAGE: "text",
}  # fmt: skip
"""Which examples fit a refusal; the general ones otherwise."""


_OF_ALL = frozenset({Refused.OTHER_DOCUMENT, Refused.OTHER_TIME, Refused.OTHER_BODY, Refused.CHAT})
"""The refusals that speak of all the documents there are."""


def examples_of(answer: Answer) -> str | None:
    """The theme of the examples that the reply to an answer gives; None where it gives none."""
    match answer:
        case NoneAnswer(resolution=None):
            return "documents"
        case NoneAnswer():
            return _EXAMPLES.get(answer.refusal.reason, "general")
        case HelpAnswer(topic=Topic.HELLO | Topic.THANKS):
            return "general"
        case ClarifyAnswer() if answer.question.unclear not in (Unclear.WHICH_STATE, Unclear.WHICH_DOCUMENT):
            return "general"
    return None
