"""Where files come from and go to: the system's own dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class FileAsking:
    """Every method returns None where the person thought better of it."""

    def open(self, parent: QWidget, title: str, filters: str) -> Path | None:
        return _path(QFileDialog.getOpenFileName(parent, title, "", filters)[0])

    def save(self, parent: QWidget, title: str, name: str, filters: str) -> Path | None:
        return _path(QFileDialog.getSaveFileName(parent, title, name, filters)[0])

    def folder(self, parent: QWidget, title: str) -> Path | None:
        return _path(QFileDialog.getExistingDirectory(parent, title))


def _path(chosen: str) -> Path | None:
    return Path(chosen) if chosen else None
