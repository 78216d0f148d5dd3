"""Departments that report each month, and people who fill in their forms with an office program."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import openpyxl

from app.domain.ledger.report_form import ENTRY, FILLED_BY, FILLED_ON, NO_NEWS, REVIEWED_BY
from app.services.services import Services
from tests.unit.fakes import FakeClock
from tests.unit.ledgers import ORIGIN, text

NAMES = "办公室 财务股 社会救助股 养老服务股 社会事务股 福利股 社会组织股 殡葬管理所 救助管理站 婚姻登记处".split()
NAMES += "低保中心 福利院 敬老院 慈善办 区划地名股 儿童福利股 规划股 纪检室".split()
TITLES = ("死亡人员没有按月停发低保金", "入户核查只有一人签字", "公示栏没有拍照存档")


def noon(clock: FakeClock, day: date) -> None:
    """The clock is set to the middle of a day."""
    clock.jump((datetime(day.year, day.month, day.day, 4, tzinfo=UTC) - clock.now()).total_seconds())


def campaign(services: Services, units: int = 3, issues: int = 2) -> tuple[str, list[str]]:
    """A campaign over the year 2026 and its units, each with as many open issues."""
    made = [services.ledger.add_unit(name) for name in NAMES[:units]]
    name = services.ledger.open_campaign("临时救助资金监管专项", date(2026, 1, 1), date(2026, 12, 31))
    for unit in made:
        for number in range(issues):
            services.issues.add(name, text(unit, title=TITLES[number % len(TITLES)]), ORIGIN)
    return name, made


def words(unit: str, month: str, issue: int, field: int) -> str:
    """What a unit might have done: other words each month."""
    did = (
        f"{int(month[5:])}月核对{unit}第{issue}类名单{int(month[5:]) * 7 + issue}户，停发{issue + 1}户",
        "无" if (int(month[5:]) + issue) % 2 else f"比对接口第{int(month[5:])}次联调失败，{issue + 3}户要人工核对",
        f"下月{issue + 5}日前完成第{int(month[5:])}批{30 + issue * 3}户入户，由{unit}两人签字",
    )
    return did[field]


def fill(path: Path, change: Callable[[Any], None] | None = None, month: str = "2026-03", salt: str = "") -> None:
    """Every text of 填报, the names and the day; then ``change`` with the workbook."""
    book = openpyxl.load_workbook(path)
    sheet = book["填报"]
    head = row_of(sheet, "整改工作情况")
    for place, row in enumerate(range(head + 1, row_of(sheet, FILLED_BY))):
        for field in range(3):
            sheet.cell(row, 6 + field).value = words(path.stem + salt, month, place, field)
    beside(sheet, FILLED_BY).value, beside(sheet, REVIEWED_BY).value = "张某", "李某"
    beside(sheet, FILLED_ON).value = f"{month}-20"
    if change:
        change(book)
    book.save(path)


def zero(book: Any, reason: str = "本月没有到期的措施，核对安排在下月") -> None:
    """Nothing new: chosen, with a reason; no texts."""
    sheet = book["填报"]
    for row in range(row_of(sheet, "整改工作情况") + 1, row_of(sheet, FILLED_BY)):
        for column in (6, 7, 8):
            sheet.cell(row, column).value = None
    other = book[NO_NEWS]
    column = next(cell.column for row in other.iter_rows() for cell in row if cell.value == ENTRY)
    other.cell(4, column).value, other.cell(5, column).value = NO_NEWS, reason


def row_of(sheet: Any, label: str) -> int:
    return int(next(cell.row for row in sheet.iter_rows() for cell in row if cell.value == label))


def beside(sheet: Any, label: str) -> Any:
    """The cell right of the one with ``label``."""
    found = next(cell for row in sheet.iter_rows() for cell in row if cell.value == label)
    return sheet.cell(found.row, found.column + 1)
