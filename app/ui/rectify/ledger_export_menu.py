"""导出: which form, and where to."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.domain.errors import UserError
from app.ui.kit.button import button
from app.ui.kit.layouts import row
from app.ui.rectify.ledger_exports import LedgerExports

_FILTERS = {"xlsx": "Excel 表格 (*.xlsx)", "docx": "Word 文档 (*.docx)"}


def ask_where(parent: QWidget, name: str) -> Path | None:
    """The system's own dialog; None where the person thought better of it."""
    kind = _FILTERS.get(name.rpartition(".")[2], "所有文件 (*)")
    chosen = QFileDialog.getSaveFileName(parent, "导出", name, kind)[0]
    return Path(chosen) if chosen else None


class LedgerExportMenu(QWidget):
    """Nothing to be seen where there is nobody who exports."""

    said = Signal(str, str)
    """Tone and words."""

    def __init__(
        self,
        exports: LedgerExports | None,
        shown: Callable[[], tuple[str, Sequence[str]]],
        where: Callable[[QWidget, str], Path | None] = ask_where,
    ) -> None:
        """``shown`` gives the campaign and the ids of the issues on screen, in their order."""
        super().__init__()
        self._exports, self._shown, self._where = exports, shown, where
        self._button = button("导出台账", icon="arrow_download", tip="导出屏幕上这些问题（Ctrl+E）")
        self.setLayout(row(self._button))
        self._button.clicked.connect(self.open)
        self.setVisible(exports is not None)

    def open(self) -> None:
        if self._exports is None or not self.isVisible():
            return
        choices = self._exports.choices()
        if len(choices) == 1:
            self.write(choices[0][0])
            return
        menu = QMenu(self)
        for key, words in choices:
            menu.addAction(words).triggered.connect(lambda _=False, name=key: self.write(name))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def write(self, key: str) -> None:
        if self._exports is None:
            return
        campaign, ids = self._shown()
        path = self._where(self, self._exports.suggested_name(key, campaign))
        if path is None:
            return
        try:
            self._exports.write(key, campaign, ids, path)
        except UserError as error:
            self.said.emit("red", str(error))
            return
        self.said.emit("green", f"已导出 {len(ids)} 个问题：{path}")
