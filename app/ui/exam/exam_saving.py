"""What is on screen gets to disk: text that is being typed, and what could not be written before."""

from PySide6.QtCore import QObject

from app.ui.exam.exam_notices import ExamNotices
from app.ui.exam.exam_question import ExamQuestion
from app.ui.exam.exam_sitting import ExamSitting


class ExamSaving(QObject):
    def __init__(self, sitting: ExamSitting, question: ExamQuestion, notices: ExamNotices, parent: QObject) -> None:
        super().__init__(parent)
        self._sitting, self._question = sitting, question
        sitting.due.connect(self.flush)
        sitting.caught_up.connect(self._show_late)
        notices.retry_wanted.connect(self._retry)

    def flush(self) -> None:
        """Have what is being typed saved; where it is not, the sitting keeps it and says why."""
        card = self._question.card
        if card is not None and not self._sitting.finished:
            card.flush()

    def save(self) -> None:
        """All that can be saved, before nothing more can be."""
        self.flush()
        if self._sitting.lacking.failed:
            self._sitting.catch_up()

    def _retry(self) -> None:
        self.flush()
        self._sitting.beat()

    def _show_late(self, place: int) -> None:
        """What is typed has been on screen all the time, and may be longer by now."""
        item, card = self._sitting.item, self._question.card
        if place == item.place and card is not None and not item.question.typed:
            card.set_answer(item.answer)
