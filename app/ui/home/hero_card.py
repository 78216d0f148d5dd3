"""The one thing to go on with: a case that was begun, or the one to begin with."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain import labels
from app.domain.case_summary import CaseSummary
from app.domain.progress import CaseProgress, ReadingState
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.cover import Cover
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.progress_bar import Bar
from app.ui.kit.tag import Tag

TINTS = tuple(labels.TOPIC_TINTS)


class HeroCard(Card):
    def __init__(
        self,
        case: CaseSummary,
        progress: CaseProgress,
        open_case: Callable[[], None],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        begun = progress.state is ReadingState.READING
        topic = labels.topic_of(case.domain)
        left = max(1, round(case.minutes * (1 - progress.share)))
        self.action = button("继续阅读" if begun else "开始阅读", "primary", "book_open", big=True)
        self.action.clicked.connect(open_case)
        head = row(
            Tag("继续学习" if begun else "从这里开始", "red", "book_open"),
            Tag(labels.domain_label(case.domain), "plain"),
            None,
            Label(f"约 {left} 分钟可学完", 15, "text2"),
        )
        words: list[Item] = [
            head,
            4,
            ElidedLabel(case.title, 26, serif=True, bold=True, line=1.35),
            Paragraph(case.subtitle, 16, "text2"),
        ]
        if begun:
            where = f"上次读到「{progress.section}」" if progress.section else "刚刚打开"
            words.append(Label(where, 15, "text2"))
            bar = Bar(progress.share, height=8, name="阅读进度")
            words.append(row((bar, 1), 8, Label(f"{round(progress.share * 100)}%", 15, bold=True)))
        else:
            words.append(Label(f"{case.questions} 道题 · 先看事实，停下来判断，再看处理和依据", 15, "text2"))
        words += [6, row(self.action, None)]
        cover = Cover(case.cover, TINTS.index(topic), height=176, width=150)
        self.setLayout(row(cover, 6, (column(*words, None, spacing=6), 1), margins=(18, 16, 20, 16), spacing=14))
