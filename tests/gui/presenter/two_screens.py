"""Run by test_screens.py on two screens: where the windows are, before and after the exchange, as JSON."""

import json
import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.presenter.act import Act
from app.ui.presenter.screen_list import ScreenList
from app.ui.presenter.screens import Screens
from app.ui.presenter.session_windows import SessionWindows
from tests.gui.presenter.session_deck import SteadyClock, rehearsal


def main():
    application = QApplication(sys.argv)
    from app.ui.kit.theme import set_resources

    set_resources(Path(__file__).parents[3] / "resources")
    clock = SteadyClock()
    windows = SessionWindows(rehearsal(clock), clock, Screens(ScreenList(), "LAPTOP"))

    def places():
        for _ in range(20):
            application.processEvents()
        shown = {"console": windows.console, "audience": windows.audience}
        return {name: [one.screen().name(), one.width(), one.height()] for name, one in shown.items()}

    windows.open()
    told = {"start": places()}
    told["active"] = "console" if application.activeWindow() is windows.console else "other"
    windows.controller.act(Act.SWAP)
    told["swapped"] = places()
    windows.close()
    print(json.dumps(told))


main()
