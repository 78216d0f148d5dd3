"""The figures of the year, side by side."""

from PySide6.QtWidgets import QWidget

from app.services.record_service import YearTotals
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.records.words import minutes_words

NOT_OFFICIAL = "参考学时，以组织（人事）部门认定为准"


class Totals(Card):
    def __init__(self, year: str, totals: YearTotals, wrong: int) -> None:
        share = f"{totals.correct / totals.answered:.0%}" if totals.answered else "—"
        figures = FlowLayout(
            _figure(minutes_words(totals.minutes) if totals.minutes else "0 分钟", "参考学时（按内容标注时长）"),
            _figure(f"{totals.cases} 个", "学完案例"),
            _figure(f"{totals.answered} 题", "答题"),
            _figure(share, "正确率"),
            _figure(f"{totals.exams} 次", "模拟考试"),
            *([_figure(f"{totals.unit_exams} 次", "单位统考")] if totals.unit_exams else []),
            _figure(f"{wrong} 题", "错题本现有"),
            spacing=44,
        )
        head = Label(f"{year} 年合计", 18, bold=True, serif=True)
        super().__init__(
            column(head, figures, Paragraph(NOT_OFFICIAL, 14, "text2"), margins=(20, 16, 20, 14), spacing=12)
        )


def _figure(value: str, what: str) -> QWidget:
    made = boxed(column(Label(value, 24, bold=True, serif=True), Label(what, 14, "text2"), spacing=2))
    made.setAccessibleName(f"{what}：{value}")
    return made
