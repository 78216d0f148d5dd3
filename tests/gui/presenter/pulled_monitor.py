"""Run by test_screens.py under X with two monitors: pulls one out with xrandr, puts it back, tells as JSON."""

import json
import subprocess
import sys
import time
from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.ui.presenter.screen_list import ScreenList
from app.ui.presenter.screens import Screens
from app.ui.presenter.session_windows import SessionWindows
from tests.gui.presenter.session_deck import SteadyClock, rehearsal


def main():
    application = QApplication(sys.argv)
    from app.ui.kit.theme import set_resources

    set_resources(Path(__file__).parents[3] / "resources")
    clock, screens = SteadyClock(), Screens(ScreenList(), "LAPTOP")
    windows = SessionWindows(rehearsal(clock), clock, screens)

    def until(arranged):
        end = time.monotonic() + 10
        while screens.arrangement.arranged.value != arranged and time.monotonic() < end:
            application.processEvents()
            time.sleep(0.02)
        for _ in range(20):
            application.processEvents()
        now = screens.arrangement.arranged.value
        return {"arranged": now, "audience": windows.audience.isVisible(), "console": windows.console.isVisible()}

    windows.open()
    told = {"start": until("投影已连接")}
    subprocess.run(["xrandr", "--delmonitor", "PROJECTOR"], check=True)
    told["pulled"] = until("投影已断开")
    subprocess.run(["xrandr", "--setmonitor", "PROJECTOR", "1024/270x768/203+1366+0", "none"], check=True)
    told["back"] = until("投影已连接")
    told["screen"] = windows.audience.screen().name()
    windows.close()
    print(json.dumps(told))


main()
