"""The packed program in dist/ against the floor shell run from source in the same run.

The program itself says when its first paint is done (``--report-paint``) and waits; how long it has lived, what it has
used and how large it is are read from outside. There must be a bundle: ``dev.py build``.
"""

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.display import display
from benchmarks.ratios import line

RUNS = 15
BUNDLE = Path(__file__).parents[1] / "dist" / "jingjian"
WORD = b"painted\n"


def main() -> None:
    program = BUNDLE / "jingjian"
    if not program.exists() or sys.platform != "linux":
        print("     frozen: no dist/jingjian for Linux; run dev.py build first")
        return
    with tempfile.TemporaryDirectory() as folder, display() as screen:
        around = {**os.environ, **screen}
        around.pop("PYTHONDONTWRITEBYTECODE", None)
        floor, bare = ["-m", "benchmarks.floor_shell"], ["-m", "benchmarks.floor_shell", "--bare"]
        rounds = []
        for _ in range(RUNS + 1):  # the first warms the caches
            shell, small = (_floor([sys.executable, *one], around) for one in (floor, bare))
            packed = _packed([str(program), "--data-dir", f"{folder}/data", "--report-paint"], around)
            rounds.append((shell, small, packed))
        print(f"     frozen, {screen['QT_QPA_PLATFORM']}, median of {RUNS} interleaved runs")
    for what, key, other, goal in (
        ("frozen first paint / floor shell from source", "first_paint_ms", 0, 1.6),
        ("frozen CPU until first paint / floor shell from source", "cpu_ms", 0, 1.6),
        ("frozen memory at first paint / bare floor from source", "rss_kib", 1, 1.5),
    ):
        mine, its = (statistics.median(one[place][key] for one in rounds[1:]) for place in (2, other))
        print(line(what, mine / its, goal, f"{mine:.0f} / {its:.0f} {key}"), flush=True)
    size = sum(path.stat().st_size for path in BUNDLE.rglob("*") if path.is_file() and not path.is_symlink()) / 1e6
    print(line("size of the bundle / 220 MB", size / 220, 1.0, f"{size:.0f} MB"), flush=True)


def _floor(command: list[str], around: dict[str, str]) -> dict[str, float]:
    done = subprocess.run(command, capture_output=True, text=True, env=around, timeout=60, check=True)
    figures: dict[str, float] = json.loads(done.stdout.strip().splitlines()[-1])
    return figures


def _packed(command: list[str], around: dict[str, str]) -> dict[str, float]:
    """As `start_probe.report`, of another process."""
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=around) as program:
        assert program.stdin is not None and program.stdout is not None
        said = program.stdout.readline()
        now = time.clock_gettime(time.CLOCK_BOOTTIME)
        fields = Path(f"/proc/{program.pid}/stat").read_text().rsplit(")", 1)[1].split()
        pages = Path(f"/proc/{program.pid}/statm").read_text().split()[1]
        program.stdin.write(b"\n")
        program.stdin.flush()
        program.wait(timeout=60)
    if said != WORD:
        raise RuntimeError(f"the packed program said {said!r}")
    tick = os.sysconf("SC_CLK_TCK")
    return {
        "first_paint_ms": (now - int(fields[19]) / tick) * 1000,
        "cpu_ms": (int(fields[11]) + int(fields[12])) / tick * 1000,
        "rss_kib": int(pages) * os.sysconf("SC_PAGE_SIZE") / 1024,
    }
