"""试题分析 of a 单位统考: from the result files of everybody, and nothing before it is over."""

from collections import Counter
from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.errors import DamagedDataError, UserError
from app.domain.exam import Exam
from app.domain.item_analysis import analyse
from app.domain.marking import Verdict
from app.domain.paper_marks import PaperMarks
from app.domain.sat_answers import read_answers, write_answers
from tests.unit.exam_hall import NINE, QUESTIONS, SHORT, closed, hall_of, marked_on_the_pc
from tests.unit.house import House
from tests.unit.sat_by_many import MANY, answer_of, hand_over, sit, sit_all
from tests.unit.seated import PEOPLE, window

WRONG_KEY = "q03"


@pytest.fixture(scope="module")
def full(tmp_path_factory):
    """36 people have sat, everything is collected, and the exam is over. Not to be changed by a test."""
    hall = hall_of(MANY, tmp_path_factory.mktemp("full"))
    sat = sit_all(hall.pc, hall.package, WRONG_KEY, hall.folder)
    assert hall.collect().taken == len(MANY)
    hall.wait_until_over()
    yield hall, sat
    closed(hall)


@pytest.fixture
def small(tmp_path):
    """Three people on the roster, with a make-up; nobody has sat."""
    hall = hall_of(PEOPLE, tmp_path, window(48, 2))
    yield hall
    closed(hall)


def rightly(place, one):
    return answer_of(99, place, one, "")


def nothing(place, one):
    return ()


def item_of(analysis, question_id):
    return next(one for one in analysis.items if one.question.id == question_id)


# the figures


def test_the_unit_exam_is_offered_with_how_many_handed_in(full):
    hall, _ = full
    assert hall.organiser.item_analysis.unit_exams() == [(hall.exam.id, "党纪统考", 36)]
    assert hall.organiser.item_analysis.papers() == []


def test_the_figures_are_those_of_the_exams_as_they_were_sat(full):
    """What was kept gives the same analysis, to the last digit, as the exams on the candidates' PC."""
    hall, sat = full
    found, expected = hall.analysis(), analyse(sat)
    assert (found.roster, found.handed_in, found.papers, found.besides) == (36, 36, 36, 0)

    def figures(items):
        return {one.question.id: (one.attempts, one.figures) for one in items}

    assert figures(found.items) == figures(expected)


def test_a_wrong_key_is_found_by_its_discrimination(full):
    hall, _ = full
    found = hall.analysis()
    negative = [one.question.id for one in found.items if one.figures is not None and one.figures.negative]
    assert negative == [WRONG_KEY] and item_of(found, WRONG_KEY).figures.discrimination < -0.5
    assert found.doubtful == sum(one.doubtful for one in found.items) >= 1


def test_the_counts_of_the_options_are_what_was_answered(full):
    hall, sat = full
    answered = {one.id: Counter() for one in QUESTIONS}
    for exam in sat:
        for item in exam.items:
            answered[item.question.id].update(item.answer)
    choosing = [one for one in hall.analysis().items if one.question.kind.chooses]
    assert len(choosing) == 6
    for one in choosing:
        assert dict(one.figures.choices) == {key: answered[one.question.id][key] for key, _ in one.figures.choices}
        assert sum(count for _, count in one.figures.choices) >= 36


def test_answers_that_nobody_has_marked_are_left_out(full):
    hall, sat = full
    unmarked = sum(exam.items[SHORT - 1].verdict() is Verdict.UNMARKED for exam in sat)
    found = hall.analysis()
    assert found.unmarked == unmarked > 0
    assert item_of(found, QUESTIONS[-1].id).attempts == 36 - unmarked


def test_the_words_of_a_short_answer_are_kept_for_whoever_marks_it(full):
    hall, sat = full
    for result, exam in zip(
        sorted(hall.organiser.unit_exams.results(hall.exam.id), key=lambda one: one.person), sat, strict=True
    ):
        assert read_answers(result.answers, hall.package.questions)[SHORT - 1].answer == exam.items[SHORT - 1].answer


def test_the_same_analysis_is_not_reckoned_twice(full):
    hall, _ = full
    assert hall.analysis() is hall.analysis()


# before it is over


def test_before_it_is_over_nothing_is_told_but_when(small):
    hall = small
    hall.sit("1001", rightly)
    hall.collect()
    found = hall.analysis()
    assert found.items == () and found.doubtful == 0 and found.papers == 1
    assert found.release is not None and found.release.opening == hall.exam.release.opening
    hall.clock.sleep((hall.exam.release.opening - hall.clock.now() - timedelta(seconds=1)).total_seconds())
    assert hall.analysis().items == ()
    hall.clock.sleep(1)
    after = hall.analysis()
    assert after.release is None and [one.question.id for one in after.items] == [one.id for one in QUESTIONS[:-1]]


