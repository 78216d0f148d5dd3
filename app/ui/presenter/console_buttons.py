"""The row of buttons along the lower edge of the console."""

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QWidget

from app.domain.audience_view import Curtain
from app.ui.kit.layouts import row
from app.ui.presenter.act import Act
from app.ui.presenter.console_button import ConsoleButton
from app.ui.presenter.presenter_controller import PresenterController

_ORDER = (
    Act.PREVIOUS,
    Act.NEXT,
    Act.REVEAL,
    Act.BLACK,
    Act.WHITE,
    Act.FREEZE,
    Act.BREAK,
    Act.OVERVIEW,
    Act.TIMER,
    Act.POINTER,
    Act.PEN,
    Act.PICK,
    Act.TEAMS,
)


class ConsoleButtons(QWidget):
    """Each says what is on. ``acted`` carries the Act of the one that was pressed."""

    acted = Signal(object)

    def __init__(self, controller: PresenterController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._controller, self._tool = controller, ""
        self._buttons = {act: ConsoleButton(act, act is Act.NEXT) for act in _ORDER}
        wide = {Act.NEXT: 3, Act.PREVIOUS: 2, Act.REVEAL: 2}
        self.setLayout(row(*((made, wide.get(act, 2)) for act, made in self._buttons.items()), spacing=6))
        for act, made in self._buttons.items():
            made.clicked.connect(lambda _=False, act=act: self.acted.emit(act))
        for signal in (controller.changed, controller.drawn, controller.options_changed):
            signal.connect(self.refresh)
        self.refresh()

    def button(self, act: Act) -> ConsoleButton:
        return self._buttons[act]

    def set_tool(self, tool: Act | None) -> None:
        """Which of 指点 and 画笔 is in the hand."""
        for act in (Act.POINTER, Act.PEN):
            self._buttons[act].show_state(on=act is tool)

    @Slot()
    def refresh(self) -> None:
        now, options = self._controller.presentation, self._controller.options
        show = {act: made.show_state for act, made in self._buttons.items()}
        self._buttons[Act.PREVIOUS].setEnabled(now.index > 0)
        self._buttons[Act.NEXT].setEnabled(now.following is not None or (now.can_reveal and now.reveal_first))
        show[Act.REVEAL]("收回" if now.is_revealed else "揭晓", calling=now.can_reveal)
        self._buttons[Act.REVEAL].setEnabled(now.can_reveal or now.is_revealed)
        resting = self._controller.on_break
        show[Act.BREAK](on=resting)
        show[Act.BLACK](on=now.covered is Curtain.BLACK and not resting)
        show[Act.WHITE](on=now.covered is Curtain.WHITE)
        show[Act.FREEZE](on=now.frozen)
        show[Act.TIMER](on=now.seconds_left is not None)
        show[Act.PICK](on=bool(now.shown_name))
        self._buttons[Act.PICK].setVisible(options.picking)
        self._buttons[Act.TEAMS].setVisible(options.teams)
