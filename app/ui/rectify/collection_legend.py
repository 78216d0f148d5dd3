"""What the shapes of the grid mean, and how many units are in each state this month."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.report_grid import ReportGrid
from app.ui.kit.button import button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import clear
from app.ui.kit.tag import Tag
from app.ui.rectify.report_words import LOOKS, month_name


class CollectionLegend(QWidget):
    spot_checks_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._line = FlowLayout(spacing=8)
        self.setLayout(self._line)

    def show_month(self, grid: ReportGrid, month: str, today: date) -> None:
        clear(self._line)
        counts = grid.counts(month)
        words = f"{month_name(month, today)}　已报 {grid.count_words(month)}"
        parts: list[QWidget] = [Label(words, 16, bold=True)]
        for state, look in LOOKS.items():
            parts.append(Tag(f"{state.value} {counts[state]}", look.tone, look.icon, look.filled))
        parts.append(Label("旗：有文字要看一看　审：整改办已审核", 14, "text2"))
        if grid.spot_checks:
            made = button(f"抽查名单 {len(grid.spot_checks)} 个单位", "link")
            made.clicked.connect(self.spot_checks_wanted)
            parts.append(made)
        for part in parts:
            self._line.addWidget(part)
            part.show()
        self.updateGeometry()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        return self._line.heightForWidth(width)
