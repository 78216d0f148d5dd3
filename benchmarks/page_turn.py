"""From the key of a clicker to the painted next page on the projector, against a window that paints a ready pixmap.

The first is the whole chain: controller, view, picture from the cache, the audience's window. The second holds such
pictures, changes which one is shown and paints it: what Qt takes for nothing else. Both are in one process, of one
size, and take turns; between two turns there is the time that a leader takes at least (`page_probe.PAUSE_MS`), in
which the pages ahead are drawn. Offscreen, so that 3840 × 2160 can be measured as well.
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.ratios import line, processes

RUNS, GOAL = 2, 1.5
SIZES = ((1920, 1080), (3840, 2160))


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        for width, height in SIZES:
            command = ["-m", "benchmarks.page_probe", str(Path(folder) / "data"), str(width), str(height)]
            figures = processes({"page": command}, RUNS, {"QT_QPA_PLATFORM": "offscreen"})["page"]
            _tell(f"{width}×{height}", figures)


def _tell(size: str, figures: dict[str, float]) -> None:
    page, bare = figures["page_ms"], figures["bare_ms"]
    print(line(f"next page / a ready pixmap, {size}, p50", page / bare, GOAL, f"{page:.2f} / {bare:.2f} ms"))
    page, bare = figures["page_p95_ms"], figures["bare_p95_ms"]
    print(line(f"next page / a ready pixmap, {size}, p95", page / bare, GOAL, f"{page:.2f} / {bare:.2f} ms"))
    print(
        f"       the first turn {figures['first_ms']:.2f} ms (bare {figures['bare_first_ms']:.2f});"
        f" a page that was not drawn ahead {figures['cold_ms']:.0f} ms, p95 {figures['cold_p95_ms']:.0f}",
        flush=True,
    )


def p95(milliseconds: list[float]) -> float:
    return statistics.quantiles(milliseconds, n=20, method="inclusive")[18]
