"""The options of a question of one's own: up to six lines, each with a tick for right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from app.domain.case import Option
from app.ui.kit.form_field import line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.tokens import px

KEYS = "ABCDEF"


class OptionRows(QWidget):
    def __init__(self, options: Sequence[Option], answer: Sequence[str]) -> None:
        super().__init__()
        self._rows: list[tuple[str, QLineEdit, QCheckBox]] = []
        lines = []
        for number, shown in enumerate(KEYS):
            known = options[number] if number < len(options) else None
            key = known.key if known else shown
            hint = "如：先停下，向分管领导报告" if number == 0 else "" if number < 4 else "可不填"
            field = line_field(f"选项 {shown}", known.text if known else "", hint)
            right = QCheckBox("正确")
            right.setAccessibleName(f"选项 {shown} 正确")
            right.setChecked(key in answer)
            self._rows.append((key, field, right))
            letter = Label(shown, 16, bold=True)
            letter.setFixedWidth(px(18))
            lines.append(row(letter, (field, 1), right, spacing=6))
        self.setLayout(column(*lines, spacing=6))

    def options(self) -> tuple[Option, ...]:
        return tuple(Option(key, field.text().strip()) for key, field, _ in self._rows if field.text().strip())

    def answer(self) -> tuple[str, ...]:
        return tuple(key for key, field, right in self._rows if field.text().strip() and right.isChecked())
