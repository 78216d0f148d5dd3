"""The notice that the records cannot be saved; where a damaged file is the cause, with the way out of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.services.services import Services
from app.ui.kit.banner import Banner

KEEP, ANEW = "保留受损文件，重新开始记录", "重新开始记录"


class TroubleBanner(Banner):
    failed = Signal(str)  # why the damaged files are still in the way
    solved = Signal()  # they are kept under another name: the data can be opened anew

    def __init__(self, services: Services, parent: QWidget | None = None) -> None:
        damaged = services.profiles.damaged
        action = (KEEP if any(path.exists() for path in damaged) else ANEW) if damaged else ""
        super().__init__(services.trouble, "red", action, parent=parent)
        self._profiles = services.profiles
        self.acted.connect(self._set_aside)

    def _set_aside(self) -> None:
        try:
            for path in self._profiles.damaged:
                self._profiles.set_aside_damaged(path)
        except UserError as error:
            self.failed.emit(str(error))
        else:
            self.solved.emit()
