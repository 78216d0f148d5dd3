"""One sitting of a paper: what was drawn, what was answered, how long it took."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.exam_clock import ExamClock
from app.domain.marking import Verdict, judge, score
from app.domain.paper import Paper
from app.domain.question import Question


class ExamState(StrEnum):
    RUNNING = "running"
    FINISHED = "finished"


class FinishReason(StrEnum):
    SUBMITTED = "本人交卷"
    TIME_OUT = "到时自动交卷"
    OVERDUE = "中断超时，按已保存的答案交卷"
    GIVEN_UP = "放弃继续，按已保存的答案交卷"


@dataclass(frozen=True, slots=True)
class ExamItem:
    """``place`` counts from 1; ``question`` is the snapshot taken at the start; ``shown`` the order of its options."""

    place: int
    question: Question
    score: int
    shown: tuple[str, ...]
    answer: tuple[str, ...] = ()
    flagged: bool = False

    def answered_with(self, answer: tuple[str, ...]) -> "ExamItem":
        return ExamItem(self.place, self.question, self.score, self.shown, answer, self.flagged)

    @property
    def answered(self) -> bool:
        return any(text.strip() for text in self.answer)

    def verdict(self) -> Verdict:
        return judge(self.question, self.answer)

    def points(self, paper: Paper) -> int:
        return score(self.question, self.answer, self.score, paper.multiple)


@dataclass(frozen=True, slots=True)
class Exam:
    """Times are ISO UTC texts; ``total`` and ``passed`` make sense once finished."""

    id: str
    paper: Paper
    seed: int
    content_version: str
    candidate: str
    state: ExamState
    started_at: str
    clock: ExamClock
    items: tuple[ExamItem, ...]
    current: int = 1
    leaves: int = 0
    finished_at: str = ""
    finish_reason: str = ""

    def item(self, place: int) -> ExamItem:
        """Raises IndexError where there is no such place."""
        if place < 1:
            raise IndexError(place)
        return self.items[place - 1]

    def after(self, item: ExamItem, clock: ExamClock) -> "Exam":
        """With ``item`` changed at this moment. Spelt out: `replace` takes longer, and every answer comes by here."""
        return Exam(
            self.id,
            self.paper,
            self.seed,
            self.content_version,
            self.candidate,
            self.state,
            self.started_at,
            clock,
            (*self.items[: item.place - 1], item, *self.items[item.place :]),
            self.current,
            self.leaves,
            self.finished_at,
            self.finish_reason,
        )

    @property
    def answered(self) -> int:
        return sum(item.answered for item in self.items)

    @property
    def flagged(self) -> int:
        return sum(item.flagged for item in self.items)

    @property
    def total(self) -> int:
        return sum(item.points(self.paper) for item in self.items)

    @property
    def passed(self) -> bool:
        return self.total >= self.paper.pass_score

    def by_topic(self) -> dict[str, tuple[int, int]]:
        """Topic → (points got, points possible), in order of first appearance."""
        sums: dict[str, tuple[int, int]] = {}
        for item in self.items:
            got, possible = sums.get(item.question.topic, (0, 0))
            sums[item.question.topic] = (got + item.points(self.paper), possible + item.score)
        return sums
