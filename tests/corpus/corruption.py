"""Damage to the record of a vote in an invented text, as copying by hand or a bad scan would do it."""

from __future__ import annotations

import random
from collections.abc import Callable
from enum import StrEnum

from bot.corpus.forms import FORMS
from bot.corpus.order import check_order
from bot.corpus.reader import read
from bot.doubts import DoubtKind
from bot.errors import ContentError
from bot.language.names import Names
from bot.resolution import CAST, Resolution, Vote
from tests.corpus.writer import LANGUAGES, STATES, Spec, lines_of

CodeOf = Callable[[str], str | None]
FRENCH_ORDER = str.maketrans("ÉÎôéï", "EIoei")


class Outcome(StrEnum):
    """What comes of a damaged text."""

    REFUSED = "refused"
    DOUBTED = "doubted"
    """Read with the same votes or without any, and not written before somebody has looked at what is unusual."""
    SAME = "read the same"
    WRONG = "read WRONG"


def sound(dice: random.Random) -> Spec:
    """An invented resolution with a recorded vote, whose lists differ in length."""
    codes = dice.sample(sorted(STATES), dice.randint(12, len(STATES)))
    while True:
        yes, no = dice.randint(3, len(codes) - 3), dice.randint(1, 12)
        left_out = len(codes) - yes - no
        if left_out >= 0 and len({yes, no, left_out}) == 3:
            break
    language = dice.choice(LANGUAGES)
    lists = (codes[:yes], codes[yes : yes + no], codes[yes + no :])
    # The lists are printed in alphabetical order: in Chinese, in that of the English names.
    order = {code: (STATES[code][2 if language == "fr" else 1]).translate(FRENCH_ORDER).casefold() for code in codes}
    votes = {vote: tuple(sorted(each, key=order.__getitem__)) for vote, each in zip(CAST, lists, strict=True)}
    return Spec(
        language=language, votes=votes, older=dice.random() < 0.3, revised=dice.random() < 0.2,
        bracketed=dice.random() < 0.7,
        same_line=dice.random() < 0.4, per_line=dice.choice((1, 4, 10, 100, 100)),
        note="Invented/1." if dice.random() < 0.5 else "",
        annexes=(("Invented annex", ("Invented text",)),) if dice.random() < 0.2 else (),
    )  # fmt: skip


def record(dice: random.Random, lines: list[str], spec: Spec) -> int:
    """The index of a line of the record: the tally, a heading, or a list."""
    first = next(
        i
        for i, line in enumerate(lines)
        if any(word in line for word in ("票赞成", "票对", "recorded vote of", "voix contre"))
    )
    rest = [i for i in range(first, len(lines)) if not lines[i].startswith(("¹", "附件", "Annex", "Invented", "1. "))]
    return dice.choice(rest)


