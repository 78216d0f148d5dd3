"""All windows of a session, and where they stand: two screens, one, none too many."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.clock import Clock
from app.domain.presenter_options import PresenterOptions
from app.ui.presenter.act import Act
from app.ui.presenter.arrangement import Arrangement, ScreenFacts
from app.ui.presenter.audience_window import AudienceWindow
from app.ui.presenter.console_dialogs import ConsoleDialogs
from app.ui.presenter.console_window import ConsoleWindow
from app.ui.presenter.dark_span import DarkSpan, console_scale
from app.ui.presenter.media_pages import MediaPages
from app.ui.presenter.media_player import MediaPlayer
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.projection import Projection
from app.ui.presenter.screens import Screens
from app.ui.presenter.session_log import SessionLog
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.thin_bar import ThinBar

_ONLY_ONE = "只有一块屏幕，名单会被大家看到。请在会前或会后签到。"


class SessionWindows(QObject):
    """From `open` until ``ended``, which carries CLOSE or LATER of the end dialog; the windows are gone by then.

    ``find`` gives the file behind a name in the deck's folder.
    """

    ended = Signal(str)

    def __init__(
        self,
        log: SessionLog,
        clock: Clock,
        screens: Screens,
        options: PresenterOptions | None = None,
        find: Callable[[str], Path | None] = lambda name: None,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._screens, self._span = screens, DarkSpan(application, self)
        self._painter = SheetPainter(find)
        self.controller = PresenterController(log, clock, options, self)
        self.player = MediaPlayer(self)
        self.audience = AudienceWindow()
        self._projection = Projection(self.controller, self.audience, self._painter, self)
        self.player.frame_ready.connect(self.audience.show_frame)
        self._media = MediaPages(self.controller, self.player, find, self)
        self.dialogs = ConsoleDialogs(self.controller, self._painter, self.player, self)
        self.console: ConsoleWindow | None = None
        self.bar: ThinBar | None = None
        self._cover: QWidget | None = None
        self._is_open = False
        self._connect()

    def open(self) -> None:
        self._is_open = True
        self._arrange()

    def close(self) -> None:
        """All windows at once; nothing of the session stays in them."""
        if not self._is_open:
            return
        self._is_open = False
        self._screens.changed.disconnect(self._arrange)
        self.controller.close()
        self.player.load(None)
        self.dialogs.dismiss()
        self._projection.close()
        for window in (self.audience, self.console, self.bar, self._cover):
            if window is not None:
                window.hide()
                window.deleteLater()
        self._span.end()

    # slots

    @Slot()
    def _arrange(self) -> None:
        """To be done at once when a screen has gone: the room's page must not come up on the laptop."""
        if not self._is_open:
            return
        arrangement = self._screens.arrangement
        if arrangement.audience is None:
            self.audience.hide()
        if arrangement.console is not None:
            self._show_console(arrangement.console)
        elif self.console is not None:
            self.console.hide()
        if arrangement.audience is not None:
            self._show_audience(arrangement.audience, alone=arrangement.console is None)
        self._serve(arrangement)

    @Slot(object)
    def _act(self, act: Act) -> None:
        """From the room's window, where it is the only one."""
        if self.bar is not None and self.bar.go_to.pending and act is Act.NEXT:
            self.bar.go_to.go()
        elif act is Act.ATTENDANCE and self._screens.arrangement.console is None:
            self._say("amber", _ONLY_ONE)
        elif act is Act.PICK and self._screens.arrangement.console is None and self.controller.options.picking:
            self.controller.pick(show=True)
        else:
            self.controller.act(act)

    @Slot(str)
    def _typed(self, digit: str) -> None:
        if self._screens.arrangement.console is None:
            self._call_bar()
            assert self.bar is not None
            self.bar.go_to.type(digit)

    @Slot()
    def _call_bar(self) -> None:
        screen = self._screens.arrangement.audience
        if self._screens.arrangement.console is None and screen is not None:
            if self.bar is None:
                self.bar = ThinBar(self.controller)
                self.bar.acted.connect(self._act)
            self.bar.call(screen.box)

    @Slot(str, str)
    def _say(self, tone: str, text: str) -> None:
        """The console says it itself."""
        if self._screens.arrangement.console is None:
            self._call_bar()
            if self.bar is not None:
                self.bar.say(tone, text)

    @Slot(str)
    def _end(self, how: str) -> None:
        self.close()
        self.ended.emit(how)

    # private

    def _connect(self) -> None:
        self._screens.changed.connect(self._arrange)
        self.audience.acted.connect(self._act)
        self.audience.typed.connect(self._typed)
        self.audience.edge_reached.connect(self._call_bar)
        self.dialogs.swap_wanted.connect(self._screens.swap)
        self.dialogs.ended.connect(self._end)
        self.dialogs.opened.connect(self._uncover)
        self.dialogs.closed.connect(self._cover_again)
        self.controller.said.connect(self._say)

    def _show_console(self, screen: ScreenFacts) -> None:
        scale = console_scale(self._span.wanted_scale, screen.box[2], screen.box[3])
        before = self.console
        if before is None or self._span.scale != scale:
            self._span.begin(scale)
            self.console = ConsoleWindow(self.controller, self._painter, self.player)
            self.console.acted.connect(self.controller.act)
        assert self.console is not None
        self._screens.source.place(self.console, screen.name)
        if before is not None and before is not self.console:
            before.hide()
            before.deleteLater()

    def _show_audience(self, screen: ScreenFacts, alone: bool) -> None:
        if self.audience.alone is not alone:
            self.audience.hide()
            self.audience.set_alone(alone)
        self._screens.source.place(self.audience, screen.name)
        if alone:
            if self._span.scale is None:
                self._span.begin(console_scale(self._span.wanted_scale, screen.box[2], screen.box[3]))
            self.audience.activateWindow()
            self.audience.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
        elif self.bar is not None:
            self.bar.hide()

    def _serve(self, arrangement: Arrangement) -> None:
        if self.console is not None:
            self.console.set_arrangement(arrangement)
        if arrangement.console is not None:
            assert self.console is not None
            self.console.activateWindow()  # last, because some systems activate whatever is shown
            self.dialogs.serve(self.console, self.console)
        elif arrangement.audience is not None:
            self.dialogs.serve(None, self._cover_window())

    def _cover_window(self) -> QWidget:
        """Dialogs never become part of the room's window: they stand on one of their own over it."""
        if self._cover is None:
            self._cover = QWidget(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
            self._cover.setAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
            self._cover.setWindowTitle("镜鉴 · 投影控制")
        return self._cover

    @Slot()
    def _uncover(self) -> None:
        screen = self._screens.arrangement.audience
        if self._screens.arrangement.console is None and screen is not None:
            self._screens.source.place(self._cover_window(), screen.name)
            self._cover_window().activateWindow()

    @Slot()
    def _cover_again(self) -> None:
        if self._cover is not None:
            self._cover.hide()
            if self._is_open and self._screens.arrangement.console is None:
                self.audience.activateWindow()
                self.audience.setFocus(Qt.FocusReason.ActiveWindowFocusReason)
