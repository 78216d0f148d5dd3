"""How exams went."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.marking import Verdict
from app.ui.exam.remedy_card import RemedyCard
from app.ui.exam.results_page import ResultsPage
from app.ui.exam.topic_bars import TopicBars
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.horizontal_bar import HorizontalBar
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.answer_panel import AnswerPanel


@pytest.fixture
def finished(services, exam, clock):
    """Everything right but the questions of one topic, which stay open."""
    weak = exam.items[0].question.topic
    for item in exam.items:
        if item.question.topic != weak:
            right = tuple(text.split("|")[0] for text in item.question.answer)
            exam = services.exams.answer(exam, item.place, right)
    services.exams.left(exam)
    clock.pass_ms(600_000)
    return services.exams.submit(services.exams.reload(exam))


@pytest.fixture
def page(services, finished, opened):
    return opened(ResultsPage(services.exams, services.library, services.practice, finished.id))


def said(page):
    return "\n".join(paragraph.text() for paragraph in page.findChildren(Paragraph))


def test_without_an_exam_the_way_to_one_is_shown(services, opened, qtbot):
    page = opened(ResultsPage(services.exams, services.library, services.practice, None))
    assert page.findChild(EmptyState).isVisible()
    with qtbot.waitSignal(page.navigate) as gone:
        page.main_action()
    assert gone.args == ["exams", None]


def test_without_an_argument_the_latest_is_shown(services, finished, opened):
    page = opened(ResultsPage(services.exams, services.library, services.practice, None))
    assert page._exam.id == finished.id


def test_time_reason_and_leavings_are_told(page, finished):
    text = said(page)
    assert "用时 10 分 0 秒" in text and finished.finish_reason in text
    assert "离开窗口 1 次" in text and "第一次考这份试卷" in text


def test_it_is_compared_with_the_attempt_before_at_the_same_paper(services, finished, paper, clock, opened):
    clock.pass_ms(1000)
    second = services.exams.submit(services.exams.start(paper, "周明"))
    page = opened(ResultsPage(services.exams, services.library, services.practice, second.id))
    assert f"比上次降低 {finished.total} 分" in said(page)


def test_a_topic_under_seventy_percent_is_called_weak(page):
    weak = [bar.accessibleName() for bar in page.findChildren(HorizontalBar) if "薄弱" in bar.accessibleName()]
    assert len(weak) == 1 and "0%" in weak[0]


def test_the_filter_leaves_only_what_was_not_right(page, finished):
    page._grid.set_filter("wrong")
    wrong = [item.place for item in finished.items if item.verdict() is not Verdict.RIGHT]
    assert page._grid.numbers() == wrong


def test_a_question_shows_ones_own_answer_and_the_reasons_and_esc_goes_back(page, finished):
    number = finished.items[0].place
    page._grid._sheet.cell(number).click()
    assert page.findChild(AnswerPanel).isVisible()
    assert "我的答案：未作答" in said(page)
    QTest.keyClick(page, Qt.Key.Key_Right)
    assert page._number == number + 1
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert page._question is None and page._scroll.isVisible()


def test_the_remedy_is_for_the_weakest_topic(page, finished, qtbot):
    card = page.findChild(RemedyCard)
    assert page._remedy.topic == finished.items[0].question.topic
    assert page._remedy.questions and page._remedy.articles
    with qtbot.waitSignal(page.navigate) as gone:
        card.start()
    assert gone.args[0] in ("case", "practice_round")


def test_results_need_no_content(services, finished, opened):
    services.library.close()
    page = opened(ResultsPage(services.exams, services.library, services.practice, finished.id))
    page._open_question(1)
    assert page.findChild(AnswerPanel).isVisible()


def test_the_page_built_anew_looks_the_same(services, page, finished, opened):
    page._grid.set_filter("wrong")
    page._open_question(page._grid.numbers()[0])
    again = opened(ResultsPage(services.exams, services.library, services.practice, finished.id))
    again.restore(page.state())
    assert again._number == page._number and again._grid.filter() == "wrong"


def test_building_the_page_opens_no_window(services, finished, stray, qtbot):
    page = ResultsPage(services.exams, services.library, services.practice, finished.id)
    qtbot.addWidget(page)
    page._open_question(1)
    page._grid.set_filter("flagged")
    assert stray == []


@pytest.mark.parametrize("width", [1200.0, 900.0, 1200.0])
def test_what_to_learn_next_stands_above_the_bars(page, qtbot, width):
    page.on_width(width)
    qtbot.wait(20)
    card, bars = page.findChild(RemedyCard), page.findChild(TopicBars)
    assert card.mapTo(page, card.rect().topLeft()).y() < bars.mapTo(page, bars.rect().topLeft()).y()
