"""佐证材料: the files of an issue, whether they are as they were, and a look at pictures and texts."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.evidence import EvidenceCheck, EvidenceState
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.confidentiality_banner import ConfidentialityBanner

LOOKS = {
    EvidenceState.INTACT: ("checkmark_circle", "green"),
    EvidenceState.MISSING: ("error_circle", "red"),
    EvidenceState.ALTERED: ("warning", "red"),
    EvidenceState.REMOVED: ("dismiss_circle", "grey"),
}
ABOUT = "文件复制到单位数据文件夹，记下校验码；缺失或被改动会标出来。只预览图片和文字，不打开其他文件。"
LOOK_FIRST = (
    "请先确认文件里没有涉密内容、问题线索和举报人信息：照片、扫描件、PDF 里的字本机读不出来。带密级标志的文档不会添加。"
)
NONE = "还没有佐证材料。"


class IssueEvidenceCard(Card):
    add_wanted = Signal()
    preview_wanted = Signal(str)
    remove_wanted = Signal(str)
    erase_wanted = Signal(str)

    def __init__(self, checks: Sequence[EvidenceCheck], editable: bool, with_erasing: bool = False) -> None:
        """``with_erasing``: files can be wiped, whatever has become of their issue."""
        super().__init__()
        self._with_erasing = with_erasing
        there = sum(check.state is not EvidenceState.REMOVED for check in checks)
        count = Label(f"{there} 份" if there else "", 15, "text2")
        made = column(
            row(Label("佐证材料", 18, bold=True, serif=True), count, None, spacing=10),
            margins=(18, 14, 18, 16),
            spacing=8,
        )
        for check in checks:
            made.addWidget(self._line(check, editable))
        if not checks:
            made.addWidget(Paragraph(NONE, 15, "text2"))
        made.addWidget(Paragraph(ABOUT, 14, "text2", line=1.5))
        if editable:
            made.addWidget(ConfidentialityBanner())
            made.addWidget(Paragraph(LOOK_FIRST, 15, line=1.5))
            add = button("添加文件…", icon="add")
            add.clicked.connect(self.add_wanted)
            made.addLayout(row(add, None))
        self.setLayout(made)

    def _line(self, check: EvidenceCheck, editable: bool) -> QWidget:
        evidence, state = check.evidence, check.state
        icon, tone = LOOKS[state]
        name = ElidedLabel(evidence.name, 16, tone="text2" if state is EvidenceState.REMOVED else "text")
        facts = f"{evidence.added_on:%Y-%m-%d} {evidence.added_by} · {_size(evidence.size)}"
        if evidence.removed_on is not None:
            what = "移出" if evidence.file else "清除"
            facts = f"{evidence.removed_on:%Y-%m-%d} {what}：{evidence.removed_reason}"
        buttons = []
        if state is EvidenceState.INTACT and evidence.file.rpartition(".")[2] in ("png", "jpg", "jpeg", "txt"):
            look = button("预览", "link", name=f"预览{evidence.name}")
            look.clicked.connect(lambda: self.preview_wanted.emit(evidence.id))
            buttons.append(look)
        if editable and state is not EvidenceState.REMOVED:
            away = button("移出", "link", name=f"移出{evidence.name}")
            away.clicked.connect(lambda: self.remove_wanted.emit(evidence.id))
            buttons.append(away)
        if self._with_erasing and evidence.file:
            wipe = button("误录清除", "link", name=f"误录清除{evidence.name}")
            wipe.clicked.connect(lambda: self.erase_wanted.emit(evidence.id))
            buttons.append(wipe)
        second = row((ElidedLabel(facts, 14, tone="text2"), 1), *buttons, spacing=4)
        return boxed(column(row((name, 1), Tag(state.value, tone, icon, True), spacing=8), second, spacing=0))


def _size(size: int) -> str:
    return f"{size / 1024 / 1024:.1f} MB" if size >= 1024 * 1024 else f"{max(1, size // 1024)} KB"
