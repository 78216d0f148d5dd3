"""The time given to a discussion: it runs out by the boot clock, and by the wall clock over a restart of the PC."""

from dataclasses import dataclass

from app.domain.exam_clock import Mark

LONGEST_S = 3 * 3600


@dataclass(frozen=True, slots=True)
class Countdown:
    """``seconds`` were given at ``since``."""

    seconds: int
    since: Mark

    @classmethod
    def start(cls, seconds: int, mark: Mark) -> "Countdown":
        """At least 1 second, at most three hours."""
        return cls(min(max(seconds, 1), LONGEST_S), mark)

    def left(self, mark: Mark) -> int:
        """Whole seconds left, rounded up; 0 and below once it is over."""
        return -((passed_ms(self.since, mark) - self.seconds * 1000) // 1000)


def passed_ms(since: Mark, mark: Mark) -> int:
    """Between two readings, never less than 0: the wall clock counts only where the PC was started anew."""
    if since.boot_id == mark.boot_id:
        return max(mark.boot_ms - since.boot_ms, 0)
    return max(round((mark.utc - since.utc).total_seconds() * 1000), 0)
