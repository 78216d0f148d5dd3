"""A statement of risk with its answer, its note and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import Answer, CheckItem, Finding
from app.ui.kit.announce import announce
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.kit.tone import TONES
from app.ui.rectify.self_check_choices import SelfCheckChoices
from app.ui.rectify.self_check_draft_line import SelfCheckDraftLine
from app.ui.rectify.self_check_look import LOOKS
from app.ui.rectify.self_check_note import SelfCheckNote

HINTS = {
    Finding.PRESENT: "写清何时、何处、多少（形成问题清单前必填）",
    Finding.NOT_FOUND: "看了什么、查了哪几份（可不写）",
    Finding.UNCLEAR: "核实什么、谁去核、何时核完（形成问题清单前必填）",
}


class SelfCheckItem(Card):
    answered = Signal(object)
    """A Finding."""
    noted = Signal()
    note_left = Signal()
    stepped = Signal(int)
    draft_wanted = Signal(str)
    undo_wanted = Signal()

    def __init__(self, number: int, item: CheckItem, with_area: bool, locked: bool) -> None:
        """``locked``: only to be read."""
        super().__init__(kind="2")
        self.item, self._number, self._locked, self._issue = item, number, locked, ""
        self._wrong: Paragraph | None = None
        self.setAccessibleName(f"第 {number} 条：{item.statement}")
        self.choices = SelfCheckChoices(item.statement, self)
        self.note: SelfCheckNote | None = None
        """There once there is an answer: a sheet has dozens of statements, and opens at once without their notes."""
        self._below: SelfCheckDraftLine | None = None
        self._place = column(self._head(number, with_area), margins=(14, 12, 14, 12), spacing=9)
        self.setLayout(self._place)
        if locked:
            self.choices.hide()
        else:
            self._place.addWidget(self.choices)
        self.choices.chosen.connect(self.answered)
        self.choices.stepped.connect(self.stepped)

    def show_answer(self, answer: Answer | None, state: IssueState | None, back_to: Finding | None) -> None:
        """``state`` is that of the issue that the answer has made, ``back_to`` what undoing answers
        instead, None where it leaves no answer at all."""
        finding = answer.finding if answer else None
        self._issue = answer.issue if answer else ""
        if self._locked:
            self._show_locked(answer)
        else:
            self.choices.show_finding(finding)
            if answer is not None:
                self._show_note(answer)
            elif self.note is not None:
                self.note.hide()  # what was written comes back with the next answer
        present = finding is Finding.PRESENT
        shown = state is not None and (present or state is not IssueState.VOID)
        if shown and self._below is None:
            self._below = self._draft_line()
        if self._below is not None:
            self._below.setVisible(shown)
            if shown and state is not None:
                undo = f"撤销，改为“{back_to}”" if back_to else "撤销作答"
                self._below.show_state(state, present, "" if self._locked else undo)

    def show_refused(self, words: str) -> None:
        """Why the note that stands there may not be stored, or ""."""
        if words and self._wrong is None:
            self._wrong = Paragraph("", 15, "red", line=1.45)
            self._place.insertWidget(3, self._wrong)
        if self._wrong is not None:
            self._wrong.set_text(words)
            self._wrong.setVisible(bool(words))
        if words:
            announce(self, words)

    def refused(self) -> str:
        return self._wrong.text() if self._wrong is not None else ""

    def put(self, text: str) -> None:
        """As if somebody had typed it, where there is an answer."""
        if self.note is not None:
            self.note.setPlainText(text)

    def written(self) -> str:
        return self.note.toPlainText().strip() if self.note is not None else ""

    def take_focus(self) -> None:
        self.choices.take_focus()

    def _show_note(self, answer: Answer) -> None:
        if self.note is None:
            self.note = SelfCheckNote(f"第 {self._number} 条的说明")
            self._place.insertWidget(2, self.note)
            self.note.textChanged.connect(self.noted)
            self.note.left.connect(self.note_left)
            QWidget.setTabOrder(self.choices.button(Finding.UNCLEAR), self.note)
        self.note.show()  # now: it may be wanted before the layout comes by
        self.note.setPlaceholderText(HINTS[answer.finding])
        if not self.note.hasFocus() and not self.refused():
            self.note.set_text(answer.note)

    def _draft_line(self) -> SelfCheckDraftLine:
        made = SelfCheckDraftLine(self._number)
        self._place.addWidget(made)
        made.look_wanted.connect(lambda: self.draft_wanted.emit(self._issue))
        made.undo_wanted.connect(self.undo_wanted)
        if self.note is not None:
            made.follow(self.note)
        return made

    def _show_locked(self, answer: Answer | None) -> None:
        """Once: nothing of it changes any more."""
        if self._place.count() > 1:
            return
        look = LOOKS[answer.finding] if answer else None
        tone = TONES[look.tone][0] if look else "text2"
        word = Label(answer.finding.value if answer else "没有作答", 16, tone, bold=True)
        self._place.addLayout(row(IconLabel(look.icon if look else "circle", 18, tone, True), word, None, spacing=6))
        if answer and answer.note:
            self._place.addWidget(Paragraph(answer.note, 16, line=1.5))

    def _head(self, number: int, with_area: bool) -> QHBoxLayout:
        place = Label(f"{number}", 17, "text2", bold=True)
        place.setMinimumWidth(px(24))
        words = column(Paragraph(self.item.statement, 17, line=1.5), spacing=2)
        if with_area and (area := PROBLEM_AREAS.get(self.item.area)):
            words.insertWidget(0, Paragraph(area, 14, "text2", line=1.4))
        head = row((boxed(column(place, spacing=0)), Qt.AlignmentFlag.AlignTop), spacing=6)
        head.addLayout(words, 1)
        return head
