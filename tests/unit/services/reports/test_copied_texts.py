"""A text that was copied is found also where its issue had another unit then, or where the months came in disorder."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.ledger.monthly_report import ReportText
from tests.unit.months import campaign, noon, words

JANUARY, FEBRUARY, MARCH = "2026-01", "2026-02", "2026-03"
WHY = "名单仍是同一批，工作没有变化"


class Reports:
    def __init__(self, services, clock):
        noon(clock, date(2026, 3, 20))
        self.services, self.clock, self.made = services, clock, services.reports
        self.campaign, self.units = campaign(services, units=2, issues=1)
        rows = services.ledger.rows(self.campaign)
        self.issue = next(row.id for row in rows if row.unit == self.units[0])

    def key(self, unit, month):
        return self.campaign, self.units[unit], month

    def typed(self, unit, month, said):
        """Not handed in: every issue says what is ``said`` of that month."""
        report = self.made.sheet(*self.key(unit, month)).report
        for place, item in enumerate(report.items):
            report = report.with_text(item.issue, ReportText(*(words(said, place, field) for field in range(3))))
        return replace(report, filled_by="张某", reviewed_by="李某")

    def submit(self, unit, month, said):
        return self.made.submit(self.typed(unit, month, said))

    def flagged(self, unit, month):
        return self.made.grid(self.campaign).cell(self.units[unit], month).flags


@pytest.fixture
def reports(services, clock):
    return Reports(services, clock)


def test_an_issue_keeps_its_last_text_when_another_unit_takes_it_over(reports):
    first = reports.submit(0, FEBRUARY, FEBRUARY)
    issues = reports.services.issues
    issue = issues.get(reports.issue)
    issues.edit(issue.id, replace(issue.text, lead_unit=reports.units[1]), issue.version)
    sheet = reports.made.sheet(*reports.key(1, MARCH))
    assert next(row.last for row in sheet.rows if row.issue == issue.id) == first.text_of(issue.id)
    copied = sheet.report.with_text(issue.id, first.text_of(issue.id))
    assert {flag.place for flag in reports.made.keep(copied).flags} == {
        f"{issue.id}/{one}" for one in ("work", "problems", "plan")
    }
    form = reports.services.collection
    assert first.text_of(issue.id).plan in [row.last_plan for row in form_rows(form, reports, MARCH)]


def form_rows(collection, reports, month):
    book = collection._book
    unit = book.ledger.unit(reports.units[1])
    rows = book.open_rows(reports.campaign)[unit.id]
    return collection._form(book.ledger.campaign(reports.campaign), month, unit, rows).rows


def test_a_month_that_comes_late_as_a_copy_of_the_next_one_is_flagged(reports):
    reports.submit(0, FEBRUARY, FEBRUARY)
    with pytest.raises(UserError, match="与后一个月几乎相同"):
        reports.submit(0, JANUARY, FEBRUARY)
    sheet = reports.made.sheet(*reports.key(0, JANUARY))
    for flag in sheet.flags:
        sheet = reports.made.overrule(*reports.key(0, JANUARY), flag.place, WHY)
    reports.made.submit(sheet.report)
    assert (reports.flagged(0, JANUARY), reports.flagged(0, FEBRUARY)) == (0, 3)


def test_correcting_a_month_tells_anew_what_the_next_one_copies(reports):
    reports.submit(0, JANUARY, JANUARY)
    reports.submit(0, FEBRUARY, FEBRUARY)
    assert reports.flagged(0, FEBRUARY) == 0
    reports.made.begin_correction(*reports.key(0, JANUARY))
    corrected = reports.typed(0, JANUARY, FEBRUARY)
    overruled = reports.made.keep(corrected)
    for flag in overruled.flags:
        overruled = reports.made.overrule(*reports.key(0, JANUARY), flag.place, WHY)
    reports.made.submit(overruled.report, "一月的数字填错了")
    assert reports.flagged(0, FEBRUARY) == 3
    reports.made.begin_correction(*reports.key(0, JANUARY))
    reports.made.submit(reports.typed(0, JANUARY, JANUARY), "又改回原来的数字")
    assert reports.flagged(0, FEBRUARY) == 0


def test_what_was_let_pass_there_is_not_asked_about_here(reports):
    reports.submit(0, JANUARY, JANUARY)
    sheet = reports.made.keep(reports.typed(0, FEBRUARY, JANUARY))
    for flag in sheet.flags:
        sheet = reports.made.overrule(*reports.key(0, FEBRUARY), flag.place, WHY)
    reports.made.submit(sheet.report)
    reports.made.begin_correction(*reports.key(0, JANUARY))
    reports.made.submit(replace(reports.typed(0, JANUARY, JANUARY), filled_by="王某"), "填报人写错了")


def test_what_to_write_where_a_text_is_wanting_is_what_is_then_taken(reports):
    report = reports.made.sheet(*reports.key(0, MARCH)).report
    wanting = {flag.place.partition("/")[2]: flag.words for flag in reports.made.keep(report).wanting}
    assert "写“无”" in wanting["problems"] and not any("无”" in wanting[one] for one in ("work", "plan"))
    none = report.with_text(reports.issue, ReportText("无", "无", "无"))
    flagged = {flag.place.partition("/")[2] for flag in reports.made.keep(none).flags}
    assert flagged == {"work", "plan"}
