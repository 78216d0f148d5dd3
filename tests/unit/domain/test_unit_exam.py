"""A 单位统考: who sits which paper, when, and where everybody stands."""

from dataclasses import replace
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.exam_package import DRAWING, ExamPackage, questions_for
from app.domain.exam_seat import ExamSeat
from app.domain.exam_session import ExamSession
from app.domain.exam_window import ExamWindow
from app.domain.grade_book import COLUMNS, grade_book
from app.domain.paper_marks import read_points
from app.domain.paper_section import PaperSection
from app.domain.result_decision import Decision, ResultDecision, standing_decisions
from app.domain.roster_person import RosterPerson
from app.domain.sat_result import ResultSource, SatResult
from app.domain.standing import Attendance, standings
from app.domain.unit_exam import MOST_PEOPLE
from tests.unit.fakes import MORNING
from tests.unit.house import small_content
from tests.unit.seated import PEOPLE, unit_exam, window

MAIN, MAKE_UP = ExamSession.MAIN, ExamSession.MAKE_UP
HOUR = timedelta(hours=1)
AT = {title: place for place, (title, _) in enumerate(COLUMNS)}
PINNED = [
    ("q02", "CDBA"),
    ("q04", "ABCD"),
    ("q01", "CBAD"),
    ("q07", "CBAD"),
    ("q05", "DBAC"),
    ("q08", "CBAD"),
    ("q11", "CADB"),
    ("q10", "BDCA"),
    ("q13", ""),
    ("q14", ""),
]


def package(**changes):
    exam = unit_exam(**changes)
    return ExamPackage(exam, questions_for(exam.paper, small_content().questions), "f" * 16)


def result(person="1001", session=MAIN, score=80.0, started=MORNING, **changes):
    return SatResult(person, session, score, 100, 60, started_at=started.isoformat(), **changes)


def test_everybody_has_a_seed_of_his_own_and_the_same_one_each_time():
    exam = unit_exam(roster=tuple(RosterPerson(f"人{n}", "", f"{n}") for n in range(2_000)))
    again = replace(exam, title="另一个名称")
    seeds = [exam.seed(session, person.key) for session in ExamSession for person in exam.roster]
    assert len(set(seeds)) == len(seeds) == 4_000
    assert all(1 <= seed <= 999_999 for seed in seeds)
    assert seeds == [again.seed(session, person.key) for session in ExamSession for person in again.roster]


def test_another_master_gives_other_papers():
    one, other = unit_exam(), unit_exam(master="f" * 64)
    assert [one.seed(MAIN, p.key) for p in PEOPLE] != [other.seed(MAIN, p.key) for p in PEOPLE]


def test_the_drawing_of_this_version_is_pinned():
    """Fails when the same seed draws another paper: then DRAWING must be raised, or results would be refused."""
    drawn = package().drawn(MAIN, "1001")
    assert DRAWING == 1
    assert [(one.question.id, "".join(one.order)) for one in drawn] == PINNED


def test_a_stranger_has_no_paper():
    with pytest.raises(KeyError):
        package().drawn(MAIN, "9999")


def test_a_package_holds_every_question_that_the_paper_may_ask_and_no_other():
    kinds = {rule.kind for rule in unit_exam().paper.rules}
    assert {question.kind for question in package().questions} == kinds
    assert not package().thin()
    assert replace(package(), questions=package().questions[3:]).thin()


@pytest.mark.parametrize(
    ("hours", "session", "words"),
    [
        (-1, None, "还没有到开考时间"),
        (0, MAIN, ""),
        (2, MAIN, ""),
        (3, None, "正考时段已过。补考时段是"),
        (48, MAKE_UP, ""),
        (51, None, "补考时段（"),
    ],
)
def test_the_window_says_what_can_be_begun_and_why_not(hours, session, words):
    moment = MORNING + hours * HOUR
    assert unit_exam().session_at(moment) is session
    assert unit_exam().closed_words(moment).startswith(words)
    assert bool(unit_exam().closed_words(moment)) == (session is None)


