"""Where an issue stands."""

from enum import StrEnum


class IssueState(StrEnum):
    DRAFT = "待确认"
    PLANNING = "待定措施"
    WORKING = "正在整改"
    MOSTLY = "基本完成"
    DONE = "已完成（待核验）"
    CLOSED = "已销号"
    LASTING = "长期坚持（阶段性完成、持续巩固）"
    VOID = "作废"

    @property
    def counts(self) -> bool:
        """It is in the ledger: neither void nor a draft that the head of its unit has yet to confirm."""
        return self not in (IssueState.DRAFT, IssueState.VOID)

    @property
    def at_work(self) -> bool:
        """Its measures are being carried out: at least three must go on counting."""
        return self in (IssueState.WORKING, IssueState.MOSTLY, IssueState.DONE, IssueState.LASTING)

    @property
    def reports(self) -> bool:
        """Each month says something of it."""
        return self in (IssueState.PLANNING, IssueState.WORKING, IssueState.MOSTLY, IssueState.DONE, IssueState.LASTING)
