"""What stands on a 学习情况记录单."""

from dataclasses import dataclass

from app.domain.exam import Exam
from app.domain.exam_incident import IncidentKind, total_words
from app.domain.exam_record import LEFT, RESUMED, ExamRecord
from app.domain.exam_release import ExamRelease
from app.domain.labels import domain_label
from app.domain.roster_extra_time import factor_words

TITLE = "学习情况记录单"
ORIGIN = "本表由学习软件在本机生成，仅作单位内部学习记录。"
SEAL_LINE = "组织单位（盖章）：＿＿＿＿＿＿＿＿＿＿＿＿"


@dataclass(frozen=True, slots=True)
class RecordSheet:
    """``topics``: (topic, points got, points possible). ``number`` is the 卷号: seed and content version.
    ``later``: why there are no topics yet, "" where there are.
    """

    name: str
    unit: str
    occasion: str
    title: str
    started_at: str
    finished_at: str
    spent_ms: int
    score: int
    full: int
    pass_score: int
    number: str
    reason: str
    topics: tuple[tuple[str, int, int], ...]
    recorded: tuple[str, ...]
    code: str
    later: str = ""

    @property
    def passed(self) -> bool:
        return self.score >= self.pass_score


def record_sheet(exam: Exam, unit: str, record: ExamRecord, held: ExamRelease | None = None) -> RecordSheet:
    """Of a finished exam and its record. While keys are ``held`` back, shares by topic would tell which are right."""
    shares = exam.by_topic() if held is None else {}
    return RecordSheet(
        name=exam.candidate,
        unit=unit,
        occasion=exam.occasion,
        title=exam.paper.title,
        started_at=exam.started_at,
        finished_at=exam.finished_at,
        spent_ms=exam.clock.spent_ms,
        score=exam.total,
        full=sum(item.score for item in exam.items),
        pass_score=exam.paper.pass_score,
        number=f"{exam.seed:06}-{exam.content_version[:16]}",
        reason=exam.finish_reason,
        topics=tuple((domain_label(topic), got, possible) for topic, (got, possible) in shares.items()),
        recorded=_recorded(exam, record),
        code=record.code,
        later=f"统考还没有全部结束，{held.when} 以后再出的记录单上才有。" if held is not None else "",
    )


def _recorded(exam: Exam, record: ExamRecord) -> tuple[str, ...]:
    """Leaving the window only where the paper says that it is shown."""
    kinds = [event.kind for event in record.own]
    asleep = [int(one.get("asleep_ms", 0)) for one in record.payloads(IncidentKind.SLEPT)]
    return recorded_words(
        resumed=kinds[2:].count(RESUMED),  # the second event is the exam being opened for the first time
        jumps=record.jumps,
        factor=exam.factor,
        over_ms=exam.over_ms,
        sleeps=len(asleep),
        asleep_ms=sum(asleep),
        started_again=kinds.count(IncidentKind.STARTED_AGAIN),
        leaves=kinds.count(LEFT) if exam.paper.show_leaves else None,
    )


def recorded_words(
    resumed: int,
    jumps: int,
    factor: int,
    over_ms: int,
    sleeps: int,
    asleep_ms: int,
    started_again: int,
    leaves: int | None,
) -> tuple[str, ...]:
    """What the record tells of a sitting; ``leaves``: None where they are not shown."""
    lines = [
        f"中断后继续作答 {resumed} 次" if resumed else "没有中断",
        f"系统时间被调整 {jumps} 次" if jumps else "系统时间没有异常调整",
    ]
    if factor != 100:
        lines.append(f"按 {factor_words(factor)}作答")
    if over_ms:
        lines.append(f"超出规定用时 {-(-over_ms // 60_000)} 分钟")
    if sleeps:
        lines.append(f"电脑休眠 {sleeps} 次，共{total_words(asleep_ms)}，计入考试用时")
    if started_again:
        lines.append(f"考试中又打开程序 {started_again} 次")
    if leaves is not None:
        lines.append(f"离开考试窗口 {leaves} 次" if leaves else "没有离开考试窗口")
    return tuple(lines)
