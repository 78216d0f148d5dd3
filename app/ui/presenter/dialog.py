"""A question over the console. The clicker in the leader's hand goes on turning pages meanwhile."""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollArea

from app.ui.kit.modal import Modal
from app.ui.presenter.act import CLICKER_KEYS, act_of


class Dialog(Modal):
    """Its keys that are the clicker's are handed on as ``passed``, an Act."""

    passed = Signal(object)

    def open(self) -> None:
        super().open()
        areas = cast("list[QScrollArea]", self.findChildren(QScrollArea))
        for area in areas:
            area.installEventFilter(self)  # it would scroll by PgUp and PgDn

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QScrollArea) and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._passes(event)
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._passes(event):
            event.accept()
        else:
            super().keyPressEvent(event)

    def _passes(self, event: QKeyEvent) -> bool:
        if event.key() not in CLICKER_KEYS:
            return False
        self.passed.emit(act_of(event))
        return True
