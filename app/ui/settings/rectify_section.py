"""以案促改: how big a file of evidence may be."""

from collections.abc import Callable

from PySide6.QtCore import Signal

from app.domain.errors import UserError
from app.services.evidence_service import MOST_CAP, EvidenceService
from app.ui.kit.segment_control import SegmentControl
from app.ui.settings.section_card import SectionCard

CAPS = (5, 20, 50, 100, 200, MOST_CAP)
HINT = (
    "每份佐证都抄一份存进单位的数据文件夹。太大，占地方，备份也慢。"
    f"只管以后添加的，已有的不受影响。可设 {CAPS[0]} 到 {CAPS[-1]} MB。"
)


class RectifySection(SectionCard):
    message = Signal(str, str)

    def __init__(self, evidence: Callable[[], EvidenceService]) -> None:
        super().__init__("以案促改")
        self._evidence = evidence()
        now = self._evidence.most_mb
        caps = sorted({*CAPS, now})
        self._caps = SegmentControl([(f"{cap}", f"{cap} MB") for cap in caps], f"{now}", "每份佐证的上限")
        self._caps.setObjectName("setting-evidence_mb")
        self._caps.changed.connect(self._change)
        self.add_row("每份佐证的上限", self._caps, HINT)

    def _change(self, cap: str) -> None:
        try:
            self._evidence.set_most_mb(int(cap))
        except UserError as error:
            self._caps.set_chosen(f"{self._evidence.most_mb}")
            self.message.emit("red", str(error))
        else:
            self.message.emit("green", f"以后添加的佐证，每份最大 {cap} MB。")
