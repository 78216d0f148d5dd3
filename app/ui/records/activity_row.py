"""One completed item."""

from datetime import datetime

from PySide6.QtWidgets import QWidget

from app.domain.activity import Activity, ActivityKind
from app.ui.kit.button import Button, button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.tokens import px

ICONS = {
    ActivityKind.CASE: "book",
    ActivityKind.CHECK: "clipboard_checkmark",
    ActivityKind.PRACTICE: "edit",
    ActivityKind.EXAM: "timer",
    ActivityKind.UNIT_EXAM: "building",
    ActivityKind.REFLECTION: "comment",
}
OPENS = {
    ActivityKind.CASE: ("case", "打开案例"),
    ActivityKind.CHECK: ("case", "打开案例"),
    ActivityKind.REFLECTION: ("case", "打开案例"),
    ActivityKind.EXAM: ("results", "看成绩"),
    ActivityKind.UNIT_EXAM: ("results", "看成绩"),
}


class ActivityRow(QWidget):
    """Icon and kind, title, detail, minutes; ``open_button`` is None where there is nothing to open."""

    def __init__(self, activity: Activity, can_open: bool) -> None:
        super().__init__()
        kind = Label(activity.kind.value, 14, "text2")
        kind.setFixedWidth(px(84))
        moment = Label(_clock(activity.utc), 14, "text2")
        minutes = Label(f"{activity.minutes} 分钟" if activity.minutes else "", 15)
        minutes.setFixedWidth(px(76))
        moment.setFixedWidth(px(46))
        words = column(ElidedLabel(activity.title, 16, bold=True), spacing=0)
        if activity.detail:
            words.addWidget(ElidedLabel(activity.detail, 14, tone="text2"))
        self.open_button: Button | None = None
        if can_open and activity.kind in OPENS:
            word = OPENS[activity.kind][1]
            self.open_button = button(word, "link", name=f"{word}：{activity.title}")
        holder = boxed(row(None, *([self.open_button] if self.open_button else [])))
        holder.setFixedWidth(px(88))
        icon = IconLabel(ICONS[activity.kind], 20, "text2")
        self.setLayout(row(icon, kind, (words, 1), minutes, moment, holder, margins=(16, 8, 10, 8), spacing=12))
        self.setMinimumHeight(px(56))


def _clock(utc: str) -> str:
    return datetime.fromisoformat(utc).astimezone().strftime("%H:%M")
