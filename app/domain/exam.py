"""One sitting of a paper: what was drawn, what was answered, how long it took."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.exam_clock import ExamClock
from app.domain.marking import Verdict, judge, marked_score, marked_verdict, score
from app.domain.outcome import Outcome, outcome_of
from app.domain.paper import OverduePolicy, Paper
from app.domain.question import Question
from app.domain.reference import ArticleReference

TIME_FACTORS = (100, 125, 150)
"""Per cent of the paper's time: longer for those who need it."""
GRACE_MS = 5 * 60_000
AS_IS_MS = 12 * 60 * 60_000
"""Where overtime is only recorded, a sitting still ends some time: half a day later."""


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
    """``place`` counts from 1; ``question`` is the snapshot taken at the start; ``shown`` the order of its options.

    ``ticks``: which key points of a 简答 a person found written; empty while nobody has marked it.
    """

    place: int
    question: Question
    score: int
    shown: tuple[str, ...]
    answer: tuple[str, ...] = ()
    flagged: bool = False
    ticks: tuple[bool, ...] = ()

    def answered_with(self, answer: tuple[str, ...]) -> "ExamItem":
        return ExamItem(self.place, self.question, self.score, self.shown, answer, self.flagged, self.ticks)

    @property
    def answered(self) -> bool:
        return any(text.strip() for text in self.answer)

    def verdict(self) -> Verdict:
        verdict = judge(self.question, self.answer)
        return marked_verdict(self.ticks) if verdict is Verdict.UNMARKED else verdict

    def points(self, paper: Paper) -> int:
        if self.question.points:
            return marked_score(self.question, self.ticks, self.score) if self.answered else 0
        return score(self.question, self.answer, self.score, paper.multiple)


@dataclass(frozen=True, slots=True)
class Exam:
    """Times are ISO UTC texts; ``total`` and ``passed`` make sense once finished.

    ``occasion``: the unit's exam that this sitting belongs to, "" for a self-test; ``seat``: whose place in it, as
    `ExamSeat` writes it; ``release``: what holds its keys back, as `ExamRelease` writes it, "" for nothing. ``factor``:
    per cent of the paper's time. The clock's limit is when nothing more is taken; ``limit_ms`` is the time that the
    candidate was given.
    """

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
    occasion: str = ""
    factor: int = 100
    seat: str = ""
    release: str = ""

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
            self.occasion,
            self.factor,
            self.seat,
            self.release,
        )

    @property
    def title(self) -> str:
        """What the candidate knows it by: the unit's exam, or the paper of a self-test."""
        return self.occasion or self.paper.title

    @property
    def limit_ms(self) -> int:
        return time_given(self.paper, self.factor)

    @property
    def over_ms(self) -> int:
        """How much longer it took than the time given."""
        return max(self.clock.spent_ms - self.limit_ms, 0)

    @property
    def unmarked(self) -> tuple[ExamItem, ...]:
        """The answers that a person has yet to mark."""
        return tuple(item for item in self.items if item.verdict() is Verdict.UNMARKED)

    @property
    def marked_by_unit(self) -> bool:
        """Whether its score is only there once the organiser has marked what was written."""
        return bool(self.seat) and any(item.question.points and item.answered for item in self.items)

    @property
    def decided(self) -> bool:
        """Whether passing or failing stands, whatever the answers that nobody has marked yet will get."""
        return self.outcome is not Outcome.OPEN

    @property
    def outcome(self) -> Outcome:
        return outcome_of(self.total, sum(item.score for item in self.unmarked), self.paper.pass_score)

    @property
    def earned_minutes(self) -> int:
        """For the learning record: of the paper's minutes the share of the questions that were answered, as a round of
        practice counts its answers. A blank paper earns nothing, however long it was on screen."""
        return self.paper.minutes * self.answered // len(self.items) if self.items else 0

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
    def missed(self) -> tuple[str, ...]:
        """Ids of the questions that were answered, and not rightly."""
        return tuple(item.question.id for item in self.items if item.verdict() in (Verdict.WRONG, Verdict.PARTIAL))

    @property
    def imperfect(self) -> tuple[ExamItem, ...]:
        """Answered wrongly, partly rightly or not at all; what waits for a person is none of these."""
        return tuple(item for item in self.items if item.verdict() not in (Verdict.RIGHT, Verdict.UNMARKED))

    @property
    def passed(self) -> bool:
        return self.total >= self.paper.pass_score

    def by_article(self) -> dict[str, tuple[int, int]]:
        """简称@版本/条 → (points got, points possible): each question under the first article that it rests on. Answers
        that wait for a person are in none of these sums."""
        sums: dict[str, tuple[int, int]] = {}
        for item in self._judged:
            reference = ArticleReference.parse(item.question.articles[0]) if item.question.articles else None
            if reference is not None:
                got, possible = sums.get(reference.base, (0, 0))
                sums[reference.base] = (got + item.points(self.paper), possible + item.score)
        return sums

    def by_fact(self) -> dict[tuple[str, int], tuple[int, int]]:
        """(case slug, number of the fact) → (points got, points possible): each question under its first fact."""
        sums: dict[tuple[str, int], tuple[int, int]] = {}
        for item in self._judged:
            if item.question.case and item.question.facts:
                place = (item.question.case, item.question.facts[0])
                got, possible = sums.get(place, (0, 0))
                sums[place] = (got + item.points(self.paper), possible + item.score)
        return sums

    def by_topic(self) -> dict[str, tuple[int, int]]:
        """Topic → (points got, points possible), in order of first appearance."""
        sums: dict[str, tuple[int, int]] = {}
        for item in self._judged:
            got, possible = sums.get(item.question.topic, (0, 0))
            sums[item.question.topic] = (got + item.points(self.paper), possible + item.score)
        return sums

    @property
    def _judged(self) -> tuple[ExamItem, ...]:
        return tuple(item for item in self.items if item.verdict() is not Verdict.UNMARKED)


def time_given(paper: Paper, factor: int) -> int:
    """Milliseconds."""
    return paper.minutes * 600 * factor


def last_moment(paper: Paper, factor: int) -> int:
    """Milliseconds of sitting after which nothing more is taken."""
    more = {OverduePolicy.AUTO: 0, OverduePolicy.GRACE: GRACE_MS, OverduePolicy.AS_IS: AS_IS_MS}
    return time_given(paper, factor) + more[paper.overdue]
