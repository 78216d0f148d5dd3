"""Departments that report each month, and people who fill in their forms with an office program."""

from collections.abc import Callable
from dataclasses import replace
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
    for unit in made:
        services.ledger.change_unit(replace(services.ledger.unit(unit), since="2026-01"))
    name = services.ledger.open_campaign("临时救助资金监管专项", date(2026, 1, 1), date(2026, 12, 31))
    origin = replace(ORIGIN, on=services.ledger.today())
    for unit in made:
        for number in range(issues):
            services.issues.add(name, text(unit, title=TITLES[number % len(TITLES)]), origin)
    return name, made


WORK = (
    "比对殡葬火化名单{n}户，停发{k}户",
    "追回多发资金{n}元，已缴回财政专户",
    "抽{n}份档案倒查经办人签字，补签{k}份",
    "局党组听取专题汇报，决定增配入户核查员{k}名",
)
PLANS = (
    "{k}日前两人一组走访{n}户",
    "与殡仪馆签数据交换协议，{k}日起执行",
    "组织经办人培训{k}场，考试不过的换岗",
    "把公示照片{n}张装订归档，交办公室存查",
)


def words(month: str, issue: int, field: int) -> str:
    """What a unit might have done: something else each month."""
    number = int(month[5:])
    facts = {"n": number * 7 + issue, "k": issue + 3}
    if field == 1:
        return "无" if (number + issue) % 2 else f"接口第{number}次联调失败，{issue + 3}户要人工核对"
    return (WORK, PLANS)[field // 2][(number + issue) % 4].format(**facts)


def fill(path: Path, change: Callable[[Any], None] | None = None, month: str = "2026-03") -> None:
    """Every text of 填报, the names and the day; then ``change`` with the workbook."""
    book = openpyxl.load_workbook(path)
    sheet = book["填报"]
    head = row_of(sheet, "整改工作情况")
    for place, row in enumerate(range(head + 1, row_of(sheet, FILLED_BY))):
        for field in range(3):
            sheet.cell(row, 6 + field).value = words(month, place, field)
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
