"""A question over the console. The clicker in the leader's hand goes on turning pages meanwhile."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent

from app.ui.kit.modal import Modal
from app.ui.presenter.act import CLICKER_KEYS, act_of


class Dialog(Modal):
    """Its keys that are the clicker's are handed on as ``passed``, an Act."""

    passed = Signal(object)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in CLICKER_KEYS:
            self.passed.emit(act_of(event))
            event.accept()
        else:
            super().keyPressEvent(event)
