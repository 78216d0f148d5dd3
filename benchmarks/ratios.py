"""Interleaved runs and their medians, as ratios against the first one."""

import json
import os
import statistics
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence


def processes(
    commands: Mapping[str, Sequence[str]], runs: int, environment: Mapping[str, str]
) -> dict[str, dict[str, float]]:
    """Run each command ``runs`` times, interleaved; each prints one JSON line of figures. Medians by name.

    A first round warms the caches and does not count. ``environment`` is added to this one.
    """
    around = {**os.environ, **environment}
    around.pop("PYTHONDONTWRITEBYTECODE", None)
    seen: dict[str, list[dict[str, float]]] = {name: [] for name in commands}
    for turn in range(runs + 1):
        for name, command in commands.items():
            done = subprocess.run([sys.executable, *command], capture_output=True, text=True, env=around, timeout=60)
            if done.returncode:
                raise RuntimeError(f"{name} failed:\n{done.stderr}")
            if turn:
                seen[name].append(json.loads(done.stdout.strip().splitlines()[-1]))
    return {
        name: {key: statistics.median(figures[key] for figures in rows) for key in rows[0]}
        for name, rows in seen.items()
    }


def rounds(one: Callable[[], float], other: Callable[[], float], count: int) -> tuple[float, float, float]:
    """Alternate two measurements; (median of one, median of other, median of the ratios one / other)."""
    pairs = [(one(), other()) for _ in range(count)]
    return (
        statistics.median(first for first, _ in pairs),
        statistics.median(second for _, second in pairs),
        statistics.median(first / second for first, second in pairs),
    )


def line(what: str, ratio: float, goal: float, detail: str = "") -> str:
    """One row of the report."""
    mark = "ok " if ratio <= goal else "OVER"
    return f"{mark:<5}{what:<64}{ratio:>7.2f}  goal ≤ {goal:<5} {detail}"
