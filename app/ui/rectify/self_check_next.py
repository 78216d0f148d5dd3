"""What else begins here: drafts to confirm, risks by post, findings from outside."""

from PySide6.QtCore import Signal

from app.ui.kit.action_card import ActionCard
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import column, row
from app.ui.kit.paragraph import Paragraph

ROADS = {
    "drafts": ("clipboard_task", "问题清单", "负责人确认后进入台账"),
    "post_risk": ("person", "岗位廉政风险", "风险点和防控措施，一张表"),
    "findings": ("arrow_upload", "导入巡视巡察、审计发现", "从 xlsx 或 Word 表格收进来"),
}


class SelfCheckNext(Card):
    wanted = Signal(str)
    """Key of a page."""

    def __init__(self, waiting: int) -> None:
        """``waiting``: drafts that nobody has confirmed yet."""
        super().__init__()
        made = column(margins=(18, 14, 18, 16), spacing=8)
        for key, (icon, title, about) in ROADS.items():
            more = f"有 {waiting} 条待负责人确认" if key == "drafts" and waiting else about
            words = column(Label(title, 16, bold=True), Paragraph(more, 15, "text2", line=1.4), spacing=0)
            tone = "amber" if key == "drafts" and waiting else "ink"
            line = row(IconLabel(icon, 20, tone, plate=f"{tone}_soft"), margins=(12, 8, 12, 8), spacing=12)
            line.addLayout(words, 1)
            card = ActionCard(line, f"{title}，{more}", "2")
            card.clicked.connect(lambda _=False, one=key: self.wanted.emit(one))
            made.addWidget(card)
        self.setLayout(made)
