"""The questions as rows."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.item_analysis import ItemAnalysis
from app.ui.analysis.item_words import discrimination_words, facility_words, guess_words, remark

Index = QModelIndex | QPersistentModelIndex
STEM, KIND, ATTEMPTS, FACILITY, DISCRIMINATION, GUESS, REMARK = range(7)
DOUBTFUL, FAINT = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
HEADS = ("题目", "题型", "作答", "得分率", "区分度", "随机得分", "提示")
_NOWHERE = QModelIndex()


class ItemModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._items: list[ItemAnalysis] = []

    def show(self, items: Sequence[ItemAnalysis]) -> None:
        self.beginResetModel()
        self._items = list(items)
        self.endResetModel()

    def item(self, row: int) -> ItemAnalysis:
        return self._items[row]

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(self._items)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        return 0 if parent.isValid() else len(HEADS)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return HEADS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item, column = self._items[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cells(item)[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(f"{head} {cell}" for head, cell in zip(HEADS, _cells(item), strict=True) if cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(column)
            case _ if role == DOUBTFUL:
                return column == REMARK and item.doubtful
            case _ if role == FAINT:
                return item.figures is None and column > ATTEMPTS
        return None


def _cells(item: ItemAnalysis) -> tuple[str, ...]:
    question = item.question
    return (
        " ".join(question.stem.split()),
        question.kind.value,
        str(item.attempts),
        facility_words(item),
        discrimination_words(item),
        guess_words(item),
        remark(item),
    )


def _alignment(column: int) -> Qt.AlignmentFlag:
    right = column in (ATTEMPTS, FACILITY, DISCRIMINATION, GUESS)
    return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
