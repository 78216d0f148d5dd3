"""A roster from a table: columns by their names, in any order; every row that cannot be taken says why."""

import re
from collections.abc import Iterator, Sequence

from app.domain.errors import UserError
from app.domain.name_faults import one_name, person_faults
from app.domain.roster import Roster
from app.domain.roster_extra_time import HOW, read_factor
from app.domain.roster_person import LONGEST_DEPARTMENT, LONGEST_NAME, LONGEST_NUMBER, RosterPerson
from app.domain.unit_exam import MOST_PEOPLE
from app.packs.people_table import PeopleTable, people_tables
from app.packs.problem_list import ProblemList, clipped
from app.packs.table_rows import Sheet, read_sheets

COLUMNS = {
    "name": ("姓名", "名字", "人员姓名"),
    "department": ("科室", "部门", "处室", "单位", "所在科室", "所在部门", "科室单位", "单位科室"),
    "number": ("工号", "编号", "人员编号", "职工号", "证号"),
    "factor": ("延长时间", "延长用时", "加长用时", "延长倍数", "用时倍数", "时间倍数"),
}
NO_HEAD = "里找不到表头。请让前 20 行里有一行写着“姓名”，需要时再加“科室”“工号”，一列一项，次序不限。"
_FOOT = re.compile(
    r"(合计|总计|小计|共计|总人数|人数|制表|填表|填报|经办|审核|审批|复核|核对|负责人|单位负责人|联系人|联系电话"
    r"|日期|时间|备注|说明|附件|注[:：]|共\s*\d)|.*[:：]|\d{4}\s*[-年./]"
)
"""What stands at the foot of a table in the column of names: no name begins so, and none has a colon."""
_ROOM = re.compile(r".{2,}(科|股|室|处|局|中心|办公室|大队|站)")
"""A line with nothing but this is the heading of a group."""
_UNNAMED = re.compile(r"(sheet|工作表|表)\s*\d*", re.IGNORECASE)
_SHOWN = 8


def read_roster(name: str, data: bytes) -> Roster:
    """``name``: the file's. People of all sheets that have a head; what was left out is told in the notes.

    Raises UserError where it is no table, or no column of names is found in it.
    """
    sheets = read_sheets(name, data)
    tables = {sheet.name: people_tables(sheet, COLUMNS, "统考", ("department",)) for sheet in sheets}
    if not any(tables.values()):
        raise UserError(f"“{name}”{NO_HEAD}")
    reading = _RosterReading(name, several=sum(map(bool, tables.values())) > 1)
    for sheet in sheets:
        for table in tables[sheet.name]:
            reading.take(table)
    unread = [sheet.name for sheet in sheets if not tables[sheet.name] and _filled(sheet)]
    return reading.roster([f"没有读取工作表“{clipped(one)}”：里面没有“姓名”一列。" for one in unread])


class _RosterReading:
    def __init__(self, file: str, several: bool) -> None:
        """``several``: people stand on more than one sheet."""
        self._problems, self._several = ProblemList(file), several
        self._people: list[RosterPerson] = []
        self._notes: list[str] = []
        self._seen: dict[str, str] = {}
        self._left_out: list[str] = []

    def take(self, table: PeopleTable) -> None:
        if table.abreast:
            advice = "一行只写一个人：把并排的几块改成上下一列，再导入"
            self._fault(table, table.head, "有两列“姓名”并排", advice)
            return
        self._notes += [note for note in table.notes if note not in self._notes]
        for line, values in table.lines():
            if _FOOT.match(one_name(values["name"])):
                self._left_out.append(f"{self._place(table, line)}“{clipped(values['name'], 12)}”")
            else:
                self._take_person(table, line, values)

    def roster(self, notes: Sequence[str]) -> Roster:
        people, problems = self._people, self._problems
        if len(people) > MOST_PEOPLE:
            problems.error(0, f"名单有 {len(people)} 人，超过 {MOST_PEOPLE} 人", "分成几次统考")
        if not people and not problems.has_errors:
            problems.error(0, "表头下面没有人", "在“姓名”下面一行一人填好后再导入")
        told = [*self._notes, *notes]
        if self._left_out:
            told.append(f"没有当作人：{_some(self._left_out, '行')}。")
        roomless = [one.name for one in people if not one.department]
        if roomless and len(roomless) < len(people):
            told.append(f"{len(roomless)} 人没有科室：{_some(roomless, '人')}。")
        return Roster(tuple(people), tuple(problems.problems), tuple(told))

    def _take_person(self, table: PeopleTable, line: int, values: dict[str, str]) -> None:
        written = values.get("factor", "")
        factor = _factor(written)
        room = values.get("department", "") if "department" in table.columns else self._room(table)
        person = RosterPerson(one_name(values["name"]), room, values.get("number", ""), factor or 100)
        faults = [*_faults(person)]
        if factor is None:
            faults.append((f"延长时间“{clipped(written, 12)}”不能用", f"{HOW}（倍）"))
        if _ROOM.fullmatch(person.name) and not any(text for one, text in values.items() if one != "name"):
            faults.append((f"“{clipped(person.name, 12)}”像是科室，不像姓名", "把科室填进“科室”一列，删去这一行"))
        if person.key in self._seen and not faults:
            who = f"“{clipped(person.words)}”与{self._seen[person.key]}是同一个人或用了同一个工号"
            faults.append((who, "删去重复的一行；重名的人请填不同的工号或科室"))
        for message, advice in faults:
            self._fault(table, line, message, advice)
        if not faults:
            self._seen[person.key] = self._place(table, line)
            self._people.append(person)

    def _room(self, table: PeopleTable) -> str:
        """Where there is a sheet for each department, and no column for it."""
        named = self._several and not _UNNAMED.fullmatch(table.sheet.strip())
        return " ".join(table.sheet.split()) if named else ""

    def _fault(self, table: PeopleTable, line: int, message: str, advice: str) -> None:
        where = f"工作表“{clipped(table.sheet)}”里，" if self._several else ""
        self._problems.error(line, f"{where}{message}", advice)

    def _place(self, table: PeopleTable, line: int) -> str:
        return f"工作表“{clipped(table.sheet)}”第 {line} 行" if self._several else f"第 {line} 行"


def _some(texts: Sequence[str], what: str) -> str:
    more = f"，等 {len(texts)} {what}" if len(texts) > _SHOWN else ""
    return "、".join(clipped(one) for one in texts[:_SHOWN]) + more


def _filled(sheet: Sheet) -> bool:
    return any(any(cells) for _, cells in sheet.rows)


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
