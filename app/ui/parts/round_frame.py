"""What stands around a question: head, what scrolls, and the foot with its button."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QTimer
from PySide6.QtWidgets import QApplication, QBoxLayout, QWidget
from shiboken6 import isValid

from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tab_order import tab_through
from app.ui.kit.tokens import px
from app.ui.parts.scenario_split import ScenarioSplit

_WIDEST, _SIDE, _TOP, _ABOVE = 1080, 28, 12, 96
"""The widest that lines may be, the margins at the sides and at the top, what stays of the question above its
explanation."""
_SETTLE_MS = 300


class RoundFrame(QWidget):
    """Head, content and foot keep one left and one right edge, whether a scroll bar is shown or not."""

    def __init__(self, head: QWidget, left: QWidget, right: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scroll = ScrollPage()
        self._parts = (head, Rule(), boxed(row(left, None, right)))
        rows = [row(None, (part, 10_000), None, spacing=0) for part in self._parts]
        self._rows: list[tuple[QBoxLayout, int, int]] = list(zip(rows, (14, 0, 12), (0, 0, 14), strict=True))
        for part in self._parts:
            part.setMaximumWidth(px(_WIDEST))
        self._split = ScenarioSplit(self._scroll, margin=_SIDE, top=_TOP, widest=_WIDEST)
        self.setLayout(column(rows[0], (self._split, 1), rows[1], rows[2], spacing=0))
        self._raised: QWidget | None = None
        self._settling = QTimer(self)
        self._settling.setSingleShot(True)
        self._settling.setInterval(_SETTLE_MS)
        self._settling.timeout.connect(self._let_go)
        self._scroll.verticalScrollBar().rangeChanged.connect(self._keep_edges)
        self._keep_edges()

    def put(self, content: QWidget, alone: bool = False, scenario: str = "") -> None:
        """Show ``content`` from its top, and ``scenario`` beside it; ``alone`` without head and foot, until
        `show_all`."""
        content.setMaximumWidth(px(_WIDEST))
        outer = boxed(row(None, (content, 10_000), None, margins=(_SIDE, _TOP, _SIDE, 20), spacing=0))
        self._split.tell(scenario)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(outer)
        self._scroll.scroll_to(0)
        if old is not None:
            old.hide()
            old.deleteLater()
        for part in self._parts if alone else ():
            part.hide()
        self._chain()

    def show_all(self) -> None:
        """Head and foot again."""
        for part in self._parts:
            part.show()

    def show_from(self, widget: QWidget) -> None:
        """Bring ``widget`` up, with the last of what is above it, where it would end below the view."""
        self._chain()
        self._raised = widget
        self._settling.start()
        self._make_room()
        self._bring_up()
        QTimer.singleShot(0, self, self._bring_up)

    def show_end(self) -> None:
        """Scroll to the end of the content, which has grown."""
        self._chain()
        self._make_room()
        QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(self._scroll.verticalScrollBar().maximum()))

    def _chain(self) -> None:
        """Tab goes from the top to the bottom, whenever what stands between came."""
        tab_through(self._parts[0], self._split, self._parts[-1])

    def _make_room(self) -> None:
        """At once: left to Qt, what is new would be painted once into the height of what was there before."""
        content = self._scroll.widget()
        if content is None:
            return
        inside: Iterable[QWidget] = content.findChildren(QWidget)
        for inner in (*reversed(list(inside)), content):
            if (layout := inner.layout()) is not None:
                inner.ensurePolished()
                layout.activate()
        QApplication.sendEvent(content, QEvent(QEvent.Type.LayoutRequest))  # which the scroll area is waiting for

    def _bring_up(self) -> None:
        content, widget = self._scroll.widget(), self._raised
        if content is None or widget is None or not isValid(widget) or not content.isAncestorOf(widget):
            return  # the next question is there already
        layout = content.layout()
        if layout is not None:
            layout.activate()
        top = widget.mapTo(content, widget.rect().topLeft()).y()
        below = top + widget.height() + px(24) - self._scroll.viewport().height()
        bar = self._scroll.verticalScrollBar()
        bar.setValue(max(bar.value(), min(below, top - px(_ABOVE))))

    def _let_go(self) -> None:
        self._raised = None

    def _keep_edges(self) -> None:
        bar = self._scroll.verticalScrollBar()
        wide = bar.sizeHint().width() if bar.maximum() > 0 else 0
        self._bring_up()  # heights are found one after the other
        for made, top, bottom in self._rows:
            made.setContentsMargins(px(_SIDE), px(top), px(_SIDE) + wide, px(bottom))
