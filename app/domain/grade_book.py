"""The 成绩册 of a 单位统考: the same rows on the screen and in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.exam_incident import total_words
from app.domain.result_decision import Decisions
from app.domain.roster_extra_time import factor_words
from app.domain.sat_result import ResultSource, SatResult
from app.domain.standing import MAKE_UP_RULE, RULE, Attendance, Standing, counts
from app.domain.unit_exam import UnitExam

Value = str | int | float | datetime | None
COLUMNS = (
    ("序号", 5),
    ("姓名", 10),
    ("科室", 18),
    ("工号", 8),
    ("状态", 6),
    ("正考成绩", 7),
    ("补考成绩", 7),
    ("结果", 7),
    ("开考时间", 12),
    ("交卷时间", 12),
    ("用时（分）", 11),
    ("交卷方式", 13),
    ("核验码", 20),
    ("备注", 25),
)
"""Title and width in characters; what does not fit a line goes on in the next one."""
FOOT = ("填报单位（盖章）：", "填报人：", "审核人：", "填报日期：")


@dataclass(frozen=True, slots=True)
class GradeBook:
    """``columns`` and ``rows`` go together; times are local and naive, as tables hold them."""

    title: str
    lines: tuple[str, ...]
    columns: tuple[tuple[str, int], ...]
    rows: tuple[tuple[Value, ...], ...]


def grade_book(exam: UnitExam, found: Sequence[Standing], decisions: Decisions | None = None) -> GradeBook:
    """``decisions``: with which ``found`` was made."""
    most = max((len(one.besides) + len(one.void) for one in found), default=0)
    more = tuple(
        column
        for place in range(2, most + 2)
        for column in ((f"第{place}份成绩", 9), (f"第{place}份开考时间", 12), (f"第{place}份核验码", 21))
    )
    rows = tuple((number, *_row(exam, one, most, decisions or {})) for number, one in enumerate(found, 1))
    return GradeBook(f"{exam.title}成绩册", tuple(_lines(exam, found)), COLUMNS + more, rows)


def _lines(exam: UnitExam, found: Sequence[Standing]) -> Iterator[str]:
    paper, numbers = exam.paper, counts(found)
    yield (
        f"试卷：{paper.title}　{exam.book}　满分 {paper.total} 分，{paper.pass_score} 分合格　"
        f"时长 {paper.minutes} 分钟　开考时段：{exam.window.words}"
        + (f"　补考时段：{exam.make_up.words}" if exam.make_up else "")
    )
    passed = sum(one.counted is not None and one.counted.passed for one in found)
    states = "　".join(f"{state} {number} 人" for state, number in numbers.items() if number)
    waiting = sum(result.unmarked for one in found for result in (one.main, one.make_up) if result is not None)
    awaited = f"　含 {waiting} 题待阅，评完以前成绩和合格人数不是最终结果" if waiting else ""
    missed = sum(one.missed_main for one in found) if numbers[Attendance.MADE_UP] else 0
    absent = f"　正考缺考 {missed} 人" if missed else ""
    late = handed_in_late(exam, found)
    too_late = f"　交卷晚于规定结束时间 {late} 人" if late else ""
    yield f"应考 {len(found)} 人　{states}　合格 {passed} 人{absent}{too_late}{awaited}"
    yield f"计分：{MAKE_UP_RULE if exam.make_up else ''}{RULE}"


def handed_in_late(exam: UnitExam, found: Sequence[Standing]) -> int:
    """How many people whose result counts."""
    return sum(one.counted is not None and _late_ms(exam, one.counted) > 0 for one in found)


def _row(exam: UnitExam, one: Standing, most: int, decisions: Decisions) -> Iterator[Value]:
    person, counted = one.person, one.counted
    yield from (person.name, person.department, person.number, one.state.value)
    yield from (_score(one.main), _score(one.make_up))
    nothing = "作废" if one.void else "缺考" if one.state is Attendance.ABSENT else ""
    yield counted.outcome if counted else nothing
    yield _moment(counted.started_at if counted else "")
    yield _moment(counted.finished_at if counted else "")
    yield round(counted.spent_ms / 60_000, 1) if counted and counted.started_at else None
    yield (counted.reason or counted.source.value) if counted else ""
    yield counted.code if counted else ""
    yield "；".join(remarks(exam, one, decisions))
    others = (*one.besides, *one.void)
    for place in range(most):
        other = others[place] if place < len(others) else None
        yield from (_score(other), _moment(other.started_at if other else ""), other.code if other else "")


def remarks(exam: UnitExam, one: Standing, decisions: Decisions | None = None) -> Iterator[str]:
    """What whoever signs the 成绩册 should know of this person's results."""
    yield from _decided(one, decisions or {})
    if one.besides and one.chosen is None:
        yield f"共有 {len(one.every) - len(one.void)} 份成绩，请核实"
    if one.make_up is not None:
        yield "正考缺考" if one.main is None else "正考、补考都有成绩"
    if one.counted is not None:
        yield from _of_counted(exam, one, one.counted)


def _decided(one: Standing, decisions: Decisions) -> Iterator[str]:
    for result in (*((one.chosen,) if one.chosen else ()), *one.void):
        if (said := decisions.get(result.key)) is not None:
            what = "作废" if result in one.void else "核定以"
            ending = "" if result in one.void else "为准"
            why = f"，{said.why}" if said.why else ""
            yield f"{what} {_score(result)} 分的一份{ending}（{said.by}{why}）"


def _of_counted(exam: UnitExam, one: Standing, counted: SatResult) -> Iterator[str]:
    if counted.source is ResultSource.PAPER:
        yield "纸质卷"
    if one.person.factor != 100:
        yield f"按 {factor_words(one.person.factor)}作答"
    if counted.unmarked:
        yield f"含 {counted.unmarked} 题待阅"
    if late := _late_ms(exam, counted):
        yield f"交卷晚于规定结束时间 {late_words(late)}"
    if counted.markers:
        yield "考生电脑上评过分，不计" if counted.answers else "成绩含考生电脑上的评分，请把结果文件再收一次"
    if counted.markers_here:
        yield f"简答由{'、'.join(counted.markers_here)}阅卷"
    if counted.resumed:
        yield f"中断后继续 {counted.resumed} 次"
    if counted.jumps:
        yield f"系统时间异常 {counted.jumps} 次"
    if counted.sleeps:
        yield f"电脑休眠 {counted.sleeps} 次，共{total_words(counted.asleep_ms)}"
    if counted.started_again:
        yield f"又打开程序 {counted.started_again} 次"
    if exam.paper.show_leaves:
        yield from _on_request(counted)


def _on_request(counted: SatResult) -> Iterator[str]:
    """What the paper says is to be shown, as on the candidate's own result."""
    if counted.leaves:
        yield f"离开窗口 {counted.leaves} 次"
    if counted.looked_up:
        yield f"查阅法规库 {counted.looked_up} 次"


def _score(result: SatResult | None) -> Value:
    if result is None:
        return None
    return int(result.score) if float(result.score).is_integer() else result.score


def _late_ms(exam: UnitExam, result: SatResult) -> int:
    return exam.late_ms(result.session, result.person, result.finished_at)


def late_words(ms: int) -> str:
    """Rounded down: 12 分钟, 29 小时."""
    minutes = ms // 60_000
    return f"{minutes} 分钟" if minutes < 60 else f"{minutes // 60} 小时"


def _moment(utc: str) -> Value:
    """None where none is known, or it is none that a table could hold."""
    try:
        return datetime.fromisoformat(utc).astimezone().replace(tzinfo=None, microsecond=0) if utc else None
    except (ValueError, OverflowError):
        return None
