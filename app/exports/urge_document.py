"""催报单: one page to the units that still owe a month's report."""

from datetime import date

from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.urge_list import UrgeList, UrgeRow
from app.domain.minutes_words import day_words
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.form import SMALL_FOUR, Form, FormTable, Told
from app.exports.form_paper import FormPaper

_COLUMNS = (("序号", 14.0), ("单位", 40.0), ("应报日期", 26.0), ("情况", 52.0), ("签收", 24.0))


class UrgeDocument(FormPaper):
    def __init__(self, urge: UrgeList) -> None:
        super().__init__(DocumentOrigin(urge.day.isoformat()))
        self._urge = urge

    def form(self) -> Form:
        urge = self._urge
        when = f"{urge.month[:4]}年{int(urge.month[5:])}月"
        rows = tuple(
            (number, one.unit, f"{one.due.month}月{one.due.day}日", _state(one), "")
            for number, one in enumerate(urge.rows, 1)
        )
        asked = (
            f"请于{_day(urge.until)}前报送。每个问题写清本月整改工作情况、存在问题、下一步工作计划；"
            "确实没有新情况的，报“本月无新增”并写明原因。因特殊情况不能按时报送的，请在期限前说明。"
        )
        blocks = (
            Told(f"{when}整改月报，下列单位还没有报送或退回后还没有重报（截至{_day(urge.day)}）。"),
            FormTable(_COLUMNS, rows, (3,), size=SMALL_FOUR, height=style.BODY_LINE, name="催报单"),
            Told(asked, ("整改工作办公室", _day(urge.day))),
        )
        return Form(f"{urge.title}整改月报催报单", urge.day, blocks, wide=False, signs=())


def _day(day: date) -> str:
    return day_words(day.isoformat())


def _state(row: UrgeRow) -> str:
    if row.state is ReportState.RETURNED:
        return f"退回：{row.why}"
    return f"未报，逾期 {row.overdue} 天" if row.overdue else "未报"
