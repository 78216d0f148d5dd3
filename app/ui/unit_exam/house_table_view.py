"""A table in the house's dress."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from app.ui.kit.fonts import font
from app.ui.kit.tokens import px


class HouseTableView(QTableView):
    """One tab stop; rows of 38 design pixels."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFont(font(15))
        self.setWordWrap(False)
        self.setAlternatingRowColors(False)
        self.setShowGrid(True)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(px(38))
        self.verticalHeader().setMinimumSectionSize(px(38))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignCenter)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)

    def fit_columns(self, widest: float = 300, stretch: bool = True) -> None:
        """As wide as what stands in them, up to ``widest`` design pixels; with ``stretch`` the last takes the rest."""
        self.resizeColumnsToContents()
        for column in range(self.model().columnCount()):
            wanted = self.columnWidth(column) + px(14)
            self.setColumnWidth(column, min(max(wanted, px(64)), px(widest)))
        self.horizontalHeader().setStretchLastSection(stretch)
