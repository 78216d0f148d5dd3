"""The text box of a 简答; after answering, its key points to mark oneself by."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.domain import labels
from app.domain.marking import Verdict, marked_verdict
from app.domain.question import Question
from app.ui.kit.announce import announce
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.answer_box import AnswerBox
from app.ui.parts.key_points_card import KeyPointsCard
from app.ui.parts.question_card_blanks import PAUSE_MS
from app.ui.parts.question_card_choices import Permit

_MOST = 2000


class QuestionCardText(QWidget):
    """The answer is one text. ``reveal`` shows the key points."""

    changed = Signal()
    marked = Signal()

    def __init__(self, question: Question, permit: Permit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._permit, self._saved, self._taken = question, permit, "", True
        self._points: KeyPointsCard | None = None
        self._box, self._room = AnswerBox(_MOST), Label(f"0 / {_MOST} 字", 14, "text3")
        self._box.setAccessibleName("作答")
        self._box.setPlaceholderText("分条写出要点即可")
        self._box.setTabChangesFocus(True)
        self._box.setMinimumHeight(px(150))
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        note = Paragraph(labels.CONFIDENTIALITY, 14, "text3", line=1.5)
        foot = row((note, 1), self._room, spacing=14)
        foot.setAlignment(self._room, Qt.AlignmentFlag.AlignTop)
        self._lines = column(self._box, foot, spacing=8)
        self.setLayout(self._lines)
        self._box.counted.connect(self._tell_room)
        self._box.textChanged.connect(self._note)
        self._pause.timeout.connect(self.flush)

    def answer(self) -> tuple[str, ...]:
        text = self._text()
        return (text,) if text else ()

    def set_answer(self, answer: Sequence[str]) -> None:
        """Show an answer that was given before."""
        self._saved, self._taken = answer[0] if answer else "", True
        self._show(self._saved)

    def set_draft(self, answer: Sequence[str]) -> None:
        """Show what was typed before and not taken."""
        self._taken = False
        self._show(answer[0] if answer else "")

    def set_locked(self, locked: bool) -> None:
        self._box.setReadOnly(locked)
        self._room.setVisible(not locked)

    def complete(self) -> bool:
        return bool(self._text())

    def choose(self, place: int) -> bool:
        return False

    def take_focus(self) -> None:
        self._box.setFocus()

    def flush(self) -> bool:
        """Offer what was typed since the last time; False where it was not taken (the text stays)."""
        self._pause.stop()
        if (text := self._text()) != self._saved or not self._taken:
            self._taken = self._permit(self.answer())
            self._saved = text if self._taken else self._saved
        return self._taken

    def reveal(self, marking: bool = True, full: int = 0) -> None:
        """Show the key points once; see `KeyPointsCard`."""
        if self._points is None:
            self._points = KeyPointsCard(self._question, self._text(), full, marking)
            self._points.toggled.connect(self.marked)
            self._lines.addWidget(self._points)

    def ticks(self) -> tuple[bool, ...]:
        """Which key points count as written."""
        return self._points.ticks() if self._points is not None else ()

    def set_ticks(self, ticks: Sequence[bool]) -> None:
        """Show a marking made before."""
        if self._points is not None:
            self._points.set_ticks(ticks)

    def lock_marking(self) -> None:
        if self._points is not None:
            self._points.close_marking()

    def own_verdict(self) -> Verdict:
        """What the person's own marking comes to."""
        return marked_verdict(self.ticks())

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is offered before a card goes, by whoever takes it away; nothing is once it is gone."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._pause.stop()

    def _text(self) -> str:
        return self._box.toPlainText().strip()

    def _show(self, text: str) -> None:
        if text != self._text():
            self._box.setPlainText(text)

    def _tell_room(self, length: int, over: int) -> None:
        words = f"{length} / {_MOST} 字"
        if length >= _MOST:
            words = f"最多 {_MOST} 字，" + (f"有 {over} 字没有写进去" if over else "已写满")
        self._room.set_tone("red" if over else "text3")
        self._room.setText(words)
        if over:
            announce(self._box, words)

    def _note(self) -> None:
        if not self._box.isReadOnly():
            self._pause.start()
            self.changed.emit()
