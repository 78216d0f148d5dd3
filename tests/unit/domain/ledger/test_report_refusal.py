"""One text with a security grading keeps itself out of the report, and no other."""

from dataclasses import replace

import pytest

from app.domain.confidentiality import refuse_graded
from app.domain.ledger.monthly_report import MonthlyReport, ReportedIssue, ReportText
from app.domain.ledger.report_refusal import refused, storable
from app.services.report_book import typed

GRADED = "附件为机密★三年"
BEFORE = MonthlyReport(
    *("c", "u", "2026-03", (ReportedIssue("i", ReportText("旧甲", "旧乙", "旧丙")), ReportedIssue("j", ReportText()))),
    overall=ReportText("旧丁", "", ""),
    zero_reason="旧因",
    filled_by="张某",
    reviewed_by="李某",
)


def typed_on(place: str, text: str) -> MonthlyReport:
    """Everything is new, at one place there is ``text``."""
    new = {one: f"新{one}" for one in ("i/work", "i/problems", "i/plan", "j/work", "j/problems", "j/plan")}
    new |= {one: f"新{one}" for one in ("/work", "/problems", "/plan", "/zero_reason", "/filled_by", "/reviewed_by")}
    new[place] = text
    made = BEFORE
    for issue in ("i", "j", ""):
        made = made.with_text(issue, ReportText(*(new[f"{issue}/{name}"] for name in ("work", "problems", "plan"))))
    names = {name: new[f"/{name}"] for name in ("zero_reason", "filled_by", "reviewed_by")}
    return replace(made, **names)


@pytest.mark.parametrize("place", ["i/work", "i/plan", "j/problems", "/work", "/zero_reason", "/filled_by"])
def test_only_that_text_stays_as_it_was(place):
    report = typed_on(place, GRADED)
    assert [flag.place for flag in refused(report)] == [place] and "密级标志" in refused(report)[0].words
    issue, _, field = place.partition("/")
    old = getattr(BEFORE, field) if field not in ("work", "problems", "plan") else None
    old = old or getattr(BEFORE.text_of(issue) if issue else BEFORE.overall, field)
    assert storable(report, BEFORE) == typed_on(place, old)
    refuse_graded(*typed(storable(report, BEFORE)))


def test_where_there_is_nothing_to_refuse_nothing_changes():
    report = typed_on("i/work", "核对 46 份")
    assert refused(report) == () and storable(report, BEFORE) == report
