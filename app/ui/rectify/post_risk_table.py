"""The table of risks: rows as high as their texts, arrows go from row to row, Enter changes one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QAbstractItemView

from app.domain.ledger.post_risk import PostRisk
from app.ui.kit.row_table import RowTable
from app.ui.kit.tokens import px
from app.ui.rectify.post_risk_delegate import PostRiskDelegate
from app.ui.rectify.post_risk_model import CONTROL, LEVEL, OWNER, POST, POWER, RISK, PostRiskModel

_FIXED = {POST: 128, LEVEL: 72, OWNER: 110}
_SHARES = {POWER: (3, 138), RISK: (4, 172), CONTROL: (4, 172)}
"""Share of the room that is left, and the least width; with less the table slides sideways."""


class PostRiskTable(RowTable):
    opened = Signal()
    moved = Signal()

    def __init__(self) -> None:
        self._risks = PostRiskModel()
        super().__init__("岗位廉政风险点及防控措施表", self._risks)
        self.setCornerButtonEnabled(False)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(PostRiskDelegate(self))
        self.verticalHeader().setMinimumSectionSize(px(44))
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._fit)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())

    def show_risks(self, risks: Sequence[PostRisk], made: Mapping[str, str], chosen: str = "") -> None:
        self._risks.show(risks, made)
        if risks:
            self.setCurrentIndex(self._risks.index(max(0, self._risks.place_of(chosen)), POST))
        self._fit()
        self.moved.emit()

    def chosen(self) -> PostRisk | None:
        here = self.currentIndex()
        return self._risks.row(here.row()) if here.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pause.start()

    def open_row(self, index: QModelIndex) -> bool:
        self.opened.emit()
        return True

    def _fit(self) -> None:
        room = self.viewport().width() - sum(px(width) for width in _FIXED.values())
        parts = sum(share for share, _ in _SHARES.values())
        for column, width in _FIXED.items():
            self.setColumnWidth(column, px(width))
        for column, (share, least) in _SHARES.items():
            self.setColumnWidth(column, max(px(least), room * share // parts))
        self.resizeRowsToContents()
