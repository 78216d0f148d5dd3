"""A question that scrolls, and beside it or above it the situation that it is about."""

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from app.ui.kit.tokens import px
from app.ui.parts.scenario_pane import ScenarioPane

_BESIDE = 480
"""Width from which the situation stands at the left of the question; below it stands above it."""
_SHARE, _LEAST, _WIDEST = 0.44, 200, 500
_ABOVE, _FOOT = 0.45, 10
"""The share of the height that it may take above the question, and what stays free below it beside the question."""


class ScenarioSplit(QWidget):
    """Nothing of a situation scrolls away while its question is read.

    In design pixels: ``margin`` is what ``question`` keeps at its own left and right, ``top`` above, ``widest`` the
    most that both take in the middle of the page. Without a situation the question has everything. It places its parts
    itself, at once: what is laid out later would be seen moving.
    """

    def __init__(
        self,
        question: QScrollArea,
        *,
        margin: float = 0,
        top: float = 0,
        gap: float = 18,
        widest: float = 0,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._question, self._margin, self._top, self._gap, self._widest = question, margin, top, gap, widest
        question.setParent(self)
        self.pane = ScenarioPane(self)
        self.pane.hide()
        question.verticalScrollBar().rangeChanged.connect(self._place)

    @property
    def scenario(self) -> str:
        """What is told, "" while nothing is."""
        return "" if self.pane.isHidden() else self.pane.text()

    def tell(self, scenario: str) -> None:
        """Show a situation, or with "" none."""
        if scenario == self.scenario:
            return
        if scenario:
            self.pane.tell(scenario)
        self.pane.setVisible(bool(scenario))
        self._place()

    def sizeHint(self) -> QSize:
        return self._question.sizeHint()

    def minimumSizeHint(self) -> QSize:
        return self._question.minimumSizeHint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def _place(self) -> None:
        """No width and no height depends on whether the question has a scroll bar: the bar depends on them."""
        if self.pane.isHidden():
            self._question.setGeometry(self.rect())
            return
        margin, top, inner, bar = px(self._margin), px(self._top), self._inner(), self._bar()
        left = max((self.width() - inner - bar) // 2, margin)
        if inner < px(_BESIDE):
            high = self.pane.place(left, top, inner, round(self.height() * _ABOVE))
            below = top + high + px(self._gap) // 2
            self._question.setGeometry(0, below, self.width(), self.height() - below)
            return
        wide = min(max(round(inner * _SHARE), px(_LEAST)), px(_WIDEST))
        self.pane.place(left, top, wide, self.height() - top - px(_FOOT))
        beside = left + wide + max(px(self._gap) - margin, 0)
        right = min(left + inner + margin + bar, self.width())
        self._question.setGeometry(beside, 0, right - beside, self.height())

    def _inner(self) -> int:
        """From the left edge of the one to the right edge of the other."""
        room = self.width() - 2 * px(self._margin)
        return min(room, px(self._widest)) if self._widest else room

    def _bar(self) -> int:
        """In the middle of a page everything moves aside for the bar, as what stands above and below it does."""
        bar = self._question.verticalScrollBar()
        return bar.sizeHint().width() if self._widest and bar.maximum() > 0 else 0
