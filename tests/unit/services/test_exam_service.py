import json
import sqlite3
from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from app.domain.errors import UserError
from app.domain.events import ExamAnswered, ExamFinished, ExamStarted
from app.domain.exam import ExamState, FinishReason
from app.domain.paper import BreakPolicy, FixedQuestion
from tests.unit.house import paper

FREE, COUNTS = paper(BreakPolicy.FREE), paper(BreakPolicy.COUNTS)
LIMIT = 600_000


def right(exam):
    """Answers to everything, all of them right."""
    return {item.place: tuple(form.split("|")[0] for form in item.question.answer) for item in exam.items}


def test_an_exam_that_is_answered_right_gets_full_marks(services, heard):
    exam = services.exams.start(FREE, "王某")
    for place, answer in right(exam).items():
        exam = services.exams.answer(exam, place, answer)
    exam = services.exams.submit(exam)
    assert (exam.total, exam.passed, exam.state) == (100, True, ExamState.FINISHED)
    known = services.exams.history()[0]
    assert (known.id, known.score, known.full, known.needed) == (exam.id, 100, 100, 60)
    assert services.records.activities()[0].object_id == exam.id
    assert [type(fact) for fact in heard] == [ExamStarted, *[ExamAnswered] * 10, ExamFinished]


def test_an_answer_can_be_changed_and_the_log_keeps_both(services):
    exam = services.exams.start(FREE, "")
    exam = services.exams.answer(exam, 1, ("A",))
    exam = services.exams.answer(exam, 1, ("B",))
    assert services.exams.reload(exam).item(1).answer == exam.item(1).answer == ("B",)
    log = services.exams._journal.events("exam.answered")
    assert [payload["answer"] for *_, payload in log] == [["A"], ["B"]]


def test_after_a_kill_everything_is_where_it_was(house, services):
    exam = services.exams.start(FREE, "王某")
    exam = services.exams.answer(exam, 3, ("B",))
    exam = services.exams.flag(exam, 4, True)
    exam = services.exams.beat(exam, 4)
    services.close()
    again = house.open()
    found = again.exams.unfinished()
    assert found is not None
    assert [(i.question, i.shown, i.answer, i.flagged) for i in found.items] == [
        (i.question, i.shown, i.answer, i.flagged) for i in exam.items
    ]
    assert (found.current, found.candidate, found.seed) == (4, "王某", exam.seed)
    again.close()


