"""参考措施: what cases say could be done, to start from. It is never taken over as it stands."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from app.domain.case import Measure as CaseMeasure
from app.domain.normalised_text import normalise
from app.services.measure_references import OfferedMeasure
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.choice_field import ChoiceField
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.search_field import SearchField
from app.ui.kit.tag import Tag

ABOUT = "供参考。照此起草后，请结合本科室实际改写，并补上责任人、完成时限和佐证，才计入三条。"
MOST = 20
"""So many cards at a time: what is more is found by searching."""
NOTHING = "没有符合的措施。换一个词，或选“全部案例”。"


class MeasureReferenceDialog(Modal):
    """``why`` says which measures these are; ``take`` gets the one that shall be written out."""

    def __init__(
        self, anchor: QWidget, why: str, offered: Sequence[OfferedMeasure], take: Callable[[CaseMeasure], None]
    ) -> None:
        self._offered, self._on_take = offered, take
        titles = list(dict.fromkeys(one.case for one in offered))
        self.search = SearchField("搜措施、责任、佐证", "在参考措施里搜索", 240)
        self.case = ChoiceField("按案例筛选", [("", "全部案例"), *((one, f"《{one}》") for one in titles)], width=320)
        self._cards = column(spacing=10)
        about = Paragraph(f"出自{why}，共 {len(offered)} 条，{ABOUT}", 15, "text2", line=1.5)
        head = row(self.search, self.case, None, spacing=10)
        super().__init__(
            anchor,
            "参考措施",
            boxed(column(about, head, self._cards, None, spacing=10)),
            (Choice("", "关闭", safe=True),),
            width=760,
        )
        self.search.textChanged.connect(self._show)
        self.case.currentIndexChanged.connect(self._show)
        self._show()

    def first_focus(self) -> QWidget | None:
        return self.search

    def shown(self) -> list[OfferedMeasure]:
        """What passes."""
        words, case = [normalise(word) for word in self.search.text().split()], self.case.chosen()
        found = [one for one in self._offered if not case or one.case == case]
        return [one for one in found if all(word in _text(one.measure) for word in words)]

    def _show(self) -> None:
        clear(self._cards)
        found = self.shown()
        cards = [self._card(one) for one in found[:MOST]]
        if len(found) > MOST:
            cards.append(Paragraph(f"另有 {len(found) - MOST} 条，输入几个字或选一个案例来找。", 15, "text2"))
        for card in cards or [Paragraph(NOTHING, 15, "text2")]:
            self._cards.addWidget(card)
            card.show()
        if self.isVisible():
            self.place()

    def _card(self, one: OfferedMeasure) -> QWidget:
        measure = one.measure
        use = button("照此起草", "soft", small=True, name=f"照此起草：{measure.what}")
        use.clicked.connect(lambda: self._take(measure))
        facts = [("责任", measure.owner), ("时限", measure.deadline), ("佐证", measure.proof)]
        words = "；".join(f"{name}：{value}" for name, value in facts if value)
        body = column(
            Paragraph(measure.what, 16, bold=True, line=1.5),
            Paragraph(words, 15, "text2", line=1.5),
            Paragraph(f"出自《{one.case}》", 14, "text2"),
            spacing=4,
        )
        return Card(row(Tag(measure.kind, "plain"), (body, 1), use, margins=(14, 10, 14, 10), spacing=12), "2")

    def _take(self, measure: CaseMeasure) -> None:
        self.dismiss()
        self._on_take(measure)


def _text(measure: CaseMeasure) -> str:
    return normalise(" ".join((measure.kind, measure.what, measure.owner, measure.proof)))
