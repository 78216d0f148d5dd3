"""A table of people in a file: its columns known by their names, in any order."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from app.packs.table_rows import Row, Sheet

_HEAD_WITHIN = 20
_PRIVATE = ("身份证", "手机", "电话", "证件号")


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """``columns`` are the places of the fields; ``notes`` say which columns are not read."""

    rows: Sequence[Row]
    columns: Mapping[str, int]
    notes: tuple[str, ...] = ()

    def lines(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Number of the line and its fields, where there is anything in them."""
        for line, cells in self.rows:
            values = {field: cells[at] if at < len(cells) else "" for field, at in self.columns.items()}
            if any(values.values()):
                yield line, values


def people_table(sheets: Sequence[Sheet], heads: Mapping[str, Sequence[str]], purpose: str) -> PeopleTable | None:
    """What stands under the first row that has a head of the field "name"; ``heads`` are the names by field."""
    for sheet in sheets:
        for place, (_, cells) in enumerate(sheet.rows[:_HEAD_WITHIN]):
            columns = _columns(cells, heads)
            if "name" in columns:
                private = (cell for cell in cells if any(word in cell for word in _PRIVATE))
                notes = tuple(f"没有读取“{cell}”一列：{purpose}不需要这些信息。" for cell in private)
                return PeopleTable(sheet.rows[place + 1 :], columns, notes)
    return None


def _columns(cells: Sequence[str], heads: Mapping[str, Sequence[str]]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        plain = "".join(character for character in unicodedata.normalize("NFKC", cell) if character.isalnum())
        for field, names in heads.items():
            if plain in names:
                found.setdefault(field, at)
    return found
