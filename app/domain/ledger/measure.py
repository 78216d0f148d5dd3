"""A measure: what is done, by whom, by when, and by what one will see that it was done."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class MeasureKind(StrEnum):
    AT_ONCE = "立行立改"
    BY_DATE = "限期整改"
    LASTING = "长期坚持"
    SUPPORT = "报请支持"


class MeasureState(StrEnum):
    OPEN = "未开始"
    WORKING = "进行中"
    DONE = "已完成"
    HELD = "阶段性完成、持续巩固"
    VOID = "作废"


@dataclass(frozen=True, slots=True)
class SupportRequest:
    """报请支持: to whom and when it was asked, when and what was answered."""

    to: str = ""
    asked_on: date | None = None
    answered_on: date | None = None
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Measure:
    """``number`` counts within its issue from 1 and is never used again. ``deadline`` is None only for 长期坚持, which
    has a look-back date instead; the others may have one, too, not before the deadline. ``proof`` is what is
    expected, ``evidence`` the ids of the files that prove it. One that is ``erased`` was wiped: it is void, and only
    its number, kind and days are left."""

    number: int
    what: str
    owner: str
    kind: MeasureKind
    deadline: date | None
    proof: str
    look_back: date | None = None
    state: MeasureState = MeasureState.OPEN
    done_on: date | None = None
    result: str = ""
    evidence: tuple[str, ...] = ()
    support: SupportRequest = SupportRequest()
    void_reason: str = ""
    erased: bool = False

    @property
    def finished(self) -> bool:
        return self.state in (MeasureState.DONE, MeasureState.HELD)

    @property
    def due(self) -> date | None:
        """The deadline that it can miss: 长期坚持 has none, whatever was written before it became that."""
        return None if self.kind is MeasureKind.LASTING else self.deadline

    def overdue_by(self, today: date) -> int:
        """Days past the deadline; 0 where there is none, or it is finished or void."""
        if self.due is None or self.finished or self.state is MeasureState.VOID:
            return 0
        return max((today - self.due).days, 0)
