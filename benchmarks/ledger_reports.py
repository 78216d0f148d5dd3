"""Monthly reports of 18 units over 5,000 issues and 12 months: the grid opens, a month is merged, a folder is read.

The grid's floor is its plain query by sqlite3 from a copy of the file, turned into the same cells.
"""

import random
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from app.bootstrap import open_app
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.monthly_report import MonthlyReport, ReportedIssue, ReportText
from app.domain.ledger.report_grid import grid
from app.domain.ledger.report_head import ReportHead
from app.paths import find_paths
from app.services.report_book import followed
from app.services.services import Services
from benchmarks.ratios import line, rounds

UNITS, ISSUES, MONTHS = 18, 5_000, tuple(f"2026-{number:02}" for number in range(1, 13))
SECONDS, TURNS = 10.0, 15
TODAY = date(2026, 12, 28)
HEADS = "SELECT campaign, unit, month, version, submitted_on, first_on, zero, returned, flags, checked_by FROM report"


class _Clock:
    """A day of December: by then the year has been reported."""

    def now(self) -> datetime:
        return datetime(2026, 12, 28, 4, tzinfo=UTC)

    def boot_ms(self) -> int:
        return 60_000

    def boot_id(self) -> str:
        return "bench"


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="jingjian-bench-"))
    try:
        _measure(folder)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path) -> None:
    paths = find_paths(folder / "data")
    services = open_app(paths, clock=_Clock(), seed=1)
    began = time.perf_counter()
    campaign = _fill(services)
    spent = time.perf_counter() - began
    size = (paths.data / "unit.db").stat().st_size >> 20
    print(f"     {ISSUES:,} issues, {UNITS} units, {len(MONTHS)} months ({size} MiB, {spent:.0f} s)")
    shutil.copytree(paths.data, folder / "copy")  # for the floor: the product allows no second connection
    plain = sqlite3.connect(folder / "copy" / "unit.db")
    mine, floor, ratio = rounds(
        partial(_seconds, partial(services.reports.grid, campaign.id)),
        partial(_seconds, partial(_plain_grid, plain, services, campaign)),
        TURNS,
    )
    print(line("month grid / its plain query", ratio, 3.0, f"{mine * 1e3:.1f} ms against {floor * 1e3:.1f} ms"))
    plain.close()
    first = services.ledger.units()[0].id
    _tell("one unit's month opened (278 issues)", partial(services.reports.sheet, campaign.id, first, MONTHS[-1]), 1.0)
    heard: list[int] = []
    merge = partial(services.collection.write_merged, campaign.id, MONTHS[-1], folder / "out", _go_on(heard))
    _tell("a month merged, docx and xlsx, 5,000 issues", merge, SECONDS)
    print(f"     {len(heard)} words of progress; cancelling is asked as often")
    write = partial(services.collection.write_forms, campaign.id, MONTHS[-1], folder / "forms")
    _tell("18 forms written", write, SECONDS)
    _tell("18 forms read", partial(services.collection.read_folder, campaign.id, MONTHS[-1], folder / "forms"), SECONDS)
    services.close()


def _fill(services: Services) -> Campaign:
    """Written in bulk: one by one the issues would take minutes."""
    desk, book = services._ledger_desk, services._report_book
    units = [services.ledger.add_unit(f"第{number}股") for number in range(UNITS)]
    name = services.ledger.open_campaign("临时救助资金监管专项", date(2026, 1, 1), date(2026, 12, 31))
    rows = [_issue(name, number, units[number % UNITS]) for number in range(ISSUES)]

    def put() -> None:
        for number, issue in enumerate(rows, 1):
            book.issues.put_issue(issue, number)

    desk.journal.note(put)
    chance = random.Random(3)
    for month in MONTHS:
        for unit in units:
            items = tuple(
                ReportedIssue(issue.id, _text(chance), number, issue.text.title)
                for number, issue in enumerate(rows, 1)
                if issue.text.lead_unit == unit
            )
            report = MonthlyReport(name, unit, month, items, filled_by="张某", reviewed_by="李某")
            made = followed(None, report, date.fromisoformat(f"{month}-20"), "")
            book.write(made, typed_here=False)
    return services.ledger.campaign(name)


def _issue(campaign: str, number: int, unit: str) -> Issue:
    text = IssueText(
        *(f"第{number}号问题：死亡人员没有按月停发低保金", "2025年有3户死亡后仍发放2个月", "停发不超过次月"),
        *(Dimension.SYSTEM, "mass-interest-harm"),
        lead_unit=unit,
    )
    origin = Origin(IssueSource.MEETING, "局务会纪要", date(2026, 1, 5))
    return Issue(f"{number:032x}"[::-1], campaign, text, origin, IssueState.WORKING)


def _text(chance: random.Random) -> ReportText:
    def said(length: int) -> str:
        return "".join(chance.choices("核对名单户停发追回入户签字公示抽查拍照存档联调接口培训换岗", k=length))

    return ReportText(f"核对{chance.randrange(900)}户：{said(90)}", said(40), said(60))


def _plain_grid(plain: sqlite3.Connection, services: Services, campaign: Campaign) -> None:
    rows = plain.execute(HEADS).fetchall()
    heads = {(row[1], row[2]): ReportHead(*row[:6], bool(row[6]), *row[7:]) for row in rows}
    grid(campaign, services.ledger.units(), heads, TODAY)


def _go_on(heard: list[int]) -> Callable[[int, int], bool]:
    def go_on(done: int, total: int) -> bool:
        heard.append(done)
        return True

    return go_on


def _tell(what: str, act: Callable[[], object], goal: float) -> None:
    busy = time.process_time()
    taken = _seconds(act)
    detail = f"{taken:.2f} s, {time.process_time() - busy:.2f} s of them working"
    print(line(f"{what} / {goal:.0f} s", taken / goal, 1.0, detail), flush=True)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
