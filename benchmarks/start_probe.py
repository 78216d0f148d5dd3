"""How long this process has lived, what it used, how large it is. Linux only (source: /proc/self)."""

import json
import os
import resource
import time
from pathlib import Path


def report() -> None:
    """One JSON line: first_paint_ms since process start, cpu_ms, rss_kib."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    ticks = int(Path("/proc/self/stat").read_text().rsplit(")", 1)[1].split()[19])
    alive = time.clock_gettime(time.CLOCK_BOOTTIME) - ticks / os.sysconf("SC_CLK_TCK")
    figures = {
        "first_paint_ms": round(alive * 1000, 1),
        "cpu_ms": round((used.ru_utime + used.ru_stime) * 1000, 1),
        "rss_kib": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") // 1024,
    }
    print(json.dumps(figures), flush=True)
