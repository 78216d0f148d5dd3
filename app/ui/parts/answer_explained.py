"""What follows an answer: the explanation, and that the question left the wrong-answer book where it did."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.services.library_service import LibraryService
from app.ui.kit.layouts import column
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.book_line import BookLine
from app.ui.parts.round_item import RoundItem


class AnswerExplained(QWidget):
    article_requested = Signal(str)
    fact_requested = Signal(str, int)
    put_back_wanted = Signal()

    def __init__(self, item: RoundItem, library: LibraryService, parent: QWidget | None = None) -> None:
        """``item`` has a verdict."""
        super().__init__(parent)
        assert item.verdict is not None
        self._line: BookLine | None = BookLine() if item.left_book else None
        note = "" if item.left_book else item.note
        self._panel = AnswerPanel(item.question, item.verdict, library, item.shown, note)
        self.setLayout(column(*([self._line] if self._line else []), self._panel, spacing=10))
        self._panel.article_requested.connect(self.article_requested)
        self._panel.fact_requested.connect(self.fact_requested)
        if self._line:
            self._line.put_back_wanted.connect(self.put_back_wanted)

    def verdict_words(self) -> str:
        """The verdict as shown."""
        return self._panel.verdict_words()

    def show_put_back(self) -> None:
        """The question is in the wrong-answer book again."""
        if self._line:
            self._line.show_put_back()
