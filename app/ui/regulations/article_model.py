"""The tree of kinds, rules and articles."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel

from app.domain.normalised_text import normalise
from app.domain.regulation import RegulationSummary
from app.domain.rule_standing import standing, standing_words
from app.ui.regulations.wording import short_title

BASE = Qt.ItemDataRole.UserRole + 1
NUMBER = Qt.ItemDataRole.UserRole + 2
COUNT = Qt.ItemDataRole.UserRole + 3
LEVEL = Qt.ItemDataRole.UserRole + 4
PLAIN = Qt.ItemDataRole.UserRole + 5
KIND, RULE, ARTICLE = range(3)
MISSING = "0"
"""Stands for the articles of a rule whose text we do not have."""


class ArticleModel(QStandardItemModel):
    """BASE is the article's reference, NUMBER the law's own words for its place, COUNT what stands at the right."""

    def __init__(self, rules: Sequence[RegulationSummary], counts: Mapping[str, int]) -> None:
        super().__init__()
        self._items: dict[str, QStandardItem] = {}
        self.order: list[str] = []
        kinds: dict[str, QStandardItem] = {}
        for rule in rules:
            if rule.kind not in kinds:
                kinds[rule.kind] = _item(rule.kind, KIND)
                self.appendRow(kinds[rule.kind])
            kinds[rule.kind].appendRow(self._rule(rule, counts))
        for kind in kinds.values():
            for row in range(kind.rowCount()):
                rule_item = kind.child(row)
                self.order.extend(rule_item.child(place).data(BASE) for place in range(rule_item.rowCount()))

    def item_of(self, base: str) -> QStandardItem | None:
        """The item of an article."""
        return self._items.get(base)

    def _rule(self, rule: RegulationSummary, counts: Mapping[str, int]) -> QStandardItem:
        made = _item(short_title(rule.title), RULE)
        gone = standing(rule) if rule.own else ""
        made.setData(gone or rule.version, COUNT)
        made.setData(normalise(f"{rule.title}{rule.short}"), PLAIN)
        said = f"，{standing_words(rule)}" if gone else ""
        made.setToolTip(f"《{rule.title}》（{rule.version}）{said}")
        words = f"{rule.title}，{rule.version}版{said}，{len(rule.articles)}条"
        made.setData(words, Qt.ItemDataRole.AccessibleTextRole)
        leaves = rule.articles or ((MISSING, "待补", "正文待补：怎样补上"),)
        for number, label, name in leaves:
            base = f"{rule.id}/{number}"
            count = counts.get(base, 0)
            article = _item(name, ARTICLE)
            article.setData(base, BASE)
            article.setData(label, NUMBER)
            article.setData(f"{count} 案" if count else "", COUNT)
            article.setData(normalise(f"{label}{name}"), PLAIN)
            article.setToolTip(f"{label}　{name}")
            cited = f"，{count}个案例引用" if count else ""
            article.setData(f"{label}，{name}{cited}", Qt.ItemDataRole.AccessibleTextRole)
            self._items[base] = article
            made.appendRow(article)
        return made


def _item(text: str, level: int) -> QStandardItem:
    made = QStandardItem(text)
    made.setEditable(False)
    made.setData(level, LEVEL)
    return made
