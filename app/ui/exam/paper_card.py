"""One paper in the lobby."""

from PySide6.QtWidgets import QWidget

from app.domain.paper import Paper
from app.ui.kit.action_card import ActionCard
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class PaperCard(ActionCard):
    """Checkable: the checked one is the paper that will be started. ``last`` says how the last attempt went."""

    def __init__(self, paper: Paper, last: str, parent: QWidget | None = None) -> None:
        self.paper = paper
        self._chosen = Tag("已选", "ink", "checkmark_circle", filled=True)
        facts = FlowLayout(
            _fact("list", paper.size_words),
            _fact("timer", f"{paper.minutes} 分钟"),
            _fact("checkmark_circle", f"{paper.pass_score} 分合格"),
            spacing=16,
            line_spacing=6,
        )
        head = row((Paragraph(paper.title, 18, bold=True, serif=True, line=1.4), 1), self._chosen, spacing=8)
        body = column(
            head,
            Paragraph(paper.description, 15, "text2", line=1.5),
            boxed(facts),
            Label(f"上次成绩：{last}" if last else "还没有考过", 15, "text2"),
            None,
            margins=(20, 14, 20, 14),
            spacing=8,
        )
        super().__init__(
            body, f"{paper.title}，{paper.size_words}，{paper.minutes} 分钟，{last or '还没有考过'}", parent=parent
        )
        self.setCheckable(True)
        self.toggled.connect(self._show_chosen)
        self._show_chosen(False)

    def nextCheckState(self) -> None:
        """A click chooses; it never takes the choice away."""
        self.setChecked(True)

    def _show_chosen(self, chosen: bool) -> None:
        self._chosen.set(
            "已选" if chosen else "可选", "ink" if chosen else "plain", "checkmark_circle" if chosen else "", True
        )
        self.setAccessibleDescription("已选" if chosen else "")


def _fact(icon: str, words: str) -> QWidget:
    return boxed(row(IconLabel(icon, 18, "text2"), Label(words, 15), spacing=6))
