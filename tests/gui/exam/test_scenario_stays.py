"""The situation of a 案例分析 stays in sight while its questions are read, whatever the size of the window."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from app.ui.exam.exam_page import ExamPage
from app.ui.exam.question_scroll import QuestionScroll
from app.ui.exam.results_page import ResultsPage
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.theme import DARK, LIGHT, apply_theme
from app.ui.kit.tokens import px
from app.ui.parts.question_card import QuestionCard
from app.ui.parts.scenario_split import ScenarioSplit
from tests.gui.told_lines import lines_in_all, lines_seen, pane_of, question_seen

SIZES = [(1920, 1080, 1.0), (1366, 768, 1.0), (1093, 545, 1.0), (960, 540, 1.0), (1366, 768, 1.3), (1366, 768, 2.0)]
LEAST = 4
"""Lines; fewer only where the whole situation has fewer."""


def parts_of(exam):
    return [item.place for item in exam.items if item.question.group]


def settle(page):
    """With the answer sheet's drawer away and everything laid out."""
    for _ in range(5):
        QApplication.processEvents()


def at_both_ends(page, scroll):
    """Wherever the question is scrolled to."""
    for value in (scroll.verticalScrollBar().minimum(), scroll.verticalScrollBar().maximum()):
        scroll.verticalScrollBar().setValue(value)
        settle(page)
        yield


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_is_seen_beside_every_part_of_an_exam(services, exam, opened, dressed, size, theme):
    width, height, scale = size
    apply_theme(dressed, replace(theme, scale=scale))
    page = opened(ExamPage(services.exams, exam.id), width, height)
    for place in parts_of(exam):
        page._go(place)
        for _ in at_both_ends(page, page._question._scroll):
            assert question_seen(page)
            assert pane_of(page).text() == exam.item(place).question.scenario
            assert lines_seen(page) >= min(LEAST, lines_in_all(page))


def test_even_in_the_smallest_window_at_the_largest_scale_two_lines_are_seen(services, exam, opened, dressed):
    apply_theme(dressed, replace(LIGHT, scale=2.0))
    page = opened(ExamPage(services.exams, exam.id), 960, 540)
    page._go(parts_of(exam)[0])
    settle(page)
    assert question_seen(page) and lines_seen(page) >= 2


def test_it_is_told_once(services, exam, opened):
    page = opened(ExamPage(services.exams, exam.id))
    page._go(parts_of(exam)[0])
    settle(page)
    told = [one for one in page.findChildren(Paragraph) if one.text() == page._sitting.item.question.scenario]
    assert len([one for one in told if one.isVisible()]) == 1


def test_where_one_was_reading_stays_from_part_to_part_and_another_case_begins_at_its_top(
    services, exam, opened, dressed
):
    apply_theme(dressed, replace(LIGHT, scale=1.3))
    page = opened(ExamPage(services.exams, exam.id), 1093, 545)
    groups = {}
    for place in parts_of(exam):
        groups.setdefault(exam.item(place).question.group, []).append(place)
    first, second = (places for places in groups.values() if len(places) > 1)
    page._go(first[0])
    settle(page)
    bar = pane_of(page).view.verticalScrollBar()
    assert bar.maximum() > 0
    bar.setValue(bar.maximum())
    page._go(first[1])
    settle(page)
    assert bar.value() == bar.maximum()
    page._go(second[0])
    settle(page)
    assert bar.value() == 0


def test_other_questions_have_all_the_room(services, exam, opened):
    page = opened(ExamPage(services.exams, exam.id))
    page._go(parts_of(exam)[0])
    settle(page)
    narrow = page._question._scroll.width()
    page._go(1)
    settle(page)
    assert page._question._split.pane.isHidden()
    assert page._question._scroll.width() == page._question._split.width() > narrow


def test_the_keyboard_scrolls_it_where_it_is_too_long(services, exam, opened, dressed):
    apply_theme(dressed, replace(LIGHT, scale=1.3))
    page = opened(ExamPage(services.exams, exam.id), 1093, 545)
    place = max(parts_of(exam), key=lambda one: len(exam.item(one).question.scenario))
    page._go(place)
    settle(page)
    view = pane_of(page).view
    assert (view.focusPolicy(), view.accessibleName()) == (Qt.FocusPolicy.TabFocus, "案情")
    view.setFocus()
    QTest.keyClick(view, Qt.Key.Key_PageDown)
    assert view.verticalScrollBar().value() > 0
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert page._sitting.place == place - 1


@pytest.mark.parametrize("size", SIZES)
def test_it_is_seen_when_a_finished_exam_is_looked_through(services, exam, opened, dressed, size):
    width, height, scale = size
    done = services.exams.submit(exam)
    apply_theme(dressed, replace(LIGHT, scale=scale))
    page = opened(ResultsPage(services.exams, services.library, services.practice, done.id), width, height)
    for place in parts_of(exam):
        page._open_question(place)
        for _ in at_both_ends(page, page._question.findChild(QuestionScroll)):
            assert lines_seen(page) >= min(LEAST, lines_in_all(page))


def test_nothing_oscillates_between_a_scroll_bar_and_none(dressed, qtbot):
    """Heights of a question around the one at which its bar comes and goes."""
    apply_theme(dressed, LIGHT)
    for margin, widest in ((0, 0), (28, 1080)):
        area, content = QScrollArea(), QWidget()
        area.setWidgetResizable(True)
        area.setWidget(content)
        split = ScenarioSplit(area, margin=margin, widest=widest)
        qtbot.addWidget(split)
        split.resize(1000, 500)
        split.show()
        split.tell("某县民政局评老年助餐点。" * 30)
        for height in range(480, 520):
            content.setMinimumHeight(height)
            settle(split)
            seen = (split.pane.geometry(), area.geometry())
            settle(split)
            assert (split.pane.geometry(), area.geometry()) == seen
            assert split.pane.geometry().right() < area.geometry().right() <= split.width()


def test_in_a_narrow_window_it_stands_above_in_less_than_half_of_the_height(dressed, qtbot):
    area = QScrollArea()
    split = ScenarioSplit(area)
    qtbot.addWidget(split)
    split.resize(px(420), px(400))
    split.show()
    split.tell("某县民政局评老年助餐点。" * 30)
    assert area.y() > split.pane.height() > px(100)
    assert split.pane.height() < split.height() / 2
    assert area.mapTo(split, QPoint(0, area.height())).y() == split.height()
    split.tell("短短一句。")
    assert split.pane.height() < px(100)


def test_a_card_that_stands_by_itself_tells_its_situation(dressed, services, exam, qtbot):
    item = exam.item(parts_of(exam)[0])
    alone, beside = QuestionCard(item.question, item.shown), QuestionCard(item.question, item.shown, told=True)
    for card, times in ((alone, 1), (beside, 0)):
        qtbot.addWidget(card)
        assert [one.text() for one in card.findChildren(Paragraph)].count(item.question.scenario) == times
