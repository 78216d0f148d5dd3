"""What is told of an exam follows its markings; what it earns and what comes back follow its answers."""

from dataclasses import replace

import pytest

from app.domain.drawing import DrawnQuestion
from app.domain.errors import UserError
from app.domain.exam import FinishReason
from app.domain.marking import Verdict
from app.domain.outcome import Outcome
from app.domain.paper import BreakPolicy, FixedQuestion
from app.domain.question import KeyPoint, QuestionKind
from app.domain.unit_exam import BookRule
from tests.unit.house import paper, question
from tests.unit.seated import PEOPLE, window

POINTS = (KeyPoint("先核对", ("核对",), 2), KeyPoint("再公示", ("公示",), 1))
WRITTEN = question(17, QuestionKind.SHORT, points=POINTS, topic="资金管理")
PLAIN = question(1, topic="群众身边")
TWO = replace(
    paper(BreakPolicy.FREE, minutes=60),
    rules=(),
    fixed=(FixedQuestion("q17", 9), FixedQuestion("q01", 1)),
    pass_score=8,
)


def sit(services, pass_score=8, answers=(("先核对。",), ("B",)), reason=FinishReason.SUBMITTED):
    """A 简答 worth 9 points and a 单选 worth 1, of which ("B",) is right; () stays open."""
    drawn = [DrawnQuestion(WRITTEN, 9, ()), DrawnQuestion(PLAIN, 1, PLAIN.letters)]
    exam = services.exams.start_drawn(replace(TWO, pass_score=pass_score), drawn, 5, "王某")
    for place, answer in enumerate(answers, 1):
        exam = services.exams.answer(exam, place, answer) if answer else exam
    return services.exams.submit(exam, reason)


def told(services):
    """What the list of attempts and the learning record say of the latest exam."""
    return services.exams.history()[0].words, services.records.activities()[0].detail


def test_nobody_has_failed_while_marks_that_may_still_come_can_pass_it(services):
    exam = sit(services)
    assert told(services) == ("1 分，1 题待评分",) * 2
    assert exam.outcome is services.exams.history()[0].outcome is Outcome.OPEN
    services.exams.mark(exam, 1, (True, True), "股长")
    assert told(services) == ("10 分，合格",) * 2
    services.exams.mark(exam, 1, (False, False), "股长")
    assert told(services) == ("1 分，未合格",) * 2


@pytest.mark.parametrize(("pass_score", "word"), [(1, "合格"), (10, "待评分"), (11, "未合格")])
def test_where_the_open_marks_change_nothing_the_outcome_is_told_with_what_is_open(services, pass_score, word):
    sit(services, pass_score)
    said = "1 分，1 题待评分" if word == "待评分" else f"1 分，{word}，1 题待评分"
    assert told(services) == (said, said)


def test_what_was_not_answered_waits_for_nobody(services):
    sit(services, answers=((), ("B",)))
    assert told(services) == ("1 分，未合格",) * 2


def test_what_an_earlier_build_wrote_down_is_read_by_what_holds_now(services):
    exam = sit(services)
    services._connection.execute("UPDATE activity SET detail = '1 分，未合格'")
    assert services.records.activities()[0].detail == "1 分，1 题待评分"
    services._connection.execute("UPDATE activity SET object = 'gone'")
    assert services.records.activities()[0].detail == "1 分，未合格", "of what is not here the row itself tells"
    assert services.exams.result(exam.id).outcome is Outcome.OPEN


def test_a_score_that_the_organiser_keeps_is_told_once_it_may_be_seen(services, clock):
    services.profiles.describe(PEOPLE[0].name, "", "自己学")
    drawn = services.exams.papers()[0]
    made = services.unit_exams.make("统考", drawn, window(0, 2), None, BookRule.CLOSED, PEOPLE, score_shown=False)
    package = services.unit_exams.package(made.id)
    services.exams.submit(services.exam_seats.start(package, PEOPLE[0].key))
    assert services.records.activities()[0].detail == "已交卷"
    clock.sleep((made.release.opening - clock.now()).total_seconds())
    assert services.records.activities()[0].detail == "0 分，未合格"


@pytest.mark.parametrize(
    ("answers", "minutes"), [(((), ()), 0), (((), ("C",)), 30), ((("写了。",), ()), 30), ((("写了。",), ("B",)), 60)]
)
def test_the_papers_time_is_earned_in_the_measure_of_what_was_answered(services, answers, minutes):
    exam = sit(services, answers=answers)
    assert exam.earned_minutes == minutes
    assert services.records.activities()[0].minutes == minutes


def test_blank_papers_earn_nothing_however_many_are_handed_in(services):
    for reason in (*[FinishReason.SUBMITTED] * 5, FinishReason.GIVEN_UP):
        sit(services, answers=((), ()), reason=reason)
    assert services.records.year().minutes == 0 and services.records.year().exams == 6
    assert set(services.records.minutes_by_day(7).values()) == {0}


def test_answers_that_nobody_has_marked_are_in_no_sum(services):
    exam = sit(services)
    assert exam.by_topic() == {"群众身边": (1, 1)}
    assert exam.by_article() == {"条例@2023/124": (1, 1)} and exam.by_fact() == {}
    marked = services.exams.mark(exam, 1, (True, False), "股长")
    assert marked.by_topic() == {"资金管理": (6, 9), "群众身边": (1, 1)}
    assert marked.by_article() == {"条例@2023/124": (7, 10)}


def book(services):
    return [(state.question_id, state.wrong) for state in services.practice.wrong_book()]


def test_a_short_answer_that_a_person_marks_wrong_comes_back(services):
    exam = sit(services)
    assert book(services) == [] and services.review.book() == []
    exam = services.exams.mark(exam, 1, (False, False), "股长")
    assert exam.item(1).verdict() is Verdict.WRONG
    assert book(services) == [("q17", 1)] and [one.question_id for one in services.review.book()] == ["q17"]


def test_it_is_booked_once_however_often_it_is_marked(services):
    exam = sit(services)
    for ticks in ((True, False), (False, False), (True, True), (True, False)):
        exam = services.exams.mark(exam, 1, ticks, "股长")
    assert book(services) == [("q17", 1)]


def test_what_is_marked_right_is_not_booked(services):
    services.exams.mark(sit(services), 1, (True, True), "股长")
    assert book(services) == []


@pytest.mark.parametrize("nobody", ["", "  ", "\u3000"])
def test_without_a_name_nothing_is_marked(services, nobody):
    exam = sit(services)
    with pytest.raises(UserError, match="还没有写阅卷人，评分没有保存"):
        services.exams.mark(exam, 1, (True, True), nobody)
    assert services.exams.markings(exam.id, 1) == [] and services.exams.result(exam.id).unmarked
