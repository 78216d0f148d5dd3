"""What can be done with a 成绩册: the usual as buttons, the rest behind two menus."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from app.ui.kit.button import Button, button
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.layouts import column

Act = Callable[[], object]
Entry = tuple[str, Act]
"""Words of a menu, and what they do."""


class BookButtons(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(spacing=10)
        self.setLayout(column(self._flow))

    def add(self, text: str, act: Act, icon: str, kind: str = "default", shown: bool = True) -> None:
        if shown:
            made = button(text, kind, icon)
            made.clicked.connect(lambda: act())
            self._flow.addWidget(made)

    def add_menu(self, text: str, icon: str, entries: Sequence[Entry], name: str = "") -> Button:
        made = button(text, "default", icon, name=name or text)
        made.clicked.connect(lambda: self.menu(entries, made).popup(made.mapToGlobal(made.rect().bottomLeft())))
        self._flow.addWidget(made)
        return made

    def menu(self, entries: Sequence[Entry], parent: QWidget) -> QMenu:
        """It goes when it is closed."""
        menu = QMenu(parent)
        for words, act in entries:
            menu.addAction(words).triggered.connect(lambda _=False, do=act: do())
        menu.aboutToHide.connect(menu.deleteLater)
        return menu
