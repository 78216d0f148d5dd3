"""The text box of a 简答; after answering, its key points to mark oneself by."""

from collections.abc import Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QCheckBox, QPlainTextEdit, QWidget

from app.domain import labels
from app.domain.marking import Verdict
from app.domain.question import KeyPoint, Question
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.question_card_blanks import PAUSE_MS
from app.ui.parts.question_card_choices import Permit

_MOST = 2000


class QuestionCardText(QWidget):
    """The answer is one text. ``reveal`` shows the key points, those whose words were found already ticked."""

    changed = Signal()
    marked = Signal()

    def __init__(self, question: Question, permit: Permit, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._question, self._permit, self._saved = question, permit, ""
        self._ticks: list[QCheckBox] = []
        self._box = QPlainTextEdit()
        self._box.setAccessibleName("作答")
        self._box.setPlaceholderText("分条写出要点即可")
        self._box.setTabChangesFocus(True)
        self._box.setMinimumHeight(px(150))
        self._points = column(spacing=8)
        self._marking = Card(self._points, "2")
        self._marking.hide()
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        note = Paragraph(labels.CONFIDENTIALITY, 14, "text3", line=1.5)
        self.setLayout(column(self._box, note, self._marking, spacing=8))
        self._box.textChanged.connect(self._note)
        self._pause.timeout.connect(self.flush)

    def answer(self) -> tuple[str, ...]:
        text = self._text()
        return (text,) if text else ()

    def set_answer(self, answer: Sequence[str]) -> None:
        """Show an answer that was given before."""
        self._saved = answer[0] if answer else ""
        if self._saved != self._text():
            self._box.setPlainText(self._saved)

    def set_locked(self, locked: bool) -> None:
        self._box.setReadOnly(locked)

    def complete(self) -> bool:
        return bool(self._text())

    def choose(self, place: int) -> bool:
        return False

    def take_focus(self) -> None:
        self._box.setFocus()

    def flush(self) -> bool:
        """Offer what was typed since the last time; False where it was not taken (the text stays)."""
        self._pause.stop()
        if self._text() == self._saved:
            return True
        if not self._permit(self.answer()):
            return False
        self._saved = self._text()
        return True

    def reveal(self) -> None:
        """Show the key points once."""
        if self._ticks:
            return
        self._points.setContentsMargins(px(18), px(14), px(18), px(14))
        self._points.addWidget(Label("对照要点自评", 16, bold=True))
        self._points.addWidget(Paragraph("写到了的打勾；已按关键词替你预选，请以自己的判断为准。", 15, "text2"))
        for number, point in enumerate(self._question.points, 1):
            self._points.addWidget(self._row(number, point))
        self._marking.show()

    def ticks(self) -> tuple[bool, ...]:
        """Which key points count as written."""
        return tuple(tick.isChecked() for tick in self._ticks)

    def set_ticks(self, ticks: Sequence[bool]) -> None:
        """Show a marking made before."""
        for tick, on in zip(self._ticks, ticks, strict=False):
            tick.setChecked(on)

    def lock_marking(self) -> None:
        for tick in self._ticks:
            tick.setEnabled(False)

    def own_verdict(self) -> Verdict:
        """What the person's own marking comes to."""
        ticks = self.ticks()
        return Verdict.RIGHT if ticks and all(ticks) else Verdict.PARTIAL if any(ticks) else Verdict.WRONG

    def hideEvent(self, event: QHideEvent) -> None:
        """What was typed is offered before a card goes, by whoever takes it away; nothing is once it is gone."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._pause.stop()

    def _row(self, number: int, point: KeyPoint) -> QWidget:
        tick = QCheckBox("写到了")
        tick.setAccessibleName(f"要点{number}：{point.text}，写到了")
        text = "".join(self._text().split())
        tick.setChecked(any(key in text for key in point.keys))
        tick.toggled.connect(self.marked)
        self._ticks.append(tick)
        words = Paragraph(f"{number}. {point.text}（{point.score} 分）", 16)
        return boxed(row((words, 1), tick, spacing=14))

    def _text(self) -> str:
        return self._box.toPlainText().strip()[:_MOST]

    def _note(self) -> None:
        if not self._box.isReadOnly():
            self._pause.start()
            self.changed.emit()
