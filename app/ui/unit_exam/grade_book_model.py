"""The rows of a 成绩册 as a table view shows them."""

from datetime import datetime
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from app.domain.grade_book import GradeBook, Value
from app.ui.kit.tokens import current_theme

_Index = QModelIndex | QPersistentModelIndex
_MARKS = {"缺考": ("✕ ", "red"), "未合格": ("✕ ", "red"), "合格": ("✓ ", "green"), "补考": ("↺ ", "amber")}
_LEFT = ("科室", "备注", "姓名")


class GradeBookModel(QAbstractTableModel):
    def __init__(self, book: GradeBook) -> None:
        super().__init__()
        self._book = book

    def set_book(self, book: GradeBook) -> None:
        self.beginResetModel()
        self._book = book
        self.endResetModel()

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._book.rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._book.columns)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        value, title = self._book.rows[index.row()][index.column()], self._book.columns[index.column()][0]
        mark, tone = _MARKS.get(str(value), ("", "")) if title in ("状态", "结果") else ("", "")
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{mark if role == Qt.ItemDataRole.DisplayRole else ''}{_words(value)}"
        if role == Qt.ItemDataRole.ForegroundRole and tone:
            return QColor(current_theme().colour(tone))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignLeft if title in _LEFT else Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return self._book.columns[section][0]
        return None


def _words(value: Value) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value:%m-%d %H:%M}"
    return f"{value:g}" if isinstance(value, float) else str(value)
