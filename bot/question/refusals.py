"""Messages that no resolution here can answer: of other documents, other times, other bodies, reasons, opinions, languages.

Each step (see `ladder`) gives a Refusal that says why, or None where the message is of something that may be here; of a document
that is only cited, the footnote is here.
"""

from __future__ import annotations

import re

from bot.language import numerals
from bot.language.citations import INSTRUMENT_ARTICLE
from bot.language.lexicon import Cue
from bot.language.normal import blank, normal
from bot.question.documents import cited as named
from bot.question.model import Conversation, Fact, FactQuestion, Question, Refusal, Refused, RollQuestion, TallyQuestion, VoteQuestion
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


def instruction(r: Reading, c: Conversation) -> Question | None:
    """What tells the bot what to be or to do, and asks nothing."""
    return Refusal(Refused.INJECTION) if r.has(Cue.INJECTION) and not r.references.excluded else None


def reason(r: Reading, c: Conversation) -> Question | None:
    """Why states voted so, or why something is so: the record gives no reasons."""
    if not r.has(Cue.WHY):
        return None
    after_votes = r.has(Cue.IT, Cue.AMONG) and isinstance(c.last, (VoteQuestion, RollQuestion, TallyQuestion)) and not r.has(Cue.WHERE)
    if r.states or r.groups or about_votes(r) or weight(r.rest) <= LITTLE or after_votes:
        return Refusal(Refused.REASON)
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
    named = re.findall(rf"第([{numerals.CHINESE}]+)届|(\d+)(?:届|(?:st|nd|rd|th) session)", r.text.norm)
    numbers = {numerals.value(a or b) for a, b in named} - {None}
    session = r.resolution.session if r.resolution else None
    return bool(numbers) and session is not None and session.number not in numbers


def _of_another_body(r: Reading) -> bool:
    """Whether an organ is named that did not adopt the resolution that is meant."""
    return bool(r.bodies) and r.resolution is not None and r.resolution.body not in r.bodies


def elsewhere(r: Reading, c: Conversation) -> Question | None:
    """Other years, other bodies, what has not happened yet, who proposed it, what people think of it."""
    if r.has(Cue.SPONSORS) and not names_an_instrument(r):
        return Refusal(Refused.SPONSORS)
    asks = about_votes(r) or r.has(Cue.RESULT, Cue.COUNTRIES, Cue.HOW_MANY, *FACT_CUES) or weight(r.rest) <= SOME
    # 2000年那份宣言 is of another year, but may be cited here.
    cites = r.has(Cue.INSTRUMENT) and not about_votes(r)
    if asks and ((_year_elsewhere(r) and not cites) or _session_elsewhere(r) or (r.has(Cue.OTHER_TIME) and not r.has(Cue.IT_IS_SAID))):
        return Refusal(Refused.OTHER_TIME)
    if r.has(Cue.AFTERMATH) and not about_votes(r) and not r.has(Cue.IT_IS_SAID) and weight(r.rest) <= SOME:
        return Refusal(Refused.OTHER_TIME)
    if (r.has(Cue.OTHER_BODY) or _of_another_body(r)) and (about_votes(r) or r.has(Cue.RESULT) or _year_elsewhere(r)):
        return Refusal(Refused.OTHER_BODY)
    if r.has(Cue.FUTURE) and (r.states or r.groups or about_votes(r) or r.has(*FACT_CUES)):
        return Refusal(Refused.FUTURE)
    if r.has(Cue.OPINION) and not r.has(Cue.IT_IS_SAID) and not r.references.selections:
        return Refusal(Refused.OPINION)
    if r.has(Cue.MONEY) and not r.has(Cue.IT_IS_SAID):
        return Refusal(Refused.MONEY)
    if r.has(Cue.PERSON) and not about_votes(r) and not r.has(Cue.FACT_BODY) and (r.rest or not before(c.last).votes):
        its_title = r.has(Cue.FACT_TITLE) and weight(r.rest) <= LITTLE
        return None if r.has(Cue.HELP) or its_title else Refusal(Refused.PERSON)
    return None


def language(r: Reading, c: Conversation) -> Question | None:
    """The text in another language than those there are."""
    return Refusal(Refused.LANGUAGE) if r.has(Cue.LANGUAGE_VERSION) and not about_votes(r) and weight(r.rest) <= SOME else None
