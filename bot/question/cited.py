"""Messages that name another resolution which the text of the one in view recalls: what that text says of it."""

from __future__ import annotations

from bot.language.citations import DocumentReference
from bot.language.cues import Cue
from bot.language.figures import figures, sought, telling
from bot.language.normal import normal
from bot.question.documents import cited
from bot.question.frame import Frame
from bot.question.model import Question, SubjectQuestion
from bot.question.on_what import on_another_subject
from bot.question.reading import LITTLE, SOME, Reading, weight
from bot.question.subject import subject_words


def elsewhere(r: Reading) -> DocumentReference | None:
    """The first document named that is not here."""
    return next((document for document in r.documents if not cited(document, r)), None)


def recalled(f: Frame) -> Question | None:
    """Resolution 1325, the Council's resolution on forests: where the text has that number, or names another body whose
    resolution is asked for."""
    r = f.reading
    if r.resolution is None or r.about_votes or r.has(Cue.RESULT, Cue.SPONSORS):
        return None
    document = elsewhere(r)
    if document and r.left <= SOME and _has_number(document, r):
        return SubjectQuestion(" ".join((subject_words(r), document.text)).strip())
    names_one = not document and bool(on_another_subject(r)) and _names_body(r)
    return SubjectQuestion(subject_words(r)) if names_one else None


def article(f: Frame) -> Question | None:
    """Freedom of thought, article 18: the number of no paragraph but of an article that the text quotes."""
    r = f.reading
    selections = r.references.selections
    only = selections[0] if len(selections) == 1 and not r.references.excluded else None
    if r.resolution is None or only is None or only.first != only.last or only.part or only.piece or only.annex:
        return None
    of_article = r.has(Cue.PROVISION)
    numbered = any(p.number == only.first for p in r.resolution.operative)
    number = sought(str(only.first))
    if not of_article and (numbered or not any(map(telling, number))):
        return None
    words = subject_words(r, r.references.spans)
    is_paragraph = numbered and weight(words) < LITTLE
    if is_paragraph or not any(_quotes(text, number, of_article, r) for text in _texts(r)):
        return None
    return SubjectQuestion(words if weight(words) >= LITTLE else r.text.norm)


def _quotes(text: str, number: frozenset[str], of_article: bool, r: Reading) -> bool:
    """Whether a paragraph has a number, beside a word for an article where that is asked for."""
    norm = normal(text)
    return (
        bool(number) and number <= figures(norm) and (not of_article or Cue.PROVISION in r.library.lexicon.cues(norm))
    )


def _has_number(document: DocumentReference, r: Reading) -> bool:
    """Whether the number of a document stands in a paragraph."""
    number = sought(document.text)
    return bool(number) and any(number <= figures(normal(text)) for text in _texts(r))


def _names_body(r: Reading) -> bool:
    """Whether a paragraph names one of the bodies that the message names besides the one that adopted it."""
    named = {body for _, _, body in r.library.bodies_in(r.text.norm)}
    of_another = named - {r.resolution.body} if r.resolution else named
    return any(body in of_another for text in _texts(r) for _, _, body in r.library.bodies_in(normal(text)))


def _texts(r: Reading) -> tuple[str, ...]:
    return tuple(p.text for p in r.resolution.paragraphs) if r.resolution else ()
