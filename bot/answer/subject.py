"""The paragraphs on a subject: all ranking of them, and the thresholds that decide what is shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import partial
from typing import Final

from bot.answer.figured import having_figures, sought_by_figures
from bot.answer.model import Answer, FactAnswer, NoneAnswer, OfferAnswer, ParagraphAnswer
from bot.answer.named import names_another_state, names_nobody_there
from bot.answer.purposeful import by_purpose, favoured, giving_numbers, with_purposes
from bot.corpus.library import MOST_MEANT, Library
from bot.corpus.purposes import FIGURE
from bot.language import numerals
from bot.language.cues import Cue
from bot.language.normal import all_chinese, normal
from bot.language.shapes import Shape
from bot.question.model import Fact, FactQuestion, Refusal, Refused, SubjectQuestion
from bot.question.reading import LITTLE, weight
from bot.resolution import Paragraph, Part, Resolution
from bot.search import Found
from bot.search.decide import OPERATIVE, SECOND_ASKED, doubtful, offers, seconded, verdict
from bot.search.decide import Certainty as Sureness
from bot.search.shared import with_terms

CLOSE: Final = 0.97
"""The second paragraph is shown as well when its score is at least this share of the best one's."""
CLEAR: Final = 0.9
"""Where the best by words and meaning has less than this share of the words of the best by words alone, the words
decide. With it 2,671 of the 2,700 labelled questions about one document are answered rightly, with 0.75 2,670, without
it 2,666."""
_SHORT: Final = 3
"""Chinese characters of the longest word that has to stand in a paragraph, or to be most of what it is looked for
by."""
MEANT: Final = 70.0
"""How much of that, 0–100, see Library.closeness: 历史债务 is at 67 of 债务."""
EQUAL: Final = 0.999
"""Paragraphs are told apart by their closest lines when their scores are at least this share of the best one's."""
FURTHER: Final = 0.60
"""Further paragraphs are named by number when their score is at least this share of the best one's."""
MOST_FURTHER: Final = 2
MOST_FOUND: Final = SECOND_ASKED
"""How many paragraphs of a resolution are looked at."""
MOST_SEARCHED: Final = 60
"""How many of all paragraphs, or titles, are looked at where no resolution is named."""
_MOST_COMPARED: Final = 4
"""How many of the resolutions that these are of are looked at closely."""
_MOST_ENCODED: Final = 1
"""Of thousands of resolutions: how many of those that `index` has not encoded yet a message does, the likeliest; in the
others the words decide. One takes a tenth of a second, and is kept."""


Ranked = list[tuple[Paragraph, Found]]
"""Paragraphs, and how they were found, best first."""


_BESIDE: Final = 3
"""Characters before a noun in which its number stands, with the word that counts it."""
COUNTED: Final = 0.5
"""How nearly a paragraph that is found by its meaning has to have the word for what a number is asked of: of twenty
questions how many or how much on ten documents, the eighteen on what is treated are at 0.51 to 1, and how much tax is
at 0.42 and 0.48."""


def nearest(answer: Answer) -> tuple[Paragraph, ...]:
    """What comes nearest to a subject: the best that is shown, or all that are offered."""
    match answer:
        case ParagraphAnswer(paragraphs=found):
            return found[:1]
        case OfferAnswer(paragraphs=found) | NoneAnswer(offered=found):
            return found
    return ()


def subject_answer(question: SubjectQuestion, resolution: Resolution, library: Library) -> Answer:
    """The paragraphs of one resolution on a subject, those of the part named first."""
    if noted := _only_in_a_note(question, resolution):
        return noted
    question = _formal(with_purposes(question, library), library)
    if names_nobody_there(question.words, question.asked, resolution, library):
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND))
    every = len(resolution.paragraphs) if question.purposes else 0
    ranked = paragraphs_on(question.words, question.asked, resolution, library, least=every)
    if question.alone:
        return by_purpose(ranked, question, resolution, library)
    ranked = favoured(ranked, question, resolution, library)[:MOST_FOUND]
    if question.part:
        there = _subject_among([x for x in ranked if x[0].part is question.part], question, resolution, library)
        if isinstance(there, ParagraphAnswer):
            return there
    return _subject_among(ranked, question, resolution, library)


