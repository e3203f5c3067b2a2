"""Invented voting data of three bodies, written as the libraries publish it, and what it says, counted in plain Python.

Nothing here was published: titles, symbols, days and votes are made up. `truth` reads the very bulk file that is
imported; of the records in MARCXML it takes what they were written from.
"""

from __future__ import annotations

import csv
import io
import json
import random
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner

from bot.__main__ import main
from bot.corpus.loading import load
from bot.faces.json import line
from bot.question.commands import Command
from bot.talk import Speaker, Talk
from tests.many import COPIED, generate

Reply = dict[str, Any]
"""The fields of a reply, as ``ask --json`` prints them."""
Row = tuple[tuple[str, ...], Callable[[Reply], bool]]
"""The messages of a conversation, and whether the last reply is right."""

STATES = {
    "ARG": ("ARGENTINA", "Argentina", "阿根廷"), "BRA": ("BRAZIL", "Brazil", "巴西"), "CAN": ("CANADA", "Canada",
    "加拿大"),
    "CHL": ("CHILE", "Chile", "智利"), "CHN": ("CHINA", "China", "中国"), "CUB": ("CUBA", "Cuba", "古巴"),
    "DEU": ("GERMANY",
    "Germany", "德国"),
    "DZA": ("ALGERIA", "Algeria", "阿尔及利亚"), "EGY": ("EGYPT", "Egypt", "埃及"), "FRA": ("FRANCE", "France", "法国"),
    "GBR": ("UNITED KINGDOM", "the United Kingdom", "英国"), "IDN": ("INDONESIA", "Indonesia", "印度尼西亚"),
    "IND": ("INDIA",
    "India", "印度"),
    "ITA": ("ITALY", "Italy", "意大利"), "JPN": ("JAPAN", "Japan", "日本"), "KEN": ("KENYA", "Kenya", "肯尼亚"),
    "MEX": ("MEXICO", "Mexico", "墨西哥"),
    "NOR": ("NORWAY", "Norway", "挪威"), "POL": ("POLAND", "Poland", "波兰"), "RUS": ("RUSSIAN FEDERATION", "Russia",
    "俄罗斯"),
    "SWE": ("SWEDEN", "Sweden", "瑞典"), "USA": ("UNITED STATES", "the United States", "美国"), "ZAF": ("SOUTH AFRICA",
    "South Africa", "南非"),
}  # fmt: skip
"""By alpha-3 code: the name in voting data, and those that people ask by."""
COUNCIL = ("CHN", "FRA", "GBR", "RUS", "USA", "BRA", "KEN", "NOR", "JPN", "ARG")
RIGHTS = ("ARG", "BRA", "CHL", "CHN", "CUB", "DEU", "DZA", "FRA", "IND", "IDN", "ITA", "JPN", "MEX", "POL", "ZAF")
UNION = ("DEU", "FRA", "ITA", "POL", "SWE")
"""Members of the European Union all the time; the United Kingdom was one until the end of January 2020."""
SUBJECTS = ("lanterns", "beekeeping", "bicycles", "orchards", "tapestries", "ferries")
LETTERS = {"Y": "yes", "N": "no", "A": "abstain", "X": "not_voting"}
CAST = ("yes", "no", "abstain")
_COLUMNS = (
    "undl_id", "ms_code", "ms_name", "ms_vote", "date", "session", "resolution", "draft", "meeting", "title",
    "agenda_title", "subjects", "vote_note",
    "total_yes", "total_no", "total_abstentions", "total_non_voting", "total_ms", "undl_link",
)  # fmt: skip


@dataclass(frozen=True)
class Roll:
    """A resolution and who voted how on it."""

    symbol: str
    day: date
    title: str
    votes: dict[str, str]
    """Alpha-3 → letter, in the order of the data; after `truth`, the name of the vote."""

    @property
    def body(self) -> str:
        """By how its symbol begins."""
        return (
            "council" if self.symbol.startswith("S/") else "rights" if self.symbol.startswith("A/HRC") else "assembly"
        )

    def who(self, *votes: str) -> set[str]:
        """Those who voted so."""
        return {code for code, vote in self.votes.items() if vote in votes}


