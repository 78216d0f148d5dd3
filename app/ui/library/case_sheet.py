"""The sheet of paper that scrolls: title, sections and panels one below the other, cards beside them."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.tokens import current_theme, px
from app.ui.library.section_view import SectionView
from app.ui.library.side_column import SideColumn
from app.ui.parts.case_text import CaseText

CHARACTERS = 36
SIDE, GAP, MARGIN, SPACING = 296, 28, 32, 26
_ROUNDS = 24


@dataclass(frozen=True)
class Stop:
    """A widget on the sheet; with a key it is a place of the outline."""

    key: str
    widget: QWidget


class CaseSheet(QWidget):
    """Lines have at most 36 characters. Emits ``arranged`` when heights have settled after a change."""

    arranged = Signal()
    reflowed = Signal()
    """The width is another: every place on the sheet is going to move."""

    def __init__(self, head: QWidget, reading_size: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._size, self._beside = reading_size, True
        self.stops: list[Stop] = []
        self.side = SideColumn()
        self._column = column(head, spacing=SPACING)
        self._text = boxed(self._column)
        self._text.installEventFilter(self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._settle)
        top = Qt.AlignmentFlag.AlignTop
        self._row = row(None, (self._text, top), (self.side, 0), None, margins=(MARGIN, 22, MARGIN, 48), spacing=GAP)
        self.setLayout(self._row)

    def append(self, stops: Sequence[Stop]) -> None:
        """Add widgets at the end; those with a key are stops of the outline.

        They come onto the sheet together: each by itself, on a sheet that is shown, would lay out everything anew.
        """
        block = boxed(column(*(stop.widget for stop in stops), spacing=SPACING))
        self.stops += [stop for stop in stops if stop.key]
        self._column.addWidget(block)
        block.show()  # now: Qt would show it only with the next events, and its height would be missing till then

    def set_beside(self, beside: bool) -> None:
        """Show the column of cards beside the text, or give its place to the margins."""
        self._beside = beside
        self.side.setVisible(beside)
        self._set_widths()

    def beside(self) -> bool:
        """Whether the cards stand beside the text."""
        return self._beside

    def views(self) -> list[SectionView]:
        """The sections on the sheet."""
        return [stop.widget for stop in self.stops if isinstance(stop.widget, SectionView)]

    def texts(self) -> list[CaseText]:
        """All texts, in reading order."""
        return [text for view in self.views() for text in view.texts()]

    def widget_of(self, key: str) -> QWidget | None:
        """What stands at a stop."""
        return next((stop.widget for stop in self.stops if stop.key == key), None)

    def top_of(self, key: str) -> int:
        """Where a stop begins."""
        widget = self.widget_of(key)
        return self.y_of_widget(widget) if widget is not None else 0

    def y_of_widget(self, widget: QWidget) -> int:
        """Top of a widget on the sheet."""
        return widget.mapTo(self, QPoint(0, 0)).y()

    def view_with(self, anchor: str) -> SectionView | None:
        """The section that holds a piece."""
        return next((view for view in self.views() if view.text_with(anchor) is not None), None)

    def y_of(self, anchor: str) -> int:
        """Top of a piece on the sheet; 0 where it is not there."""
        view = self.view_with(anchor)
        return self.y_of_widget(view) + view.y_of(anchor) if view is not None else 0

    def beside_y(self, anchor: str) -> Callable[[], int]:
        """For the side column: where a piece begins, whenever asked."""
        return lambda: self.y_of(anchor) - self.side.y()

    def settle_soon(self) -> None:
        """Settle when the pending events are done."""
        self._timer.start(0)

    def settle(self) -> None:
        """Settle heights and cards now instead of after the pending events; only a sheet on the screen can."""
        self._set_widths()
        for _ in range(_ROUNDS):  # one for each level of nesting: a height found asks the level above anew
            QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)
        self._settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest.value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.LayoutRequest, QEvent.Type.Resize):
            self._timer.start(0)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.reflowed.emit()
            self._set_widths()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().colour("surface"))

    def _set_widths(self) -> None:
        room = self.width() - 2 * px(MARGIN)
        if self._beside:
            room -= px(SIDE) + px(GAP)
        width = max(px(240), min(room, px(self._size) * CHARACTERS))
        if self._text.width() != width or self._text.minimumWidth() != width:
            self._text.setFixedWidth(width)
        self.side.setFixedWidth(px(SIDE))
        self._timer.start(0)

    def _settle(self) -> None:
        if self._beside:
            self.side.setMinimumHeight(self.side.arrange())
        self.arranged.emit()
