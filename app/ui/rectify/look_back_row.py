"""An entry of 回头看: due, with what to do; or done, with what was found."""

from collections.abc import Callable, Sequence

from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class LookBackRow(Card):
    def __init__(
        self,
        title: str,
        tag: Tag,
        facts: Sequence[str],
        acts: Sequence[tuple[str, bool, Callable[[], None]]] = (),
    ) -> None:
        """``acts`` are (words, whether it is what one does here, what it does)."""
        super().__init__()
        lines = column(row(tag, (Paragraph(title, 16, bold=True, line=1.4), 1), spacing=10), spacing=3)
        for fact in facts:
            lines.addWidget(Paragraph(fact, 15, "text2", line=1.5))
        self.buttons = []
        for words, main, act in acts:
            made = button(words, "soft" if main else "ghost", name=f"{words}：{title}")
            made.clicked.connect(act)
            self.buttons.append(made)
        self.setLayout(row((lines, 1), *self.buttons, margins=(16, 10, 14, 10), spacing=8))
