"""From when to when an exam can be begun."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ExamWindow:
    """ISO texts with their zone; both ends belong to it."""

    opens: str
    closes: str

    @property
    def opening(self) -> datetime:
        """Raises ValueError where the text is no moment, or one without a zone."""
        return _moment(self.opens)

    @property
    def closing(self) -> datetime:
        """Raises ValueError as `opening` does."""
        return _moment(self.closes)

    def holds(self, moment: datetime) -> bool:
        return self.opening <= moment <= self.closing

    @property
    def words(self) -> str:
        """In the system's own zone; of the end only what is another."""
        opening, closing = self.opening.astimezone(), self.closing.astimezone()
        day = "" if opening.date() == closing.date() else f"{closing.month}月{closing.day}日 "
        year = "" if opening.year == closing.year else f"{closing.year}年"
        start = f"{opening.year}年{opening.month}月{opening.day}日 {opening:%H:%M}"
        return f"{start} 至 {year}{day}{closing:%H:%M}"


def _moment(text: str) -> datetime:
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None or not 2000 <= moment.year < 2200:
        raise ValueError(text)
    return moment
