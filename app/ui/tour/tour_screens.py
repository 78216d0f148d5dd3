"""The two screens of the play: the projector is plugged in and pulled out without hardware."""

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtWidgets import QWidget

from app.ui.presenter.arrangement import ScreenFacts


class TourScreens(QObject):
    """Windows are put where such screens would be; the real one may be of any size."""

    changed = Signal()

    def __init__(self, console: tuple[int, int], audience: tuple[int, int], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._laptop = ScreenFacts("笔记本", (0, 0, *console))
        self._projector = ScreenFacts("投影仪", (console[0], 0, *audience))
        self._plugged = True

    def all(self) -> tuple[ScreenFacts, ...]:
        return (self._laptop, self._projector) if self._plugged else (self._laptop,)

    def plug(self, plugged: bool) -> None:
        self._plugged = plugged
        self.changed.emit()

    def resize(self, audience: tuple[int, int]) -> None:
        """The projector's resolution is changed while it is on."""
        self._projector = ScreenFacts(self._projector.name, (*self._projector.box[:2], *audience))
        self.changed.emit()

    def place(self, window: QWidget, name: str) -> None:
        for screen in self.all():
            if screen.name == name:
                window.setGeometry(QRect(*screen.box))
                window.show()
