"""历史: who did what, when and why; nothing is ever taken out."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.issue_change import IssueChange
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words

FEW = 4


class IssueHistoryCard(Card):
    """Newest first: a few, and all of them on request. ``names`` by unit id."""

    def __init__(self, changes: Sequence[IssueChange], names: Mapping[str, str]) -> None:
        super().__init__()
        self._changes, self._names = changes, names
        made = column(Label("历史记录", 18, bold=True, serif=True), margins=(18, 14, 18, 16), spacing=8)
        for change in changes[:FEW]:
            made.addWidget(_entry(change, names))
        if len(changes) > FEW:
            more = button(f"全部 {len(changes)} 条", "link", "history")
            more.clicked.connect(self.open_all)
            made.addLayout(row(more, None))
        self.setLayout(made)

    def open_all(self) -> None:
        content = boxed(column(*(_entry(change, self._names) for change in self._changes), spacing=12))
        Modal(self, "历史记录", content, (Choice("", "关闭", safe=True),), width=720).open()


def _entry(change: IssueChange, names: Mapping[str, str]) -> QWidget:
    made = column(
        Label(f"{moment_words(change.utc)}　{change.by}", 14, "text2"),
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
    return boxed(made)


def _words(value: str, names: Mapping[str, str]) -> str:
    """Ids and slugs as a reader knows them."""
    known = {**names, **PROBLEM_AREAS, **ROOT_CAUSES}
    return "、".join(known.get(part, part) for part in value.split("、"))
