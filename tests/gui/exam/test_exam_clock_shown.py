"""The clock is never cut: an hour that is not seen is a false time."""

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from app.ui.exam.exam_page import ExamPage
from app.ui.exam.exam_words import clock_words
from app.ui.kit.theme import DARK, LIGHT, apply_theme

ROOMS = [
    (1093, 614, 1.15),
    (1366, 768, 1.5),
    (1366, 768, 1.3),
    (1366, 768, 1.0),
    (1920, 1080, 2.0),
    (1920, 1080, 1.3),
    (1024, 768, 1.15),
    (1000, 600, 1.0),
    (860, 540, 1.0),
    (760, 540, 1.0),
]


def cut(timer):
    """The labels of a clock that are narrower than what they say."""
    labels = [one for one in timer.findChildren(QLabel) if one.isVisible() and one.text()]
    return [one.text() for one in labels if one.width() < one.fontMetrics().horizontalAdvance(one.text())]


def clock_seen(page):
    """The one that is seen, whole: nothing lies over its right end."""
    (timer,) = [one for one in (page._side.timer, page._tools.timer) if one.isVisible()]
    assert page.rect().contains(
        timer.geometry().translated(timer.parentWidget().mapTo(page, timer.pos()) - timer.pos())
    )
    return timer


@pytest.mark.parametrize("size", ROOMS, ids=lambda size: f"{size[0]}x{size[1]} at {size[2]:g}")
@pytest.mark.parametrize("factor", [100, 150])
def test_every_word_and_figure_of_the_clock_has_its_room(services, paper, opened, dressed, clock, size, factor):
    width, height, scale = size
    apply_theme(dressed, replace(DARK if scale == 1.3 else LIGHT, scale=scale))
    exam = services.exams.start(paper, "周明", factor)
    page = opened(ExamPage(services.exams, exam.id), width, height)
    kinds = {(one.question.kind, one.question.group != ""): one.place for one in exam.items}
    for place in kinds.values():
        page._go(place)
        QApplication.processEvents()
        assert clock_words(exam.limit_ms) in [one.text() for one in clock_seen(page).findChildren(QLabel)]
        assert cut(clock_seen(page)) == [], place
    clock_seen(page).toggle_button.click()
    QApplication.processEvents()
    assert cut(clock_seen(page)) == []
    for left in (9 * 60_000, 30_000):
        page._show_time(left)
        QApplication.processEvents()
        assert cut(clock_seen(page)) == [], left


def test_the_figure_has_the_same_room_all_the_time(services, exam, opened):
    """Else the whole line would move when the hour goes."""
    page = opened(ExamPage(services.exams, exam.id), 960, 540)
    widths = set()
    for left in (exam.limit_ms, 3_600_000, 3_599_000, 1_111_000):
        page._show_time(left)
        QApplication.processEvents()
        widths.add(page._tools.timer._figure.width())
    assert len(widths) == 1
