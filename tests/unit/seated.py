"""A 单位统考 as an organiser makes it, on small content."""

from datetime import datetime, timedelta

from app.domain.exam_window import ExamWindow
from app.domain.paper import BreakPolicy
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule, UnitExam
from tests.unit.fakes import MORNING
from tests.unit.house import paper

PEOPLE = (
    RosterPerson("周明", "社会救助科", "1001"),
    RosterPerson("李华", "办公室", "1002"),
    RosterPerson("王芳", "养老服务科"),
)
PASSWORD = "镜鉴-2026-统考"


def window(start: float, hours: float, now: datetime = MORNING) -> ExamWindow:
    """From so many hours after ``now``, for so long."""
    opens = now + timedelta(hours=start)
    return ExamWindow(opens.isoformat(), (opens + timedelta(hours=hours)).isoformat())


def unit_exam(**changes: object) -> UnitExam:
    values: dict[str, object] = {
        "id": "abc123",
        "title": "2026年度党纪法规统考",
        "paper": paper(BreakPolicy.FREE),
        "window": window(0, 2),
        "book": BookRule.CLOSED,
        "roster": PEOPLE,
        "master": "0123456789abcdef" * 4,
        "make_up": window(48, 2),
    }
    return UnitExam(**(values | changes))  # type: ignore[arg-type]
