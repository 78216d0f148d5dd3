"""A part of the product that is not in this version: what it will be for, why it is not here, what one can do today."""

from collections.abc import Sequence
from typing import ClassVar

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px

WIDEST = 860


class AbsentPage(Page):
    """Subclasses say it in their own words."""

    purpose: ClassVar[str]
    reason: ClassVar[str]
    today: ClassVar[Sequence[tuple[str, str]]]
    warning: ClassVar[str] = ""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._open = button("打开案例库", "primary", "book")
        self._open.clicked.connect(self.main_action)
        title = Label(self.facts.title, 24, bold=True, serif=True)
        head = row(title, Tag("本版未含", "grey", "info"), None, self._open, spacing=12)
        steps = column(*(_step(number, *step) for number, step in enumerate(self.today, 1)), spacing=16)
        body = column(
            head,
            Paragraph(self.purpose, 17, line=1.7),
            _card("info", "为什么还没有", Paragraph(self.reason, 16, "text2", line=1.7)),
            _card("lightbulb", "今天可以这样做", boxed(steps)),
            *([Banner(self.warning, "amber")] if self.warning else []),
            None,
            spacing=16,
        )
        content = boxed(body)
        content.setMaximumWidth(px(WIDEST))
        self.setLayout(column(ScrollPage(boxed(row(content, margins=(28, 24, 28, 24))))))

    def shown(self) -> None:
        self._open.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def main_action(self) -> None:
        self.navigate.emit("library", None)


def _card(icon: str, title: str, content: QWidget) -> QWidget:
    head = row(IconLabel(icon, 20, "text2"), Label(title, 18, bold=True, serif=True), None)
    return Card(column(head, content, margins=(20, 16, 20, 18), spacing=12))


def _step(number: int, title: str, text: str) -> QWidget:
    words = column(Label(title, 16, bold=True), Paragraph(text, 16, "text2", line=1.6), spacing=2)
    figure = Label(str(number), 20, "red", bold=True, serif=True)
    figure.setFixedWidth(px(22))
    return boxed(row((figure, Qt.AlignmentFlag.AlignTop), (words, 1), spacing=10))