def test_without_a_make_up_it_is_over_after_the_window():
    assert "没有安排补考" in unit_exam(make_up=None).closed_words(MORNING + 3 * HOUR)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"title": " "}, "请填写考试名称"),
        ({"title": "长" * 61}, "不超过 60 个字"),
        ({"window": window(2, -1)}, "结束时间应晚于开始时间"),
        ({"window": window(0, 0)}, "结束时间应晚于开始时间"),
        ({"make_up": window(1, 2)}, "补考时段应在正考时段结束以后"),
        ({"window": ExamWindow("昨天", "今天")}, "时间写得不完整"),
        ({"window": ExamWindow("2026-03-02T08:00", "2026-03-02T09:00")}, "时间写得不完整"),
        ({"roster": ()}, "名单应有 1 到"),
        ({"roster": PEOPLE * 2}, "重复的人"),
        ({"roster": (RosterPerson("", "", "7"),)}, "没有姓名"),
        ({"roster": (RosterPerson("张\n三"),)}, "没有姓名"),
        ({"roster": tuple(RosterPerson("人", "", f"{n}") for n in range(MOST_PEOPLE + 1))}, "名单应有 1 到"),
        ({"roster": (RosterPerson("周明", "", "1", 200),)}, "延长时间不是 1.25 倍或 1.5 倍"),
        ({"master": "短"}, "随机种子不完整"),
        ({"id": "../x"}, "编号不完整"),
    ],
)
def test_what_speaks_against_an_exam_is_said(changes, words):
    assert any(words in fault for fault in unit_exam(**changes).faults())


def test_nothing_speaks_against_a_sound_exam():
    assert not list(unit_exam().faults())


def test_keys_are_held_back_until_those_with_the_most_time_have_handed_in():
    opening = unit_exam().release.opening
    longer = unit_exam(roster=(*PEOPLE, RosterPerson("赵六", "", "7", 150))).release.opening
    assert longer - opening == timedelta(minutes=unit_exam().paper.minutes) / 2


@given(st.text(min_size=1).filter(lambda text: text.isprintable()))
def test_a_seat_is_read_as_it_was_written(person):
    seat = ExamSeat("abc", MAKE_UP, person)
    assert ExamSeat.read(seat.written) == seat


@pytest.mark.parametrize("text", ["", "abc", "abc/正考", "abc/正考/", "/正考/1", "abc/重考/1"])
def test_what_is_no_seat_is_refused(text):
    with pytest.raises(ValueError):
        ExamSeat.read(text)


def states(results, moment):
    return [one.state for one in standings(unit_exam(), results, moment)]


def test_who_has_not_sat_is_waited_for_until_the_window_closes_and_absent_then():
    during, after = MORNING + HOUR, MORNING + 3 * HOUR
    assert states([result()], during) == [Attendance.SAT, Attendance.WAITING, Attendance.WAITING]
    assert states([result()], after) == [Attendance.SAT, Attendance.ABSENT, Attendance.ABSENT]


def test_who_made_it_up_is_marked_so_and_the_better_result_counts():
    found = standings(unit_exam(), [result(score=40.0), result(session=MAKE_UP, score=70.0)], MORNING)[0]
    assert found.state is Attendance.MADE_UP
    assert found.main is not None and found.counted is found.make_up
    assert found.counted.passed and not found.main.passed


def test_a_make_up_never_worsens_what_was_passed_before():
    found = standings(unit_exam(), [result(score=74.0), result(session=MAKE_UP, score=0.0)], MORNING)[0]
    assert found.counted is found.main and found.counted.passed
    assert found.make_up is not None and not found.missed_main


def test_who_missed_the_exam_and_made_it_up_has_still_missed_it():
    found = standings(unit_exam(), [result(session=MAKE_UP)], MORNING + 60 * HOUR)
    assert [one.missed_main for one in found] == [True, True, True]
    book = grade_book(unit_exam(), found)
    assert "缺考 2 人　补考 1 人" in book.lines[1] and "正考缺考 3 人" in book.lines[1]
    assert book.rows[0][AT["备注"]] == "正考缺考"


