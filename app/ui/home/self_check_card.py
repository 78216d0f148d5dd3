"""对照自查 that were begun and not finished, and those with statements that somebody has yet to find out about."""

from collections.abc import Callable

from app.services.ledger_service import LedgerService
from app.services.self_check_service import SelfCheckService
from app.ui.home.task_row import TaskRow
from app.ui.kit.card import Card
from app.ui.kit.layouts import column

MOST = 2


def self_check_card(ledger: LedgerService, checks: SelfCheckService, go: Callable[[str, object], None]) -> Card | None:
    """The newest ones; None where there are none. Raises UserError where they cannot be read."""
    names = {unit.id: unit.name for unit in ledger.units()}
    rows: list[TaskRow] = []
    for campaign in ledger.campaigns():
        for check in checks.checks(campaign.id):
            if not check.finished_on and check.unit in names and len(rows) < MOST:
                words = f"已答 {check.answered}/{len(check.items)} · {check.title}"
                title = f"对照自查没有做完：{names[check.unit]}"
                rows.append(TaskRow("clipboard_task", "amber", title, words, action="去继续", act=_opens(go, check.id)))
    for campaign in ledger.campaigns():
        for check in checks.checks(campaign.id):
            if check.finished_on and check.unclear and check.unit in names and len(rows) < MOST * 2:
                title = f"对照自查有 {len(check.unclear)} 条需核实：{names[check.unit]}"
                words = f"{check.finished_on} 完成 · {check.title}"
                rows.append(TaskRow("clipboard_task", "amber", title, words, action="去核实", act=_opens(go, check.id)))
    return Card(column(*rows, margins=(18, 6, 18, 6), spacing=0)) if rows else None


def _opens(go: Callable[[str, object], None], check_id: str) -> Callable[[], None]:
    return lambda: go("self_check_sheet", check_id)
