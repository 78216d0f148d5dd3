"""What is set today does not rewrite months that are over: due days, who owes a month, who was to be looked at."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.ledger.monthly_report import ReportState
from tests.unit.months import campaign, noon

NO_NEWS = "本月没有到期的措施，安排在下月"


class Reports:
    def __init__(self, services, clock):
        self.services, self.clock, self.made = services, clock, services.reports
        self.on(1, 5)
        self.campaign, self.units = campaign(services, units=2, issues=0)

    def on(self, month, day):
        noon(self.clock, date(2026, month, day))

    def submit(self, unit, month):
        report = self.made.sheet(self.campaign, self.units[unit], month).report
        self.made.submit(replace(report, zero_reason=NO_NEWS, filled_by="张某", reviewed_by="李某"))

    def cell(self, unit, month):
        return self.made.grid(self.campaign).cell(self.units[unit], month)

    def set(self, **changes):
        ledger = self.services.ledger
        ledger.change_campaign(replace(ledger.campaign(self.campaign), **changes))


@pytest.fixture
def reports(services, clock):
    return Reports(services, clock)


def test_an_earlier_due_day_makes_nothing_late_that_came_in_time(reports):
    reports.on(1, 20)
    reports.submit(0, "2026-01")
    reports.on(2, 3)
    reports.set(due_day=15)
    assert (reports.cell(0, "2026-01").late, reports.cell(0, "2026-01").due.day) == (False, 25)
    assert reports.cell(0, "2026-02").due == date(2026, 2, 15)
    reports.on(3, 2)
    reports.set(due_day=10, due_days=((reports.units[1], 12),))
    due = [reports.cell(1, f"2026-0{month}").due.day for month in (1, 2, 3, 4)]
    assert due == [25, 15, 12, 12] and reports.cell(0, "2026-03").due.day == 10


def test_where_this_months_day_is_over_already_the_new_one_holds_from_the_next_month(reports):
    reports.on(1, 20)
    reports.submit(0, "2026-01")
    reports.on(2, 20)
    reports.set(due_day=15)
    assert [reports.cell(1, f"2026-0{month}").due.day for month in (1, 2, 3)] == [25, 25, 15]
    reports.set(due_day=18)
    assert [reports.cell(1, f"2026-0{month}").due.day for month in (1, 2, 3)] == [25, 25, 18]


def test_while_nothing_was_handed_in_it_holds_for_all_months(reports):
    reports.on(4, 20)
    reports.set(due_day=15)
    assert {reports.cell(0, month).due.day for month in reports.made.grid(reports.campaign).months} == {15}


def test_a_unit_owes_nothing_for_the_months_before_it_was_there(reports):
    reports.on(6, 10)
    new = reports.services.ledger.add_unit("救助管理站")
    grid = reports.made.grid(reports.campaign)
    assert [grid.cell(new, month).words for month in grid.months[:7]] == ["", "", "", "", "", "未报", ""]
    assert sum(grid.counts("2026-05").values()) == 2 and sum(grid.counts("2026-06").values()) == 3
    assert all(new not in row.units or row.month == "2026-06" for row in reports.made.reminders())
    unit = reports.services.ledger.unit(new)
    reports.services.ledger.change_unit(replace(unit, head="赵某"))
    reports.units.append(new)
    reports.submit(2, "2026-05")  # whoever wants to may
    assert reports.cell(2, "2026-05").state is ReportState.ZERO


def test_a_month_that_is_merged_later_names_whom_it_named_then(reports):
    for month in (4, 5, 6):
        reports.on(month, 20)
        reports.submit(0, f"2026-0{month}") if month > 4 else None
        reports.submit(1, f"2026-0{month}")
    merged = lambda month: reports.services.collection.merged(reports.campaign, month).spot_checks  # noqa: E731
    assert merged("2026-05") == ("财务股（4 月、5 月）",)
    assert merged("2026-06") == ("办公室（5 月、6 月）", "财务股（4 月、5 月、6 月）")
