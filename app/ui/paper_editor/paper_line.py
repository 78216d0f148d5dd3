"""One paper in the list of the editor, with what can be done with it."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.paper import Paper
from app.domain.unit_paper import PaperState, UnitPaper
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import moment_words

EDIT, COPY, RETIRE, RESTORE, DISCARD, HISTORY = "修改", "复制", "作废", "恢复使用", "删除草稿", "历次保存"
STATES = {
    PaperState.DRAFT: ("草稿", "amber", "edit"),
    PaperState.IN_USE: ("使用中", "green", "checkmark_circle"),
    PaperState.RETIRED: ("已作废", "grey", "dismiss_circle"),
}
ACTIONS = {
    PaperState.DRAFT: (EDIT, COPY, DISCARD),
    PaperState.IN_USE: (EDIT, COPY, HISTORY, RETIRE),
    PaperState.RETIRED: (COPY, HISTORY, RESTORE),
}


class PaperLine(Card):
    wanted = Signal(str)
    """What shall be done: the word on the button."""

    def __init__(
        self,
        title: str,
        facts: str,
        more: str,
        tags: Sequence[Tag],
        actions: Sequence[str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._buttons = []
        for action in actions:
            first = action == actions[0]
            made = button(action, "soft" if first else "ghost", small=True, name=f"{action}《{title}》")
            made.clicked.connect(lambda _=False, what=action: self.wanted.emit(what))
            self._buttons.append(made)
        items: list[Item] = [ElidedLabel(title, 17, bold=True, serif=True), ElidedLabel(facts, 15, tone="text2")]
        if more:
            items.append(ElidedLabel(more, 15, lines=2, tone="text2", fit=True))
        words = column(*items, spacing=4)
        self.setLayout(row((words, 1), *tags, 4, *self._buttons, margins=(18, 12, 12, 12), spacing=6))

    @classmethod
    def of_unit(cls, one: UnitPaper) -> "PaperLine":
        paper = one.draft.paper(one.id) if one.draft else one.paper
        assert paper is not None
        tags = [Tag(*STATES[one.state], filled=True)]
        if one.draft and one.state is PaperState.IN_USE:
            tags.insert(0, Tag("有未保存的改动", "amber", "edit"))
        return cls(one.title, _facts(paper), _saved_words(one), tags, ACTIONS[one.state])

    @classmethod
    def of_content(cls, paper: Paper) -> "PaperLine":
        return cls(paper.title, _facts(paper), paper.description, [Tag("内置", "plain")], ("复制成本单位试卷",))


def _facts(paper: Paper) -> str:
    kind = "固定题目" if paper.fixed else "按条件抽题"
    return f"{kind} · {paper.size} 题 · 满分 {paper.total} 分 · {paper.pass_score} 分合格 · {paper.minutes} 分钟"


def _saved_words(one: UnitPaper) -> str:
    if one.state is PaperState.DRAFT:
        return "还没有保存过，考试里看不到。"
    if one.state is PaperState.RETIRED:
        return f"{moment_words(one.retired_at)}作废：{one.reason}"
    return f"第 {one.version} 版，{moment_words(one.saved_at)}由{one.saved_by}保存"
