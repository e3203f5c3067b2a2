"""Which documents a message names by symbol or number, and which numbered parts of instruments that are only cited."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bot.language import numerals
from bot.language.normal import blank

_NOTE = r"(?:/(?:add|rev|corr|amend)\.\d+)?"
"""What makes a document another one than that of the symbol before it: a revision, a corrigendum."""
_WHICH = r"(?: ?\[[a-z](?:-[a-z])?\]|[a-z](?:-[a-z])?(?![a-z'’]))?"
"""Which of those that share a number: 78/183A, 217(III)[A], 47/1A-B. In 56/4 l'Inde there is none."""
_LETTER = r"(?:(?<=\d) ?[a-e](?! ?[a-z'’]))?"
"""The same beside a symbol that has other signs for its strokes: A RES 78 183 A."""
_SYMBOL = re.compile(
    r"(?<![a-z0-9/.])(?:(?P<prefix>[a-z]{1,3}(?:/[a-z0-9.\-]+)*?/(?:res/|dec/|l\.)?)?"
    r"(?P<number>(?:e?s-)?\d{1,4}/(?:l\.?)?\d{1,4}(?:(?<=\d)" + _WHICH + r")?" + _NOTE + r"))(?![a-z0-9/段款])"
)
"""A document's symbol or number in a text in normal form: a/hrc/res/56/4, 56/4, 77/263a, a/hrc/56/l.1; 5/6段 is
none."""
_BRACKETED = re.compile(
    r"(?<![\d/.])(?:(?:[aes]/(?:[a-z0-9.]+/)?)?(?:res|dec)/\d{1,4}|(?<=resolution )\d{1,4}|(?<=第)\d{1,4}|\d{3,4})"
    r" ?\((?:(?:19|20)\d\d|(?:e?s-)?[ivxl]+)\)" + _WHICH + r"(?!段|款|项)"
)
"""A resolution with the year in brackets, as those of the Security Council, or the session in Roman numbers, as all of
the Assembly were until 1976: S/RES/2728(2024), A/RES/3379(XXX), 217 (III) A."""


@dataclass(frozen=True, slots=True)
class DocumentReference:
    """A document named by symbol or number."""

    text: str
    """In normal form: a/hrc/res/56/4 or 56/4."""
    start: int
    end: int


_OF_OTHERS = (
    r"wha ?\d{1,3}\.\d{1,3}|\d{1,3}/(?:cp|cmp|cma|cop|mop)\.\d{1,3}|\d{1,3} ?c/[^\W\d_]+ ?\d{1,3}"
    r"|(?!(?:[aes]|(?:a/)?(?:un)?hrc)/(?:res|dec)/)[a-z]{1,8}(?:\(\d{1,3}\))?"
    r"(?:/[a-z0-9.\-]{1,16}){0,4}/(?:res|dec)[./]\d[a-z0-9./\-]{0,16}"
)
"""The symbols of other bodies, with other signs: WHA76.5, 1/CMA.5, 42 C/Resolution 15, UNEP/EA.5/Res.14."""
_NUMBERED = re.compile(
    r"(?:第(\d{1,5})|(?<![\d/第])(\d{3,5}))号决议|(?:^|[^a-z])resolution (\d{3,4})(?![\d/])"
    rf"|(?<![a-z0-9/.])(?P<other>{_OF_OTHERS})(?![a-z0-9])"
)
"""A resolution named by a number without a slash, as those of the Security Council are, or by another symbol."""


_OF_COUNCIL = re.compile(
    r"(?<![a-z])(?:(?:s/res/|unscr ?|scr ?|(?:unsc|security council) resolution )(\d{1,4})|unsc (\d{3,4})"
    r"|(?:安理会|安全理事会)(?:的)?第?(\d{3,4}|\d{1,2}(?=号)))(?![\d(/年]| ?\()(?:号(?:决议)?)?"
)
"""A resolution of the Security Council without its year: S/RES/1701, UNSCR 1701, 安理会第1701号决议."""


