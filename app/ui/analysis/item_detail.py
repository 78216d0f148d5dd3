"""One question: its words, its figures, and which options were chosen how often."""

from PySide6.QtWidgets import QWidget

from app.domain.item_analysis import FEWEST, ItemAnalysis, ItemFigures
from app.domain.labels import domain_label
from app.ui.analysis.item_words import discrimination_words, doubt_words, facility_words, guess_words, percent
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag


class ItemDetail(Card):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._column = column(margins=(20, 16, 20, 16), spacing=10)
        self.setLayout(self._column)

    def show_item(self, item: ItemAnalysis) -> None:
        clear(self._column)
        for part in _parts(item):
            if isinstance(part, QWidget):
                self._column.addWidget(part)
            else:
                self._column.addLayout(part)  # type: ignore[arg-type]
        self._column.addStretch(1)


def _parts(item: ItemAnalysis) -> list[Item]:
    question = item.question
    head = row(Tag(question.kind.value, "ink"), Tag(domain_label(question.topic)), None)
    parts: list[Item] = [head]
    if question.scenario:
        parts.append(Paragraph(question.scenario, 15, "text2"))
    parts.append(Paragraph(question.stem, 17, bold=True, line=1.5))
    if item.figures is None:
        parts.append(
            Paragraph(f"已有 {item.attempts} 人次作答，满 {FEWEST} 人次后显示得分率、区分度和选项分布。", 15, "text2")
        )
        return parts
    if item.doubtful:
        parts.append(Banner(doubt_words(item), "amber"))
    parts.append(
        Paragraph(
            f"得分率 {facility_words(item)} · 区分度 {discrimination_words(item)} · 随机得分 {guess_words(item)}", 16
        )
    )
    parts.append(Paragraph(f"{item.attempts} 人次作答，其中未答 {item.figures.unanswered} 人次", 15, "text2"))
    parts += _choices(item, item.figures)
    return parts


def _choices(item: ItemAnalysis, figures: ItemFigures) -> list[Item]:
    question = item.question
    if not figures.choices:
        return [Paragraph("这种题型没有选项分布。", 15, "text2")]
    words = {option.key: f"{option.key}. {option.text}" for option in question.options}
    parts: list[Item] = [Label("各选项被选次数", 16, bold=True, serif=True)]
    for key, count in figures.choices:
        right = key in question.answer
        share = count / item.attempts
        text = Paragraph(words.get(key, key) + ("（答案）" if right else ""), 15, bold=right, line=1.5)
        token = ("green_fill" if right else "ink") if count else "surface3"  # the ground's: nobody is no bar
        figure = f"{count} 次　{percent(share)}"
        bar = HorizontalBar("", share, figure, token=token, name_width=0, figure_width=120)
        parts.append(column(text, bar, spacing=0))
    return parts
