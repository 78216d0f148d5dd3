"""试题分析 of a 单位统考: 36 people's result files, and the way there from the 成绩册."""

import shutil
from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.bootstrap import open_app
from app.domain.exam_session import ExamSession
from app.domain.paper import FixedQuestion
from app.domain.paper_marks import PaperMarks
from app.domain.question import QuestionKind
from app.domain.roster_person import RosterPerson
from app.domain.unit_exam import BookRule
from app.paths import find_paths
from app.services.system_clock import SystemClock
from app.ui.analysis.analysis_page import AnalysisPage
from app.ui.analysis.item_model import ATTEMPTS, REMARK, STEM
from app.ui.analysis.item_words import NEGATIVE, TERMS, WHY_THIRTY
from app.ui.kit.banner import Banner
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.paragraph import Paragraph
from app.ui.unit_exam.unit_exam_book_page import UnitExamBookPage
from tests.gui.unit_exam.conftest import around_now
from tests.unit.sat_by_many import MANY, hand_over, sit, sit_all

ABSENT = RosterPerson("缺席", "办公室", "9999")


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
def questions(services):
    """Six to choose one option in; the third one's key is wrong."""
    return [one for one in services.library.bank() if one.kind is QuestionKind.SINGLE][:6]


@pytest.fixture
def hold(services, questions, tmp_path):
    """Makes an exam of these people, lets them sit it elsewhere, and collects; the last on the roster never comes."""

    def made(people):
        fixed = tuple(FixedQuestion(one.id, 10) for one in questions)
        paper = replace(services.exams.papers()[0], rules=(), fixed=fixed, pass_score=30, title="六题卷")
        roster = (*people, ABSENT)
        exam = services.unit_exams.make("2026年度统考", paper, around_now(), None, BookRule.CLOSED, roster)
        pc = open_app(find_paths(tmp_path / "pc"), seed=2)
        package = services.unit_exams.package(exam.id)
        everybody_else = replace(package, exam=replace(exam, roster=people))
        if len(people) == len(MANY):
            sit_all(pc, everybody_else, questions[2].id, tmp_path / "results")
        else:
            for one in people:
                hand_over(pc, sit(pc, package, one.key, lambda place, question: question.answer), tmp_path / "results")
        pc.close()
        assert services.unit_exams.collect(exam.id, tmp_path / "results").taken == len(people)
        return exam

    return made


@pytest.fixture
def over(clock):
    """Goes on to when the exam is over everywhere."""

    def wait():
        clock.ahead = timedelta(days=2)

    return wait


def column(page, place):
    model = page._table.model()
    return [model.index(row, place).data() for row in range(model.rowCount())]


def shown_texts(page):
    return [one.text() for one in page.findChildren(Paragraph) if one.isVisible()]


def press(page, text):
    next(one for one in page.findChildren(QAbstractButton) if one.text() == text).click()


def test_the_unit_exam_comes_first_with_whose_papers_are_counted(services, hold, over, questions, show_page):
    services.exams.submit(services.exams.start(services.exams.papers()[0], "周明"))
    hold(MANY)
    over()
    page = AnalysisPage(services.item_analysis)
    show_page(page)
    assert page._papers.itemText(0) == "单位统考：2026年度统考（36 人交卷）" and page._papers.currentIndex() == 0
    assert "名单 37 人，已收到 36 人的结果文件，统计 36 份作答。" in shown_texts(page)
    assert column(page, ATTEMPTS) == ["36"] * 6
    assert not any(one.isVisible() for one in page.findChildren(Banner) if one.text() == WHY_THIRTY)
    page._papers.setCurrentIndex(1)
    assert page._papers.currentText().startswith("本人的试卷：") and page._table.model().rowCount() != 6
    assert any(text.startswith("只统计本机当前人员") for text in shown_texts(page))


