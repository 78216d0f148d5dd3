"""What the making of a 单位统考 begins with: a make-up that was not foreseen is another 统考 for those who need it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from app.domain.paper import Paper
from app.domain.roster_person import RosterPerson
from app.domain.standing import Standing
from app.domain.unit_exam import LONGEST_TITLE, UnitExam

_ENDING = "（补考）"


@dataclass(frozen=True)
class UnitExamDraft:
    title: str
    paper: Paper
    people: tuple[RosterPerson, ...]
    on_paper: bool = False


def make_up_fault(exam: UnitExam, found: Sequence[Standing], now: datetime) -> str:
    """Why no make-up can be arranged now, a sentence, or ""."""
    if now < exam.release.opening:
        return f"这次统考还没有全部结束，{exam.release.when} 以后才知道谁要补考。"
    waiting = sum(one.unmarked for standing in found for one in (standing.main, standing.make_up) if one is not None)
    if waiting:
        return f"还有 {waiting} 题待阅，阅完才知道谁没有合格。请先阅简答，再安排补考。"
    return "" if _needing(found) else "没有人缺考，也没有人未合格，不用安排补考。"


def make_up_draft(exam: UnitExam, found: Sequence[Standing]) -> UnitExamDraft:
    """For whoever missed the exam or did not pass, on the same paper: drawn anew it asks other questions."""
    title = exam.title.removesuffix(_ENDING)[: LONGEST_TITLE - len(_ENDING)]
    return UnitExamDraft(f"{title}{_ENDING}", exam.paper, tuple(_needing(found)), exam.on_paper)


def _needing(found: Sequence[Standing]) -> list[RosterPerson]:
    return [one.person for one in found if one.counted is None or not one.counted.passed]
