"""Footnotes: which lines they are, and marks in plain figures, which are raised where a note and the place it belongs
to are found."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from bot.corpus.figures import whole_number
from bot.corpus.forms import OPERATIVE, Form
from bot.corpus.labels import LABEL
from bot.corpus.lines import bare, marks_in
from bot.corpus.marks import SPACED, STROKED
from bot.importing.furniture import Opening
from bot.importing.joints import Joint
from bot.importing.lines import DIGITS, Before, LeftOut, Line, LineKind
from bot.importing.note_lines import ASTERISK, MARK, begins_foot, usual_size

_PLAIN_MARK = re.compile(r"(\d{1,3})\s+(?=\S)")
_LONE = re.compile(r"\s{0,80}(\d{1,3}|[⁰¹²³⁴⁵⁶⁷⁸⁹]{1,3})\s{0,9}")
"""A mark on a line of its own."""
_ALONE = re.compile(r"\s{0,80}\d{1,3}\s{0,9}")
_STOP = "[,;.:]"
_BEHIND = "|".join(
    [
        r"(?<=[a-zß-ÿа-яё])",
        rf"(?<=[^\d\s]{_STOP})",
        r"(?<=[，；。：、）》」»”’)\]])",
        r"(?<=\b(?:19|20)\d\d)",
        rf"(?<=\b(?:19|20)\d\d{_STOP})",
    ]
    + [rf"(?<=/{figures}{_STOP})" for figures in (r"\d", r"\d\d", r"\d\d\d")]
)
"""What a mark stands behind: a word, a stop, a year, the number of a resolution. A stop between other figures is that
of a decimal."""
_CITED = (
    rf"(?:(?:{_BEHIND}){{number}}(?=\s*[,;.:，；。：、]?(?:\s|$))|(?<=[一-鿿])(?<!项目)(?<!第){{number}}(?=[，；。：、])"
    r"|(?<=[》」』]){number}(?=[和及与與]))"
)
"""A mark in plain figures where it is cited: with nothing but a stop behind it."""
_ENDS_PAGE = frozenset({"job number", "symbol", "page number", "running head"})
"""What stands below the footnotes of a page, or above the text of the next."""


_SENTENCE_END = re.compile(r"\.\s*$")
"""What a note ends with."""
_BELOW = re.compile(r"(\d{1,3})(?: ?/)?\s{0,3}(?=[A-Z\"“(])")
"""The mark of a note below the record of the vote, in old print."""
_STROKED = re.compile(r"(\d{1,2})/\s{1,9}(?=\S)")
"""The mark of a note in documents up to 1997: 1/."""


_SIGNED = re.compile(
    r"(?P<sign>\[\d{1,2}\]|\^\d{1,2}\^|/\d{1,2}|[①-⑳]|[(（][註注][一二三四五六七八九十\d]{1,3}[)）]"
    r"|(?P<label>\(?\d{1,2}\)))\s{1,9}(?=\S)"
)
"""The mark of a note in brackets, with signs, or in a circle; a label of lists too, where it is only a bracket."""


class _Raiser:
    """One way through the lines of a file, raising the marks of notes that are in plain figures."""

    def __init__(self, lines: tuple[Line, ...], dropped: dict[int, str], form: Form, start: Opening | None) -> None:
        self.lines, self.dropped, self.form = list(lines), dropped, form
        self.size = usual_size(lines)
        self.start = start.at if start else 0
        self.foot = self._foot() if start and start.printed else None
        self.notes: set[int] = set()
        self.paired: set[int] = set()
        self.joints: list[Joint] = []
        self.left_out: list[LeftOut] = []

    def _foot(self) -> int | None:
        """Where the record of the vote stands, in a text that has it below the last paragraph."""
        found = (
            i
            for i in range(self.start, len(self.lines))
            if self.form.council_record.match(bare(self.lines[i].text.strip()))
        )
        return next(found, None)

    def _join_marks(self) -> None:
        """Put marks that stand on a line of their own before the notes that they are of: below a rule, or at the foot
        of a page, farther out than the note."""
        ruled, page = False, 0
        for i, line in enumerate(self.lines[:-1]):
            ruled, page = ruled and page == line.page, line.page
            if i in self.dropped:
                ruled = self.dropped[i] == "rule" or (ruled and self.dropped[i] not in _ENDS_PAGE)
                continue
            following = self.lines[i + 1]
            near = i + 1 not in self.dropped and following.page == line.page
            found = _LONE.fullmatch(line.text) if near else None
            if found and (ruled or self._is_mark_above(i, found[1])):
                self.lines[i] = replace(
                    line, text=f"{found[1]} {following.text.lstrip()}", right=following.right, size=following.size
                )
                self.lines[i + 1] = replace(following, text="", before=Before.NOTHING)

    def _is_mark_above(self, i: int, number: str) -> bool:
        """Whether a number that stands alone is the mark of the note on the next line, though no rule is above it."""
        line, following = self.lines[i], self.lines[i + 1]
        spaced = following.before is Before.SPACE
        apart = line.plain and i > self.start and number.isdigit() and (line.left < following.left or spaced)
        known, cited = self._citations(i, number) if apart else (False, [])
        # Some programs leave a line between a mark and its note.
        at_foot = self._at_foot(i + spaced) and not self._begins(following.text.strip())
        return apart and at_foot and (known or len(cited) == 1)

    def _pair_marks(self) -> None:
        """Put marks that stand apart from their notes before them: below a rule, as many as notes end there, and one
        after the other.

        Some programs take the raised figures out of a page before or behind the lines that they stand on.
        """
        for at in [i for i, why in self.dropped.items() if why == "rule" and self.lines[i].plain]:
            here = self._below(at)
            below = [i for i in here if i not in self.dropped]
            marks = [i for i in below if _ALONE.fullmatch(self.lines[i].text)]
            texts = [i for i in below if i not in marks]
            firsts = [i for k, i in enumerate(texts) if not k or _SENTENCE_END.search(self.lines[texts[k - 1]].text)]
            # One that stands last looks like the page's number.
            likely = [i for i in here if self.dropped.get(i) == "page number" and _ALONE.fullmatch(self.lines[i].text)]
            sets = (sorted((*marks, *more), key=self._figures) for more in ([], *([i] for i in likely)))
            found = next((each for each in sets if self._follow(each, len(firsts))), None)
            if found is None or not _SENTENCE_END.search(self.lines[texts[-1]].text):
                continue
            for i, mark in zip(firsts, found, strict=True):
                number = self._figures(mark)
                self.dropped.pop(mark, None)
                self.lines[mark] = replace(self.lines[mark], text="")
                self.joints.append(Joint(self.lines[i], f"{number}: the mark of “{self.lines[i].text.strip()[:24]}…”"))
                self.lines[i] = replace(
                    self.lines[i], text=f"{str(number).translate(DIGITS)} {self.lines[i].text.lstrip()}"
                )
                self.paired.add(i)

    def _below(self, at: int) -> list[int]:
        """The lines below a rule that have text, to the end of its page, or to what stands there where no page
        turns."""
        page = self.lines[at].page
        on_page = takewhile(lambda i: self.lines[i].page == page, range(at + 1, len(self.lines)))
        ends = _ENDS_PAGE - {"page number"}
        return [i for i in takewhile(lambda i: self.dropped.get(i) not in ends, on_page) if self.lines[i].text.strip()]

    def _figures(self, i: int) -> int:
        return int(self.lines[i].text)

    def _follow(self, marks: list[int], count: int) -> bool:
        """Whether marks number so many notes one after the other."""
        numbers = [self._figures(i) for i in marks]
        return bool(numbers) and numbers == list(range(numbers[0], numbers[0] + count))

    def run(self) -> None:
        self._pair_marks()
        self._join_marks()
        last, ruled, page = 0, False, 0
        for i, line in enumerate(self.lines):
            ruled, page = ruled and page == line.page, line.page
            if i in self.dropped:
                ruled = self.dropped[i] == "rule" or (ruled and self.dropped[i] not in _ENDS_PAGE)
            elif found := MARK.match(line.text):
                last = int("".join(str("⁰¹²³⁴⁵⁶⁷⁸⁹".index(figure)) for figure in found[1]))
                if i in self.paired:
                    self._cite(i, str(last))
                self.notes.add(i)
            elif (signed := self._signed(i, ruled)) is not None:
                last = self._raise_signed(i, signed)
            elif (found := self._certain(i)) is not None:
                self._raise_certain(i, found)
            elif (found := self._plain(i)) and (not last or int(found[1]) == last + 1) and self._raise(i, found, ruled):
                last = int(found[1])

    def _signed(self, i: int, ruled: bool) -> re.Match[str] | None:
        """The mark with signs that a line begins with, where the text above has it behind a word; one that labels
        lists, too, only below a rule."""
        found = _SIGNED.match(self.lines[i].text.lstrip()) if i > self.start else None
        labels = found is not None and found["label"] is not None
        placed = found is not None and (ruled or not labels or self._is_below_foot(i))
        return found if found and placed and self._cited(i, _behind_a_word(found["sign"])) else None

    def _is_below_foot(self, i: int) -> bool:
        """Whether a line stands below the foot, and nothing but notes and what they go on in below it."""
        numbered = max((j for j in self._text(self.start) if OPERATIVE.match(self.lines[j].text)), default=i)
        plain = (bare(self.lines[j].text.strip()) for j in self._text(numbered) if j < i)
        return numbered < i and any(self.form.date.fullmatch(text) or begins_foot(text, self.form) for text in plain)

    def _text(self, start: int) -> Iterator[int]:
        """The lines from there on that are not dropped."""
        return (j for j in range(start, len(self.lines)) if j not in self.dropped)

    def _raise_signed(self, i: int, found: re.Match[str]) -> int:
        """Raise such a mark, at the head of its note and where it is cited; the number of the note."""
        sign = found["sign"]
        number = int(unicodedata.numeric(sign)) if len(sign) == 1 else whole_number(sign.strip("[]^/()（）註注"))
        mark = str(number).translate(DIGITS)
        # As many characters as the mark has stand for the number.
        signs = re.sub(r"[\d①-⑳]", "", sign) if re.search(r"[\d①-⑳]", sign) else sign[len(mark) :]
        for j, at in self._cited(i, _behind_a_word(sign))[::-1]:
            text = self.lines[j].text
            self.lines[j] = replace(self.lines[j], text=text[: at.start()] + mark + text[at.end() :])
            self.left_out += [LeftOut(signs, "signs of a footnote’s mark", self.lines[j].place)] if signs else []
        line = self.lines[i]
        self.lines[i] = replace(line, text=f"{mark} {line.text.lstrip()[found.end() :]}")
        self.left_out += [LeftOut(signs, "signs of a footnote’s mark", line.place)] if signs else []
        self.notes.add(i)
        return number

    def _certain(self, i: int) -> re.Match[str] | None:
        """The mark that a line begins with, if it is a note for sure: below the record of the vote, or with a stroke
        that the text has too."""
        text = self.lines[i].text.lstrip()
        if self.foot is not None and i > self.foot and (found := _BELOW.match(text)):
            return found
        stroked = _STROKED.match(text) if i > self.start else None
        if stroked and self._cited(i, STROKED.format(number=stroked[1])):
            return stroked
        return None

    def _cited(self, before: int, pattern: str) -> list[tuple[int, re.Match[str]]]:
        """Where a mark is cited in the text before a line, in the order of the text."""
        above = [j for j in range(self.start, before) if j not in self.dropped and j not in self.notes]
        return [(j, at) for j in above for at in re.finditer(pattern, self.lines[j].text)]

    def _raise_certain(self, i: int, found: re.Match[str]) -> None:
        """Raise the mark of a note. Where it is cited, the figures stay as they are: the reader knows them."""
        number, line = found[1], self.lines[i]
        mark = number.translate(DIGITS)
        text = line.text.lstrip()
        if "/" in found[0]:
            self.left_out.append(LeftOut("/", "stroke of a footnote’s mark", line.place))
        self.lines[i] = replace(line, text=f"{mark} {text[found.end() :]}")
        self.notes.add(i)

    def _tell(self, j: int, at: re.Match[str], mark: str) -> None:
        """Remember a mark that is one on a guess."""
        self.joints.append(
            Joint(
                self.lines[j],
                f"…{self.lines[j].text[: at.start()][-24:]}{mark}: a footnote’s mark, for “{at[0].strip()}”",
            )
        )

    def _plain(self, i: int) -> re.Match[str] | None:
        """The number that a line begins with, if it may be a footnote; a date is none."""
        line = self.lines[i]
        if i < self.start or line.kind is not LineKind.BODY or self.form.date.fullmatch(bare(line.text.strip())):
            return None
        return _PLAIN_MARK.match(line.text) if line.plain or 0 < line.size < self.size - 0.4 else None

    def _raise(self, i: int, found: re.Match[str], ruled: bool) -> bool:
        """Raise the mark of a note below a rule, or at the foot of a page where the text above cites it, and the mark
        in that text."""
        mark, line = found[1].translate(DIGITS), self.lines[i]
        known, cited = self._citations(i, found[1])
        if not (ruled or (self._at_foot(i) and (known or len(cited) == 1))):
            return False
        self.lines[i] = replace(line, text=f"{mark} {line.text[found.end() :]}")
        self.notes.add(i)
        self._cite(i, found[1])
        return True

    def _citations(self, i: int, number: str) -> tuple[bool, list[tuple[int, re.Match[str]]]]:
        """Whether the text above a note has its mark raised; else where it has that in plain figures."""
        above = [j for j in range(self.start, i) if j not in self.dropped and j not in self.notes]
        known = any(number.translate(DIGITS) in marks_in(self.lines[j].text) for j in above)
        found = self._cited(i, _CITED.format(number=number)) or self._cited(i, SPACED.format(number=number))
        return known, [] if known else found

    def _cite(self, i: int, number: str) -> None:
        """Raise the mark of a note in the text above, where that has it in one place."""
        _, cited = self._citations(i, number)
        if len(cited) == 1:
            j, at = cited[0]
            mark, text = number.translate(DIGITS), self.lines[j].text
            self._tell(j, at, mark)
            self.lines[j] = replace(self.lines[j], text=text[: at.start()] + mark + text[at.end() :])

    def _begins(self, text: str) -> bool:
        """Whether a line begins a paragraph with a number or a letter, or the foot, and so goes on no note."""
        return bool(OPERATIVE.match(text) or LABEL.match(text) or begins_foot(text, self.form))

    def _at_foot(self, i: int) -> bool:
        """Whether nothing but notes stands between a line and what ends its page, or the file."""
        for j in range(i + 1, len(self.lines)):
            line = self.lines[j]
            if j in self.dropped or line.page != self.lines[i].page:
                return True
            text = line.text.strip()
            marked = not text or _PLAIN_MARK.match(text) or MARK.match(text) or ASTERISK.match(text)
            if self._begins(text):
                return False
            if line.before is Before.SPACE and not marked:
                return False
        return True


def _behind_a_word(sign: str) -> str:
    """A pattern for a sign behind a word or a stop; Chinese goes on without a space."""
    return rf"(?<=\S) ?{re.escape(sign)}(?=[\W一-鿿]|$)"


@dataclass(frozen=True, slots=True)
class Raised:
    """The lines of a file with the marks of its notes raised."""

    lines: tuple[Line, ...]
    joints: tuple[Joint, ...]
    """Those taken for marks on a guess."""
    left_out: tuple[LeftOut, ...]
    """The strokes behind marks."""


def raised(lines: tuple[Line, ...], dropped: dict[int, str], form: Form, start: Opening | None) -> Raised:
    """The lines with every mark raised, at the head of its note and where it is cited. start: where the text begins."""
    raiser = _Raiser(lines, dropped, form, start)
    raiser.run()
    return Raised(tuple(raiser.lines), tuple(raiser.joints), tuple(raiser.left_out))
