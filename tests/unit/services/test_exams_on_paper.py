"""A 单位统考 that was sat on paper: made after its day, without a file, for its marks alone."""

import pytest

from app.domain.errors import UserError
from app.domain.exam_session import ExamSession
from app.domain.paper_marks import PaperMarks
from app.domain.standing import Attendance
from app.domain.unit_exam import BookRule
from tests.unit.seated import PASSWORD, PEOPLE, window

LAST_FRIDAY = window(-72, 2)


@pytest.fixture
def exam(services):
    paper = services.exams.papers()[0]
    return services.unit_exams.make("周五纸质考试", paper, LAST_FRIDAY, None, BookRule.CLOSED, PEOPLE, on_paper=True)


def full(services, exam):
    return tuple(float(one.full) for one in services.unit_exams.package(exam.id).sections())


def test_its_time_may_be_over_where_that_of_an_exam_on_pcs_may_not(services, exam):
    assert services.unit_exams.package(exam.id).exam.on_paper
    with pytest.raises(UserError, match=r"已经过去.*选“纸质考试”登记成绩"):
        services.unit_exams.check("统考", exam.paper, LAST_FRIDAY, None, PEOPLE)
    services.unit_exams.check("统考", exam.paper, LAST_FRIDAY, None, PEOPLE, on_paper=True)


def test_it_has_no_file_to_sit_it_from(services, exam, tmp_path):
    with pytest.raises(UserError, match="没有统考文件"):
        services.unit_exams.write_package(exam.id, PASSWORD, PASSWORD, tmp_path / "统考.jjexam")
    assert not list(tmp_path.glob("*.jjexam"))


def test_whoever_has_marks_has_sat_it_and_all_others_were_absent(services, exam):
    points = full(services, exam)
    nothing = tuple(0.0 for _ in points)
    marks = [PaperMarks("1001", ExamSession.MAIN, points), PaperMarks("1002", ExamSession.MAIN, nothing)]
    services.unit_exams.put_marks(exam.id, marks)
    states = [one.state for one in services.unit_exams.standings(exam.id)]
    assert states == [Attendance.SAT, Attendance.SAT, Attendance.ABSENT]
    book = services.unit_exams.grade_book(exam.id)
    assert "已考 2 人　缺考 1 人　合格 1 人" in book.lines[1]
    place = [title for title, _ in book.columns].index("结果")
    assert [row[place] for row in book.rows] == ["合格", "未合格", "缺考"]


def test_a_make_up_of_it_is_on_paper_too(services, exam):
    services.unit_exams.put_marks(exam.id, [PaperMarks("1001", ExamSession.MAIN, full(services, exam))])
    draft = services.unit_exams.make_up_draft(exam.id)
    assert draft.on_paper and [one.name for one in draft.people] == ["李华", "王芳"]


def test_an_exam_from_before_there_was_such_a_choice_is_one_on_pcs(services):
    paper = services.exams.papers()[0]
    made = services.unit_exams.make("统考", paper, window(0, 2), None, BookRule.CLOSED, PEOPLE)
    from app.exports.exam_package_writer import package_body

    package = services.unit_exams.package(made.id)
    assert not package.exam.on_paper and "on_paper" not in package_body(package)
