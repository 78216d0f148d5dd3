"""Two hours of a session compressed: 7,200 turns of the page with votes, answers, curtains and a pulled cable.

Run: python -m tests.soak.turning [TURNS]. Prints what the memory did and fails where it grew by 20 MB or more after the
first tenth, in which pictures, fonts and modules find their places. Linux only: memory is read from /proc.
"""

import gc
import os
import sys
import tempfile
import time
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from app.bootstrap import open_app
from app.domain.meeting import MeetingKind
from app.domain.presenter_options import PresenterOptions
from app.paths import find_paths
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import LIGHT, apply_theme, set_resources
from app.ui.presenter.act import Act
from app.ui.presenter.meeting_log import MeetingLog
from app.ui.presenter.screens import Screens
from app.ui.presenter.session_windows import SessionWindows
from app.ui.tour.tour_clock import TourClock
from app.ui.tour.tour_screens import TourScreens

TURNS, MOST_MB = 7_200, 20.0
RESOURCES = Path(__file__).parents[2] / "resources"


def resident_mb() -> float:
    """Of this process."""
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def settle(application: QApplication, milliseconds: int = 0) -> None:
    QTest.qWait(milliseconds)
    application.processEvents()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def turn(windows: SessionWindows, screens: TourScreens, number: int) -> None:
    """One page on, round and round; what a room does to it on the way."""
    controller = windows.controller
    if controller.presentation.number == controller.presentation.total:
        controller.go_to(1)
    poll = controller.presentation.poll
    if poll is not None:
        for place, key in enumerate(poll.keys):
            controller.count(key, (number + place) % 60)
        if number % 3 == 0:
            controller.vote_again()
    if number % 11 == 0:
        controller.act(Act.BLACK)
        controller.act(Act.BLACK)
    if number % 17 == 0:
        for step in range(20):
            controller.draw_on((0.1 + step / 40, 0.5))
        controller.lift_pen()
        controller.act(Act.WIPE)
    if number % 401 == 0:
        screens.plug(False)
        screens.plug(True)
    console = windows.console
    assert console is not None
    QTest.keyClick(console.page, Qt.Key.Key_PageDown)


def main(turns: int = TURNS) -> int:
    application = QApplication(sys.argv[:1])
    set_resources(RESOURCES)
    load_fallback_font(RESOURCES)
    load_title_font(RESOURCES)
    apply_theme(application, LIGHT)
    with tempfile.TemporaryDirectory(prefix="jingjian-soak-") as folder:
        clock = TourClock()
        services = open_app(find_paths(Path(folder)), clock=clock, seed=1)
        services.library.adopt(services.library.prepare())
        case = services.library.cases()[0]
        deck = services.decks.of_case(case.id)
        services.meetings.start_deck(deck, case.title, case.id, MeetingKind.LECTURE)
        log = MeetingLog(services.meetings.stage, services.meetings.attendance, services.meetings.room)
        screens = TourScreens((1366, 768), (1920, 1080))
        windows = SessionWindows(log, clock, Screens(screens, "笔记本"), PresenterOptions())
        windows.open()
        grown = _play(application, windows, screens, turns)
        windows.close()
        services.meetings.stage.close()
        services.close()
    return 0 if grown < MOST_MB else 1


def _play(application: QApplication, windows: SessionWindows, screens: TourScreens, turns: int) -> float:
    """Megabytes grown."""
    began, start = time.monotonic(), 0.0
    seen: list[str] = []
    windows.controller.changed.connect(lambda: seen.append(""))
    print(f"{windows.controller.presentation.total} pages, {turns} turns")
    for number in range(1, turns + 1):
        turn(windows, screens, number)
        settle(application, 40 if number % 10 == 0 else 0)  # now and then long enough for the pages ahead
        if number % (turns // 10) == 0:
            gc.collect()
            now = resident_mb()
            start = start or now
            passed = time.monotonic() - began
            print(f"{number:6} turns  {now:7.1f} MB  {now - start:+6.1f}  {passed:5.0f} s", flush=True)
    grown = resident_mb() - start
    print(f"grown by {grown:+.1f} MB (most {MOST_MB:.0f}) over {len(seen)} changes of what is projected")
    if len(seen) < turns:
        raise SystemExit("pages were not turned")
    return grown


if __name__ == "__main__":
    raise SystemExit(main(int(sys.argv[1]) if len(sys.argv) > 1 else TURNS))
