"""What a folder of returned forms holds, before anything is taken."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.ledger.report_collection import CollectionPreview, RefusedForm
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.day_words import day_words
from app.ui.parts.doubt_banner import DoubtBanner
from app.ui.rectify.collection_choice_card import CollectionChoiceCard
from app.ui.rectify.collection_conflict_card import CollectionConflictCard
from app.ui.rectify.collection_typed import CollectionTyped
from app.ui.rectify.ledger_date_field import LedgerDateField


class CollectionPreviewView(QWidget):
    """Nothing is in the ledger before ``taken``."""

    taken = Signal()
    given_up = Signal()

    def __init__(
        self,
        preview: CollectionPreview,
        names: Mapping[str, str],
        numbers: Mapping[str, int],
        today: date,
        typed: CollectionTyped | None = None,
    ) -> None:
        """``names`` of units and ``numbers`` of issues by id; ``typed`` before, None where nothing was yet."""
        super().__init__()
        self.preview, self._names, self._numbers = preview, names, numbers
        self.received = LedgerDateField("收表日期", today, today, past=True)
        self.reviewer = line_field("整改办审核人", hint="姓名", most=40)
        self.reason = line_field("替换的原因", hint="如：责任单位重新交表", most=200)
        chosen = typed.files if typed else {form.file for form in preview.matched if form.by_default}
        self.matched = [CollectionChoiceCard(form, self._place, form.file in chosen) for form in preview.matched]
        self.conflicts = [
            CollectionConflictCard(one, self._place, next((form.file for form in one.forms if form.file in chosen), ""))
            for one in preview.conflicts
        ]
        self._take = button("", "primary", "checkmark")
        give_up = button("不收，返回", "default")
        for card in self.matched:
            card.changed.connect(self._count)
        for conflict in self.conflicts:
            conflict.changed.connect(self._count)
        self._take.clicked.connect(self.taken)
        give_up.clicked.connect(self.given_up)
        foot = row(self._summary(), None, give_up, self._take, margins=(20, 8, 20, 10), spacing=10)
        scroll, self.doubts = ScrollPage(), DoubtBanner(self)
        above = boxed(column((scroll, 1), self.doubts, margins=(20, 0, 12, 0), spacing=4))
        self.setLayout(column((above, 1), Rule(), foot, spacing=0))
        scroll.setWidget(self._body())
        if typed:
            self.received.line.setText(typed.received)
            self.reviewer.setText(typed.reviewer)
            self.reason.setText(typed.reason)
        self._count()

    def typed(self) -> CollectionTyped:
        texts = (self.received.line.text(), self.reviewer.text(), self.reason.text())
        return CollectionTyped(frozenset(self.files()), *texts)

    def files(self) -> list[str]:
        """Those to take."""
        return [card.form.file for card in self.matched if card.tick.isChecked()] + [
            card.picked() for card in self.conflicts if card.picked()
        ]

    def received_on(self) -> date:
        """Raises UserError for what is no date."""
        return self.received.needed_day()

    def focus_first(self) -> None:
        (self.matched[0].tick if self.matched else self._take).setFocus()

    def _body(self) -> QWidget:
        asked = row(
            (FormField("收表日期", self.received, "按这一天算是否迟报"), 2),
            (FormField("整改办审核人", self.reviewer, "审核过的写姓名；还没审核的空着"), 3),
            (FormField("替换的原因", self.reason, "收了新的一版的，写明原因"), 3),
            spacing=14,
        )
        parts: list[QWidget] = [ConfidentialityBanner(), Card(column(asked, margins=(16, 10, 16, 10)))]
        parts += self._section("退回，没有读取", [_refused(one) for one in self.preview.refused])
        parts += self._section("一个单位几份不同的表", list(self.conflicts))
        parts += self._section("可以收", list(self.matched))
        rest = []
        if self.preview.known:
            rest.append(Paragraph(f"与台账相同，不用再收：{'、'.join(self.preview.known)}", 15, "text2"))
        if self.preview.waited_for:
            units = "、".join(self._names.get(one, one) for one in self.preview.waited_for)
            rest.append(Paragraph(f"文件夹和台账里都没有的单位：{units}", 15, "text2"))
        layout = column(*parts, *rest, None, margins=(0, 0, 8, 10), spacing=8)
        return boxed(layout)

    def _section(self, title: str, cards: list[QWidget]) -> list[QWidget]:
        return [Label(f"{title}　{len(cards)} 份", 17, bold=True, serif=True), *cards] if cards else []

    def _summary(self) -> Label:
        one = self.preview
        counts = f"可以收 {len(one.matched)} 份，要选的 {len(one.conflicts)} 个单位，退回 {len(one.refused)} 份"
        return Label(f"{day_words(one.month)}　{counts}", 15, "text2")

    def _count(self) -> None:
        count = len(self.files())
        self._take.set_label(f"收下选中的 {count} 份")
        self._take.setEnabled(count > 0)

    def _place(self, place: str) -> str:
        issue = place.partition("/")[0]
        return f"问题 {self._numbers[issue]}" if issue in self._numbers else "单位情况"


def _refused(form: RefusedForm) -> Card:
    words = column(Paragraph(form.file, 16, bold=True), Paragraph(form.words, 15, "text", line=1.5), spacing=2)
    return Card(row(IconLabel("error_circle", 20, "red", True), (words, 1), margins=(16, 8, 16, 8), spacing=10), "soft")
