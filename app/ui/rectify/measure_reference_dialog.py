"""参考措施: what the case says could have been done, to start from. It is never taken over as it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.case import Measure as CaseMeasure
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag

ABOUT = "出自案例，供参考。请结合本科室实际改写：谁来做、何时完成、用什么佐证。"


class MeasureReferenceDialog(Modal):
    """``take`` gets the measure of the case that shall be written out."""

    def __init__(
        self, anchor: QWidget, title: str, measures: Sequence[CaseMeasure], take: Callable[[CaseMeasure], None]
    ) -> None:
        cards = [self._card(one, take) for one in measures]
        content = boxed(column(Paragraph(ABOUT, 15, "text2"), *cards, spacing=10))
        super().__init__(anchor, f"参考措施：《{title}》", content, (Choice("", "关闭", safe=True),), width=720)

    def _card(self, measure: CaseMeasure, take: Callable[[CaseMeasure], None]) -> QWidget:
        use = button("照此起草", "soft", small=True, name=f"照此起草：{measure.what}")
        use.clicked.connect(lambda: self._take(measure, take))
        facts = [("责任", measure.owner), ("时限", measure.deadline), ("佐证", measure.proof)]
        words = "；".join(f"{name}：{value}" for name, value in facts if value)
        what = Paragraph(measure.what, 16, bold=True, line=1.5)
        body = column(what, Paragraph(words, 15, "text2", line=1.5), spacing=4)
        return Card(row(Tag(measure.kind, "plain"), (body, 1), use, margins=(14, 10, 14, 10), spacing=12), "2")

    def _take(self, measure: CaseMeasure, take: Callable[[CaseMeasure], None]) -> None:
        self.dismiss()
        take(measure)