def _only_in_a_note(question: SubjectQuestion, resolution: Resolution) -> FactAnswer | None:
    """The footnotes, where one of them has the words that are sought as they stand, and no paragraph does: reissued for
    technical reasons."""
    words = normal(question.words)
    if weight(words) < _OF_A_NOTE or not any(words in normal(note.text) for note in resolution.footnotes):
        return None
    elsewhere = any(words in normal(p.text) for p in resolution.paragraphs)
    return None if elsewhere else FactAnswer(resolution, FactQuestion((Fact.FOOTNOTE,)))


_OF_A_NOTE: Final = 3
"""The least weight (see `weight`) of words by which a footnote is found."""


def _formal(question: SubjectQuestion, library: Library) -> SubjectQuestion:
    """The question, with what it says in everyday words put as documents do, where it is sought by what it means."""
    return replace(question, asked=library.everyday.as_documents_say(question.asked))


def _subject_among(
    ranked: Ranked, question: SubjectQuestion, resolution: Resolution, library: Library, *, in_view: bool = True
) -> Answer:
    """The answer out of the paragraphs on a subject, best first.

    in_view: whether only this resolution is looked at, so that there is time for a second opinion.
    """
    left = [(p, f) for p, f in ranked if p.id not in question.beyond]
    if question.session and (handed_in := _handed_in(question, resolution, library)):
        if len(handed_in) == 1:
            return ParagraphAnswer(resolution, handed_in)
        left = [(p, f) for p, f in left if p in handed_in] or left
    expected, told = question.in_document, resolution.symbol in library.subjects
    if not told:
        left = _with_terms(_of_kind(left, question, library), question, resolution, library)
    if left and not told and sought_by_figures(question, resolution):
        return _figured(left, question, resolution, library)
    left = _judged(left, question, resolution, library, in_view=in_view)
    found, length = [f for _, f in left], weight(question.words)
    decided = verdict(found, length, expected=expected, told=told)
    if decided is Sureness.NOT_THERE:
        return NoneAnswer(resolution, Refusal(Refused.NOT_FOUND))
    chosen = offers(found)
    if decided is Sureness.BY_WORDS and found[0].words < CLEAR * max(f.words for f in found):
        # What the words decide stays decided by them, where they are clear.
        left.sort(key=lambda each: -each[1].words)
        found = [f for _, f in left]
    if decided is Sureness.PERHAPS and len(left) == 1 and having_figures(question.asked or question.words, resolution):
        # The one that has the figure which is asked for: a 16 year old.
        decided = Sureness.BY_MEANING
    decided = _less_sure(decided, question, found[0], resolution, library)
    without = decided is Sureness.BY_WORDS and question.figure and not _numbers(left[0][0].text, question.counted)
    if decided in (Sureness.PERHAPS, Sureness.HARDLY) or without:
        offered = tuple(p for p, f in left if f in chosen)
        return _unsure(decided, offered, () if without else question.follows, resolution)
    return _sure(decided, left, question, resolution, library)


def _judged(
    ranked: Ranked, question: SubjectQuestion, resolution: Resolution, library: Library, *, in_view: bool
) -> Ranked:
    """The same, with all that tells whether the best is what was sought: a second opinion where it is worth its time,
    and whether a number is given where one is asked for."""
    told = resolution.symbol in library.subjects
    found, length = [f for _, f in ranked], weight(question.words)
    if in_view and doubtful(found, length, expected=question.in_document, told=told):
        ranked = _seconded(ranked, question, library)
    # Not before: whether a second opinion is worth its time does not hang on it.
    return ranked if told else giving_numbers(ranked, question, resolution, library)


def _less_sure(
    decided: Sureness, question: SubjectQuestion, best: Found, resolution: Resolution, library: Library
) -> Sureness:
    """Whether the best paragraph is what was sought, seen what kind of question it is."""
    if decided is Sureness.BY_WORDS and weight(question.words) < LITTLE:
        # 水: a character is a part of many words.
        return Sureness.PERHAPS
    if decided is Sureness.BY_MEANING and names_another_state(question.asked, resolution, library):
        return Sureness.HARDLY
    counts = decided is Sureness.BY_MEANING and bool(question.counted)
    if counts and library.index.means((question.counted,), best.position) < COUNTED:
        return Sureness.HARDLY
    return decided


