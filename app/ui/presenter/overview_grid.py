"""All pages of a session side by side; the pictures are made one after the other, those in sight first."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.domain.presentation import Presentation
from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.tokens import Theme, current_theme, px
from app.ui.presenter.page_view import frame
from app.ui.presenter.sheet_painter import SheetPainter

_LEAST, _GAP, _WORDS = 190, 14, 28
_MOVES = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_PageUp: -1, Qt.Key.Key_PageDown: 1}


class OverviewGrid(QWidget):
    """One tab stop: arrows move, Enter or a click chooses. ``moved`` asks to be scrolled there."""

    chosen = Signal(int)
    """The number of a page, from 1."""
    moved = Signal(QRect)

    def __init__(
        self,
        presentation: Presentation,
        painter: SheetPainter,
        theme: Theme,
        shown: frozenset[str] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``shown``: the pages whose pictures may be seen; None for all."""
        super().__init__(parent)
        pages = presentation.deck.pages
        self._open = [place for place, page in enumerate(pages) if shown is None or page.id in shown]
        self._presentation, self._painter, self._theme = presentation, painter, theme
        self._here, self._columns, self._cell = presentation.index, 1, QSize()
        self._pictures: dict[int, QPixmap] = {}
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._draw_one)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._name()

    @property
    def here(self) -> int:
        """The page that is lit, from 0."""
        return self._here

    def box_of(self, index: int) -> QRect:
        """Of a page with its words."""
        line, place = divmod(index, self._columns)
        step = self._cell + QSize(px(_GAP), px(_GAP))
        return QRect(QPoint(px(4) + place * step.width(), px(4) + line * step.height()), self._cell)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        columns, cell = self._measured(width)
        return -(-self._presentation.total // columns) * (cell.height() + px(_GAP)) + px(8)

    def sizeHint(self) -> QSize:
        return QSize(px(900), self.heightForWidth(px(900)))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        columns, cell = self._measured(self.width())
        if cell != self._cell:
            self._pictures.clear()
        self._columns, self._cell = columns, cell
        self.setMinimumHeight(self.heightForWidth(self.width()))
        self._idle.start()
        QTimer.singleShot(0, self, self._tell)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        painter.setFont(font(15))
        metrics = QFontMetricsF(font(15))
        for index, page in enumerate(self._presentation.deck.pages):
            box = self.box_of(index)
            if not box.intersects(event.rect()):
                continue
            picture = QRect(box.topLeft(), self._picture_size())
            painter.fillRect(picture, theme.colour("surface3"))
            if index in self._pictures:
                painter.drawPixmap(picture.topLeft(), self._pictures[index])
            token = "red_fill" if index == self._presentation.index else "border_strong"
            frame(painter, picture, token, 3 if index == self._presentation.index else 1)
            if index == self._here and self.hasFocus():
                frame(painter, picture.adjusted(-px(4), -px(4), px(4), px(4)), "focus", 3)
            painter.setPen(theme.colour("text"))
            state = "，已揭晓" if page.id in self._presentation.revealed else ""
            said = metrics.elidedText(f"{index + 1}  {page.name}{state}", Qt.TextElideMode.ElideRight, box.width())
            words = QRect(box.left(), picture.bottom() + px(3), box.width(), px(_WORDS) - px(3))
            painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, said)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        for index in range(self._presentation.total):
            if self.box_of(index).contains(event.position().toPoint()):
                self.chosen.emit(index + 1)
                return

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {**_MOVES, Qt.Key.Key_Up: -self._columns, Qt.Key.Key_Down: self._columns}
        if key in steps:
            self._move(self._here + steps[key])
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._move(0 if key is Qt.Key.Key_Home else self._presentation.total - 1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.chosen.emit(self._here + 1)
        else:
            event.ignore()

    def _move(self, index: int) -> None:
        if 0 <= index < self._presentation.total:
            self._here = index
            self._name()
            self._tell()
            self.update()

    @Slot()
    def _tell(self) -> None:
        self.moved.emit(self.box_of(self._here))

    def _name(self) -> None:
        page = self._presentation.deck.pages[self._here]
        renamed(self, f"第 {self._here + 1} 页，共 {self._presentation.total} 页：{page.name}")

    def _measured(self, width: int) -> tuple[int, QSize]:
        room = max(width - px(8), 1)
        columns = max(room // (px(_LEAST) + px(_GAP)), 1)
        wide = (room - (columns - 1) * px(_GAP)) // columns
        return columns, QSize(wide, wide * 3 // 4 + px(_WORDS))

    def _picture_size(self) -> QSize:
        return QSize(self._cell.width(), self._cell.height() - px(_WORDS))

    def _draw_one(self) -> None:
        visible = self.visibleRegion().boundingRect()
        missing = [index for index in self._open if index not in self._pictures]
        seen = [index for index in missing if self.box_of(index).intersects(visible)]
        if not missing:
            self._idle.stop()
            return
        index = (seen or missing)[0]
        sheet, total = self._presentation.sheet_at(index), self._presentation.total
        ratio = self.devicePixelRatioF()
        made = self._painter.pixmap(sheet, self._picture_size(), index + 1, total, self._theme, ratio)
        self._pictures[index] = made
        self.update(self.box_of(index))
