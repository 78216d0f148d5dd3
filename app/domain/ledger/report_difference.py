"""What differs between two reports of one unit and month, side by side."""

from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.report_check import FIELDS, ZERO
from app.domain.ledger.report_collection import TextDifference

_WHOLE = (("zero_reason", f"{ZERO}的原因"), ("filled_by", "填报人"), ("reviewed_by", "审核人"))


def report_difference(one: MonthlyReport, other: MonthlyReport) -> tuple[TextDifference, ...]:
    """In the order of the form; empty where both say the same, be it with other spaces around."""
    items = {item.issue: item for item in (*other.items, *one.items)}
    order = [item.issue for item in one.items]
    order += [issue for issue in items if issue not in set(order)]
    first = {item.issue: item.text for item in one.items}
    second = {item.issue: item.text for item in other.items}
    found = []
    for issue in order:
        name = f"问题 {items[issue].number}"
        found += _fields(f"{issue}/", f"{name}·", first.get(issue), second.get(issue))
    found += _fields("/", "单位情况·", one.overall, other.overall)
    found += [
        TextDifference(f"/{field}", name, getattr(one, field), getattr(other, field))
        for field, name in _WHOLE
        if getattr(one, field).strip() != getattr(other, field).strip()
    ]
    return tuple(found)


def _fields(place: str, lead: str, one: object, other: object) -> list[TextDifference]:
    pairs = [(field, name, getattr(one, field, ""), getattr(other, field, "")) for field, name in FIELDS.items()]
    return [
        TextDifference(f"{place}{field}", f"{lead}{name}", a, b)
        for field, name, a, b in pairs
        if a.strip() != b.strip()
    ]
