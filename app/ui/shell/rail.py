"""The rail at the left: 首页, 学, 讲, 考, 改, 记, 设置."""

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from app.ui.kit.ground import paint_ground
from app.ui.kit.layouts import column
from app.ui.kit.rail_button import RailButton
from app.ui.kit.theme import current_theme, px
from app.ui.shell.measures import RAIL_BOTTOM, RAIL_GAP, RAIL_NARROW, RAIL_TOP, RAIL_WIDE, is_low
from app.ui.shell.places import PLACES


class Rail(QWidget):
    chosen = Signal(str)  # rail entry

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons = {
            place.rail: RailButton(place.glyph, place.word, f"{place.word}（{place.keys}）") for place in PLACES
        }
        group = QButtonGroup(self)
        for rail, button in self._buttons.items():
            group.addButton(button)
            button.clicked.connect(lambda _=False, name=rail: self.chosen.emit(name))
        *upper, settings = self._buttons.values()
        self.setLayout(column(*upper, None, settings, margins=(0, RAIL_TOP, 0, RAIL_BOTTOM), spacing=RAIL_GAP))
        self.set_narrow(False)

    def show_place(self, rail: str) -> None:
        if rail in self._buttons:
            self._buttons[rail].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        self.setFixedWidth(px(RAIL_NARROW if narrow else RAIL_WIDE))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        low = is_low(self.height() / current_theme().scale)
        for button in self._buttons.values():
            button.set_low(low)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, theme = QPainter(self), current_theme()
        paint_ground(painter, self.rect(), theme.colour("surface2"))
        paint_ground(painter, QRect(self.width() - 1, 0, 1, self.height()), theme.colour("border"))
