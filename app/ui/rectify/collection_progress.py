"""How far long work is, in front of the page, with a way to stop it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ledger.steps import GoOn
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.progress_bar import Bar

T = TypeVar("T")
STOP = "stop"


class CollectionProgress(Modal):
    """The work reads the unit's database, so it runs here and lets the window breathe at each step."""

    def __init__(self, anchor: QWidget, title: str) -> None:
        self._bar, self._words = Bar(name=title), Label("", 15, "text2")
        self._stopped = False
        content = boxed(column(self._words, self._bar, spacing=8))
        super().__init__(anchor, title, content, (Choice(STOP, "取消"),), width=460, closable=False, stays=True)
        self.chosen.connect(self._stop)

    def go_on(self, done: int, total: int) -> bool:
        """A `GoOn`: shows it, and says whether the person still wants it."""
        self._bar.set_value(done / total if total else 1.0)
        self._words.setText(f"{done}/{total}" if total < _UNCOUNTED else "正在写出…")
        QCoreApplication.processEvents()
        return not self._stopped

    def _stop(self, key: str) -> None:
        if key == STOP:
            self._stopped = True


_UNCOUNTED = 1000


def with_progress(anchor: QWidget, title: str, work: Callable[[GoOn], T]) -> T:
    """What ``work`` returns. Raises what it raises, StoppedError where the person cancelled."""
    shown = CollectionProgress(anchor, title)
    shown.open()
    try:
        return work(shown.go_on)
    finally:
        shown.dismiss()
