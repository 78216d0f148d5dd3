"""A day and a time, that the wheel does not change by accident."""

from datetime import datetime

from PySide6.QtCore import QDateTime, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QDateTimeEdit

from app.ui.kit.tokens import px

_FORMAT = "yyyy-MM-dd HH:mm"


class MomentField(QDateTimeEdit):
    """Local time."""

    def __init__(self, name: str, moment: datetime) -> None:
        super().__init__(_shown(moment))
        self.setDisplayFormat(_FORMAT)
        self.setAccessibleName(name)
        self.lineEdit().setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # without the wheel's
        self.setFixedWidth(px(200))

    def moment(self) -> datetime:
        """With the system's zone of that day."""
        return datetime.fromtimestamp(self.dateTime().toSecsSinceEpoch()).astimezone()

    def set_moment(self, moment: datetime) -> None:
        self.setDateTime(_shown(moment))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """For the page: a notch over the year would move the exam by one."""
        event.ignore()


def _shown(moment: datetime) -> QDateTime:
    return QDateTime.fromSecsSinceEpoch(int(moment.timestamp()))
