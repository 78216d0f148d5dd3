"""The calendar as a strip of days: darker ink for more minutes, a number for the day that is pointed at."""

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.ui.kit.announce import renamed
from app.ui.kit.fonts import font
from app.ui.kit.tokens import current_theme, px
from app.ui.records.ink_steps import INK, step_of
from app.ui.records.words import day_words, minutes_words

WEEKDAYS = ("一", "", "三", "", "五", "", "日")
_SIDE, _GAP, _LEFT, _TOP = 15, 4, 26, 24


class DayStrip(QWidget):
    """One tab stop: arrows walk the days, Enter or a click picks one. As many weeks as there is room for.

    ``pointed`` tells the day under the pointer or the focus and its minutes; ``picked`` the day to show.
    """

    pointed = Signal(str)
    picked = Signal(str)

    def __init__(self, minutes: Mapping[str, int], today: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._minutes, self._today = dict(minutes), date.fromisoformat(today)
        self._current = self._today
        self._hover: date | None = None
        self._picked = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleDescription("左右键换一周，上下键换一天，回车只看这一天")
        self._name()

    def current(self) -> str:
        """The day that the arrows stand on."""
        return self._current.isoformat()

    def set_picked(self, day: str) -> None:
        """Frame the day whose items are listed, or none."""
        self._picked = day
        if day:
            self._current = date.fromisoformat(day)
        self._name()
        self.update()

    def words(self) -> str:
        """What is known of the day pointed at, else of the current one."""
        day = self._hover or self._current
        return f"{day_words(day.isoformat())}　{minutes_words(self._minutes.get(day.isoformat(), 0))}"

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: round the current day."""
        return self._cell(self._current).toAlignedRect()

    def sizeHint(self) -> QSize:
        return QSize(px(_LEFT + 26 * (_SIDE + _GAP)), px(_TOP + 7 * (_SIDE + _GAP)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(_LEFT + 8 * (_SIDE + _GAP)), self.sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        days = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -7, Qt.Key.Key_Right: 7}
        key = Qt.Key(event.key())
        if key in days:
            self._go(self._current + timedelta(days=days[key]))
        elif key == Qt.Key.Key_Home:
            self._go(self._first())
        elif key == Qt.Key.Key_End:
            self._go(self._today)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.picked.emit(self.current())
        else:
            super().keyPressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        found = self._day_at(event.position())
        if found != self._hover:
            self._hover = found
            self.pointed.emit(self.words())
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self._hover = None
        self.pointed.emit(self.words())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        day = self._day_at(event.position())
        if day is not None:
            self._go(day)
            self.picked.emit(day.isoformat())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._current = max(self._current, self._first())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        letters = font(14)
        metrics = QFontMetricsF(letters)
        painter.setFont(letters)
        painter.setPen(theme.colour("text2"))
        for row, word in enumerate(WEEKDAYS):
            top = px(_TOP) + row * px(_SIDE + _GAP)
            painter.drawText(QRectF(0, top - 2, px(20), px(_SIDE) + 4), Qt.AlignmentFlag.AlignCenter, word)
        self._paint_months(painter, metrics)
        day = self._first()
        while day <= self._today:
            self._paint_day(painter, day)
            day += timedelta(days=1)

    def _paint_months(self, painter: QPainter, metrics: QFontMetricsF) -> None:
        free = 0.0
        for week in range(self._weeks()):
            monday = self._first() + timedelta(weeks=week)
            left = self._cell(monday).left()
            word = f"{monday.month}月"
            if monday.day <= 7 and left >= free and left + metrics.horizontalAdvance(word) <= self.width():
                painter.drawText(QPointF(left, metrics.ascent()), word)
                free = left + metrics.horizontalAdvance(word) + px(8)

    def _paint_day(self, painter: QPainter, day: date) -> None:
        theme = current_theme()
        step = step_of(self._minutes.get(day.isoformat(), 0))
        box = self._cell(day)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("surface3"))
        painter.drawRoundedRect(box, px(3), px(3))
        if step:
            painter.setBrush(theme.colour("ink", INK[step]))
            painter.drawRoundedRect(box, px(3), px(3))
        framed = day.isoformat() == self._picked or day == self._hover
        if framed or day == self._today:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.colour("red" if framed else "text2"), 2 if framed else 1.4))
            painter.drawRoundedRect(box.adjusted(-1, -1, 1, 1), px(4), px(4))

    def _go(self, day: date) -> None:
        self._current = min(max(day, self._first()), self._today)
        self._name()
        self.pointed.emit(self.words())
        self.update()

    def _name(self) -> None:
        renamed(self, f"学习日历，{self.words()}" + ("，已选" if self._picked == self.current() else ""))

    def _weeks(self) -> int:
        return max(8, min(53, (self.width() - px(_LEFT)) // px(_SIDE + _GAP)))

    def _first(self) -> date:
        return self._today - timedelta(days=self._today.weekday() + 7 * (self._weeks() - 1))

    def _cell(self, day: date) -> QRectF:
        days = (day - self._first()).days
        left, top = px(_LEFT) + days // 7 * px(_SIDE + _GAP), px(_TOP) + days % 7 * px(_SIDE + _GAP)
        return QRectF(left, top, px(_SIDE), px(_SIDE))

    def _day_at(self, point: QPointF) -> date | None:
        week = int((point.x() - px(_LEFT)) // px(_SIDE + _GAP))
        row = int((point.y() - px(_TOP)) // px(_SIDE + _GAP))
        if not (0 <= week < self._weeks() and 0 <= row < 7):
            return None
        day = self._first() + timedelta(days=7 * week + row)
        return day if day <= self._today else None
