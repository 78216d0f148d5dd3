"""The cards of a column. A card is dragged, moved by Ctrl+→ and Ctrl+←, or by the menu of its column."""

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QDragEnterEvent, QDragMoveEvent, QDropEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView

from app.domain.ledger.issue_state import IssueState
from app.ui.kit.tokens import px
from app.ui.rectify.board_card_delegate import BoardCardDelegate
from app.ui.rectify.board_model import MIME, BoardModel
from app.ui.rectify.ledger_state_look import LOOKS

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_BATCH = 48
"""So many cards get their places before the board is painted, the others after it."""
_SIDEWAYS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


class BoardList(QListView):
    opened = Signal(str)
    dropped = Signal(str)
    """The id of an issue that was dropped here."""
    stepped = Signal(int)
    """Focus shall go to the column to the left (-1) or right (1)."""
    pushed = Signal(int)
    """The card shall go there."""
    menu_wanted = Signal(QPoint)
    touched = Signal()

    def __init__(self, state: IssueState) -> None:
        super().__init__()
        self.issues = BoardModel()
        self.issues.setParent(self)
        self.setModel(self.issues)
        self.setAccessibleName(f"{LOOKS[state].word}的问题")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setLayoutMode(QListView.LayoutMode.Batched)
        self.setBatchSize(_BATCH)
        self.setItemDelegate(BoardCardDelegate(self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.CopyAction)
        self.setDropIndicatorShown(False)
        self.setMinimumHeight(px(170))
        self.doubleClicked.connect(self._open)

    def chosen(self) -> str:
        here = self.currentIndex()
        return self.issues.row(here.row()).id if here.isValid() else ""

    def choose(self, at: int) -> None:
        if self.issues.rowCount():
            at = min(max(at, 0), self.issues.rowCount() - 1)
            if at >= _BATCH:  # it can be scrolled to only when all before it have their places
                self.setLayoutMode(QListView.LayoutMode.SinglePass)
                self.scheduleDelayedItemsLayout()
            self.setCurrentIndex(self.issues.index(at, 0))

    def currentChanged(self, current: QModelIndex, previous: QModelIndex) -> None:  # type: ignore[override]
        super().currentChanged(current, previous)
        if current.isValid():
            self.touched.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _SIDEWAYS.get(Qt.Key(event.key()))
        if event.key() in _ENTER and self.currentIndex().isValid():
            self._open(self.currentIndex())
        elif step and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.pushed.emit(step)
        elif step:
            self.stepped.emit(step)
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is not QContextMenuEvent.Reason.Mouse and self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
        elif self.indexAt(event.pos()).isValid():
            self.menu_wanted.emit(event.globalPos())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        self._accept(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        self._accept(event)

    def dropEvent(self, event: QDropEvent) -> None:
        if event.mimeData().hasFormat(MIME) and event.source() is not self:
            issue_id = bytes(event.mimeData().data(MIME).data()).decode()
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(issue_id)
        else:
            event.ignore()

    def _accept(self, event: QDragMoveEvent) -> None:
        if event.mimeData().hasFormat(MIME):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _open(self, index: QModelIndex) -> None:
        self.opened.emit(self.issues.row(index.row()).id)