def test_the_head_of_the_book_says_which_result_counts():
    assert "计较高的一次" in grade_book(unit_exam(), standings(unit_exam(), [], MORNING)).lines[2]
    alone = unit_exam(make_up=None)
    assert "补考" not in grade_book(alone, standings(alone, [], MORNING)).lines[2]


SCORE = st.integers(0, 100)


@given(SCORE, SCORE)
def test_nobody_loses_by_making_up(main, make_up):
    found = standings(unit_exam(), [result(score=main), result(session=MAKE_UP, score=make_up)], MORNING)[0]
    assert found.counted is not None and found.counted.score == max(main, make_up)


# handing in late


@pytest.mark.parametrize(
    ("minutes", "factor", "words"),
    [
        (0, 100, ""),
        (15, 100, ""),
        (15.1, 100, "5 分钟"),
        (20, 150, ""),
        (20.1, 150, "5 分钟"),
        (10 + 29 * 60, 100, "29 小时"),
    ],
)
def test_whoever_hands_in_after_window_time_and_grace_is_told_of(minutes, factor, words):
    """The window closes two hours after MORNING, the paper takes ten minutes."""
    exam = unit_exam(roster=(replace(PEOPLE[0], factor=factor), *PEOPLE[1:]))
    finished = MORNING + 2 * HOUR + timedelta(minutes=minutes)
    sat = result(finished_at=finished.isoformat())
    book = grade_book(exam, standings(exam, [sat], MORNING + 60 * HOUR))
    remark = book.rows[0][AT["备注"]]
    assert (f"交卷晚于规定结束时间 {words}" in remark) if words else ("交卷晚" not in remark)
    assert ("交卷晚于规定结束时间 1 人" in book.lines[1]) == bool(words)
    assert book.rows[0][AT["交卷时间"]] == finished.astimezone().replace(tzinfo=None, microsecond=0)


@pytest.mark.parametrize("finished", ["", "gestern", "2026-03-02T10:00:00", "9999-12-31T23:59:59+00:00"])
def test_a_time_that_is_none_stops_no_grade_book(finished):
    book = grade_book(unit_exam(), standings(unit_exam(), [result(finished_at=finished)], MORNING))
    assert book.rows[0][AT["正考成绩"]] == 80


# what somebody decides


def decided(one, what, by="王局长", why=""):
    return ResultDecision(one.person, one.key, what, by, why)


def standing_with(results, *made):
    return standings(unit_exam(), results, MORNING, standing_decisions(made))[0]


EARLY, LATE = result(score=50.0, sitting="a"), result(score=90.0, sitting="b", started=MORNING + HOUR)
MADE_UP = result(session=MAKE_UP, score=95.0, sitting="c")


def test_the_one_that_was_decided_for_counts_and_no_other():
    for chosen in (EARLY, LATE, MADE_UP):
        assert standing_with([EARLY, LATE, MADE_UP], decided(chosen, Decision.COUNTS)).counted == chosen


def test_of_one_person_one_result_is_decided_for():
    made = decided(LATE, Decision.COUNTS), decided(EARLY, Decision.COUNTS)
    assert standing_with([EARLY, LATE], *made).counted == EARLY
    other = replace(decided(result("1002", sitting="d"), Decision.COUNTS))
    assert len(standing_decisions((made[0], other))) == 2


def test_what_is_void_does_not_count_and_is_kept():
    found = standing_with([EARLY, LATE], decided(EARLY, Decision.VOID, why="他人代考"))
    assert (found.counted, found.void, found.besides) == (LATE, (EARLY,), ())
    alone = standing_with([EARLY], decided(EARLY, Decision.VOID, why="他人代考"))
    assert alone.counted is None and alone.state is Attendance.WAITING


