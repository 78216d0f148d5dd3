"""An answer's commit (event and projections) against a bare one-row commit of the same pragmas.

Each round is a session: both databases are opened anew, so that the write-ahead log grows on both sides, as it does
when a person opens the program and answers some hundred questions.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from app.bootstrap import open_app
from app.domain.question import QuestionKind
from app.paths import find_paths
from app.services.services import Services
from benchmarks.ratios import line

ROUNDS, COUNT, GOAL = 5, 200, 1.3


def main() -> None:
    for what, prepare in (("practice answer", _practice), ("exam answer", _exam)):
        pairs = [_session(prepare) for _ in range(ROUNDS)]
        mine, bare = (statistics.median(pair[side] for pair in pairs) for side in (0, 1))
        ratio = statistics.median(own / other for own, other in pairs)
        detail = f"{mine * 1e3:.2f} / {bare * 1e3:.2f} ms"
        print(line(f"{what} committed / bare one-row commit", ratio, GOAL, detail), flush=True)


def _session(prepare: Callable[[Services], Callable[[], object]]) -> tuple[float, float]:
    """Median seconds of an answer and of a bare commit."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        services = open_app(find_paths(Path(folder) / "data"), seed=1)
        services.library.adopt(services.library.prepare())
        answer = prepare(services)
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            bare.execute(f"PRAGMA {pragma}")
        bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, text TEXT)")
        own = [_seconds(answer) for _ in range(COUNT)]
        other = [_seconds(lambda: bare.execute("INSERT INTO answer (text) VALUES ('A')")) for _ in range(COUNT)]
        bare.close()
        services.close()
    return statistics.median(own), statistics.median(other)


def _practice(services: Services) -> Callable[[], object]:
    question = next(one for one in services.library.bank() if one.kind is QuestionKind.SINGLE)
    shown = services.practice.shown(question)
    return lambda: services.practice.answer(question, shown, ("A",), "sure")


def _exam(services: Services) -> Callable[[], object]:
    exam = services.exams.start(services.library.papers()[0], "")
    return lambda: services.exams.answer(exam, 1, ("A",))


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
