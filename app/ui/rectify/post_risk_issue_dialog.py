"""Which 专项 an issue made of a risk goes to, and which kind of problem it is."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.post_risk import PostRisk
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.form_field import FormField
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog

ABOUT = "转为问题草稿，写明岗位、权力、风险点和现有措施；负责人确认后进入台账，再定整改措施。"


class PostRiskIssueDialog(ActingDialog):
    """``make(campaign, area)`` may raise UserError."""

    def __init__(
        self, anchor: QWidget, risk: PostRisk, campaigns: Sequence[Campaign], make: Callable[[str, str], None]
    ) -> None:
        self.campaign = ChoiceField("专项", [(one.id, one.title) for one in campaigns])
        self.area = ChoiceField("突出问题", list(PROBLEM_AREAS.items()), "internal-management")
        rows: list[QWidget] = [
            Paragraph(f"{risk.post}：{risk.risk}", 16, bold=True, line=1.5),
            Paragraph(ABOUT, 16, "text2", line=1.5),
            FormField("专项", self.campaign),
            FormField("属于哪类突出问题", self.area),
        ]
        super().__init__(
            anchor,
            "转为整改问题",
            rows,
            lambda: make(self.campaign.chosen(), self.area.chosen()),
            "生成问题草稿",
            width=560,
        )

    def first_focus(self) -> QWidget | None:
        return self.campaign
