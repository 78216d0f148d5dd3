"""A pretended office with two units and a campaign, on a real database, and files that prove something."""

from datetime import date
from pathlib import Path

from tests.unit.house import House
from tests.unit.ledgers import BY_ISSUE, ORIGIN, measure, text


class Office:
    def __init__(self, folder: Path, clock) -> None:
        self.folder, self.clock = folder, clock
        self.house = House(folder / "data", clock)
        self.services = self.house.open()
        self.ledger, self.issues, self.evidence = self.services.ledger, self.services.issues, self.services.evidence
        self.units = [self.ledger.add_unit(name, head="王某", leader="李某") for name in ("社会救助股", "殡葬管理所")]
        self.campaign = self.ledger.open_campaign("临时救助专项", date(2026, 1, 1), date(2026, 12, 31))

    def count_by_issue(self) -> None:
        from dataclasses import replace

        self.ledger.change_campaign(replace(self.ledger.campaign(self.campaign), count_by=BY_ISSUE.count_by))

    def add(self, unit: int = 0, confirmed: bool = True, **changes) -> str:
        return self.issues.add(self.campaign, text(self.units[unit], **changes), ORIGIN, confirmed)

    def started(self) -> str:
        """An issue at work, with three measures."""
        issue_id = self.add()
        for number in (1, 2, 3):
            self.issues.add_measure(issue_id, measure(number))
        self.issues.start(issue_id)
        return issue_id

    def prove(self, issue_id: str, words: str = "名单") -> str:
        """The id of a new piece of evidence."""
        return self.evidence.add(issue_id, self.file(f"{words}.txt", words.encode()))

    def file(self, name: str, content: bytes = b"1") -> Path:
        path = self.folder / "files" / name
        path.parent.mkdir(exist_ok=True)
        path.write_bytes(content)
        return path

    def close(self) -> None:
        self.services.close()
