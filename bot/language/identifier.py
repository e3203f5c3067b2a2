"""Which language a text is in, by letters that stand together: the package's model in a quarter of its memory.

The package's takes 60 MB, and 0.4 s to unpack. Most of it is where each byte leads to from each state: in it most runs
of sixteen come up again, and with each of them once it takes 6 MB. What each feature tells of each language is left in
a file. All of it is kept in the store, and what is told of a text is what the package tells.
"""

from __future__ import annotations

from array import array
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import msgspec
from babel import __version__ as babel_version
from babel.core import get_global

from bot import output
from bot.settings import store_folder

if TYPE_CHECKING:
    # NumPy takes a tenth of a second to import, which messages in no doubtful language need not wait for.
    import numpy as np
    from numpy.typing import NDArray
    from py3langid.langid import LanguageIdentifier

_OFFICIAL = ("official", "de_facto_official")
"""What CLDR calls the languages of states; those of regions are apart."""
_RUN: Final = 16
"""Bytes whose next states stand together; with 8 or 32 they take a fifth more."""


@cache
def identifier() -> LanguageIdentifier:
    """Tells languages apart.

    Of those it knows, the ones that are official somewhere, after CLDR: small neighbours of large languages (Galician,
    Ligurian, Moroccan Arabic) take from these what is probable of them.
    """
    from py3langid import __version__

    return identifier_in(store_folder() / f"languages-{__version__}-{babel_version}")


def identifier_in(kept: Path) -> LanguageIdentifier:
    """The same out of a file, and another one beside it; they are made where they are not there."""
    from bot.search.rows import left_in

    model = cache(_of_package)
    try:
        parts = msgspec.msgpack.decode(kept.read_bytes(), type=_Parts)
    except (OSError, msgspec.MsgspecError):
        parts = _Parts.of(model())
        with suppress(OSError):
            kept.parent.mkdir(parents=True, exist_ok=True)
            output.write(str(kept), msgspec.msgpack.encode(parts))
    beside = kept.with_name(f"{kept.name}.told")
    return parts.with_what_is_told(left_in(beside, parts.shape, lambda: _rows(model())))


class _Parts(msgspec.Struct, frozen=True):
    """A model but for what is told by each feature; numbers as the bytes of this machine."""

    languages: list[str]
    probable: bytes
    """How probable each language is before anything is known."""
    states: bytes
    """The row of each state, among those of the next states."""
    found: bytes
    """The feature that is found in each state, or -1."""
    runs: bytes
    """Of the next states, where each run begins in those of which each is there once."""
    cells: bytes
    shape: tuple[int, int]
    """Features, and the bytes of a row of what is told by one."""

    @classmethod
    def of(cls, model: LanguageIdentifier) -> _Parts:
        """What a model of the package consists of."""
        import numpy as np

        runs = np.asarray(model.tk_nextmove, np.uint32).reshape(-1, _RUN)
        cells, run_of = np.unique(runs.view(np.dtype((np.void, runs.dtype.itemsize * _RUN))), return_inverse=True)
        features, languages = model.nb_ptc.shape
        return cls(
            languages=list(model.nb_classes),
            probable=model.nb_pc.astype(np.float32).tobytes(),
            states=array("I", model.tk_row).tobytes(),
            found=array("i", model.tk_output).tobytes(),
            runs=(run_of.ravel() * _RUN).astype(np.uint32).tobytes(),
            cells=cells.tobytes(),
            shape=(features, languages * model.nb_ptc.itemsize),
        )

    def with_what_is_told(self, rows: Any) -> LanguageIdentifier:
        """The model; rows: of the bytes of what each feature tells."""
        import numpy as np
        from py3langid.langid import LanguageIdentifier

        return LanguageIdentifier(
            _Told(rows),
            np.frombuffer(self.probable, np.float32),
            self.languages,
            _Next(array("I", self.runs), array("I", self.cells)),
            array("i", self.found),
            norm_probs=True,
            tk_row=array("I", self.states),
        )


class _Next:
    """The next state by state and byte, as the package's table gives it."""

    def __init__(self, runs: array[int], cells: array[int]) -> None:
        self._runs, self._cells = runs, cells

    def __getitem__(self, at: int) -> int:
        return self._cells[self._runs[at // _RUN] + at % _RUN]


class _Told:
    """What some features tell of each language, as the package's table gives it."""

    def __init__(self, rows: Any) -> None:
        self._rows = rows

    def __getitem__(self, features: NDArray[np.intp]) -> NDArray[np.float16]:
        import numpy as np

        told: NDArray[np.float16] = self._rows[features].view(np.float16)
        return told


def _of_package() -> LanguageIdentifier:
    """The package's own, of the official languages alone."""
    from py3langid.langid import MODEL_FILE, LanguageIdentifier

    model = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    of_states = [entry for of in get_global("territory_languages").values() for entry in of.items()]
    official = {tag.split("_")[0] for tag, info in of_states if info["official_status"] in _OFFICIAL}
    model.set_languages([x for x in model.nb_classes if x in official])
    return model


def _rows(model: LanguageIdentifier) -> NDArray[np.uint8]:
    """What each feature tells, as bytes."""
    import numpy as np

    rows: NDArray[np.uint8] = np.ascontiguousarray(model.nb_ptc).view(np.uint8)
    return rows