_NUMERAL = rf"\d{{1,3}}|[{numerals.CHINESE}]{{1,5}}"
_SLASH = "(?:/|%2f)"
_SPELT = re.compile(
    # A link, whatever stands around the symbol in it: undocs.org/en/A/HRC/RES/56/4?direct=true.
    r"(?:https?://)?(?:[a-z0-9-]{1,40}\.){1,5}[a-z]{2,4}/[!-~]{0,200}?(?<=[/=])"
    rf"(?P<link>[aes]{_SLASH}(?:[a-z0-9.-]{{1,12}}{_SLASH}){{0,5}}(?:l\.)?\d[a-z0-9]{{0,5}}"
    rf"{_NOTE}(?:\(\d{{4}}\))?)[!-~]{{0,200}}"
    # As it stands in a file's name, or with the body and the word for a resolution before it.
    r"|(?<![a-z0-9])(?:(?P<slug>[a-z]{1,3}(?:_[a-z]{1,9}){0,4}_\d{1,4}_\d{1,4})"
    rf"|(?P<dashed>a(?P<apart>[- ])(?:hrc(?P=apart))?(?:res|dec)(?P=apart)"
    rf"(?:e?s-)?\d{{1,4}}(?P=apart)\d{{1,4}}{_LETTER}))"
    r"(?:[-_][a-z]{1,2})?(?:\.(?:pdf|docx?|txt))?(?![a-z0-9_])"
    r"|(?<![a-z0-9])(?!(?:a/)?hrc/res/\d)(?P<body>a/hrc|a hrc|hrc|unhrc)"
    r"[ /]?res(?:olution|\.)?[ /]?(?P<number>\d{1,4}/\d{1,4})(?![\d/])"
    # With other signs for its strokes, or without a word for a resolution: RES.78.55, res 78 / 35, HRC51/25.
    rf"|(?<![a-z0-9])(?:a[./ ])?(?P<signs>(?:hrc[./ ]?)?res(?!/\d+/)[./ ]?(?:e?s-)?\d{{1,3}} ?[./-] ?\d{{1,4}}{_LETTER}"
    rf"|hrc ?(?:s-)?\d{{1,3}}/\d{{1,4}})(?![\d/.-]?\d)"
    # By the session and the number in it.
    rf"|第?(?P<session>{_NUMERAL})届(?:会议)?的?第?(?P<item>{_NUMERAL})号(?:决议)?"
    r"|resolution (?P<of_item>\d{1,3}) of the (?P<of_session>\d{1,3})(?:st|nd|rd|th) session"
    # Of a special session, an emergency one, as Arabic texts print its series: د.إ.ط-10/21 is ES-10/21.
    r"|(?<!\w)د\.?ا\.?(?P<emergency>ط\.?)? ?-? ?(?P<series>\d{1,3}/\d{1,4})(?![\d/])"
)
"""A symbol spelt otherwise than documents print it."""


def _spelt(norm: str) -> list[DocumentReference]:
    """The documents named by a link, a file's name, or in words."""
    found = []
    for m in _SPELT.finditer(norm):
        session, item = m["session"] or m["of_session"], m["item"] or m["of_item"]
        in_session = f"{numerals.value(session)}/{numerals.value(item)}" if session else ""
        of_body = f"a/{'hrc/' if 'hrc' in m['body'] else ''}res/{m['number']}" if m["body"] else ""
        slug = (m["slug"] or "").replace("_", "/")
        apart = m["dashed"] or m["signs"]
        signs = _with_strokes(apart) if apart else ""
        special = f"{'es' if m['emergency'] else 's'}-{m['series']}" if m["series"] else ""
        text = (m["link"] or "").replace("%2f", "/") or slug or of_body or signs or special or in_session
        found.append(DocumentReference(text, m.start(), m.end()))
    return found


def _with_strokes(said: str) -> str:
    """The end of a symbol, as documents print it, of one with other signs: res/78/55, res/es-10/21."""
    body = ["hrc"] if "hrc" in said else []
    kind = next((word for word in ("res", "dec") if word in said), "")
    behind = said.rpartition(kind or "hrc")[2].strip(" ./-")
    special = next((sign for sign in ("es-", "s-") if behind.startswith(sign)), "")
    session, number = "".join(c if c.isdigit() else " " for c in behind).split()
    which = behind[-1] if behind[-1].isalpha() else ""
    return "/".join([*body, kind or "res", f"{special}{session}", f"{number}{which}"])


def bare_symbol(symbol: str) -> str:
    """A symbol in the form in which symbols are compared: a/res/217(iii)a of A/RES/217 (III) [A]."""
    return re.sub(r"[\s\[\]]", "", symbol.lower())


def documents(norm: str) -> list[DocumentReference]:
    """The documents that a text in normal form names by symbol or number."""
    spelt = _spelt(norm)
    norm = blank(norm, [(d.start, d.end) for d in spelt])
    found = [*spelt, *_printed(norm)]
    return sorted(found, key=lambda d: d.start)


def _is_year(m: re.Match[str]) -> bool:
    """Whether what stands behind the Council's name in Chinese, with no word for a number, may be a year."""
    return bool(m[3]) and m.end() == m.end(3) and 1945 <= int(m[3]) < 2045


def _printed(norm: str) -> list[DocumentReference]:
    """The documents named as they are printed."""
    printed = (m for pattern in (_SYMBOL, _BRACKETED) for m in pattern.finditer(norm))
    found = [DocumentReference(bare_symbol(m[0]), m.start(), m.end()) for m in printed]
    council = ((m, m[1] or m[2] or m[3]) for m in _OF_COUNCIL.finditer(norm) if not _is_year(m))
    found += [DocumentReference(f"s/res/{number}", m.start(), m.end()) for m, number in council]
    taken = [(d.start, d.end) for d in found]
    numbers = ((m, m[1] or m[2] or m[3] or bare_symbol(m["other"]).rstrip("./-")) for m in _NUMBERED.finditer(norm))
    numbered = (DocumentReference(number, m.start(), m.end()) for m, number in numbers)
    return found + [d for d in numbered if not any(a < d.end and d.start < b for a, b in taken)]
