"""By what vote a text was adopted, out of lines in whatever order and form: what its words tell (forms/adoption.py),
figures in figures or in words, and the states that are named, in lists with headings, in brackets behind a figure, or
in a table with a vote beside each.

    told  = (sign | figure ["(" names ")"] | words that tell nothing)* lists
    lists = (heading ":" names)* | (name vote)*

Nothing is told in part: where a word is not understood, or figures and lists do not agree, the problem is.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from bot.corpus import ordinals
from bot.corpus.forms import Form
from bot.corpus.forms.adoption import ADOPTION, Sign, beginning, headings_of, lone_headings_of, signs_of
from bot.corpus.forms.counted import counted
from bot.corpus.roster import Listed, Roster, rows_in
from bot.language.normal import simplified
from bot.resolution import CAST, Adoption, Tally, Vote

_BRACKETS = {"(": ")", "（": "）"}
_PAUSES = " \t\n,;:.،؛，；：。、[]［］*_|/"
"""What stands between signs and tells nothing."""
_STOPS = " \n–—:：.;,，；、؛،。-]［"
_WORD = re.compile(r"\w+|.", re.DOTALL)
_COUNT = re.compile(r"\s{0,3}[(（]?\s?(\d{1,3})\s?[)）]?\s{0,3}")
_HOW = {Sign.WITHOUT: Adoption.WITHOUT_A_VOTE, Sign.CONSENSUS: Adoption.CONSENSUS, Sign.UNANIMOUS: Adoption.UNANIMOUS}
_ARTICLE = "ال"
"""What the headings of lists begin with in Arabic, which has no capitals."""
_RANK = (*_HOW.values(), Adoption.NOT_STATED)
"""What counts where a line says two of them: unanimously, without a vote."""
_VOTES = {Sign.FAVOUR: Vote.YES, Sign.AGAINST: Vote.NO, Sign.ABSTAIN: Vote.ABSTAIN, Sign.AWAY: Vote.NOT_VOTING}
_BETWEEN = frozenset({Sign.OPPOSED, Sign.NEXT})


@dataclass(slots=True)
class Told:
    """What such lines say."""

    adoption: Adoption = Adoption.NOT_STATED
    figures: dict[Vote, int] = field(default_factory=dict)
    named: list[Listed] = field(default_factory=list)
    revised: bool = False
    meeting: tuple[int, str] | None = None
    day: str = ""
    """The date, as printed."""
    problem: str = ""
    """What keeps them from being understood."""
    unknown: str = ""
    """A name in a list that is no state's; the figures are those of the lists even so."""

    @property
    def tally(self) -> Tally | None:
        """The figures, where they are understood."""
        if self.problem or Vote.YES not in self.figures:
            return None
        return Tally(*(self.figures.get(vote, 0) for vote in (*CAST, Vote.NOT_VOTING)))


def is_told(text: str, form: Form) -> bool:
    """Whether a line says by what vote a text was adopted, and does not just begin like that."""
    if headings_of(form.language, tuple(form.votes)).match(text) and len(headings_in(text, form)) > 1:
        return True
    return bool(beginning(form.language).match(_plain(text.strip(), form))) and speaks_of_vote(text, form)


def speaks_of_vote(text: str, form: Form) -> bool:
    """Whether words of a vote stand in a line; à and the like are, behind a figure."""
    signs = [sign for sign, _ in _signs(_plain(text, form), form) if sign]
    counted = signs[signs.index(Sign.NUMBER) :] if Sign.NUMBER in signs else []
    return bool({*signs} & {*_HOW, Sign.ABSTAIN, Sign.AGAINST}) or Sign.OPPOSED in counted


def headings_in(text: str, form: Form) -> list[re.Match[str]]:
    """The headings of lists in a text: those that begin a line, or stand behind a stop; where none has a colon, those
    without one that begin lines."""
    found = headings_of(form.language, tuple(form.votes)).finditer(text)
    if apart := [each for each in found if _stands_apart(text, each.start(), form)]:
        return apart
    return lone_headings(text, form)


