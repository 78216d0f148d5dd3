"""简答 are marked by a person; the time given, its overrun, and longer time for those who need it."""

from dataclasses import replace

import pytest

from app.domain.drawing import DrawnQuestion
from app.domain.errors import UserError
from app.domain.events import ExamMarked
from app.domain.exam import AS_IS_MS, GRACE_MS, ExamState, FinishReason
from app.domain.marking import Verdict
from app.domain.paper import BreakPolicy, FixedQuestion, OverduePolicy
from app.domain.question import KeyPoint, QuestionKind
from tests.unit.house import paper, question

FREE = paper(BreakPolicy.FREE)
MINUTES = 600_000
POINTS = (KeyPoint("先核对", ("核对",), 2), KeyPoint("再公示", ("公示",), 1))
WRITTEN = question(40, QuestionKind.SHORT, points=POINTS)
PLAIN = question(41)


def sit(services, pass_score: int = 8, answer: str = "先核对，再公示。"):
    """A 简答 worth 9 points and a 单选 worth 1, the latter right."""
    wanted = replace(FREE, rules=(), fixed=(FixedQuestion("q40", 9), FixedQuestion("q41", 1)), pass_score=pass_score)
    drawn = [DrawnQuestion(WRITTEN, 9, ()), DrawnQuestion(PLAIN, 1, PLAIN.letters)]
    exam = services.exams.start_drawn(wanted, drawn, 5, "王某")
    exam = services.exams.answer(exam, 1, (answer,)) if answer else exam
    exam = services.exams.answer(exam, 2, ("B",))
    return services.exams.submit(exam)


def test_a_short_answer_counts_nothing_until_a_person_has_marked_it(services, heard):
    exam = sit(services)
    assert (exam.total, exam.decided, len(exam.unmarked)) == (1, False, 1)
    exam = services.exams.mark(exam, 1, (True, False), "股长")
    assert exam.item(1).points(exam.paper) == 6 and exam.item(1).verdict() is Verdict.PARTIAL
    assert (exam.total, exam.passed, exam.decided) == (7, False, True)
    assert services.exams.history()[0][4] == 7
    assert heard[-1] == ExamMarked(exam.id, 1, 6)


def test_marking_again_replaces_the_marks_and_keeps_the_history(house, services):
    exam = sit(services)
    services.exams.mark(exam, 1, (True, False), "本人")
    services.exams.mark(exam, 1, (True, True), "股长")
    services.close()
    again = house.open()
    assert again.exams.result(exam.id).total == 10
    kept = again.exams.markings(exam.id, 1)
    assert [(one.marker, one.ticks, one.points) for one in kept] == [
        ("本人", (True, False), 6),
        ("股长", (True, True), 9),
    ]
    assert [payload["score"] for *_, payload in again.exams._journal.events("exam.marked")] == [7, 10]
    again.close()


def test_where_the_open_marks_cannot_change_it_the_outcome_stands(services):
    assert sit(services, pass_score=1).decided and sit(services, pass_score=11).decided


def test_what_was_not_written_is_not_marked(services):
    exam = sit(services, answer="")
    assert exam.unmarked == () and exam.item(1).verdict() is Verdict.UNANSWERED
    for place, ticks in ((1, (True, True)), (2, ()), (2, (True,))):
        with pytest.raises(UserError, match="没有可评的作答"):
            services.exams.mark(exam, place, ticks, "股长")


def test_nothing_is_marked_before_handing_in(services):
    exam = services.exams.start_drawn(replace(FREE, rules=()), [DrawnQuestion(WRITTEN, 9, ())], 5, "")
    exam = services.exams.answer(exam, 1, ("核对",))
    with pytest.raises(UserError, match="还没有交卷"):
        services.exams.mark(exam, 1, (True, False), "股长")


@pytest.mark.parametrize(("factor", "given"), [(100, MINUTES), (125, MINUTES * 5 // 4), (150, MINUTES * 3 // 2)])
def test_longer_time_is_given_where_it_is_needed(services, clock, factor, given):
    exam = services.exams.start(FREE, "", factor)
    assert services.exams.time_left_ms(exam) == services.exams.left_ms(exam) == exam.limit_ms == given
    clock.sleep(given // 1000 - 1)
    exam = services.exams.answer(exam, 1, ("B",))
    clock.sleep(1)
    with pytest.raises(UserError, match="时间已到"):
        services.exams.answer(exam, 2, ("B",))


def test_no_other_factor_is_known(services):
    with pytest.raises(UserError, match=r"1 倍、1\.25 倍或 1\.5 倍"):
        services.exams.start(FREE, "", 300)


@pytest.mark.parametrize(
    ("policy", "more"), [(OverduePolicy.AUTO, 0), (OverduePolicy.GRACE, GRACE_MS), (OverduePolicy.AS_IS, AS_IS_MS)]
)
def test_overtime_is_what_the_paper_allows_and_is_recorded(services, clock, policy, more):
    exam = services.exams.start(replace(FREE, overdue=policy), "")
    clock.sleep(MINUTES // 1000)
    assert services.exams.time_left_ms(exam) == 0 and services.exams.left_ms(exam) == more
    if more:
        clock.sleep(90)
        exam = services.exams.answer(exam, 1, ("B",))
        assert services.exams.time_left_ms(exam) == -90_000
        done = services.exams.submit(exam)
        assert done.over_ms == 90_000 and done.finish_reason == FinishReason.SUBMITTED
    else:
        with pytest.raises(UserError, match="时间已到"):
            services.exams.answer(exam, 1, ("B",))
        assert services.exams.submit(exam, FinishReason.TIME_OUT).over_ms == 0


def test_grace_ends_too(house, services, clock):
    exam = services.exams.start(replace(FREE, overdue=OverduePolicy.GRACE, breaks=BreakPolicy.COUNTS), "")
    services.close()
    clock.sleep((MINUTES + GRACE_MS) // 1000 + 1)
    again = house.open()
    assert again.exams.unfinished() is None
    assert again.exams.result(exam.id).state is ExamState.FINISHED
    again.close()


def test_a_new_paper_avoids_what_the_last_one_asked(services):
    """Eight 单选, six of them drawn: two draws share at least four; more only by chance."""
    shared = []
    last: set[str] = set()
    for _ in range(12):
        exam = services.exams.submit(services.exams.start(FREE, ""))
        single = {item.question.id for item in exam.items if item.question.kind is QuestionKind.SINGLE}
        shared.append(len(single & last))
        last = single
    assert min(shared[1:]) >= 4 and sum(shared[1:]) / 11 < 4.9


def test_the_occasion_stays_with_the_exam(house, services):
    exam = services.exams.start_drawn(
        replace(FREE, rules=()), [DrawnQuestion(PLAIN, 1, PLAIN.letters)], 5, "王某", occasion="u-1"
    )
    services.close()
    again = house.open()
    assert again.exams.result(exam.id).occasion == "u-1"
    again.close()
