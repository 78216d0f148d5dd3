"""The system's file dialog, answered as a person would: the path is typed, then Enter."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

LOOK_MS = 20


@contextmanager
def answer_file_dialog(path: Path) -> Iterator[None]:
    """While this lasts every file dialog is Qt's own (the system's cannot be typed into) and gets ``path``."""
    attribute = Qt.ApplicationAttribute.AA_DontUseNativeDialogs
    before = QApplication.testAttribute(attribute)
    QApplication.setAttribute(attribute, True)
    timer = QTimer()
    timer.timeout.connect(lambda: _answer(path))
    timer.start(LOOK_MS)
    try:
        yield
    finally:
        timer.stop()
        QApplication.setAttribute(attribute, before)


def _answer(path: Path) -> None:
    dialog = QApplication.activeModalWidget()
    if not isinstance(dialog, QFileDialog):
        return
    line = dialog.findChild(QLineEdit)
    if isinstance(line, QLineEdit):
        line.setText(str(path))
        QTest.keyClick(line, Qt.Key.Key_Return)
