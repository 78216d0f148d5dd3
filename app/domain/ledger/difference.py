"""What changed between two states of an issue, for the log and for whoever reads it."""

from typing import Any

from app.domain.codec import to_plain
from app.domain.ledger.issue import Issue

LEFT_OUT = ("id", "version")


def difference(before: Issue | None, after: Issue) -> dict[str, list[Any]]:
    """Path → [old, new] of every field that differs; measures by number ("measures/2/what"). Lists that only grow, such
    as approvals, as a whole."""
    old = _flat(before) if before is not None else {}
    new = _flat(after)
    return {
        path: [old.get(path), new.get(path)]
        for path in sorted({*old, *new})
        if old.get(path) != new.get(path) and path not in LEFT_OUT
    }


def _flat(issue: Issue) -> dict[str, Any]:
    plain = to_plain(issue)
    flat: dict[str, Any] = {}
    for name, value in plain.items():
        if name == "measures":
            for measure in value:
                flat |= {f"measures/{measure['number']}/{field}": entry for field, entry in measure.items()}
        elif isinstance(value, dict):
            flat |= {f"{name}/{field}": entry for field, entry in value.items()}
        else:
            flat[name] = value
    return flat
