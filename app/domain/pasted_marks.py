"""A block from a spreadsheet as points of a paper exam: all of it fits, or nothing is taken and it says why."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.domain.errors import UserError
from app.domain.marks_columns import DEPARTMENT, NAME, NUMBER, TOTAL, MarksColumns, blank, marks_columns, number, plain
from app.domain.paper_marks import points_words, read_points
from app.domain.paper_section import PaperSection
from app.domain.roster_person import RosterPerson

Known = Sequence[Sequence[float | None]]
_MOST_ROWS, _MOST_COLUMNS, _MOST_SAID = 6_000, 60, 4
_NO_PERSON = ("满分", "分值", "合计", "总计", "平均", "平均分", "平均成绩")
_HEAD = "一格也没有写入。"


@dataclass(frozen=True, slots=True)
class PastedMarks:
    """``points``: (row, section) → points; ``by``: 姓名 or 工号 where rows were found by them, else ""."""

    points: Mapping[tuple[int, int], float]
    by: str = ""


class MarksPaste:
    """For one table: who stands in its rows, what its columns are, and which points are there already."""

    def __init__(self, people: Sequence[RosterPerson], sections: Sequence[PaperSection], known: Known) -> None:
        self._people, self._sections, self._known = people, sections, known
        self._by_name: dict[str, list[int]] = {}
        self._by_number: dict[str, int] = {}
        for row, person in enumerate(people):
            self._by_name.setdefault(plain(person.name), []).append(row)
            if person.number:
                self._by_number[plain(person.number)] = row

    def read(self, text: str, row: int, place: int | None) -> PastedMarks:
        """``row`` and ``place`` are the cell chosen, from which a block that names nobody is taken.

        An empty cell leaves what is there. Raises UserError with all that does not fit.
        """
        try:
            columns = marks_columns(_rows(text), self._people, self._sections, place)
            if not any(isinstance(kind, int) for kind in columns.kinds):
                raise ValueError("粘贴的内容里没有各题的得分。请连同各题的得分一起复制。")
            lines = self._lines(columns, row)
        except ValueError as error:
            raise UserError(f"{_HEAD}{error}") from error
        problems: list[str] = []
        points: dict[tuple[int, int], float] = {}
        for line, cells, found in self._found(columns, lines, problems):
            before = len(problems)
            self._take(columns, found, cells, points, f"第 {line} 行{self._people[found].name}：", problems)
            if len(problems) == before:
                problems += self._wrong_sum(columns, found, cells, points, line)
        if problems:
            raise UserError(_told(problems))
        if not points:
            raise UserError(f"{_HEAD}粘贴的内容里没有得分。")
        return PastedMarks(points, _by(columns))

    def _lines(self, columns: MarksColumns, row: int) -> list[tuple[int, tuple[str, ...], int | None]]:
        """(line, cells, row of the table), the row None where it is to be found by name or number."""
        if _by(columns):
            body = columns.body
            return [(line, cells, None) for line, cells in body if any(cells) and not self._is_no_person(cells)]
        left = len(self._people) - row
        if len(columns.body) > left:
            first = self._people[row].name
            raise ValueError(
                f"粘贴的有 {len(columns.body)} 行，从{first}起只有 {left} 人，放不下。"
                "请从名单上第一个人的那一格粘贴，或连同姓名、工号一起复制，按姓名对上。"
            )
        return [(line, cells, row + at) for at, (line, cells) in enumerate(columns.body)]

    def _is_no_person(self, cells: Sequence[str]) -> bool:
        """A row of full marks or of sums."""
        return any(word in _NO_PERSON and word not in self._by_name for word in map(plain, cells))

    def _found(
        self, columns: MarksColumns, lines: Sequence[tuple[int, tuple[str, ...], int | None]], problems: list[str]
    ) -> Iterator[tuple[int, tuple[str, ...], int]]:
        """Lines whose row of the table is known, each row once."""
        seen: dict[int, int] = {}
        for line, cells, row in lines:
            try:
                found = self._row(columns, cells) if row is None else row
            except ValueError as error:
                problems.append(f"第 {line} 行：{error}")
                continue
            if found in seen:
                problems.append(f"第 {line} 行：{self._people[found].name}在第 {seen[found]} 行已经有了")
                continue
            seen[found] = line
            yield line, cells, found

    def _row(self, columns: MarksColumns, cells: Sequence[str]) -> int:
        """Raises ValueError where it is nobody of the roster, or cannot be told who."""
        values = {kind: cells[at].strip() for at, kind in enumerate(columns.kinds) if isinstance(kind, str)}
        name, own, department = (values.get(kind, "") for kind in (NAME, NUMBER, DEPARTMENT))
        if own:
            row = self._by_number.get(plain(own))
            if row is None:
                raise ValueError(f"名单上没有工号“{own[:12]}”")
            if name and plain(self._people[row].name) != plain(name):
                raise ValueError(f"工号“{own[:12]}”在名单上是{self._people[row].name}，这里写的是“{name[:12]}”")
            return row
        rows = self._by_name.get(plain(name), [])
        if len(rows) > 1 and department:
            rows = [one for one in rows if plain(self._people[one].department) == plain(department)]
        if not rows:
            raise ValueError(f"名单上没有“{name[:12]}”" if name else "没有写姓名")
        if len(rows) > 1:
            raise ValueError(f"名单上有 {len(rows)} 个“{name[:12]}”，请连同工号或科室一起复制")
        return rows[0]

    def _take(
        self,
        columns: MarksColumns,
        row: int,
        cells: Sequence[str],
        points: dict[tuple[int, int], float],
        where: str,
        problems: list[str],
    ) -> None:
        for kind, cell in zip(columns.kinds, cells, strict=True):
            if not isinstance(kind, int) or blank(cell):
                continue
            try:
                read = read_points(cell, self._sections[kind])
            except ValueError as error:
                problems.append(where + str(error).rstrip("。"))
                continue
            if read is not None:
                points[row, kind] = read

    def _wrong_sum(
        self,
        columns: MarksColumns,
        row: int,
        cells: Sequence[str],
        points: Mapping[tuple[int, int], float],
        line: int,
    ) -> Iterator[str]:
        """Of the row as it would stand there, so that no points from before slip in beneath a pasted sum."""
        at = columns.first(TOTAL)
        if at is None or blank(cells[at]):
            return
        stands = [points.get((row, place), self._known[row][place]) for place in range(len(self._sections))]
        total = sum(one for one in stands if one is not None)
        if number(cells[at]) != total:
            written = cells[at].strip()[:12]
            yield f"第 {line} 行{self._people[row].name}：合计写的是 {written}，各题加起来是 {points_words(total)}"


def _by(columns: MarksColumns) -> str:
    return "工号" if NUMBER in columns.kinds else "姓名" if NAME in columns.kinds else ""


def _rows(text: str) -> list[list[str]]:
    """All equally long. Raises ValueError where that is no block of cells."""
    try:
        rows = [[*map(str.strip, row)] for row in csv.reader(io.StringIO(text, newline=""), dialect="excel-tab")]
    except csv.Error:
        raise ValueError("剪贴板里的内容不是一块表格。请在 Excel、WPS 里选中要的格子，复制后再粘贴。") from None
    while rows and not any(rows[-1]):
        rows.pop()
    width = max((at + 1 for row in rows for at, cell in enumerate(row) if cell), default=0)
    if not rows or len(rows) > _MOST_ROWS or width > _MOST_COLUMNS:
        raise ValueError(f"粘贴的内容应有 1 到 {_MOST_ROWS} 行、1 到 {_MOST_COLUMNS} 列。请只复制要的格子。")
    return [[*row, *[""] * width][:width] for row in rows]


def _told(problems: Sequence[str]) -> str:
    shown = "\n".join(f"{one}。" for one in problems[:_MOST_SAID])
    more = f"\n还有 {len(problems) - _MOST_SAID} 处。" if len(problems) > _MOST_SAID else ""
    return f"{_HEAD}有 {len(problems)} 处对不上，请在表格里改好再复制：\n{shown}{more}"
