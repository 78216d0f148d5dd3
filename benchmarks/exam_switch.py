"""From the key press to the painted next question of an exam, against a page with one label that changes.

Both windows are in one process and take turns, so that both meet the same state of the machine. The bare page is as
large, and its label shows the same words (stem and options): what it takes is what Qt takes to set and paint them. The
exam page does more: it shows the pictures of heading and question that were taken ahead, paints the cells of the answer
sheet, and remembers the place. Between two keys it has a tenth of a second, in which it puts the question itself where
its picture was, writes the place and makes the questions before and after ready: that is in the last figures.
"""

import statistics
import tempfile
from pathlib import Path

from benchmarks.display import display
from benchmarks.ratios import line, processes

RUNS, GOAL = 5, 1.5


def main() -> None:
    with tempfile.TemporaryDirectory() as folder, display() as screen:
        command = {"switch": ["-m", "benchmarks.switch_probe", str(Path(folder) / "data")]}
        figures = processes(command, RUNS, screen)["switch"]
    page, bare = figures["page_ms"], figures["bare_ms"]
    what = f"{page:.1f} / {bare:.1f} ms, {screen['QT_QPA_PLATFORM']}"
    print(line("next question painted / a label changed and repainted", figures["ratio"], GOAL, what))
    print(
        f"       p95 {figures['page_p95_ms']:.1f} ms; until the key's handler returns {figures['key_ms']:.1f} ms,"
        f" layout and painting {page - figures['key_ms']:.1f} ms;"
        f" afterwards {figures['after_ms']:.1f} ms of processor time, of which the place is written in"
        f" {figures['disk_ms']:.1f} ms",
        flush=True,
    )


def p95(milliseconds: list[float]) -> float:
    return statistics.quantiles(milliseconds, n=20, method="inclusive")[18]
