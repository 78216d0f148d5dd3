"""From when to when: two fields for one window of time."""

from datetime import datetime, timedelta

from PySide6.QtWidgets import QWidget

from app.domain.exam_window import ExamWindow
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.unit_exam.moment_field import MomentField


class WindowFields(QWidget):
    """Local times; what `exam_window` gives has the system's zone of that day."""

    def __init__(self, name: str, opens: datetime, closes: datetime) -> None:
        super().__init__()
        self._fields = [MomentField(f"{name}开始", opens), MomentField(f"{name}结束", closes)]
        self.setLayout(row(self._fields[0], Label("至", 15), self._fields[1], None, spacing=8))

    def exam_window(self) -> ExamWindow:
        opens, closes = (moment.isoformat() for moment in self.times())
        return ExamWindow(opens, closes)

    def times(self) -> tuple[datetime, datetime]:
        return self._fields[0].moment(), self._fields[1].moment()

    def set_times(self, opens: datetime, closes: datetime) -> None:
        for field, moment in zip(self._fields, (opens, closes), strict=True):
            field.set_moment(moment)


def next_morning(now: datetime, days: int) -> tuple[datetime, datetime]:
    """9:00 to 11:00, so many days on."""
    opens = (now.astimezone() + timedelta(days=days)).replace(hour=9, minute=0, second=0, microsecond=0)
    return opens, opens + timedelta(hours=2)
