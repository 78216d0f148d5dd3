"""The 简答 of a 单位统考 that were handed in, to be marked at the organiser's: one question after another."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from app.domain.exam import ExamItem
from app.domain.exam_package import ExamPackage
from app.domain.exam_session import ExamSession
from app.domain.key_points import hinted
from app.domain.marking import marked_score
from app.domain.question import Question
from app.domain.roster_person import RosterPerson
from app.domain.sat_answers import WRITTEN, read_answers, write_answers
from app.domain.sat_result import SatResult


@dataclass(frozen=True, slots=True)
class ShortMark:
    """Who gave how many points for which key points, and when (ISO UTC)."""

    ticks: tuple[bool, ...]
    points: int
    marker: str
    utc: str


Marks = Mapping[str, Mapping[int, Sequence[ShortMark]]]
"""Sitting → place on that person's paper → every marking, oldest first: the last one counts."""


@dataclass(frozen=True, slots=True)
class ShortAnswer:
    """``number`` is the 卷号, which tells no name; ``place`` counts on this person's own paper, from 1.
    What was ticked on the candidate's PC is not here: it never counts.
    """

    person: RosterPerson
    session: ExamSession
    number: int
    sitting: str
    place: int
    question: Question
    score: int
    text: str
    marks: tuple[ShortMark, ...] = ()

    @property
    def ticks(self) -> tuple[bool, ...]:
        """Of the last marking, () while there is none."""
        return self.marks[-1].ticks if self.marks else ()

    @property
    def points(self) -> int:
        return self.worth(self.ticks)

    @property
    def kept(self) -> bool:
        """Whether its words are here."""
        return self.text != WRITTEN

    def worth(self, ticks: Sequence[bool]) -> int:
        """Points for these key points."""
        return marked_score(self.question, ticks, self.score)

    def hinted(self) -> tuple[bool, ...]:
        """In which key points' words the text speaks: a hint to look, never a mark."""
        return hinted(self.question, self.text)


@dataclass(frozen=True, slots=True)
class ShortQuestion:
    """``answers`` by their 卷号, so that the order tells nothing of the roster."""

    question: Question
    answers: tuple[ShortAnswer, ...]

    @property
    def waiting(self) -> int:
        return sum(not one.ticks for one in self.answers)


def short_questions(package: ExamPackage, results: Iterable[SatResult], marks: Marks) -> list[ShortQuestion]:
    """Every 简答 that somebody has answered, in the order of the package. ``results`` as they came, without ``marks``.

    Raises ValueError, TypeError or IndexError where what was kept is not of this package.
    """
    found: dict[str, list[ShortAnswer]] = {}
    for result in results:
        person = package.exam.person(result.person)
        for item in read_answers(result.answers, package.questions) if result.answers and person else ():
            if person is not None and item.question.points and item.answered:
                known = marks.get(result.sitting, {}).get(item.place, ())
                found.setdefault(item.question.id, []).append(_answer(package, result, person, item, known))
    return [
        ShortQuestion(question, tuple(sorted(found[question.id], key=lambda one: (one.number, one.sitting))))
        for question in package.questions
        if question.id in found
    ]


def without_own_marks(package: ExamPackage, result: SatResult) -> SatResult:
    """A result whose 简答 all wait for the organiser's markers, whatever was ticked on the candidate's PC.

    One that was kept without its answers stays as it is. Raises as `short_questions` does.
    """
    if not result.markers or not result.answers:
        return result
    items = read_answers(result.answers, package.questions)
    ticked = [item for item in items if item.ticks]
    paper, places = package.exam.paper, {question.id: place for place, question in enumerate(package.questions)}
    return replace(
        result,
        score=result.score - sum(item.points(paper) for item in ticked),
        unmarked=result.unmarked + len(ticked),
        answers=write_answers((replace(item, ticks=()) for item in items), places),
    )


def with_marks(package: ExamPackage, result: SatResult, marks: Mapping[int, Sequence[ShortMark]]) -> SatResult:
    """A result as the organiser's markers have it: score, what still waits, and the answers with their ticks.

    Raises as `short_questions` does.
    """
    items = read_answers(result.answers, package.questions)
    marked = [replace(item, ticks=marks[item.place][-1].ticks) if item.place in marks else item for item in items]
    paper, places = package.exam.paper, {question.id: place for place, question in enumerate(package.questions)}
    more = sum(new.points(paper) - old.points(paper) for new, old in zip(marked, items, strict=True))
    newly = sum(not old.ticks and bool(new.ticks) for new, old in zip(marked, items, strict=True))
    markers = dict.fromkeys(marks[place][-1].marker for place in sorted(marks))
    return replace(
        result,
        score=result.score + more,
        unmarked=max(0, result.unmarked - newly),
        answers=write_answers(marked, places),
        markers_here=tuple(markers),
    )


def _answer(
    package: ExamPackage, result: SatResult, person: RosterPerson, item: ExamItem, marks: Sequence[ShortMark]
) -> ShortAnswer:
    return ShortAnswer(
        person,
        result.session,
        package.exam.seed(result.session, person.key),
        result.sitting,
        item.place,
        item.question,
        item.score,
        item.answer[0],
        tuple(marks),
    )