def test_every_decision_can_be_undone():
    for what in (Decision.VOID, Decision.COUNTS):
        made = decided(EARLY, what), decided(EARLY, Decision.UNDONE)
        assert standing_decisions(made) == {} and standing_with([EARLY, LATE], *made).counted == EARLY


def test_the_book_says_who_decided_what_and_why():
    made = standing_decisions(
        (decided(EARLY, Decision.VOID, why="他人代考"), decided(LATE, Decision.COUNTS, "李主任", "重考"))
    )
    book = grade_book(unit_exam(), standings(unit_exam(), [EARLY, LATE], MORNING, made), made)
    assert book.rows[0][AT["备注"]] == "核定以 90 分的一份为准（李主任，重考）；作废 50 分的一份（王局长，他人代考）"
    void = standing_decisions((decided(EARLY, Decision.VOID, why="他人代考"),))
    alone = grade_book(unit_exam(), standings(unit_exam(), [EARLY], MORNING, void), void)
    assert alone.rows[0][AT["结果"]] == "作废" and alone.columns[-3][0] == "第2份成绩"


KEYS = st.sampled_from("abc")
MADE = st.builds(
    ResultDecision, st.sampled_from("xy"), KEYS, st.sampled_from(list(Decision)), st.just("王"), st.just("")
)


@given(st.lists(MADE, max_size=12))
def test_what_stands_of_decisions_follows_from_the_last_of_each_result(made):
    found = standing_decisions(made)
    last = {one.result: one for one in made}
    assert all(last[key] == one and one.what is not Decision.UNDONE for key, one in found.items())
    assert all(key in found for key, one in last.items() if one.what is Decision.VOID)
    chosen = [one.person for one in found.values() if one.what is Decision.COUNTS]
    assert len(chosen) == len(set(chosen))


def test_of_two_results_the_one_begun_first_counts_and_the_other_stands_beside_it():
    late, early = result(score=100.0, started=MORNING + HOUR), result(score=50.0)
    found = standings(unit_exam(), [late, early], MORNING)[0]
    assert (found.counted, found.besides) == (early, (late,))


def test_marks_from_paper_never_push_a_result_file_aside():
    typed = SatResult("1001", MAIN, 99.5, 100, 60, source=ResultSource.PAPER)
    found = standings(unit_exam(), [typed, result(score=50.0)], MORNING)[0]
    assert found.counted is not None and found.counted.score == 50 and found.besides == (typed,)


SAT = st.tuples(st.sampled_from([p.key for p in PEOPLE]), st.sampled_from(list(ExamSession)), st.integers(0, 5))


@given(st.lists(SAT))
def test_no_result_is_lost(given_results):
    results = [result(person, session, started=MORNING + n * HOUR) for person, session, n in given_results]
    found = standings(unit_exam(), results, MORNING)
    kept = [one for place in found for one in place.every]
    assert sorted(map(repr, kept)) == sorted(map(repr, results))


SECTION = PaperSection("单选", 20)


@pytest.mark.parametrize(
    ("typed", "points"),
    [("", None), (" ", None), ("0", 0), ("20", 20), ("12.5", 12.5), ("１２", 12), ("12 分", 12), ("7。5", 7.5)],
)
def test_points_are_read_as_people_type_them(typed, points):
    assert read_points(typed, SECTION) == points


@pytest.mark.parametrize("typed", ["-1", "21", "20.5", "abc", "12.3", "1e1", "nan", "inf", "1.2.3", "9" * 50])
def test_points_that_cannot_be_are_refused_with_a_sentence(typed):
    with pytest.raises(ValueError, match=r"。$"):
        read_points(typed, SECTION)


@given(st.text())
def test_whatever_is_typed_is_points_within_the_section_or_a_sentence(typed):
    try:
        points = read_points(typed, SECTION)
    except ValueError as error:
        assert str(error).endswith("。")
    else:
        assert points is None or 0 <= points <= 20
