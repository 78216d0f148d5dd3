"""In practice and review, too, a situation stays beside its questions, and nothing is squeezed on the way."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication

from app.ui.kit.option_button import OptionButton
from app.ui.kit.theme import DARK, LIGHT, apply_theme
from app.ui.practice.practice_round_page import PracticeRoundPage
from app.ui.review.review_round_page import ReviewRoundPage
from tests.gui.told_lines import lines_in_all, lines_seen, pane_of, question_seen

SIZES = [(1832, 1024, 1.0), (1278, 712, 1.0), (1017, 489, 1.0), (884, 484, 1.0), (1278, 712, 1.3), (1240, 660, 1.4)]
"""What the shell leaves to a page."""
LEAST = 4


def settle():
    for _ in range(5):
        QApplication.processEvents()


@pytest.fixture
def whole(bank):
    """The parts of one 案例分析 that can be marked."""
    first = min(one.group for one in bank if one.group and len(one.scenario) > 200)
    return [one for one in bank if one.group == first and one.kind.chooses]


@pytest.fixture(params=["practice", "review"])
def round_of(request, services, opened):
    def make(questions, size=(1278, 712)):
        given = {"title": "一轮", "question_ids": [one.id for one in questions]}
        if request.param == "practice":
            return opened(PracticeRoundPage(services.library, services.practice, given), *size)
        return opened(ReviewRoundPage(services.library, services.practice, services.review, given), *size)

    return make


def answer_wrongly(page):
    question = page._item.question
    keys = question.letters or ("对", "错")
    page._card.set_answer((next(key for key in keys if key not in question.answer),))
    page.main_action()


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [LIGHT, DARK], ids=["light", "dark"])
def test_it_is_seen_before_and_after_the_verdict(round_of, whole, dressed, size, theme):
    width, height, scale = size
    apply_theme(dressed, replace(theme, scale=scale))
    page = round_of(whole, (width, height))
    for _ in range(2):
        settle()
        bar = page._frame._scroll.verticalScrollBar()
        for value in (bar.minimum(), bar.maximum()):
            bar.setValue(value)
            settle()
            assert question_seen(page) and pane_of(page).text() == whole[0].scenario
            assert lines_seen(page) >= min(LEAST, lines_in_all(page))
        answer_wrongly(page)


def test_a_question_that_stands_by_itself_has_all_the_room(round_of, whole, bank):
    alone = next(one for one in bank if not one.group and one.kind.chooses)
    page = round_of([whole[0], alone])
    settle()
    narrow = page._frame._scroll.width()
    page._place = 1
    page._show_question()
    settle()
    assert page._frame._split.pane.isHidden() and page._frame._scroll.width() > narrow


class PaintedHeights(QObject):
    """How tall every option was whenever it was painted."""

    def __init__(self):
        super().__init__()
        self.seen = set()

    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and isinstance(watched, OptionButton):
            self.seen.add((watched, watched.height()))
        return False


@pytest.mark.parametrize("scale", [1.0, 1.15, 1.3])
def test_no_option_is_painted_squeezed_when_the_verdict_comes_or_the_next_question(
    round_of, bank, dressed, qtbot, scale
):
    apply_theme(dressed, replace(LIGHT, scale=scale))
    page = round_of([one for one in bank if one.kind.chooses and not one.group and one.options][:3], (1017, 489))
    qtbot.wait(50)
    heights = PaintedHeights()
    dressed.installEventFilter(heights)
    try:
        answer_wrongly(page)
        qtbot.wait(50)
        page._go_on()
        qtbot.wait(50)
    finally:
        dressed.removeEventFilter(heights)
    assert heights.seen
    per_option = {}
    for option, height in heights.seen:
        per_option.setdefault(option, set()).add(height)
    assert {option.text(): tall for option, tall in per_option.items() if len(tall) > 1} == {}
