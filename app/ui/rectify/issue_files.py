"""Where files of evidence come from: the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget


class IssueFiles:
    def open(self, parent: QWidget, title: str) -> Path | None:
        """None where the person thought better of it."""
        chosen = QFileDialog.getOpenFileName(parent, title)[0]
        return Path(chosen) if chosen else None
