"""What stands on a page of 改 before there is a 专项, a unit or an issue."""

from app.ui.kit.empty_state import EmptyState

NO_CAMPAIGN = ("还没有专项。先在“整改台账”里建一个，写上名称和起止日期。", "去整改台账")
NO_UNIT = ("还没有科室或单位。先在“整改台账”的“科室与单位”里登记。", "去整改台账")


def report_empty(has_campaign: bool) -> EmptyState:
    """Its button leads to the ledger."""
    words, action = NO_UNIT if has_campaign else NO_CAMPAIGN
    return EmptyState("clipboard_task", words, action)
