"""Sessions in windows, on screens that the test plugs in and pulls out."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QRect, Signal

from app.domain.presenter_options import PresenterOptions
from app.ui.kit.theme import LIGHT, apply_theme
from app.ui.presenter.arrangement import ScreenFacts
from app.ui.presenter.screens import Screens
from app.ui.presenter.session_windows import SessionWindows
from tests.gui.presenter.session_deck import SteadyClock, found, rehearsal

RESOURCES = Path(__file__).parents[3] / "resources"
LAPTOP = ScreenFacts("LAPTOP", (0, 0, 1366, 768))
PROJECTOR = ScreenFacts("PROJECTOR", (1366, 0, 1024, 768))


class PluggedScreens(QObject):
    """Screens that come and go at the test's word; windows are put where they would be."""

    changed = Signal()

    def __init__(self, *screens):
        super().__init__()
        self.screens = screens
        self.placed = {}

    def all(self):
        return self.screens

    def plug(self, *screens):
        self.screens = screens
        self.changed.emit()

    def place(self, window, name):
        self.placed[window.windowTitle()] = name
        box = next(one.box for one in self.screens if one.name == name)
        window.setGeometry(QRect(*box))
        window.show()


@pytest.fixture
def clock():
    return SteadyClock()


@pytest.fixture
def screens():
    return PluggedScreens(LAPTOP, PROJECTOR)


@pytest.fixture
def hold(dressed, qtbot, clock, screens):
    """Opens a session: deck, options, page number. The console has the focus."""
    apply_theme(dressed, LIGHT)
    held = []

    def begin(deck=None, number=1, names=None, **options):
        log = rehearsal(clock, deck, number, names)
        windows = SessionWindows(log, clock, Screens(screens, "LAPTOP"), PresenterOptions(**options), found)
        held.append(windows)
        windows.open()
        if windows.console is not None and windows.console.isVisible():
            with qtbot.waitActive(windows.console):
                windows.console.activateWindow()
        return windows

    yield begin
    for windows in held:
        windows.close()
        windows.deleteLater()
    apply_theme(dressed, LIGHT)
