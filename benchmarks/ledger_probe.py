"""Opens pages of 改 over a full and over a bare campaign in turn, and prints one JSON line of figures.

``ledger_probe.py DATA_FOLDER FULL BARE``: the ids of two campaigns; the clock stands still in December.
"""

import gc
import json
import statistics
import sys
import time
from collections import defaultdict
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QStackedLayout, QWidget

from app.bootstrap import open_app
from app.paths import find_paths
from app.ui.kit.fonts import load_fallback_font, load_title_font
from app.ui.kit.page import Page
from app.ui.kit.theme import LIGHT, apply_theme, set_resources
from app.ui.rectify.ledger_page import LedgerPage
from app.ui.shell.page_factory import PageFactory
from benchmarks.ledger_reports import _Clock

SIZE = (1278, 712)
"""What the shell leaves of 1366 × 768."""
ROUNDS, WARMING = 5, 1
PAUSE_MS = 250
"""After a page: it counts the reports a little later, and what went must be gone."""
FULL, BARE = "full", "bare"
Step = tuple[str, str, Callable[[], QWidget]]


class Turn(QObject):
    """From ``act`` until the widget that it gives has been painted, then ``then(milliseconds)``."""

    def __init__(self, act: Callable[[], QWidget], then: Callable[[float], None]) -> None:
        super().__init__()
        self._then = then
        self._began = time.perf_counter()
        act().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._end)  # after everything that is painted with it
        return False

    def _end(self) -> None:
        self._then((time.perf_counter() - self._began) * 1e3)


class Rounds(QObject):
    """One step after the other, each from the deed until what it shows is painted."""

    def __init__(self, factory: PageFactory, campaigns: dict[str, str]) -> None:
        super().__init__()
        self._factory, self._campaigns = factory, campaigns
        self.window = QWidget()
        self._stack = QStackedLayout(self.window)
        self._page: Page | None = None
        self._turn: Turn | None = None
        self._steps = [step for number in range(WARMING + ROUNDS) for step in self._round(number)]
        self.seen: dict[tuple[str, str], list[float]] = defaultdict(list)

    def go(self) -> None:
        if not self._steps:
            QApplication.exit(0)
            return
        name, which, act = self._steps.pop(0)
        self._turn = Turn(act, partial(self._note, name, which))

    def _round(self, number: int) -> list[Step]:
        """Every other round the other way about: neither profits from coming second."""
        order = (BARE, FULL) if number % 2 else (FULL, BARE)
        steps: list[Step] = []
        for which in order:
            steps.append(("table", which, partial(self._open, "ledger", which)))
            steps.append(("board", which, self._show_board))
        steps += [("grid", which, partial(self._open, "collection", which)) for which in order]
        return steps

    def _open(self, key: str, which: str) -> QWidget:
        if self._page is not None:
            self._page.leave()
            self._stack.removeWidget(self._page)
            self._page.deleteLater()
        self._page = self._factory.build(key, self._campaigns[which])
        self._stack.addWidget(self._page)
        self._stack.setCurrentWidget(self._page)
        self._page.shown()
        return self._page

    def _show_board(self) -> QWidget:
        assert isinstance(self._page, LedgerPage)
        self._page._show_view("board")
        return self._page._views.current()

    def _note(self, name: str, which: str, taken: float) -> None:
        self.seen[name, which].append(taken)
        QTimer.singleShot(PAUSE_MS, self.go)


def main(folder: str, full: str, bare: str) -> int:
    application = QApplication(sys.argv[:1])
    paths = find_paths(Path(folder))
    set_resources(paths.resources)
    load_fallback_font(paths.resources)
    load_title_font(paths.resources)
    apply_theme(application, LIGHT)
    services = open_app(paths, clock=_Clock(), seed=1)
    rounds = Rounds(PageFactory(services, paths.data), {FULL: full, BARE: bare})
    rounds.window.resize(*SIZE)
    rounds.window.show()
    gc.collect()
    gc.freeze()  # as the product does once it has started
    QTimer.singleShot(PAUSE_MS, rounds.go)
    application.exec()
    print(json.dumps(_figures(rounds.seen)))
    services.close()
    return 0


def _figures(seen: dict[tuple[str, str], list[float]]) -> dict[str, float]:
    figures = {}
    for name in ("table", "board", "grid"):
        mine, others = seen[name, FULL][WARMING:], seen[name, BARE][WARMING:]
        figures[f"{name}_ms"] = statistics.median(mine)
        figures[f"{name}_bare_ms"] = statistics.median(others)
        figures[f"{name}_ratio"] = statistics.median(one / other for one, other in zip(mine, others, strict=True))
    return figures


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