def lone_headings(text: str, form: Form) -> list[re.Match[str]]:
    """The headings of lists without a colon that begin lines, if they are several, and each stands once: in a table a
    vote stands beside each name."""
    found = [*lone_headings_of(form.language, tuple(form.votes)).finditer(text)]
    return found if len(found) > 1 and len({each["name"] for each in found}) == len(found) else []


def begins_list(text: str, form: Form) -> bool:
    """Whether a line begins with the heading of a list without a colon, or is one."""
    return lone_headings_of(form.language, tuple(form.votes)).match(_plain(text, form)) is not None


def _stands_apart(text: str, at: int, form: Form) -> bool:
    before = text[:at].rstrip(" *_")
    spaced = len(before) < at and (form.joins or text[at].isupper() or text[at : at + 2] == _ARTICLE)
    return spaced or not before or before[-1] in ".:;,。；：，؛،\n[（(]）)"


def tell(text: str, form: Form, code_of: Callable[[str], str | None]) -> Told:
    """What the lines of a record say; text: of joined lines."""
    return _Teller(_plain(text, form), form, code_of).tell()


def _plain(text: str, form: Form) -> str:
    """The text in the characters of the vocabulary, one for one."""
    return simplified(text) if form.joins else text


def _signs(text: str, form: Form) -> Iterator[tuple[Sign | None, re.Match[str]]]:
    """The signs of a stretch of text, in order; a word that is none as it stands, with None."""
    pattern = signs_of(form.language, re.sub(r"\(\?P<\w+>", "(?:", form.date.pattern))
    at = 0
    while at < len(text):
        if text[at] in _PAUSES:
            at += 1
            continue
        found = pattern.match(text, at)
        if found is None:
            found = _WORD.match(text, at)
            assert found
            yield None, found
        else:
            yield (Sign(found.lastgroup) if found.lastgroup else Sign.FILL), found
        at = found.end()


