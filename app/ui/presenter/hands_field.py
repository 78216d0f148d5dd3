"""How many hands: typed, or one more and one less."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from app.ui.kit.tokens import px

MOST = 9999


class HandsField(QLineEdit):
    """Digits only, and no input method: a letter is for choosing another option, PgUp and PgDn are for the pages."""

    counted = Signal(int)
    letter = Signal(str)
    left = Signal()
    """Enter or Esc: back to the page."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._hands = 0
        self.setValidator(QIntValidator(0, MOST, self))
        self.setMaxLength(4)
        self.setAccessibleName(name)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
        self.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setFixedSize(px(64), px(38))
        self.setText("0")
        self.textEdited.connect(self._typed)

    def hands(self) -> int:
        return self._hands

    def show_hands(self, hands: int) -> None:
        """Without emitting."""
        self._hands = hands
        if self.text() != str(hands) and not (hands == 0 and not self.text()):
            self.setText(str(hands))

    def step(self, by: int) -> None:
        self._set(min(max(self._hands + by, 0), MOST))
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Up):
            self.step(1)
        elif key in (Qt.Key.Key_Minus, Qt.Key.Key_Down):
            self.step(-1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            self.left.emit()
        elif Qt.Key.Key_A <= key <= Qt.Key.Key_Z and event.modifiers() == Qt.KeyboardModifier.NoModifier:
            self.letter.emit(chr(key))
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or key in (
            Qt.Key.Key_PageUp,
            Qt.Key.Key_PageDown,
        ):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setText(str(self._hands))

    def _typed(self, text: str) -> None:
        hands = int(text) if text else 0
        if hands != self._hands:
            self._hands = hands
            self.counted.emit(hands)

    def _set(self, hands: int) -> None:
        self.setText(str(hands))
        if hands != self._hands:
            self._hands = hands
            self.counted.emit(hands)
