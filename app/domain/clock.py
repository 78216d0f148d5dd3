"""What time it is, three ways; injected, so that tests and crash rigs can say."""

from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    def now(self) -> datetime:
        """Wall time, aware, UTC."""

    def boot_ms(self) -> int:
        """Milliseconds since boot, suspend included."""

    def awake_ms(self) -> int:
        """Milliseconds from some fixed moment of this boot, suspend not included."""

    def boot_id(self) -> str:
        """Changes at every boot, never within one."""


def local_day(moment: datetime) -> str:
    """The business date (ISO) of a moment in the system's own zone."""
    return moment.astimezone().date().isoformat()
