"""A PC that several people sit a 单位统考 at, one after the other: whose is what, and what has to be handed over."""

import re
from dataclasses import replace

import pytest

from app.domain.activity import ActivityKind
from app.domain.errors import UserError
from app.domain.paper import BreakPolicy
from app.domain.unit_exam import BookRule
from tests.unit.exam_hall import NINE, SHORT, closed, hall_of
from tests.unit.house import House, paper
from tests.unit.seated import PEOPLE, window

ZHOU, LI, WANG = (person.key for person in PEOPLE)


@pytest.fixture
def hall(tmp_path):
    made = hall_of(PEOPLE, tmp_path)
    yield made
    closed(made)


@pytest.fixture
def pc(hall):
    """Its records are 周明's."""
    hall.pc.profiles.describe("周 明", "", "自己学")
    return hall.pc


def sit(hall, person, right=0):
    """The first so many rightly, the next wrongly, the 简答 in words; handed in."""
    exam = hall.pc.exam_seats.start(hall.package, person)
    for item in exam.items:
        if item.question.points:
            given = ("先核对，再公示。",)
        elif item.place <= right:
            given = tuple(form.split("|")[0] for form in item.question.answer)
        elif item.question.letters:
            given = next((one,) for one in item.question.letters if (one,) != item.question.answer)
        else:
            continue
        exam = hall.pc.exams.answer(exam, item.place, given)
    return hall.pc.exams.submit(exam)


# marking


def test_nobody_marks_a_units_exam_at_the_candidates_pc_neither_before_nor_after_the_release(hall, pc):
    done = sit(hall, ZHOU)
    assert done.item(SHORT).answered and done.marked_by_unit
    for _ in range(2):
        with pytest.raises(UserError, match="由组织单位统一阅卷"):
            pc.exams.mark(done, SHORT, (True, True), "周明")
        hall.wait_until_over()
    assert pc.exams.result(done.id).item(SHORT).ticks == () and pc.exams.markings(done.id, SHORT) == []


def test_the_sheet_of_an_exam_with_a_short_answer_is_given_out_by_the_organiser(hall, pc):
    done = sit(hall, ZHOU)
    hall.wait_until_over()
    for refused in (lambda: pc.exam_records.sheet(done, "某局"), lambda: pc.exam_records.record(done)):
        with pytest.raises(UserError, match="由组织单位在阅卷以后出具"):
            refused()


# handing over


def test_every_sitting_of_the_pc_is_there_to_be_handed_over_however_many_there_were(tmp_path):
    people = tuple(replace(PEOPLE[0], name=f"考生{number}", number=str(number)) for number in range(8))
    hall = hall_of(people, tmp_path)
    for person in people:
        sit(hall, person.key)
        hall.clock.sleep(60)
    seats, folder = hall.pc.exam_seats, tmp_path / "U盘"
    assert [one.candidate for one in seats.sat()] == [person.name for person in reversed(people)]
    assert len(hall.pc.home.results_to_hand_over()) == 8 and seats.saved() == frozenset()
    paths = seats.save_results(seats.sat(), folder)
    assert len(set(paths)) == 8 and seats.saved() == {one.seat for one in seats.sat()}
    assert hall.pc.home.results_to_hand_over() == []
    assert hall.organiser.unit_exams.collect(hall.exam.id, folder).taken == 8
    closed(hall)


def test_what_was_not_saved_is_told_until_it_is(hall, pc, tmp_path):
    first = sit(hall, LI)
    hall.clock.sleep(60)
    second = sit(hall, ZHOU)
    assert pc.home.results_to_hand_over() == [("党纪统考", "周明"), ("党纪统考", "李华")]
    pc.exam_seats.save_result(first, tmp_path / "a.jjresult")
    assert pc.home.results_to_hand_over() == [("党纪统考", "周明")]
    pc.exam_seats.save_result(second, tmp_path / "b.jjresult")
    assert pc.home.results_to_hand_over() == []


def test_a_file_that_could_not_be_written_counts_as_not_saved(hall, pc, tmp_path):
    done = sit(hall, ZHOU)
    (tmp_path / "file").write_text("")
    for refused in (
        lambda: pc.exam_seats.save_result(done, tmp_path / "file" / "a.jjresult"),
        lambda: pc.exam_seats.save_results([done], tmp_path / "file"),
    ):
        with pytest.raises(UserError):
            refused()
    assert pc.exam_seats.saved() == frozenset() and len(pc.home.results_to_hand_over()) == 1


def test_saving_again_gives_the_same_file(hall, pc, tmp_path):
    done = sit(hall, ZHOU)
    paths = [tmp_path / f"{number}.jjresult" for number in range(2)]
    for path in paths:
        pc.exam_seats.save_result(done, path)
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_two_sittings_never_have_one_name_however_long_the_titles(hall, pc):
    done = sit(hall, ZHOU)
    names = {
        pc.exam_seats.result_name(replace(done, occasion="统考" * 60, candidate="名" * 60, id=f"{number}" * 8))
        for number in range(3)
    }
    assert len(names) == 3 and all(len(name.encode()) <= 255 for name in names)


# whose it is


