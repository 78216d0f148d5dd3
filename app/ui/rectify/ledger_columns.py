"""The columns of the table: what stands in them."""

from collections.abc import Mapping
from datetime import date

from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.stub import CLEARED, ERASED, Stub
from app.domain.ledger.time_limit import lasting_words, lasts, look_back_due_words, waiting_for
from app.ui.rectify.ledger_day import short_day
from app.ui.rectify.ledger_lines import Line
from app.ui.rectify.ledger_state_look import LOOKS

NUMBER, TITLE, DIMENSION, UNIT, LEADER, STATE, MEASURES, DEADLINE, SOURCE = range(9)
HEADS = ("序号", "反馈问题", "方面", "牵头单位", "责任领导", "状态", "措施", "期限", "来源")
ORDER_OF = ("number", "title", "dimension", "unit", "leader", "state", "measures", "deadline", "source")
"""The key of `ledger_filter.ORDERS` that a click on the head asks for."""


def cell(row: Line, column: int, names: Mapping[str, str], today: date) -> str:
    if isinstance(row, Stub):
        found = {NUMBER: str(row.number), TITLE: f"{ERASED}：{row.reason}", STATE: f"{CLEARED}，{row.by}"}
        return (found | {DEADLINE: f"{short_day(row.on, today)} 清除"}).get(column, "")
    match column:
        case 0:
            return str(row.number)
        case 1:
            return " ".join(row.title.split())
        case 2:
            return row.dimension.value
        case 3:
            return names.get(row.unit, "未指定")
        case 4:
            return row.leader or "未指定"
        case 5:
            return LOOKS[row.state].word
        case 6:
            return row.done_words() if row.measures else "还没有措施"
        case 7:
            return due_words(row, today)
        case _:
            return row.source.value


def due_words(row: IssueRow, today: date) -> str:
    """逾期 6 天; else the next deadline, for 长期坚持 the look-back, and the day of closing once it is closed."""
    if late := row.overdue_by(today):
        return f"逾期 {late} 天"
    if row.closed_on:
        return f"{short_day(row.closed_on, today)} 销号"
    if not lasts(row):
        return short_day(waiting_for(row), today)
    due = look_back_due_words(row.look_back, today) if row.look_back else ""
    return due or lasting_words(short_day(row.look_back, today))


def spoken(row: Line, names: Mapping[str, str], today: date) -> str:
    """The whole row, for a screen reader."""
    cells = [(head, cell(row, column, names, today)) for column, head in enumerate(HEADS)]
    return "，".join(f"{head} {words}" for head, words in cells if words)
