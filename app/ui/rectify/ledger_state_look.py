"""How a state is shown: its icon, its tone and a word short enough for a table."""

from typing import NamedTuple

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue_state import IssueState


class StateLook(NamedTuple):
    icon: str
    tone: str
    word: str
    filled: bool = True


LOOKS = {
    IssueState.DRAFT: StateLook("question_circle", "grey", "待确认"),
    IssueState.PLANNING: StateLook("circle", "grey", "待定措施", False),
    IssueState.WORKING: StateLook("hourglass", "amber", "正在整改"),
    IssueState.MOSTLY: StateLook("clipboard_task", "amber", "基本完成"),
    IssueState.DONE: StateLook("clipboard_checkmark", "ink", "已完成（待核验）"),
    IssueState.CLOSED: StateLook("checkmark_circle", "green", "已销号"),
    IssueState.LASTING: StateLook("arrow_repeat_all", "green", "长期坚持"),
    IssueState.VOID: StateLook("dismiss_circle", "grey", "作废"),
}
DIMENSION_LOOKS = {
    Dimension.OVERSIGHT: ("eye_off", "ink"),
    Dimension.AWARENESS: ("person", "amber"),
    Dimension.SYSTEM: ("document_text", "green"),
}
"""Icon and tone of each direction."""
