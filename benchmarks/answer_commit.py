"""An answer's commit (event and projections) against a bare one-row commit, interleaved."""

import os
import sqlite3
import tempfile
import time
from pathlib import Path

from app.bootstrap import open_app
from app.paths import find_paths
from benchmarks.ratios import line, rounds

COUNT = 200


def main() -> None:
    with tempfile.TemporaryDirectory(dir=os.environ.get("BENCH_DIR")) as folder:
        services = open_app(find_paths(Path(folder) / "data"), seed=1)
        services.library.adopt(services.library.prepare())
        question = next(one for one in services.library.bank() if one.kind == "单选")
        shown = services.practice.shown(question)
        exam = services.exams.start(services.library.papers()[0], "")
        bare = sqlite3.connect(Path(folder) / "bare.db", isolation_level=None)
        for pragma in ("locking_mode = EXCLUSIVE", "journal_mode = WAL", "synchronous = FULL"):
            bare.execute(f"PRAGMA {pragma}")
        bare.execute("CREATE TABLE answer (id INTEGER PRIMARY KEY, text TEXT)")

        def floor() -> float:
            return _median(lambda: bare.execute("INSERT INTO answer (text) VALUES ('A')"))

        def practice() -> float:
            return _median(lambda: services.practice.answer(question, shown, ("A",), "sure"))

        def sitting() -> float:
            return _median(lambda: services.exams.answer(exam, 1, ("A",)))

        for what, one in (("practice answer", practice), ("exam answer", sitting)):
            mine, other, ratio = rounds(one, floor, 5)
            print(
                line(f"{what} committed / bare one-row commit", ratio, 1.3, f"{mine * 1e3:.2f} / {other * 1e3:.2f} ms"),
                flush=True,
            )
        bare.close()
        services.close()


def _median(act) -> float:  # type: ignore[no-untyped-def]
    times = []
    for _ in range(COUNT):
        began = time.perf_counter()
        act()
        times.append(time.perf_counter() - began)
    times.sort()
    return times[COUNT // 2]
