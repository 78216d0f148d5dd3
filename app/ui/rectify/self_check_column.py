"""One of the three directions, with its statements."""

from collections.abc import Sequence

from PySide6.QtCore import Qt

from app.domain.ledger.dimension import Dimension
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_state_look import DIMENSION_LOOKS
from app.ui.rectify.self_check_item import SelfCheckItem


class SelfCheckColumn(Card):
    def __init__(self, dimension: Dimension, items: Sequence[SelfCheckItem]) -> None:
        super().__init__()
        self.items = tuple(items)
        icon, tone = DIMENSION_LOOKS[dimension]
        self._count = Label("", 16, tone, bold=True)
        words = column(
            Label(dimension.value, 20, bold=True, serif=True),
            Paragraph(dimension.hint, 15, "text2", line=1.45),
            spacing=0,
        )
        head = row(IconLabel(icon, 20, tone, plate=f"{tone}_soft"), spacing=10)
        head.addLayout(words, 1)
        head.addWidget(self._count, 0, Qt.AlignmentFlag.AlignVCenter)
        none = [Paragraph("这个案例没有这一方面的条目。", 16, "text2")] if not items else []
        self.setLayout(column(head, 2, *self.items, *none, None, margins=(14, 14, 14, 14), spacing=10))

    def show_count(self, answered: int) -> None:
        self._count.setText(f"{answered}/{len(self.items)}")
        self._count.setAccessibleName(f"已答 {answered} 条，共 {len(self.items)} 条")
