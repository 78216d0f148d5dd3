"""A statement of risk with its answer, its note and what became of it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import Answer, CheckItem, Finding
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.kit.tone import TONES
from app.ui.rectify.ledger_state_look import LOOKS as STATES
from app.ui.rectify.self_check_choices import SelfCheckChoices
from app.ui.rectify.self_check_look import LOOKS
from app.ui.rectify.self_check_note import SelfCheckNote

MADE = "已生成问题草稿，待负责人确认"
KEPT = "草稿已有人改过，仍待负责人确认"
HINTS = {
    Finding.PRESENT: "写清何时、何处、多少（形成问题清单前必填）",
    Finding.NOT_FOUND: "看了什么、查了哪几份（可不写）",
    Finding.UNCLEAR: "还要核实什么、向谁要材料（可不写）",
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
        self.item, self._locked, self._issue = item, locked, ""
        self.setAccessibleName(f"第 {number} 条：{item.statement}")
        self.choices = SelfCheckChoices(item.statement)
        self.note = SelfCheckNote(f"第 {number} 条的说明")
        self._said = IconLabel("circle", 18, "text2", True)
        self._said_word = Label("没有作答", 16, "text2", bold=True)
        self._said_note = Paragraph("", 16, line=1.5)
        self._tag = Tag(MADE, "amber", "document_text")
        self._look = button("看草稿", "link", name=f"看第 {number} 条生成的问题")
        self._undo = button("撤销", "link", "arrow_undo", name=f"撤销第 {number} 条的“存在”")
        self._below = boxed(FlowLayout(self._tag, self._look, self._undo, spacing=6))
        self._lay_out(number, with_area)
        self.choices.chosen.connect(self.answered)
        self.choices.stepped.connect(self.stepped)
        self.note.textChanged.connect(self.noted)
        self.note.left.connect(self.note_left)
        self._look.clicked.connect(lambda: self.draft_wanted.emit(self._issue))
        self._undo.clicked.connect(self.undo_wanted)

    def show_answer(self, answer: Answer | None, state: IssueState | None, back_to: Finding | None) -> None:
        """``state`` is that of the issue that the answer has made, ``back_to`` what undoing answers instead."""
        finding = answer.finding if answer else None
        self._issue = answer.issue if answer else ""
        if self._locked:
            self._show_locked(answer)
        else:
            self.choices.show_finding(finding)
            self.note.setVisible(finding is not None)
            if answer is not None:
                self.note.setPlaceholderText(HINTS[answer.finding])
                if not self.note.hasFocus():
                    self.note.set_text(answer.note)
        self._show_issue(finding, state, back_to)

    def written(self) -> str:
        return self.note.toPlainText().strip()

    def take_focus(self) -> None:
        if self._locked:
            self._look.setFocus()
        else:
            self.choices.take_focus()

    def _show_locked(self, answer: Answer | None) -> None:
        self._said_note.set_text(answer.note if answer else "")
        self._said_note.setVisible(bool(answer and answer.note))
        if answer is not None:
            look = LOOKS[answer.finding]
            ink = TONES[look.tone][0]
            self._said.set_icon(look.icon, ink, filled=True)
            self._said_word.setText(answer.finding.value)
            self._said_word.set_tone(ink)

    def _show_issue(self, finding: Finding | None, state: IssueState | None, back_to: Finding | None) -> None:
        present = finding is Finding.PRESENT
        shown = state is not None and (present or state is not IssueState.VOID)
        self._below.setVisible(shown)
        self._undo.setVisible(present and state is IssueState.DRAFT and back_to is not None and not self._locked)
        if not shown or state is None:
            return
        if state is IssueState.DRAFT:
            self._tag.set(MADE if present else KEPT, "amber", "document_text")
        elif state is IssueState.VOID:
            self._tag.set("草稿已判为不成立", "grey", "dismiss_circle")
        else:
            look = STATES[state]
            self._tag.set(f"已进入台账：{look.word}", "green", "checkmark_circle")
        self._look.set_label("看草稿" if state is IssueState.DRAFT else "看问题")
        if back_to is not None:
            self._undo.set_label(f"撤销，改为“{back_to}”")

    def _lay_out(self, number: int, with_area: bool) -> None:
        policy = self._below.sizePolicy()
        policy.setHeightForWidth(True)
        self._below.setSizePolicy(policy)
        place = Label(f"{number}", 17, "text2", bold=True)
        place.setMinimumWidth(px(24))
        top = Qt.AlignmentFlag.AlignTop
        words = column(Paragraph(self.item.statement, 17, line=1.5), spacing=2)
        if with_area and (area := PROBLEM_AREAS.get(self.item.area)):
            words.insertWidget(0, Paragraph(area, 14, "text2", line=1.4))
        head = row((boxed(column(place, spacing=0)), top), spacing=6)
        head.addLayout(words, 1)
        items: list[Item] = [head]
        if self._locked:
            items += [row(self._said, self._said_word, None, spacing=6), self._said_note]
            spare: list[QWidget] = [self.choices, self.note]
        else:
            items += [self.choices, self.note]
            spare = [self._said, self._said_word, self._said_note]
        self.setLayout(column(*items, self._below, margins=(14, 12, 14, 12), spacing=9))
        for one in spare:
            one.setParent(self)
            one.hide()
        self.note.hide()
        self._below.hide()
