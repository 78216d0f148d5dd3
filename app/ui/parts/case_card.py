"""A case in a list: typographic cover, title, minutes, state."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain import labels
from app.domain.case import CaseKind, CaseSummary
from app.domain.progress import CaseProgress, ReadingState
from app.ui.kit.action_card import ActionCard
from app.ui.kit.cover import Cover
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.progress_bar import Bar
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px

_STATES = {
    ReadingState.NEW: ("plain", "circle"),
    ReadingState.READING: ("amber", "hourglass"),
    ReadingState.LEARNED: ("green", "checkmark_circle"),
}


class CaseCard(ActionCard):
    """Click, Enter and Space open; ``bookmark_requested`` on Ctrl+D is the list's affair."""

    opened = Signal(str)

    def __init__(
        self, case: CaseSummary, progress: CaseProgress, bookmarked: bool = False, parent: QWidget | None = None
    ) -> None:
        self._case_id = case.id
        tone, icon = _STATES[progress.state]
        word = progress.state.value
        if progress.state is ReadingState.READING:
            word += f" {round(progress.share * 100)}%"
        topic = labels.topic_of(case.domain)
        self._mark = IconLabel("bookmark", 18, "red", True)
        self._mark.setVisible(bookmarked)
        kept = row(ElidedLabel(_kept(case, topic), 14, 1, "text2"), spacing=6)
        kept.addWidget(self._mark)
        bar = Bar(progress.share, height=4)
        bar.setVisible(progress.state is ReadingState.READING)
        bar_place = boxed(column(bar))
        bar_place.setFixedHeight(px(6))
        facts = row(IconLabel("clock", 16, "text2"), Label(f"{case.minutes} 分钟", 14, "text2"), spacing=5)
        if case.questions:
            facts.addSpacing(px(8))
            facts.addWidget(IconLabel("quiz", 16, "text2"))
            facts.addWidget(Label(f"{case.questions} 题", 14, "text2"))
        facts.addStretch(1)
        facts.addWidget(Tag(word, tone, icon, filled=progress.state is ReadingState.LEARNED))
        body = column(
            kept,
            ElidedLabel(case.title, 19, 1, bold=True, serif=True, line=1.4),
            ElidedLabel(case.subtitle, 15, 2, "text2"),
            None,
            bar_place,
            facts,
            margins=(18, 12, 16, 14),
            spacing=7,
        )
        whole = column(Cover(case.cover, _tint(topic)), (body, 1), margins=(1, 1, 1, 1), spacing=0)
        unchecked = "，待核校" if case.checked in ("", labels.UNCHECKED) else ""
        kind = _own_word(case) or labels.CASE_KINDS[case.kind]
        name = f"{kind}：{case.title}，{case.subtitle}，{case.minutes} 分钟，{case.questions} 题，{word}{unchecked}"
        super().__init__(whole, name + ("，已收藏" if bookmarked else ""), parent=parent)
        self.clicked.connect(lambda: self.opened.emit(self._case_id))

    def case_id(self) -> str:
        return self._case_id

    def set_bookmarked(self, on: bool) -> None:
        """Show the bookmark, or not."""
        self._mark.setVisible(on)
        self.setAccessibleName(self.accessibleName().removesuffix("，已收藏") + ("，已收藏" if on else ""))


def _kept(case: CaseSummary, topic: str) -> str:
    own = _own_word(case)
    words = [own or labels.CASE_KINDS[case.kind]] if case.kind is CaseKind.EXEMPLAR else []
    words += [topic, labels.domain_label(case.domain)] if case.domain else []
    if case.checked in ("", labels.UNCHECKED):
        words.append(labels.UNCHECKED)
    return " · ".join(words)


def _own_word(case: CaseSummary) -> str:
    """Of what the unit has written itself; a draft says that it is one."""
    return (labels.OWN_DRAFT if case.draft else labels.OWN_EXEMPLAR) if case.own else ""


def _tint(topic: str) -> int:
    topics = list(labels.TOPIC_TINTS)
    return topics.index(topic) if topic in topics else 0
