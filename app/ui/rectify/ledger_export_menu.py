"""导出: which form, and where to."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from app.domain.errors import UserError
from app.ui.kit.button import button
from app.ui.kit.layouts import row
from app.ui.rectify.ledger_exports import LedgerExports
from app.ui.rectify.ledger_on_screen import LedgerOnScreen

_FILTERS = {"xlsx": "Excel 表格 (*.xlsx)", "docx": "Word 文档 (*.docx)"}

NOTHING = "屏幕上没有可以导出的问题。待确认的草稿，负责人确认后才进台账和表格。"


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
        shown: Callable[[], LedgerOnScreen],
        where: Callable[[QWidget, str], Path | None] = ask_where,
        more: Callable[[], Sequence[tuple[str, Callable[[], None]]]] = tuple,
    ) -> None:
        """``shown`` gives what is on screen, in its order and under its heads; ``more`` is asked for what else is in
        the menu when it opens."""
        super().__init__()
        self._exports, self._shown, self._where, self._more = exports, shown, where, more
        self._button = button("导出台账", icon="arrow_download", tip="导出屏幕上这些问题（Ctrl+E）")
        self.setLayout(row(self._button))
        self._button.clicked.connect(self.open)
        if exports is None:
            self.hide()

    def open(self) -> None:
        if self._exports is None or not self.isVisible():
            return
        choices, more = self._exports.choices() if self._shown()[0] else (), self._more()
        if len(choices) == 1 and not more:
            self.write(choices[0][0])
            return
        self.menu(choices, more).popup(self._button.mapToGlobal(self._button.rect().bottomLeft()))

    def menu(self, choices: Sequence[tuple[str, str]], more: Sequence[tuple[str, Callable[[], None]]]) -> QMenu:
        """It goes when it is closed."""
        menu = QMenu(self)
        for key, words in choices:
            menu.addAction(words).triggered.connect(lambda _=False, name=key: self.write(name))
        menu.addSeparator()
        for words, act in more:
            menu.addAction(words).triggered.connect(lambda _=False, do=act: do())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def write(self, key: str) -> None:
        if self._exports is None:
            return
        campaign, ids, heads = self._shown()
        if not ids:
            self.said.emit("amber", NOTHING)
            return
        path = self._where(self, self._exports.suggested_name(key, campaign))
        if path is None:
            return
        try:
            self._exports.write(key, campaign, ids, heads, path)
        except UserError as error:
            self.said.emit("red", str(error))
            return
        self.said.emit("green", f"已导出 {len(ids)} 条：{path}")
