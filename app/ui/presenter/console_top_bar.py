"""Along the upper edge of the console: what is on, where it is projected, how it keeps to its time."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QWidget

from app.domain.pace import PaceState
from app.ui.kit.announce import renamed
from app.ui.kit.button import Button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, row
from app.ui.kit.tokens import current_theme, px
from app.ui.presenter.arrangement import Arranged, Arrangement
from app.ui.presenter.clock_words import clock
from app.ui.presenter.presenter_controller import PresenterController

_PACES = {
    PaceState.ON_TIME: ("checkmark_circle", "green"),
    PaceState.SLOW: ("warning", "amber"),
    PaceState.OVER: ("error_circle", "red"),
}
_PLACES = {
    Arranged.TWO: ("checkmark_circle", "green"),
    Arranged.ONE: ("info", "amber"),
    Arranged.REHEARSAL: ("info", "ink"),
    Arranged.LOST: ("error_circle", "red"),
}


class ConsoleTopBar(QFrame):
    swap_wanted = Signal()
    keys_wanted = Signal()

    def __init__(self, controller: PresenterController, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._narrow = controller, False
        self._title = ElidedLabel(title, 19, tone="text", bold=True, serif=True)
        self._place_icon, self._place = IconLabel("info", 18, "text2", True), Label("", 15, bold=True)
        self._swap = _quiet(Button("交换屏幕 X", "ghost", "arrow_repeat_all"), "交换两块屏幕")
        self._keys = _quiet(Button("按键 F1", "ghost"), "查看全部按键")
        self._pace_icon, self._pace = IconLabel("checkmark_circle", 18, "green", True), Label("", 16, bold=True)
        self._figures = {name: Label("", 20, bold=True) for name in ("已讲", "计划", "本页", "现在")}
        self._words = {name: Label(name, 15, "text2") for name in self._figures}
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        pairs = [boxed(row(self._words[name], self._figures[name], spacing=6)) for name in self._figures]
        place = boxed(row(self._place_icon, self._place, spacing=6))
        pace = boxed(row(self._pace_icon, self._pace, spacing=4))
        line = row((self._title, 1), place, self._swap, self._keys, pace, *pairs, margins=(16, 0, 16, 0), spacing=14)
        self.setLayout(line)
        self.setFixedHeight(px(52))
        self._swap.clicked.connect(self.swap_wanted)
        self._keys.clicked.connect(self.keys_wanted)
        controller.ticked.connect(self.refresh)
        controller.changed.connect(self.refresh)
        self.refresh()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Where the room's window is."""
        icon, tone = _PLACES[arrangement.arranged]
        self._place_icon.set_icon(icon, tone, filled=True)
        self._place.set_tone(tone)
        screen = arrangement.audience
        resolution = f" · {screen.resolution}" if screen is not None and not self._narrow else ""
        self._place.setText(f"{arrangement.arranged.value}{resolution}")
        self._swap.setVisible(arrangement.arranged is Arranged.TWO)

    def set_narrow(self, narrow: bool) -> None:
        """Leave out what can be read elsewhere."""
        self._narrow = narrow
        self._keys.setVisible(not narrow)
        self._swap.set_label("交换 X" if narrow else "交换屏幕 X")

    def pace_words(self) -> str:
        return self._pace.text()

    @Slot()
    def refresh(self) -> None:
        reading = self._controller.pace()
        icon, tone = _PACES[reading.state]
        over = f" {clock(reading.over)}" if reading.state is PaceState.OVER else ""
        words = reading.state.value + over
        if self._controller.on_break:
            icon, tone, words = "pause", "amber", "休息，停表"
        self._pace_icon.set_icon(icon, tone, filled=True)
        self._pace.set_tone(tone)
        _say(self._pace, words)
        _say(self._figures["已讲"], clock(reading.elapsed))
        _say(self._figures["计划"], clock(reading.planned))
        _say(self._figures["本页"], f"{clock(reading.page_spent)} / {clock(reading.page_planned)}")
        self._figures["本页"].set_tone("amber" if reading.page_over else "text")
        _say(self._figures["现在"], self._controller.local_time())
        for name, figure in self._figures.items():
            renamed(figure, f"{name} {figure.text()}")

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = current_theme()
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour("surface"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("border"))


def _say(label: Label, words: str) -> None:
    if label.text() != words:
        label.setText(words)


def _quiet(button: Button, name: str) -> Button:
    """Reached by Tab only, so that a click does not take Space away from turning pages."""
    button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    button.setAccessibleName(name)
    return button
