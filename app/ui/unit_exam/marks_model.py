"""The table in which the points of a paper exam are typed: persons down, sections across, the sum at the end."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from app.domain.errors import UserError
from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks, Points, points_words, read_points
from app.domain.paper_section import PaperSection
from app.domain.pasted_marks import MarksPaste
from app.domain.roster_person import RosterPerson
from app.ui.kit.tokens import current_theme
from app.ui.unit_exam.marks_change import Cell, MarksChange, MarksDoubt, Typed

FIRST = 3
"""The first column that can be typed in."""
_Index = QModelIndex | QPersistentModelIndex
Save = Callable[[Sequence[PaperMarks]], bool]
"""Puts marks on disk; says whether it could."""
_MOST_STEPS = 100
_NOTHING: Mapping[str, str] = {}


class MarksModel(QAbstractTableModel):
    """What cannot be points stays as it was typed, marked; what was saved in its place before stays on disk."""

    wrong = Signal(str)
    """What is wrong with what was just typed, "" when all is right."""
    told = Signal(str, bool)
    """What a paste, a clearing or taking back did, and whether to offer to take it back."""
    refused = Signal(str)
    """Why nothing of a paste was taken."""
    doubted = Signal(MarksDoubt)
    """Before a change that waits for `agree`."""

    def __init__(
        self,
        people: Sequence[RosterPerson],
        sections: Sequence[PaperSection],
        session: ExamSession,
        save: Save,
        sat: Mapping[str, str] = _NOTHING,
    ) -> None:
        """``sat``: key of a person → score of the 机考 that counts in this session."""
        super().__init__()
        self._people, self._sections, self._session, self._save = people, sections, session, save
        self._sat = sat
        self._points: list[list[float | None]] = [[None] * len(sections) for _ in people]
        """As they are on disk."""
        self._typed: dict[Cell, Typed] = {}
        self._steps: list[MarksChange] = []
        """How to take the latest changes back, the last at the end."""
        self._waiting: MarksChange | None = None

    def fill(self, marks: Mapping[str, Points]) -> None:
        self.beginResetModel()
        for at, person in enumerate(self._people):
            if len(marks.get(person.key, ())) == len(self._sections):
                self._points[at] = list(marks[person.key])
        self.endResetModel()

    def fault(self, index: _Index) -> str:
        """What is wrong with the cell, or ""."""
        cell = index.row(), index.column() - FIRST
        if cell not in self._typed:
            return ""
        saved = self._points[cell[0]][cell[1]]
        kept = "" if saved is None else f"，保存的仍是 {points_words(saved)} 分"
        return f"{self._typed[cell][1]}没有保存这一格{kept}。"

    def note(self, row: int) -> str:
        """What whoever types in this row should know, or ""."""
        score = self._sat.get(self._people[row].key, "") if 0 <= row < len(self._people) else ""
        return f"{self._people[row].name}已有机考成绩 {score} 分，成绩册以机考为准。" if score else ""

    @property
    def last(self) -> int:
        """The last column that can be typed in."""
        return FIRST + len(self._sections) - 1

    @property
    def faults(self) -> int:
        return len(self._typed)

    @property
    def complete(self) -> int:
        """How many people have all their points."""
        return len(self._complete())

    @property
    def besides(self) -> int:
        """How many of these have a 机考 that counts instead."""
        return sum(self._people[at].key in self._sat for at in self._complete())

    # what is done to it

    def type_in(self, row: int, column: int, text: str) -> None:
        """Saved at once; nothing is shown as saved that is not."""
        cell = row, column - FIRST
        try:
            points = read_points(text, self._sections[cell[1]])
        except ValueError as error:
            self._do(MarksChange(typed={cell: (text.strip()[:12], f"{self._people[row].name}：{error}")}))
        else:
            self._offer(MarksChange({cell: points}, {cell: None}))

    def paste(self, text: str, row: int, column: int) -> None:
        """A block from a spreadsheet: all of it or nothing."""
        place = column - FIRST if self._section(column) is not None else None
        try:
            got = MarksPaste(self._people, self._sections, self._points).read(text, row, place)
        except UserError as error:
            self.refused.emit(str(error))
            return
        other = sum(self._points[at][to] not in (None, points) for (at, to), points in got.points.items())
        how = f"按{got.by}对上，" if got.by else ""
        changed = f"其中 {other} 格改了原来的得分。" if other else "没有改动原来的得分。"
        told = f"已粘贴 {len({at for at, _ in got.points})} 人的 {len(got.points)} 格得分（{how}已保存），{changed}"
        self._offer(MarksChange(got.points, dict.fromkeys(got.points), told))

    def clear(self, cells: Iterable[tuple[int, int]]) -> None:
        """``cells`` are (row, column). Where something wrong was typed only that goes, and what was saved is back."""
        wanted = [(row, column - FIRST) for row, column in cells if self._section(column) is not None]
        typed = {cell: None for cell in wanted if cell in self._typed}
        points = {cell: None for cell in wanted if cell not in typed and self._points[cell[0]][cell[1]] is not None}
        if not typed and not points:
            return
        people = list(dict.fromkeys(self._people[row].name for row, _ in points))
        change = MarksChange(points, typed, f"已清空 {len(points)} 格得分。" if points else "")
        if len({row for row, _ in points}) > 1:
            names = "、".join(people[:6]) + ("等" if len(people) > 6 else "")
            self._waiting = change
            words = f"{names}选中的格子里有 {len(points)} 格已经保存的得分。"
            self.doubted.emit(MarksDoubt(f"清空 {len({row for row, _ in points})} 人的得分？", words, "清空"))
        else:
            self._do(change)

    def undo(self) -> None:
        """Take the last change back, on disk too."""
        if not self._steps:
            self.told.emit("没有可以撤销的改动。", False)
            return
        back = self._steps[-1]
        if not self._write(back):
            return
        self._steps.pop()
        names = list(dict.fromkeys(self._people[row].name for row, _ in sorted(back.cells)))
        more = f"等 {len(names)} 人" if len(names) > 1 else ""
        self.told.emit(f"已撤销上一步，{names[0]}{more}的得分恢复原样。", False)

    def agree(self) -> None:
        """Do what was waiting for it."""
        change, self._waiting = self._waiting, None
        if change is not None:
            self._do(change)

    # Qt

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._people)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else self.last + 2

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
            return f"{typed}，{self.fault(index)}" if fault else self._shown(row, index.column()) or "空"
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
            self.type_in(index.row(), index.column(), str(value))
        return True

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role != Qt.ItemDataRole.DisplayRole or orientation != Qt.Orientation.Horizontal:
            return None
        found = self._section(section)
        if found is not None:
            return f"{found.title}（{found.full}）"
        if section < FIRST:
            return ("姓名", "科室", "工号")[section]
        return f"合计（{sum(one.full for one in self._sections)}）"

    # private

    def _complete(self) -> list[int]:
        faulty = {row for row, _ in self._typed}
        return [at for at, points in enumerate(self._points) if None not in points and at not in faulty]

    def _section(self, column: int) -> PaperSection | None:
        return self._sections[column - FIRST] if FIRST <= column <= self.last else None

    def _shown(self, row: int, column: int) -> str:
        person, points = self._people[row], self._points[row]
        if column < FIRST:
            score = self._sat.get(person.key, "")
            name = f"{person.name}（机考 {score}）" if score else person.name
            return (name, person.department, person.number)[column]
        if self._section(column) is not None:
            return points_words(points[column - FIRST])
        known = [one for one in points if one is not None]
        return points_words(sum(known)) if known else ""

    def _offer(self, change: MarksChange) -> None:
        """Where the first points come beside somebody's 机考, only when that is meant."""
        rows = sorted({row for (row, _), points in change.points.items() if points is not None})
        new = [row for row in rows if self._people[row].key in self._sat and not self._any(row)]
        if not new:
            self._do(change)
            return
        self._waiting = change
        named = "、".join(f"{self._people[row].name}（{self._sat[self._people[row].key]} 分）" for row in new[:6])
        more = f"等 {len(new)} 人" if len(new) > 6 else ""
        words = (
            f"{named}{more}已有机考成绩，成绩册以机考为准：录入的纸质卷成绩另列一份，不计入；"
            "要以纸质卷为准，录完以后在成绩册里核定。请先核对是不是同一个人。"
        )
        self.doubted.emit(MarksDoubt("已有机考成绩，仍要录入？", words, "仍要录入"))

    def _any(self, row: int) -> bool:
        return any(one is not None for one in self._points[row])

    def _do(self, change: MarksChange) -> None:
        before = MarksChange(
            {cell: self._points[cell[0]][cell[1]] for cell in change.points},
            {cell: self._typed.get(cell) for cell in change.cells},
        )
        if not self._write(change):
            return
        self._steps = [*self._steps, before][-_MOST_STEPS:]
        first = min(change.cells)
        self.wrong.emit(self.fault(self.index(first[0], first[1] + FIRST)))
        if change.told:
            self.told.emit(change.told, True)

    def _write(self, change: MarksChange) -> bool:
        """Rows whose points are others than on disk are saved, all together."""
        rows: dict[int, list[float | None]] = {}
        for (row, place), points in change.points.items():
            if self._points[row][place] != points:
                rows.setdefault(row, list(self._points[row]))[place] = points
        marks = [PaperMarks(self._people[row].key, self._session, tuple(filled)) for row, filled in rows.items()]
        if marks and not self._save(marks):
            return False
        for row, filled in rows.items():
            self._points[row] = filled
        for cell, typed in change.typed.items():
            self._typed.pop(cell, None)
            if typed is not None:
                self._typed[cell] = typed
        touched = [row for row, _ in change.cells]
        self.dataChanged.emit(self.index(min(touched), FIRST), self.index(max(touched), self.columnCount() - 1))
        return True
