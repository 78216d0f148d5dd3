"""A risk of a post: a new one, or what is written of one."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField, line_field, text_area
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.acting_dialog import ActingDialog

NO_PERSON = "只写岗位，不写在岗的人。"


class PostRiskDialog(ActingDialog):
    """``keep`` gets what was written; it may raise UserError."""

    def __init__(
        self,
        anchor: QWidget,
        risk: PostRisk | None,
        units: Sequence[LedgerUnit],
        unit_id: str,
        keep: Callable[[PostRisk], None],
    ) -> None:
        self._on_keep = keep
        self._risk = one = risk or PostRisk("", unit_id, "", "", "", RiskLevel.MIDDLE, "", "")
        self.unit = ChoiceField("科室或单位", [(unit.id, unit.name) for unit in units], one.unit)
        self.post = line_field("岗位", one.post, "如：临时救助经办岗", 40)
        self.power = text_area("权力或职责", one.power, "如：受理申请、入户核查、提出救助金额", 62)
        self.risk = text_area("风险点", one.risk, "如：受理和核查由一人完成，金额由其一人提出", 62)
        self.level = SegmentControl([(level.name, level.value) for level in RiskLevel], one.level.name, "风险等级")
        self.control = text_area("防控措施", one.control, "如：受理、核查分岗；两人入户并签名；每月抽查 10%", 62)
        self.owner = line_field("责任人", one.owner, "对防控措施负责的人或岗位", 40)
        post = FormField("岗位", self.post, NO_PERSON)
        rows: list[QWidget] = [
            boxed(row((column(FormField("科室或单位", self.unit), None), 1), (post, 1), spacing=16)),
            FormField("权力或职责", self.power),
            FormField("风险点", self.risk),
            FormField("防控措施", self.control),
            boxed(row((FormField("责任人", self.owner), 1), FormField("风险等级", self.level), spacing=16)),
        ]
        super().__init__(anchor, "修改风险点" if risk else "新增风险点", rows, self._keep, width=720)

    def first_focus(self) -> QWidget | None:
        return self.post

    def _keep(self) -> None:
        self._on_keep(
            PostRisk(
                self._risk.id,
                self.unit.chosen(),
                self.post.text(),
                self.power.toPlainText(),
                self.risk.toPlainText(),
                RiskLevel[self.level.chosen()],
                self.control.toPlainText(),
                self.owner.text(),
            )
        )
