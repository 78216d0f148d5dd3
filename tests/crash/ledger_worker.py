"""Keeps a ledger without a pause: issues, measures, self-checks, evidence, reports. What it says goes out as
`tests.crash.victim` does.

"T deed" says what is being tried, "M [campaign, number]" that it is done and which text of a report was kept last.
"""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from app.domain.errors import UserError
from app.domain.ledger.campaign import STEPS
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.monthly_report import MonthlyReport, ReportText
from app.domain.ledger.self_check import Finding
from app.services.services import Services
from tests.unit.ledgers import ORIGIN, WHATS, measure, signature, text

DEEDS = ("edit", "measure", "move", "check", "prove", "type", "submit")
MOST_ISSUES = 6


class LedgerWorker:
    def __init__(
        self, services: Services, chance: random.Random, folder: Path, say: Callable[[str], None] = lambda line: None
    ) -> None:
        """``folder`` is where the files lie that are handed in."""
        self.services, self.chance, self.folder, self.say = services, chance, folder, say
        self.ledger, self.issues = services.ledger, services.issues
        self.folder.mkdir(parents=True, exist_ok=True)
        self.campaign, self.unit, self.typed = self._take_up()
        self.deeds = [self.edit] * 3 + [self.measure] * 5 + [self.move] * 4 + [self.check] * 5
        self.deeds += [self.prove] * 2 + [self.type] * 4 + [self.submit]

    def work(self, deeds: int) -> None:
        for _ in range(deeds):
            if not self.unit:
                self._deed("begin", self._begin)
            else:
                deed = self.chance.choice(self.deeds)
                self._deed(deed.__name__, deed)

    def edit(self) -> None:
        if len(self._all()) < MOST_ISSUES:
            self.issues.add(self.campaign, text(self.unit), ORIGIN, self.chance.random() < 0.5)
        else:
            issue = self._any()
            changed = replace(issue.text, goal=f"改{self.chance.random()}")
            self.issues.edit(issue.id, changed, issue.version)

    def measure(self) -> None:
        issue = self._any()
        number = self.chance.randint(1, max(len(issue.measures), 1))
        luck = self.chance.random()
        if luck < 0.3 or not issue.measures:
            self.issues.add_measure(issue.id, measure(self.chance.randint(1, len(WHATS))))
        elif luck < 0.5:
            changed = replace(issue.measure(number), owner=f"某{self.chance.randint(1, 99)}")
            self.issues.edit_measure(issue.id, changed, issue.version)
        elif luck < 0.9:
            found = [one.evidence.id for one in self.services.evidence.of(issue.id)] or [self._evidence(issue)]
            self.issues.finish_measure(issue.id, number, f"已停发{self.chance.randint(1, 9)}户", (found[-1],))
        else:
            self.issues.reopen_measure(issue.id, number, "漏了一户")

    def move(self) -> None:
        issue, service = self._any(), self.issues
        if self.chance.random() < 0.15:
            self.chance.choice([service.take_back, service.void, service.reopen])(issue.id, "误操作")
        elif issue.state is IssueState.DONE:
            step = STEPS[min(len(issue.approvals), len(STEPS) - 1)]
            service.approve(issue.id, signature(step, self.ledger.today()))
        elif issue.state is IssueState.VOID:
            service.restore(issue.id)
        else:
            for deed in (service.confirm, service.start, service.report_done):
                with suppress(UserError):
                    deed(issue.id)
                    return

    def check(self) -> None:
        check = self.services.self_checks.begin(self.campaign, self.unit)
        item = self.chance.choice(check.items[:6])
        finding = self.chance.choice(list(Finding))
        if check.answer(item.id) is not None and self.chance.random() < 0.3:
            self.services.self_checks.take_back(check.id, item.id)
            return
        self.services.self_checks.answer(check.id, item.id, finding, f"3月{self.chance.randint(1, 30)}日")

    def prove(self) -> None:
        self._evidence(self._any())

    def type(self) -> None:
        """Also over a month that was handed in: then as a correction."""
        report = self._report()
        work = replace(report.overall, work=f"第{self.typed + 1}次：停发{self.chance.randint(1, 9)}户")
        self.services.reports.keep(replace(report, overall=work))
        self.typed += 1

    def submit(self) -> None:
        report = self._report()
        said = ReportText(f"已停发{self.chance.randint(1, 99)}户", "有1户在外地，没有找到", "下月15日前再比对1次")
        items = tuple(replace(item, text=said) for item in report.items)
        overall = replace(said, work=report.overall.work or said.work)
        full = replace(report, items=items, overall=overall, filled_by="张某", reviewed_by="王某")
        self.services.reports.submit(full, "数字核对后有变化")

    def _report(self) -> MonthlyReport:
        key = (self.campaign, self.unit, self._month)
        sheet = self.services.reports.sheet(*key)
        return (self.services.reports.begin_correction(*key) if sheet.locked else sheet).report

    def _evidence(self, issue: Issue) -> str:
        path = self.folder / "名单.txt"
        path.write_text(f"{self.chance.random()}\n" * 200)
        return self.services.evidence.add(issue.id, path)

    def _take_up(self) -> tuple[str, str, int]:
        campaigns, units = self.ledger.campaigns(), self.ledger.units()
        if not campaigns or not units:
            return campaigns[0].id if campaigns else "", "", 0
        return campaigns[0].id, units[0].id, typed_in(self.services)

    def _begin(self) -> None:
        today = self.ledger.today()
        if not self.campaign:
            self.campaign = self.ledger.open_campaign("专项", today.replace(day=1), today + timedelta(200))
        self.unit = self.ledger.add_unit("社会救助股", head="王某", leader="李某")

    @property
    def _month(self) -> str:
        return f"{self.ledger.today():%Y-%m}"

    def _all(self) -> list[str]:
        return [row.id for row in self.ledger.rows(self.campaign) if row.state is not IssueState.CLOSED]

    def _any(self) -> Issue:
        found = self._all()
        if not found:
            return self.issues.get(self.issues.add(self.campaign, text(self.unit), ORIGIN))
        return self.issues.get(self.chance.choice(found))

    def _deed(self, name: str, deed: Callable[[], None]) -> None:
        self.say(f"T {name}")
        with suppress(UserError):  # a gate refused: that is what it is there for
            deed()
        self.say(f"M {json.dumps([self.campaign, self.typed])}")


def typed_in(services: Services) -> int:
    """Which text was kept last in the report of this month; 0 where none was."""
    campaigns, units = services.ledger.campaigns(), services.ledger.units()
    if not campaigns or not units:
        return 0
    month = f"{services.ledger.today():%Y-%m}"
    work = services.reports.sheet(campaigns[0].id, units[0].id, month).report.overall.work
    return int(work[1 : work.index("次")]) if work.startswith("第") else 0
