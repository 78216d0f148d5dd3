"""Which department looks at itself, in which 专项, and by what."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout

from app.domain.case_summary import CaseSummary
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.self_check import SelfCheck
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row, set_across
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.disclaimer import Disclaimer
from app.ui.rectify.self_check_case_list import SelfCheckCaseList

PROMPT = "先选一个案例，照一照自己。"
ABOUT = "每条说的是流程里的风险，选存在、未发现或需核实，约 10 分钟。没有合适的案例，就用通用自查表。"


class SelfCheckStart(Card):
    wanted = Signal()
    campaign_changed = Signal()
    units_wanted = Signal()

    def __init__(
        self, campaigns: Sequence[Campaign], units: Sequence[LedgerUnit], cases: Sequence[CaseSummary]
    ) -> None:
        super().__init__()
        self.campaign = ChoiceField("专项", [(one.id, one.title) for one in campaigns])
        self.unit = ChoiceField("科室或单位", [(one.id, one.name) for one in units])
        self.cases = SelfCheckCaseList(cases)
        self._waiting: dict[tuple[str, str], SelfCheck] = {}
        self._go = button("开始自查", "primary", big=True)
        more = button("科室与单位…", "link", name="添加或修改科室与单位")
        both = (FormField("专项", self.campaign), 1), (FormField("科室或单位", self.unit), 1)
        self._fields: QBoxLayout = row(*both, spacing=16)
        self.setLayout(
            column(
                Paragraph(PROMPT, 20, bold=True, serif=True, line=1.4),
                Paragraph(ABOUT, 16, "text2", line=1.5),
                self._fields,
                row(Label("对照什么", 15, "text2"), None, more),
                (self.cases, 1),
                row(self._go, None),
                Disclaimer(),
                margins=(24, 18, 24, 14),
                spacing=10,
            )
        )
        self._go.clicked.connect(self.wanted)
        more.clicked.connect(self.units_wanted)
        self.cases.opened.connect(self.wanted)
        self.cases.changed.connect(self._word)
        self.unit.currentIndexChanged.connect(lambda _: self._word())
        self.campaign.currentIndexChanged.connect(lambda _: self.campaign_changed.emit())

    def set_wide(self, wide: bool) -> None:
        set_across(self._fields, wide)

    def show_waiting(self, checks: Sequence[SelfCheck]) -> None:
        """Those of the campaign that are not finished: to be gone on with instead of beginning anew."""
        self._waiting = {(one.unit, one.case): one for one in checks if not one.finished_on}
        self._word()

    def word(self) -> str:
        return self._go.label()

    def _word(self) -> None:
        found = self._waiting.get((self.unit.chosen(), self.cases.chosen() or "")) if self._chosen() else None
        words = f"继续自查（已答 {found.answered}/{len(found.items)}）" if found else "开始自查"
        self._go.set_label(words)

    def _chosen(self) -> bool:
        return self.cases.chosen() is not None
