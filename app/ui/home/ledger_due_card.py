"""What is due in 改, above the day's tasks."""

from collections.abc import Callable, Sequence

from app.domain.ledger.due_entry import DueEntry
from app.ui.home.task_row import TaskRow
from app.ui.kit.card import Card
from app.ui.kit.layouts import column
from app.ui.kit.paragraph import Paragraph

MOST = 4


def ledger_due_card(entries: Sequence[DueEntry], go: Callable[[str, object], None]) -> Card | None:
    """None where nothing is due."""
    if not entries:
        return None
    rows = [
        TaskRow(
            "warning" if entry.overdue else "calendar",
            "red" if entry.overdue else "amber",
            *(entry.title, entry.detail, 0, entry.action),
            _goes(go, entry),
        )
        for entry in entries[:MOST]
    ]
    made = column(*rows, margins=(18, 6, 18, 6), spacing=0)
    if len(entries) > MOST:
        made.addWidget(Paragraph(f"另有 {len(entries) - MOST} 项，在“以案促改”里查看。", 15, "text2"))
    return Card(made)


def _goes(go: Callable[[str, object], None], entry: DueEntry) -> Callable[[], None]:
    return lambda: go(entry.page, entry.argument)
