"""The ledger before there is anything in it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px

NO_ISSUE = "还没有问题清单。做一次对照自查，约 10 分钟。"
NO_CAMPAIGN = "还没有问题清单。先建一个专项：写上名称和起止日期，再做一次对照自查，约 10 分钟。"
WHERE = "涉及本人或他人违纪违法的，不在此填写，请直接向党组织或派驻纪检监察组报告。"


class LedgerEmpty(QWidget):
    campaign_wanted = Signal()
    issue_wanted = Signal()
    self_check_wanted = Signal()
    read_in_wanted = Signal()
    """A whole ledger, from another PC."""

    def __init__(self, has_self_check: bool, has_read_in: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._has_self_check = has_self_check
        centre = Qt.AlignmentFlag.AlignHCenter
        self._words = Paragraph("", 18, balanced=True, alignment=centre)
        self._campaign = button("新建专项", "primary", "add", big=True)
        self._check = button("去对照自查", "primary", big=True)
        self._issue = button("直接登记一个问题", "default", big=True)
        self._campaign.clicked.connect(self.campaign_wanted)
        self._check.clicked.connect(self.self_check_wanted)
        self._issue.clicked.connect(self.issue_wanted)
        read_in = button("从另一台电脑读回台账", "link", "folder_open")
        read_in.clicked.connect(self.read_in_wanted)
        if not has_read_in:
            read_in.hide()
        inner = boxed(
            column(
                row(None, IconLabel("clipboard_task", 28, "text2", plate="surface3"), None),
                self._words,
                row(None, self._campaign, self._check, self._issue, None, spacing=12),
                row(None, read_in, None),
                Paragraph(WHERE, 15, "text2", balanced=True, alignment=centre),
                margins=(24, 24, 24, 24),
                spacing=16,
            )
        )
        inner.setMaximumWidth(px(720))
        self.setLayout(column(Card(column(None, row(None, (inner, 10), None), None))))

    def show_for(self, has_campaign: bool) -> None:
        self._words.set_text(NO_ISSUE if has_campaign else NO_CAMPAIGN)
        self._campaign.setVisible(not has_campaign)
        self._check.setVisible(has_campaign and self._has_self_check)
        self._issue.setVisible(has_campaign)
        self._issue.set_kind("default" if self._has_self_check else "primary")
