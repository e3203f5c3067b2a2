"""Messages that no resolution here can answer: the rows of content/refusals.toml, other documents, articles that are only cited.

Each step (see `ladder`) gives a Refusal that says why, or None where the message is of something that may be here; of a document
that is only cited, the footnote is here.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from bot.language import numerals
from bot.language.citations import INSTRUMENT_ARTICLE
from bot.language.lexicon import Cue
from bot.language.normal import blank, normal
from bot.language.refusals import Condition, Refused, Sign, When
from bot.question.documents import cited as named
from bot.question.model import Conversation, Fact, FactQuestion, Question, Refusal, RollQuestion, TallyQuestion, VoteQuestion
from bot.question.reading import Reading, weight
from bot.question.signs import FACT_CUES, LITTLE, SOME, about_votes, names_an_instrument
from bot.question.votes import before


def other_document(r: Reading, c: Conversation) -> Question | None:
    """A document is named that is none of those there are; of one that is only cited, the footnote that cites it."""
    cited = {normal(n.text).strip("。. ") for n in r.resolution.footnotes} if r.resolution else set()
    for document in r.documents:
        if named(document, r):
            continue
        if any(text == document.text or text.endswith("/" + document.text) for text in cited) and not about_votes(r) and not r.has(Cue.RESULT):
            # Of a document that is only cited, no more is known than that it is.
            return FactQuestion((Fact.FOOTNOTE,)) if weight(r.rest) <= LITTLE else Refusal(Refused.NOT_FOUND)
        return Refusal(Refused.OTHER_DOCUMENT, document.text.upper())
    return None


_SOME_TITLE = re.compile("别的|其他|其它|另一|另外|哪|某|什么")
"""What asks for a title rather than gives it: 别的宣言第四条."""


def cited_article(r: Reading, c: Conversation) -> Question | None:
    """第6段 of an instrument that is only cited: it is here only if the document quotes that very number."""
    for title, number, unit in INSTRUMENT_ARTICLE.findall(r.text.norm):
        value = numerals.value(number)
        if r.library.catalogue.is_title(normal(title)) or r.resolution is None:
            continue
        if _SOME_TITLE.search(title):
            continue
        quoted = (m for p in r.resolution.paragraphs for m in INSTRUMENT_ARTICLE.findall(normal(p.text)))
        if not any((numerals.value(n), u) == (value, unit) and (t in title or title in t) for t, n, u in quoted):
            return Refusal(Refused.NOT_FOUND)
    return None


def _year_elsewhere(r: Reading) -> bool:
    """Whether a year is named that the document does not have."""
    years = re.findall(r"(?<!\d)(?:19|20)\d\d(?!\d)", blank(r.text.norm, [(d.start, d.end) for d in r.documents]))
    if not years or r.resolution is None:
        return bool(years) and not {int(y) for y in years} & r.library.catalogue.years
    said = {y for p in r.resolution.paragraphs for y in re.findall(r"(?:19|20)\d\d", p.text)}
    return any(int(y) != r.resolution.adopted.year and y not in said for y in years)


def _session_elsewhere(r: Reading) -> bool:
    """Whether a session is named by number that no document is of."""
    named = re.findall(rf"第([{numerals.CHINESE}]+)届|(?<!\d)(\d+)(?:届|(?:st|nd|rd|th) session)", r.text.norm)
    numbers = {numerals.value(a or b) for a, b in named} - {None}
    session = r.resolution.session if r.resolution else None
    return bool(numbers) and session is not None and session.number not in numbers


def _of_another_body(r: Reading) -> bool:
    """Whether an organ is named that did not adopt the resolution that is meant."""
    return bool(r.bodies) and r.resolution is not None and r.resolution.body not in r.bodies


def _after_votes(r: Reading, c: Conversation) -> bool:
    asked = isinstance(c.last, (VoteQuestion, RollQuestion, TallyQuestion))
    return asked and r.has(Cue.IT, Cue.AMONG) and not r.has(Cue.WHERE)


def _somebodys_vote(r: Reading) -> bool:
    voting = r.has(Cue.CAST, Cue.NO, Cue.ABSTAIN, Cue.YES)
    return voting and bool(r.states or r.groups or r.has(Cue.WHO, Cue.HOW_MANY, Cue.RESULT))


SIGNS: dict[Sign, Callable[[Reading, Conversation], object]] = {
    Sign.STATES: lambda r, c: r.states,
    Sign.GROUPS: lambda r, c: r.groups,
    Sign.VOTES: lambda r, c: about_votes(r),
    Sign.SOMEBODYS_VOTE: lambda r, c: _somebodys_vote(r),
    Sign.AFTER_VOTES: _after_votes,
    Sign.NEW: lambda r, c: r.rest or not before(c.last).votes,
    Sign.NUMBERS: lambda r, c: r.references.selections,
    Sign.EXCLUDED: lambda r, c: r.references.excluded,
    Sign.FACT: lambda r, c: r.has(*FACT_CUES),
    Sign.ITS_TITLE: lambda r, c: r.has(Cue.FACT_TITLE) and weight(r.rest) <= LITTLE,
    Sign.LITTLE: lambda r, c: weight(r.rest) <= LITTLE,
    Sign.SOME: lambda r, c: weight(r.rest) <= SOME,
    Sign.ANOTHER_TEXT: lambda r, c: names_an_instrument(r),
    Sign.CITED: lambda r, c: r.has(Cue.INSTRUMENT) and not about_votes(r),
    Sign.ANOTHER_YEAR: lambda r, c: _year_elsewhere(r),
    Sign.ANOTHER_SESSION: lambda r, c: _session_elsewhere(r),
    Sign.ANOTHER_BODY: lambda r, c: _of_another_body(r),
}
"""How each sign of content/refusals.toml is told."""


def _one_of(conditions: tuple[Condition, ...], r: Reading, c: Conversation) -> bool:
    return any(SIGNS[x](r, c) if isinstance(x, Sign) else r.has(x) for x in conditions)


_BY_SUBJECT = (Refused.PERSON, Refused.MONEY, Refused.CHAT)
"""The refusals that go by words for what is asked about, as 电话 or weather; others go by what is asked of it."""


def _words(conditions: tuple[Condition, ...], r: Reading) -> tuple[str, ...]:
    """The words of the message that are cues of these conditions."""
    spans = (span for x in conditions if isinstance(x, Cue) for span in r.cues.get(x, ()))
    return tuple(dict.fromkeys(r.text.norm[start:end] for start, end in spans))


def refused(when: When) -> Callable[[Reading, Conversation], Question | None]:
    """The step that refuses what the rows of content/refusals.toml for that moment say."""

    def step(r: Reading, c: Conversation) -> Question | None:
        for row in r.library.refusals:
            fits = row.when is when and _one_of(row.any, r, c) and (not row.also or _one_of(row.also, r, c))
            if fits and not _one_of(row.unless, r, c):
                by = _words((*row.any, *row.also), r) if row.reason in _BY_SUBJECT else ()
                return Refusal(row.reason, by=by)
        return None

    return step
