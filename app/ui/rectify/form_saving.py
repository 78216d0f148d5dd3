"""A form is written where the person says, and the way to it is offered."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.ui.kit.toast import Toast
from app.ui.rectify.ledger_export_menu import ask_where

SECONDS = 10.0
"""The message stays: one reads where the file lies, and goes there."""


def open_folder(folder: Path) -> bool:
    """In the system's own window; False where the system has none."""
    return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))


class FormSaving(QObject):
    failed = Signal(str)

    def __init__(
        self,
        page: QWidget,
        where: Callable[[QWidget, str], Path | None] = ask_where,
        show: Callable[[Path], bool] = open_folder,
    ) -> None:
        """``where`` asks for the path, None where the person thought better of it."""
        super().__init__(page)
        self._page, self._where, self._show = page, where, show
        self._toast: Toast | None = None

    def save(self, name: str, write: Callable[[Path], Path]) -> None:
        """``name`` is what the file is called unless the person calls it otherwise."""
        path = self._where(self._page, name)
        if path is None:
            return
        try:
            written = write(path)
        except UserError as error:
            self.failed.emit(str(error))
            return
        if self._toast is None:
            self._toast = Toast(self._page)
        self._toast.say(f"已导出：{written}", "green", lambda: self._open(written), SECONDS, "打开所在文件夹")

    def said(self) -> str:
        """What the message of the last file says."""
        return self._toast.text() if self._toast is not None else ""

    def _open(self, path: Path) -> None:
        if not self._show(path.parent):
            self.failed.emit(f"打不开文件夹窗口，请在文件管理器中前往 {path.parent}")
