"""Marking the 简答 of a 单位统考 at the organiser's: what is shown, what is kept, and what the 成绩册 makes of it."""

import random
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.errors import UserError
from app.domain.exam import ExamItem
from app.domain.grade_book import COLUMNS
from app.domain.marking import marked_score
from app.domain.sat_answers import UNMARKED, WRITTEN, read_answers, write_answers
from app.services.unit_exam_marking import MARKED
from tests.unit.exam_hall import NINE, POINTS, QUESTIONS, SHORT, closed, hall_of, marked_on_the_pc
from tests.unit.house import House
from tests.unit.sat_by_many import answer_of, hand_over
from tests.unit.seated import PEOPLE, window

SIX, FOUR = (True, False), (False, True)
"""Ticks of the question's two key points, worth 6 and 4."""
REST = 10 * (SHORT - 1)
AT = {title: place for place, (title, _) in enumerate(COLUMNS)}


def wrote(words):
    """Everything right, and these words as the 简答."""
    return lambda place, one: (words,) if one.points else answer_of(99, place, one, "")


@pytest.fixture
def hall(tmp_path):
    """All three have sat the 正考 and were collected; it is over, the make-up is still to come."""
    made = hall_of(PEOPLE, tmp_path, window(48, 2))
    for person, words in zip(PEOPLE, ("先核对，再公示。", "=1+1\n先核对。", "随便办办"), strict=True):
        made.sit(person.key, wrote(words))
    made.collect()
    made.clock.sleep((made.exam.marking_from - made.clock.now()).total_seconds())
    yield made
    closed(made)


def desk(hall):
    return hall.organiser.unit_exams.marking


def answers(hall):
    (asked,) = desk(hall).questions(hall.package)
    return {one.person.name: one for one in asked.answers}


def mark(hall, name, ticks, marker="王组长"):
    return desk(hall).mark(hall.package, answers(hall)[name], ticks, marker)


def counted(hall, name):
    standing = next(one for one in hall.organiser.unit_exams.standings(hall.exam.id) if one.person.name == name)
    return standing.counted


# what is there to mark


def test_all_answers_to_one_question_come_one_after_another_with_their_words(hall):
    (asked,) = desk(hall).questions(hall.package)
    assert asked.question == QUESTIONS[-1] and asked.waiting == 3
    assert {one.text for one in asked.answers} == {"先核对，再公示。", "=1+1\n先核对。", "随便办办"}


def test_the_order_is_that_of_the_paper_numbers_and_tells_nothing_of_the_roster(hall):
    (asked,) = desk(hall).questions(hall.package)
    numbers = [one.number for one in asked.answers]
    assert numbers == sorted(numbers)
    assert numbers == sorted(hall.exam.seed(one.session, one.person.key) for one in asked.answers)


def test_who_wrote_nothing_gives_nothing_to_mark(tmp_path):
    hall = hall_of(PEOPLE, tmp_path)
    hall.sit("1001", lambda place, one: () if one.points else answer_of(99, place, one, ""))
    hall.collect()
    hall.wait_until_over()
    assert desk(hall).questions(hall.package) == []
    assert counted(hall, "周明").unmarked == 0
    closed(hall)


def test_the_hint_looks_for_words_and_gives_no_points(hall):
    found = answers(hall)
    assert found["周明"].hinted() == (True, True) and found["王芳"].hinted() == (False, False)
    assert found["周明"].ticks == () and found["周明"].points == 0
    assert counted(hall, "周明").unmarked == 1


def test_before_the_exam_is_over_no_key_point_is_shown(tmp_path):
    hall = hall_of(PEOPLE, tmp_path, window(48, 2))
    hall.sit("1001", wrote("先核对"))
    hall.collect()
    assert desk(hall).questions(hall.package) == [] and "以后可以阅简答" in desk(hall).held_words(hall.package)
    hall.clock.sleep((hall.exam.marking_from - hall.clock.now()).total_seconds() - 1)
    assert desk(hall).held_words(hall.package)
    hall.clock.sleep(1)
    assert desk(hall).held_words(hall.package) == "" and len(answers(hall)) == 1
    assert desk(hall).make_up_to_come(hall.package)
    closed(hall)


# marking


def test_a_marking_counts_at_once_in_the_grade_book(hall):
    assert counted(hall, "周明").score == REST
    marked = mark(hall, "周明", (True, True))
    assert marked.points == 10
    result = counted(hall, "周明")
    assert (result.score, result.unmarked, result.markers_here) == (REST + 10, 0, ("王组长",))


