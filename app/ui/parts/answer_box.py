"""A text box that takes so many characters and says where more were offered."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget


class AnswerBox(QPlainTextEdit):
    """What was there stays whole: of what is typed or pasted, only as much goes in as there is room for."""

    counted = Signal(int, int)
    """At every change: characters there are, and how many of the last ones offered were not taken."""

    def __init__(self, most: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._most, self._before = most, ""
        self.textChanged.connect(self._keep_to_most)

    def _keep_to_most(self) -> None:
        text = self.toPlainText()
        over = max(len(text) - self._most, 0)
        if over:
            end = len(text) - _same_end(self._before, text)
            self._take_back(_units(text[: end - over]), _units(text[:end]))
            text = text[: end - over] + text[end:]
        self._before = text
        self.counted.emit(len(text), over)

    def _take_back(self, start: int, end: int) -> None:
        """In one with what put it in, for undoing."""
        blocked = self.blockSignals(True)
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        cursor.endEditBlock()
        self.blockSignals(blocked)


def _same_end(before: str, after: str) -> int:
    """How much at the end is as it was, behind the place that changed. An input method tells Qt no such place."""
    start = _alike(before, after)
    return _alike(before[start:][::-1], after[start:][::-1])


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (left, right) in pairs if left != right), min(len(one), len(other)))


def _units(text: str) -> int:
    """Of a document, which counts a rare character as two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
