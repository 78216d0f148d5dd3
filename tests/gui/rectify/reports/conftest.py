"""Three units in March 2026, five days before their reports are due, with a clock that the test sets."""

from dataclasses import dataclass, replace
from datetime import date

import pytest

from app.domain.ledger.monthly_report import ReportText
from app.ui.rectify.collection_page import CollectionPage
from app.ui.rectify.report_page import ReportPage
from tests.unit.fakes import FakeClock
from tests.unit.months import campaign, noon, words

MARCH, APRIL = "2026-03", "2026-04"
NO_NEWS = "本月没有到期的措施，核对安排在下月"


@dataclass
class Office:
    services: object
    clock: FakeClock
    campaign: str
    units: list

    def on(self, day):
        noon(self.clock, day)

    def key(self, unit=0, month=MARCH):
        return self.campaign, self.units[unit], month

    def report(self, unit=0, month=MARCH, zero=""):
        """Filled in, not handed in."""
        report = self.services.reports.sheet(*self.key(unit, month)).report
        for at, item in enumerate(report.items if not zero else ()):
            texts = (words(month, at, field) for field in range(3))
            report = report.with_text(item.issue, ReportText(*texts))
        return replace(report, filled_by="张某", reviewed_by="李某", zero_reason=zero)

    def submit(self, unit=0, month=MARCH, zero=""):
        return self.services.reports.submit(self.report(unit, month, zero))

    def state(self, unit=0, month=MARCH):
        return self.services.reports.grid(self.campaign).cell(self.units[unit], month).words


class ChosenFolder:
    """What the dialog would give; what it was asked is kept."""

    def __init__(self):
        self.path, self.asked = None, []

    def folder(self, parent, title):
        self.asked.append(title)
        return self.path


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def office(services, clock):
    noon(clock, date(2026, 3, 20))
    return Office(services, clock, *campaign(services))


@pytest.fixture
def folder(tmp_path):
    chosen = ChosenFolder()
    chosen.path = tmp_path / "收表"
    chosen.path.mkdir()
    return chosen


@pytest.fixture
def open_report(office, watched):
    def opened(unit=0, month=MARCH, size=(1278, 712), who="周明"):
        one = office.services
        parts = (one.ledger, one.reports)
        return watched(ReportPage(*parts, office.key(unit, month), who=who, forms=one.ledger_documents), size)

    return opened


@pytest.fixture
def open_collection(office, watched, folder):
    def opened(month=MARCH, size=(1278, 712)):
        one = office.services
        page = CollectionPage(one.ledger, one.reports, one.collection, (office.campaign, month), files=folder)
        return watched(page, size)

    return opened
