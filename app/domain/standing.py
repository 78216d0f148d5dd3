"""Where each person of a 单位统考 stands: 未考, 已考, 缺考 or 补考, with what counts and what came besides."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.exam_session import ExamSession
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import ResultSource, SatResult
from app.domain.unit_exam import UnitExam


class Attendance(StrEnum):
    WAITING = "未考"
    SAT = "已考"
    ABSENT = "缺考"
    MADE_UP = "补考"


@dataclass(frozen=True, slots=True)
class Standing:
    """``besides``: further results of the same person, which do not count until somebody decides that they do."""

    person: RosterPerson
    state: Attendance
    main: SatResult | None = None
    make_up: SatResult | None = None
    besides: tuple[SatResult, ...] = ()

    @property
    def counted(self) -> SatResult | None:
        return self.make_up or self.main


def standings(exam: UnitExam, results: Iterable[SatResult], now: datetime) -> list[Standing]:
    """In the order of the roster. Of several results of one session the one begun first counts; on paper goes last."""
    gathered: dict[str, list[SatResult]] = {}
    for result in sorted(results, key=_order):
        gathered.setdefault(result.person, []).append(result)
    return [_standing(exam, person, gathered.get(person.key, []), now) for person in exam.roster]


def counts(found: Sequence[Standing]) -> dict[Attendance, int]:
    return {state: sum(one.state is state for one in found) for state in Attendance}


def _order(result: SatResult) -> tuple[bool, str, str]:
    return result.source is ResultSource.PAPER, result.started_at, result.code


def _standing(exam: UnitExam, person: RosterPerson, results: Sequence[SatResult], now: datetime) -> Standing:
    main = next((one for one in results if one.session is ExamSession.MAIN), None)
    make_up = next((one for one in results if one.session is ExamSession.MAKE_UP), None)
    if make_up is not None:
        state = Attendance.MADE_UP
    elif main is not None:
        state = Attendance.SAT
    else:
        state = Attendance.ABSENT if now > exam.window.closing else Attendance.WAITING
    besides = tuple(one for one in results if one is not main and one is not make_up)
    return Standing(person, state, main, make_up, besides)
