"""Why a paper is offered no more."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from app.domain.errors import UserError
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner

RETIRE = "retire"
WORDS = "作废后考试里不再出现，记录和已有成绩都保留，以后可以恢复使用。"


class RetireDialog(Modal):
    """``retire(reason)`` may raise UserError: its sentence is shown and the reason stays."""

    def __init__(self, anchor: QWidget, title: str, retire: Callable[[str], None]) -> None:
        self._retire = retire
        self._field = QLineEdit()
        self._field.setAccessibleName("作废的原因")
        self._field.setPlaceholderText("原因，如：条文已修订，另出新卷")
        self._problem = Banner("", "red")
        self._problem.hide()
        content = boxed(column(Paragraph(WORDS, 16, "text2"), self._field, self._problem, ConfidentialityBanner()))
        choices = (Choice("", "取消"), Choice(RETIRE, "作废", safe=True))
        super().__init__(anchor, f"作废《{title}》？", content, choices, icon="warning", tone="amber", stays=True)
        self.chosen.connect(self._choose)

    def field(self) -> QLineEdit:
        return self._field

    def first_focus(self) -> QWidget | None:
        return self._field

    def _choose(self, key: str) -> None:
        if key != RETIRE:
            if self.isVisible():
                self.dismiss()
            return
        try:
            self._retire(self._field.text())
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            self.place()
            return
        self.dismiss()
