"""The 成绩册 of a 单位统考: the same rows on the screen and in the file."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.exam_incident import total_words
from app.domain.roster_extra_time import factor_words
from app.domain.sat_result import ResultSource, SatResult
from app.domain.standing import Attendance, Standing, counts
from app.domain.unit_exam import UnitExam

Value = str | int | float | datetime | None
COLUMNS = (
    ("序号", 5),
    ("姓名", 10),
    ("科室", 21),
    ("工号", 8),
    ("状态", 6),
    ("正考成绩", 7),
    ("补考成绩", 7),
    ("结果", 7),
    ("开考时间", 12),
    ("用时（分）", 11),
    ("交卷方式", 15),
    ("核验码", 21),
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


def grade_book(exam: UnitExam, found: Sequence[Standing]) -> GradeBook:
    most = max((len(one.besides) for one in found), default=0)
    more = tuple(
        column
        for place in range(2, most + 2)
        for column in ((f"第{place}份成绩", 9), (f"第{place}份开考时间", 12), (f"第{place}份核验码", 21))
    )
    rows = tuple((number, *_row(exam, one, most)) for number, one in enumerate(found, 1))
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
    yield f"应考 {len(found)} 人　{states}　合格 {passed} 人{awaited}"


def _row(exam: UnitExam, one: Standing, most: int) -> Iterator[Value]:
    person, counted = one.person, one.counted
    yield from (person.name, person.department, person.number, one.state.value)
    yield from (_score(one.main), _score(one.make_up))
    yield counted.outcome if counted else "缺考" if one.state is Attendance.ABSENT else ""
    yield _moment(counted)
    yield round(counted.spent_ms / 60_000, 1) if counted and counted.started_at else None
    yield (counted.reason or counted.source.value) if counted else ""
    yield counted.code if counted else ""
    yield "；".join(remarks(exam, one))
    for place in range(most):
        other = one.besides[place] if place < len(one.besides) else None
        yield from (_score(other), _moment(other), other.code if other else "")


def remarks(exam: UnitExam, one: Standing) -> Iterator[str]:
    """What whoever signs the 成绩册 should know of this person's results."""
    if one.besides:
        yield f"共有 {len(one.besides) + 1 + (one.main is not None and one.make_up is not None)} 份成绩，请核实"
    if one.make_up is not None and one.main is not None:
        yield "正考、补考都有成绩"
    counted = one.counted
    if counted is None:
        return
    if counted.source is ResultSource.PAPER:
        yield "纸质卷"
    if one.person.factor != 100:
        yield f"按 {factor_words(one.person.factor)}作答"
    if counted.unmarked:
        yield f"含 {counted.unmarked} 题待阅"
    if counted.markers:
        yield f"主观题在考生电脑上由{'、'.join(counted.markers)}评分"
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


def _moment(result: SatResult | None) -> Value:
    if result is None or not result.started_at:
        return None
    return datetime.fromisoformat(result.started_at).astimezone().replace(tzinfo=None, microsecond=0)
