"""The session that was left open: what is kept of it, and the ways on."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.kept_session import kept_words
from app.domain.live_meeting import LiveMeeting
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph


class UnfinishedSession(Card):
    resume_wanted = Signal()
    record_wanted = Signal()

    def __init__(self, live: LiveMeeting, parent: QWidget | None = None) -> None:
        super().__init__(kind="amber", parent=parent)
        began = live.began_at.replace("T", " ")
        self.resume = button("继续投影", "primary", "play", name=f"继续投影：{live.meeting.title}")
        self.record = button("签到与纪实", "default", name=f"签到与纪实：{live.meeting.title}")
        self.resume.clicked.connect(self.resume_wanted)
        self.record.clicked.connect(self.record_wanted)
        words = column(
            ElidedLabel(f"会议没有结束：{live.meeting.title}", 17, bold=True),
            Paragraph(f"{began} 开始 · {kept_words(live)}。页码、投票和签到都在，可以接着讲。", 15, "text2"),
            spacing=3,
        )
        icon = IconLabel("presenter", 22, "amber", True)
        self.setLayout(row(icon, (words, 1), self.record, self.resume, margins=(16, 12, 14, 12), spacing=12))
