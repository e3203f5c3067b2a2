"""The fields of a Word file: a code, which is not printed, and what it printed last (ECMA-376 part 1, 17.16)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from bot.importing.markup import attribute, tag
from bot.importing.number_formats import UnprintableError

PARTS = frozenset({tag("fldChar"), tag("instrText")})
"""The elements of a run that fields are made of."""
_WITHOUT_RESULT = frozenset(
    {"AUTONUM", "AUTONUMLGL", "AUTONUMOUT", "LISTNUM", "EQ", "SYMBOL", "MACROBUTTON", "GOTOBUTTON", "FORMDROPDOWN"}
)
"""Fields that print what the file does not hold."""


@dataclass(slots=True)
class _Field:
    """A field that is open: its code comes first."""

    code: str = ""
    is_code: bool = True


class Fields:
    """The fields that are open where a document is read, the outermost first."""

    def __init__(self) -> None:
        self._open: list[_Field] = []

    @property
    def is_code(self) -> bool:
        """Whether what comes now is the code of a field."""
        return any(field.is_code for field in self._open)

    def take(self, part: Any) -> None:
        """Take note of a part of a field. Raises UnprintableError as check does."""
        kind = attribute(part, "fldCharType")
        if kind == "begin":
            self._open.append(_Field())
        elif not self._open:
            return
        elif part.tag == tag("instrText"):
            self._open[-1].code += part.text or ""
        else:
            self.check(self._open[-1].code)
            self._open[-1].is_code = False
            if kind == "end":
                self._open.pop()

    def check(self, code: str) -> None:
        """Raises UnprintableError where a field of that code prints what the file does not hold."""
        name = code.strip().partition(" ")[0].upper()
        if name in _WITHOUT_RESULT:
            raise UnprintableError(f"a field {name}, which prints what the file does not hold")

    def close(self) -> None:
        """Forget what is open. Raises UnprintableError where anything is: its code and its result can't be told
        apart."""
        is_open = bool(self._open)
        self._open.clear()
        if is_open:
            raise UnprintableError("a field that does not end")
