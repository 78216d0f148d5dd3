"""「针对性学习」"""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.labels import domain_label
from app.ui.exam.remedy import Remedy, RemedyStep
from app.ui.exam.remedy_trail import RemedyTrail
from app.ui.kit.button import Button, button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class RemedyCard(Card):
    """The one button leads through the steps, each time to the first that was not opened yet. Each can be opened by
    itself, too.

    ``taken`` holds the places (from 0) of the steps opened so far; the card adds to it, and whoever gave it keeps it.
    """

    led = Signal(object)
    """A `RemedyTrail`, just before ``wanted``."""
    wanted = Signal(str, object)
    """Key of a page and its argument."""

    def __init__(self, exam_id: str, remedy: Remedy, taken: set[int], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._exam_id, self._topic, self._steps, self._taken = exam_id, remedy.topic, remedy.steps, taken
        title = Label(f"针对性学习：{domain_label(remedy.topic)}", 17, "red", bold=True, serif=True)
        said = f"这个专题有 {remedy.missed} 题没全对。按下面的顺序补一补，共约 {remedy.minutes} 分钟。"
        items: list[Item] = [row(IconLabel("target", 20, "red"), title, None, spacing=8), Paragraph(said, 16)]
        items += [self._line(place, step) for place, step in enumerate(self._steps)]
        self._where = Paragraph("", 15, "text2", line=1.5)
        self._start = button("", "primary", "play", filled=True)
        self._start.clicked.connect(self.start)
        items += [self._where, row(self._start, None)]
        self.setLayout(column(*items, margins=(20, 16, 20, 18), spacing=8))
        self._show_where()

    def start(self) -> None:
        """Go on with the first step that was not opened yet; after the last with the first again."""
        place = self._next()
        if place is None:
            self._taken.clear()
            place = 0
        self._open(place)

    def _open(self, place: int) -> None:
        self._taken.add(place)
        step = self._steps[place]
        self.led.emit(RemedyTrail(self._exam_id, self._topic, self._steps, self._taken, place))
        self.wanted.emit(step.page, step.argument)

    def _next(self) -> int | None:
        return next((place for place in range(len(self._steps)) if place not in self._taken), None)

    def _show_where(self) -> None:
        place, total = self._next(), len(self._steps)
        if place is None:
            self._where.set_text(f"{total} 步都看过了。")
            self._start.set_label("从头再学一遍")
            return
        step = f"第 {place + 1} 步，共 {total} 步：{self._steps[place].caption}"
        on = "看完按上面的“下一步”，一步接一步。" if place + 1 < total else "这是最后一步。"
        self._where.set_text(f"{step}。{on}")
        self._start.set_label(f"接着学：{self._steps[place].caption}" if self._taken else "开始针对性学习")

    def _line(self, place: int, step: RemedyStep) -> QWidget:
        seen = [Tag("已看", "green", "checkmark_circle")] if place in self._taken else []
        link = _link(step.words, f"第 {place + 1} 步，{step.caption}：{step.words}", lambda: self._open(place))
        caption = Label(f"{place + 1}. {step.caption}", 16, "text2")
        return boxed(row(caption, link, *seen, None, Label(f"约 {step.minutes} 分钟", 15, "text2"), spacing=6))


def _link(words: str, name: str, act: Callable[[], None]) -> Button:
    made = button(words, "link", name=name)
    made.clicked.connect(lambda: act())
    return made
