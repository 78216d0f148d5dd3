"""复习: how many questions a day asks at most."""

from PySide6.QtCore import Signal

from app.domain.errors import UserError
from app.domain.review import CAPS
from app.services.review_service import ReviewService
from app.ui.kit.segment_control import SegmentControl
from app.ui.settings.section_card import SectionCard

HINT = "到期的题多于这个数时，其余顺延，平均排到后面几天。"


class ReviewSection(SectionCard):
    message = Signal(str, str)

    def __init__(self, review: ReviewService) -> None:
        super().__init__("复习")
        self._review = review
        caps = sorted({*CAPS, review.cap})
        control = SegmentControl([(f"{cap}", f"{cap} 题") for cap in caps], f"{review.cap}", "每天最多复习")
        control.setObjectName("setting-review_cap")
        control.changed.connect(self._change)
        self.add_row("每天最多复习", control, HINT)

    def _change(self, cap: str) -> None:
        try:
            self._review.set_cap(int(cap))
        except UserError as error:
            self.message.emit("red", str(error))
