"""Where each person of a 单位统考 stands: 未考, 已考, 缺考 or 补考, with what counts and what came besides."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from app.domain.exam_session import ExamSession
from app.domain.result_decision import Decision, Decisions
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import ResultSource, SatResult
from app.domain.unit_exam import UnitExam

RULE = "同一场有几份成绩的，计开考最早的一份；另有核定的，按核定。"
MAKE_UP_RULE = "正考、补考都有成绩的，计较高的一次，补考不会降低正考成绩。"


class Attendance(StrEnum):
    WAITING = "未考"
    SAT = "已考"
    ABSENT = "缺考"
    MADE_UP = "补考"


@dataclass(frozen=True, slots=True)
class Standing:
    """``besides``: further results of the same person, which do not count until somebody decides that they do.
    ``void``: those that somebody has decided not to count. ``chosen``: the one that counts by decision."""

    person: RosterPerson
    state: Attendance
    main: SatResult | None = None
    make_up: SatResult | None = None
    besides: tuple[SatResult, ...] = ()
    void: tuple[SatResult, ...] = ()
    chosen: SatResult | None = None

    @property
    def counted(self) -> SatResult | None:
        """The chosen one, else the better of 正考 and 补考: nobody loses by making up."""
        if self.chosen is not None or self.main is None or self.make_up is None:
            return self.chosen or self.main or self.make_up
        return self.make_up if self.make_up.score > self.main.score else self.main

    @property
    def missed_main(self) -> bool:
        """Whether the 正考 was missed, whatever was made up."""
        return self.state is Attendance.ABSENT or (self.make_up is not None and self.main is None)

    @property
    def every(self) -> tuple[SatResult, ...]:
        """Whatever came of this person."""
        return tuple(one for one in (self.main, self.make_up, *self.besides, *self.void) if one is not None)


def standings(
    exam: UnitExam, results: Iterable[SatResult], now: datetime, decisions: Decisions | None = None
) -> list[Standing]:
    """In the order of the roster. Of several results of one session the one begun first counts, on paper goes last,
    unless ``decisions`` say otherwise."""
    gathered: dict[str, list[SatResult]] = {}
    for result in sorted(results, key=_order):
        gathered.setdefault(result.person, []).append(result)
    return [_standing(exam, one, gathered.get(one.key, []), now, decisions or {}) for one in exam.roster]


def counts(found: Sequence[Standing]) -> dict[Attendance, int]:
    return {state: sum(one.state is state for one in found) for state in Attendance}


def _order(result: SatResult) -> tuple[bool, str, str]:
    return result.source is ResultSource.PAPER, result.started_at, result.code


def _standing(
    exam: UnitExam, person: RosterPerson, results: Sequence[SatResult], now: datetime, decisions: Decisions
) -> Standing:
    void = tuple(one for one in results if _decided(one, decisions) is Decision.VOID)
    valid = [one for one in results if one not in void]
    chosen = next((one for one in valid if _decided(one, decisions) is Decision.COUNTS), None)
    first = _first_of_each(valid, chosen)
    main, make_up = first.get(ExamSession.MAIN), first.get(ExamSession.MAKE_UP)
    if make_up is not None:
        state = Attendance.MADE_UP
    elif main is not None:
        state = Attendance.SAT
    else:
        state = Attendance.ABSENT if now > exam.window.closing else Attendance.WAITING
    besides = tuple(one for one in valid if one is not main and one is not make_up)
    return Standing(person, state, main, make_up, besides, void, chosen)


def _decided(result: SatResult, decisions: Decisions) -> Decision | None:
    return decisions[result.key].what if result.key in decisions else None


def _first_of_each(results: Sequence[SatResult], chosen: SatResult | None) -> Mapping[ExamSession, SatResult]:
    found: dict[ExamSession, SatResult] = {} if chosen is None else {chosen.session: chosen}
    for result in results:
        found.setdefault(result.session, result)
    return found
