"""误录清除, asked in front of the page: what goes for good, what stays, why; and a word typed, so that nobody slips."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLineEdit, QWidget

from app.domain.errors import UserError
from app.domain.ledger.stub import LEAST_REASON, MOST_REASON
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.erase_words import ELSEWHERE, FOR_GOOD, EraseWords

ERASE = "erase"
WORD = "清除"
DONE = "已清除。只留下了谁在什么时候清除、为什么。"
HINT = f"原因至少 {LEAST_REASON} 个字，一直保留、人人可见，不要照抄要清除的内容。"
NOT_BY_ENTER = "回车键不会清除。请写好原因和“清除”两个字，再点“清除”或按空格键。"
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class EraseDialog(Modal):
    """``act(reason)`` gives a sentence about what is left to do, or ""; it may raise UserError: its sentence is shown
    and the dialog stays. ``done(tone, words)`` is told once it is wiped."""

    def __init__(
        self, anchor: QWidget, words: EraseWords, act: Callable[[str], str], done: Callable[[str, str], object]
    ) -> None:
        self._act, self._done = act, done
        self.reason = line_field("原因", "", "如：误把不该录入的文件内容录了进来", MOST_REASON)
        self.word = line_field("输入“清除”两个字", "", WORD, 10)
        self._problem = Banner("", "red")
        self._problem.hide()
        told: list[Item] = [
            Banner(f"{FOR_GOOD}{words.instead}", "red"),
            _told("永远没有了", words.gone + words.more),
            _told("会留下", words.stays),
            *([_told("随之改变", words.follows)] if words.follows else []),
            _told("清除不到", ELSEWHERE),
        ]
        typed = row((FormField("原因（会一直保留）", self.reason), 3), (FormField("输入“清除”两个字", self.word), 1))
        content = boxed(
            column(*told, typed, Paragraph(HINT, 14, "text2"), self._problem, ConfidentialityBanner(), spacing=9)
        )
        choices = (Choice(ERASE, WORD, icon="delete"), Choice("", "取消", safe=True))
        super().__init__(anchor, words.title, content, choices, width=720, icon="delete", tone="red", stays=True)
        for field in (self.reason, self.word):
            field.textChanged.connect(self._look)
        self.button(ERASE).installEventFilter(self)
        self._look()

    def problem(self) -> str:
        """What is said to be wrong, or ""."""
        return self._problem.text() if self._problem.isVisible() else ""

    def first_focus(self) -> QWidget | None:
        return self.reason

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter presses other buttons, not this one."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._say(NOT_BY_ENTER)
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in a field goes on to the next stop."""
        if event.key() in _ENTER and isinstance(self.window().focusWidget(), QLineEdit):
            self.focusNextChild()
            event.accept()
        else:
            super().keyPressEvent(event)

    def _look(self) -> None:
        written = len(self.reason.text().strip()) >= LEAST_REASON
        self.button(ERASE).setEnabled(written and self.word.text().strip() == WORD)

    def _choose(self, key: str) -> None:
        if key != ERASE:
            self.dismiss()
            return
        try:
            left = self._act(self.reason.text())
        except UserError as error:
            self._say(str(error))
            return
        self.dismiss()
        self._done("amber" if left else "green", left or DONE)

    def _say(self, words: str) -> None:
        self._problem.say(words, "red")
        self._problem.show()
        self.place()
        self._scroll.reveal(self._problem)
        announce(self, words)


def _told(name: str, words: str) -> QLayout:
    return row((Paragraph(name, 15, bold=True, line=1.5), 1), (Paragraph(words, 15, "text2", line=1.5), 6))
