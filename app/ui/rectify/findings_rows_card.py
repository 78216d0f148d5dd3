"""The findings as they would be taken, and the rows that keep the file from being taken."""

from collections.abc import Mapping

from app.domain.ledger.findings import FindingRow, FindingsPreview
from app.ui.kit.banner import Banner
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag

MOST_REFUSED, MOST_ROWS = 30, 10


class FindingsRowsCard(Card):
    def __init__(self, preview: FindingsPreview, units: Mapping[str, str]) -> None:
        super().__init__()
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
        shown = preview.rows[:MOST_ROWS]
        items += [_finding(one, units) for one in shown]
        if count > len(shown):
            items.append(Paragraph(f"还有 {count - len(shown)} 条，样子相同。", 15, "text2"))
        self.setLayout(column(*items, margins=(20, 14, 20, 16), spacing=10))


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


def _finding(one: FindingRow, units: Mapping[str, str]) -> Card:
    unit = units.get(one.unit, "牵头单位按上面的记")
    facts = [f"第 {one.number} 行", unit]
    facts += [f"责任领导 {one.leader}"] if one.leader else []
    facts += [one.dimension.value] if one.dimension else []
    words = [Paragraph(one.title, 16, bold=True, line=1.45)]
    if one.detail and one.detail != one.title:
        words.append(Paragraph(one.detail, 15, line=1.5, lines=3))
    words.append(Paragraph(" · ".join(facts), 15, "text2", line=1.45))
    return Card(column(*words, margins=(14, 10, 14, 10), spacing=4), "2")
