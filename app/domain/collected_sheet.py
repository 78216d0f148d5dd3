"""The 学习情况记录单 of a result that was collected: as on the candidate's PC, with the marks as they count."""

from app.domain.exam import ExamItem, time_given
from app.domain.exam_package import ExamPackage
from app.domain.exam_release import ExamRelease
from app.domain.grade_book import late_words
from app.domain.labels import domain_label
from app.domain.record_sheet import RecordSheet, recorded_words
from app.domain.sat_answers import read_answers
from app.domain.sat_result import SatResult


def collected_sheet(package: ExamPackage, result: SatResult, unit: str, held: ExamRelease | None = None) -> RecordSheet:
    """``held``: while it stands shares by topic would tell which answers are right.

    Raises KeyError for a stranger; ValueError, TypeError or IndexError where what was kept is not of this package.
    """
    exam, person = package.exam, package.exam.person(result.person)
    if person is None:
        raise KeyError(result.person)
    items = read_answers(result.answers, package.questions)
    return RecordSheet(
        name=person.name,
        unit="　".join(filter(None, (unit, person.department))),
        occasion=exam.title,
        title=exam.paper.title,
        started_at=result.started_at,
        finished_at=result.finished_at,
        spent_ms=result.spent_ms,
        score=int(result.score),
        full=int(result.full),
        pass_score=result.pass_score,
        number=f"{exam.seed(result.session, result.person):06}-{package.content[:16]}",
        reason=result.reason,
        topics=_topics(package, items) if held is None else (),
        recorded=(*_recorded(package, result, person.factor), *_told(package, result)),
        code=result.code,
        later=f"统考还没有全部结束，{held.when} 以后再出的记录单上才有。" if held is not None else "",
    )


def _topics(package: ExamPackage, items: tuple[ExamItem, ...]) -> tuple[tuple[str, int, int], ...]:
    sums: dict[str, tuple[int, int]] = {}
    for item in items:
        got, possible = sums.get(item.question.topic, (0, 0))
        sums[item.question.topic] = got + item.points(package.exam.paper), possible + item.score
    return tuple((domain_label(topic), got, possible) for topic, (got, possible) in sums.items())


def _recorded(package: ExamPackage, result: SatResult, factor: int) -> tuple[str, ...]:
    paper = package.exam.paper
    return recorded_words(
        resumed=result.resumed,
        jumps=result.jumps,
        factor=factor,
        over_ms=max(result.spent_ms - time_given(paper, factor), 0),
        sleeps=result.sleeps,
        asleep_ms=result.asleep_ms,
        started_again=result.started_again,
        leaves=result.leaves if paper.show_leaves else None,
    )


def _told(package: ExamPackage, result: SatResult) -> tuple[str, ...]:
    """What only the organiser knows."""
    late = package.exam.late_ms(result.session, result.person, result.finished_at)
    told = [f"交卷晚于规定结束时间 {late_words(late)}"] if late else []
    if result.markers_here:
        told.append(f"简答由{'、'.join(result.markers_here)}阅卷，分数已计入成绩")
    return (f"参加的是{result.session}", *told) if package.exam.make_up else tuple(told)
