"""The head of 收集: which 专项, which month, what can be done with it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.label import Label
from app.ui.kit.layouts import row, set_across
from app.ui.rectify.report_campaign_field import ReportCampaignField
from app.ui.rectify.report_words import month_name


class CollectionHead(QWidget):
    campaign_chosen = Signal(str)
    month_chosen = Signal(str)
    back_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.campaign, self.month = ReportCampaignField(), ChoiceField("选择月份", [], width=132)
        back = button("", "ghost", "arrow_left", name="回到月报填报", tip="回到月报填报（Alt+←）")
        title = Label("月报收集", 24, bold=True, serif=True)
        self.forms = button("导出填报表", icon="arrow_download", tip="一个单位一份，发给不装本软件的单位")
        self.read = button("读取已收回的填报表", "primary", "folder_open", tip="选一个文件夹，先看再收")
        self.urge, self.merge = button("催报单", icon="document_text"), button("月报汇总", icon="document_table")
        left = row(back, title, self.campaign, self.month, None, spacing=8)
        right = row(None, self.forms, self.urge, self.merge, self.read, spacing=8)
        self._halves: QBoxLayout = row((left, 1), right, spacing=10)
        self.setLayout(self._halves)
        back.clicked.connect(self.back_wanted)
        self.campaign.currentIndexChanged.connect(lambda: self.campaign_chosen.emit(self.campaign.chosen()))
        self.month.currentIndexChanged.connect(lambda: self.month_chosen.emit(self.month.chosen()))

    def show_months(self, months: Sequence[str], chosen: str, today: date) -> None:
        """Newest first."""
        self.month.set_choices([(one, month_name(one, today)) for one in reversed(months)], chosen)

    def set_wide(self, wide: bool) -> None:
        set_across(self._halves, wide)