def test_no_answer_is_taken_after_the_deadline(services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(600)
    for deed in (lambda: services.exams.answer(exam, 1, ("B",)), lambda: services.exams.flag(exam, 1, True)):
        with pytest.raises(UserError, match="时间已到"):
            deed()
    assert not services.exams.reload(exam).item(1).answered


def test_no_answer_is_taken_after_handing_in_whatever_a_page_still_holds(services):
    exam = services.exams.start(FREE, "")
    services.exams.submit(exam)
    for deed in (lambda: services.exams.answer(exam, 1, ("B",)), lambda: services.exams.flag(exam, 1, True)):
        with pytest.raises(UserError, match="已经交卷"):
            deed()
    for deed in (services.exams.pause, services.exams.left, services.exams.resume, services.exams.submit):
        assert deed(exam).state is ExamState.FINISHED
    assert services.exams.beat(exam, 2).state is ExamState.FINISHED
    assert services.exams.result(exam.id).leaves == 0


def test_a_paused_exam_must_be_resumed_before_it_takes_an_answer(services, clock):
    exam = services.exams.pause(services.exams.start(FREE, ""))
    clock.sleep(3000)
    with pytest.raises(UserError, match="暂停"):
        services.exams.answer(exam, 1, ("B",))
    exam = services.exams.resume(exam)
    assert services.exams.left_ms(exam) == LIMIT
    assert services.exams.answer(exam, 1, ("B",)).answered == 1


def test_where_breaks_count_a_pause_costs_its_time(services, clock):
    exam = services.exams.pause(services.exams.start(COUNTS, ""))
    clock.sleep(60)
    exam = services.exams.resume(exam)
    assert services.exams.left_ms(exam) == LIMIT - 60_000


def test_the_time_that_is_left_is_told_before_resuming(house, services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(100)
    services.exams.beat(exam, 1)
    services.close()
    clock.reboot(5000)
    again = house.open()
    waiting = again.exams.unfinished()
    assert again.exams.left_ms(waiting) == LIMIT - 100_000
    clock.sleep(1000)
    assert again.exams.left_ms(waiting) == LIMIT - 100_000
    again.close()


@pytest.mark.parametrize(
    "away",
    [lambda clock: clock.sleep(700), lambda clock: clock.suspend(700), lambda clock: clock.reboot(5000)],
    ids=["killed", "suspended", "rebooted"],
)
def test_an_overdue_exam_is_marked_from_the_saved_answers_at_the_next_start(house, services, clock, away):
    exam = services.exams.start(COUNTS, "")
    answers = right(exam)
    for place in (1, 2, 3):
        clock.sleep(10)
        exam = services.exams.answer(exam, place, answers[place])
    services.close()
    away(clock)
    again = house.open()
    done = again.exams.result(exam.id)
    assert (done.state, done.finish_reason, done.total) == (ExamState.FINISHED, FinishReason.OVERDUE.value, 30)
    assert datetime.fromisoformat(done.finished_at) == datetime.fromisoformat(exam.started_at) + timedelta(minutes=10)
    assert done.clock.spent_ms == LIMIT
    assert again.exams.overdue == exam.id
    assert again.exams.unfinished() is None
    assert again.records.activities()[0].object_id == exam.id
    again.close()


@pytest.mark.parametrize("coming_back", ["resume", "give up"])
def test_a_time_that_ran_out_in_a_break_is_the_end_whatever_an_open_page_still_offers(services, clock, coming_back):
    exam = services.exams.answer(services.exams.start(COUNTS, ""), 1, ("B",))
    clock.sleep(60)
    services.exams.pause(exam)
    clock.sleep(3600)
    if coming_back == "resume":
        done = services.exams.resume(exam)
    else:
        done = services.exams.submit(exam, FinishReason.GIVEN_UP)
    assert (done.state, done.finish_reason) == (ExamState.FINISHED, FinishReason.OVERDUE)
    assert datetime.fromisoformat(done.finished_at) == datetime.fromisoformat(exam.started_at) + timedelta(minutes=10)
    assert done == services.exams.result(exam.id) and done.clock.spent_ms == LIMIT and done.answered == 1
    assert services.records.activities()[0].object_id == exam.id


@pytest.mark.parametrize(
    ("late", "reason"),
    [(late, FinishReason.TIME_OUT) for late in (0.4, 60)] + [(late, FinishReason.OVERDUE) for late in (61, 7200)],
)
@pytest.mark.parametrize("told", [FinishReason.TIME_OUT, FinishReason.SUBMITTED])
def test_where_it_is_sat_it_ends_with_its_time_and_not_when_that_was_noticed(services, clock, late, reason, told):
    exam = services.exams.start(FREE, "")
    clock.sleep(590)
    exam = services.exams.beat(exam, 1)
    clock.suspend(10 + late)
    done = services.exams.submit(exam, told)
    assert done.finish_reason == reason
    assert datetime.fromisoformat(done.finished_at) == datetime.fromisoformat(exam.started_at) + timedelta(minutes=10)


def test_handed_in_before_the_end_it_is_finished_then(services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(599)
    done = services.exams.submit(exam)
    assert done.finish_reason == FinishReason.SUBMITTED
    assert datetime.fromisoformat(done.finished_at) == datetime.fromisoformat(exam.started_at) + timedelta(seconds=599)


def test_a_wall_clock_set_ahead_at_the_end_makes_nobody_absent(services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(600)
    clock.jump(3600)
    assert services.exams.submit(exam, FinishReason.TIME_OUT).finish_reason == FinishReason.TIME_OUT


def test_an_overdue_exam_does_not_stand_in_the_way_of_the_next(services, clock):
    services.exams.start(COUNTS, "")
    with pytest.raises(UserError, match="没有交卷"):
        services.exams.start(FREE, "")
    clock.sleep(700)
    assert services.exams.start(FREE, "").state is ExamState.RUNNING


def test_setting_the_wall_clock_back_buys_no_time_and_is_on_record(services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(300)
    clock.jump(-3600)
    exam = services.exams.beat(exam, 1)
    assert services.exams.left_ms(exam) == LIMIT - 300_000
    assert services.exams.reload(exam).clock.jumps == 1


def test_the_clock_is_saved_with_every_answer(house, services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(200)
    services.exams.answer(exam, 1, ("B",))
    assert services.exams.reload(exam).clock.spent_ms == 200_000


def test_leaving_the_window_is_counted_on_disk_whatever_a_page_still_holds(services):
    exam = services.exams.start(FREE, "")
    services.exams.left(exam)
    services.exams.left(exam)
    services.exams.beat(exam, 1)
    assert services.exams.reload(exam).leaves == 2


def test_an_exam_given_up_does_not_count_the_time_away(house, services, clock):
    exam = services.exams.start(FREE, "")
    clock.sleep(100)
    services.exams.beat(exam, 1)
    clock.sleep(400)
    done = services.exams.submit(exam, FinishReason.GIVEN_UP)
    assert done.clock.spent_ms == 100_000


def test_a_place_that_does_not_exist_changes_nothing(services):
    exam = services.exams.start(FREE, "")
    for place in (0, -1, 11):
        with pytest.raises(IndexError):
            services.exams.answer(exam, place, ("A",))
    assert services.exams.reload(exam).answered == 0
    assert services.records.untouched()


def test_what_was_drawn_is_in_the_log(house, services):
    exam = services.exams.start(FREE, "王某")
    services.close()
    connection = sqlite3.connect(house.profile)
    (payload,) = connection.execute("SELECT payload FROM event WHERE kind = 'exam.started'").fetchone()
    rows = connection.execute("SELECT question_hash, score, shown FROM exam_question ORDER BY place").fetchall()
    connection.close()
    assert [tuple(row) for row in json.loads(payload)["questions"]] == rows
    assert len(rows) == len(exam.items)


def test_a_row_that_cannot_be_understood_is_told_in_words_and_does_not_stop_the_start(house, services):
    exam = services.exams.start(FREE, "")
    services.close()
    connection = sqlite3.connect(house.profile)
    connection.execute("UPDATE exam SET paper = '{'")
    connection.commit()
    connection.close()
    again = house.open()
    with pytest.raises(UserError, match="损坏"):
        again.exams.unfinished()
    with pytest.raises(UserError, match="损坏"):
        again.exams.result(exam.id)
    assert again.library.cases()
    again.close()


def test_an_exam_that_is_unknown_is_told_in_words(services):
    with pytest.raises(UserError, match="找不到"):
        services.exams.result("nothing")


def test_a_second_exam_asks_first_what_the_first_did_not(services):
    """The bank has two 单选 more than a paper takes, one 多选, one 判断 and one 填空."""
    first, second = (services.exams.submit(services.exams.start(FREE, "")) for _ in range(2))
    seen, asked = ({item.question.id for item in exam.items} for exam in (first, second))
    assert len(asked - seen) == 5
    past = services.exams.past
    assert past.avoided(first.id) == frozenset() and past.avoided(second.id) == seen


def test_a_fixed_paper_keeps_off_nothing(services):
    fixed = replace(FREE, rules=(), fixed=(FixedQuestion("q01", 60), FixedQuestion("q02", 40)))
    for _ in range(2):
        done = services.exams.submit(services.exams.start(fixed, ""))
    assert services.exams.past.avoided(done.id) == frozenset()
    assert [item.question.id for item in done.items] == ["q01", "q02"]


def test_attempts_before_are_those_that_are_over_and_marked(services, clock):
    done = []
    for _ in range(3):
        clock.sleep(5)
        done.append(services.exams.submit(services.exams.start(FREE, "")).id)
    before = services.exams.past.before
    assert [one.id for one in before(services.exams.result(done[2]))] == [done[1], done[0]]
    assert before(services.exams.result(done[0])) == []
    services.exams.start(FREE, "")
    assert len(before(services.exams.result(done[2]))) == 2
