"""Values as bytes and back: frozen dataclasses with all that stands in them, each by the name of its class.

Only what the type says can come back: bytes from elsewhere make no other object. What another version of the program
packed, and what is damaged, is None, not an error: it is as if it had never been kept.
"""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any, Final, TypeVar

import msgspec

T = TypeVar("T")

IS: Final = "is"
"""Under which the name of a class stands among its fields; no field is called so, as it is a word of Python."""


def pack(value: object) -> bytes:
    """The value as bytes: dataclasses, tuples, frozen sets, mappings, enums, dates, texts and numbers, however
    nested."""
    # JSON, which has numbers of any length, as people write them.
    return msgspec.json.encode(_plain(value))


def unpack(kind: type[T], data: bytes | None) -> T | None:
    """The value that was packed; None where it is none of that type."""
    if data is None:
        return None
    try:
        found: T = _read(kind, msgspec.json.decode(data))
    except (msgspec.MsgspecError, RecursionError, TypeError, ValueError):
        return None
    return found


def _plain(value: object) -> object:
    if is_dataclass(value) and not isinstance(value, type):
        return {
            IS: type(value).__name__,
            **{field.name: _plain(getattr(value, field.name)) for field in fields(value) if field.init},
        }
    if isinstance(value, (tuple, list)):
        return [_plain(each) for each in value]
    if isinstance(value, frozenset):
        return sorted((_plain(each) for each in value), key=repr)
    if isinstance(value, Mapping):
        return [[_plain(key), _plain(each)] for key, each in value.items()]
    if isinstance(value, str):
        # Half a surrogate pair is no text.
        return value.encode("utf-8", "replace").decode()
    return value


def _read(hint: Any, data: Any) -> Any:
    """The value of that type; one of ValueError, TypeError and msgspec.ValidationError where it is none."""
    origin, arguments = typing.get_origin(hint), typing.get_args(hint)
    if origin in (typing.Union, types.UnionType):
        return _one_of(arguments, data)
    if is_dataclass(hint) and isinstance(hint, type):
        return _dataclass(hint, data)
    if origin in (tuple, frozenset, dict) and not isinstance(data, list):
        raise ValueError
    if origin is tuple and arguments[-1:] == (...,):
        return tuple(_read(arguments[0], each) for each in data)
    if origin is tuple:
        return tuple(_read(each, value) for each, value in zip(arguments, data, strict=True))
    if origin is frozenset:
        return frozenset(_read(arguments[0], each) for each in data)
    if origin is dict:
        return {_read(arguments[0], key): _read(arguments[1], value) for key, value in data}
    return msgspec.convert(data, hint)


def _one_of(hints: tuple[Any, ...], data: Any) -> Any:
    if data is None and types.NoneType in hints:
        return None
    if isinstance(data, dict):
        kind = next((hint for hint in hints if getattr(hint, "__name__", "") == data.get(IS)), None)
        if not is_dataclass(kind):
            raise ValueError
        return _dataclass(kind, data)
    for hint in hints:
        try:
            return _read(hint, data)
        except (msgspec.MsgspecError, TypeError, ValueError):
            continue
    raise ValueError


def _dataclass(kind: Any, data: Any) -> Any:
    hints = _hints(kind)
    known = isinstance(data, dict) and data.get(IS) == kind.__name__ and data.keys() <= {IS, *hints}
    if not known:
        raise ValueError
    return kind(**{name: _read(hints[name], data[name]) for name in data if name != IS})


@cache
def _hints(kind: Any) -> dict[str, Any]:
    """The types of the fields that a value is made of, by name."""
    found = typing.get_type_hints(kind)
    return {field.name: found[field.name] for field in fields(kind) if field.init}
