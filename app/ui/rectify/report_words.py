"""What the pages of 月报 say of a month, and how they show it: a word and a shape, never a colour alone."""

from datetime import date
from typing import NamedTuple

from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.report_grid import Cell


class CellLook(NamedTuple):
    icon: str
    tone: str
    filled: bool = False


LOOKS = {
    ReportState.MISSING: CellLook("circle", "grey"),
    ReportState.SUBMITTED: CellLook("checkmark_circle", "green", True),
    ReportState.RETURNED: CellLook("arrow_undo", "red"),
    ReportState.LATE: CellLook("clock", "amber", True),
    ReportState.ZERO: CellLook("subtract", "ink"),
}
OVERDUE = CellLook("warning", "red", True)


def look_of(cell: Cell) -> CellLook:
    return OVERDUE if cell.late and cell.state is ReportState.MISSING else LOOKS[cell.state]


def month_name(month: str, today: date) -> str:
    """11 月 within this year, else with its year."""
    year, number = month.split("-")
    return f"{int(number)} 月" if int(year) == today.year else f"{year} 年 {int(number)} 月"


def due_words(cell: Cell, today: date) -> str:
    """11月25日截止，还剩 4 天; of what was handed in only what is to be known of it."""
    day = f"{cell.due.month}月{cell.due.day}日"
    if not cell.awaited:
        return "这个月不用报送"
    if not cell.wanted:
        return f"{day}截止，迟报" if cell.late else f"{day}截止，已按时报送"
    left = (cell.due - today).days
    if left > 0:
        return f"{day}截止，还剩 {left} 天"
    return f"今天截止（{day}）" if not left else f"{day}截止，逾期 {-left} 天"


def cell_words(unit: str, month: str, cell: Cell, today: date) -> str:
    """The whole of it, for a screen reader and a tip."""
    facts = [unit, month_name(month, today), cell.words or "不用报送"]
    if cell.wanted:
        facts.append(due_words(cell, today))
    if cell.returned_reason:
        facts.append(f"退回原因：{cell.returned_reason}")
    if cell.version > 1:
        facts.append(f"第 {cell.version} 版")
    if cell.flags:
        facts.append(f"{cell.flags} 处文字要看一看")
    if cell.version:
        facts.append(f"{cell.checked_by}已审核" if cell.checked_by else "整改办未审核")
    return "，".join(facts)
