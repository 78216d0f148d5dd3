"""Goes on with the exam that waits, in a process of its own, until it is killed.

    python -m app.ui.tour.sitter DATA DAYS

Whatever is acknowledged goes out as a line "[place, answer]", unbuffered. ``DAYS``: how far ahead the tour's clock is.
"""

import json
import os
import sys
from importlib import import_module
from pathlib import Path

from app.domain.events import ExamAnswered
from app.ui.tour.answering import answer, card_on_screen
from app.ui.tour.stage import Stage
from app.ui.tour.tour_clock import TourClock


def acknowledge(event: ExamAnswered) -> None:
    os.write(1, f"{json.dumps([event.place, event.answer], ensure_ascii=False)}\n".encode())


def main(data: Path, days: int) -> None:
    """Returns only where all is answered and nobody has killed it."""
    # The command line opens the data in the same way. By name, because both stand above the windows.
    open_app = import_module("app.bootstrap").open_app
    paths = import_module("app.paths").find_paths(data)
    clock = TourClock()
    clock.go_on(days)
    stage = Stage(paths.resources, data, data, lambda look: open_app(paths, look, clock), clock)
    stage.services.bus.subscribe(ExamAnswered, acknowledge)
    stage.go("exams")
    stage.press("继续考试")
    stage.on_page("exam")
    while True:
        if not any(card_on_screen(stage).answer()):
            answer(stage)
        if not stage.press_any("下一题"):
            return


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
