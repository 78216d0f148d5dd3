"""What to do after an exam leads from one page to the next, whatever the pages are."""

import pytest
from PySide6.QtWidgets import QAbstractButton

from app.domain.settings import Appearance
from app.ui.exam.remedy_card import RemedyCard
from app.ui.shell.learning_strip import LearningStrip


@pytest.fixture
def window(application, person, qtbot):
    with qtbot.waitSignal(application.window.settled, timeout=20_000):
        application.show(1366, 768)
    application.window.activateWindow()
    qtbot.waitUntil(lambda: application.window.page.facts.key == "home")
    return application.window


@pytest.fixture
def results(application, window):
    """An exam in which nothing was answered, and the page that says so."""
    exams = application.services.exams
    done = exams.submit(exams.start(exams.papers()[0], "周明"))
    window.go("results", done.id)
    return done


def press(window, name, qtbot, key):
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisible()]
    next(one for one in shown if name in one.text()).click()
    qtbot.waitUntil(lambda: window.page.facts.key == key)


def strip(window):
    return next((one for one in window.findChildren(LearningStrip) if not one.isHidden()), None)


def test_one_button_leads_from_step_to_step_and_back_to_the_result(window, results, qtbot):
    steps = window.page._remedy.steps
    assert strip(window) is None
    press(window, "开始针对性学习", qtbot, steps[0].page)
    for place, step in enumerate(steps):
        assert f"第 {place + 1} 步，共 {len(steps)} 步：{step.caption}" in strip(window).text()
        assert window.page.facts.key == step.page
        if place + 1 < len(steps):
            press(window, f"下一步：{steps[place + 1].caption}", qtbot, steps[place + 1].page)
    press(window, "学完了，回到成绩", qtbot, "results")
    qtbot.waitUntil(lambda: strip(window) is None)
    assert window.page.findChild(RemedyCard)._next() is None


def test_it_is_put_away_or_left_out_where_it_would_disturb(application, window, results, qtbot):
    press(window, "开始针对性学习", qtbot, "case")
    window.go("home")
    assert strip(window) is not None, "it waits while one looks at something else"
    window.go("results", results.id)
    assert strip(window) is None, "the page itself says where one is"
    exams = application.services.exams
    running = exams.start(exams.papers()[0], "周明")
    window.go("exam", running.id)
    assert strip(window) is None, "nothing stands above an exam"
    exams.submit(running)
    window.go("home")
    strip(window)._close.click()
    qtbot.waitUntil(lambda: strip(window) is None)
    window.go("library")
    assert strip(window) is None


def test_another_look_keeps_it(application, window, results, qtbot):
    press(window, "开始针对性学习", qtbot, "case")
    before = strip(window).text()
    application.services.settings.change(Appearance(theme="dark", scale=1.3))
    qtbot.waitUntil(lambda: strip(window) is not None and strip(window).text() == before)
    press(window, "下一步", qtbot, "regulations")
