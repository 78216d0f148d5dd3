"""A roster from a table: columns by their names, in any order; every row that cannot be taken says why."""

import unicodedata
from collections.abc import Iterator, Sequence

from app.domain.confidentiality import review
from app.domain.errors import UserError
from app.domain.roster import Roster
from app.domain.roster_extra_time import HOW, read_factor
from app.domain.roster_person import LONGEST_DEPARTMENT, LONGEST_NAME, LONGEST_NUMBER, RosterPerson
from app.domain.unit_exam import MOST_PEOPLE
from app.packs.problem_list import ProblemList, clipped
from app.packs.table_rows import Row, read_sheets

COLUMNS = {
    "name": ("姓名", "名字", "人员姓名"),
    "department": ("科室", "部门", "处室", "单位", "所在科室", "所在部门", "科室单位", "单位科室"),
    "number": ("工号", "编号", "人员编号", "职工号", "证号"),
    "factor": ("延长时间", "延长用时", "加长用时", "延长倍数", "用时倍数", "时间倍数"),
}
_PRIVATE = ("身份证", "手机", "电话", "证件号")
_HEAD_WITHIN = 20
NO_HEAD = (
    "里找不到表头。请让前 20 行里有一行写着“姓名”，需要时再加“科室”“工号”，一列一项，次序不限。"
)


def read_roster(name: str, data: bytes) -> Roster:
    """``name``: the file's. Raises UserError where it is no table, or no column of names is found in it."""
    for sheet in read_sheets(name, data):
        for place, (_, cells) in enumerate(sheet.rows[:_HEAD_WITHIN]):
            columns = _columns(cells)
            if "name" in columns:
                notes = [f"没有读取“{cell}”一列：统考不需要这些信息。" for cell in cells if _private(cell)]
                return _read(name, sheet.rows[place + 1 :], columns, notes)
    raise UserError(f"“{name}”{NO_HEAD}")


def _columns(cells: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for at, cell in enumerate(cells):
        plain = "".join(character for character in unicodedata.normalize("NFKC", cell) if character.isalnum())
        for field, names in COLUMNS.items():
            if plain in names:
                found.setdefault(field, at)
    return found


def _private(cell: str) -> bool:
    return any(word in cell for word in _PRIVATE)


def _read(name: str, rows: Sequence[Row], columns: dict[str, int], notes: list[str]) -> Roster:
    problems, people = ProblemList(name), []
    seen: dict[str, int] = {}
    for line, cells in rows:
        values = {field: _cell(cells, at) for field, at in columns.items()}
        if not any(values.values()):
            continue
        written = values.get("factor", "")
        factor = _factor(written)
        person = RosterPerson(
            _name(values["name"]), values.get("department", ""), values.get("number", ""), factor or 100
        )
        faults = [*_faults(person)]
        if factor is None:
            faults.append((f"延长时间“{clipped(written, 12)}”不能用", f"{HOW}（倍）"))
        if person.key in seen and not faults:
            who = f"“{clipped(person.words)}”与第 {seen[person.key]} 行是同一个人或用了同一个工号"
            faults.append((who, "删去重复的一行；重名的人请填不同的工号或科室"))
        for message, advice in faults:
            problems.error(line, message, advice)
        if not faults:
            seen[person.key] = line
            people.append(person)
    if len(people) > MOST_PEOPLE:
        problems.error(0, f"名单有 {len(people)} 人，超过 {MOST_PEOPLE} 人", "分成几次统考")
    if not people and not problems.has_errors:
        problems.error(0, "表头下面没有人", "在“姓名”下面一行一人填好后再导入")
    return Roster(tuple(people), tuple(problems.problems), tuple(notes))


def _cell(cells: Sequence[str], at: int) -> str:
    return cells[at] if at < len(cells) else ""


def _factor(text: str) -> int | None:
    """None where it cannot be one."""
    try:
        return read_factor(text)
    except ValueError:
        return None


def _name(text: str) -> str:
    """The space that sets a name of two characters as wide as one of three does not belong to it."""
    plain = "".join(text.split())
    return plain if plain and not plain.isascii() else text


def _faults(person: RosterPerson) -> Iterator[tuple[str, str]]:
    if not person.name:
        yield "这一行没有姓名", "补上姓名，或删去这一行"
    fields = (
        ("姓名", person.name, LONGEST_NAME),
        ("科室", person.department, LONGEST_DEPARTMENT),
        ("工号", person.number, LONGEST_NUMBER),
    )
    for word, text, most in fields:
        if len(text) > most:
            yield f"{word}“{clipped(text, 12)}”有 {len(text)} 个字，超过 {most} 个", "检查是不是填错了列"
        elif not text.isprintable():
            yield f"{word}里有看不见的控制字符", "重新输入这一格"
        found = review(text)
        if found.refusal:
            yield f"{word}里有密级标志", "删去这一行，按保密规定处理"
        elif found.warnings:
            yield f"{word}{found.warnings[0]}", "统考不登记身份证号和手机号，请删去或改用工号"