def test_the_grade_book_says_how_many_wait_until_all_are_marked(hall):
    for left, name in zip((3, 2, 1), ("周明", "李华", "王芳"), strict=True):
        book = hall.organiser.unit_exams.grade_book(hall.exam.id)
        assert f"含 {left} 题待阅" in book.lines[1]
        mark(hall, name, FOUR)
    book = hall.organiser.unit_exams.grade_book(hall.exam.id)
    assert "待阅" not in book.lines[1] and not any("待阅" in row[AT["备注"]] for row in book.rows)
    assert all("简答由王组长阅卷" in row[AT["备注"]] for row in book.rows)


def test_passing_follows_the_marking(tmp_path):
    hall = hall_of(PEOPLE, tmp_path)
    few = NINE.pass_score // 10 - 1
    hall.sit("1001", lambda place, one: ("先核对",) if one.points else wrote("")(place, one) if place <= few else ())
    hall.collect()
    hall.wait_until_over()
    before = counted(hall, "周明")
    assert before.score == NINE.pass_score - 10 and before.outcome == "1 题待阅"
    assert mark(hall, "周明", SIX).points == 6 and counted(hall, "周明").outcome == "未合格"
    mark(hall, "周明", (True, True))
    assert counted(hall, "周明").outcome == "合格"
    closed(hall)


def test_no_points_is_a_marking_too(hall):
    mark(hall, "王芳", (False, False))
    assert answers(hall)["王芳"].ticks == (False, False)
    assert (counted(hall, "王芳").score, counted(hall, "王芳").unmarked) == (REST, 0)
    assert desk(hall).questions(hall.package)[0].waiting == 2


def test_marking_again_counts_and_the_first_stays_in_the_history(hall):
    mark(hall, "周明", SIX, "王组长")
    hall.clock.sleep(60)
    again = mark(hall, "周明", FOUR, "李组长")
    told = [(one.marker, one.points, one.ticks) for one in again.marks]
    assert told == [("王组长", 6, SIX), ("李组长", 4, FOUR)] and again.marks[0].utc < again.marks[1].utc
    assert answers(hall)["周明"].points == 4 and counted(hall, "周明").score == REST + 4
    assert desk(hall).last_marker(hall.exam.id) == "李组长"
    events = list(hall.organiser.unit_exams._journal.events(MARKED, hall.exam.id))
    assert [said["points"] for *_, said in events] == [6, 4]


@pytest.mark.parametrize("marker", ["", "   ", "长" * 41, "甲\u202e乙", "甲\x07"])
def test_without_a_marker_who_can_be_named_nothing_is_saved(hall, marker):
    with pytest.raises(UserError, match="阅卷人"):
        mark(hall, "周明", SIX, marker)
    assert not list(hall.organiser.unit_exams._journal.events(MARKED))


def test_ticks_that_are_not_those_of_the_question_are_not_saved(hall):
    for ticks in ((), (True,), (True, True, True)):
        with pytest.raises(UserError, match="没有保存"):
            mark(hall, "周明", ticks)
    assert counted(hall, "周明").unmarked == 1


def test_every_marking_is_on_disk_when_it_returns(hall):
    mark(hall, "周明", SIX)
    mark(hall, "李华", FOUR)
    path = hall.organiser.unit_exams._journal._database.path
    hall.organiser.close()
    hall.organiser = House(path.parent, hall.clock).open()
    assert [counted(hall, name).score for name in ("周明", "李华", "王芳")] == [REST + 6, REST + 4, REST]
    assert not hall.organiser.unit_exams._journal.broken()


# beside the candidate's own PC


def marked_by_oneself(hall, name):
    """The candidate has ticked the own 简答, as an earlier version of the program allowed, and hands in once more."""
    hall.wait_until_over()
    done = next(one for one in hall.pc.exam_seats.sat() if one.candidate == name)
    hand_over(hall.pc, marked_on_the_pc(hall.pc, done, SHORT, (True, True), "王局长"), hall.folder)
    assert hall.collect().renewed == 1


def remarks(hall, name):
    rows = hall.organiser.unit_exams.grade_book(hall.exam.id).rows
    return next(row[AT["备注"]] for row in rows if row[AT["姓名"]] == name)


