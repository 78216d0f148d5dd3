"""Where there is one screen only: a bar at its lower edge, called by the mouse, gone after three seconds."""

from PySide6.QtCore import QRect, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QEnterEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.tokens import current_theme, px
from app.ui.presenter.act import Act
from app.ui.presenter.console_button import ConsoleButton
from app.ui.presenter.go_to_field import GoToField
from app.ui.presenter.media_pages import media_of
from app.ui.presenter.presenter_controller import PresenterController

STAYS_MS = 3_000
_ACTS = (
    Act.PREVIOUS,
    Act.NEXT,
    Act.REVEAL,
    Act.BLACK,
    Act.BREAK,
    Act.TIMER,
    Act.VOTE,
    Act.MEDIA,
    Act.OVERVIEW,
    Act.KEYS,
    Act.END,
)


class ThinBar(QWidget):
    """A window of its own without focus, so that keys go on reaching the page. No notes, no names, no next page."""

    acted = Signal(object)

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        flags = Qt.WindowType.Tool | Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(parent, flags | Qt.WindowType.WindowDoesNotAcceptFocus)
        self.setWindowTitle("镜鉴 · 投影控制")
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self._controller = controller
        self._place, self._said = Label("", 16, bold=True), Label("", 16, "amber", bold=True)
        self._buttons = {act: ConsoleButton(act, act is Act.NEXT) for act in _ACTS}
        self.setLayout(row(self._place, *self._buttons.values(), self._said, margins=(14, 4, 14, 4), spacing=6))
        self.go_to = GoToField(controller, self)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(STAYS_MS)
        self._timer.timeout.connect(self._go)
        for act, made in self._buttons.items():
            made.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
        controller.changed.connect(self.refresh)
        self.refresh()

    def call(self, screen: tuple[int, int, int, int]) -> None:
        """Come up on the screen with that box."""
        x, y, width, height = screen
        tall = px(62)
        self.setGeometry(QRect(x, y + height - tall, width, tall))
        self.show()
        self.raise_()
        self._timer.start()

    def say(self, tone: str, text: str) -> None:
        """With the next or the present call."""
        self._said.set_tone(tone if tone != "ink" else "text")
        self._said.setText(text)

    @Slot()
    def refresh(self) -> None:
        now = self._controller.presentation
        self._place.setText(f"第 {now.number} / {now.total} 页")
        self._said.setText("")
        show = self._buttons[Act.REVEAL]
        show.show_state("收回" if now.is_revealed else "揭晓", calling=now.can_reveal)
        show.setEnabled(now.can_reveal or now.is_revealed)
        self._buttons[Act.BREAK].show_state(on=self._controller.on_break)
        self._buttons[Act.VOTE].setVisible(now.poll is not None)
        self._buttons[Act.MEDIA].setVisible(bool(media_of(now.page)))

    def enterEvent(self, event: QEnterEvent) -> None:
        super().enterEvent(event)
        self._timer.stop()

    def leaveEvent(self, event: object) -> None:
        self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().colour("surface"))

    @Slot()
    def _go(self) -> None:
        if not self.go_to.pending:
            self.hide()
            self._said.setText("")
        else:
            self._timer.start()
