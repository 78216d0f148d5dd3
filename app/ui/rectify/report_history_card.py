"""What happened to a month's report: who, when, why."""

from collections.abc import Sequence

from app.domain.ledger.report_change import ReportChange
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import clear, column
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.day_words import moment_words


class ReportHistoryCard(Card):
    """Hidden while nothing has happened."""

    def __init__(self) -> None:
        super().__init__()
        self._lines = column(spacing=4)
        head = Label("历史（只增不改）", 17, bold=True, serif=True)
        self.setLayout(column(head, self._lines, margins=(18, 12, 18, 14), spacing=6))

    def show_changes(self, changes: Sequence[ReportChange]) -> None:
        clear(self._lines)
        for change in changes:
            which = f"（第 {change.version} 版）" if change.version else ""
            words = f"{moment_words(change.utc)}　{change.by or '未具名'}　{change.words}{which}"
            if change.reason:
                words += f"　原因：{change.reason}"
            line = Paragraph(words, 15, "text2", line=1.5)
            self._lines.addWidget(line)
            line.show()
        self.setVisible(bool(changes))
