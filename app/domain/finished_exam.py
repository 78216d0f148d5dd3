"""A sitting that was handed in, as lists show it."""

from typing import NamedTuple

from app.domain.outcome import Outcome, outcome_of, outcome_words

HANDED_IN = "已交卷"
MARKED_ELSEWHERE = f"{HANDED_IN}，简答由组织单位阅卷"


class FinishedExam(NamedTuple):
    """``title``: what the candidate knows it by (`Exam.title`); ``finished_at``: ISO UTC; ``seat`` is "" for a
    self-test; ``release``: what holds the keys back, as `ExamRelease` writes it.

    ``unmarked``: answers that a person has yet to mark, worth ``open_points`` at best. To be read anew whenever it is
    shown: a marking changes them and the score.
    """

    id: str
    paper_id: str
    title: str
    finished_at: str
    score: int
    full: int
    needed: int
    candidate: str
    seat: str
    release: str = ""
    unmarked: int = 0
    open_points: int = 0

    @property
    def outcome(self) -> Outcome:
        """Of a unit's exam with something written nothing is known here: its organiser marks that."""
        return Outcome.OPEN if self._elsewhere else outcome_of(self.score, self.open_points, self.needed)

    @property
    def outcome_words(self) -> str:
        return f"{self.unmarked} 题待阅卷" if self._elsewhere else outcome_words(self.outcome, self.unmarked)

    @property
    def words(self) -> str:
        """20 分，2 题待评分."""
        return MARKED_ELSEWHERE if self._elsewhere else f"{self.score} 分，{self.outcome_words}"

    @property
    def _elsewhere(self) -> bool:
        return bool(self.seat and self.unmarked)
