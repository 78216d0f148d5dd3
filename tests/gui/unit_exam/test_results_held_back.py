"""The result of a unit's exam on the candidate's PC, while others may still have it before them, and afterwards."""

import shutil
from datetime import timedelta

import pytest

from app.bootstrap import open_app
from app.domain.unit_exam import BookRule
from app.paths import find_paths
from app.services.system_clock import SystemClock
from app.ui.exam.record_sheet_saving import RecordSheetSaving
from app.ui.exam.remedy_card import RemedyCard
from app.ui.exam.results_page import ResultsPage
from app.ui.exam.review_grid import ReviewGrid
from app.ui.exam.score_bars import ScoreBars
from app.ui.kit.button import Button
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.ring import Ring
from app.ui.kit.tag import Tag
from app.ui.unit_exam.sat_row import SatRow
from app.ui.unit_exam.unit_exam_page import UnitExamPage
from tests.gui.unit_exam.conftest import PASSWORD, PEOPLE, around_now


class ShiftedClock(SystemClock):
    """The machine's, so far ahead."""

    ahead = timedelta()

    def now(self):
        return super().now() + self.ahead


@pytest.fixture
def clock():
    return ShiftedClock()


@pytest.fixture
def services(tmp_path, compiled_content, clock):
    paths = find_paths(tmp_path / "data")
    shutil.copytree(compiled_content, paths.cache)
    made = open_app(paths, clock=clock, seed=1)
    assert made.library.open_newest()
    yield made
    made.close()


@pytest.fixture
def sat(services, tmp_path):
    """Makes a unit's exam, sits it without an answer, and gives it as handed in."""

    def sit(book=BookRule.OPEN, score_shown=True):
        paper = services.exams.papers()[0]
        made = services.unit_exams.make("统考", paper, around_now(), None, book, PEOPLE, score_shown)
        path = tmp_path / "a.jjexam"
        services.unit_exams.write_package(made.id, PASSWORD, PASSWORD, path)
        package = services.exam_seats.open(path.read_bytes(), PASSWORD)
        return services.exams.submit(services.exam_seats.start(package, PEOPLE[0].key))

    return sit


@pytest.fixture
def page_of(services, show_page):
    def page(exam):
        saving = RecordSheetSaving(services.exam_records, "某单位")
        made = ResultsPage(services.exams, services.library, services.practice, exam.id, saving)
        show_page(made)
        return made

    return page


def said(page):
    return "\n".join(one.text() for one in page.findChildren(Paragraph))


def buttons(page):
    return [one.label() for one in page.findChildren(Button) if one.isVisibleTo(page)]


@pytest.mark.parametrize("book", list(BookRule))
def test_the_score_is_shown_and_nothing_that_tells_a_key(sat, page_of, book):
    page = page_of(sat(book))
    assert page.findChild(Ring).isVisible() and "答案、解析和各题对错，" in said(page) and "以后可以" in said(page)
    for kind in (ReviewGrid, ScoreBars, RemedyCard):
        assert page.findChildren(kind) == []
    assert buttons(page) == ["学习情况记录单"]
    assert not any("答" in one.text() and "对" in one.text() for one in page.findChildren(Label))


def test_where_the_unit_keeps_the_score_not_even_that(services, sat, page_of, files, show_page):
    exam = sat(score_shown=False)
    page = page_of(exam)
    assert page.findChildren(Ring) == [] and "已交卷，成绩由组织单位公布。" in said(page)
    assert [tag.text() for tag in page.findChildren(Tag) if tag.isVisibleTo(page)] == ["已交卷"]
    assert buttons(page) == []
    seats = UnitExamPage(services.exam_seats, services.unit_exams, services.profiles, files)
    show_page(seats)
    (line,) = seats.findChildren(SatRow)
    assert not any("分" in one.text() for one in line.findChildren(Label))


def test_a_page_built_anew_stays_as_it_is(sat, page_of):
    exam = sat()
    page = page_of(exam)
    page.on_width(900.0)
    page.main_action()
    page_of(exam).restore(page.state())
    page_of(exam).restore((3, "wrong", 0))


def test_afterwards_everything_is_there(sat, page_of, clock):
    exam = sat(score_shown=False)
    clock.ahead = timedelta(days=2)
    page = page_of(exam)
    assert page.findChild(ReviewGrid).isVisible() and page.findChild(ScoreBars) and page.findChild(Ring)
    page._open_question(1)
    assert "我的答案：" in said(page)
