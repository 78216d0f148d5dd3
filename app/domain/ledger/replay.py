"""An issue out of its history: what the log says is all that there is to know of it."""

from collections.abc import Iterable, Mapping
from typing import Any

from app.domain.codec import from_plain
from app.domain.ledger.issue import Issue


def replayed(issue_id: str, changes: Iterable[Mapping[str, Any]]) -> Issue:
    """``changes`` are those of its events (`difference`), the oldest first. Raises where they do not fit."""
    flat: dict[str, Any] = {}
    version = 0
    for change in changes:
        version += 1
        for path, (old, new) in change.items():
            if flat.get(path) != old:
                raise ValueError(f"{path} was {flat.get(path)!r}, not {old!r}")
            flat[path] = new
    return from_plain(Issue, {"id": issue_id, "version": version, **_nested(flat)})


def _nested(flat: Mapping[str, Any]) -> dict[str, Any]:
    """A value of None is a field at its default: it is left out; but a measure says that it has no deadline."""
    plain: dict[str, Any] = {}
    measures: dict[int, dict[str, Any]] = {}
    for path, value in flat.items():
        if path.startswith("measures/"):
            _, number, field = path.split("/")
            measure = measures.setdefault(int(number), {"deadline": None})
            if value is not None:
                measure[field] = value
        elif value is not None:
            group, _, field = path.rpartition("/")
            (plain.setdefault(group, {}) if group else plain)[field] = value
    return plain | {"measures": [measures[number] for number in sorted(measures)]}