def rolls(seed: int = 7) -> list[Roll]:
    """The invented resolutions; the same for the same seed."""
    dice = random.Random(seed)
    leaning = {code: dice.random() for code in STATES}
    made = []
    for at in range(60):
        year = 2019 + at % 5
        subject = SUBJECTS[at % len(SUBJECTS)]
        symbol, members = _numbered(at, year)
        tilt = dice.random()
        votes = {code: _letter(dice, (leaning[code] + tilt) / 2) for code in members}
        if at in (11, 23):
            votes = {code: "X" if letter == "X" else "Y" for code, letter in votes.items()}
        made.append(
            Roll(symbol, date(year, 1 + at % 12, 1 + at % 28), f"Protection of {subject} in region {at}", votes)
        )
    return [*made, *_drafts()]


def _drafts() -> Iterator[Roll]:
    """An amendment that was adopted, and two drafts that were not: one of them by an equal vote."""
    for number, in_favour in ((7, 9), (8, 4), (9, 7)):
        votes = {code: "Y" if at < in_favour else "N" for at, code in enumerate(sorted(RIGHTS)[:14])}
        title = f"Marking of anchors in bay {number} : amendment"
        yield Roll(f"A/HRC/88/L.{number}", date(2023, 6, number), title, votes)


def _numbered(at: int, year: int) -> tuple[str, Iterable[str]]:
    if at % 5 == at % 3:
        return f"S/RES/{3100 + at}({year})", sorted(COUNCIL)
    if at % 2:
        return f"A/HRC/RES/{2 * (year - 1979)}/{900 + at}", sorted(RIGHTS)
    return f"A/RES/{year - 1946}/{900 + at}", STATES


def _letter(dice: random.Random, leaning: float) -> str:
    if dice.random() < 0.04:
        return "X"
    return "Y" if dice.random() < leaning else dice.choice("NNA")


def bulk(of: Iterable[Roll]) -> str:
    """The bulk file of the Digital Library, with its decimals."""
    out = io.StringIO()
    table = csv.writer(out, lineterminator="\n")
    table.writerow(_COLUMNS)
    for number, roll in enumerate(of, 1):
        counts = Counter(roll.votes.values())
        totals = [f"{counts[letter]}.0" for letter in "YNAX"] + [f"{len(roll.votes)}.0"]
        for code, letter in roll.votes.items():
            row = [
                number,
                code,
                STATES[code][0],
                letter,
                roll.day.isoformat(),
                "",
                roll.symbol,
                "",
                "",
                roll.title,
                "Item",
                roll.title.split()[2].upper(),
                "",
            ]
            table.writerow([*row, *totals, ""])
    return out.getvalue()


def marc(of: Iterable[Roll]) -> str:
    """The same as MARCXML."""
    return (
        f'<?xml version="1.0"?><collection '
        f'xmlns="http://www.loc.gov/MARC21/slim">{"".join(map(_record, of))}</collection>'
    )


def _record(roll: Roll) -> str:
    def field(tag: str, **subfields: str) -> str:
        return (
            f'<datafield tag="{tag}">'
            + "".join(f'<subfield code="{c}">{text}</subfield>' for c, text in subfields.items())
            + "</datafield>"
        )

    counts = Counter(roll.votes.values())
    votes = (
        field("967", c=code, **({} if letter == "X" else {"d": letter}), e=STATES[code][0])
        for code, letter in roll.votes.items()
    )
    return (
        f"<record>{field('245', a=roll.title)}{field('269', a=roll.day.strftime('%Y%m%d'))}"
        f"{field('591', a='RECORDED')}{field('791', a=roll.symbol)}"
        + "".join(votes)
        + field("991", d=roll.title.split()[2].upper())
        + field("996", b=str(counts["Y"]), c=str(counts["N"]), d=str(counts["A"]))
        + "</record>"
    )


