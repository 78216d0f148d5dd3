"""The machine's own clock."""

import sys
import time
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path


class SystemClock:
    def now(self) -> datetime:
        return datetime.now(UTC)

    def boot_ms(self) -> int:
        """Source: CLOCK_BOOTTIME (Linux), GetTickCount64 (Windows): both go on during suspend."""
        if sys.platform == "win32":
            import ctypes

            tick_count = ctypes.windll.kernel32.GetTickCount64
            tick_count.restype = ctypes.c_ulonglong
            return int(tick_count())
        return time.clock_gettime_ns(time.CLOCK_BOOTTIME) // 1_000_000

    def awake_ms(self) -> int:
        """Source: CLOCK_MONOTONIC (Linux), QueryUnbiasedInterruptTime (Windows): both stand still during suspend."""
        if sys.platform == "win32":
            import ctypes

            tenths_of_microseconds = ctypes.c_ulonglong()
            ctypes.windll.kernel32.QueryUnbiasedInterruptTime(ctypes.byref(tenths_of_microseconds))
            return tenths_of_microseconds.value // 10_000
        return time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000

    def boot_id(self) -> str:
        return self._boot_id

    @cached_property
    def _boot_id(self) -> str:
        identity = Path("/proc/sys/kernel/random/boot_id")
        if identity.exists():
            return identity.read_text().strip()
        # Windows names no boot: its wall time to ten seconds stands in for it.
        return f"boot-{int(self.now().timestamp() - self.boot_ms() / 1000) // 10}"
