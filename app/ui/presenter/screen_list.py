"""The screens of this PC, as they come and go."""

from PySide6.QtCore import QObject, QRect, Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from app.ui.presenter.arrangement import ScreenFacts


class ScreenList(QObject):
    """``changed`` is emitted when a screen comes, goes, or is given another place or resolution."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        application.screenAdded.connect(self._added)
        application.screenRemoved.connect(self._removed)
        application.primaryScreenChanged.connect(self._tell)
        for screen in QGuiApplication.screens():
            self._watch(screen)

    def all(self) -> tuple[ScreenFacts, ...]:
        """The primary one first."""
        return tuple(
            ScreenFacts(screen.name(), _box(screen.geometry()), screen.devicePixelRatio())
            for screen in QGuiApplication.screens()
        )

    def place(self, window: QWidget, name: str) -> None:
        """Let ``window`` fill the screen of that name; a screen that has just gone is passed over."""
        for screen in QGuiApplication.screens():
            if screen.name() == name:
                elsewhere = window.screen() is not screen
                if elsewhere and window.isVisible():
                    window.hide()  # a full-screen window does not move by itself everywhere
                window.setScreen(screen)
                if elsewhere or window.geometry() != screen.geometry() or not window.isFullScreen():
                    window.setGeometry(QRect(screen.geometry()))
                    window.setWindowState(Qt.WindowState.WindowFullScreen)
                window.show()  # showFullScreen would take the focus as well
                return

    @Slot(QScreen)
    def _added(self, screen: QScreen) -> None:
        self._watch(screen)
        self.changed.emit()

    @Slot(QScreen)
    def _removed(self, screen: QScreen) -> None:
        self.changed.emit()

    @Slot()
    def _tell(self) -> None:
        self.changed.emit()

    def _watch(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._tell)
        screen.physicalDotsPerInchChanged.connect(self._tell)


def _box(rect: QRect) -> tuple[int, int, int, int]:
    return rect.x(), rect.y(), rect.width(), rect.height()
