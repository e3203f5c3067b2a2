"""What a reply looks like as a picture: which chart its figures make, in the asker's language."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

from bot.answer.history import history_answer, parts_answer
from bot.answer.model import Answer, RollAnswer, TableAnswer, TallyAnswer, VoteAnswer
from bot.answer.record import GroupHistoryAnswer, HistoryAnswer, PartsAnswer
from bot.corpus.library import Library
from bot.faces.chart import MOST_BARS, MOST_IN_MATRIX, Bar, Cell, Chart, draw_chart
from bot.faces.drawing import find_font, shapes_letters
from bot.faces.rollcall import picture
from bot.language.speaking import FALLBACK
from bot.question.record import By, Comparison, GroupHistoryQuestion, HistoryQuestion, PartsQuestion
from bot.resolution import CAST, Resolution
from bot.wording.history import conditioned, part_label, who
from bot.wording.outcome import outcome_of
from bot.wording.sentences import Wording
from bot.wording.sets import described
from bot.wording.voice import Voice

_Cells = tuple[tuple[Cell | None, ...], ...]


def picture_of(answer: Answer, library: Library, wordings: dict[str, Wording], language: str) -> bytes | None:
    """The picture of an answer, as a PNG; None where there is nothing in it to draw, or too much.

    Of the votes on one resolution, the board; of groups on one, and of one state or group on many, bars; of several
    states on many, a matrix of how often each two voted the same. In English where this system has no font for the
    words.
    """
    board = _board(answer)
    if board:
        return picture(board, library, wordings, language)
    chart = chart_of(answer, Voice(library, wordings[language]))
    if chart is None:
        return None
    font = find_font(chart.letters) if shapes_letters() or not chart.right_to_left else None
    if font is None and language != FALLBACK.tag:
        return picture_of(answer, library, wordings, FALLBACK.tag)
    return draw_chart(chart, replace(font, shaped=chart.right_to_left) if font else None)


def drawable(answer: Answer, library: Library, wording: Wording) -> bool:
    """Whether there is a picture of an answer."""
    return _board(answer) is not None or chart_of(answer, Voice(library, wording)) is not None


def _board(answer: Answer) -> Resolution | None:
    """The resolution of whose votes the board is drawn."""
    if not isinstance(answer, (VoteAnswer, RollAnswer, TallyAnswer)):
        return None
    return answer.resolution if answer.resolution.tally and answer.resolution.roll_call else None


def chart_of(answer: Answer, voice: Voice) -> Chart | None:
    """The chart of an answer's figures; None where it has none that can be drawn."""
    match answer:
        case TableAnswer():
            return _of_table(answer, voice)
        case HistoryAnswer(question=asked) | PartsAnswer(question=PartsQuestion(of=HistoryQuestion() as asked)) if (
            len(asked.states) > 1
        ):
            return _matrix(asked, voice)
        case PartsAnswer():
            return _of_parts(answer, voice)
        case HistoryAnswer(question=asked) | GroupHistoryAnswer(question=asked):
            return _of_parts(parts_answer(PartsQuestion(asked, By.YEAR), voice.library), voice)
    return None


def _of_parts(answer: PartsAnswer, voice: Voice) -> Chart | None:
    """A bar for each year, body or subject: of years the last ones, in order."""
    q = answer.question
    rows = answer.rows[:MOST_BARS]
    if not any(count for row in rows for _, count in row.figures):
        return None
    bars = tuple(Bar(part_label(row, q.by, voice), row.figures) for row in rows)
    note = conditioned(
        voice.wording(f"history.by_{q.by}", who=who(q.of, voice), recorded=answer.recorded), q.of.among, voice
    )
    if isinstance(q.of, GroupHistoryQuestion):
        # On one resolution each of its members votes.
        note = voice.wording("chart.members", note=note, votes=sum(bar.total for bar in bars))
    return _chart(
        who(q.of, voice), note, voice.wording("history.source"), voice, bars=bars[::-1] if q.by is By.YEAR else bars
    )


def _of_table(answer: TableAnswer, voice: Voice) -> Chart | None:
    """A bar for each of several sets of states."""
    resolution = answer.resolution
    bars = tuple(
        Bar(
            described(row.states, resolution, voice),
            tuple((vote, sum(cast is vote for _, cast in row.votes)) for vote in CAST),
        )
        for row in answer.rows[:MOST_BARS]
    )
    tally = resolution.tally
    if not any(bar.total for bar in bars):
        return None
    note = outcome_of(resolution.symbol, tally, voice.wording) if tally else voice.wording("tally.doubtful")
    source = voice.wording("source.vote", symbol=resolution.symbol, date=voice.wording.date(resolution.adopted)).lstrip(
        "— "
    )
    return _chart(f"{resolution.symbol} {resolution.title.text}", note, source, voice, bars=bars)


def _matrix(asked: HistoryQuestion, voice: Voice) -> Chart | None:
    """How often each two of some states voted the same."""
    if len(asked.states) > MOST_IN_MATRIX:
        return None
    agreements = {
        (a, b): history_answer(
            HistoryQuestion((a, b), comparison=Comparison.AGREEMENT, among=asked.among), voice.library
        ).agreement
        for a, b in combinations(asked.states, 2)
    }

    def cell(a: str, b: str) -> Cell | None:
        found = agreements.get((a, b)) or agreements.get((b, a))
        return Cell(found.same, found.of) if found else None

    cells = tuple(tuple(cell(a, b) for b in asked.states) for a in asked.states)
    note = conditioned(voice.wording("chart.matrix"), asked.among, voice)
    names = tuple(voice.name(code) for code in asked.states)
    return _chart(who(asked, voice), note, voice.wording("history.source"), voice, names=names, cells=cells)


def _chart(
    title: str,
    note: str,
    source: str,
    voice: Voice,
    *,
    bars: tuple[Bar, ...] = (),
    names: tuple[str, ...] = (),
    cells: _Cells = (),
) -> Chart:
    headings = tuple((vote, voice.wording(f"heading.{vote}")) for vote in CAST)
    return Chart(title, note, source, headings, bars, names, cells, voice.wording.speaking.right_to_left)
