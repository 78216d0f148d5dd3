"""One section of the settings: a heading and rows."""

from PySide6.QtWidgets import QLayout, QWidget

from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.rule import Rule
from app.ui.settings.setting_row import SettingRow


class SectionCard(Card):
    """Rows are added one after another, a hairline between them."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self.title = title
        self.setAccessibleName(title)
        self._rows = column(Label(title, 20, bold=True, serif=True), margins=(24, 18, 24, 18), spacing=14)
        self.setLayout(self._rows)

    def add(self, item: QWidget | QLayout, ruled: bool = True) -> None:
        """Add a row as it is."""
        if ruled and self._rows.count() > 1:
            self._rows.addWidget(Rule())
        self._rows.addWidget(boxed(item) if isinstance(item, QLayout) else item)

    def add_row(self, name: str, control: QWidget, hint: str = "") -> None:
        """A named setting."""
        self.add(SettingRow(name, control, hint))
