"""Where an issue stands on its way, from finding it to looking back."""

from PySide6.QtWidgets import QWidget

from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, row

STEPS = ("发现问题", "剖析原因", "制定措施", "整改落实", "审核销号", "回头看")
_AT = {
    IssueState.DRAFT: 0,
    IssueState.PLANNING: 2,
    IssueState.WORKING: 3,
    IssueState.MOSTLY: 3,
    IssueState.LASTING: 3,
    IssueState.DONE: 4,
    IssueState.CLOSED: 5,
    IssueState.VOID: -1,
}
_LOOKS = {"done": ("checkmark_circle", "green"), "now": ("target", "red"), "later": ("circle", "text3")}


def step_states(issue: Issue) -> tuple[str, ...]:
    """For each of STEPS "done", "now" or "later". What is void stands nowhere."""
    at = _AT[issue.state]
    states = ["done" if place < at else "now" if place == at else "later" for place in range(len(STEPS))]
    if at >= 2 and not issue.text.causes:
        states[1] = "now"  # measures may be written, yet nobody has said why
    return tuple(states)


class IssueSteps(QWidget):
    def __init__(self, issue: Issue) -> None:
        super().__init__()
        parts = []
        said = {"done": "已过", "now": "当前", "later": "未到"}
        states = step_states(issue)
        for place, (word, state) in enumerate(zip(STEPS, states, strict=True)):
            icon, tone = _LOOKS[state]
            label = Label(word, 15, "text2" if state == "later" else tone, bold=state == "now")
            arrow = [IconLabel("chevron_right", 16, "text3")] if place else []
            parts.append(boxed(row(*arrow, IconLabel(icon, 18, tone, state == "done"), label, spacing=6)))
        self.setLayout(FlowLayout(*parts, spacing=6))
        self.setAccessibleName("，".join(f"{word} {said[state]}" for word, state in zip(STEPS, states, strict=True)))
