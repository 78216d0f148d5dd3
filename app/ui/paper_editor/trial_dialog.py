"""What one draw of a paper gives: looked at, nothing is kept."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.drawing import DrawnQuestion
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, clear, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.paper_editor.whole_words import about_words
from app.ui.parts.question_card import kind_words

AGAIN = "again"
Trial = tuple[int, Sequence[DrawnQuestion]]


class TrialDialog(Modal):
    """``again`` draws with another seed."""

    def __init__(self, anchor: QWidget, trial: Trial, again: Callable[[], Trial]) -> None:
        self._again = again
        self._head = Paragraph("", 15, "text2", line=1.5)
        self._list: QVBoxLayout = column(spacing=10)
        content = boxed(column(self._head, self._list, spacing=12))
        choices = (Choice(AGAIN, "再抽一份", icon="arrow_sync"), Choice("", "关闭", safe=True))
        super().__init__(anchor, "试抽一份", content, choices, width=820, stays=True)
        self.chosen.connect(self._choose)
        self._show(trial)

    def seed_words(self) -> str:
        return self._head.text()

    def _choose(self, key: str) -> None:
        if key == AGAIN:
            self._show(self._again())
            self._scroll.scroll_to(0)
        elif self.isVisible():
            self.dismiss()

    def _show(self, trial: Trial) -> None:
        seed, drawn = trial
        full = sum(one.score for one in drawn)
        parts = "（案例分析按小题计）" if any(one.question.group for one in drawn) else ""
        same = "同一卷号、同一题库，抽出的题相同。只是试看，不留记录。"
        self._head.set_text(f"卷号 {seed:06}，共 {len(drawn)} 题{parts}、{full} 分。{same}")
        clear(self._list)
        group = ""
        for place, one in enumerate(drawn, 1):
            self._list.addWidget(_line(place, one, told=one.question.group == group))
            group = one.question.group


def _line(place: int, one: DrawnQuestion, told: bool) -> QWidget:
    """``told``: the situation stands above the question before."""
    number = Label(f"{place}.", 16, "text2", bold=True)
    number.setMinimumWidth(px(32))
    about = row(
        Tag(kind_words(one.question), "ink"),
        Label(f"{one.score} 分 · {about_words([one.question])}", 14, "text2"),
        None,
        spacing=10,
    )
    scenario = one.question.scenario if not told else ""
    items: list[Item] = [Paragraph(f"案情：{scenario}", 15, "text2", line=1.5)] if scenario else []
    said = column(*items, Paragraph(one.question.stem, 16, line=1.5), about, spacing=4)
    return boxed(row((number, Qt.AlignmentFlag.AlignTop), (said, 1), spacing=4))
