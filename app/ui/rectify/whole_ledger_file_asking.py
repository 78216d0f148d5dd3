"""Where the whole ledger goes to and comes from: the system's own dialogs."""

from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.ledger.whole_ledger import SUFFIX

FILTER = f"整本台账 (*{SUFFIX})"


class WholeLedgerFileAsking:
    """None where the person thought better of it."""

    def save(self, parent: QWidget, name: str) -> Path | None:
        chosen = QFileDialog.getSaveFileName(parent, "整本导出台账", name, FILTER)[0]
        if not chosen:
            return None
        path = Path(chosen)
        return path if path.suffix.lower() == SUFFIX else path.with_name(path.name + SUFFIX)

    def open(self, parent: QWidget) -> Path | None:
        chosen = QFileDialog.getOpenFileName(parent, "选择整本台账", "", f"{FILTER};;所有文件 (*)")[0]
        return Path(chosen) if chosen else None
