"""The page that is on, in the console: the leader points and draws on it, and the room sees dot and strokes."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QPointF, QRect, QRectF, Qt, Signal, Slot
from PySide6.QtGui import QCursor, QImage, QMouseEvent, QPainter, QPixmap
from PySide6.QtWidgets import QWidget

from app.domain.audience_view import Curtain, Point
from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.tokens import Theme, current_theme, px
from app.ui.presenter.act import Act
from app.ui.presenter.film_frame import paint_frame
from app.ui.presenter.overlay import paint_overlay
from app.ui.presenter.page_view import PageView
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.sheet_style import LIGHT_PAGE, page_rect


class CurrentPage(PageView):
    """Takes the focus at the start, so that Space and Enter turn pages. ``tool`` is POINTER, PEN or None; without one
    the dot follows the mouse while its button is held."""

    tool_changed = Signal()

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__("red_fill", 3, parent)
        self._controller = controller
        self._tool: Act | None = None
        self._theme: Theme = LIGHT_PAGE
        self._texts: tuple[QRectF, ...] = ()
        self._film: QRectF | None = None
        self._frame = QImage()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        controller.changed.connect(self._name)
        controller.drawn.connect(self.update)
        self._name()

    def show_page(self, picture: QPixmap, theme: Theme, texts: Sequence[QRectF], film: QRectF | None) -> None:
        """``texts`` are where text stands on the page, ``film`` where a film plays, from its upper left corner."""
        corner = QPointF(self.page_box().topLeft())
        self._theme, self._texts = theme, tuple(text.translated(corner) for text in texts)
        self._film = film.translated(corner) if film is not None else None
        if film is None:
            self._frame = QImage()
        self.show_picture(picture)

    def show_frame(self, frame: QImage) -> None:
        """Of a film, as the room sees it."""
        self._frame = frame
        self.update()

    @property
    def tool(self) -> Act | None:
        return self._tool

    def take(self, tool: Act | None) -> None:
        """Into the hand; the same again puts it away."""
        self._controller.lift_pen()
        self._tool = None if tool is self._tool else tool
        if self._tool is not Act.POINTER:
            self._controller.point(None)
        else:
            self._point(QPointF(self.mapFromGlobal(QCursor.pos())))
        self.setCursor(Qt.CursorShape.CrossCursor if self._tool else Qt.CursorShape.ArrowCursor)
        self.tool_changed.emit()

    def place_of(self, position: QPointF) -> Point | None:
        """From 0 to 1 of the page; None beside it."""
        box = page_rect(QRectF(self.page_box()))
        if not box.contains(position) or box.isEmpty():
            return None
        return (position.x() - box.left()) / box.width(), (position.y() - box.top()) / box.height()

    def focus_rect(self) -> QRect:
        """No ring: the red frame is there already."""
        return QRect()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if event.button() is Qt.MouseButton.LeftButton:
            place = self.place_of(event.position())
            if self._tool is Act.PEN and place is not None:
                self._controller.draw_on(place)
            elif self._tool is None:
                self._controller.point(place)
        event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        held = bool(event.buttons() & Qt.MouseButton.LeftButton)
        if self._tool is Act.PEN:
            place = self.place_of(event.position())
            if held and place is not None:
                self._controller.draw_on(place)
        elif self._tool is Act.POINTER or held:
            self._point(event.position())
        event.accept()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._tool is Act.PEN:
            self._controller.lift_pen()
        elif self._tool is None:
            self._controller.point(None)
        event.accept()

    def leaveEvent(self, event: object) -> None:
        if self._tool is Act.POINTER:
            self._controller.point(None)

    def paint_over(self, painter: QPainter, box: QRect) -> None:
        """All that the room sees over the page but the curtain, which would hide it from the leader, too."""
        now = self._controller.presentation
        if self._film is not None and not self._frame.isNull():
            paint_frame(painter, self._film, self._frame)
        view = replace(self._controller.live_view(), curtain=Curtain.NONE)
        paint_overlay(painter, QRectF(box), view, self._theme, self._texts)
        self._paint_curtain(painter, box, now.covered)

    def _paint_curtain(self, painter: QPainter, box: QRect, curtain: Curtain) -> None:
        """The leader goes on seeing the page, under a word that says what the room sees."""
        if curtain is Curtain.NONE:
            return
        theme = current_theme()
        painter.fillRect(box, theme.colour("scrim", 170))
        painter.setFont(font(34, bold=True))
        painter.setPen(theme.colour("text"))
        word = f"{curtain.value}中\n再按 {'B' if curtain is Curtain.BLACK else 'W'} 恢复"
        if self._controller.on_break:
            word = "休息中，投影黑屏\n按 S 或 PgDn 接着讲"
        painter.drawText(box.adjusted(px(8), 0, -px(8), 0), Qt.AlignmentFlag.AlignCenter, word)

    def _point(self, position: QPointF) -> None:
        self._controller.point(self.place_of(position))

    @Slot()
    def _name(self) -> None:
        now = self._controller.presentation
        renamed(self, f"正在投影 第 {now.number} 页，共 {now.total} 页：{now.sheet_at(now.index).title}")
        self.update()
