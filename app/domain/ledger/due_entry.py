"""A row of 首页: something of 改 that is due within five days, or overdue."""

from dataclasses import dataclass

SOON = 5
"""Days ahead."""


@dataclass(frozen=True, slots=True)
class DueEntry:
    """``left`` are the days until the earliest of it is due, below 0 once that is over. ``page`` and ``argument`` are
    where it is done."""

    title: str
    detail: str
    left: int
    action: str
    page: str
    argument: object

    @property
    def overdue(self) -> bool:
        return self.left < 0


def when_words(left: int, late: str = "逾期") -> str:
    """还有 3 天 / 今天到期 / 逾期 6 天. Of a look-back ``late`` is 已到期: no deadline was missed."""
    return f"{late} {-left} 天" if left < 0 else f"还有 {left} 天" if left else "今天到期"
