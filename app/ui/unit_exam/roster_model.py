"""The people of a roster as a table view shows them, in the order of the file."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from app.domain.roster_extra_time import factor_words
from app.domain.roster_person import RosterPerson

COLUMNS = ("序号", "姓名", "科室", "工号", "用时")
_LEFT = ("姓名", "科室")
_Index = QModelIndex | QPersistentModelIndex


class RosterModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._people: Sequence[RosterPerson] = ()

    def set_people(self, people: Sequence[RosterPerson]) -> None:
        self.beginResetModel()
        self._people = people
        self.endResetModel()

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            one = self._people[index.row()]
            longer = factor_words(one.factor) if one.factor != 100 else ""
            return (str(index.row() + 1), one.name, one.department, one.number, longer)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            left = COLUMNS[index.column()] in _LEFT
            side = Qt.AlignmentFlag.AlignLeft if left else Qt.AlignmentFlag.AlignHCenter
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation == Qt.Orientation.Horizontal:
            return COLUMNS[section]
        return None
