"""This year so far: figures of completed items, no target and no ranking."""

from PySide6.QtWidgets import QWidget

from app.services.record_service import YearTotals
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.progress_bar import Bar
from app.ui.kit.ring import Ring

MINUTES_A_PERIOD = 45


class YearCard(Card):
    def __init__(self, year: YearTotals, cases: int, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.details = button("明细", "link", name="学习记录明细")
        share = year.cases / cases if cases else 0.0
        rate = year.correct / year.answered if year.answered else 0.0
        periods = f"{year.minutes / MINUTES_A_PERIOD:.1f}"
        figures = column(
            _figure("案例", f"{year.cases} / {cases} 篇", share, "red_fill"),
            _figure("答题", f"{year.answered} 题", min(1.0, year.answered / 100), "ink"),
            _figure("答对", f"{round(rate * 100)}%" if year.answered else "还没有", rate, "green"),
            spacing=12,
        )
        ring = Ring(share, periods, "参考学时", 116)
        self.setLayout(
            column(
                row(Label("本年学习", 19, bold=True, serif=True), None, self.details),
                row(ring, 8, (figures, 1), spacing=12),
                Paragraph("参考学时按已完成内容的标称时长折算，以组织（人事）部门认定为准。", 14, "text3"),
                margins=(18, 12, 18, 14),
                spacing=10,
            )
        )


def _figure(name: str, figure: str, share: float, token: str) -> QWidget:
    made = QWidget()
    made.setLayout(
        column(row(Label(name, 15), None, Label(figure, 15, bold=True)), Bar(share, token, name=name), spacing=5)
    )
    return made