class _Teller:
    def __init__(self, text: str, form: Form, code_of: Callable[[str], str | None]) -> None:
        self.text, self.form, self.words = text, form, ADOPTION[form.language]
        self.roster = Roster(form, code_of, self.words.joined)
        self.told = Told()
        self.pending: int | None = None
        """A figure of which it is not known yet whose it is."""
        self.of_votes = False
        """Whether a word for votes stands behind it."""
        self.label: Vote | None = None
        """Whose the next figure is."""
        self.last: Vote | None = None
        """Whose the last figure was: those in brackets behind it voted so."""
        self.listed: set[Vote] = set()
        self.headed: set[Vote] = set()
        """Those of them whose lists have headings, or stand in a table: the others may be named in brackets alone."""
        self.unanimous = False

    def tell(self) -> Told:
        headings = headings_in(self.text, self.form)
        if headings:
            self._lead(0, headings[0].start())
            self._lists(headings)
        else:
            table = rows_in(self.text, self.roster, self.words.cast, self.words.columns)
            self._lead(0, table.start)
            self._lead(table.end, len(self.text))
            self.headed = {row.vote for row in table.rows}
            self._enter(table.rows, self.headed)
            self.told.unknown = next((row.name for row in table.rows if not row.code), "") or self.told.unknown
        self._how()
        if not self.told.problem:
            self._agree()
        return self.told

    # --- the words and figures ---------------------------------------------------------------------

    def _lead(self, start: int, end: int) -> None:
        at = start
        if (whole := next(self._bracketed(start, end), None)) and not self.text[:whole[0]].strip():
            # The whole of it stands in brackets.
            at = start = whole[0] + 1
            end = whole[1] - 1 if not self.text[whole[1] : end].strip(_PAUSES) else end
        for opened, closed in self._bracketed(start, end):
            self._words(at, opened)
            self._in_brackets(opened, closed)
            at = closed
        self._words(at, end)
        self._settle(Vote.YES if self._may_be_yes() else None)
        if self.label is not None:
            self._fail(self.label)

    def _bracketed(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Where brackets stand that may hold names, with one in another as in Bolivia (Plurinational State of)."""
        depth, opened = 0, start
        for i in range(start, end):
            if self.text[i] in _BRACKETS:
                opened = opened if depth else i
                depth += 1
            elif self.text[i] in _BRACKETS.values() and depth:
                depth -= 1
                if not depth:
                    yield opened, i + 1

    def _in_brackets(self, opened: int, closed: int) -> None:
        inner = self.text[opened + 1 : closed - 1]
        if all(sign in (Sign.FILL, Sign.SEE, Sign.UNANIMOUS, Sign.MEETING) for sign, _ in _signs(inner, self.form)):
            return
        if self.pending is not None:
            self._settle(Vote.YES if self._may_be_yes() else None)
        vote = self.last
        if vote is None:
            self._fail(inner)
            return
        names = self.roster.names(self.text, opened + 1, closed - 1, vote)
        self._enter(names.listed, {vote})
        self.told.unknown = self.told.unknown or names.unknown

    def _words(self, start: int, end: int) -> None:
        signs = list(_signs(self.text[start:end], self.form))
        for at, (sign, found) in enumerate(signs):
            after, following = signs[at + 1] if at + 1 < len(signs) else (None, None)
            near = following is not None and not self.text[start + found.end() : start + following.start()].strip()
            if sign in _VOTES or sign in _BETWEEN:
                self._counted(sign, of_next=near and after is Sign.NUMBER)
            else:
                self._sign(sign, found[0])

    def _counted(self, sign: Sign, *, of_next: bool) -> None:
        """What says whose a figure is: the one before it, or the next. of_next: whether a figure stands right behind
        it."""
        waits = self.pending is not None
        if sign in _BETWEEN:
            if waits or sign is Sign.NEXT or (of_next and self.last is Vote.YES):
                self._between()
        elif sign is Sign.AGAINST and of_next and waits and Vote.YES not in self.told.figures:
            self._between()
        elif waits:
            self._settle(_VOTES[sign])
        elif self.last is not _VOTES[sign]:
            self._labelled(_VOTES[sign])

    def _labelled(self, vote: Vote) -> None:
        """Whose the next figure is; one word for it is enough, unless they are the same."""
        if self.label not in (None, vote):
            self._fail(f"{self.label}, {vote}")
        self.label = vote

    def _sign(self, sign: Sign | None, printed: str) -> None:
        told = self.told
        match sign:
            case None:
                self._fail(printed)
            case Sign.NUMBER:
                self._figure(counted(printed, self.form.language))
            case Sign.NONE_AGAINST | Sign.NONE_ABSTAINING:
                self._settle(Vote.YES if Vote.YES not in told.figures else None)
                self._assign(Vote.NO if sign is Sign.NONE_AGAINST else Vote.ABSTAIN, 0)
            case Sign.WITHOUT | Sign.UNANIMOUS | Sign.CONSENSUS:
                told.adoption = min(_HOW[sign], told.adoption, key=_RANK.index)
            case Sign.VOTES:
                self.of_votes = self.pending is not None
            case Sign.REVISED:
                told.revised = True
            case Sign.DATE:
                told.day = told.day or printed
            case Sign.MEETING:
                self._meeting(printed)

    def _meeting(self, printed: str) -> None:
        figures = re.search(r"\d+", printed)
        number = int(figures[0]) if figures else ordinals.value(printed.split()[0].strip("第次会议"))
        self.told.meeting = (number, printed) if number else self.told.meeting

    def _figure(self, number: int | None) -> None:
        if number is None:
            self._fail(self.text)
        elif self.label is not None:
            self._assign(self.label, number)
            self.label = None
        else:
            self._settle(Vote.YES if self._may_be_yes() else None)
            self.pending = number

    def _may_be_yes(self) -> bool:
        """Whether the figure that waits is of votes, and none in favour are told yet: 33 votes, with 6 abstentions."""
        return self.of_votes and Vote.YES not in self.told.figures

    def _between(self) -> None:
        """A word between the figures of two sides."""
        self._settle(next((vote for vote in CAST if vote not in self.told.figures), None))
        self.label = next((vote for vote in CAST if vote not in self.told.figures), None)

    def _settle(self, vote: Vote | None) -> None:
        """Whose a figure is that no word is with: of that side, or of nobody."""
        if self.pending is None:
            return
        if vote is None:
            self._fail(str(self.pending))
        else:
            self._assign(vote, self.pending)
        self.pending, self.of_votes = None, False

    def _assign(self, vote: Vote, number: int) -> None:
        if self.told.figures.setdefault(vote, number) != number:
            self._fail(f"{vote} {number}")
        self.last = vote

    def _fail(self, what: str) -> None:
        self.told.problem = self.told.problem or f"“{' '.join(what.split())[:60]}” is not understood"

    # --- the lists ----------------------------------------------------------------------------------

    def _lists(self, headings: list[re.Match[str]]) -> None:
        ends = [*(each.start() for each in headings[1:]), len(self.text)]
        order: list[Vote] = []
        votes = self.form.votes | self.words.headings
        for heading, end in zip(headings, ends, strict=True):
            vote = votes[" ".join(heading["name"].lower().split())]
            if vote in order:
                self._fail(f"a second list “{heading['name']}”")
            order.append(vote)
            start = heading.end()
            if heading["count"]:
                self._assign(vote, int(re.sub(r"\D", "", heading["count"])))
            if count := _COUNT.match(self.text, start):
                start = count.end()
                self._assign(vote, int(count[1]))
                if not self.text[start:end].strip(_STOPS):
                    continue
            names = self.roster.names(self.text, start, end, vote)
            self.headed.add(vote)
            self._enter(names.listed, {vote})
            self.told.unknown = self.told.unknown or names.unknown
        if [vote for vote in order if vote in CAST] != [vote for vote in CAST if vote in order]:
            self._fail(f"the order of the lists, {', '.join(order)},")

    def _enter(self, listed: Sequence[Listed], votes: set[Vote]) -> None:
        self.listed |= votes
        self.told.named += listed

    # --- whether it is whole ------------------------------------------------------------------------

    def _how(self) -> None:
        self.unanimous = self.told.adoption is Adoption.UNANIMOUS
        if self.told.figures or self.told.named:
            self.told.adoption = Adoption.RECORDED_VOTE
        elif self.told.adoption is Adoption.NOT_STATED:
            self._fail(self.text[:60])

    def _agree(self) -> None:
        """Whether figures and lists are of as many states, and each state stands once."""
        told = self.told
        if told.adoption is not Adoption.RECORDED_VOTE:
            return
        if self.unanimous:
            told.figures.setdefault(Vote.NO, 0)
        checks = (self._no_figure, self._twice, self._miscounted, self._no_list, self._open)
        told.problem = next((problem for check in checks if (problem := check())), "")

    def _no_figure(self) -> str:
        needed = ((Vote.YES, "in favour"), (Vote.NO, "against"))
        gone = next((said for vote, said in needed if vote not in self.told.figures), "")
        return f"no figure says how many voted {gone}" if gone else ""

    def _twice(self) -> str:
        known = [one for one in self.told.named if one.code]
        twice = next((one.name for i, one in enumerate(known) if one.code in {o.code for o in known[:i]}), None)
        return f"“{twice}” is listed twice" if twice else ""

    def _miscounted(self) -> str:
        for vote in self.listed:
            count, said = sum(one.vote is vote for one in self.told.named), self.told.figures.get(vote)
            if vote is Vote.NOT_VOTING and said is None:
                self.told.figures[vote] = count
            elif count != (said or 0):
                return f"{count} voters listed under “{vote}”, but the tally says {said or 0}"
        return ""

    def _no_list(self) -> str:
        whole = Vote.YES in self.listed or len(self.headed & {*CAST}) > 1
        gone = next((v for v in CAST if self.told.figures.get(v) and v not in self.listed), None)
        return f"no list of the {self.told.figures[gone]} “{gone}”" if whole and gone else ""

    def _open(self) -> str:
        opened, closed = (sum(self.text.count(sign) for sign in signs) for signs in ("[［", "]］"))
        return "a bracket that is not closed, or not opened" if opened != closed else ""
