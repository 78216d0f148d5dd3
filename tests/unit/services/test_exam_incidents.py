"""What happens around a sitting is on record, in words, and changes neither clock nor marks."""

import json
import sqlite3
from dataclasses import replace

import pytest

from app.domain.exam_incident import ExamIncident, IncidentKind, total_words
from app.domain.exam_replay import replay
from app.domain.exam_result_lines import read_result
from app.domain.exam_verification import verify
from app.domain.paper import BreakPolicy
from app.domain.result_check import ResultCheck
from app.domain.unit_exam import BookRule
from tests.unit.house import paper
from tests.unit.occasions import OCCASION, start_in_occasion
from tests.unit.seated import PASSWORD, PEOPLE, window

FREE = paper(BreakPolicy.FREE)


def sat(services, clock, disturbed):
    """Ten answers, one a minute; ``disturbed`` with everything that is recorded besides."""
    exam = services.exams.resume(start_in_occasion(services, FREE, OCCASION))
    incidents = services.exams.incidents
    for item in exam.items:
        clock.suspend(30)
        clock.sleep(20)
        if disturbed:
            incidents.slept(exam, 30_000)
            incidents.started_again(exam)
            incidents.looked_up(exam)
        exam = services.exams.answer(exam, item.place, tuple(one.split("|")[0] for one in item.question.answer))
    return services.exams.submit(exam)


def test_each_is_found_again_with_its_time(services, clock):
    exam = services.exams.start(FREE, "王某")
    clock.suspend(240)
    services.exams.incidents.slept(exam, 240_000)
    clock.sleep(60)
    services.exams.incidents.started_again(exam)
    services.exams.left(exam)
    services.exams.incidents.looked_up(exam)
    woke, later = "2026-03-02T01:04:00.000+00:00", "2026-03-02T01:05:00.000+00:00"
    assert services.exams.incidents.of(exam.id) == [
        ExamIncident(IncidentKind.SLEPT, woke, 240_000),
        ExamIncident(IncidentKind.STARTED_AGAIN, later),
        ExamIncident(IncidentKind.LEFT, later),
        ExamIncident(IncidentKind.LOOKED_UP, later),
    ]
    assert services.records.untouched()


def test_nothing_is_written_of_an_exam_that_was_handed_in(services):
    exam = services.exams.start(FREE, "王某")
    services.exams.submit(exam)
    for note in (services.exams.incidents.started_again, services.exams.incidents.looked_up):
        note(exam)
    services.exams.incidents.slept(exam, 60_000)
    assert services.exams.incidents.of(exam.id) == []


def test_the_same_sitting_without_them_has_the_same_time_and_the_same_marks(services, clock):
    quiet, disturbed = sat(services, clock, False), sat(services, clock, True)
    assert disturbed.total == quiet.total == 100
    assert disturbed.clock.spent_ms == quiet.clock.spent_ms == 500_000
    assert disturbed.clock.jumps == quiet.clock.jumps == 0


def test_the_record_with_them_replays_and_belongs_to_its_code(services, clock):
    exam = sat(services, clock, True)
    record = services.exam_records.record(exam)
    assert [event.kind for event in record.own].count("exam.slept") == 10
    assert verify(record, record.code).problems == ()
    played = replay(record)
    assert (played.score, played.spent_ms) == (100, exam.clock.spent_ms)
    without = replace(record, events=tuple(one for one in record.events if getattr(one, "kind", "") != "exam.slept"))
    assert verify(without, record.code).problems, "to leave one out must show"


def test_the_sheet_says_how_long_the_machine_slept_and_that_the_program_was_started_again(services, clock):
    recorded = services.exam_records.sheet(sat(services, clock, True), "某局").recorded
    assert "电脑休眠 10 次，共约 5 分钟，计入考试用时" in recorded
    assert "考试中又打开程序 10 次" in recorded
    quiet = services.exam_records.sheet(sat(services, clock, False), "某局").recorded
    assert not [line for line in quiet if "休眠" in line or "打开" in line]


def test_with_books_or_without_is_in_the_log_and_a_self_test_says_nothing(services, clock):
    exam = services.exams.start(FREE, "王某")
    assert services.exams.past.book(exam.id) == ""
    services.exams.submit(exam)
    closed = start_closed(services)
    assert services.exams.past.book(closed.id) == "闭卷"


def test_an_exam_from_before_it_was_written_down_says_nothing(house, services):
    exam = start_closed(services)
    services.close()
    with sqlite3.connect(house.profile) as connection:
        (payload,) = connection.execute("SELECT payload FROM event WHERE kind = 'exam.started'").fetchone()
        old = {name: value for name, value in json.loads(payload).items() if name != "book"}
        connection.execute("UPDATE event SET payload = ? WHERE kind = 'exam.started'", (json.dumps(old),))
    connection.close()
    again = house.open()
    assert (again.exams.past.book(exam.id), again.exams.closed_book()) == ("", None)
    again.close()


def start_closed(services, book=BookRule.CLOSED):
    return start_in_occasion(services, FREE, book=book.value)


def test_an_exam_without_books_is_under_way_until_it_is_handed_in_paused_or_not(services, clock):
    assert services.exams.closed_book() is None
    exam = start_closed(services)
    assert services.exams.closed_book().id == exam.id
    exam = services.exams.pause(exam)
    clock.sleep(3600)
    assert services.exams.closed_book().id == exam.id
    services.exams.submit(services.exams.resume(exam))
    assert services.exams.closed_book() is None


def test_one_with_books_closes_nothing(services):
    start_closed(services, BookRule.OPEN)
    assert services.exams.closed_book() is None


def test_a_seat_is_taken_with_the_books_of_its_exam_and_what_happens_around_it_spoils_no_result(services, tmp_path):
    made = services.unit_exams.make(OCCASION, FREE, window(0, 2), None, BookRule.OPEN, PEOPLE)
    services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, tmp_path / "统考.jjexam")
    package = services.exam_seats.open(services.exam_seats.read(tmp_path / "统考.jjexam")[0], PASSWORD)
    exam = services.exams.resume(services.exam_seats.start(package, "1001"))
    assert services.exams.past.book(exam.id) == "开卷"
    services.exams.incidents.looked_up(exam)
    services.exams.incidents.slept(exam, 240_000)
    exam = services.exams.submit(services.exams.left(exam))
    services.exam_seats.save_result(exam, tmp_path / "周明.jjresult")
    file = read_result((tmp_path / "周明.jjresult").read_text(encoding="utf-8"))
    result, why = ResultCheck(package).check(file)
    assert (why, result.leaves, result.resumed, result.spent_ms) == ("", 1, 0, exam.clock.spent_ms)


@pytest.mark.parametrize(
    ("ms", "words"),
    [
        (10_000, "约 10 秒"),
        (59_999, "约 60 秒"),
        (61_000, "约 1 分钟"),
        (240_000, "约 4 分钟"),
        (3_600_000, "约 1 小时"),
        (4_800_000, "约 1 小时 20 分钟"),
    ],
)
def test_a_length_of_time_is_told_as_people_say_it(ms, words):
    assert total_words(ms) == words
