"""What the services are handed in tests instead of the machine's own."""

from datetime import UTC, datetime, timedelta

MORNING = datetime(2026, 3, 2, 1, 0, tzinfo=UTC)


class FakeClock:
    """Wall and boot clock of one pretended machine. Nothing passes by itself."""

    def __init__(self, wall: datetime = MORNING) -> None:
        self._wall, self._boot_ms, self._boot, self._asleep_ms = wall, 60_000, 1, 0

    def now(self) -> datetime:
        return self._wall

    def boot_ms(self) -> int:
        return self._boot_ms

    def awake_ms(self) -> int:
        return self._boot_ms - self._asleep_ms

    def boot_id(self) -> str:
        return f"boot-{self._boot}"

    def sleep(self, seconds: float) -> None:
        """Time passes, with the machine on."""
        self._wall += timedelta(seconds=seconds)
        self._boot_ms += round(seconds * 1000)

    def suspend(self, seconds: float) -> None:
        """The lid is closed: both clocks go on (CLOCK_BOOTTIME counts suspend), `awake_ms` stands still."""
        self.sleep(seconds)
        self._asleep_ms += round(seconds * 1000)

    def jump(self, seconds: float) -> None:
        """Somebody sets the wall clock."""
        self._wall += timedelta(seconds=seconds)

    def reboot(self, off_seconds: float) -> None:
        """Off for so long; the boot clock starts again."""
        self._wall += timedelta(seconds=off_seconds)
        self._boot_ms, self._asleep_ms = 20_000, 0
        self._boot += 1
