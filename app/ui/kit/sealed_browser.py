"""A text browser that takes nothing from outside, hands out plain text, and leaves scrolling to the area around it."""

from PySide6.QtCore import QByteArray, QMimeData, QRect, Qt, QUrl
from PySide6.QtGui import QFocusEvent, QImage, QKeyEvent, QKeySequence, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QTextBrowser, QWidget

from app.ui.kit.cjk import clean
from app.ui.kit.tokens import px


class SealedBrowser(QTextBrowser):
    """Tab reaches the links; keys that neither select, copy nor follow a link belong to the page."""

    def __init__(self, name: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setOpenLinks(False)
        self.setOpenExternalLinks(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
            | Qt.TextInteractionFlag.LinksAccessibleByMouse
            | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
        self.setCursorWidth(0)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)  # Qt's own would offer the link's number

    def reveal(self, place: QRect) -> None:
        """Scroll the area around so that ``place`` of this widget can be seen."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        if parent is not None and (inside := parent.widget()) is not None:
            point = self.viewport().mapTo(inside, place.center())
            parent.ensureVisible(parent.horizontalScrollBar().value(), point.y(), 0, px(80))

    # ---- Qt

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Deny everything: a picture is put into the document by hand.

        Answering with nothing would not do: ``QTextDocument::loadResource`` then opens the file itself, and the image
        handler after it. So the answer is something empty.
        """
        if kind == QTextDocument.ResourceType.ImageResource.value:
            blank = QImage(1, 1, QImage.Format.Format_ARGB32)
            blank.fill(Qt.GlobalColor.transparent)
            return blank
        return QByteArray(b"")

    def createMimeDataFromSelection(self) -> QMimeData:
        made = QMimeData()
        text = super().createMimeDataFromSelection().text()
        made.setText(clean(text).replace("\ufffc", "").replace("\u2028", "\n"))
        return made

    def focusNextPrevChild(self, forward: bool) -> bool:
        took = super().focusNextPrevChild(forward)
        if took and self.hasFocus():
            self.reveal(self.cursorRect())
        return took

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            cursor = self.textCursor()
            cursor.clearSelection()
            self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        moves = event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        own = event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.SelectAll)
        on_link = moves and event.modifiers() == Qt.KeyboardModifier.NoModifier
        if own or on_link or (shift and not event.text().strip()):
            super().keyPressEvent(event)
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not self.textCursor().charFormat().isAnchor():
                event.ignore()
        else:
            event.ignore()  # scrolling keys belong to the area around, letters to the page

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()  # the area around scrolls; Qt would zoom on Ctrl
