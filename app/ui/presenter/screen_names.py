"""The names on all screens at once."""

from PySide6.QtCore import QObject, Slot

from app.ui.presenter.arrangement import Arranged, distinct
from app.ui.presenter.screen_name import ScreenName
from app.ui.presenter.screens import Screens

LEADER, ROOM, BOTH, UNUSED = "主讲人屏幕", "投影屏幕（大家看到的）", "大家看到的屏幕", "不使用"


class ScreenNames(QObject):
    """Shown from the start until `close`; they follow every change."""

    def __init__(self, screens: Screens, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._screens = screens
        self._shown: list[ScreenName] = []
        screens.changed.connect(self.refresh)
        self.refresh()

    def texts(self) -> list[str]:
        return [one.text() for one in self._shown]

    @Slot()
    def refresh(self) -> None:
        self._clear()
        arrangement = self._screens.arrangement
        for screen in distinct(self._screens.all()):
            role = UNUSED
            if screen == arrangement.console:
                role = LEADER
            elif screen == arrangement.audience:
                role = ROOM if arrangement.arranged is Arranged.TWO else BOTH
            name = ScreenName(screen, role)
            name.show()
            self._shown.append(name)

    def close(self) -> None:
        self._screens.changed.disconnect(self.refresh)
        self._clear()

    def _clear(self) -> None:
        for name in self._shown:
            name.hide()
            name.deleteLater()
        self._shown = []