def test_what_was_marked_on_the_candidates_pc_never_counts_and_is_told(hall):
    marked_by_oneself(hall, "周明")
    assert (counted(hall, "周明").score, counted(hall, "周明").unmarked) == (REST, 1)
    assert answers(hall)["周明"].ticks == () and "考生电脑上评过分，不计" in remarks(hall, "周明")
    mark(hall, "周明", FOUR)
    assert (counted(hall, "周明").score, counted(hall, "周明").unmarked) == (REST + 4, 0)


def test_a_newer_file_of_the_same_sitting_leaves_the_organisers_marking_standing(hall):
    mark(hall, "周明", FOUR)
    marked_by_oneself(hall, "周明")
    assert (counted(hall, "周明").score, counted(hall, "周明").unmarked) == (REST + 4, 0)


def test_what_an_earlier_version_kept_of_such_a_file_does_not_count_either(hall):
    """With its ticks and the score that came of them."""
    exams = hall.organiser.unit_exams
    kept = next(one for one in exams._store.results(hall.exam.id) if one.person == "1001")
    items = read_answers(kept.answers, hall.package.questions)
    ticked = [replace(one, ticks=(True, True)) if one.question.points else one for one in items]
    places = {one.id: place for place, one in enumerate(hall.package.questions)}
    older = replace(
        kept, markers=("周明",), score=REST + 10, unmarked=0, answers=write_answers(ticked, places), events=99
    )
    exams._store.put_result(hall.exam.id, older, "")
    assert (counted(hall, "周明").score, counted(hall, "周明").unmarked) == (REST, 1)
    assert "考生电脑上评过分，不计" in remarks(hall, "周明")
    assert answers(hall)["周明"].ticks == () and hall.organiser.unit_exams.results(hall.exam.id)[0].unmarked == 1
    mark(hall, "周明", SIX)
    assert (counted(hall, "周明").score, counted(hall, "周明").unmarked) == (REST + 6, 0)


def test_the_item_analysis_takes_up_every_marking(hall):
    hall.wait_until_over()
    assert hall.analysis().unmarked == 3
    mark(hall, "周明", SIX)
    assert hall.analysis().unmarked == 2
    assert [one.attempts for one in hall.analysis().items if one.question.points] == [1]


def test_a_result_collected_without_its_words_is_told_and_can_be_collected_again(hall):
    """As the program kept it before it marked anything here."""
    exams = hall.organiser.unit_exams
    result = next(one for one in exams.results(hall.exam.id) if one.person == "1001")
    short = read_answers(result.answers, hall.package.questions)[SHORT - 1]
    entry = write_answers([short], {short.question.id: SHORT - 1})[1:-1]
    older = result.answers.replace(entry, f'[{SHORT - 1},10,"?"]')
    assert older != result.answers
    exams._store.put_result(hall.exam.id, replace(result, answers=older), "")
    assert answers(hall)["周明"].text == WRITTEN and not answers(hall)["周明"].kept
    assert hall.collect().renewed == 1
    assert answers(hall)["周明"].text == "先核对，再公示。"


# what holds for any marking


@settings(max_examples=12, deadline=None)
@given(st.integers())
def test_the_score_is_always_the_rest_and_the_last_marking(tmp_path_factory, chance):
    hall = hall_of(PEOPLE, tmp_path_factory.mktemp("any"))
    dice, last = random.Random(chance), dict[str, tuple[bool, ...]]()
    for person in PEOPLE:
        hall.sit(person.key, wrote("先核对"))
    hall.collect()
    hall.wait_until_over()
    for _ in range(dice.randrange(6)):
        name = dice.choice(PEOPLE).name
        last[name] = (dice.random() < 0.5, dice.random() < 0.5)
        mark(hall, name, last[name])
    for person in PEOPLE:
        result, ticks = counted(hall, person.name), last.get(person.name, ())
        assert result.score == REST + marked_score(QUESTIONS[-1], ticks, 10)
        assert result.unmarked == (not ticks)
    closed(hall)


@given(st.text(st.characters(codec=None), min_size=1, max_size=40), st.sampled_from([(), SIX, FOUR, (False, False)]))
def test_words_and_ticks_come_back_as_they_were(words, ticks):
    question = QUESTIONS[-1]
    assert question.points == POINTS
    text = write_answers([ExamItem(1, question, 10, (), (words,), ticks=ticks)], {question.id: 0})
    (again,) = read_answers(text, [question])
    if words.strip():
        assert again.answer == (words.encode("utf-8", "replace").decode(),) and again.ticks == ticks
    else:
        assert not again.answered and UNMARKED not in text
