"""Who did what, when and why, from what to what: an entry of any history of 改, and all of one."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.issue_change import IssueChange
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words

MOST = 200
"""So many of the newest are shown: what is older stays in the log."""
NOTHING = "还没有记录。"


class ChangeEntry(QWidget):
    """``names`` by unit id."""

    def __init__(self, change: IssueChange, names: Mapping[str, str]) -> None:
        super().__init__()
        made = column(
            Label(f"{moment_words(change.utc)}　{change.by or '未具名'}", 14, "text2"),
            Paragraph(change.words, 15, bold=True, line=1.5),
            spacing=2,
        )
        if change.reason:
            made.addWidget(Paragraph(f"原因：{change.reason}", 15, line=1.5))
        for name, old, new in change.fields:
            before, after = _words(old, names), _words(new, names)
            said = f"{name}：{before} → {after or '（空）'}" if before else f"{name}：{after}"
            if before or after:
                made.addWidget(Paragraph(said, 15, "text2", line=1.5, lines=4))
        self.setLayout(made)


def open_history(
    anchor: QWidget, changes: Sequence[IssueChange], names: Mapping[str, str], title: str = "历史记录"
) -> Modal:
    """Newest first, as they come."""
    entries: list[QWidget] = [ChangeEntry(change, names) for change in changes[:MOST]]
    if len(changes) > MOST:
        entries.append(Paragraph(f"另有 {len(changes) - MOST} 条更早的记录。", 15, "text2"))
    content = boxed(column(*(entries or [Paragraph(NOTHING, 15, "text2")]), spacing=12))
    made = Modal(anchor, title, content, (Choice("", "关闭", safe=True),), width=720)
    made.open()
    return made


def _words(value: str, names: Mapping[str, str]) -> str:
    """Ids and slugs as a reader knows them."""
    known = {**names, **PROBLEM_AREAS, **ROOT_CAUSES}
    return "、".join(known.get(part, part) for part in value.split("、"))
