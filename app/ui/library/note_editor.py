"""Writing a note to the words that were selected."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from app.domain.confidentiality import review
from app.domain.errors import UserError
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner

SAVE = "save"
_MOST_QUOTE = 90


def warn(words: tuple[str, ...]) -> str:
    """What a second look is asked for."""
    return f"文字中有内容{'、'.join(words)}。如确需保留，再按一次保存；否则请删去。"


class NoteEditor(Modal):
    """``save(text)`` is called with the words; where it raises UserError, the sentence is shown and nothing is lost."""

    def __init__(self, anchor: QWidget, quote: str, body: str, save: Callable[[str], None]) -> None:
        self._save, self._warned = save, ""
        self._field = QPlainTextEdit(body)
        self._field.setAccessibleName("笔记")
        self._field.setPlaceholderText("写下想法，例如：本科室的这一步是谁在复核？")
        self._field.setTabChangesFocus(True)
        self._field.setMinimumHeight(px(120))
        self._problem = Banner("", "red")
        self._problem.hide()
        shown = quote if len(quote) <= _MOST_QUOTE else f"{quote[:_MOST_QUOTE]}……"
        content = QWidget()
        said = Paragraph(f"原文：{shown}", 15, "text2")
        content.setLayout(column(said, self._field, self._problem, ConfidentialityBanner(), spacing=10))
        choices = (Choice("", "取消"), Choice(SAVE, "保存笔记", safe=True))
        super().__init__(anchor, "记笔记", content, choices, width=600, stays=True)
        self.chosen.connect(self._choose_one)

    def field(self) -> QPlainTextEdit:
        return self._field

    def first_focus(self) -> QWidget | None:
        return self._field

    def _choose_one(self, key: str) -> None:
        text = self._field.toPlainText().strip()
        if key != SAVE or not text:
            self.dismiss()
            return
        found = review(text)
        if found.warnings and self._warned != text:
            self._warned = text
            self._say(warn(found.warnings), "amber")
            return
        try:
            self._save(text)
        except UserError as error:
            self._say(str(error), "red")
            return
        self.dismiss()

    def _say(self, text: str, tone: str) -> None:
        self._problem.say(text, tone)
        self._problem.show()
        self.place()
