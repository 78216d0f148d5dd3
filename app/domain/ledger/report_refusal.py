"""Texts of a monthly report that may not be stored: one of them must not keep the others from being kept."""

from collections.abc import Iterator
from dataclasses import replace

from app.domain.confidentiality import review
from app.domain.ledger.monthly_report import MonthlyReport, ReportText
from app.domain.ledger.report_check import FIELDS, Flag

_OTHERS = ("zero_reason", "filled_by", "reviewed_by")


def refused(report: MonthlyReport) -> tuple[Flag, ...]:
    """Those with a security grading, in the order of the form, with what is to be said of each; ``place`` as that of
    `wanting`."""
    told = ((place, review(text).refusal) for place, text in _texts(report))
    return tuple(Flag(place, words) for place, words in told if words)


def storable(report: MonthlyReport, before: MonthlyReport) -> MonthlyReport:
    """``report`` with what stood in ``before`` wherever `refused` says something."""
    places, made = {flag.place for flag in refused(report)}, report
    for issue in {place.partition("/")[0] for place in places}:
        new, old = _text(report, issue), _text(before, issue)
        three = (getattr(old if f"{issue}/{field}" in places else new, field) for field in FIELDS)
        made = made.with_text(issue, ReportText(*three))
    zero, filled, reviewed = (getattr(before if f"/{name}" in places else report, name) for name in _OTHERS)
    return replace(made, zero_reason=zero, filled_by=filled, reviewed_by=reviewed)


def _text(report: MonthlyReport, issue: str) -> ReportText:
    return report.text_of(issue) if issue else report.overall


def _texts(report: MonthlyReport) -> Iterator[tuple[str, str]]:
    for issue in (*(item.issue for item in report.items), ""):
        yield from ((f"{issue}/{field}", getattr(_text(report, issue), field)) for field in FIELDS)
    yield from ((f"/{name}", getattr(report, name)) for name in _OTHERS)
