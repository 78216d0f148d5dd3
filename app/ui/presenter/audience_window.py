"""What the room sees, and nothing else: this window is handed one view and its picture at a time."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import (
    QCloseEvent,
    QImage,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPixmap,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QWidget

from app.domain.audience_view import AudienceView
from app.ui.kit.tokens import Theme
from app.ui.presenter.act import Act, act_of, digit_of
from app.ui.presenter.film_frame import paint_frame
from app.ui.presenter.overlay import paint_overlay, pointer_rect
from app.ui.presenter.sheet_style import LIGHT_PAGE

HIDE_MOUSE_MS = 2_000
EDGE = 6
"""Logical pixels at the lower edge that call the thin bar."""


class AudienceWindow(QWidget):
    """Full screen. It knows no controller, no deck and no painter: only what it is shown.

    Beside a console it never takes the focus. As the only window (``alone``) it takes keys and clicks, which it hands
    on as signals.
    """

    resized = Signal()
    acted = Signal(object)
    """An Act, by key or mouse."""
    typed = Signal(str)
    """A digit."""
    edge_reached = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setWindowTitle("镜鉴 · 投影")
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self._view: AudienceView | None = None
        self._picture, self._frame = QPixmap(), QImage()
        self._texts: tuple[QRectF, ...] = ()
        self._film: QRectF | None = None
        self._theme: Theme = LIGHT_PAGE
        self._frames = 0
        self._mouse = QTimer(self)
        self._mouse.setSingleShot(True)
        self._mouse.setInterval(HIDE_MOUSE_MS)
        self._mouse.timeout.connect(self._hide_mouse)
        self._hide_mouse()
        self.set_alone(False)

    def set_alone(self, alone: bool) -> None:
        """Whether this is the only window of the session, to be set before it is shown."""
        self._alone = alone
        self.setWindowFlag(Qt.WindowType.WindowDoesNotAcceptFocus, not alone)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating, not alone)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if alone else Qt.FocusPolicy.NoFocus)

    def show_view(
        self,
        view: AudienceView,
        picture: QPixmap,
        theme: Theme = LIGHT_PAGE,
        texts: Sequence[QRectF] = (),
        film: QRectF | None = None,
    ) -> None:
        """A page; ``texts`` are where text stands on it, ``film`` where a film would play, None where none does."""
        if film is None:
            self._frame = QImage()
        self._view, self._picture, self._theme = view, picture, theme
        self._texts, self._film = tuple(texts), film
        self.setAccessibleName(f"投影 第 {view.number} 页：{view.sheet.title}")
        self.update()

    def show_over(self, view: AudienceView) -> None:
        """Only what lies over the page has changed."""
        before, self._view = self._view, view
        if before is None or not _only_pointer(before, view):
            self.update()
            return
        for point in (before.pointer, view.pointer):
            if point is not None:
                self.update(pointer_rect(QRectF(self.rect()), point).toAlignedRect())

    def show_frame(self, frame: QImage) -> None:
        """Of a film; a null image takes it away."""
        self._frame = frame
        self._frames += not frame.isNull()
        if self._film is not None:
            self.update(self._film.toAlignedRect())

    @property
    def alone(self) -> bool:
        return self._alone

    @property
    def view(self) -> AudienceView | None:
        return self._view

    @property
    def frames(self) -> int:
        """Of films, that were painted or will be with the next paint."""
        return self._frames

    @property
    def picture_size(self) -> QSize:
        return self.size()

    def forget(self) -> None:
        """Nothing of the session stays behind."""
        self._view, self._picture, self._frame = None, QPixmap(), QImage()
        self._texts, self._film = (), None
        self.update()

    @Slot()
    def _hide_mouse(self) -> None:
        self.setCursor(Qt.CursorShape.BlankCursor)

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        view = self._view
        if view is None:
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            return
        if self._picture.deviceIndependentSize().toSize() == self.size():
            painter.drawPixmap(QPointF(0, 0), self._picture)
        else:  # for the moment between another resolution and its picture
            painter.fillRect(event.rect(), Qt.GlobalColor.black)
            painter.drawPixmap(self.rect(), self._picture)
        if self._film is not None and not self._frame.isNull():
            paint_frame(painter, self._film, self._frame)
        paint_overlay(painter, QRectF(self.rect()), view, self._theme, self._texts)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self._mouse.start()
        if self._alone and event.position().y() >= self.height() - max(EDGE, self.height() // 12):
            self.edge_reached.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if self._alone and event.button() is Qt.MouseButton.LeftButton:
            self.acted.emit(Act.NEXT)
        event.accept()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self.mousePressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """A wheel that is touched turns no page."""
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        digit, act = digit_of(event), act_of(event)
        if digit:
            self.typed.emit(digit)
        elif act is not None and not (event.isAutoRepeat() and act not in (Act.NEXT, Act.PREVIOUS)):
            self.acted.emit(act)
        event.accept()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system's own key it only asks for the end, as Esc does."""
        if event.spontaneous():
            event.ignore()
            self.acted.emit(Act.END)
        else:
            super().closeEvent(event)


def _only_pointer(before: AudienceView, after: AudienceView) -> bool:
    return replace(before, pointer=None) == replace(after, pointer=None)
