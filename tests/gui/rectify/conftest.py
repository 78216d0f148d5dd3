"""A campaign with three units and issues in every state, on real services; files chosen by the test."""

from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from PySide6.QtWidgets import QWidget

from app.domain.ledger.approval import Approval
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource, IssueText, Origin
from app.domain.ledger.ledger_unit import UnitKind
from app.domain.ledger.measure import Measure, MeasureKind
from app.ui.kit.button import Button
from app.ui.kit.modal import Modal
from app.ui.rectify.issue_page import IssuePage
from app.ui.rectify.ledger_page import LedgerPage

WHAT = (
    "入户核查实行随机配对，两人同到、当场双签",
    "近三年代签件全部复核，问题件十日内纠正",
    "每月抽查核查影像二十份并通报结果",
)
ORIGIN = Origin(IssueSource.INSPECTION, "第二轮巡察反馈意见", date(2026, 3, 1))


@dataclass
class Ledger:
    """What the tests do to the ledger before a page shows it."""

    services: object
    campaign: str
    units: tuple[str, ...]
    folder: object

    @property
    def today(self):
        return self.services.ledger.today()

    def text(self, title="入户核查缺少第二签名", unit=0, leader="王副局长", **other):
        wanted = {"detail": "1—8月46份核查表中9份第二签名缺失", "goal": "双签率全部符合规程", "area": "malfeasance"}
        wanted |= {"dimension": Dimension.OVERSIGHT, "causes": ("system-gap",)} | other
        return IssueText(title=title, leader=leader, lead_unit=self.units[unit] if unit is not None else "", **wanted)

    def issue(self, title="入户核查缺少第二签名", confirmed=True, origin=ORIGIN, **other):
        return self.services.issues.add(self.campaign, self.text(title, **other), origin, confirmed)

    def measure(self, issue_id, what=WHAT[0], days=20, owner="周明", proof="双签核查表", kind=MeasureKind.BY_DATE):
        one = Measure(0, what, owner, kind, self.today + timedelta(days=days), proof)
        return self.services.issues.add_measure(issue_id, one)

    def planned(self, title="入户核查缺少第二签名", days=20, **other):
        """With three measures that count."""
        issue_id = self.issue(title, **other)
        for what in WHAT:
            self.measure(issue_id, what, days)
        return issue_id

    def working(self, title="入户核查缺少第二签名", days=20, **other):
        issue_id = self.planned(title, days, **other)
        self.services.issues.start(issue_id)
        return issue_id

    def file(self, name="双签核查表.txt", text="核查 46 份\n"):
        path = self.folder / name
        path.write_text(text, "utf-8")
        return path

    def finished(self, title="入户核查缺少第二签名", ago=0, **other):
        """Every measure done, with a file, so many days ago; 核验 asked for."""
        issue_id = self.working(title, **other)
        proof = self.services.evidence.add(issue_id, self.file(f"{title}.txt", title))
        done = self.today - timedelta(ago)
        for number in (1, 2, 3):
            self.services.issues.finish_measure(issue_id, number, "11月复核46份，纠正9份。", (proof,), done)
        self.services.issues.report_done(issue_id)
        return issue_id

    def closed(self, title="入户核查缺少第二签名", ago=0, **other):
        issue_id = self.finished(title, ago, **other)
        for step in self.services.ledger.campaign(self.campaign).steps:
            number = "党组会纪要〔2026〕12号" if "会议" in step else ""
            signed = Approval(step, "周明", "股长", self.today - timedelta(ago), "同意", number)
            self.services.issues.approve(issue_id, signed)
        return issue_id


class ChosenFiles:
    """What the dialogs would give; what they were asked is kept."""

    def __init__(self):
        self.path, self.asked = None, []

    def open(self, parent, title):
        self.asked.append(title)
        return self.path


@pytest.fixture
def ledger(services, tmp_path):
    made = services.ledger
    units = (
        made.add_unit("社会救助股", head="周明", leader="王副局长"),
        made.add_unit("养老服务股", head="沈立", leader="李副局长"),
        made.add_unit("县福利院", UnitKind.SUBORDINATE, "罗兰", "李副局长"),
    )
    day = made.today()
    campaign = made.open_campaign("临时救助资金监管专项", day - timedelta(days=60), day + timedelta(days=60))
    folder = tmp_path / "chosen"
    folder.mkdir()
    return Ledger(services, campaign, units, folder)


@pytest.fixture
def files():
    return ChosenFiles()


@pytest.fixture
def said():
    return []


@pytest.fixture
def went():
    return []


@pytest.fixture
def watched(said, went, show_page):
    """Shows a page and keeps what it says and where it goes."""

    def watch(page, size=(1278, 712)):
        page.message.connect(lambda tone, words: said.append((tone, words)))
        page.navigate.connect(lambda key, argument: went.append((key, argument)))
        show_page(page, size)
        return page

    return watch


@pytest.fixture
def open_ledger(services, watched):
    def opened(size=(1278, 712), **other):
        return watched(LedgerPage(services.ledger, services.issues, erasing=services.erasing, **other), size)

    return opened


@pytest.fixture
def open_issue(services, watched, files):
    def opened(issue_id, size=(1278, 712)):
        one = services
        page = IssuePage(
            *(one.ledger, one.issues, one.evidence, one.library, issue_id),
            reports=one.reports,
            forms=one.ledger_documents,
            files=files,
            erasing=one.erasing,
        )
        return watched(page, size)

    return opened


@pytest.fixture
def press(qtbot):
    """Presses the button of that word, or whose accessible name begins so: the last one, which lies on top."""

    def pressed(within: QWidget, word: str) -> None:
        def found():
            seen = [one for one in within.window().findChildren(Button) if one.isVisible() and one.isEnabled()]
            return [one for one in seen if one.label() == word or one.accessibleName().startswith(word)]

        qtbot.waitUntil(lambda: bool(found()))
        found()[-1].click()

    return pressed


@pytest.fixture
def dialog():
    """The modal of that class which is open."""

    def found(within: QWidget, kind=Modal):
        return next(one for one in within.window().findChildren(kind) if one.isVisible())

    return found
