"""content/resolutions/ → store: what changed since it was last read is read, checked and put there; the rest is there
already."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from pathlib import Path

from bot.corpus.changes import reading
from bot.corpus.provenance import SUFFIX
from bot.corpus.votes import VOTES_FILE
from bot.errors import ContentError
from bot.language.names import Names
from bot.layers import Layers
from bot.resolution import Resolution
from bot.store.folder import digest, store_of
from bot.store.records import DoubleError, Records, opened, signature


def compiled(content: Path, names: Names, words: Layers, progress: Callable[[int, int], None] | None = None) -> Records:
    """The store of a content folder, brought up to date.

    words: the files of names/, of which the names are; progress: is told how many of how many groups of files have been
    read. ContentError, with file and line, where content is not sound; then the store is as it was.
    """
    folder = content / "resolutions"
    records = opened(store_of(content), _version(words))
    with reading(folder):
        _update(records, folder, names, progress)
    records.settle()
    return records


def _update(records: Records, folder: Path, names: Names, progress: Callable[[int, int], None] | None) -> None:
    groups = _groups(folder)
    known = records.files()
    now = {stem: signature(folder, files) for stem, files in groups.items()}
    changed = [stem for stem in groups if known.get(stem) != now[stem]]
    gone = [stem for stem in known if stem not in groups]
    if changed or gone:
        from bot.corpus.files import read_group

        code_of = cache(names.code_in_record)
        put = (read_group(folder, stem, groups[stem], now[stem], names, code_of) for stem in _told(changed, progress))
        try:
            records.update(put, gone)
        except DoubleError as error:
            what = f"{error.symbol} stands in {error.first} already"
            raise ContentError(
                folder / error.file,
                None,
                f"{what}; expected the files of a resolution to begin alike, and each language once",
            ) from None


def _told(stems: list[str], progress: Callable[[int, int], None] | None) -> Iterator[str]:
    for done, stem in enumerate(stems):
        if progress:
            progress(done, len(stems))
        yield stem


def _version(words: Layers) -> str:
    """Of all that decides how a text is read and kept: the readers, the store, and the names of states."""
    package = Path(__file__).resolve().parent.parent
    spoken = [path for each in words.glob("*.toml") for path in (each.program, each.own)]
    kept = [package / "store" / name for name in ("records.py", "codec.py", "summary.py", "ballots.py")]
    return digest([*(package / "corpus").rglob("*.py"), *kept, *(package / "language").glob("*.py"), *spoken])


def _groups(folder: Path) -> dict[str, list[str]]:
    """The files of a folder by what their names begin with; ContentError where there is none."""
    groups: dict[str, list[str]] = {}
    names = os.listdir(folder) if folder.is_dir() else ()
    for name in sorted(name for name in names if name.endswith((".txt", VOTES_FILE, SUFFIX))):
        groups.setdefault(_stem(name), []).append(name)
    known = {
        stem: names for stem, names in groups.items() if any(name.endswith((".txt", VOTES_FILE)) for name in names)
    }
    if not known:
        raise ContentError(
            folder, None, f"no document here; expected at least one NAME.LANGUAGE.txt or NAME{VOTES_FILE}"
        )
    return known


def _stem(name: str) -> str:
    if name.endswith(VOTES_FILE):
        return name.removesuffix(VOTES_FILE)
    return (name.removesuffix(SUFFIX) + ".txt" if name.endswith(SUFFIX) else name).rsplit(".", 2)[0]


class Texts(Mapping[str, Mapping[str, Resolution]]):
    """The texts of a store by symbol and language, read as they are asked for."""

    def __init__(self, records: Records, languages: Mapping[str, tuple[str, ...]]) -> None:
        """languages: of each symbol, those in which there are texts, the main one first."""
        self._records, self._languages = records, languages

    def __getitem__(self, symbol: str) -> Mapping[str, Resolution]:
        return {language: self._records.text(symbol, language) for language in self._languages[symbol]}

    def main(self, symbol: str) -> Resolution:
        """The main text alone, which is asked for most."""
        return self._records.text(symbol, self._languages[symbol][0])

    def __iter__(self) -> Iterator[str]:
        return iter(self._languages)

    def __len__(self) -> int:
        return len(self._languages)