def _numbers(text: str, counted: str) -> bool:
    """Whether a paragraph has a number; in Chinese, one in a word before that for what is counted: 五十名学生."""
    if FIGURE.search(text):
        return True
    before = normal(text).split(counted)[:-1] if all_chinese(counted) else []
    return any(not set(numerals.CHINESE).isdisjoint(each[-_BESIDE:]) for each in before)


def _sure(
    decided: Sureness, left: Ranked, question: SubjectQuestion, resolution: Resolution, library: Library
) -> ParagraphAnswer:
    """The best paragraph, and the second where it is as good; which others there are."""
    scores = [f.words if decided is Sureness.BY_WORDS else f.score for _, f in left]
    near = [CLOSE * max(scores), FURTHER * max(scores)]
    second = 1 if len(left) > 1 and min(scores[:2]) >= near[0] else 0
    shown = tuple(p for p, _ in left[: 1 + second])
    rest = zip(left[len(shown) :], scores[len(shown) :], strict=True)
    by_meaning = decided is Sureness.BY_MEANING
    # What meaning finds is less sure than what words do: the next best can be had with a tap.
    further = tuple(p.id for (p, _), score in rest if by_meaning or score >= near[1])[:MOST_FURTHER]
    why = library.matched(question.words, resolution, shown[0])
    return ParagraphAnswer(resolution, shown, further=further, why=why, by_meaning=by_meaning)


def _handed_in(question: SubjectQuestion, resolution: Resolution, library: Library) -> tuple[Paragraph, ...]:
    """The operative paragraphs that say that something is handed in to a session."""
    sought = (p for p in resolution.operative if p.id not in question.beyond)
    says = frozenset({Shape.SESSION, Shape.HANDED_IN})
    return tuple(p for p in sought if says <= library.lexicon.shapes(normal(p.text)).keys())


def _unsure(
    decided: Sureness, offered: tuple[Paragraph, ...], shown: tuple[str, ...], resolution: Resolution
) -> Answer:
    """The paragraphs that come nearest, to choose from; one of those shown before, where a message speaks of these:
    what it says of them is sought in them first."""
    likely = offered[:1] if decided is Sureness.HARDLY else offered
    if its := [p for p in likely if p.id in _whole(shown)]:
        return ParagraphAnswer(resolution, (its[0],), by_meaning=True)
    if decided is Sureness.PERHAPS:
        return OfferAnswer(resolution, offered)
    refusal = Refusal(Refused.NOT_FOUND, paragraphs=tuple(p.id for p in offered))
    return NoneAnswer(resolution, refusal, offered=offered)


def _whole(ids: Iterable[str]) -> frozenset[str]:
    """The ids of paragraphs, each for those of its sub-paragraphs too."""
    return frozenset(each.partition("(")[0] for each in ids)


def _figured(ranked: Ranked, question: SubjectQuestion, resolution: Resolution, library: Library) -> Answer:
    """The best of the paragraphs that have the figures of the question, and the next best of them."""
    first, *others = (p for p, _ in ranked)
    why = library.matched(question.words, resolution, first)
    return ParagraphAnswer(resolution, (first,), further=tuple(p.id for p in others)[:MOST_FURTHER], why=why)


def _seconded(ranked: Ranked, question: SubjectQuestion, library: Library) -> Ranked:
    """The same, ranked again by a second opinion on the best of them."""
    found, paragraphs = [f for _, f in ranked], {f.position: p for p, f in ranked}
    ways = (question.asked, question.words) if question.asked else (question.words,)
    second = library.index.opinion(ways, [f.position for f in found[:SECOND_ASKED]])
    return [(paragraphs[f.position], f) for f in seconded(found, second)]


