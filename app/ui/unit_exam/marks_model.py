"""The table in which the points of a paper exam are typed: persons down, sections across, the sum at the end."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks, Points, points_words, read_points
from app.domain.paper_section import PaperSection
from app.domain.roster_person import RosterPerson
from app.ui.kit.tokens import current_theme

FIRST = 3
"""The first column that can be typed in."""
_Index = QModelIndex | QPersistentModelIndex
Save = Callable[[Sequence[PaperMarks]], bool]
"""Puts marks on disk; says whether it could."""


class MarksModel(QAbstractTableModel):
    """What cannot be points stays as it was typed, marked, and is not saved.

    Emits ``wrong`` with a sentence, "" when all is right.
    """

    wrong = Signal(str)

    def __init__(
        self, people: Sequence[RosterPerson], sections: Sequence[PaperSection], session: ExamSession, save: Save
    ) -> None:
        super().__init__()
        self._people, self._sections, self._session, self._save = people, sections, session, save
        self._points: list[list[float | None]] = [[None] * len(sections) for _ in people]
        self._typed: dict[tuple[int, int], tuple[str, str]] = {}
        """(row, section) → (what was typed, what is wrong with it)."""

    def fill(self, marks: Mapping[str, Points]) -> None:
        self.beginResetModel()
        for at, person in enumerate(self._people):
            if len(marks.get(person.key, ())) == len(self._sections):
                self._points[at] = list(marks[person.key])
        self.endResetModel()

    def fault(self, index: _Index) -> str:
        """What is wrong with the cell, or ""."""
        return self._typed.get((index.row(), index.column() - FIRST), ("", ""))[1]

    @property
    def faults(self) -> int:
        return len(self._typed)

    @property
    def complete(self) -> int:
        """How many people have all their points."""
        return sum(None not in points and not self._row_faults(at) for at, points in enumerate(self._points))

    def write(self, row: int, column: int, block: Sequence[Sequence[str]]) -> None:
        """Typed or pasted texts from a cell on, rows down and columns across; what does not fit in is left out.

        Everything is saved at once, and nothing is shown that could not be saved.
        """
        before = [list(points) for points in self._points], dict(self._typed)
        rows = range(row, min(row + len(block), len(self._people)))
        for at in rows:
            for place, text in enumerate(block[at - row], column - FIRST):
                if 0 <= place < len(self._sections):
                    self._put(at, place, text)
        marks = [PaperMarks(self._people[at].key, self._session, tuple(self._points[at])) for at in rows]
        if not marks or not self._save(marks):
            self._points, self._typed = before
            return
        self.dataChanged.emit(self.index(row, FIRST), self.index(rows[-1], self.columnCount() - 1))
        found = next((self._typed[key][1] for key in sorted(self._typed) if key[0] in rows), "")
        self.wrong.emit(found)

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else FIRST + len(self._sections) + 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        found = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return found | Qt.ItemFlag.ItemIsEditable if self._section(index.column()) is not None else found

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, place = index.row(), index.column() - FIRST
        typed, fault = self._typed.get((row, place), ("", ""))
        if role == Qt.ItemDataRole.DisplayRole:
            return f"⚠ {typed}" if fault else self._shown(row, index.column())
        if role == Qt.ItemDataRole.EditRole:
            return typed or self._shown(row, index.column())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{typed}，{fault}" if fault else self._shown(row, index.column()) or "空"
        if role == Qt.ItemDataRole.ForegroundRole and fault:
            return QColor(current_theme().colour("red"))
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if place >= 0 else Qt.AlignmentFlag.AlignLeft
            return int(side | Qt.AlignmentFlag.AlignVCenter)
        return None

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole or self._section(index.column()) is None:
            return False
        if str(value) != self.data(index, Qt.ItemDataRole.EditRole):
            self.write(index.row(), index.column(), [[str(value)]])
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        found = self._section(section)
        if found is not None:
            return f"{found.title}（{found.full}）"
        full = sum(one.full for one in self._sections)
        return ("姓名", "科室", "工号")[section] if section < FIRST else f"合计（{full}）"

    # private

    def _section(self, column: int) -> PaperSection | None:
        return self._sections[column - FIRST] if FIRST <= column < FIRST + len(self._sections) else None

    def _shown(self, row: int, column: int) -> str:
        person, points = self._people[row], self._points[row]
        if column < FIRST:
            return (person.name, person.department, person.number)[column]
        if self._section(column) is not None:
            return points_words(points[column - FIRST])
        known = [one for one in points if one is not None]
        return points_words(sum(known)) if known else ""

    def _put(self, row: int, place: int, text: str) -> None:
        self._typed.pop((row, place), None)
        try:
            self._points[row][place] = read_points(text, self._sections[place])
        except ValueError as error:
            self._points[row][place] = None
            self._typed[row, place] = text.strip()[:12], f"{self._people[row].name}：{error}"

    def _row_faults(self, row: int) -> bool:
        return any(at == row for at, _ in self._typed)
