"""The situation of a 案例分析, in a scroll area of its own: it stays while its questions change and scroll."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px

_EDGE = 5
"""Between the card's line and what scrolls in it."""


class ScenarioPane(Card):
    """``view`` is a tab stop as long as there is more than can be seen."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(kind="2", parent=parent)
        self._text = Paragraph("", 17, line=1.7)
        self._content = boxed(column(Label("案情", 14, "text2", bold=True), self._text, None, margins=(13, 6, 10, 6)))
        self.view = _Scroll(self._content)
        self.view.setAccessibleName("案情")
        self.setLayout(column(self.view, margins=(_EDGE, _EDGE, _EDGE, _EDGE), spacing=0))

    def text(self) -> str:
        return self._text.text()

    def tell(self, scenario: str) -> None:
        """The same situation once more stays where the reader has scrolled it."""
        if scenario != self._text.text():
            self._text.set_text(scenario)
            self.view.setAccessibleDescription(scenario)
            self.view.scroll_to(0)

    def place(self, left: int, top: int, width: int, most: int) -> int:
        """Take what everything takes at this width, at most ``most``; the height in pixels."""
        around = 2 * px(_EDGE)
        whole = self._content.heightForWidth(width - around) + around
        # Where all of it fits no bar may take room: narrowed by it a text could wrap once more, and keep it there.
        bar = Qt.ScrollBarPolicy.ScrollBarAsNeeded if whole > most else Qt.ScrollBarPolicy.ScrollBarAlwaysOff
        self.view.setVerticalScrollBarPolicy(bar)
        self.setGeometry(left, top, width, min(whole, most))
        return min(whole, most)


class _Scroll(ScrollPage):
    """Leaves ← and → to the page, where they may mean another question."""

    def __init__(self, content: QWidget) -> None:
        super().__init__(content)
        self.verticalScrollBar().rangeChanged.connect(self._be_a_stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def _be_a_stop(self, _: int, most: int) -> None:
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus)