def test_the_question_with_the_wrong_key_stands_first_and_its_options_are_counted(
    services, hold, over, questions, show_page, qtbot
):
    hold(MANY)
    over()
    page = AnalysisPage(services.item_analysis)
    show_page(page)
    assert column(page, REMARK).count(NEGATIVE) == 1 and column(page, REMARK)[0] == NEGATIVE
    assert column(page, STEM)[0] == " ".join(questions[2].stem.split())

    def bars():
        return [bar.accessibleName() for bar in page._detail.findChildren(HorizontalBar) if bar.isVisible()]

    qtbot.waitUntil(lambda: len(bars()) == len(questions[2].options))
    assert sum("18 次　50%" in name for name in bars()) == 2


def test_before_it_is_over_only_the_time_is_told(services, hold, over, show_page, questions):
    exam = hold(MANY)
    page = AnalysisPage(services.item_analysis, exam.id)
    show_page(page)
    assert not page._table.isVisible() and not page._detail.isVisible() and page._table.model().rowCount() == 0
    texts = shown_texts(page)
    assert any(exam.release.when in text for text in texts) and TERMS not in texts
    assert not any(one.stem in text for one in questions for text in texts)
    over()
    page._read()
    assert page._table.isVisible() and page._table.model().rowCount() == 6
    assert page.findChild(EmptyState) is None or not page.findChild(EmptyState).isVisible()


def test_few_papers_give_no_figures_and_those_on_paper_are_told(services, hold, over, show_page):
    exam = hold(MANY[:2])
    sections = services.unit_exams.package(exam.id).sections()
    services.unit_exams.put_marks(exam.id, [PaperMarks(ABSENT.key, ExamSession.MAIN, tuple(10.0 for _ in sections))])
    over()
    page = AnalysisPage(services.item_analysis)
    show_page(page)
    assert column(page, REMARK) == ["还差 28 人次"] * 6
    assert any("纸质卷（1 人）只登了大题得分，未计入。" in text for text in shown_texts(page))


def test_the_page_built_anew_stays_with_its_exam(services, hold, over, show_page):
    services.exams.submit(services.exams.start(services.exams.papers()[0], "周明"))
    exam = hold(MANY[:2])
    over()
    page = AnalysisPage(services.item_analysis, exam.id)
    show_page(page)
    page._papers.setCurrentIndex(1)
    again = AnalysisPage(services.item_analysis, exam.id)
    show_page(again)
    again.restore(page.state())
    assert again.state() == page.state() and again._papers.currentIndex() == 1


def test_the_grade_book_says_what_is_doubtful_and_leads_there(services, hold, over, show_page, qtbot):
    exam = hold(MANY)
    over()
    page = UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id)
    went = []
    page.navigate.connect(lambda *where: went.append(where))
    show_page(page)
    qtbot.waitUntil(page._doubts.isVisible)
    assert page._doubts.text() == "1 道题需要核对，见试题分析。"
    press(page, "试题分析")
    assert went == [("analysis", exam.id)]


def test_the_grade_book_tells_of_no_question_before_it_is_over(services, hold, show_page, qtbot):
    exam = hold(MANY)
    page = UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id)
    show_page(page)
    qtbot.waitUntil(lambda: not page._reckoning.isActive())
    assert not page._doubts.isVisible()


def test_a_page_that_was_left_reads_nothing_any_more(services, show_page):
    paper = services.exams.papers()[0]
    exam = services.unit_exams.make("统考", paper, around_now(), None, BookRule.CLOSED, MANY)
    page = UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id)
    show_page(page)
    assert page._reckoning.isActive()
    page.hide()
    assert not page._reckoning.isActive()


def test_without_a_result_the_grade_book_says_that_there_is_nothing_to_analyse(services, show_page):
    paper = services.exams.papers()[0]
    exam = services.unit_exams.make("统考", paper, around_now(), None, BookRule.CLOSED, MANY)
    page = UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id)
    said = []
    page.message.connect(lambda tone, words: said.append((tone, words)))
    show_page(page)
    press(page, "试题分析")
    assert said == [("amber", "还没有收到结果文件。收到以后，再看试题分析。")]


def test_every_stop_has_a_name(services, hold, over, show_page, nameless_stops):
    hold(MANY[:2])
    over()
    page = AnalysisPage(services.item_analysis)
    show_page(page)
    assert nameless_stops(page.window()) == []
