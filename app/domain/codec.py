"""Frozen dataclasses to plain JSON values and back, by their type hints.

No classes are named in the data, but where a field may hold one of several: there ``is`` says which.
"""

import dataclasses
import types
import typing
from datetime import date, datetime
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")
WHICH = "is"


def to_plain(value: Any) -> Any:
    """A dataclass, enum, day, aware time, tuple or scalar as JSON values; fields at their default are left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: to_plain(entry) for key, entry in value.items()}
    if isinstance(value, date):  # a datetime is one too
        return value.isoformat()
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        several = _several(type(value))
        return {
            field.name: _named(current) if field.name in several else to_plain(current)
            for field in dataclasses.fields(value)
            if (current := getattr(value, field.name)) != field.default
        }
    return value


def from_plain(cls: type[T], data: Any) -> T:
    """The object of ``cls`` that ``data`` describes. Unknown keys are ignored (a newer writer).

    Raises KeyError, TypeError or ValueError where the data does not fit.
    """
    return typing.cast(T, _decode(cls, data))


def _decode(wanted: Any, data: Any) -> Any:
    if type(data) is wanted:  # texts and numbers: nearly all there is
        return data
    origin = typing.get_origin(wanted)
    if origin is tuple:
        if not isinstance(data, (list, tuple)):
            raise TypeError(f"a list expected, found {type(data).__name__}")
        arguments = typing.get_args(wanted)
        if len(arguments) == 2 and arguments[1] is Ellipsis:
            return tuple(_decode(arguments[0], entry) for entry in data)
        return tuple(_decode(kind, entry) for kind, entry in zip(arguments, data, strict=True))
    if origin in (types.UnionType, typing.Union):
        if data is None:
            return None
        return _decode(_one_of(wanted, data), data)
    if origin is dict:
        return dict(data)
    if isinstance(wanted, type):
        return _decode_class(wanted, data)
    return data


def _decode_class(wanted: type, data: Any) -> Any:
    if issubclass(wanted, Enum):
        return wanted(data)
    if wanted in (date, datetime) and isinstance(data, str):
        return wanted.fromisoformat(data)
    if dataclasses.is_dataclass(wanted):
        if not isinstance(data, dict):
            raise TypeError(f"{wanted.__name__} expected, found {type(data).__name__}")
        hints = _hints(wanted)
        return wanted(**{name: _decode(hints[name], entry) for name, entry in data.items() if name in hints})
    if not isinstance(data, wanted) and not (wanted is float and isinstance(data, int)):
        raise TypeError(f"{wanted.__name__} expected, found {type(data).__name__}")
    return data


def _named(value: Any) -> Any:
    """With the name of the class, for a field that may hold several."""
    if isinstance(value, (tuple, list)):
        return [_named(entry) for entry in value]
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {WHICH: type(value).__name__, **to_plain(value)}
    return to_plain(value)


def _one_of(union: Any, data: Any) -> Any:
    """Which of a union's kinds the data is."""
    kinds = [kind for kind in typing.get_args(union) if kind is not type(None)]
    if len(kinds) == 1 or not isinstance(data, dict):
        return kinds[0]
    found = [kind for kind in kinds if kind.__name__ == data.get(WHICH)]
    if not found:
        raise ValueError(f"unknown kind: {data.get(WHICH)!r}")
    return found[0]


@cache
def _several(cls: type) -> frozenset[str]:
    """Names of the fields that hold one, or a tuple, of several dataclasses."""
    return frozenset(name for name, hint in _hints(cls).items() if _is_choice(hint))


def _is_choice(hint: Any) -> bool:
    origin = typing.get_origin(hint)
    if origin is tuple:
        return any(_is_choice(entry) for entry in typing.get_args(hint) if entry is not Ellipsis)
    if origin in (types.UnionType, typing.Union):
        return sum(dataclasses.is_dataclass(kind) for kind in typing.get_args(hint)) > 1
    return False


@cache
def _hints(cls: type) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}
