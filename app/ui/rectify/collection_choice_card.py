"""A form that came back and can be taken: ticked or not, what is to be looked at, what it would change."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QAbstractButton, QCheckBox

from app.domain.ledger.report_collection import ReturnedForm
from app.ui.kit.card import Card
from app.ui.kit.fonts import font
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify.collection_differences import CollectionDifferences


class CollectionChoiceCard(Card):
    changed = Signal()

    def __init__(self, form: ReturnedForm, place: Callable[[str], str], picked: bool) -> None:
        """``place`` puts that of a flag into words."""
        super().__init__()
        self.form = form
        self.tick: QAbstractButton = QCheckBox(form.unit_name)
        self.tick.setFont(font(16, True))
        self.tick.setAccessibleName(f"收{form.unit_name}的表：{form.file}")
        self.tick.setChecked(picked)
        self.tick.toggled.connect(self.changed)
        tags = [Tag("本月无新增", "ink", "subtract")] if form.report.zero_reason else []
        if form.replaces:
            asked = "退回后重报" if form.asked else f"台账里已有第 {form.replaces} 版，默认不收"
            tags.append(Tag(asked, "ink" if form.asked else "amber", "copy"))
        head = row(self.tick, *tags, (Paragraph(form.file, 15, "text2"), 1), spacing=10)
        made = column(head, margins=(16, 10, 16, 10), spacing=4)
        for words in told(form, place):
            made.addLayout(row(IconLabel("warning", 18, "amber", True), (Paragraph(words, 15, line=1.45), 1)))
        if form.differences:
            names = (f"台账里的第 {form.replaces} 版", f"收回的表：{form.file}")
            made.addWidget(CollectionDifferences(*names, form.differences))
        self.setLayout(made)


def told(form: ReturnedForm, place: Callable[[str], str]) -> list[str]:
    """Flags and notes, each with its place."""
    said = [f"{place(flag.place)}：{flag.words}" for flag in form.flags]
    for note in form.notes:
        said.append(f"{note.where + '：' if note.where else ''}{note.why}。{note.advice}。")
    return said
