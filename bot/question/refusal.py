"""Messages that no resolution here can answer: how the signs of content/refusals.toml are told, and the rows tried."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace

from bot.language import numerals
from bot.language.cues import Cue
from bot.language.normal import normal
from bot.language.refusals import Condition, Refused, Sign, When
from bot.language.shapes import Shape
from bot.question import times
from bot.question.among import chosen
from bot.question.cited import elsewhere
from bot.question.documents import names_an_instrument
from bot.question.facts import FACT_CUES
from bot.question.follow_sets import asked_before
from bot.question.frame import Frame
from bot.question.model import Fact, FactQuestion, Question, Refusal, RollQuestion, TallyQuestion, VoteQuestion
from bot.question.on_what import on_another_subject, voted_on_another
from bot.question.reading import LITTLE, SOME, Reading
from bot.question.record import Among
from bot.question.sessions import sessions
from bot.question.subject import subject_words
from bot.resolution import Vote

_BY_A_WORD = (
    Refused.NOT_FOUND, Refused.PERSON, Refused.MONEY, Refused.OPINION, Refused.CHAT, Refused.SERVICE,
    Refused.SPONSORS,
)  # fmt: skip
"""The refusals that go by a word, which a paragraph may be about all the same."""
_BY_SUBJECT = (Refused.PERSON, Refused.MONEY, Refused.CHAT, Refused.SERVICE, Refused.SPONSORS)
"""Of these, the ones that go by words for what is asked about, as 电话 or weather; others go by what is asked of it."""
_BESIDE_MUCH = (Refused.REASON, Refused.OTHER_TIME, Refused.FUTURE, Refused.LANGUAGE)
"""The refusals that go by a word which many questions about a subject have too: why does nobody make new medicines
against bacteria; how many die of it every year; will it be safe; may a child translate for its parents."""


def refused(when: When) -> Callable[[Frame], Question | None]:
    """The kind that refuses what the rows of content/refusals.toml for that moment say."""

    def kind(f: Frame) -> Question | None:
        for row in f.reading.library.refusals:
            fits = row.when is when and _one_of(row.any, f) and (not row.also or _one_of(row.also, f))
            if fits and not _one_of(row.unless, f):
                if row.reason is Refused.SPONSORS and _names_sponsors(f.reading):
                    return FactQuestion((Fact.SPONSORS,))
                if row.reason is Refused.OTHER_TIME and (fact := _adopted_when(f.reading)):
                    return FactQuestion((fact,))
                words = _words((*row.any, *row.also), f.reading)
                given = refusal(row.reason, f)
                if (row.reason in _BESIDE_MUCH or Cue.COUNTRIES in row.any) and _of_more(f.reading):
                    return replace(given, words=subject_words(f.reading), beside=True)
                by_a_word = _by_a_word(row.reason, _BY_SUBJECT, f.reading)
                by_a_word = by_a_word and not (row.reason is Refused.PERSON and _only_asks(words, given, f.reading))
                return replace(given, by=words if by_a_word else ())
        return None

    return kind


def _only_asks(words: tuple[str, ...], given: Refusal, r: Reading) -> bool:
    """Whether the words for a person that a message is refused for ask who it is, and say nothing of what is sought,
    nor does the rest of it say much: who is the expert is nothing that a paragraph could be about."""
    if _of_more(r):
        return False
    asking = {start for start, _ in r.spans_of(Cue.WHO)}
    asked = {r.text.norm[a:b] for a, b in r.spans_of(Cue.PERSON) if a in asking}
    return not any(word in given.words and word not in asked for word in words)


def _of_more(r: Reading) -> bool:
    """Whether a message says much beside the word that it is refused for, and nothing of who voted, nor of another
    text: a paragraph may be about that."""
    of_the_record = r.states or r.groups or r.documents or r.references.selections or r.has(Cue.CAST, Cue.ABSTAIN)
    return r.left > SOME and not (of_the_record or r.has(Cue.INSTRUMENT))


def _names_sponsors(r: Reading) -> bool:
    """Whether the text in view is a draft that says who put it forward, and a message asks for little else."""
    named = r.resolution is not None and r.resolution.sponsors is not None
    return named and not (r.states or r.groups) and r.left <= SOME


def _words(conditions: tuple[Condition, ...], r: Reading) -> tuple[str, ...]:
    """The words of the message that are cues of these conditions."""
    spans = (span for x in conditions if isinstance(x, Cue) for span in r.cues.get(x, ()))
    return tuple(dict.fromkeys(r.text.norm[start:end] for start, end in spans))


def refusal(reason: Refused, f: Frame) -> Refusal:
    """The refusal with what its reply names: the document that is not here, or the words to which something comes
    near."""
    r = f.reading
    document = elsewhere(r) if reason is Refused.OTHER_DOCUMENT else None
    named = document.text.upper() if document else on_another_subject(r) if reason is Refused.OTHER_DOCUMENT else ""
    named = voted_on_another(r) if reason is Refused.OTHER_SUBJECT else named
    return Refusal(reason, named, words=subject_words(r) if _by_a_word(reason, _BY_A_WORD, r) else "")


def _by_a_word(reason: Refused, among: tuple[Refused, ...], r: Reading) -> bool:
    """Whether it is refused for a word that may mean something else; those for sponsors do only beside much else: not
    to ban books because of who wrote them."""
    return reason in among and (reason is not Refused.SPONSORS or r.left > SOME)


def cited_document(f: Frame) -> Question | None:
    """A/RES/70/1, which is only cited: of it, no more is known than that it is; the footnote that cites it."""
    r = f.reading
    asks = r.about_votes or r.has(Cue.RESULT) or r.left > LITTLE
    return FactQuestion((Fact.FOOTNOTE,)) if _is_cited(r) and not asks else None


def _is_cited(r: Reading) -> bool:
    """Whether a footnote of the resolution cites that document."""
    document = elsewhere(r)
    if document is None or r.resolution is None:
        return False
    cited = {normal(n.text).strip("。. ") for n in r.resolution.footnotes}
    return any(text == document.text or text.endswith("/" + document.text) for text in cited)


def _unquoted_article(r: Reading) -> bool:
    """Whether a numbered part of an instrument is named of which the resolution does not quote that very number:
    宪章第6条."""
    articles = r.library.lexicon.references.elsewhere.articles
    for title, number, unit in articles(r.text.norm):
        value = numerals.value(number)
        gives_none = Shape.OTHER_TITLE in r.library.lexicon.shapes(title)  # 别的宣言第四条.
        if r.library.catalogue.is_title(normal(title)) or r.resolution is None or gives_none:
            continue
        quoted = (m for p in r.resolution.paragraphs for m in articles(normal(p.text)))
        if not any((numerals.value(n), u) == (value, unit) and (t in title or title in t) for t, n, u in quoted):
            return True
    return False


def _year_elsewhere(r: Reading) -> bool:
    """Whether a year is named that the document does not have."""
    years = {str(at.year) for d in times.dated(r) for at in (d.period.first, d.period.last)}
    if not years or r.resolution is None:
        return bool(years) and not chosen(Among(times.periods(r)), r.library)
    texts = (r.resolution.title.text, *(p.text for p in r.resolution.paragraphs))
    said = {y for text in texts for y in re.findall(r"(?:19|20)\d\d", text)}
    return any(int(y) != r.resolution.adopted.year and y not in said for y in years)


def _session_elsewhere(r: Reading) -> bool:
    """Whether a session is named by number that no document is of."""
    numbers = {number for _, number in sessions(r)}
    session = r.resolution.session if r.resolution else None
    another = bool(numbers) and session is not None and session.number not in numbers
    return another or _meeting_elsewhere(r)


def _meeting_elsewhere(r: Reading) -> bool:
    """Whether a meeting is named by a number that is not that of the one at which the resolution was adopted."""
    meeting = r.resolution.meeting if r.resolution else None
    references, norm = r.library.lexicon.references, r.text.norm
    words = r.spans_of(Cue.FACT_MEETING) if meeting else []
    numbers = [*references.numbers(norm), *references.ordinals(norm)] if words else []
    beside = {n for a, b, n in numbers for start, end in words if start - b in (0, 1) or a - end in (0, 1)}
    return bool(beside) and meeting is not None and meeting.number not in beside


def _adopted_when(r: Reading) -> Fact | None:
    """Which fact says whether it was adopted at the meeting, or the session, that is named by another number; None
    where it is not asked if it was."""
    of_adoption = r.tells(Shape.ADOPTED) and (r.asks or r.ends_as_question) and r.left <= LITTLE
    others = r.about_votes or r.mentions or r.documents or r.has(Cue.WHO, Cue.COUNTRIES, Cue.HOW_MANY)
    if not of_adoption or others or _adopted_what(r) or not _session_elsewhere(r):
        return None
    return Fact.MEETING if _meeting_elsewhere(r) else Fact.SESSION


def _of_another_body(r: Reading) -> bool:
    """Whether a body is named that did not adopt the resolution that is meant; by its whole symbol it is meant all the
    same, and the body is of what it is on."""
    by_symbol = any(r.resolution and normal(r.resolution.symbol).startswith(d.text) for d in r.documents)
    return bool(r.bodies) and r.resolution is not None and r.resolution.body not in r.bodies and not by_symbol


def _after_votes(f: Frame) -> bool:
    asked = isinstance(f.conversation.last, (VoteQuestion, RollQuestion, TallyQuestion))
    return asked and f.reading.has(Cue.IT, Cue.AMONG) and not f.reading.has(Cue.WHERE)


def _somebodys_vote(r: Reading) -> bool:
    voting = r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.YES)
    return voting and bool(r.states or r.groups or r.has(Cue.WHO, Cue.HOW_MANY, Cue.RESULT))


def _counted_without(r: Reading) -> bool:
    leaves_out = r.has(Cue.EXCEPT, Cue.EXCEPT_BEHIND)
    return leaves_out and r.has(Cue.SHARE, Cue.HOW_MANY, Cue.WHO, Cue.LIST) and not r.has(Cue.RESULT)


def _adopted_what(r: Reading) -> bool:
    what = r.tells(Shape.ON_WHAT) or (r.tells(Shape.ASKS) and not r.tells(Shape.ASKS_WHEN))
    otherwise = (Cue.YES_OR_NO, Cue.WHO, Cue.HOW_MANY, Cue.COUNTRIES)
    return r.tells(Shape.ADOPTED) and what and (r.tells(Shape.ON_WHAT) or not r.has(*otherwise))


def _lists_non_voters(r: Reading) -> bool:
    return r.resolution is not None and bool(r.resolution.voters(Vote.NOT_VOTING))


SIGNS: dict[Sign, Callable[[Frame], object]] = {
    Sign.STATES: lambda f: f.reading.states,
    Sign.GROUPS: lambda f: f.reading.groups,
    Sign.VOTES: lambda f: f.reading.about_votes,
    Sign.VOTES_NAMED: lambda f: f.reading.votes,
    Sign.SOMEBODYS_VOTE: lambda f: _somebodys_vote(f.reading),
    Sign.AFTER_VOTES: _after_votes,
    Sign.NEW: lambda f: f.reading.rest or not asked_before(f.conversation.last).votes,
    Sign.NUMBERS: lambda f: f.reading.references.selections,
    Sign.EXCLUDED: lambda f: f.reading.references.excluded,
    Sign.FACT: lambda f: f.reading.has(*FACT_CUES),
    Sign.ITS_TITLE: lambda f: f.reading.has(Cue.FACT_TITLE) and f.reading.left <= LITTLE,
    Sign.NOTHING: lambda f: f.reading.left < LITTLE,
    Sign.LITTLE: lambda f: f.reading.left <= LITTLE,
    Sign.SOME: lambda f: f.reading.left <= SOME,
    Sign.MUCH: lambda f: f.reading.left > SOME,
    Sign.SPOKEN_TO: lambda f: f.reading.tells(Shape.YOU),
    Sign.ANOTHER_TEXT: lambda f: names_an_instrument(f.reading),
    Sign.CITED: lambda f: f.reading.has(Cue.INSTRUMENT) and not f.reading.about_votes,
    Sign.DOCUMENT_ELSEWHERE: lambda f: elsewhere(f.reading),
    Sign.CITED_DOCUMENT: lambda f: _is_cited(f.reading),
    Sign.UNQUOTED_ARTICLE: lambda f: _unquoted_article(f.reading),
    Sign.ANOTHER_SUBJECT: lambda f: on_another_subject(f.reading),
    Sign.VOTED_ON_ANOTHER: lambda f: voted_on_another(f.reading),
    Sign.NON_VOTERS: lambda f: _lists_non_voters(f.reading),
    Sign.COUNTED_WITHOUT: lambda f: _counted_without(f.reading),
    Sign.ADOPTED_WHAT: lambda f: _adopted_what(f.reading),
    Sign.ANOTHER_YEAR: lambda f: _year_elsewhere(f.reading),
    Sign.ANOTHER_SESSION: lambda f: _session_elsewhere(f.reading),
    Sign.DATED: lambda f: len(f.reading.library.summaries) > 1 and times.dated(f.reading),
    Sign.ANOTHER_BODY: lambda f: _of_another_body(f.reading),
}
"""How each sign of content/refusals.toml is told."""


def _one_of(conditions: tuple[Condition, ...], f: Frame) -> bool:
    cues = f.reading.cues
    return any(SIGNS[x](f) if isinstance(x, Sign) else x in cues for x in conditions)
