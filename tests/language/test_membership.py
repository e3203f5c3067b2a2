"""Who was a member of a group on a day, and names of states and groups in every language of replies."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from bot.corpus.library import Library
from bot.errors import ContentError
from bot.language.names import Names

MEMBERS = (
    # what is known from elsewhere: group, day, a state, whether it was a member
    ("european_union", "2020-01-31", "GBR", True), ("european_union", "2020-02-01", "GBR", False), ("european_union",
    "1972-12-31", "GBR", False),
    ("european_union", "2013-06-30", "HRV", False), ("european_union", "2013-07-01", "HRV", True), ("european_union",
    "1957-12-31", "FRA", False),
    ("nato", "2024-03-06", "SWE", False), ("nato", "2024-03-07", "SWE", True), ("nato", "1982-05-29", "ESP", False),
    ("brics", "2023-12-31", "EGY", False), ("brics", "2024-01-01", "EGY", True), ("brics", "2010-01-01", "ZAF", False),
    ("brics", "2008-01-01", "CHN", False),
    ("african_union", "2016-12-31", "MAR", False), ("african_union", "2017-01-30", "MAR", True), ("african_union",
    "2002-07-08", "KEN", False),
    ("asean", "1999-04-29", "KHM", False), ("asean", "2025-10-26", "TLS", True), ("asean", "2024-07-10", "TLS", False),
    ("oecd", "1964-04-27", "JPN", False), ("oecd", "1964-04-28", "JPN", True), ("arab_league", "1945-03-22", "EGY",
    True),
    ("african_group", "1975-01-01", "KEN", True),
    ("cis", "2005-01-01", "GEO", True), ("cis", "2010-01-01", "GEO", False), ("commonwealth", "1990-01-01", "ZAF",
    False),
    ("commonwealth", "2015-01-01", "MDV", True), ("commonwealth", "2018-01-01", "MDV", False),
    ("commonwealth", "2020-02-01", "MDV", True), ("commonwealth", "2015-01-01", "GMB", False),
    ("commonwealth", "1960-01-01", "ZAF", True), ("commonwealth", "1980-01-01", "PAK", False),
    ("opec", "2016-06-01", "IDN", True), ("opec", "2017-01-01", "IDN", False), ("opec", "2000-01-01", "GAB", False),
    ("oic", "1991-12-31", "AZE", False), ("oic", "1992-12-31", "AZE", True), ("oic", "2000-12-31", "CIV", False),
    ("oic", "1970-01-01", "TUR", True), ("oic", "1985-01-01", "EGY", True), ("arab_league", "1985-01-01", "EGY", True),
    ("g77", "1990-01-01", "MEX", True), ("g77", "1994-05-18", "MEX", False), ("g77", "2004-05-01", "CYP", False),
    ("nam", "2004-04-30", "CYP", True), ("nam", "1972-01-01", "MLT", False), ("nam", "1992-01-01", "ARG", False),
    ("commonwealth", "1961-01-01", "CYP", False), ("commonwealth", "1962-01-01", "CYP", True),
    ("ecowas", "2025-01-28", "MLI", True), ("ecowas", "2025-01-29", "MLI", False),
    ("east_african_community", "2022-07-10", "COD", False), ("east_african_community", "2022-07-11", "COD", True),
    ("alba", "2020-06-01", "BOL", False), ("alba", "2018-08-22", "ECU", True), ("sadc", "2006-01-01", "SYC", False),
    ("commonwealth", "2009-11-29", "RWA", True), ("weog", "1999-12-01", "ISR", False), ("weog", "2014-03-28", "ISR",
    True),
)  # fmt: skip


@pytest.mark.parametrize(("group", "day", "code", "member"), MEMBERS)
def test_membership_is_that_of_the_day(library: Library, group: str, day: str, code: str, member: bool) -> None:
    assert (code in library.names.groups[group].on(date.fromisoformat(day))) is member


COUNTS = (
    # how many members there were, from the history of each: the Six, the Nine, the Ten, the Twelve, the Fifteen, 25,
    # 27, 28, and 27 again
    ("european_union", {"1960-01-01": 6, "1973-01-01": 9, "1981-01-01": 10, "1986-01-01": 12, "1995-01-01": 15,
    "2004-05-01": 25, "2007-01-01": 27,
                        "2013-07-01": 28, "2020-02-01": 27}),
    ("nato", {"1949-08-24": 12, "1952-02-18": 14, "1955-05-06": 15, "1982-05-30": 16, "1999-03-12": 19,
    "2004-03-29": 26, "2009-04-01": 28, "2017-06-05": 29,
              "2020-03-27": 30, "2023-04-04": 31, "2024-03-07": 32}),
    ("asean", {"1967-08-08": 5, "1984-01-07": 6, "1995-07-28": 7, "1997-07-23": 9, "1999-04-30": 10, "2025-10-26": 11}),
    ("brics", {"2009-06-16": 4, "2010-12-24": 5, "2024-01-01": 9, "2025-01-06": 10}),
    ("oecd", {"1961-09-30": 17, "1962-03-29": 20, "1964-04-28": 21, "2010-12-09": 34, "2021-05-25": 38}),
    # APEC as its own history has it, less Hong Kong and Chinese Taipei, which are no members of the United Nations.
    ("apec", {"1989-11-07": 12, "1991-11-12": 13, "1993-11-17": 15, "1994-11-11": 16, "1998-11-15": 19}),
    ("opec", {"2016-07-01": 14, "2016-12-01": 13, "2017-05-25": 14, "2018-06-22": 15, "2019-01-01": 14,
    "2020-01-01": 13, "2024-01-01": 12}),
    ("weog", {"1999-12-01": 28, "2000-06-01": 29}), ("eastern_european_group", {"2003-12-01": 22, "2004-06-01": 23}),
    # The conference of Rabat had 25 members, and 57 are counted since Côte d’Ivoire joined.
    ("oic", {"1969-09-25": 25, "1999-01-01": 56, "2001-01-01": 57}),
    ("arab_league", {"1945-03-22": 6, "1945-05-05": 7, "1962-08-16": 13, "1993-11-20": 22}),
    ("ecowas", {"1976-01-01": 15, "1980-01-01": 16, "2001-01-01": 15, "2025-01-28": 15, "2025-01-29": 12}),
    # Ten signed the treaty, South Africa was the eleventh; fifteen considered the Comoros in 2017.
    ("sadc", {"1992-08-17": 10, "1994-12-31": 11, "1998-01-01": 14, "2017-08-19": 15, "2017-08-20": 16}),
    ("east_african_community", {"2000-07-07": 3, "2007-07-01": 5, "2017-01-01": 6, "2022-07-11": 7, "2024-03-04": 8}),
    ("alba", {"2004-12-14": 2, "2006-05-01": 3, "2009-07-01": 9, "2014-12-14": 11, "2018-12-31": 10, "2019-12-31": 9,
    "2021-01-01": 10}),
    ("sica", {"1993-02-01": 6, "2001-01-01": 7, "2013-06-27": 8}),
    ("andean_community", {"1969-05-26": 5, "1974-01-01": 6, "1977-01-01": 5, "2006-04-23": 4}),
    ("csto", {"2003-09-18": 6, "2010-01-01": 7, "2013-01-01": 6}),
    ("eaeu", {"2015-01-01": 3, "2015-01-02": 4, "2015-08-12": 5}),
    # The Outer Seven; Iceland; without Denmark and the United Kingdom; Finland for Portugal; Liechtenstein; four.
    ("efta", {"1960-05-03": 7, "1970-03-01": 8, "1973-01-01": 6, "1986-01-01": 6, "1991-09-01": 7, "1995-01-01": 4}),
    ("cplp", {"1996-07-17": 7, "2003-01-01": 8, "2014-07-23": 9}), ("pacific_alliance", {"2011-04-28": 4}),
    ("caricom", {"1973-08-01": 4, "1974-07-26": 12, "1983-07-04": 13, "1995-07-04": 14, "2002-07-02": 15}),
    # 46 in 2021, of which Bhutan and Sao Tome and Principe have graduated: eight from 1994 to 2024.
    ("ldc", {"2021-01-01": 46, "2023-12-13": 45, "2024-12-13": 44}),
)  # fmt: skip


@pytest.mark.parametrize(
    ("group", "day", "count"), [(group, day, count) for group, days in COUNTS for day, count in days.items()]
)
def test_as_many_members_as_there_were(library: Library, group: str, day: str, count: int) -> None:
    assert len(library.names.groups[group].on(date.fromisoformat(day))) == count


def test_on_its_own_date_a_group_has_the_members_that_are_listed(library: Library) -> None:
    for group in library.names.groups.values():
        assert group.on(date.fromisoformat(group.as_of)) == group.members, group.id


@pytest.mark.parametrize(
    ("dates", "said"),
    [
        ('CHN = "1993-01-01/.."\n', "has no source"),
        ('source = "x"\nsince = "1993"\n', "since is '1993'; expected a day"),
        ('source = "x"\nXXX = "1993-01-01/.."\n', "has the member XXX"),
        ('source = "x"\nCHN = "1993"\n', "CHN is '1993'; expected from/until"),
        ('source = "x"\nCHN = "1993-02-30/.."\n', "expected days of the calendar"),
        ('source = "x"\nCHN = "1993-01-01/1994-01-01, "\n', "expected from/until"),
        ('source = "x"\nCHN = "1993-01-01/1994-01-01 1995-01-01/.."\n', "expected from/until"),
    ],
)
def test_dates_that_are_none_are_told(content: Path, dates: str, said: str) -> None:
    with (content / "groups.toml").open("a", encoding="utf-8") as out:
        out.write(f"\n[benelux.dates]\n{dates}")
    with pytest.raises(ContentError, match=r"\[benelux\.dates\]") as error:
        Names(content)
    assert said in str(error.value)


# --- names to show ---------------------------------------------------------------------------------------

LANGUAGES = ("zh-Hans", "zh-Hant", "en", "fr", "es", "ru", "ar")
SHOWN = (
    # as the United Nations writes them, where CLDR does not
    ("CIV", "es", "Côte d’Ivoire"), ("KOR", "fr", "République de Corée"), ("BOL", "es",
    "Bolivia (Estado Plurinacional de)"),
    ("RUS", "ru", "Российская Федерация"), ("VNM", "fr", "Viet Nam"), ("TUR", "es", "Türkiye"), ("PRK", "ar",
    "جمهورية كوريا الشعبية الديمقراطية"),
    ("CHL", "ru", "Чили"), ("DEU", "ar", "ألمانيا"), ("MAR", "zh-Hant", "摩洛哥"),
)  # fmt: skip


@pytest.mark.parametrize(("code", "language", "name"), SHOWN)
def test_names_in_the_usage_of_the_united_nations(library: Library, code: str, language: str, name: str) -> None:
    assert library.names.states[code].name(language) == name


SCRIPTS = {"zh-Hans": "[一-鿿]", "zh-Hant": "[一-鿿]", "ru": "[А-Яа-я]", "ar": "[\u0621-\u064a]"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_state_and_group_has_a_name_in_every_language_and_is_found_by_it(library: Library, language: str) -> None:
    script = SCRIPTS.get(language)
    for thing in (*library.names.states.values(), *library.names.groups.values()):
        assert language in thing.names, thing
        name = thing.names[language]
        assert script is None or re.search(script, name) or name in ("BRICS",), (thing, name)
    for code, state in library.names.states.items():
        assert library.names.code_in_record(state.names[language]) in (code, None), (code, language)
