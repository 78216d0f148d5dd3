"""Where files of 讲 come from and go to: the system's own dialogs."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget


class FileChoice:
    """Every asking returns None where the person thought better of it."""

    def open(self, parent: QWidget, title: str, filters: str) -> Path | None:
        chosen = QFileDialog.getOpenFileName(parent, title, "", filters)[0]
        return Path(chosen) if chosen else None

    def folder(self, parent: QWidget, title: str) -> Path | None:
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None

    def show(self, folder: Path) -> bool:
        """Open a folder in the system's own window; False where the system has none."""
        return QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
