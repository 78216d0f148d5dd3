"""What became of an answer 存在: its draft, the way to it, and the way back."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.issue_state import IssueState
from app.ui.kit.button import button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.tag import Tag
from app.ui.rectify.ledger_state_look import LOOKS

MADE = "已生成问题草稿，待负责人确认"
KEPT = "草稿已有人改过，仍待负责人确认"


class SelfCheckDraftLine(QWidget):
    look_wanted = Signal()
    undo_wanted = Signal()

    def __init__(self, number: int) -> None:
        super().__init__()
        self._number = number
        self._tag = Tag(MADE, "amber", "document_text")
        self._look, self._undo = button("看草稿", "link"), button("撤销", "link", "arrow_undo")
        self.setLayout(FlowLayout(self._tag, self._look, self._undo, spacing=6))
        policy = self.sizePolicy()
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._look.clicked.connect(self.look_wanted)
        self._undo.clicked.connect(self.undo_wanted)

    def show_state(self, state: IssueState, present: bool, undo: str) -> None:
        """``present``: the answer is still 存在. ``undo`` is the word for taking it back, "" where that cannot be."""
        if state is IssueState.DRAFT:
            self._tag.set(MADE if present else KEPT, "amber", "document_text")
        elif state is IssueState.VOID:
            self._tag.set("草稿已判为不成立", "grey", "dismiss_circle")
        else:
            self._tag.set(f"已进入台账：{LOOKS[state].word}", "green", "checkmark_circle")
        self._look.set_label("看草稿" if state is IssueState.DRAFT else "看问题")
        self._look.setAccessibleName(f"{self._look.label()}：第 {self._number} 条生成的问题")
        self._undo.setVisible(present and state is IssueState.DRAFT and bool(undo))
        if undo:
            self._undo.set_label(undo)
            self._undo.setAccessibleName(f"{self._undo.label()}：第 {self._number} 条")

    def follow(self, before: QWidget) -> None:
        """Tab comes here from ``before``."""
        QWidget.setTabOrder(before, self._look)
        QWidget.setTabOrder(self._look, self._undo)

    def words(self) -> str:
        return self._tag.text()

    def undo_words(self) -> str:
        return self._undo.label()
