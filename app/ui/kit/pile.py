"""Widgets that lie one on the other, one of them to be seen."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QSize, QTimer
from PySide6.QtGui import QColor, QImage, QRegion, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.pile_cover import PileCover
from app.ui.kit.pile_picture import PilePicture

_PAINTED_MS = 10
"""By then the picture of a sheet is on screen, and the sheet itself can be put in its place."""


class Pile(QWidget):
    """To show another sheet neither dresses, lays out nor paints anything, if the sheet was made ready before.

    What is seen first is then a picture of the sheet; the sheet takes its place a moment later, or at ``settle``.

    It has no layout, which would go through the whole window at every change. A sheet is as large as the pile; the pile
    asks for another size only where the sheet that is seen has no room. With ``wrap`` the height of sheets follows
    their width: for a pile in a scroll area.
    """

    def __init__(self, wrap: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wrap, self._tight = wrap, False
        self._shown: QWidget | None = None
        self._settled: QWidget | None = None
        self._pictures: dict[QWidget, PilePicture] = {}
        self._cover, self._late = PileCover(self), QTimer(self)
        self._late.setSingleShot(True)
        self._late.setInterval(_PAINTED_MS)
        self._late.timeout.connect(self.settle)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(wrap)
        self.setSizePolicy(policy)

    def make_ready(self, sheet: QWidget, ground: QColor) -> None:
        """Dress a sheet that is not to be seen yet, lay it out for the size that the pile has now, take its picture.

        ``ground`` is what lies behind the pile. Nothing of the sheet may change until it is shown.
        """
        self._put(sheet)
        # Qt lays hidden widgets out only when it has to paint them, and from the outside in; but each that is laid out
        # makes its parent forget that it was.
        sheet.render(QImage(1, 1, QImage.Format.Format_RGB32), QPoint(), QRegion(0, 0, 1, 1))
        inside: Iterable[QWidget] = sheet.findChildren(QWidget)
        for inner in (*reversed(list(inside)), sheet):
            if (layout := inner.layout()) is not None:
                layout.activate()
        self._has_room(sheet)  # what this asks for is remembered by the sheet's layout
        if sheet is not self._shown and not self.size().isEmpty():
            self._pictures[sheet] = PilePicture(sheet, self, ground)

    def show_sheet(self, sheet: QWidget, at_once: bool = False) -> None:
        """Put a sheet in front; the one before it stays, hidden. ``at_once``: not a picture, for it takes the focus."""
        if self._shown is sheet:
            return
        self._shown, picture = sheet, self._pictures.pop(sheet, None)
        if picture is None or at_once or not picture.fits(self) or self._tight or not self._has_room(sheet):
            self.settle()
        else:
            self._cover.show_picture(picture)
            self._late.start()

    def settle(self) -> None:
        """Put the sheet that is shown where its picture is."""
        self._late.stop()
        before, self._settled = self._settled, self._shown
        if before is not self._settled and self._settled is not None:
            self._put(self._settled)
            self._settled.show()
            if before is not None:
                before.hide()
        self._cover.take_away()
        self._fit()  # at once: asked for only when Qt comes by, the first painting would be of the old size

    def remove(self, sheet: QWidget) -> None:
        """Take out a sheet that is not shown, for good."""
        self._pictures.pop(sheet, None)
        if sheet is self._settled:  # behind the picture of the one that is shown
            self.settle()
        sheet.hide()
        sheet.deleteLater()

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
        self._pictures.clear()
        if self._shown is not None:
            self._shown.resize(event.size())
            self.settle()

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
