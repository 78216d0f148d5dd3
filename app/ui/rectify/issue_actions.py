"""What can be done to an issue as it stands, in words."""

from typing import NamedTuple

from app.domain.ledger.issue_state import IssueState


class IssueAction(NamedTuple):
    """``name`` is the service's method. One that needs a ``reason`` shows the sentence first."""

    name: str
    words: str
    done: str
    reason: str = ""
    hint: str = ""
    main: bool = False


CONFIRM = IssueAction("confirm", "责任单位负责人已确认", "已确认，可以定措施了。", main=True)
START = IssueAction("start", "开始整改", "已开始整改。", main=True)
MOSTLY = IssueAction("mostly_done", "记为基本完成", "已记为基本完成。")
DONE = IssueAction("report_done", "申请核验", "已申请核验，可以逐步登记审签了。", main=True)
HOLD = IssueAction("hold", "转为长期坚持", "已转为长期坚持（阶段性完成、持续巩固）。")
BACK = IssueAction("take_back", "退回上一步", "已退回上一步。", "已写的内容和记录都保留。", "原因，如：误操作")
VOID = IssueAction(
    *("void", "作废", "已作废，记录保留。"),
    *("作废后不再计数，内容和记录都保留，以后可以恢复。", "原因，如：与第 3 号重复"),
)
RESTORE = IssueAction("restore", "恢复", "已恢复。", main=True)
REOPEN = IssueAction(
    *("reopen", "重新打开", "已重新打开，回到“正在整改”。"),
    *("回到“正在整改”，原来的审签记录都保留。", "原因和事实，如：10月抽查又发现2份代签"),
)
ACTIONS = {
    IssueState.DRAFT: (CONFIRM, VOID),
    IssueState.PLANNING: (START, BACK, VOID),
    IssueState.WORKING: (DONE, MOSTLY, HOLD, BACK, VOID),
    IssueState.MOSTLY: (DONE, HOLD, BACK, VOID),
    IssueState.DONE: (BACK, VOID),
    IssueState.CLOSED: (REOPEN,),
    IssueState.LASTING: (DONE, BACK, VOID),
    IssueState.VOID: (RESTORE,),
}
BY_NAME = {one.name: one for actions in ACTIONS.values() for one in actions}
UNDOES = {
    **{one.name: BACK.name for one in (CONFIRM, START, MOSTLY, DONE, HOLD)},
    VOID.name: RESTORE.name,
}
"""Which move takes which back at once, within the rules."""
UNDO_REASON = "误操作，当即撤销"
