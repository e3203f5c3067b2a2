"""A content folder that belongs to its owner: made, backed up, and rid of a document."""

from __future__ import annotations

import io
import re
import shutil
import tarfile
import tempfile
import tomllib
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from bot.corpus.changes import change, reading, writing
from bot.corpus.files import read_text
from bot.corpus.provenance import note_of
from bot.errors import ContentError
from bot.importing.store import file_name
from bot.language.names import names_of
from bot.settings import OVERLAY, SETTINGS_FILE, TEMPLATE, check_own, program_content, vocabulary

TEXTS, SUBJECTS = "resolutions", "subjects"
_BEGUN = ".init-"
_KEPT = frozenset({".txt", ".toml", ".csv", ".md", ".env"})
"""How the names of the files end that a backup holds: texts, votes, notes, words, settings; not what a bot writes while
it runs."""
_SECRET = re.compile(r"^([# ]*BOT_(?:TOKEN|WEBHOOK_SECRET)=).*$|^([# ]*BOT_\w+=).*://[^/\s]*@.*$", re.MULTILINE)
"""A setting that nobody else may know: a token, a secret, an address with a password."""


def plain_symbol(symbol: str) -> str:
    """A symbol or number as it is printed: 56/04 is 56/4."""
    return re.sub(r"(?<!\d)0+(?=\d)", "", unicodedata.normalize("NFKC", symbol).strip())


# --- a new folder ---------------------------------------------------------------------------------


def init(folder: Path) -> None:
    """Make a content folder with the program's documents, commented examples of own words, and a settings file.

    ContentError where there is something already, or it can't be written. Cut off, it can be begun again.
    """
    source = program_content()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for old in folder.glob(f"{_BEGUN}*"):
            shutil.rmtree(old)
        ours = {path.name for path in (source / TEMPLATE).iterdir()}
        others = sorted(path.name for path in folder.iterdir() if path.name not in ours)
        if others:
            raise ContentError(folder, None, f"{others[0]} is in it already; expected a new folder, or an empty one")
        begun = Path(tempfile.mkdtemp(prefix=_BEGUN, dir=folder))
        try:
            shutil.copytree(source / TEMPLATE, begun, dirs_exist_ok=True, copy_function=shutil.copyfile)
            shutil.copytree(source / TEXTS, begun / TEXTS, copy_function=shutil.copyfile)
            (begun / SETTINGS_FILE).chmod(0o600)  # the token goes into it
            # The texts come last: with them the folder is whole.
            for path in sorted(begun.iterdir(), key=lambda path: path.name == TEXTS):
                if not (folder / path.name).exists():
                    path.rename(folder / path.name)
        finally:
            shutil.rmtree(begun, ignore_errors=True)
    except (OSError, shutil.Error) as error:
        why = error.strerror if isinstance(error, OSError) and error.strerror else "a file could not be copied"
        raise ContentError(folder, None, f"{why}; expected a place to write to") from None


# --- a document less ------------------------------------------------------------------------------


def remove(content: Path, symbol: str, language: str | None = None) -> list[str]:
    """Take a document out of a content folder, with its notes, votes and subjects, or its text in one language.

    symbol: as printed, or its number where only one document has it. What was removed is returned; ContentError where
    there is none such, where it is the last one, or where it can't be done; then nothing has changed.
    """
    check_own(content)
    texts, code_of = content / TEXTS, names_of(vocabulary(content)).code_in_record
    with writing(texts):
        found = _texts_of(texts, symbol, code_of)
        chosen = [path for path in found if language in (None, path.name.split(".")[-2])]
        if not chosen:
            held = ", ".join(path.name.split(".")[-2] for path in found)
            raise ContentError(content, None, f"{symbol} is not here in {language}; expected one of {held}")
        if len(chosen) == len(list(texts.glob("*.txt"))):
            raise ContentError(
                content, None, f"{symbol} is the only document; expected another one beside it, import that first"
            )
        dropped = [path.name for text in chosen for path in (text, note_of(text)) if path.exists()]
        subjects: list[Path] = []
        if len(chosen) == len(found):
            dropped += [path.name for path in texts.glob(f"{found[0].name.rsplit('.', 2)[0]}.votes.csv")]
            with suppress(ContentError):
                subjects = list(_subjects_of(content, read_text(found[0], code_of).symbol))
        try:
            for path in subjects:
                path.unlink()
            change(texts, {}, dropped)
        except OSError as error:
            raise ContentError(content, None, f"{error.strerror}; expected a place to write to") from None
    return [f"{TEXTS}/{name}" for name in dropped] + [path.relative_to(content).as_posix() for path in subjects]


def _texts_of(texts: Path, symbol: str, code_of: Callable[[str], str | None]) -> list[Path]:
    """The texts of one document, found by the names that `import` gives, or else by what they say."""
    wanted = file_name(plain_symbol(symbol), "").removesuffix("..txt").upper()
    paths = sorted(texts.glob("*.*.txt"))
    stems = {path.name.rsplit(".", 2)[0] for path in paths}
    named = [stem for stem in stems if stem.upper() == wanted] or sorted(
        stem for stem in stems if stem.upper().endswith(f"_{wanted}")
    )
    if len(named) > 1:
        raise ContentError(
            texts, None, f"{symbol} is the number of several documents; expected a symbol, as of {', '.join(named)}"
        )
    if named:
        return [path for path in paths if path.name.rsplit(".", 2)[0] == named[0]]
    found = [path for path in paths if _says(path, plain_symbol(symbol), code_of)]
    if not found:
        raise ContentError(
            texts,
            None,
            f"{symbol} is not here; expected the symbol of a document that is, as `resolution-bot check` prints it",
        )
    return found


def _says(path: Path, symbol: str, code_of: Callable[[str], str | None]) -> bool:
    with suppress(ContentError):
        return read_text(path, code_of).symbol.upper() == symbol.upper()
    return False


def _subjects_of(content: Path, symbol: str) -> Iterator[Path]:
    """The files of words that the document's paragraphs are looked for by."""
    for path in (*(content / SUBJECTS).glob("*.toml"), *(content / OVERLAY / SUBJECTS).glob("*.toml")):
        with suppress(OSError, ValueError):
            if tomllib.loads(path.read_text(encoding="utf-8")).get("symbol") == symbol:
                yield path


# --- a backup -------------------------------------------------------------------------------------


def backup(content: Path) -> bytes:
    """The texts, votes, notes, words and settings of a content folder as a .tar.gz, secrets left empty.

    ContentError where one can't be read. ``tar -xzf FILE -C DIR`` brings them back.
    """
    out = io.BytesIO()
    with reading(content / TEXTS), tarfile.open(fileobj=out, mode="w:gz") as archive:
        for path in sorted(content.rglob("*")):
            inside = path.relative_to(content)
            hidden = any(part.startswith(".") for part in inside.parts)
            if hidden or path.suffix not in _KEPT or not path.is_file():
                continue
            try:
                data = path.read_bytes()
            except OSError as error:
                raise ContentError(path, None, f"{error.strerror}; expected a file that can be read") from None
            if path.suffix == ".env":
                data = _SECRET.sub(lambda found: found[1] or found[2], data.decode("utf-8", "replace")).encode()
            entry = tarfile.TarInfo(inside.as_posix())
            entry.size, entry.mtime, entry.mode = (
                len(data),
                int(path.stat().st_mtime),
                0o600 if path.suffix == ".env" else 0o644,
            )
            archive.addfile(entry, io.BytesIO(data))
    return out.getvalue()
