"""A form in front of a page of 改."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import UserError
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.parts.confidentiality_banner import ConfidentialityBanner

SAVE = "save"
UNSAVED = "还没有保存。再按一次 Esc 或“取消”就放弃所写的；要留下，请保存。"


class LedgerDialog(Modal):
    """``save`` may raise UserError: its sentence is shown and what was typed stays. Enter (Ctrl+Enter in a text of
    several lines) saves; what was typed is thrown away only when asked twice."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        rows: Sequence[QWidget],
        save: Callable[[], None],
        word: str = "保存",
        *,
        width: float = 620,
        cancel: str = "取消",
    ) -> None:
        self._save, self._warned = save, False
        self._problem = Banner("", "red")
        self._problem.hide()
        content = boxed(column(*rows, self._problem, ConfidentialityBanner(), spacing=12))
        choices = (Choice("", cancel), Choice(SAVE, word, safe=True))
        super().__init__(anchor, title, content, choices, width=width, stays=True)
        self._written = content
        self._as_opened = self._texts()
        self.chosen.connect(self._choose)

    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._problem.text() if self._problem.isVisible() else ""

    def say(self, words: str, tone: str = "red") -> None:
        self._problem.say(words, tone)
        self._problem.show()
        self.place()
        self._scroll.reveal(self._problem)
        announce(self, words)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self._give_up()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _choose(self, key: str) -> None:
        if not self.isVisible():
            return
        if key != SAVE:
            self._give_up()
            return
        try:
            self._save()
        except UserError as error:
            self._warned = False
            self.say(str(error))
            return
        self.dismiss()

    def _give_up(self) -> None:
        if self._warned or self._texts() == self._as_opened:
            self.dismiss()
            return
        self._warned = True
        self.say(UNSAVED, "amber")

    def _texts(self) -> list[str]:
        lines = cast("list[QLineEdit]", self._written.findChildren(QLineEdit))
        areas = cast("list[QPlainTextEdit]", self._written.findChildren(QPlainTextEdit))
        return [one.text() for one in lines] + [one.toPlainText() for one in areas]
