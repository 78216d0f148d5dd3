"""One question that the bank offers."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.bank import Whole
from app.domain.question import Question
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.tag import Tag
from app.ui.paper_editor.whole_words import about_words, kind_words, stem_words


class PickerRow(Card):
    toggled = Signal(bool)
    """Put on the paper, or taken from it."""
    preview_wanted = Signal()

    def __init__(self, whole: Whole, parts: Sequence[Question], chosen: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.whole, self._chosen = whole, chosen
        self._stem = stem_words(parts)
        self._put = button("", "soft", small=True)
        self._look = look = button("看全题", "ghost", "eye", small=True, name=f"看全题：{self._stem[:20]}")
        head = row(Tag(kind_words(parts), "ink"), Label(about_words(parts), 14, "text2"), None, look, self._put)
        stem = ElidedLabel(self._stem, 16, lines=2, fit=True)
        self.setLayout(column(head, stem, margins=(14, 6, 8, 10), spacing=4))
        self._put.clicked.connect(self._toggle)
        look.clicked.connect(self.preview_wanted)
        self._show()

    def stops(self) -> tuple[QWidget, QWidget]:
        """Its buttons as they stand."""
        return self._look, self._put

    def take_focus(self) -> None:
        self._put.setFocus()

    def _toggle(self) -> None:
        self._chosen = not self._chosen
        self._show()
        self.toggled.emit(self._chosen)

    def _show(self) -> None:
        self.set_kind("ink" if self._chosen else "1")
        self._put.set_label("移出" if self._chosen else "加入")
        self._put.set_icon("checkmark_circle" if self._chosen else "add")
        self._put.setAccessibleName(f"{'已在卷中，按下移出' if self._chosen else '加入试卷'}：{self._stem[:20]}")
