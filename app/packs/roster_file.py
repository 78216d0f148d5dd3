"""A roster from a table: columns by their names, in any order; every row that cannot be taken says why."""

from collections.abc import Iterator

from app.domain.errors import UserError
from app.domain.name_faults import one_name, person_faults
from app.domain.roster import Roster
from app.domain.roster_extra_time import HOW, read_factor
from app.domain.roster_person import LONGEST_DEPARTMENT, LONGEST_NAME, LONGEST_NUMBER, RosterPerson
from app.domain.unit_exam import MOST_PEOPLE
from app.packs.people_table import PeopleTable, people_table
from app.packs.problem_list import ProblemList, clipped
from app.packs.table_rows import read_sheets

COLUMNS = {
    "name": ("姓名", "名字", "人员姓名"),
    "department": ("科室", "部门", "处室", "单位", "所在科室", "所在部门", "科室单位", "单位科室"),
    "number": ("工号", "编号", "人员编号", "职工号", "证号"),
    "factor": ("延长时间", "延长用时", "加长用时", "延长倍数", "用时倍数", "时间倍数"),
}
NO_HEAD = "里找不到表头。请让前 20 行里有一行写着“姓名”，需要时再加“科室”“工号”，一列一项，次序不限。"


def read_roster(name: str, data: bytes) -> Roster:
    """``name``: the file's. Raises UserError where it is no table, or no column of names is found in it."""
    table = people_table(read_sheets(name, data), COLUMNS, "统考")
    if table is None:
        raise UserError(f"“{name}”{NO_HEAD}")
    return _read(name, table)


def _read(name: str, table: PeopleTable) -> Roster:
    problems, people = ProblemList(name), []
    seen: dict[str, int] = {}
    for line, values in table.lines():
        written = values.get("factor", "")
        factor = _factor(written)
        person = RosterPerson(
            one_name(values["name"]), values.get("department", ""), values.get("number", ""), factor or 100
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
    return Roster(tuple(people), tuple(problems.problems), table.notes)


def _factor(text: str) -> int | None:
    """None where it cannot be one."""
    try:
        return read_factor(text)
    except ValueError:
        return None


def _faults(person: RosterPerson) -> Iterator[tuple[str, str]]:
    fields = (
        ("姓名", person.name, LONGEST_NAME),
        ("科室", person.department, LONGEST_DEPARTMENT),
        ("工号", person.number, LONGEST_NUMBER),
    )
    return person_faults(fields, "统考不登记身份证号和手机号，请删去或改用工号")
