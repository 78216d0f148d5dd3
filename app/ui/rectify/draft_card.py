"""A draft issue: what it says, and what the head of the unit makes of it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.issue import Issue, IssueSource
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify.ledger_state_look import DIMENSION_LOOKS, LOOKS

NO_DETAIL = "还没有写具体表现（何时、何处、多少）。请先点“修改”写上，再确认。"


class DraftCard(Card):
    confirm_wanted = Signal()
    edit_wanted = Signal()
    refuse_wanted = Signal()
    ledger_wanted = Signal()
    erase_wanted = Signal()

    def __init__(self, issue: Issue, number: int, helpers: str, confirmed: str = "", erasable: bool = False) -> None:
        """``confirmed`` says by whom and when, once it is; ``helpers`` are the names of 配合单位; ``erasable``: one can
        wipe it."""
        super().__init__(kind="2")
        self.issue, self._erasable = issue, erasable
        text = issue.text
        self.setAccessibleName(f"第 {number} 号：{text.title}")
        icon, tone = DIMENSION_LOOKS[text.dimension]
        tags: list[QWidget] = [Tag(text.dimension.value, tone, icon), Tag(PROBLEM_AREAS.get(text.area, text.area))]
        if issue.state is not IssueState.DRAFT:
            look = LOOKS[issue.state]
            tags.insert(0, Tag(f"已确认 → {look.word}", "green", "checkmark_circle", filled=True))
        items: list[Item] = [Paragraph(f"{number}　{text.title}", 17, bold=True, line=1.45), _flow(*tags)]
        items.append(self._detail(text.detail))
        leader = f"责任领导：{text.leader}" if text.leader else "责任领导：未写"
        facts = [leader, *([f"配合单位：{helpers}"] if helpers else []), f"来源：{source_words(issue)}"]
        items.append(Paragraph("　".join(facts), 15, "text2", line=1.5))
        if confirmed:
            said = row(IconLabel("checkmark_circle", 18, "green", True), spacing=6)
            said.addWidget(Paragraph(confirmed, 15, "green", line=1.45), 1)
            items.append(said)
        items.append(self._buttons(number))
        self.setLayout(column(*items, margins=(16, 12, 16, 12), spacing=8))

    def take_focus(self) -> None:
        self._first.setFocus()

    def _detail(self, detail: str) -> QWidget:
        if detail.strip():
            return Paragraph(detail, 16, line=1.55)
        line = row(IconLabel("warning", 18, "amber", True), spacing=6)
        line.addWidget(Paragraph(NO_DETAIL, 16, "amber", line=1.45), 1)
        return boxed(line)

    def _buttons(self, number: int) -> QWidget:
        if self.issue.state is not IssueState.DRAFT:
            name = f"到台账定措施：第 {number} 号问题"
            self._first = button("到台账定措施", "link", "arrow_right", name=name, trailing=True)
            self._first.clicked.connect(self.ledger_wanted)
            return _flow(self._first)
        self._first = button("确认", "soft", "checkmark", name=f"确认第 {number} 号问题")
        edit = button("修改", "default", "edit", name=f"修改第 {number} 号问题")
        refuse = button("不成立…", "ghost", "dismiss_circle", name=f"第 {number} 号问题不成立，注明理由")
        self._first.clicked.connect(self.confirm_wanted)
        edit.clicked.connect(self.edit_wanted)
        refuse.clicked.connect(self.refuse_wanted)
        wipe = button("误录清除…", "ghost", "delete", name=f"误录清除第 {number} 号问题")
        wipe.clicked.connect(self.erase_wanted)
        return _flow(self._first, edit, refuse, *([wipe] if self._erasable else []))


def source_words(issue: Issue) -> str:
    origin = issue.origin
    if origin.source is IssueSource.SELF_CHECK:
        return f"对照自查，{origin.document}"
    on = f"，{origin.on:%Y-%m-%d}" if origin.on else ""
    return f"{origin.source}{'，' + origin.document if origin.document else ''}{on}"


def _flow(*widgets: QWidget) -> QWidget:
    made = boxed(FlowLayout(*widgets, spacing=8))
    policy = made.sizePolicy()
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made
