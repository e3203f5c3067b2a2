"""The library of a content folder, loaded; what content/ says of bodies, addressees, subjects and synonyms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from rapidfuzz import process

from bot.corpus.compiled import Texts, compiled
from bot.corpus.everyday import everyday_of
from bot.corpus.library import Library
from bot.corpus.purposes import purposes_of
from bot.corpus.terms import Terms
from bot.errors import ContentError
from bot.language.content_files import LANGUAGES, load_toml, strings, tables
from bot.language.kept import kept
from bot.language.lexicon import Lexicon
from bot.language.names import names_of
from bot.language.normal import normal
from bot.language.refusals import load_refusals
from bot.layers import Layers
from bot.resolution import Body
from bot.settings import vocabulary

_AS_MADE = "as `resolution-bot init` makes it"


def load(folder: Path, progress: Callable[[int, int], None] | None = None) -> Library:
    """Everything in a content folder; ContentError, with file and line, where it is not sound.

    progress: is told how many of how many resolutions that are new or have changed have been read.
    """
    if not folder.is_dir():
        raise ContentError(folder, None, f"not a folder; expected one that has resolutions/, {_AS_MADE}")
    words = vocabulary(folder)
    if words.program != folder and not (folder / "resolutions").is_dir():
        raise ContentError(folder, None, f"resolutions/ is missing; expected it in this folder, {_AS_MADE}")
    _check_overlay(words)
    names, lexicon = names_of(words), lexicon_of(words)
    records = compiled(folder, names, words / "names", progress)
    summaries = tuple(records.summaries())
    texts = Texts(records, {each.symbol: each.languages for each in summaries})
    subjects = _subjects(words / "subjects", texts, others=words.program != folder)
    terms, bodies = terms_of(words), _bodies(words / "bodies.toml")
    addressees, refusals = _addressees(words / "addressees.toml"), load_refusals(words / "refusals.toml")
    return Library(
        folder, names, lexicon, summaries, texts, subjects, terms["same"], records, bodies, addressees, refusals,
        terms["opening"], everyday_of(words), purposes_of(words),
    )  # fmt: skip


@kept("cues.toml", "references.toml")
def lexicon_of(words: Layers) -> Lexicon:
    """The cues and the words of references of a content folder; ContentError where they are not sound."""
    return Lexicon(words / "cues.toml")


def _check_overlay(words: Layers) -> None:
    """ContentError for a file of the owner's words that adds to nothing, as a misspelt name makes it."""
    known = {path.relative_to(words.program).as_posix() for path in words.program.rglob("*.toml")}
    for path in sorted(words.own.rglob("*.toml")):
        name = path.relative_to(words.own).as_posix()
        if name not in known and path.parent != words.own / "subjects":
            near = process.extractOne(name, sorted(known))
            expected = f"expected the name of one that it has, as {near[0] if near else 'cues.toml'}"
            raise ContentError(path, None, f"the program has no file {name}; {expected}")


def _bodies(path: Layers) -> dict[Body, tuple[str, ...]]:
    known = {body.name.lower(): body for body in Body}
    bodies = {}
    for name, table in tables(path, load_toml(path), frozenset(LANGUAGES)):
        if name not in known:
            raise ContentError(path, None, f"[{name}] is no organ; expected one of {', '.join(known)}")
        bodies[known[name]] = tuple(w for language in LANGUAGES for w in strings(path, table, language, f"[{name}]"))
    return bodies


def _addressees(path: Layers) -> dict[str, dict[str, tuple[str, ...]]]:
    found = {}
    for name, table in tables(path, load_toml(path), frozenset(LANGUAGES)):
        called = {language: tuple(strings(path, table, language, f"[{name}]")) for language in LANGUAGES}
        for language, names in called.items():
            if not names:
                raise ContentError(path, None, f"[{name}] has no name in {language}; expected at least one")
        found[name] = called
    return found


def _subjects(folder: Layers, texts: Texts, *, others: bool) -> dict[str, dict[str, tuple[str, ...]]]:
    """By symbol and paragraph. others: whether the program's files may be of documents that are not here."""
    subjects: dict[str, dict[str, tuple[str, ...]]] = {}
    for path in folder.glob("*.toml"):
        content = load_toml(path)
        symbol = content.pop("symbol", None)
        resolution = next(iter(texts[symbol].values())) if symbol in texts else None
        if resolution is None:
            if others and not path.owned:
                continue
            raise ContentError(path, None, f"symbol {symbol!r} is not a document in resolutions/; expected one that is")
        ids = {p.id for p in resolution.paragraphs}
        for identifier, table in tables(path, content, frozenset(LANGUAGES)):
            if identifier not in ids:
                raise ContentError(
                    path,
                    None,
                    f"[{identifier}] is not a paragraph of {symbol}; expected one of {', '.join(sorted(ids))}",
                )
            words = tuple(w for language in LANGUAGES for w in strings(path, table, language, f"[{identifier}]"))
            subjects.setdefault(resolution.symbol, {})[identifier] = words
    return subjects


@kept("synonyms.toml")
def terms_of(words: Layers) -> dict[str, Terms]:
    """Words that mean the same, "same", and first words of clauses that do, "opening", in any language; ContentError
    where they are not sound."""
    path = words / "synonyms.toml"
    content = load_toml(path)
    known = {name: content.get(name, []) for name in ("same", "opening")}
    if set(content) - set(known) or not all(isinstance(of, list) for of in known.values()):
        raise ContentError(path, None, f"{', '.join(content)} stand here; expected only [[same]] and [[opening]]")
    return {name: Terms(_sets(path, name, of)) for name, of in known.items()}


def _sets(path: Layers, name: str, tables_of: list[Any]) -> tuple[tuple[str, ...], ...]:
    numbered = {f"[{name}] {i}": table for i, table in enumerate(tables_of, 1)}
    sets: list[list[str]] = []
    at: dict[str, list[str]] = {}
    for where, table in tables(path, numbered, frozenset(LANGUAGES)):
        terms = tuple(t for language in LANGUAGES for t in strings(path, table, language, where))
        if len(terms) < 2:
            raise ContentError(path, None, f"{where} has {len(terms)} term; expected two or more")
        # An owner's set that has a term of another one adds to it.
        known = next((at[normal(term)] for term in terms if normal(term) in at), None)
        if known is None:
            sets.append(known := [])
        known += (term for term in terms if term not in known)
        at |= {normal(term): known for term in terms}
    return tuple(map(tuple, sets))
