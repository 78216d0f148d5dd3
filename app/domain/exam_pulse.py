"""Whether the machine slept between two looks at its clocks."""

from typing import NamedTuple

from app.domain.clock import Clock

SHORTEST_MS = 10_000
"""A shorter sleep is not worth telling."""
SILENT_MS = 120_000
"""A program that looks twice a second and could not for so long was stopped with its desktop, as in the kind of standby
that Windows does not count as a sleep."""


class Pulse(NamedTuple):
    boot_id: str
    boot_ms: int
    awake_ms: int

    @classmethod
    def of(cls, clock: Clock) -> "Pulse":
        return cls(clock.boot_id(), clock.boot_ms(), clock.awake_ms())


def asleep_ms(before: Pulse, now: Pulse) -> int:
    """How long the machine slept or stood still between two looks of a program that looks all the time; 0 where it did
    not, or that cannot be known."""
    if before.boot_id != now.boot_id:
        return 0
    passed, awake = now.boot_ms - before.boot_ms, now.awake_ms - before.awake_ms
    if awake >= SILENT_MS:
        return passed
    return passed - awake if passed - awake >= SHORTEST_MS else 0
