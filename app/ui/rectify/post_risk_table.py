"""The table of risks: rows as high as their texts, arrows go from row to row, Enter changes one."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QHeaderView, QTableView

from app.domain.ledger.post_risk import PostRisk
from app.ui.kit.tokens import px
from app.ui.rectify.post_risk_delegate import PostRiskDelegate
from app.ui.rectify.post_risk_model import CONTROL, LEVEL, OWNER, POST, POWER, RISK, PostRiskModel

_FIXED = {POST: 128, LEVEL: 72, OWNER: 110}
_SHARES = {POWER: (3, 150), RISK: (4, 190), CONTROL: (4, 190)}
"""Share of the room that is left, and the least width; with less the table slides sideways."""


class PostRiskTable(QTableView):
    opened = Signal()
    moved = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._risks = PostRiskModel()
        self._risks.setParent(self)
        self.setModel(self._risks)
        self.setAccessibleName("岗位廉政风险点及防控措施表")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setCornerButtonEnabled(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setItemDelegate(PostRiskDelegate(self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(px(44))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self._pause = QTimer(self, singleShot=True, interval=0)
        self._pause.timeout.connect(self._fit)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.moved.emit())

    def show_risks(self, risks: Sequence[PostRisk], made: Mapping[str, str], chosen: str = "") -> None:
        self._risks.show(risks, made)
        if risks:
            self.setCurrentIndex(self._risks.index(max(0, self._risks.place_of(chosen)), POST))
        self._fit()
        self.moved.emit()

    def chosen(self) -> PostRisk | None:
        here = self.currentIndex()
        return self._risks.risk(here.row()) if here.isValid() else None

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._pause.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)

    def _fit(self) -> None:
        room = self.viewport().width() - sum(px(width) for width in _FIXED.values())
        parts = sum(share for share, _ in _SHARES.values())
        for column, width in _FIXED.items():
            self.setColumnWidth(column, px(width))
        for column, (share, least) in _SHARES.items():
            self.setColumnWidth(column, max(px(least), room * share // parts))
        self.resizeRowsToContents()
