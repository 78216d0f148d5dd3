"""An answer's commit (event and projections) against a bare one-row commit of the same pragmas.

Each round is a session on fresh files. Twenty answers, twenty bare commits and twenty raw writes with fdatasync take
turns, so that all three meet the same state of the disk. (Turns of one would disturb each other: when several files are
synced in turn ext4 may wait for more to come, and both sides look alike.) The median of the rounds counts.
"""

import os
import sqlite3
import statistics
import tempfile
import time
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from app.bootstrap import open_app
from app.domain.question import QuestionKind
from app.paths import find_paths
from app.services.services import Services
from benchmarks.ratios import line

ROUNDS, TURNS, EACH = 5, 10, 20
GOAL, RAW_GOAL = 1.3, 2
BLOCK = bytes(4096)


def main() -> None:
    for what, prepare in (("practice answer", _practice), ("exam answer", _exam)):
        sessions = [_session(prepare) for _ in range(ROUNDS)]
        mine, bare, raw = (statistics.median(figures) * 1e3 for figures in zip(*sessions, strict=True))
        ratio = statistics.median(own / other for own, other, _ in sessions)
        print(line(f"{what} committed / bare one-row commit", ratio, GOAL, f"{mine:.2f} / {bare:.2f} ms"), flush=True)
        ratio = statistics.median(own / other for own, _, other in sessions)
        print(line(f"{what} committed / raw fdatasync", ratio, RAW_GOAL, f"{mine:.2f} / {raw:.2f} ms"), flush=True)


def _session(prepare: Callable[[Services], Callable[[], object]]) -> tuple[float, float, float]:
    """Median seconds of an answer, of a bare commit, and of 4 KiB appended to a file and synced."""
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        services = open_app(find_paths(Path(folder) / "data"), seed=1)
        services.library.adopt(services.library.prepare())
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            bare.execute(f"PRAGMA {pragma}")
        bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, text TEXT)")
        raw = os.open(Path(folder) / "raw", os.O_WRONLY | os.O_CREAT)
        acts = (
            prepare(services),
            lambda: bare.execute("INSERT INTO answer (text) VALUES ('A')"),
            lambda: _append(raw),
        )
        times: list[list[float]] = [[], [], []]
        for _ in range(TURNS):
            for act, taken in zip(acts, times, strict=True):
                taken.extend(_seconds(act) for _ in range(EACH))
        os.close(raw)
        bare.close()
        services.close()
    mine, other, floor = map(statistics.median, times)
    return mine, other, floor


def _practice(services: Services) -> Callable[[], object]:
    question = next(one for one in services.library.bank() if one.kind is QuestionKind.SINGLE)
    shown, letters = services.practice.shown(question), cycle(question.letters)
    return lambda: services.practice.answer(question, shown, (next(letters),), "sure")


def _exam(services: Services) -> Callable[[], object]:
    exam, letters = services.exams.start(services.library.papers()[0], ""), cycle("ABCD")
    return lambda: services.exams.answer(exam, 1, (next(letters),))


def _append(file: int) -> None:
    os.write(file, BLOCK)
    os.fdatasync(file)


def _seconds(act: Callable[[], object]) -> float:
    began = time.perf_counter()
    act()
    return time.perf_counter() - began