def _of_kind(ranked: Ranked, question: SubjectQuestion, library: Library) -> Ranked:
    """The same, ranked again with what counts for operative paragraphs where a question is asked, and not why."""
    norm = normal(question.asked)
    if not library.lexicon.asks(norm) or Cue.WHY in library.lexicon.cues(norm):
        return ranked
    each = [(p, f if p.part is Part.PREAMBLE else replace(f, of_kind=OPERATIVE)) for p, f in ranked]
    return sorted(each, key=lambda one: -one[1].score)


def _with_terms(ranked: Ranked, question: SubjectQuestion, resolution: Resolution, library: Library) -> Ranked:
    """The same, with which of the question's terms that are known in several languages each has."""
    asked = frozenset(library.terms.known(f"{question.words}\n{question.asked}"))
    if not asked:
        return ranked
    start = library.place(resolution, resolution.paragraphs[0]) if ranked else 0
    found = with_terms([f for _, f in ranked], asked, library.found_by.terms_among(asked, resolution.symbol), start)
    return [(p, f) for (p, _), f in zip(ranked, found, strict=True)]


def paragraphs_on(
    words: str, asked: str, resolution: Resolution, library: Library, *, by_meaning: bool = True, least: int = 0
) -> Ranked:
    """The paragraphs of the resolution on a subject, best first. asked: the whole question, where there is one.

    by_meaning: whether to look at what they mean as well as at their words. least: how many are wanted, if more than
    MOST_FOUND.
    """
    search = partial(library.search, asked=asked) if by_meaning else library.worded
    figured = having_figures(asked or words, resolution)
    most = len(resolution.paragraphs) if figured else max(MOST_FOUND, least)
    found = list(search(words, most, resolution))
    if len(words) <= _SHORT and all_chinese(words) and resolution.language == "zh":
        # 债务 stands in 历史债务, which somebody may look for it by, but not in the document.
        found = sorted((_if_meant(f, words, library) for f in found), key=lambda f: -f.score)
    if figured:
        # What has the very figures that are asked for comes first.
        found = [x for x in found if library.places[x.position][1].id in figured]
    # Between those that have all of it, the one with a line that is all about it: “国际团结” stands in most of them.
    best = found[0].score if found else 0.0
    closeness = {f.position: library.closeness(words, f.position) if f.score >= EQUAL * best else 0.0 for f in found}
    ranked = sorted(found, key=lambda f: (-closeness[f.position], -f.score, f.position))
    return [(library.places[f.position][1], f) for f in ranked]


def _if_meant(found: Found, words: str, library: Library) -> Found:
    """What was found, less its words where these only stand in something else."""
    if not found.words:
        return found
    meant = library.found_by.says(words, found.position) or library.closeness(words, found.position) >= MEANT
    return found if meant else replace(found, words=0.0)


def subject_anywhere(question: SubjectQuestion, library: Library) -> Answer:
    """The paragraphs on a subject in the resolution that has most on it; which others have something."""
    question = _formal(question, library)
    found = library.search(question.words, MOST_SEARCHED, asked=question.asked)
    likely = dict.fromkeys(library.symbol_at(f.position) for f in found)
    answers: list[tuple[float, ParagraphAnswer]] = []
    offered: list[tuple[float, OfferAnswer]] = []
    compared = list(filter(None, map(library.get, list(likely)[:_MOST_COMPARED])))
    several = len(library.places) > MOST_MEANT
    new = [each.symbol for each in compared if several and not library.encoded(each)][_MOST_ENCODED:]
    for resolution in compared:
        if names_nobody_there(question.words, question.asked, resolution, library):
            continue
        by_meaning = resolution.symbol not in new
        ranked = paragraphs_on(question.words, question.asked, resolution, library, by_meaning=by_meaning)
        match _subject_among(ranked, question, resolution, library, in_view=False):
            case ParagraphAnswer() as given:
                answers.append((ranked[0][1].score, given))
            case OfferAnswer() as given:
                offered.append((ranked[0][1].score, given))
    if not answers:
        return max(offered, key=lambda x: x[0])[1] if offered else NoneAnswer(None, Refusal(Refused.NOT_FOUND))
    best, answer = max(answers, key=lambda x: x[0])
    others = tuple(a.resolution for score, a in answers if a is not answer and score >= FURTHER * best)
    return replace(answer, elsewhere=others)
