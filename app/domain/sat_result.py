"""How one person did in a 单位统考, as a result file or the marker of a paper says."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.exam_session import ExamSession


class ResultSource(StrEnum):
    COMPUTER = "机考"
    PAPER = "纸质卷"


@dataclass(frozen=True, slots=True)
class SatResult:
    """Times are ISO UTC texts ("" on paper); ``code`` stands for the record.

    ``sitting`` names what was sat, whatever was marked since: of two results of it the one with more ``events`` is the
    newer. ``unmarked`` answers wait for a marker; ``markers`` are those who marked on the candidate's own PC, which
    never counts.
    ``sleeps`` of the PC took ``asleep_ms`` together; ``started_again`` and ``looked_up`` count as `IncidentKind` tells.
    ``answers``: as `sat_answers` writes them, "" on paper. ``markers_here``: who marked at the organiser's; not stored
    with the result, it follows from the log (`unit_exam_short.with_marks`).
    """

    person: str
    session: ExamSession
    score: float
    full: int
    pass_score: int
    sitting: str = ""
    events: int = 0
    code: str = ""
    started_at: str = ""
    finished_at: str = ""
    spent_ms: int = 0
    reason: str = ""
    leaves: int = 0
    sleeps: int = 0
    asleep_ms: int = 0
    started_again: int = 0
    looked_up: int = 0
    jumps: int = 0
    resumed: int = 0
    unmarked: int = 0
    markers: tuple[str, ...] = ()
    source: ResultSource = ResultSource.COMPUTER
    answers: str = ""
    markers_here: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What tells this result from all others of the exam: of one person one result a session is on paper."""
        return self.sitting or f"{self.source}/{self.session}/{self.person}"

    @property
    def passed(self) -> bool:
        return self.score >= self.pass_score

    @property
    def outcome(self) -> str:
        """合格, 未合格, or that it is not known yet."""
        if self.passed:
            return "合格"
        return f"{self.unmarked} 题待阅" if self.unmarked else "未合格"
