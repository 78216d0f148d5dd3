"""A form in front of a page that does something."""

from collections.abc import Callable, Sequence
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import UserError
from app.domain.open_matters import warnings_of
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import Item, boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.doubt_banner import DoubtBanner

SAVE = "save"


class ActingDialog(Modal):
    """``act`` may raise UserError: its sentence is shown, the dialog stays and so does what was typed.

    Enter (Ctrl+Enter in a text of several lines) acts; what was typed is thrown away only when asked twice.

    What asks for a second look is said as it is typed, and keeps it from acting until somebody has looked.

    ``below`` stands under the place of the sentence; ``typed`` is False where no words are asked for."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        rows: Sequence[Item],
        act: Callable[[], object],
        word: str = "保存",
        *,
        below: Sequence[Item] = (),
        width: float = 620,
        cancel: str = "取消",
        icon: str = "",
        tone: str = "ink",
        typed: bool = True,
    ) -> None:
        self._act, self._warned = act, False
        self._unsaved = f"还没有保存。再按一次 Esc 或“{cancel}”就放弃所写的；要留下，请按“{word}”。"
        self._problem = Banner("", "red")
        self._problem.hide()
        foot = [ConfidentialityBanner()] if typed else []
        self._doubts = DoubtBanner(self, self.doubts)
        content = boxed(column(*rows, self._problem, self._doubts, *below, *foot, spacing=12))
        choices = (Choice("", cancel), Choice(SAVE, word, safe=True))
        super().__init__(anchor, title, content, choices, width=width, icon=icon, tone=tone, stays=True)
        self._as_opened = self._texts()
        self._doubts.pass_all()

    @staticmethod
    def doubts(text: str) -> tuple[str, ...]:
        """What is doubtful in a text: numbers, clues, open cases. A dialog about public cases looks for less."""
        return warnings_of(text)

    def doubt(self) -> str:
        """What asks for a second look, or ""."""
        return self._doubts.text() if self._doubts.isVisible() else ""

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
        if key != SAVE:
            self._give_up()
            return
        if self._doubts.look():
            self.place()
            self._scroll.reveal(self._doubts)
            return
        try:
            self._act()
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
        self.say(self._unsaved, "amber")

    def _texts(self) -> list[str]:
        lines = cast("list[QLineEdit]", self._content.findChildren(QLineEdit))
        areas = cast("list[QPlainTextEdit]", self._content.findChildren(QPlainTextEdit))
        return [one.text() for one in lines] + [one.toPlainText() for one in areas]
