"""A table is being written: how far it is, and a button to stop it."""

from collections.abc import Callable, Generator
from threading import Event

from PySide6.QtCore import QEventLoop, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.ledger.ledger_extract import LedgerExtract
from app.domain.ledger.steps import GoOn, StoppedError
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.progress_bar import Bar
from app.ui.kit.tasks import TaskRunner

STOPPED = "已取消，没有写出任何文件。"
_READ = 0.3
"""Share of the bar for reading; the rest is for writing."""
Reading = Generator[tuple[int, int], None, LedgerExtract]


class LedgerWriting(Modal):
    """Reads here, a little at a time, for the database belongs to this thread; writes in the background."""

    _told = Signal(int, int)

    def __init__(self, anchor: QWidget, reading: Reading, write: Callable[[LedgerExtract, GoOn], object]) -> None:
        self.bar = Bar(name="导出进度")
        self._line = Paragraph("正在读取问题……", 16)
        content = boxed(column(self._line, self.bar, spacing=12))
        choices = (Choice("", "取消"),)
        super().__init__(anchor, "正在导出台账", content, choices, width=460, closable=False, stays=True)
        self._reading, self._write = reading, write
        self._stop, self._loop = Event(), QEventLoop(self)
        self._error: Exception | None = None
        self._tasks = TaskRunner(self._failed, self)
        self._told.connect(self._show_step)
        self.chosen.connect(self.stop)

    def run(self) -> None:
        """Until it is done; raises what went wrong, StoppedError where the person stopped it."""
        self.open()
        QTimer.singleShot(0, self, self._read)
        self._loop.exec()
        self._tasks.close()
        self.chosen.disconnect(self.stop)
        self.dismiss()
        if self._error is not None:
            raise self._error

    def stop(self) -> None:
        """It closes when the work has heard of it."""
        self._stop.set()
        self._line.set_text("正在取消……")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.stop()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _read(self) -> None:
        if self._stop.is_set():
            self._failed(StoppedError(STOPPED))
            return
        try:
            done, total = next(self._reading)
        except StopIteration as ended:
            self._line.set_text("正在写文件……")
            extract: LedgerExtract = ended.value
            self._tasks.run(self, lambda: self._write(extract, self._go_on), lambda _: self._loop.quit(), self._failed)
        except Exception as error:
            self._failed(error)
        else:
            self.bar.set_value(_READ * done / max(total, 1))
            QTimer.singleShot(0, self, self._read)

    def _go_on(self, done: int, total: int) -> bool:
        """On the other thread."""
        self._told.emit(done, total)
        return not self._stop.is_set()

    def _show_step(self, done: int, total: int) -> None:
        self.bar.set_value(_READ + (1 - _READ) * done / max(total, 1))

    def _failed(self, error: Exception) -> None:
        self._error = error
        self._loop.quit()
