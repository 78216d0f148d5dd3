"""What holds for all findings of a file: where they come from, and what stands in for a cell that is empty."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtWidgets import QBoxLayout

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.findings import FindingsFrame
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.ledger_unit import LedgerUnit
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.rectify.ledger_date_field import LedgerDateField

SOURCES = (IssueSource.INSPECTION, IssueSource.AUDIT, IssueSource.OTHER)


class FrameState(NamedTuple):
    """What stands in the fields."""

    campaign: str
    source: str
    document: str
    on: str
    unit: str
    leader: str
    dimension: str
    area: str


class FindingsFrameCard(Card):
    def __init__(self, campaigns: Sequence[Campaign], units: Sequence[LedgerUnit], today: date) -> None:
        super().__init__()
        self.campaign = ChoiceField("收进哪个专项", [(one.id, one.title) for one in campaigns])
        self.source = SegmentControl([(one.name, one.value) for one in SOURCES], SOURCES[0].name, "来源")
        self.document = line_field("文件名称", "", "如：××巡察组反馈意见", 120)
        self.on = LedgerDateField("反馈日期", today, past=True)
        self.on.setMinimumWidth(px(228))
        listed = [("", "先不定"), *((one.id, one.name) for one in units)]
        self.unit = ChoiceField("没写牵头单位的，记作", listed)
        self.leader = line_field("没写责任领导的，记作", "", "可不写；不写就用该单位的分管领导", 40)
        self.dimension = ChoiceField(
            "没写方面的，记作", [(one.name, one.value) for one in Dimension], Dimension.SYSTEM.name
        )
        self.area = ChoiceField("没写突出问题的，记作", list(PROBLEM_AREAS.items()), "rectification-failure")
        source = row(FormField("来源", self.source), None)
        self._rows: tuple[QBoxLayout, ...] = (
            row((FormField("收进哪个专项", self.campaign), 1), boxed(source), spacing=16),
            row((FormField("文件名称", self.document), 1), FormField("反馈日期", self.on), spacing=16),
            row(
                (FormField("没写牵头单位的，记作", self.unit), 1),
                (FormField("没写责任领导的，记作", self.leader), 1),
                spacing=16,
            ),
            row(
                (FormField("没写方面的，记作", self.dimension), 1),
                (FormField("没写突出问题的，记作", self.area), 1),
                spacing=16,
            ),
        )
        head = Label("出自哪里", 18, bold=True, serif=True)
        self.setLayout(column(head, *self._rows, margins=(20, 14, 20, 16), spacing=10))

    def set_wide(self, wide: bool) -> None:
        for line in self._rows:
            set_across(line, wide)

    def frame(self) -> FindingsFrame:
        """Raises UserError for a date that is none."""
        return FindingsFrame(
            IssueSource[self.source.chosen()],
            self.document.text().strip(),
            self.on.needed_day(),
            self.unit.chosen(),
            self.leader.text().strip(),
            Dimension[self.dimension.chosen()],
            self.area.chosen(),
        )

    def written(self) -> FrameState:
        return FrameState(
            self.campaign.chosen(),
            self.source.chosen(),
            self.document.text(),
            self.on.line.text(),
            self.unit.chosen(),
            self.leader.text(),
            self.dimension.chosen(),
            self.area.chosen(),
        )

    def write(self, kept: FrameState) -> None:
        self.campaign.choose(kept.campaign)
        self.source.set_chosen(kept.source)
        self.document.setText(kept.document)
        self.on.line.setText(kept.on)
        self.unit.choose(kept.unit)
        self.leader.setText(kept.leader)
        self.dimension.choose(kept.dimension)
        self.area.choose(kept.area)
