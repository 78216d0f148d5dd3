"""An entry of a batch: what it is, where and when, what can be done with it."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class OutcomeLine(QWidget):
    def __init__(
        self,
        title: str,
        facts: str,
        acts: Sequence[tuple[str, Callable[[], None]]] = (),
        tag: Tag | None = None,
    ) -> None:
        super().__init__()
        words = column(Paragraph(title, 16, line=1.4), Paragraph(facts, 15, "text2", line=1.4), spacing=0)
        items: list[Item] = [(words, 1)]
        if tag is not None:
            items.append(tag)
        self.buttons = []
        for name, act in acts:
            made = button(name, "link", name=f"{name}：{title}")
            made.clicked.connect(act)
            self.buttons.append(made)
            items.append(made)
        self.setLayout(row(*items, margins=(0, 4, 0, 4), spacing=4))
