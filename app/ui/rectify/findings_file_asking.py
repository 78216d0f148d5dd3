"""Where a file of findings comes from: the system's own dialog."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

FILTER = "问题清单 (*.xlsx *.docx);;所有文件 (*)"


class FindingsFileAsking:
    def open(self, parent: QWidget) -> Path | None:
        """None where the person thought better of it."""
        chosen = QFileDialog.getOpenFileName(parent, "选择问题清单", "", FILTER)[0]
        return Path(chosen) if chosen else None
