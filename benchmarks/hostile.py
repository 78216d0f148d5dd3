"""Reading hostile content files: how the time grows when such a file is twice as long (2 is linear, 4 quadratic)."""

import tempfile
import time
from datetime import date
from pathlib import Path

from app.packs.content_folder import read_content
from benchmarks.ratios import line
from tests.unit.packs.builder import CASE, ContentFolder
from tests.unit.packs.test_hostile_files import HEAD, MOST, PATTERNS

GOAL = 3.0


def main() -> None:
    growth = {name: _growth(unit) for name, unit in PATTERNS.items()}
    for name, (ratio, slowest) in sorted(growth.items(), key=lambda entry: -entry[1][0])[:3]:
        detail = f"{slowest * 1000:.0f} ms for {MOST // 2:,} characters"
        print(line(f"hostile case, twice as long: {name}", ratio, GOAL, detail), flush=True)
    name, (_, slowest) = max(growth.items(), key=lambda entry: entry[1][1])
    print(f"     slowest of {len(growth)}: {name}, {slowest * 1000:.0f} ms")


def _growth(unit: str) -> tuple[float, float]:
    """(time of the longer file / time of the shorter one, seconds of the longer one)."""
    with tempfile.TemporaryDirectory() as folder:
        content = ContentFolder(Path(folder))
        times = []
        for size in (MOST // 4, MOST // 2):
            content.write(CASE, HEAD + "## 刹车点\n\n" + unit * (size // len(unit)))
            times.append(min(_seconds(content.root) for _ in range(3)))
    return times[1] / times[0], times[1]


def _seconds(root: Path) -> float:
    began = time.perf_counter()
    read_content(root, date.today())
    return time.perf_counter() - began
