"""Frozen dataclasses to plain JSON values and back, by their type hints. No classes are named in the data."""

import dataclasses
import types
import typing
from enum import Enum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def to_plain(value: Any) -> Any:
    """A dataclass, enum, tuple or scalar as JSON values; fields at their default are left out."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, (tuple, list)):
        return [to_plain(entry) for entry in value]
    if isinstance(value, dict):
        return {key: to_plain(entry) for key, entry in value.items()}
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {
            field.name: to_plain(current)
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
        return _decode(next(kind for kind in typing.get_args(wanted) if kind is not type(None)), data)
    if origin is dict:
        return dict(data)
    if isinstance(wanted, type):
        if issubclass(wanted, Enum):
            return wanted(data)
        if dataclasses.is_dataclass(wanted):
            if not isinstance(data, dict):
                raise TypeError(f"{wanted.__name__} expected, found {type(data).__name__}")
            hints = _hints(wanted)
            return wanted(**{name: _decode(hints[name], entry) for name, entry in data.items() if name in hints})
        if not isinstance(data, wanted) and not (wanted is float and isinstance(data, int)):
            raise TypeError(f"{wanted.__name__} expected, found {type(data).__name__}")
    return data


@cache
def _hints(cls: type) -> dict[str, Any]:
    hints = typing.get_type_hints(cls)
    return {field.name: hints[field.name] for field in dataclasses.fields(cls)}
