"""蜕变轨迹: the dated facts one below the other, with the moments that could have turned it."""

from PySide6.QtCore import QPointF, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Fact
from app.domain.prose import RunKind, plain_text
from app.ui.kit.action_card import ActionCard
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import current_theme, px
from app.ui.parts.day_words import day_words

_AXIS = 14


class Timeline(QWidget):
    """Each line leads back to its fact."""

    fact_requested = Signal(int)

    def __init__(self, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        brakes = {
            int(run.target)
            for block in case.brake
            for line in block.lines
            for run in line
            if run.kind is RunKind.FACT and run.target.isdigit()
        }
        self._rows: list[QWidget] = []
        for fact in case.facts:
            notes = [("刹车点", "amber", "pause")] if fact.number in brakes else []
            if case.gate is not None and case.gate.moment == fact.number:
                notes.append(("停一停", "ink", "question_circle"))
            self._rows.append(self._line(fact, notes))
        hint = Label("（编者概括，点击回到原文）", 14, "text2")
        title = row(Label("蜕变轨迹", 20, bold=True, serif=True), hint, None)
        self.setLayout(column(title, *self._rows, spacing=4))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme = current_theme()
        middles = [line.y() + line.height() / 2 for line in self._rows]
        painter.setPen(QPen(theme.colour("border_strong"), 1.5))
        painter.drawLine(QPointF(px(_AXIS) / 2, middles[0]), QPointF(px(_AXIS) / 2, middles[-1]))
        painter.setPen(QPen(theme.colour("red"), 2))
        painter.setBrush(theme.colour("surface"))
        for middle in middles:
            painter.drawEllipse(QPointF(px(_AXIS) / 2, middle), px(5), px(5))

    def _line(self, fact: Fact, notes: list[tuple[str, str, str]]) -> QWidget:
        said = _gist(plain_text(fact.text))
        when = Label(day_words(fact.date), 14, "text2")
        when.setFixedWidth(px(112))
        tags = [Tag(word, tone, icon) for word, tone, icon in notes]
        layout = row(
            when,
            Label(f"【{fact.number}】", 15, "red"),
            (ElidedLabel(said, 15, 1), 1),
            *tags,
            margins=(12, 7, 12, 7),
            spacing=6,
        )
        card = ActionCard(layout, f"{day_words(fact.date)}，事实 {fact.number}：{said}，按回车回到原文", "2")
        card.clicked.connect(lambda: self.fact_requested.emit(fact.number))
        holder = QWidget()
        holder.setLayout(row((card, 1), margins=(_AXIS + 10, 0, 0, 0)))
        holder.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        return holder


def _gist(text: str) -> str:
    """The first sentence, without the date that stands before it anyway."""
    head = text.split("。", 1)[0].split("；", 1)[0]
    before, comma, after = head.partition("，")
    return after if comma and before[:4].isdigit() and before[-1:] in "日月起" else head