def write(folder: Path) -> tuple[Path, list[Path]]:
    """A content folder without a resolution, and the files to import into it."""
    content = folder / "content"
    generate(content, 0)
    for name in COPIED:
        (content / name).unlink()
    made = rolls()
    table, records = folder / "bulk.csv", folder / "records.xml"
    table.write_text(bulk(r for r in made if r.body != "rights"), "utf-8")
    records.write_text(marc(r for r in made if r.body == "rights"), "utf-8")
    return content, [table, records]


_OF_RESOLUTIONS = re.compile("决议|決議|resol|résol|резолюц|قرار", re.IGNORECASE)
_OF_DRAFTS = re.compile("草案|修正案|否决|没有?通过|没过|draft|reject|fail|veto|rejet|rechaz|отклон|رفض", re.IGNORECASE)


def meant(messages: Sequence[str], known: list[Roll]) -> list[Roll]:
    """The records that messages are about: where they say resolutions, these alone, and not the drafts and amendments
    that were put to the vote."""
    said = any(map(_OF_RESOLUTIONS.search, messages)) and not any(map(_OF_DRAFTS.search, messages))
    return [roll for roll in known if not said or "/RES/" in roll.symbol]


def of_what_is_said(rows: Callable[[list[Roll]], Iterable[Row]], known: list[Roll]) -> Iterator[Row]:
    """Rows, each held against the records that its messages are about. rows: makes them from the records that count."""
    of_resolutions = rows(meant(["resolution"], known))
    for (turns, of_all), (same, of_those) in zip(rows(known), of_resolutions, strict=True):
        yield turns, of_all if meant(turns, known) == known or same != turns else of_those


def truth(folder: Path) -> list[Roll]:
    """What the files say, the last adopted first."""
    found: dict[str, Roll] = {}
    with (folder / "bulk.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            roll = found.setdefault(
                row["resolution"], Roll(row["resolution"], date.fromisoformat(row["date"]), row["title"], {})
            )
            roll.votes[row["ms_code"]] = LETTERS[row["ms_vote"]]
    for roll in rolls():
        if roll.body == "rights":
            found[roll.symbol] = Roll(
                roll.symbol, roll.day, roll.title, {code: LETTERS[letter] for code, letter in roll.votes.items()}
            )
    return sorted(found.values(), key=lambda r: (r.day, r.symbol), reverse=True)


def counted(known: Iterable[Roll], code: str, *votes: str, year: int | None = None) -> int:
    """On how many of them a state voted so."""
    return sum(roll.votes.get(code) in votes for roll in known if year in (None, roll.day.year))


def agreement(known: Iterable[Roll], one: str, other: str) -> tuple[int, int]:
    """On how many two states voted the same, of how many on which both voted."""
    both = [(r.votes[one], r.votes[other]) for r in known if r.votes.get(one) in CAST and r.votes.get(other) in CAST]
    return sum(a == b for a, b in both), len(both)


@dataclass(frozen=True)
class World:
    """The bot with the imported data, and what that data says."""

    speaker: Speaker
    known: list[Roll]

    def told(self, *turns: str) -> Reply:
        """The fields of the reply to the last message of a conversation."""
        talk = Talk()
        for turn in turns:
            name, _, arguments = turn[1:].partition(" ")
            spoken, talk = (
                self.speaker.command(Command(name), arguments, talk)
                if turn.startswith("/")
                else self.speaker.next(turn, talk)
            )
        fields: Reply = json.loads(line(spoken))
        return fields


def imported(folder: Path, of: Sequence[Roll]) -> World:
    """The bot with these roll calls and nothing else, imported as bulk data; their votes as the tests name them."""
    content = content_of(folder, bulk(of))
    known = [Roll(r.symbol, r.day, r.title, {code: LETTERS[x] for code, x in r.votes.items()}) for r in of]
    return World(Speaker(load(content)), known)


def content_of(folder: Path, data: str, *options: str) -> Path:
    """A content folder that has these bulk data and nothing else; options: of the import."""
    content, file = folder / "content", folder / "bulk.csv"
    generate(content, 0)
    for name in COPIED:
        (content / name).unlink()
    file.write_text(data, "utf-8")
    done = CliRunner().invoke(main, ["import", *options, "--content", str(content), str(file)])
    assert done.exit_code == 0, done.output
    return content
