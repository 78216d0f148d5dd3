"""The list of names, marked with one key each."""

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.attendance import Attendee, Presence
from app.ui.kit.announce import announce, renamed
from app.ui.kit.fonts import font
from app.ui.kit.icons import pixmap
from app.ui.kit.tokens import current_theme, px

_ROW = 46
_STATES = {
    Presence.PRESENT: ("checkmark_circle", "green"),
    Presence.LATE: ("clock", "green"),
    Presence.LEAVE: ("note", "amber"),
    Presence.ABSENT: ("circle", "text2"),
}
PAGE = 8


class AttendanceList(QWidget):
    """One tab stop. Space or a click is 到 (again: 未到), J is 请假; both go on to the next name by key."""

    marked = Signal(int, object)
    """Number of a person, and the Presence."""
    moved = Signal(QRect)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._people: tuple[Attendee, ...] = ()
        self._here = 0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_people(self, people: tuple[Attendee, ...]) -> None:
        self._people = people
        self._here = min(self._here, max(len(people) - 1, 0))
        self.setFixedHeight(max(len(people), 1) * px(_ROW))
        self._name()
        self.update()

    @property
    def current(self) -> Attendee | None:
        return self._people[self._here] if self._people else None

    def sizeHint(self) -> QSize:
        return QSize(px(420), max(len(self._people), 1) * px(_ROW))

    def focus_rect(self) -> QRect:
        """The row, not the whole list."""
        return self._box(self._here)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        steps = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1, Qt.Key.Key_Home: -9999, Qt.Key.Key_End: 9999}
        control = event.modifiers() & ~Qt.KeyboardModifier.ControlModifier == Qt.KeyboardModifier.NoModifier
        if key in steps:
            self._move(steps[key])
        elif key is Qt.Key.Key_Space and not event.isAutoRepeat():
            self._toggle(Presence.PRESENT)
            self._move(1)
        elif key is Qt.Key.Key_J and control and not event.isAutoRepeat():
            self._toggle(Presence.LEAVE)
            self._move(1)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        index = int(event.position().y()) // px(_ROW)
        if 0 <= index < len(self._people):
            self._here = index
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            self._toggle(Presence.PRESENT)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._people:
            painter.setFont(font(16))
            painter.setPen(current_theme().colour("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignVCenter, "没有找到")
        for index, person in enumerate(self._people):
            if self._box(index).intersects(event.rect()):
                self._paint_row(painter, self._box(index), person, index == self._here and self.hasFocus())

    def _paint_row(self, painter: QPainter, box: QRect, person: Attendee, here: bool) -> None:
        theme = current_theme()
        icon, token = _STATES[person.presence]
        if here:
            painter.fillRect(box, theme.colour("ink_soft"))
        painter.fillRect(box.left(), box.bottom(), box.width(), 1, theme.colour("border"))
        side, middle = px(20), Qt.AlignmentFlag.AlignVCenter
        picture = pixmap(icon, 20, token, person.presence is not Presence.ABSENT)
        painter.drawPixmap(px(8), box.top() + (box.height() - side) // 2, picture)
        painter.setFont(font(17, bold=True))
        painter.setPen(theme.colour("text"))
        painter.drawText(box.adjusted(px(40), 0, 0, 0), middle, person.name)
        painter.setFont(font(15))
        painter.setPen(theme.colour("text2"))
        painter.drawText(box.adjusted(px(170), 0, -px(150), 0), middle, person.unit)
        painter.setPen(theme.colour(token if token != "text2" else "text"))
        painter.drawText(box.adjusted(0, 0, -px(10), 0), middle | Qt.AlignmentFlag.AlignRight, _state(person))

    def _toggle(self, presence: Presence) -> None:
        person = self.current
        if person is None:
            return
        there = (Presence.PRESENT, Presence.LATE) if presence is Presence.PRESENT else (presence,)
        wanted = Presence.ABSENT if person.presence in there else presence
        self.marked.emit(person.number, wanted)
        announce(self, f"{person.name}，{wanted.value}")

    def _move(self, by: int) -> None:
        self._here = min(max(self._here + by, 0), max(len(self._people) - 1, 0))
        self._name()
        self.moved.emit(self._box(self._here))
        self.update()

    def _box(self, index: int) -> QRect:
        return QRect(0, index * px(_ROW), self.width(), px(_ROW))

    def _name(self) -> None:
        person = self.current
        said = f"{person.name}，{person.unit}，{_state(person)}" if person else "没有找到"
        renamed(self, f"签到名单：{said}，第 {self._here + 1} 个，共 {len(self._people)} 个")


def _state(person: Attendee) -> str:
    more = person.at or person.reason
    observer = "列席 · " if person.observer else ""
    return f"{observer}{person.presence.value}{f' {more}' if more else ''}"
