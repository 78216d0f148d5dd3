"""The floor that start-up figures are divided by: a window with a list, a text browser and six forms.

``--bare`` shows a single label instead. Prints one JSON line, as `start_probe.report` does.
"""

import sys

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QApplication,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabWidget,
    QTextBrowser,
    QWidget,
)

from benchmarks.start_probe import report


class FloorShell(QWidget):
    def __init__(self, bare: bool) -> None:
        super().__init__()
        across = QHBoxLayout(self)
        if bare:
            across.addWidget(QLabel("案例"))
            return
        shelf, text, tabs = QListWidget(), QTextBrowser(), QTabWidget()
        shelf.addItems([f"案例 {number}" for number in range(40)])
        text.setPlainText("某县民政局救助科受理窗口。" * 60)
        for number in range(6):
            page = QWidget()
            form = QFormLayout(page)
            for field in ("姓名", "科室", "日期", "事项"):
                form.addRow(field, QLineEdit())
            tabs.addTab(page, f"表 {number}")
        for part in (shelf, text, tabs):
            across.addWidget(part)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, _tell)


def _tell() -> None:
    report()
    QApplication.exit(0)


if __name__ == "__main__":
    application = QApplication(sys.argv)
    window = FloorShell("--bare" in sys.argv)
    window.resize(1100, 700)
    window.show()
    sys.exit(application.exec())
