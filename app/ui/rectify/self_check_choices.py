"""存在 / 未发现 / 需核实: one tab stop; left and right go along, 1 2 3 answer, up and down go to another statement."""

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.domain.ledger.self_check import Finding
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.roving import Roving
from app.ui.rectify.self_check_button import SelfCheckButton

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class SelfCheckChoices(QWidget):
    chosen = Signal(object)
    """A Finding: that which was pressed, again or anew."""
    stepped = Signal(int)
    """-1 or 1: the statement before or after is wanted."""

    def __init__(self, statement: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {finding: SelfCheckButton(finding, statement) for finding in Finding}
        self.setLayout(FlowLayout(*self._buttons.values(), spacing=8))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._roving = Roving(self)
        self._roving.set_members(list(self._buttons.values()))
        for one in self._buttons.values():
            one.installEventFilter(self)  # after the roving, so that it is asked before it
            one.clicked.connect(lambda _=False, finding=one.finding: self.chosen.emit(finding))

    def show_finding(self, finding: Finding | None) -> None:
        for one in self._buttons.values():
            one.setChecked(one.finding is finding)
        if finding is not None:
            self._roving.set_current(list(self._buttons).index(finding))

    def take_focus(self) -> None:
        self._roving.focus()

    def button(self, finding: Finding) -> SelfCheckButton:
        return self._buttons[finding]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
            number = event.key() - Qt.Key.Key_1
            if plain and 0 <= number < len(self._buttons):
                self._roving.focus(number)
                self.chosen.emit(list(self._buttons)[number])
                return True
            if plain and (step := _STEPS.get(Qt.Key(event.key()))):
                self.stepped.emit(step)
                return True
        return super().eventFilter(watched, event)
