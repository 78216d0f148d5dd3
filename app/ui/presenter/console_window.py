"""主讲人视图: the page that is on, what comes next, notes, votes, clocks. Never on the big screen."""

from PySide6.QtCore import QRectF, QSize, Qt, QTimer, Signal, Slot
from PySide6.QtGui import QCloseEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from app.ui.kit.banner import Banner
from app.ui.kit.focus_ring import FocusRing
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.toast import Toast
from app.ui.kit.tokens import current_theme, px
from app.ui.presenter.act import Act
from app.ui.presenter.arrangement import Arranged, Arrangement
from app.ui.presenter.attendance_strip import AttendanceStrip
from app.ui.presenter.console_buttons import ConsoleButtons
from app.ui.presenter.console_keys import ConsoleKeys
from app.ui.presenter.console_top_bar import ConsoleTopBar
from app.ui.presenter.current_page import CurrentPage
from app.ui.presenter.go_to_field import GoToField
from app.ui.presenter.media_bar import MediaBar
from app.ui.presenter.media_player import MediaPlayer
from app.ui.presenter.next_page import NextPage
from app.ui.presenter.notes_panel import NotesPanel
from app.ui.presenter.page_head import PageHead
from app.ui.presenter.picture_supply import PictureSupply
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import LIGHT_PAGE, PAGE_THEMES
from app.ui.presenter.vote_panel import VotePanel

LOST = "投影已断开，重新接好后自动恢复。讲稿、页码和投票都在，可以继续讲。"
_LOW, _NARROW = 660, 1200
"""Design pixels: below these the panels fold."""


class ConsoleWindow(QWidget):
    """``acted`` carries what the keys and buttons want; `ConsoleDialogs` and the controller do it."""

    acted = Signal(object)

    def __init__(
        self,
        controller: PresenterController,
        painter: SheetPainter,
        player: MediaPlayer,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle("镜鉴 · 主讲人视图")
        self._controller, self._painter, self._player = controller, painter, player
        self._now, self._coming = PictureSupply(painter, self), PictureSupply(painter, self)
        self.top = ConsoleTopBar(controller, controller.presentation.deck.title)
        self.page, self.head, self.next = CurrentPage(controller), PageHead(controller), NextPage(controller)
        self.notes, self.votes, self.media = NotesPanel(controller), VotePanel(controller), MediaBar(player)
        self.strip, self.buttons = AttendanceStrip(controller), ConsoleButtons(controller)
        self.banner = Banner(LOST, "red")
        self._later = QTimer(self)  # the room's window is painted first
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._draw)
        self._lay_out()
        self.go_to, self.toast = GoToField(controller, self.page), Toast(self.page)
        self._ring = FocusRing(self)
        self._keys = ConsoleKeys(self)
        self._connect()
        self.page.setFocus()

    def set_arrangement(self, arrangement: Arrangement) -> None:
        """Where the room's window is now."""
        self.top.set_arrangement(arrangement)
        self._warning.setVisible(arrangement.arranged is Arranged.LOST)
        if arrangement.audience is not None:
            self.set_shape(arrangement.audience.box[2], arrangement.audience.box[3])

    def set_shape(self, width: int, height: int) -> None:
        """Of the room's screen."""
        self.page.set_shape(QSize(width, height))
        self.next.view.set_shape(QSize(width, height))
        self._side.setFixedWidth(self._side_width())

    @property
    def warned(self) -> bool:
        """Whether the red banner is up."""
        return not self._warning.isHidden()

    def take_tool(self, act: Act) -> None:
        """指点 or 画笔 into the hand, or out of it."""
        self.page.take(act)

    def say(self, tone: str, text: str) -> None:
        self.toast.say(text, tone, seconds=5 if tone == "red" else 3)

    # Qt

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not self._keys.pressed(event):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if not self._keys.released(event):
            super().keyReleaseEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Closed by the system's own key it only asks for the end, as Esc does."""
        if event.spontaneous():
            event.ignore()
            self._controller.end_wanted.emit()
        else:
            super().closeEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        theme = current_theme()
        wide, high = self.width() / theme.scale, self.height() / theme.scale
        low, narrow = high < _LOW, wide < _NARROW
        self.top.set_narrow(narrow)
        self._side.setFixedWidth(self._side_width())
        self.strip.set_narrow(self._side.width() < px(430))
        self._fold(low)

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).fillRect(event.rect(), current_theme().colour("bg"))

    # slots

    @Slot()
    def _draw(self) -> None:
        """Both pictures. Another state of the same page is another picture."""
        now, theme = self._controller.presentation, PAGE_THEMES.get(self._controller.options.theme, LIGHT_PAGE)
        size, ratio = self.page.picture_size, self.devicePixelRatioF()
        self._fold(self.height() / current_theme().scale < _LOW)
        if not size.isEmpty():
            self._now.set_screen(size, ratio, theme)
            sheet = now.sheet_at(now.index)
            texts = [box.rect for box in self._painter.boxes(sheet, size, now.number, now.total)]
            film = self._painter.media_rect(sheet, QRectF(0, 0, size.width(), size.height()))
            self.page.show_page(self._now.of_state(now), theme, texts, film)
        size = self.next.view.picture_size
        if not size.isEmpty() and self.next.view.isVisibleTo(self):
            self._coming.set_screen(size, ratio, theme)
            self.next.show_picture(self._coming.of_state(self.next.coming()))

    # private

    def _lay_out(self) -> None:
        left = column(self.head, (self.page, 1), self.media, spacing=4)
        right = column((self.next, 2), (self.notes, 3), self.votes, self.strip, spacing=8)
        self._side = boxed(right)
        middle = row((left, 1), self._side, margins=(14, 4, 14, 0), spacing=14)
        lower = column(self.buttons, margins=(14, 0, 14, 8))
        self._warning = boxed(column(self.banner, margins=(14, 6, 14, 0)))
        self.setLayout(column(self.top, self._warning, (middle, 1), lower, spacing=6))
        self._warning.hide()

    def _connect(self) -> None:
        controller = self._controller
        for signal in (controller.changed, controller.options_changed, self.page.resized, self.next.view.resized):
            signal.connect(self._later.start)
        for asking in (self.buttons.acted, self.head.acted):
            asking.connect(self.acted)
        for wanted, act in (
            (self.top.swap_wanted, Act.SWAP),
            (self.top.keys_wanted, Act.KEYS),
            (self.strip.list_wanted, Act.ATTENDANCE),
        ):
            wanted.connect(lambda act=act: self.acted.emit(act))
        self.strip.end_wanted.connect(controller.end_wanted)
        controller.said.connect(self.say)
        self._player.frame_ready.connect(self.page.show_frame)
        self.page.tool_changed.connect(lambda: self.buttons.set_tool(self.page.tool))
        self.votes.left.connect(lambda: self.page.setFocus(Qt.FocusReason.OtherFocusReason))
        self._later.start()

    def _side_width(self) -> int:
        """What the page, as high as it may be, leaves over; at least so much as votes need."""
        shape, around = self.page.shape, px(52 + 32 + 52 + 36)
        page = max(self.height() - around, 1) * shape.width() // max(shape.height(), 1)
        least, most = max(self.width() * 0.28, px(372)), self.width() * 0.46
        return round(min(max(self.width() - page - px(48), least), most))

    def _fold(self, low: bool) -> None:
        """With votes on a low screen there is no room for the picture of what comes; the line over it stays."""
        self.votes.set_low(low and self._side.width() >= px(470))
        self.next.set_folded(low and self._controller.presentation.poll is not None)
