"""An answer's commit (event and projections) against a bare one-row commit of the same pragmas.

Each round is a session on fresh files. Twenty answers, twenty bare commits and twenty raw writes with fdatasync take
turns, so that all three meet the same state of the disk. (Turns of one would disturb each other: when several files are
synced in turn ext4 may wait for more to come, and both sides look alike.) The median of the rounds counts; p99 is that
of all answers together.
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
GOAL, RAW_GOAL, P99_MS = 1.3, 2, 10.0
BLOCK = bytes(4096)


def main() -> None:
    for what, prepare in (("practice answer", _practice), ("exam answer", _exam)):
        sessions = [_session(prepare) for _ in range(ROUNDS)]
        medians = [tuple(map(statistics.median, one)) for one in sessions]
        mine, bare, raw = (statistics.median(figures) * 1e3 for figures in zip(*medians, strict=True))
        ratio = statistics.median(own / other for own, other, _ in medians)
        print(line(f"{what} committed / bare one-row commit", ratio, GOAL, f"{mine:.2f} / {bare:.2f} ms"), flush=True)
        ratio = statistics.median(own / other for own, _, other in medians)
        print(line(f"{what} committed / raw fdatasync", ratio, RAW_GOAL, f"{mine:.2f} / {raw:.2f} ms"), flush=True)
        own99, bare99, raw99 = (_p99([one[place] for one in sessions]) for place in range(3))
        slow = f"{own99:.2f} ms (bare {bare99:.2f}, raw {raw99:.2f})"
        print(line(f"{what} acknowledged, p99 / {P99_MS:.0f} ms", own99 / P99_MS, 1.0, slow), flush=True)


def _p99(sessions: list[list[float]]) -> float:
    """Milliseconds, of all answers together."""
    return statistics.quantiles((one for times in sessions for one in times), n=100, method="inclusive")[98] * 1e3


def _session(prepare: Callable[[Services], Callable[[], object]]) -> list[list[float]]:
    """Seconds of every answer, of every bare commit, and of every 4 KiB appended to a file and synced."""
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
    return times


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
