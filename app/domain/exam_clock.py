"""How much of an exam's time is used, kept by adding up what was really spent.

Within one boot the boot clock (which counts suspend) says how much passed; across a reboot only the wall clock can,
clamped at zero. A wall clock that disagrees with the boot clock by more than five seconds is counted as a jump; so is,
across a reboot, one that went back, or more than fifteen minutes that count: nothing on the machine can confirm them.
See docs/storage.md, "The exam clock".
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from app.domain.paper import BreakPolicy

JUMP_MS = 5_000
GAP_MS = 15 * 60_000


@dataclass(frozen=True, slots=True)
class Mark:
    """One reading of all clocks."""

    utc: datetime
    boot_id: str
    boot_ms: int


@dataclass(frozen=True, slots=True)
class ExamClock:
    """``spent_ms`` up to ``mark``; while ``running`` the time since then counts too."""

    limit_ms: int
    spent_ms: int
    mark: Mark
    running: bool
    jumps: int = 0

    @classmethod
    def start(cls, limit_ms: int, mark: Mark) -> "ExamClock":
        return cls(limit_ms, 0, mark, True)

    def at(self, mark: Mark) -> "ExamClock":
        """The clock advanced to a new reading."""
        passed, jumped = self._since(mark)
        spent = self.spent_ms + (passed if self.running else 0)
        return ExamClock(self.limit_ms, min(spent, self.limit_ms), mark, self.running, self.jumps + jumped)

    def paused(self, mark: Mark) -> "ExamClock":
        return replace(self.at(mark), running=False)

    def resumed(self, mark: Mark, breaks: BreakPolicy) -> "ExamClock":
        """After a break, a crash or a power cut: whether the time away counts is the paper's policy.

        A clock found ``running`` was cut off; it was last written at ``mark``, a few seconds before at most.
        """
        counted = replace(self, running=breaks is BreakPolicy.COUNTS)
        return replace(counted.at(mark), running=True)

    def deadline(self) -> datetime:
        """When the time is used up if it runs on from ``mark``, by the wall clock of then."""
        return self.mark.utc + timedelta(milliseconds=self.limit_ms - self.spent_ms)

    def over_ms(self, mark: Mark) -> int:
        """For how long the time has been used up, if it ran on from its own ``mark``; 0 where it is not over."""
        return max(self.spent_ms + self._since(mark)[0] - self.limit_ms, 0) if self.running else 0

    def left_ms(self, mark: Mark) -> int:
        return max(self.limit_ms - self.at(mark).spent_ms, 0)

    def _since(self, mark: Mark) -> tuple[int, int]:
        wall = round((mark.utc - self.mark.utc).total_seconds() * 1000)
        if mark.boot_id == self.mark.boot_id:
            passed = max(mark.boot_ms - self.mark.boot_ms, 0)
            return passed, int(abs(wall - passed) > JUMP_MS)
        return max(wall, 0), int(wall < 0 or (self.running and wall > GAP_MS))
