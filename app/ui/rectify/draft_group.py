"""The drafts of one unit, under the name of whoever confirms them."""

from collections.abc import Sequence

from PySide6.QtCore import Signal

from app.domain.ledger.ledger_unit import LedgerUnit
from app.ui.kit.card import Card
from app.ui.kit.form_field import line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.rectify.draft_card import DraftCard

NO_UNIT = "没有指定牵头单位"
NO_UNIT_HINT = "请先点“修改”选定牵头单位，再请该单位负责人确认。"


class DraftGroup(Card):
    head_written = Signal(str)

    def __init__(self, unit: LedgerUnit | None, waiting: int, cards: Sequence[DraftCard]) -> None:
        super().__init__()
        self.unit, self.cards = unit, tuple(cards)
        name = unit.name if unit else NO_UNIT
        self.head = line_field(f"{name}负责人姓名", unit.head if unit else "", "负责人姓名", 40)
        self.head.setFixedWidth(px(170))
        look = (f"{waiting} 条待确认", "amber", "question_circle") if waiting else ("都已处理", "green", "checkmark")
        tag = Tag(*look)
        line = row(Label(name, 20, bold=True, serif=True), tag, None, spacing=10)
        made = column(line, margins=(20, 14, 20, 16), spacing=10)
        if unit is not None:
            made.addLayout(row(Label("负责人", 15, "text2"), self.head, None, spacing=8))
        else:
            self.head.setParent(self)
            self.head.hide()
            made.addWidget(Paragraph(NO_UNIT_HINT, 15, "text2"))
        for card in self.cards:
            made.addWidget(card)
        self.setLayout(made)
        self.head.editingFinished.connect(self._tell)

    def _tell(self) -> None:
        written = self.head.text().strip()
        if self.unit is not None and written != self.unit.head:
            self.head_written.emit(written)