def test_what_others_sat_at_a_persons_pc_stays_out_of_what_is_known_of_that_person(hall, pc):
    sit(hall, LI)
    hall.wait_until_over()
    pc.exams.releases.catch_up()
    assert pc.review.book() == [] and pc.records.activities() == [] and pc.records.year().minutes == 0
    assert pc.exams.past.of("") == [] and [one.candidate for one in pc.exams.past.of("李华")] == ["李华"]


def test_the_persons_own_exam_counts_once_it_is_over(hall, pc):
    done = sit(hall, ZHOU)
    assert pc.review.book() == []
    hall.wait_until_over()
    pc.exams.releases.catch_up()
    assert {entry.question_id for entry in pc.review.book()} == set(done.missed) != set()
    assert pc.records.year().minutes == done.earned_minutes > 0
    assert [one.id for one in pc.exams.past.of("")] == [done.id]


def test_where_the_records_are_nobodys_a_units_exam_is_nobodys_of_them(hall):
    sit(hall, ZHOU)
    assert hall.pc.records.activities() == [] and hall.pc.exams.past.of("") == []


def test_a_self_test_is_the_owners_under_whatever_name_it_was_begun(pc):
    done = pc.exams.submit(pc.exams.start(NINE, "本机用户"))
    assert [one.id for one in pc.exams.past.of("")] == [done.id]


def test_a_person_is_compared_with_nobody_else(tmp_path):
    hall = hall_of(PEOPLE, tmp_path, make_up=window(48, 2))
    hall.pc.profiles.describe("周明", "", "自己学")
    of_li = sit(hall, LI)
    hall.clock.sleep(60)
    own = sit(hall, ZHOU)
    hall.clock.sleep(48 * 3600)
    again = sit(hall, LI)
    past = hall.pc.exams.past
    assert [one.id for one in past.of(past.whose(again))] == [again.id, of_li.id]
    assert [one.id for one in past.of(past.whose(own))] == [own.id]
    closed(hall)


def test_the_learning_record_calls_it_what_it_is(hall, pc):
    sit(hall, ZHOU)
    hall.clock.sleep(60)
    pc.exams.submit(pc.exams.start(NINE, "周明"))
    test, exam = pc.records.activities()
    assert (exam.kind, exam.title) == (ActivityKind.UNIT_EXAM, "党纪统考")
    assert (test.kind, test.title) == (ActivityKind.EXAM, NINE.title)
    assert (pc.records.year().exams, pc.records.year().unit_exams) == (1, 1)
    assert [one.title for one in pc.exams.history()] == [test.title, exam.title]


# without books


@pytest.fixture
def shared(tmp_path, clock):
    """A PC with two people's records; 周明's are open, and 李华 sits an exam without books in them."""
    house = House(tmp_path / "data", clock)
    services = house.open()
    services.profiles.describe("周明", "", "自己学")
    exam = services.unit_exams.make("统考", paper(BreakPolicy.FREE), window(0, 2), None, BookRule.CLOSED, PEOPLE)
    begun = services.exam_seats.start(services.unit_exams.package(exam.id), LI)
    return house, services, begun, exam.release.opening


def reopened(house, services, learner_id):
    services.profiles.switch(learner_id)
    services.close()
    return house.open()


def test_rules_and_keys_are_shut_in_everybodys_records_until_it_is_handed_in(shared):
    house, services, begun, _ = shared
    own, other = services.profiles.current.id, services.profiles.add("孙丽").id
    assert services.closed_book.here().id == begun.id and services.closed_book.elsewhere() is None
    services = reopened(house, services, other)
    assert services.closed_book.here() is None and services.closed_book.shut()
    assert services.closed_book.elsewhere() == ("统考", "李华", "周明")
    services = reopened(house, services, own)
    services.exams.submit(services.exams.unfinished())
    assert not services.closed_book.shut()
    services = reopened(house, services, other)
    assert not services.closed_book.shut()
    services.close()


def test_one_that_nobody_comes_back_to_shuts_nothing_once_its_keys_may_be_seen(shared, clock):
    house, services, _, release = shared
    services = reopened(house, services, services.profiles.add("孙丽").id)
    clock.sleep((release - clock.now()).total_seconds())
    assert not services.closed_book.shut()
    services.close()


@pytest.mark.parametrize("spoilt", [b"", b"no database"])
def test_records_that_cannot_be_read_shut_nothing(shared, spoilt):
    house, services, _, _ = shared
    path = services.profiles.database_path(services.profiles.current)
    services = reopened(house, services, services.profiles.add("孙丽").id)
    for part in path.parent.glob("profile.db*"):
        part.unlink()
    path.write_bytes(spoilt)
    assert services.closed_book.elsewhere() is None and path.read_bytes() == spoilt
    services.close()


# the one before


def test_whoever_comes_next_is_told_whose_exam_is_in_the_way(hall, pc):
    begun = pc.exam_seats.start(hall.package, LI)
    with pytest.raises(UserError) as told:
        pc.exam_seats.start(hall.package, WANG)
    assert re.search("李华的《党纪统考》还没有交卷.*请不要代答、代交，请找考试组织人员", str(told.value))
    assert pc.exams.unfinished().id == begun.id
