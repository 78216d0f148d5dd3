"""The questions as rows."""

from typing import Any

from PySide6.QtCore import Qt

from app.domain.item_analysis import ItemAnalysis
from app.ui.analysis.item_words import discrimination_words, facility_words, guess_words, remark
from app.ui.kit.row_model import Index, RowModel

STEM, KIND, ATTEMPTS, FACILITY, DISCRIMINATION, GUESS, REMARK = range(7)
DOUBTFUL, FAINT = Qt.ItemDataRole.UserRole + 1, Qt.ItemDataRole.UserRole + 2
HEADS = ("题目", "题型", "作答", "得分率", "区分度", "随机得分", "提示")


class ItemModel(RowModel[ItemAnalysis]):
    heads = HEADS

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        right = column in (ATTEMPTS, FACILITY, DISCRIMINATION, GUESS)
        return Qt.AlignmentFlag.AlignVCenter | (Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        item, column = self._rows[index.row()], index.column()
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return _cells(item)[column]
            case Qt.ItemDataRole.AccessibleTextRole:
                return "，".join(f"{head} {cell}" for head, cell in zip(HEADS, _cells(item), strict=True) if cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return self.alignment(column)
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
