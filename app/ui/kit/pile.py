"""Widgets that lie one on the other, one of them to be seen."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QSize
from PySide6.QtGui import QImage, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget


class Pile(QWidget):
    """To show another sheet neither dresses nor lays out anything, if the sheet was made ready before.

    It has no layout, which would go through the whole window at every change. A sheet is as large as the pile; the pile
    asks for another size only where the sheet that is seen has no room. With ``wrap`` the height of sheets follows
    their width: for a pile in a scroll area.
    """

    def __init__(self, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrap, self._tight = wrap, False
        self._shown: QWidget | None = None
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def make_ready(self, sheet: QWidget) -> None:
        """Dress a sheet that is not to be seen yet, and lay it out for the size that the pile has now."""
        self._put(sheet)
        # Qt lays hidden widgets out only when it has to paint them, and from the outside in; but each that is laid out
        # makes its parent forget that it was.
        sheet.render(QImage(1, 1, QImage.Format.Format_RGB32), QPoint(), QRegion(0, 0, 1, 1))
        inside: Iterable[QWidget] = sheet.findChildren(QWidget)
        for inner in (*reversed(list(inside)), sheet):
            if (layout := inner.layout()) is not None:
                layout.activate()
        self._has_room(sheet)  # what this asks for is remembered by the sheet's layout

    def show_sheet(self, sheet: QWidget) -> None:
        """Put a sheet in front; the one before it stays, hidden."""
        before, self._shown = self._shown, sheet
        if before is sheet:
            return
        self._put(sheet)
        sheet.show()
        if before is not None:
            before.hide()
        self._fit()  # at once: asked for only when Qt comes by, the first painting would be of the old size

    def hasHeightForWidth(self) -> bool:
        return self._wrap

    def heightForWidth(self, width: int) -> int:
        return self._shown.heightForWidth(width) if self._wrap and self._shown is not None else -1

    def sizeHint(self) -> QSize:
        return self._shown.sizeHint() if self._shown is not None else QSize()

    def minimumSizeHint(self) -> QSize:
        return self._shown.minimumSizeHint() if self._shown is not None else QSize()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._shown is not None:
            self._shown.resize(event.size())

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _put(self, sheet: QWidget) -> None:
        if sheet.parentWidget() is not self:
            sheet.setParent(self)
        if sheet.size() != self.size():
            sheet.resize(self.size())

    def _fit(self) -> None:
        if self._shown is not None:
            was_tight, self._tight = self._tight or self._is_long(), not self._has_room(self._shown)
            if self._tight or was_tight:
                self.updateGeometry()

    def _is_long(self) -> bool:
        around = self.parentWidget()
        return self._wrap and around is not None and self.height() > around.height()

    def _has_room(self, sheet: QWidget) -> bool:
        around, least = self.parentWidget(), sheet.minimumSizeHint()
        if around is None or least.width() > self.width():
            return False
        high = sheet.heightForWidth(self.width()) if self._wrap else least.height()
        return high <= (around.height() if self._wrap else self.height())
