"""What only the leader sees of a page: the notes, in a size of one's own."""

from PySide6.QtCore import Qt, Slot
from PySide6.QtWidgets import QWidget

from app.domain.deck import DeckPage
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.presenter.presenter_controller import PresenterController

MARKS = {"停": ("停一停", "amber"), "问": ("问大家", "ink"), "误": ("易错处", "red")}
_STEP = 80


class NotesPanel(Card):
    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._controller = controller
        self._shown: tuple[DeckPage, int] | None = None
        self._smaller, self._bigger = (_size_button(text, name) for text, name in (("A−", "缩小"), ("A+", "放大")))
        self._lines = column(spacing=8, margins=(0, 0, 6, 4))
        self._scroll = ScrollPage(boxed(column(self._lines, None)))
        head = row(Label("讲稿提示", 16, bold=True, serif=True), None, self._smaller, self._bigger, spacing=6)
        self.setLayout(column(head, (self._scroll, 1), margins=(14, 8, 8, 8), spacing=6))
        self.setMinimumHeight(px(96))
        self._smaller.clicked.connect(lambda: controller.resize_notes(-1))
        self._bigger.clicked.connect(lambda: controller.resize_notes(1))
        controller.changed.connect(self.refresh)
        controller.options_changed.connect(self.refresh)
        self.refresh()

    def text(self) -> str:
        """All of it, for tests and screen readers."""
        return "\n".join(text for _, text in self._controller.presentation.page.notes)

    def scroll_by(self, steps: int) -> None:
        """Down, or up where negative."""
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + steps * px(_STEP))

    @Slot()
    def refresh(self) -> None:
        page, size = self._controller.presentation.page, self._controller.options.notes_size
        if self._shown == (page, size):
            return
        self._shown = (page, size)
        clear(self._lines)
        for mark, text in page.notes:
            said = Paragraph(text, size, line=1.55)
            if mark in MARKS:
                word, tone = MARKS[mark]
                self._lines.addLayout(row((Tag(word, tone), Qt.AlignmentFlag.AlignTop), (said, 1), spacing=8))
            else:
                self._lines.addWidget(said)
        if not page.notes:
            self._lines.addWidget(Paragraph("这一页没有讲稿。", 16, "text2"))
        self._scroll.scroll_to(0)


def _size_button(text: str, name: str) -> Button:
    made = Button(text, "ghost", small=True)
    made.setAccessibleName(f"讲稿字号{name}")
    made.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    return made
