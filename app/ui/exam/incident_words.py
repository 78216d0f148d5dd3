"""What happened around a sitting, as the candidate and whoever reads the result is told it."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from app.domain.exam import Exam
from app.domain.exam_incident import ExamIncident, IncidentKind, total_words

STARTED_AGAIN_NOW = "刚才又打开了一次镜鉴，已回到考试窗口。考试没有中断，这件事有记录。"
_MOST = 6
"""More times than these are not listed."""


def slept_now(ms: int) -> str:
    return f"电脑刚才休眠{total_words(ms)}，计入考试用时。作答都在，已有记录，不影响评分。"


def incident_lines(exam: Exam, found: Sequence[ExamIncident]) -> list[str]:
    """For the result, a line each. Leaving the window and looking up only where the paper says that it is shown."""
    lines = []
    sleeps = [one for one in found if one.kind is IncidentKind.SLEPT]
    again = [one.utc for one in found if one.kind is IncidentKind.STARTED_AGAIN]
    if len(sleeps) == 1:
        lines.append(f"{_began(sleeps[0])} 电脑休眠{total_words(sleeps[0].asleep_ms)}，计入考试用时")
    elif sleeps:
        times = [f"{_began(one)} {total_words(one.asleep_ms)}" for one in sleeps]
        lines.append(f"电脑休眠 {len(sleeps)} 次，计入考试用时：{_listed(times)}")
    if len(again) == 1:
        lines.append(f"{_time(again[0])} 又打开了一次程序，回到了考试窗口")
    elif again:
        lines.append(f"又打开程序 {len(again)} 次，都回到了考试窗口：{_listed([_time(utc) for utc in again])}")
    if exam.paper.show_leaves:
        lines += _shown(exam, found)
    return lines


def _shown(exam: Exam, found: Sequence[ExamIncident]) -> list[str]:
    left = [_time(one.utc) for one in found if one.kind is IncidentKind.LEFT]
    looked_up = [_time(one.utc) for one in found if one.kind is IncidentKind.LOOKED_UP]
    when = f"：{_listed(left)}" if left else ""
    lines = [f"离开考试窗口 {exam.leaves} 次{when}" if exam.leaves else "没有离开考试窗口"]
    return [*lines, f"查阅法规库 {len(looked_up)} 次：{_listed(looked_up)}"] if looked_up else lines


def _began(sleep: ExamIncident) -> str:
    woke = datetime.fromisoformat(sleep.utc)
    return _time((woke - timedelta(milliseconds=sleep.asleep_ms)).isoformat())


def _time(utc: str) -> str:
    """The local time of day: an exam is over within one."""
    return f"{datetime.fromisoformat(utc).astimezone():%H:%M}"


def _listed(times: Sequence[str]) -> str:
    return "、".join(times[:_MOST]) + (" 等" if len(times) > _MOST else "")
