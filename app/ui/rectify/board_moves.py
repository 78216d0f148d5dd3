"""What moving a card from one column to another means. Dragging never closes: that is a trail of signatures."""

from enum import StrEnum
from typing import NamedTuple

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.workflow import BACK
from app.ui.rectify.ledger_state_look import LOOKS

COLUMNS = (
    IssueState.DRAFT,
    IssueState.PLANNING,
    IssueState.WORKING,
    IssueState.MOSTLY,
    IssueState.DONE,
    IssueState.CLOSED,
    IssueState.LASTING,
)
TRAIL = "销号要逐步登记审签，不能靠移动完成。已打开这个问题，请在“审签”里登记下一步。"
FORWARD = {
    IssueState.PLANNING: "confirm",
    IssueState.WORKING: "start",
    IssueState.MOSTLY: "mostly_done",
    IssueState.DONE: "report_done",
    IssueState.LASTING: "hold",
}
"""The service's move into a state."""


class MoveWay(StrEnum):
    NOTHING = "nothing"
    DO = "do"
    """Ask the service for ``name``; its gate may refuse."""
    REASON = "reason"
    """Ask for a reason first, then for ``name``."""
    TRAIL = "trail"
    REFUSED = "refused"


class BoardMove(NamedTuple):
    """``name`` is the service's method, ``words`` the sentence to show."""

    way: MoveWay
    name: str = ""
    words: str = ""


def move_to(state: IssueState, target: IssueState) -> BoardMove:
    if target is state:
        return BoardMove(MoveWay.NOTHING)
    if target is IssueState.CLOSED:
        return BoardMove(MoveWay.TRAIL, words=TRAIL)
    if state is IssueState.CLOSED:
        if target is IssueState.WORKING:
            return BoardMove(MoveWay.REASON, "reopen", "重新打开后回到“正在整改”，原来的审签记录都保留。")
        return BoardMove(MoveWay.REFUSED, words="已销号的问题只能重新打开，回到“正在整改”。")
    if BACK.get(state) is target:
        return BoardMove(MoveWay.REASON, "take_back", f"退回到“{target}”，已写的内容都保留。")
    forward = COLUMNS.index(target) > COLUMNS.index(state)
    if forward or (state is IssueState.LASTING and target is IssueState.DONE):
        return BoardMove(MoveWay.DO, FORWARD[target])
    back = BACK.get(state)
    where = f"，先退回到“{LOOKS[back].word}”" if back else ""
    return BoardMove(MoveWay.REFUSED, words=f"“{LOOKS[state].word}”不能一步退到“{LOOKS[target].word}”{where}。")


def beside(state: IssueState, step: int) -> IssueState | None:
    """The column to the right (1) or left (-1); None at the edge."""
    at = COLUMNS.index(state) + step
    return COLUMNS[at] if 0 <= at < len(COLUMNS) else None
