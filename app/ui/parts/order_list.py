"""A list that a person puts in order, by keyboard or mouse."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.announce import announce
from app.ui.kit.layouts import column
from app.ui.parts.order_list_row import OrderListRow


class OrderList(QWidget):
    """``lines`` are (key, text) from top to bottom. ``permit`` is asked with a new order before it is shown."""

    changed = Signal()

    def __init__(
        self,
        lines: Sequence[tuple[str, str]],
        permit: Callable[[tuple[str, ...]], bool] = lambda _: True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._permit, self._locked = permit, False
        self._rows = [OrderListRow(key, text) for key, text in lines]
        self._column = column(*self._rows, spacing=8)
        self.setLayout(self._column)
        for line in self._rows:
            line.moved.connect(lambda step, moved=line: self._move(moved, step))
            line.stepped.connect(lambda step, at=line: self._step(at, step))
            line.dragged.connect(lambda place, moved=line: self._drag(moved, place))
        self._number()

    def order(self) -> tuple[str, ...]:
        """The keys from top to bottom."""
        return tuple(line.key for line in self._rows)

    def set_order(self, keys: Sequence[str]) -> None:
        """Show another order of the same keys."""
        if sorted(keys) == sorted(self.order()):
            self._rows.sort(key=lambda line: list(keys).index(line.key))
            self._number()

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        for line in self._rows:
            line.set_locked(locked)

    def reveal(self, right: Sequence[str]) -> None:
        """Say of each line whether it stands right, and where it belongs."""
        for place, line in enumerate(self._rows, 1):
            belongs = list(right).index(line.key) + 1
            line.set_verdict(belongs == place, belongs)

    def take_focus(self) -> None:
        self._rows[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def _move(self, line: OrderListRow, step: int) -> None:
        self._put(line, self._rows.index(line) + step)

    def _put(self, line: OrderListRow, place: int) -> None:
        if self._locked or not 0 <= place < len(self._rows) or self._rows.index(line) == place:
            return
        wanted = [other for other in self._rows if other is not line]
        wanted.insert(place, line)
        if not self._permit(tuple(other.key for other in wanted)):
            return
        self._rows = wanted
        self._number()
        line.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, f"移到第{place + 1}")
        self.changed.emit()

    def _step(self, line: OrderListRow, step: int) -> None:
        place = self._rows.index(line) + step
        if 0 <= place < len(self._rows):
            self._rows[place].setFocus(Qt.FocusReason.TabFocusReason)

    def _drag(self, line: OrderListRow, place: QPointF) -> None:
        y = self.mapFromGlobal(place).y()
        here = self._rows.index(line)
        if here and y < self._rows[here - 1].geometry().center().y():
            self._put(line, here - 1)
        elif here + 1 < len(self._rows) and y > self._rows[here + 1].geometry().center().y():
            self._put(line, here + 1)

    def _number(self) -> None:
        for place, line in enumerate(self._rows):
            self._column.removeWidget(line)
            self._column.insertWidget(place, line)
            line.set_place(place + 1, len(self._rows))
        for before, after in zip(self._rows, self._rows[1:], strict=False):
            QWidget.setTabOrder(before, after)
