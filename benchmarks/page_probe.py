"""Turns the pages of a case beside a bare window that does the same, and prints one JSON line of figures.

``page_probe.py DATA_FOLDER WIDTH HEIGHT``; the folder is made at the first run.
"""

import gc
import json
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QPointF, QSize, QTimer
from PySide6.QtGui import QPainter, QPaintEvent, QPixmap
from PySide6.QtWidgets import QApplication, QWidget

from app.bootstrap import open_app
from app.domain.case_deck import pages_of_case
from app.domain.deck import Deck
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.paths import AppPaths, find_paths
from app.services.system_clock import SystemClock
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.theme import LIGHT, apply_theme, set_resources
from app.ui.presenter.act import Act
from app.ui.presenter.audience_window import AudienceWindow
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.projection import Projection
from app.ui.presenter.session_log import RehearsalLog
from app.ui.presenter.sheet_painter import SheetPainter
from benchmarks.page_turn import p95

TURNS, COLD = 40, 10
PAUSE_MS = 500
FURTHEST = 16
"""After a turn of the pages: nobody reads a page in less."""
REST_MS = 20


class BareWindow(QWidget):
    """Shows one of two pixmaps that are ready."""

    def __init__(self, pictures: list[QPixmap]) -> None:
        super().__init__()
        self._pictures, self._place = pictures, 0

    def turn(self) -> None:
        self._place = 1 - self._place
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        QPainter(self).drawPixmap(QPointF(0, 0), self._pictures[self._place])


class Turn(QObject):
    """From ``act`` until ``window`` has been painted, then ``then(milliseconds)``."""

    def __init__(self, window: QWidget, act: Callable[[], None], then: Callable[[float], None]) -> None:
        super().__init__()
        self._then = then
        window.installEventFilter(self)
        self._began = time.perf_counter()
        act()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)  # after everything that is painted with it
        return False

    def _end(self) -> None:
        self._then((time.perf_counter() - self._began) * 1e3)


class Turns(QObject):
    """Pages, forth and back, and bare window in turn; at last pages that nobody prepared: jumps far ahead."""

    def __init__(self, controller: PresenterController, window: AudienceWindow, bare: BareWindow) -> None:
        super().__init__()
        self._controller, self._window, self._bare = controller, window, bare
        self._turn: Turn | None = None
        self._act = Act.NEXT
        self.mine: list[float] = []
        self.others: list[float] = []
        self.cold: list[float] = []

    def begin(self) -> None:
        """One turn of the bare window does not count: what measures is used for the first time, too."""
        self._turn = Turn(self._bare, self._bare.turn, lambda _: QTimer.singleShot(REST_MS, self._go))

    def _go(self) -> None:
        if len(self.mine) == TURNS:
            self._jump()
        else:
            if self._controller.presentation.number in (1, FURTHEST):  # a turn at the edge would paint nothing
                self._act = Act.NEXT if self._controller.presentation.number == 1 else Act.PREVIOUS
            act = self._act
            self._turn = Turn(self._window, lambda: self._controller.act(act), self._note)

    def _note(self, taken: float) -> None:
        self.mine.append(taken)
        QTimer.singleShot(PAUSE_MS, self._go_bare)

    def _go_bare(self) -> None:
        self._turn = Turn(self._bare, self._bare.turn, self._note_bare)

    def _note_bare(self, taken: float) -> None:
        self.others.append(taken)
        QTimer.singleShot(REST_MS, self._go)

    def _jump(self) -> None:
        if len(self.cold) == COLD:
            QApplication.exit(0)
            return
        total = self._controller.presentation.total
        number = 1 + (self._controller.presentation.number + 9) % total
        self._turn = Turn(self._window, lambda: self._controller.go_to(number), self._note_cold)

    def _note_cold(self, taken: float) -> None:
        self.cold.append(taken)
        QTimer.singleShot(PAUSE_MS, self._jump)


def main(folder: str, width: int, height: int) -> int:
    application = QApplication(sys.argv[:1])
    paths = find_paths(Path(folder))
    set_resources(paths.resources)
    load_fallback_font(paths.resources)
    load_title_font(paths.resources)
    apply_theme(application, LIGHT)
    clock, painter = SystemClock(), SheetPainter()
    log = RehearsalLog(Presentation(_deck(paths)), Pace())
    controller, window = PresenterController(log, clock), AudienceWindow()
    size = QSize(width, height)
    window.resize(size)
    projection = Projection(controller, window, painter)
    pages = log.began_with[0].deck.pages[:2]
    bare = BareWindow([painter.pixmap(page.sheet, size, 1, 2) for page in pages])
    bare.resize(size)
    for shown in (bare, window):
        shown.show()
    turns = Turns(controller, window, bare)
    gc.collect()
    gc.freeze()  # as the product does once it has started
    QTimer.singleShot(PAUSE_MS, turns.begin)
    application.exec()
    projection.close()
    controller.close()
    print(json.dumps(_figures(turns)))
    return 0


def _figures(turns: Turns) -> dict[str, float]:
    return {
        "page_ms": statistics.median(turns.mine),
        "page_p95_ms": p95(turns.mine),
        "bare_ms": statistics.median(turns.others),
        "bare_p95_ms": p95(turns.others),
        "first_ms": turns.mine[0],
        "bare_first_ms": turns.others[0],
        "cold_ms": statistics.median(turns.cold),
        "cold_p95_ms": p95(turns.cold),
    }


def _deck(paths: AppPaths) -> Deck:
    """The case with the most pages."""
    services = open_app(paths, seed=1)
    services.library.adopt(services.library.prepare())
    library = services.library
    cases = [library.case(summary.id) for summary in library.cases()]
    decks = [Deck(case.title, pages_of_case(case, library.article)) for case in cases]
    services.close()
    return max(decks, key=lambda deck: len(deck.pages))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3])))
