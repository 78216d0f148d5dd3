"""The head of an issue: what it is, where it stands, what can be done now."""

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.time_limit import look_back_due_words
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify.issue_actions import ACTIONS, BACK, VOID
from app.ui.rectify.issue_steps import IssueSteps
from app.ui.rectify.ledger_state_look import DIMENSION_LOOKS, LOOKS

QUIET = (BACK, VOID)


class IssueHead(QWidget):
    back_wanted = Signal()
    edit_wanted = Signal()
    action_wanted = Signal(str)

    export_wanted = Signal()
    erase_wanted = Signal()

    def __init__(
        self, issue: Issue, number: int, today: date, with_forms: bool = False, with_erasing: bool = False
    ) -> None:
        """``with_forms``: its forms can be written out; ``with_erasing``: it can be wiped."""
        super().__init__()
        self._with_erasing = with_erasing
        self.export = button("导出", icon="arrow_download", name="导出这个问题的表", tip="导出这个问题的表（Ctrl+E）")
        if not with_forms:
            self.export.hide()
        self.export.clicked.connect(self.export_wanted)
        back = button("返回台账", "link", "arrow_left")
        back.clicked.connect(self.back_wanted)
        icon, tone = DIMENSION_LOOKS[issue.text.dimension]
        look = LOOKS[issue.state]
        tags = [Tag(issue.text.dimension.value, tone, icon), Tag(issue.state.value, look.tone, look.icon, look.filled)]
        if late := issue.overdue_by(today):
            tags.append(Tag(f"逾期 {late} 天", "red", "warning", True))
        if (day := issue.next_look_back()) and (due := look_back_due_words(day, today)):
            tags.append(Tag(due, "amber", "clock", True))
        top = row(back, Label(f"第 {number} 号", 15, "text2"), *tags, None, spacing=10)
        title = Paragraph(issue.text.title, 24, bold=True, serif=True, line=1.35)
        parts = [boxed(top), title, boxed(row((IssueSteps(issue), 1))), self._actions(issue)]
        if issue.state is IssueState.VOID:
            parts.insert(2, Banner(f"已作废：{issue.void_reason}。内容和记录都保留，可以恢复。", "grey"))
        self.setLayout(column(*parts, spacing=8))

    def open_more(self) -> None:
        """What is seldom wanted and cannot be taken back."""
        menu = QMenu(self)
        menu.addAction("误录清除…").triggered.connect(self.erase_wanted)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.more.mapToGlobal(self.more.rect().bottomLeft()))

    def _actions(self, issue: Issue) -> QWidget:
        made = []
        for action in ACTIONS[issue.state]:
            kind = "primary" if action.main else "ghost" if action in QUIET else "default"
            one = button(action.words, kind, "arrow_undo" if action is BACK else None)
            one.clicked.connect(lambda _=False, name=action.name: self.action_wanted.emit(name))
            made.append(one)
        if issue.state not in (IssueState.DONE, IssueState.CLOSED, IssueState.VOID):
            edit = button("修改问题", icon="edit", tip="修改问题（E）")
            edit.clicked.connect(self.edit_wanted)
            made.insert(1 if made and ACTIONS[issue.state][0].main else 0, edit)
        quiet = sum(action in QUIET for action in ACTIONS[issue.state])
        made.insert(len(made) - quiet, self.export)
        if self._with_erasing:
            self.more = button("更多", "ghost", "more_horizontal")
            self.more.clicked.connect(self.open_more)
            made.append(self.more)
        holder = QWidget()
        holder.setLayout(FlowLayout(*made, spacing=8))
        return holder