def test_an_exam_without_a_result_is_not_offered(small):
    assert small.organiser.item_analysis.unit_exams() == []
    assert small.analysis().papers == 0


def test_under_thirty_attempts_there_are_no_figures(small):
    hall = small
    for person in PEOPLE:
        hall.sit(person.key, rightly)
    hall.collect()
    hall.wait_until_over()
    assert {(one.attempts, one.figures) for one in hall.analysis().items if one.question.markable} == {(3, None)}


# what counts


def test_a_make_up_is_another_paper(small):
    hall = small
    hall.sit("1001", nothing)
    hall.clock.sleep(48 * 3600 + 60)
    hall.sit("1001", rightly)
    hall.collect()
    hall.wait_until_over()
    found = hall.analysis()
    assert (found.roster, found.handed_in, found.papers, found.besides) == (3, 1, 2, 0)
    assert item_of(found, "q01").attempts == 2


def test_a_second_paper_of_the_same_session_is_left_out_as_in_the_grade_book(small):
    hall = small
    hall.sit("1001", nothing)
    hall.clock.sleep(60)
    elsewhere = House(hall.folder.parent / "elsewhere" / "data", hall.clock).open()
    hand_over(elsewhere, sit(elsewhere, hall.package, "1001", rightly), hall.folder)
    elsewhere.close()
    hall.collect()
    hall.wait_until_over()
    found = hall.analysis()
    assert (found.handed_in, found.papers, found.besides) == (1, 1, 1)
    assert item_of(found, "q01").attempts == 1


def test_a_file_that_was_marked_on_the_candidates_pc_says_nothing_of_its_short_answers(small):
    hall = small
    done = hall.sit("1001", rightly)
    hall.collect()
    hall.wait_until_over()
    assert hall.analysis().unmarked == 1 and len(hall.analysis().items) == SHORT - 1
    hand_over(hall.pc, marked_on_the_pc(hall.pc, done, SHORT, (True, False), "周明"), hall.folder)
    assert hall.collect().renewed == 1
    assert hall.analysis().unmarked == 1 and len(hall.analysis().items) == SHORT - 1


def test_marks_typed_in_from_paper_are_told_and_not_counted(small):
    hall = small
    hall.sit("1001", rightly)
    hall.collect()
    sections = hall.package.sections()
    marks = PaperMarks("1002", hall.organiser.unit_exams.results(hall.exam.id)[0].session, (5.0,) * len(sections))
    hall.organiser.unit_exams.put_marks(hall.exam.id, [marks])
    hall.wait_until_over()
    found = hall.analysis()
    assert (found.on_paper, found.papers, found.handed_in) == (1, 1, 1)


def test_an_exam_that_is_not_there_says_so(small):
    with pytest.raises(UserError, match="找不到这次统考"):
        small.organiser.item_analysis.analyse_unit_exam("nichts")


def test_answers_that_do_not_fit_the_package_are_damage_and_no_figures(small):
    hall = small
    hall.sit("1001", rightly)
    hall.collect()
    hall.wait_until_over()
    (result,) = hall.organiser.unit_exams.results(hall.exam.id)
    broken = replace(result, answers='[[99,10,"A"]]', events=result.events + 1)
    hall.organiser.unit_exams._store.put_result(hall.exam.id, broken, "")
    with pytest.raises(DamagedDataError, match="读不出来"):
        hall.analysis()


# how it is kept


def kept(exam: Exam):
    places = {one.id: place for place, one in enumerate(QUESTIONS)}
    return read_answers(write_answers(exam.items, places), QUESTIONS)


def test_what_is_kept_is_worth_what_the_exam_was_worth(full):
    _, sat = full
    for exam in sat:
        for item, again in zip(exam.items, kept(exam), strict=True):
            assert (again.place, again.question, again.score) == (item.place, item.question, item.score)
            assert (again.verdict(), again.points(NINE)) == (item.verdict(), item.points(NINE))
            assert again.answered == item.answered


def test_an_answer_that_nobody_could_have_typed_is_cut(full):
    _, (exam, *_) = full
    long = replace(exam.items[6], answer=("长" * 10_000, *["x"] * 500))
    text = write_answers([long], {long.question.id: 6})
    assert len(text) < 3_000 and read_answers(text, QUESTIONS)[0].verdict() is long.verdict()


def test_half_a_character_in_a_file_made_by_hand_does_not_stop_the_store(full):
    _, (exam, *_) = full
    half = replace(exam.items[6], answer=("\ud83d", "x"))
    assert write_answers([half], {half.question.id: 6}).encode()
