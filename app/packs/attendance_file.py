"""Names for an attendance list from a table: columns by their names, in any order."""

import unicodedata
from collections.abc import Sequence

from app.domain.attendance import Attendee
from app.domain.errors import UserError
from app.domain.name_faults import one_name
from app.domain.name_list import MOST_PEOPLE, NameList, name_faults, named
from app.packs.people_table import PeopleTable, people_table
from app.packs.problem_list import ProblemList
from app.packs.table_rows import read_sheets

COLUMNS = {
    "name": ("姓名", "名字", "人员姓名", "参会人员", "应到人员", "与会人员"),
    "unit": ("科室", "部门", "处室", "单位", "所在科室", "所在部门", "科室单位", "单位科室", "支部"),
    "post": ("职务", "职位", "岗位"),
    "observer": ("列席", "是否列席", "参会身份", "身份", "出席列席"),
    "pickable": ("可抽点", "是否可抽点", "抽点", "参加抽点"),
}
_YES = ("是", "列席", "列席人员", "√", "✓", "1", "y", "yes", "v")
_NO = ("否", "不", "不抽", "不抽点", "×", "x", "0", "n", "no", "不参加")
NO_HEAD = "里找不到表头。请让前 20 行里有一行写着“姓名”，需要时再加“科室”“职务”“列席”“可抽点”，一列一项，次序不限。"


def read_names(name: str, data: bytes) -> NameList:
    """``name``: the file's. A sheet with nothing but names in one column needs no header.

    Raises UserError where it is no table, no names are found, or there are too many.
    """
    sheets = read_sheets(name, data)
    if table := people_table(sheets, COLUMNS, "签到"):
        return _read(name, table)
    for sheet in sheets:
        rows = [(line, cells) for line, cells in sheet.rows if any(cells)]
        if rows and all(_only_a_name(cells) for _, cells in rows):
            return _read(name, PeopleTable(rows, {"name": 0}))
    raise UserError(f"“{name}”{NO_HEAD}")


def _only_a_name(cells: Sequence[str]) -> bool:
    return bool(cells[0]) and len(cells[0]) <= 4 and not cells[0].isascii() and not any(cells[1:])


def _read(name: str, table: PeopleTable) -> NameList:
    problems, people = ProblemList(name), []
    for line, values in table.lines():
        person = Attendee(
            0,
            one_name(values["name"]),
            values.get("unit", ""),
            observer=_says(values.get("observer", ""), _YES),
            pickable=not _says(values.get("pickable", ""), _NO),
            post=values.get("post", ""),
        )
        faults = [*name_faults(person)]
        for message, advice in faults:
            problems.error(line, message, advice)
        if not faults:
            people.append(person)
    if len(people) > MOST_PEOPLE:
        raise UserError(f"“{name}”里有 {len(people)} 人，超过 {MOST_PEOPLE} 人。请只留下参会的人，再导入。")
    if not people and not problems.problems:
        raise UserError(f"“{name}”的表头下面没有人。请在“姓名”下面一行一人填好后再导入。")
    return named(people, problems.problems, table.notes)


def _says(cell: str, words: Sequence[str]) -> bool:
    return unicodedata.normalize("NFKC", cell).strip().lower() in words
