"""What an act of the console opens or does where it is not the controller's affair."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget

from app.ui.kit.overlay import Overlay
from app.ui.presenter.act import Act
from app.ui.presenter.attendance_dialog import AttendanceDialog
from app.ui.presenter.console_window import ConsoleWindow
from app.ui.presenter.countdown_panel import CountdownPanel
from app.ui.presenter.dialog import Dialog
from app.ui.presenter.end_dialog import STAY, EndDialog
from app.ui.presenter.key_sheet import KeySheet
from app.ui.presenter.media_player import MediaPlayer
from app.ui.presenter.overview import Overview
from app.ui.presenter.pick_panel import PickPanel
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import LIGHT_PAGE, PAGE_THEMES
from app.ui.presenter.team_panel import TeamPanel
from app.ui.presenter.vote_dialog import VoteDialog


class ConsoleDialogs(QObject):
    """One dialog at a time, over the console, or over ``anchor`` where there is none."""

    ended = Signal(str)
    """CLOSE or LATER."""
    swap_wanted = Signal()
    opened = Signal()
    closed = Signal()

    def __init__(
        self,
        controller: PresenterController,
        painter: SheetPainter,
        player: MediaPlayer,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._painter, self._player = controller, painter, player
        self._console: ConsoleWindow | None = None
        self._anchor: QWidget | None = None
        self._open: Overlay | None = None
        controller.wanted.connect(self.do)
        controller.end_wanted.connect(self.ask_end)

    def serve(self, console: ConsoleWindow | None, anchor: QWidget) -> None:
        """The windows of now; a dialog of another window is closed."""
        self.dismiss()
        self._console, self._anchor = console, anchor

    @property
    def open_dialog(self) -> Overlay | None:
        return self._open

    def dismiss(self) -> None:
        if self._open is not None:
            self._open.dismiss()

    @Slot(object)
    def do(self, act: Act) -> None:
        """What the controller passes on."""
        controller, anchor = self._controller, self._anchor
        if anchor is None:
            return
        opened: dict[Act, Callable[[], Overlay]] = {
            Act.OVERVIEW: self._overview,
            Act.TIMER: lambda: CountdownPanel(anchor, controller),
            Act.ATTENDANCE: lambda: AttendanceDialog(anchor, controller),
            Act.KEYS: lambda: KeySheet(anchor),
        }
        if controller.options.picking:
            opened[Act.PICK] = lambda: PickPanel(anchor, controller)
        if controller.options.teams:
            opened[Act.TEAMS] = lambda: TeamPanel(anchor, controller)
        if act in opened:
            self._show(opened[act]())
        elif act in (Act.PICK, Act.TEAMS):
            controller.said.emit("ink", f"{act.value}没有打开。需要时在开始前勾选。")
        else:
            self._at_once(act)

    @Slot()
    def ask_end(self) -> None:
        if self._anchor is None:
            return
        dialog = EndDialog(self._anchor, self._controller.is_meeting)
        dialog.chosen.connect(lambda key: self.ended.emit(key) if key not in (STAY, "") else None)
        self._show(dialog)

    def _at_once(self, act: Act) -> None:
        controller, console = self._controller, self._console
        if act is Act.SWAP:
            self.swap_wanted.emit()
        elif act is Act.MEDIA:
            self._player.toggle()
        elif act in (Act.BIGGER, Act.SMALLER):
            controller.resize_notes(1 if act is Act.BIGGER else -1)
        elif act is Act.VOTE:
            self._vote()
        elif console is None:
            return
        elif act in (Act.NOTES_DOWN, Act.NOTES_UP):
            console.notes.scroll_by(1 if act is Act.NOTES_DOWN else -1)
        elif act in (Act.POINTER, Act.PEN):
            console.take_tool(act)

    def _vote(self) -> None:
        if self._controller.presentation.poll is None:
            self._controller.said.emit("ink", "这一页没有要作答的题。")
        elif self._console is not None:
            self._console.votes.take_focus()
        elif self._anchor is not None:
            self._show(VoteDialog(self._anchor, self._controller))

    def _overview(self) -> Overlay:
        controller = self._controller
        assert self._anchor is not None
        theme = PAGE_THEMES.get(controller.options.theme, LIGHT_PAGE)
        # Over the only screen the room looks on: what is still to come stays unseen.
        shown = frozenset(controller.seen) if self._console is None else None
        made = Overview(self._anchor, controller.presentation, self._painter, theme, shown)
        made.chosen.connect(controller.go_to)
        return made

    def _show(self, dialog: Overlay) -> None:
        self.dismiss()
        self._open = dialog
        dialog.closed.connect(lambda: self._forget(dialog))
        if isinstance(dialog, Dialog) and not isinstance(dialog, EndDialog):
            dialog.passed.connect(self._controller.act)
        self.opened.emit()
        dialog.open()

    def _forget(self, dialog: Overlay) -> None:
        if self._open is dialog:
            self._open = None
            self.closed.emit()
