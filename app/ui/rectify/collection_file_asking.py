"""Which folder forms go to or come from: the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class CollectionFileAsking:
    def folder(self, parent: QWidget, title: str) -> Path | None:
        """None where the person thought better of it."""
        chosen = QFileDialog.getExistingDirectory(parent, title)
        return Path(chosen) if chosen else None
