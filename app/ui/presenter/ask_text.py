"""A name or a reason, asked for in front of the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.ui.kit.banner import Banner
from app.ui.kit.layouts import Item, boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.presenter.form_field import line_field

DO = "do"


class AskText(Modal):
    """``act(text)`` may raise UserError: its sentence is shown and what was typed stays."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        about: str,
        name: str,
        action: str,
        act: Callable[[str], None],
        text: str = "",
        hint: str = "",
        longest: int = 100,
    ) -> None:
        self._act = act
        self.field = line_field(name, text, hint, longest)
        self.field.selectAll()
        self._problem = Banner("", "red")
        self._problem.hide()
        items: list[Item] = [Paragraph(about, 16, "text2")] if about else []
        content = boxed(column(*items, self.field, self._problem, ConfidentialityBanner(), spacing=10))
        choices = (Choice("", "取消"), Choice(DO, action, safe=True))
        super().__init__(anchor, title, content, choices, stays=True)
        self.chosen.connect(self._choose)

    def first_focus(self) -> QWidget | None:
        return self.field

    def _choose(self, key: str) -> None:
        if key != DO:
            if self.isVisible():
                self.dismiss()
            return
        try:
            self._act(self.field.text())
        except UserError as error:
            self._problem.say(str(error), "red")
            self._problem.show()
            self.place()
            return
        self.dismiss()
