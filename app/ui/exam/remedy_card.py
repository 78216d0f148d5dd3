"""「针对性学习」"""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.labels import domain_label
from app.ui.exam.remedy import Remedy
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph


class RemedyCard(Card):
    """Each step can be opened by itself; the button opens the first that there is."""

    case_wanted = Signal(str)
    article_wanted = Signal(str)
    questions_wanted = Signal()

    def __init__(self, remedy: Remedy, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._remedy = remedy
        title = Label(f"针对性学习：{domain_label(remedy.topic)}", 17, "red", bold=True, serif=True)
        said = f"这个专题有 {remedy.missed} 题没全对。按下面的顺序补一补，约 {remedy.minutes} 分钟。"
        items: list[Item] = [row(IconLabel("target", 20, "red"), title, None, spacing=8), Paragraph(said, 16)]
        items += self._steps()
        self._start = button("开始针对性学习", "primary", "play", filled=True)
        self._start.clicked.connect(self.start)
        items.append(row(self._start, None))
        self.setLayout(column(*items, margins=(20, 16, 20, 18), spacing=8))

    def start(self) -> None:
        if self._remedy.case is not None:
            self.case_wanted.emit(self._remedy.case.id)
        else:
            self.questions_wanted.emit()

    def _steps(self) -> list[Item]:
        steps: list[tuple[str, Sequence[QWidget]]] = []
        if (case := self._remedy.case) is not None:
            steps.append(("读案例", [_link(f"《{case.title}》", lambda: self.case_wanted.emit(case.id))]))
        if self._remedy.articles:
            links = [_link(one.words, partial(self.article_wanted.emit, one.base)) for one in self._remedy.articles]
            steps.append(("看条文", links))
        if self._remedy.questions:
            steps.append(("做练习", [_link(f"{len(self._remedy.questions)} 道同专题的题", self.questions_wanted.emit)]))
        return [_step(number, caption, links) for number, (caption, links) in enumerate(steps, 1)]


def _link(words: str, act: Callable[[], None]) -> Button:
    made = button(words, "link")
    made.clicked.connect(lambda: act())
    return made


def _step(number: int, caption: str, links: Sequence[QWidget]) -> QWidget:
    flow = QWidget()
    flow.setLayout(FlowLayout(*links, spacing=2))
    return boxed(row(Label(f"{number}. {caption}", 16, "text2"), (flow, 1), spacing=6))
