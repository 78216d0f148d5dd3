"""An entry of 回头看: due, with what to do; or done, with what was found."""

from collections.abc import Callable, Sequence

from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify.noted_line import void_words


class LookBackRow(Card):
    def __init__(
        self,
        title: str,
        tag: Tag,
        facts: Sequence[str],
        acts: Sequence[tuple[str, bool, Callable[[], None]]] = (),
        void_reason: str = "",
    ) -> None:
        """``acts`` are (words, whether it is what one does here, what it does). A void one is struck through and says
        why."""
        super().__init__()
        void = bool(void_reason)
        name = Paragraph(title, 16, "text2" if void else "text", bold=not void, line=1.4, struck=void)
        lines = column(row(tag, (name, 1), spacing=10), spacing=3)
        for fact in facts:
            lines.addWidget(Paragraph(fact, 15, "text2", line=1.5, struck=void))
        if void:
            lines.addWidget(Paragraph(void_words(void_reason), 15, "text2", line=1.5))
        self.buttons = []
        for words, main, act in acts:
            made = button(words, "soft" if main else "ghost", name=f"{words}：{title}")
            made.clicked.connect(act)
            self.buttons.append(made)
        self.setLayout(row((lines, 1), *self.buttons, margins=(16, 10, 14, 10), spacing=8))
