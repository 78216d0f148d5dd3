"""The head of 月报填报: which 专项, which unit; and the way to 收集."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.ledger.ledger_unit import LedgerUnit
from app.ui.kit.button import button
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.label import Label
from app.ui.kit.layouts import row, set_across
from app.ui.rectify.report_campaign_field import ReportCampaignField


class ReportHead(QWidget):
    campaign_chosen = Signal(str)
    unit_chosen = Signal(str)
    collection_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.campaign, self.unit = ReportCampaignField(), ChoiceField("选择责任单位", [], width=200)
        self.collection = button("收集与汇总", icon="table", tip="各单位、各月一张表：发表、收表、催报、汇总")
        self.export = button(
            "导出", icon="arrow_download", name="导出这个月的月报", tip="导出屏幕上这个月的月报（Ctrl+E）"
        )
        title = Label("月报填报", 24, bold=True, serif=True)
        left = row(title, self.campaign, self.unit, None, spacing=8)
        self._halves: QBoxLayout = row((left, 1), row(None, self.export, self.collection, spacing=8), spacing=10)
        self.setLayout(self._halves)
        self.set_wide(False)  # until the page knows how wide it is
        self.campaign.currentIndexChanged.connect(lambda: self.campaign_chosen.emit(self.campaign.chosen()))
        self.unit.currentIndexChanged.connect(lambda: self.unit_chosen.emit(self.unit.chosen()))
        self.collection.clicked.connect(self.collection_wanted)

    def show_units(self, units: Sequence[tuple[LedgerUnit, str]], chosen: str) -> None:
        """Each with the word of its report of the month, "" where there is none to tell."""
        listed = [(unit.id, f"{unit.name}　{word}" if word else unit.name) for unit, word in units]
        self.unit.set_choices(listed, chosen)

    def set_wide(self, wide: bool) -> None:
        set_across(self._halves, wide)
