"""Tables of people in a file: their columns known by their names, in any order."""

import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from app.packs.table_rows import Row, Sheet

_HEAD_WITHIN = 20
_PRIVATE = ("身份证", "手机", "电话", "证件号")
Heads = Mapping[str, Sequence[str]]
"""The names that a column may have, by field."""


@dataclass(frozen=True, slots=True)
class PeopleTable:
    """``columns`` are the places of the fields; ``notes`` say which columns are not read.

    ``sheet``: its name; ``head``: the line of its head; ``abreast``: whether names stand in a second column too;
    ``carried``: what a cell that is joined with the one above has from it, by line and field.
    """

    rows: Sequence[Row]
    columns: Mapping[str, int]
    notes: tuple[str, ...] = ()
    sheet: str = ""
    head: int = 0
    abreast: bool = False
    carried: Mapping[tuple[int, str], str] = field(default_factory=dict)

    def lines(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Number of the line and its fields, where there is anything in them."""
        for line, cells in self.rows:
            values = {name: cells[at] if at < len(cells) else "" for name, at in self.columns.items()}
            if any(values.values()):
                yield line, {name: text or self.carried.get((line, name), "") for name, text in values.items()}


def people_table(sheets: Sequence[Sheet], heads: Heads, purpose: str) -> PeopleTable | None:
    """What stands under the first row that has a head of the field "name", to the end of its sheet."""
    for sheet in sheets:
        for place, (_, cells) in enumerate(sheet.rows[:_HEAD_WITHIN]):
            columns = _columns(cells, heads)
            if "name" in columns:
                return PeopleTable(sheet.rows[place + 1 :], columns, _notes(cells, purpose))
    return None


def people_tables(sheet: Sheet, heads: Heads, purpose: str, carry: Sequence[str] = ()) -> list[PeopleTable]:
    """Every table of a sheet, each from its head to the next one; the first begins within the first lines.

    ``carry``: the fields that a joined cell gives to every line that it reaches over.
    """
    rows = sheet.rows
    starts = [place for place, (_, cells) in enumerate(rows) if "name" in _columns(cells, heads)]
    if not starts or starts[0] >= _HEAD_WITHIN:
        return []
    found = []
    for place, after in zip(starts, [*starts[1:], len(rows)], strict=True):
        line, cells = rows[place]
        columns = _columns(cells, heads)
        abreast = sum(plain(cell) in heads["name"] for cell in cells) > 1
        carried = _carried(sheet, {name: columns[name] for name in carry if name in columns})
        below = rows[place + 1 : after]
        found.append(PeopleTable(below, columns, _notes(cells, purpose), sheet.name, line, abreast, carried))
    return found


def plain(cell: str) -> str:
    """A head as names of columns are compared."""
    return "".join(character for character in unicodedata.normalize("NFKC", cell) if character.isalnum())


def _columns(cells: Sequence[str], heads: Heads) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        for name, names in heads.items() if cell else ():
            if plain(cell) in names:
                found.setdefault(name, at)
    return found


def _notes(cells: Sequence[str], purpose: str) -> tuple[str, ...]:
    private = (cell for cell in cells if any(word in cell for word in _PRIVATE))
    return tuple(f"没有读取“{cell}”一列：{purpose}不需要这些信息。" for cell in private)


def _carried(sheet: Sheet, columns: Mapping[str, int]) -> dict[tuple[int, str], str]:
    """Joined cells do not overlap: more of them than lines, and the file was made by hand."""
    cells = dict(sheet.rows)
    found: dict[tuple[int, str], str] = {}
    left = len(sheet.rows) * max(len(columns), 1)
    for top, first, bottom, last in sheet.merged:
        for name, at in columns.items():
            if first - 1 <= at < last and 0 < first <= len(cells.get(top, ())):
                left -= bottom - top
                if left < 0:
                    return found
                found.update({(line, name): cells[top][first - 1] for line in range(top + 1, bottom + 1)})
    return found
