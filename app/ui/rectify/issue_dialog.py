"""An issue: a new one, or what is written of one."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QCompleter, QWidget

from app.domain.errors import UserError
from app.domain.labels import PROBLEM_AREAS, ROOT_CAUSES
from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import Issue, IssueSource, IssueText, Origin
from app.domain.ledger.ledger_unit import LedgerUnit
from app.services.library_service import LibraryService
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import boxed, row
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.acting_dialog import ActingDialog
from app.ui.rectify.issue_source_field import IssueSourceField
from app.ui.rectify.ledger_chips_field import LedgerChipsField

NO_UNIT = ("", "先不定")


class IssueDialog(ActingDialog):
    """``keep`` gets what was written and where it came from; it may raise UserError."""

    def __init__(
        self,
        anchor: QWidget,
        issue: Issue | None,
        units: Sequence[LedgerUnit],
        today: date,
        keep: Callable[[IssueText, Origin], None],
        library: LibraryService | None = None,
        origin: Origin | None = None,
    ) -> None:
        """``library`` is where the case can be picked that it came from; ``origin`` is that of a new one, if known."""
        self._units, self._on_keep = {unit.id: unit for unit in units}, keep
        self.origin = IssueSourceField(issue.origin if issue else origin or Origin(IssueSource.MEETING), today, library)
        text = issue.text if issue else IssueText("", "", "", Dimension.OVERSIGHT, "")
        self._build(text)
        both = boxed(row((FormField("牵头单位", self.unit), 1), (FormField("责任领导", self.leader), 1), spacing=16))
        rows = [
            FormField("反馈问题", self.name_field),
            FormField("具体表现", self.detail, "何时、何处、多少；只写流程和制度上的问题，不写具体人的违纪违法线索。"),
            FormField("整改目标", self.goal),
            boxed(row(FormField("方面", self.dimension), (FormField("突出问题", self.area), 1), spacing=16)),
            FormField("原因（可多选）", self.causes),
            both,
        ]
        if self._units:
            rows.append(FormField("配合单位（可多选）", self.helpers))
        rows.append(self.origin)
        title, word = ("修改问题", "保存") if issue else ("新增问题", "登记问题")
        super().__init__(anchor, title, rows, self._keep, word, width=760)
        self.unit.currentIndexChanged.connect(self._suggest_leader)
        self.origin.cause_taken.connect(lambda slug: self.causes.chip(slug).setChecked(True))
        self.origin.folded.connect(self._refit)

    def first_focus(self) -> QWidget | None:
        return self.name_field

    def _build(self, text: IssueText) -> None:
        self.name_field = line_field("反馈问题", text.title, "一句话说清是什么问题", 100)
        self.detail = text_area("具体表现", text.detail, "如：2026年1—8月46份入户核查表中，9份第二签名缺失")
        self.goal = text_area("整改目标", text.goal, "改到什么程度，怎样算改好", 60)
        self.dimension = SegmentControl([(one.name, one.value) for one in Dimension], text.dimension.name, "方面")
        areas = [("", "请选择"), *PROBLEM_AREAS.items()]
        self.area = ChoiceField("突出问题", areas, text.area)
        self.causes = LedgerChipsField("原因", list(ROOT_CAUSES.items()), text.causes)
        listed = [NO_UNIT, *((unit.id, unit.name) for unit in self._units.values())]
        self.unit = ChoiceField("牵头单位", listed, text.lead_unit)
        self.leader = line_field("责任领导", text.leader, "分管的责任领导", 40)
        leaders = sorted({unit.leader for unit in self._units.values() if unit.leader})
        completer = QCompleter(leaders, self.leader)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self.leader.setCompleter(completer)
        self.helpers = LedgerChipsField("配合单位", listed[1:], text.helpers)

    def _refit(self) -> None:
        if self.isVisible():
            self.place()

    def _suggest_leader(self) -> None:
        unit = self._units.get(self.unit.chosen())
        if unit and not self.leader.text().strip():
            self.leader.setText(unit.leader)

    def _keep(self) -> None:
        if not self.area.chosen():
            raise UserError("请选这个问题属于哪一类突出问题。")
        unit = self.unit.chosen()
        text = IssueText(
            self.name_field.text().strip(),
            self.detail.toPlainText().strip(),
            self.goal.toPlainText().strip(),
            Dimension[self.dimension.chosen()],
            self.area.chosen(),
            self.causes.chosen(),
            self.leader.text().strip(),
            unit,
            tuple(one for one in self.helpers.chosen() if one != unit),
        )
        self._on_keep(text, self.origin.origin())
