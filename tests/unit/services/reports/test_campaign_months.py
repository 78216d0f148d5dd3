"""The dates of a 专项 are not moved past a month that was handed in: it would be gone from every grid and form."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.ledger.monthly_report import ReportState
from tests.unit.months import campaign, noon


@pytest.fixture
def handed_in(services, clock):
    """A 专项 of 2026 with reports of September and October: its id and the unit."""
    noon(clock, date(2026, 10, 20))
    name, units = campaign(services, units=1)
    for month in ("2026-09", "2026-10"):
        report = services.reports.sheet(name, units[0], month).report
        zero = replace(report, zero_reason="本月没有到期的措施", filled_by="张某", reviewed_by="李某")
        services.reports.submit(zero)
    return name, units[0]


@pytest.mark.parametrize(
    ("changes", "months"),
    [
        ({"until": date(2026, 9, 30)}, "2026 年 10 月"),
        ({"until": date(2026, 8, 31)}, "2026 年 9 月、2026 年 10 月"),
        ({"since": date(2026, 10, 1)}, "2026 年 9 月"),
    ],
)
def test_it_is_refused_with_the_months_that_would_be_outside(services, handed_in, changes, months):
    name, unit = handed_in
    with pytest.raises(UserError, match=f"{months}已有报送的月报"):
        services.ledger.change_campaign(replace(services.ledger.campaign(name), **changes))
    assert services.reports.grid(name).cell(unit, "2026-10").state is ReportState.ZERO


def test_it_may_be_as_short_as_what_was_handed_in(services, handed_in):
    name, _ = handed_in
    shorter = replace(services.ledger.campaign(name), since=date(2026, 9, 1), until=date(2026, 10, 31))
    services.ledger.change_campaign(shorter)
    assert services.ledger.campaign(name).months() == ("2026-09", "2026-10")
