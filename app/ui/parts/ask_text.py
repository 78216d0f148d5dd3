"""A name or a reason, asked for in front of the page."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.ui.kit.form_field import line_field
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog


class AskText(ActingDialog):
    """``act(text)`` may raise UserError."""

    def __init__(
        self,
        anchor: QWidget,
        title: str,
        about: str,
        name: str,
        word: str,
        act: Callable[[str], object],
        text: str = "",
        hint: str = "",
        most: int = 100,
        *,
        icon: str = "",
        tone: str = "ink",
    ) -> None:
        self.field = line_field(name, text, hint, most)
        self.field.selectAll()
        rows = [*([Paragraph(about, 16, "text2")] if about else []), self.field]
        super().__init__(anchor, title, rows, lambda: act(self.field.text()), word, width=540, icon=icon, tone=tone)

    def first_focus(self) -> QWidget | None:
        return self.field
