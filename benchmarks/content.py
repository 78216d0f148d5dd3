"""The content index: built from nothing, and found unchanged at a start."""

import shutil
import statistics
import tempfile
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

from app.packs.content_folder import read_content
from app.packs.content_sources import fingerprint, source_paths
from app.storage.content_compiler import FORMAT_VERSION, build
from app.storage.content_index import ContentIndex
from benchmarks.ratios import line, rounds

CONTENT = Path(__file__).parents[1] / "content"
SECONDS = 5.0


def main() -> None:
    folder = Path(tempfile.mkdtemp(prefix="jingjian-bench-"))
    try:
        _measure(folder)
    finally:
        shutil.rmtree(folder)


def _measure(folder: Path) -> None:
    today, index = date.today(), folder / "content-bench.db"

    def rebuild() -> None:
        build(read_content(CONTENT, today), index)

    def read_bytes() -> None:
        for path in source_paths(CONTENT):
            path.read_bytes()

    def unchanged() -> None:
        fingerprint(CONTENT, FORMAT_VERSION)
        ContentIndex.sound(index)

    taken = statistics.median(_seconds(rebuild) for _ in range(5))
    counts = read_content(CONTENT, today).counts()
    what = f"{counts['cases']} cases, {counts['articles']} articles, {counts['questions']} questions"
    print(line("content index from nothing / 5 s", taken / SECONDS, 1.0, f"{taken:.2f} s; {what}"))
    at_start, floor, ratio = rounds(lambda: _seconds(unchanged), lambda: _seconds(read_bytes), 9)
    detail = f"{at_start * 1000:.1f} ms against {floor * 1000:.1f} ms"
    print(line("unchanged content at a start / reading the files' bytes", ratio, 3.0, detail))


def _seconds(work: Callable[[], None]) -> float:
    began = time.perf_counter()
    work()
    return time.perf_counter() - began
