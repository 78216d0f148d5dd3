"""From when to when: two fields for one window of time."""

from datetime import datetime, timedelta

from PySide6.QtCore import QDateTime
from PySide6.QtWidgets import QDateTimeEdit, QWidget

from app.domain.exam_window import ExamWindow
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.tokens import px

_FORMAT = "yyyy-MM-dd HH:mm"


class WindowFields(QWidget):
    """Local times; what `exam_window` gives has the system's zone of that day."""

    def __init__(self, name: str, opens: datetime, closes: datetime) -> None:
        super().__init__()
        self._fields = [_field(f"{name}开始", opens), _field(f"{name}结束", closes)]
        self.setLayout(row(self._fields[0], Label("至", 15), self._fields[1], None, spacing=8))

    def exam_window(self) -> ExamWindow:
        opens, closes = (_moment(field).isoformat() for field in self._fields)
        return ExamWindow(opens, closes)

    def times(self) -> tuple[datetime, datetime]:
        return _moment(self._fields[0]), _moment(self._fields[1])

    def set_times(self, opens: datetime, closes: datetime) -> None:
        for field, moment in zip(self._fields, (opens, closes), strict=True):
            field.setDateTime(_shown(moment))


def next_morning(now: datetime, days: int) -> tuple[datetime, datetime]:
    """9:00 to 11:00, so many days on."""
    opens = (now.astimezone() + timedelta(days=days)).replace(hour=9, minute=0, second=0, microsecond=0)
    return opens, opens + timedelta(hours=2)


def _field(name: str, moment: datetime) -> QDateTimeEdit:
    made = QDateTimeEdit(_shown(moment))
    made.setDisplayFormat(_FORMAT)
    made.setAccessibleName(name)
    made.lineEdit().setAccessibleName(name)
    made.setFixedWidth(px(200))
    return made


def _shown(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))


def _moment(field: QDateTimeEdit) -> datetime:
    return datetime.fromtimestamp(field.dateTime().toSecsSinceEpoch()).astimezone()
