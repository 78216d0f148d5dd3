"""How far the writing or reading of the whole ledger is, with a way to stop it."""

from collections.abc import Callable
from typing import TypeVar

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from app.domain.ledger.steps import GoOn
from app.ui.rectify.collection_progress import CollectionProgress

T = TypeVar("T")
MB = 1024
"""Kilobytes, which is what the work counts."""


class WholeLedgerProgress(CollectionProgress):
    def go_on(self, done: int, total: int) -> bool:
        self._bar.set_value(done / total)
        self._words.setText(f"{done / MB:.1f} / {total / MB:.1f} MB" if total > MB else "请稍候…")
        QCoreApplication.processEvents()
        return not self._stopped


def with_whole_progress(anchor: QWidget, title: str, work: Callable[[GoOn], T]) -> T:
    """What ``work`` returns. Raises what it raises, StoppedError where the person cancelled."""
    shown = WholeLedgerProgress(anchor, title)
    shown.open()
    QCoreApplication.processEvents()
    try:
        return work(shown.go_on)
    finally:
        shown.dismiss()
