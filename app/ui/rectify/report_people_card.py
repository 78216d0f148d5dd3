"""填报人 and 审核人 of a report."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QLineEdit

from app.ui.kit.card import Card
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph

PAPER = "审核人是责任单位的负责人。这里记录纸质件上的签字，不替代签字。"


class ReportPeopleCard(Card):
    changed = Signal()
    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.fields: dict[str, QLineEdit] = {}
        self._parts: dict[str, FormField] = {}
        for key, name in (("filled_by", "填报人"), ("reviewed_by", "审核人")):
            field = self.fields[key] = line_field(name, hint="姓名", most=60)
            self._parts[key] = FormField(name, field, strong=True)
            field.textChanged.connect(self.changed)
            field.editingFinished.connect(self.left)
        hint = Paragraph(PAPER, 15, "text2", line=1.45)
        people = ((part, 2) for part in self._parts.values())
        line = row(*people, (boxed(column(22, hint, None, spacing=4)), 3), spacing=16)
        self.setLayout(column(line, margins=(18, 12, 18, 14)))

    def names(self) -> tuple[str, str]:
        return self.fields["filled_by"].text().strip(), self.fields["reviewed_by"].text().strip()

    def set_texts(self, filled_by: str, reviewed_by: str) -> None:
        for key, text in (("filled_by", filled_by), ("reviewed_by", reviewed_by)):
            with QSignalBlocker(self.fields[key]):
                if text.strip() != self.fields[key].text().strip():
                    self.fields[key].setText(text)

    def set_locked(self, locked: bool) -> None:
        for field in self.fields.values():
            field.setReadOnly(locked)

    def show_wrong(self, key: str, words: str) -> None:
        self._parts[key].show_wrong(words)
