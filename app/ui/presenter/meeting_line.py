"""One meeting in the list 会议, with what can be done with it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.live_meeting import MeetingState, PlannedMeeting
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.tag import Tag
from app.ui.presenter.meeting_words import facts_words

START, RESUME, EDIT, RECORD, MINUTES = "开始", "继续投影", "安排", "签到与纪实", "会议记录"
COPY, CANCEL, RESTORE, BEFORE, AFTER = "再开一次", "取消会议", "恢复", "写通知、议程、签到表", "写会议材料"
TAGS = {
    MeetingState.PLANNED: ("计划", "ink", "calendar"),
    MeetingState.RUNNING: ("进行中", "amber", "play"),
    MeetingState.CLOSED: ("已结束", "green", "checkmark_circle"),
    MeetingState.CANCELLED: ("已取消", "grey", "dismiss_circle"),
}
ACTIONS = {
    MeetingState.PLANNED: ((START, EDIT, RECORD), (BEFORE, COPY, CANCEL)),
    MeetingState.RUNNING: ((RESUME, RECORD), (COPY,)),
    MeetingState.CLOSED: ((MINUTES, AFTER), (COPY,)),
    MeetingState.CANCELLED: ((RESTORE,), (COPY,)),
}


class MeetingLine(Card):
    wanted = Signal(str)
    """What shall be done: the word on the button."""

    def __init__(self, planned: PlannedMeeting, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.planned = planned
        title = planned.meeting.title
        first, more = ACTIONS[planned.state]
        buttons: list[Item] = []
        for what in first:
            made = button(what, "soft" if what == first[0] else "default", small=True, name=f"{what}：{title}")
            made.clicked.connect(lambda _=False, one=what: self.wanted.emit(one))
            buttons.append(made)
        others = button("更多", "ghost", small=True, name=f"更多：{title}")
        menu = QMenu(others)
        for what in more:
            menu.addAction(what).triggered.connect(lambda _=False, one=what: self.wanted.emit(one))
        others.setMenu(menu)
        below = facts_words(planned)
        if planned.version > 1:
            below += f" · 会议记录第 {planned.version} 版"
        if planned.reason:
            below += f" · 原因：{planned.reason}"
        words = column(ElidedLabel(title, 17, bold=True, serif=True), ElidedLabel(below, 15, tone="text2"), spacing=4)
        tag = Tag(*TAGS[planned.state], filled=True)
        self.setLayout(row((words, 1), tag, 4, *buttons, others, margins=(18, 12, 12, 12), spacing=6))
