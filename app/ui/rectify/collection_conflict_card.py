"""Several different forms of one unit: one is chosen, or none."""

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton

from app.domain.ledger.report_collection import FormConflict
from app.ui.kit.card import Card
from app.ui.kit.fonts import font
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.collection_choice_card import told
from app.ui.rectify.collection_differences import CollectionDifferences

NONE = "都不收，先问清楚"


class CollectionConflictCard(Card):
    changed = Signal()

    def __init__(self, conflict: FormConflict, place: Callable[[str], str], picked: str) -> None:
        """``picked`` is the file chosen, "" for none."""
        super().__init__()
        title = f"{conflict.unit_name}　交来 {len(conflict.forms)} 份不同的表，只能收一份"
        head = row(IconLabel("warning", 18, "amber", True), (Paragraph(title, 16, bold=True), 1), spacing=8)
        made = column(head, margins=(16, 10, 16, 10), spacing=6)
        self._group = QButtonGroup(self)
        self._files = [*(form.file for form in conflict.forms), ""]
        words = [*(f"收“{form.file}”" for form in conflict.forms), NONE]
        for at, word in enumerate(words):
            radio = QRadioButton(word)
            radio.setFont(font(16))
            radio.setAccessibleName(f"{conflict.unit_name}：{word}")
            radio.setChecked(self._files[at] == picked)
            self._group.addButton(radio, at)
            made.addWidget(radio)
            for line in told(conflict.forms[at], place) if at < len(conflict.forms) else ():
                made.addWidget(Paragraph(f"　　{line}", 15, "text2", line=1.45))
        first, second = conflict.forms[0].file, conflict.forms[1].file
        made.addWidget(CollectionDifferences(f"表一：{first}", f"表二：{second}", conflict.differences))
        self.setLayout(made)
        self._group.idToggled.connect(lambda *_: self.changed.emit())

    def picked(self) -> str:
        at = self._group.checkedId()
        return self._files[at] if at >= 0 else ""