def lose_line(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """A line is lost."""
    del lines[record(dice, lines, spec)]


def double_line(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """A line stands twice."""
    at = record(dice, lines, spec)
    lines.insert(at, lines[at])


def swap_lines(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """Two lines change places."""
    at = min(record(dice, lines, spec), len(lines) - 2)
    lines[at], lines[at + 1] = lines[at + 1], lines[at]


def _name(dice: random.Random, lines: list[str], spec: Spec) -> tuple[int, str]:
    """A voter's name, and the line it is on."""
    names = [STATES[code][spec.at] for codes in (spec.votes or {}).values() for code in codes]
    name = dice.choice(names)
    first = next(i for i in range(len(lines)) if lines[i].startswith(("赞成", "In favour", "Ont voté pour")))
    return next(i for i in range(first, len(lines)) if name in lines[i]), name


def lose_name(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """A name is lost, with its separator or without."""
    at, name = _name(dice, lines, spec)
    for piece in dice.sample([f"{name}、", f"、{name}", f"{name}, ", f", {name}", name], 5):
        if piece in lines[at]:
            lines[at] = lines[at].replace(piece, "", 1)
            return


def double_name(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """A name stands twice."""
    at, name = _name(dice, lines, spec)
    lines[at] = lines[at].replace(name, name + ("、" if spec.language == "zh" else ", ") + name, 1)


def misspell_name(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """A character of a name is lost, doubled, another one, or changes places with the next."""
    at, name = _name(dice, lines, spec)
    i = dice.randrange(len(name))
    other = dice.choice("巴阿尔亚利马拉斯国中大南北几内" if spec.language == "zh" else "abcdefghijklmnopqrstuvwxyz")
    before, after = name[:i], name[i + 1 :]
    wrong = dice.choice(
        (
            before + after,
            before + name[i] + name[i] + after,
            before + other + after,
            before + name[i : i + 2][::-1] + name[i + 2 :],
        )
    )
    lines[at] = lines[at].replace(name, wrong, 1)


def change_digit(dice: random.Random, lines: list[str], spec: Spec) -> None:
    """A digit of the tally is another one."""
    at = next(
        i
        for i, line in enumerate(lines)
        if any(word in line for word in ("票赞成", "票对", "recorded vote of", "voix contre"))
    )
    places = [i for i, c in enumerate(lines[at]) if c in "0123456789"]
    place = dice.choice(places)
    digit = dice.choice([d for d in "0123456789" if d != lines[at][place]])
    lines[at] = lines[at][:place] + digit + lines[at][place + 1 :]


CORRUPTIONS = (lose_line, double_line, swap_lines, lose_name, double_name, misspell_name, change_digit)


def votes_of(resolution: Resolution) -> tuple[object, dict[str, Vote]]:
    """What must not be read otherwise."""
    return resolution.tally, {v.code: v.vote for v in resolution.roll_call}


def outcome(dice: random.Random, names: Names, code_of: CodeOf) -> tuple[str, Outcome, str]:
    """Damage a random text in a random way: the kind of damage, what came of it, and the error or the text."""
    spec = sound(dice)
    lines = lines_of(spec)
    gap = dice.choice(("\n", "\n\n"))
    form = FORMS[spec.language]
    first = read("invented", gap.join(lines) + "\n", form, code_of)
    check_order("invented", first, names)
    whole = votes_of(first)
    assert {vote: sum(v is vote for v in whole[1].values()) for vote in CAST} == {
        vote: len(codes) for vote, codes in (spec.votes or {}).items()
    }
    corrupt = dice.choice(CORRUPTIONS)
    corrupt(dice, lines, spec)
    text = gap.join(lines) + "\n"
    try:
        found = read("invented", text, form, code_of)
        check_order("invented", found, names)
    except ContentError as error:
        assert error.line is not None
        return corrupt.__name__, Outcome.REFUSED, str(error)
    if votes_of(found) != whole and not withheld(found, first):
        return corrupt.__name__, Outcome.WRONG, text
    return corrupt.__name__, Outcome.DOUBTED if found.doubts else Outcome.SAME, text


def withheld(found: Resolution, first: Resolution) -> bool:
    """Whether the record is doubted, and no voter is told, nor figures but the right ones."""
    doubted = any(doubt.kind is DoubtKind.VOTE for doubt in found.doubts)
    return doubted and not found.roll_call and found.tally in (None, first.tally)


def body_outcome(dice: random.Random, code_of: CodeOf) -> tuple[str, Outcome, str]:
    """Lose, double or swap a line of the body of a random text: the kind of damage, what came of it, and the error or
    the text."""
    spec = sound(dice)
    lines = lines_of(spec)
    first = read("invented", "\n\n".join(lines) + "\n", FORMS[spec.language], code_of)
    begin = next(i for i, line in enumerate(lines) if line.endswith(("理事会，", "Council,", "l’homme,"))) + 1
    end = next(i for i in range(begin, len(lines)) if lines[i].startswith("2. "))
    at = dice.randrange(begin, end)
    kind = dice.choice(("lose", "double", "swap"))
    if kind == "lose":
        del lines[at]
    elif kind == "double":
        lines.insert(at, lines[at])
    else:
        lines[at], lines[at + 1] = lines[at + 1], lines[at]
    text = "\n\n".join(lines) + "\n"
    try:
        found = read("invented", text, FORMS[spec.language], code_of)
    except ContentError as error:
        return kind, Outcome.REFUSED, str(error)
    if votes_of(found) != votes_of(first):
        return kind, Outcome.WRONG, text
    return kind, Outcome.DOUBTED if found.doubts else Outcome.SAME, text
