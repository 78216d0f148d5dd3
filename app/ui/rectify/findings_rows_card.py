"""The findings as they would be taken, and the rows that keep the file from being taken."""

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox

from app.domain.labels import PROBLEM_AREAS
from app.domain.ledger.findings import FindingRow, FindingsPreview
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag

MOST_REFUSED, MOST_ROWS = 30, 200


class FindingsRowsCard(Card):
    again_changed = Signal(bool)
    """Whether what the ledger has already is to be entered once more."""

    def __init__(
        self,
        preview: FindingsPreview,
        units: Mapping[str, str],
        known: Mapping[int, int] | None = None,
        again: bool = False,
    ) -> None:
        """``known``: by the number of a row, that of the issue which the ledger has of it already."""
        super().__init__()
        known = known or {}
        count = len(preview.rows)
        items: list[Item] = [Label("收进来是这样", 18, bold=True, serif=True)]
        if preview.refused:
            words = f"有 {len(preview.refused)} 处要改，整份都不导入。请照下面改好文件，再选一次。"
            items.append(Banner(words, "red"))
            items += _refused(preview)
        else:
            items.append(Banner(f"{count} 条都可以收，导入后是草稿，待各单位负责人确认。", "green"))
        for note in preview.notes:
            items.append(Banner(note, "amber"))
        if known and not preview.refused:
            items += self._known(len(known), again)
        shown = preview.rows[:MOST_ROWS]
        items += [_finding(one, units, known.get(one.number, 0)) for one in shown]
        if count > len(shown):
            items.append(Paragraph(f"还有 {count - len(shown)} 条，没有在这里列出，请对照文件核对。", 15, "text2"))
        self.setLayout(column(*items, margins=(20, 14, 20, 16), spacing=10))

    def _known(self, count: int, again: bool) -> list[Item]:
        self.skip = QCheckBox("已有的不再导入")
        self.skip.setChecked(not again)
        self.skip.toggled.connect(lambda on: self.again_changed.emit(not on))
        return [Banner(f"其中 {count} 条台账里已经有了，下面标出。", "amber"), self.skip]


def _refused(preview: FindingsPreview) -> list[Item]:
    items: list[Item] = []
    for one in preview.refused[:MOST_REFUSED]:
        place = f"第 {one.line} 行" if one.line else "整个文件"
        line = row(Tag(place, "red", "error_circle"), spacing=10)
        line.addWidget(Paragraph(f"{one.message}。{one.advice}。", 16, line=1.5), 1)
        items.append(line)
    if len(preview.refused) > MOST_REFUSED:
        items.append(Paragraph(f"还有 {len(preview.refused) - MOST_REFUSED} 处，先改以上各处。", 15, "text2"))
    return items


def _finding(one: FindingRow, units: Mapping[str, str], known: int) -> Card:
    unit = units.get(one.unit, "牵头单位按上面的记")
    facts = [f"第 {one.number} 行", unit]
    facts += [f"责任领导 {one.leader}"] if one.leader else []
    facts += [one.dimension.value] if one.dimension else []
    facts.append(PROBLEM_AREAS.get(one.area, "突出问题按上面的记"))
    if known:
        facts.append(f"台账里已有：第 {known} 号")
    words = [Paragraph(one.title, 16, bold=True, line=1.45)]
    if one.detail and one.detail != one.title:
        words.append(Paragraph(one.detail, 15, line=1.5, lines=3))
    words.append(Paragraph(" · ".join(facts), 15, "text2", line=1.45))
    return Card(column(*words, margins=(14, 10, 14, 10), spacing=4), "2")
