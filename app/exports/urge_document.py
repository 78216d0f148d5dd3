"""催报单: one page to the units that still owe a month's report."""

from datetime import date

from app.domain.ledger.monthly_report import ReportState
from app.domain.ledger.urge_list import UrgeList, UrgeRow
from app.domain.minutes_words import day_words
from app.exports import house_style as style
from app.exports.document_origin import DocumentOrigin
from app.exports.house_document import HouseDocument
from app.exports.meeting_parts import INTERNAL, write_foot, write_paragraphs, write_signature, write_title

_COLUMNS = (("序号", 14.0), ("单位", 40.0), ("应报日期", 26.0), ("情况", 52.0), ("签收", 24.0))


class UrgeDocument:
    def __init__(self, urge: UrgeList) -> None:
        self._urge = urge
        self._title = f"{urge.title}整改月报催报单"

    def to_bytes(self) -> bytes:
        urge, day = self._urge, self._urge.day.isoformat()
        document = HouseDocument(self._title, day)
        write_title(document, self._title)
        document.line()
        when = f"{urge.month[:4]}年{int(urge.month[5:])}月"
        write_paragraphs(document, f"{when}整改月报，下列单位还没有报送或退回后还没有重报（截至{_day(urge.day)}）。")
        document.line()
        table = document.table([width for _, width in _COLUMNS], 1 + len(urge.rows))
        table.repeat_header()
        for column, (name, _) in enumerate(_COLUMNS):
            table.write(0, column, name, face=style.HEAD_FACE)
        for row, one in enumerate(urge.rows, 1):
            cells = (str(row), one.unit, f"{one.due.month}月{one.due.day}日", _state(one), "")
            for column, text in enumerate(cells):
                table.write(row, column, text, centred=column != 3)
            table.set_height(row, style.BODY_LINE)
        document.line()
        mark = document.mark()
        write_paragraphs(
            document,
            f"请于{_day(urge.until)}前报送。每个问题写清本月整改工作情况、存在问题、下一步工作计划；"
            "确实没有新情况的，报“本月无新增”并写明原因。因特殊情况不能按时报送的，请在期限前说明。",
        )
        write_signature(document, "整改工作办公室", _day(urge.day), mark)
        write_foot(document, DocumentOrigin(day), False, INTERNAL)
        return document.to_bytes()


def _day(day: date) -> str:
    return day_words(day.isoformat())


def _state(row: UrgeRow) -> str:
    if row.state is ReportState.RETURNED:
        return f"退回：{row.why}"
    return f"未报，逾期 {row.overdue} 天" if row.overdue else "未报"
