"""阅简答: read, ticked and saved with the keyboard alone; nobody's name is seen unless one asks for it."""

import shutil
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QCheckBox

from app.bootstrap import open_app
from app.domain.exam_window import ExamWindow
from app.domain.paper import FixedQuestion
from app.domain.unit_exam import BookRule
from app.paths import find_paths
from app.services.system_clock import SystemClock
from app.ui.kit.banner import Banner
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.parts.point_row import PointRow
from app.ui.unit_exam.unit_exam_book_page import UnitExamBookPage
from app.ui.unit_exam.unit_exam_short_page import DONE, MAKE_UP, ZERO, ZERO_TICKED, UnitExamShortPage
from tests.gui.unit_exam.conftest import PEOPLE

K, CONTROL = Qt.Key, Qt.KeyboardModifier.ControlModifier
WORDS = {"1001": "一是先核对；二是再公示。", "1002": "=SUM(A1)\n先核对。", "1003": "随便办办"}


class ShiftedClock(SystemClock):
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
def two(services):
    """The first two 简答 of the library."""
    return [one for one in services.library.bank() if one.points and not one.group][:2]


@pytest.fixture
def exam(services, two, clock, tmp_path):
    """All three have answered both questions and were collected; the exam is over, its make-up is not."""
    paper = replace(
        services.library.papers()[0], rules=(), fixed=tuple(FixedQuestion(one.id, 10) for one in two), pass_score=12
    )
    now = datetime.now(UTC)
    window = ExamWindow((now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=2)).isoformat())
    later = ExamWindow((now + timedelta(days=5)).isoformat(), (now + timedelta(days=6)).isoformat())
    made = services.unit_exams.make("2026年度统考", paper, window, later, BookRule.CLOSED, PEOPLE)
    folder = tmp_path / "结果"
    folder.mkdir()
    for person in PEOPLE:
        sat = services.exam_seats.start(services.unit_exams.package(made.id), person.key)
        for item in sat.items:
            sat = services.exams.answer(sat, item.place, (WORDS[person.key],))
        services.exam_seats.save_result(services.exams.submit(sat), folder / f"{person.key}.jjresult")
    assert services.unit_exams.collect(made.id, folder).taken == 3
    clock.ahead = timedelta(days=1)
    return made


@pytest.fixture
def page(services, exam, watched, show_page):
    made = watched(UnitExamShortPage(services.unit_exams, "王组长", exam.id))
    show_page(made)
    return made


def press(qtbot, page, *keys):
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or page, *(key if isinstance(key, tuple) else (key,)))


def shown(page, kind=Paragraph):
    QApplication.processEvents()  # what was put into a layout comes up with the next turn of the loop
    return [one.text() for one in page.findChildren(kind) if one.isVisibleTo(page)]


def tags(page):
    return shown(page, Tag)


def scores(services, exam):
    return {one.person.key: one.counted.score for one in services.unit_exams.standings(exam.id)}


def test_one_answer_is_read_beside_the_key_points_and_nothing_is_ticked_beforehand(page, two):
    assert page._round.answer.text in shown(page) and two[0].points[0].text in shown(page)
    assert not any(one.isChecked() for one in page.findChildren(QCheckBox))
    assert "待阅" in tags(page) and page._progress.text() == "已阅 0 份，待阅 6 份"


def test_digits_tick_enter_saves_and_goes_on_until_all_are_marked(page, services, exam, qtbot, went):
    expected = {person.key: 0 for person in PEOPLE}
    for _ in range(6):
        here = page._round.answer
        press(qtbot, page, K.Key_1)
        expected[here.person.key] += here.worth((True, *[False] * (len(here.question.points) - 1)))
        press(qtbot, page, K.Key_Return)
    assert scores(services, exam) == expected and all(expected.values())
    assert page._done.isVisible() and page._done.text() == DONE
    page._done.acted.emit()
    assert went == [("unit_exam_book", exam.id)]


def test_all_answers_to_one_question_come_before_the_next_question(page, qtbot):
    seen = []
    for _ in range(6):
        seen.append(page._round.answer.question.id)
        press(qtbot, page, K.Key_1, K.Key_Return)
    assert seen == [seen[0]] * 3 + [seen[3]] * 3 and seen[0] != seen[3]


def test_no_points_at_all_are_asked_for_twice(page, services, exam, qtbot, said):
    first = page._round.answer
    press(qtbot, page, K.Key_Return)
    assert said == [("amber", ZERO)] and page._round.answer == first
    press(qtbot, page, K.Key_Return)
    assert page._round.answer != first and page._round.waiting == 5


def test_ticks_that_come_to_nothing_are_asked_for_twice_too(
    services, two, clock, tmp_path, watched, show_page, qtbot, said
):
    """Where the question gives fewer points than its key points have, one of them may come to none."""
    page, first = few_points(services, two, clock, tmp_path, watched, show_page)
    press(qtbot, page, K.Key_1, K.Key_Return)
    assert said == [("amber", ZERO_TICKED)] and page._round.answer == first
    press(qtbot, page, K.Key_Return)
    assert page._round.answer.points == 0 and page._round.waiting == 0


def test_each_point_tells_its_share_and_the_rule_stands_above_them(services, two, clock, tmp_path, watched, show_page):
    page, first = few_points(services, two, clock, tmp_path, watched, show_page)
    full = sum(one.score for one in first.question.points)
    rule = next(one for one in page.findChildren(Banner) if "本题 1 分，要点原值共" in one.text())
    rows = page.findChildren(PointRow)
    assert rule.isVisible() and rule.y() < min(one.y() for one in rows)
    names = [one.accessibleName() for one in page.findChildren(QCheckBox)]
    assert len(names) == len(rows) and all("，约 0." in one for one in names)
    assert f"共 {full} 分" in rule.text()


def few_points(services, two, clock, tmp_path, watched, show_page):
    """One person's answer to a question of one point."""
    paper = replace(services.library.papers()[0], rules=(), fixed=(FixedQuestion(two[0].id, 1),), pass_score=1)
    now = datetime.now(UTC)
    window = ExamWindow((now - timedelta(hours=1)).isoformat(), (now + timedelta(hours=2)).isoformat())
    made = services.unit_exams.make("小统考", paper, window, None, BookRule.CLOSED, PEOPLE[:1])
    sat = services.exam_seats.start(services.unit_exams.package(made.id), PEOPLE[0].key)
    sat = services.exams.submit(services.exams.answer(sat, 1, ("先核对",)))
    folder = tmp_path / "少"
    folder.mkdir()
    services.exam_seats.save_result(sat, folder / "a.jjresult")
    services.unit_exams.collect(made.id, folder)
    clock.ahead = timedelta(days=1)
    page = watched(UnitExamShortPage(services.unit_exams, "王组长", made.id))
    show_page(page)
    return page, page._round.answer


def test_names_are_seen_only_on_demand(page):
    names = [person.name for person in PEOPLE]
    assert not any(name in text for text in shown(page) for name in names)
    assert not shown(page, ElidedLabel)
    assert any(tag == f"卷号 {page._round.answer.number:06}" for tag in tags(page))
    page._names.set_chosen("shown")
    page._names.changed.emit("shown")
    (named,) = shown(page, ElidedLabel)
    assert named == page._round.answer.person.words


def test_page_keys_go_through_the_answers_and_the_questions(page, qtbot):
    first = page._round.answer
    press(qtbot, page, K.Key_PageDown)
    assert page._round.answer.question == first.question and page._round.answer != first
    press(qtbot, page, K.Key_PageUp)
    assert page._round.answer == first and not page._before.isEnabled()
    press(qtbot, page, K.Key_PageDown, K.Key_PageDown, K.Key_PageDown)
    assert page._round.answer.question != first.question and page._round.place == 0
    press(qtbot, page, K.Key_PageUp, K.Key_PageUp, K.Key_PageUp, (K.Key_PageDown, CONTROL))
    assert page._round.answer.question != first.question
    press(qtbot, page, (K.Key_PageUp, CONTROL))
    assert page._round.answer.question == first.question


def test_what_is_ticked_and_not_saved_is_there_when_one_comes_back(page, services, exam, watched, show_page, qtbot):
    press(qtbot, page, K.Key_1)
    assert "还没有保存" in page._got.text()
    press(qtbot, page, K.Key_PageDown, K.Key_PageUp)
    assert page._points.ticks()[0]
    page._marker.setText("李组长")
    again = watched(UnitExamShortPage(services.unit_exams, "", exam.id))
    again.restore(page.state())
    show_page(again)
    assert again._points.ticks()[0] and again._marker.text() == "李组长"
    assert scores(services, exam) == dict.fromkeys(WORDS, 0)


def test_a_marking_is_changed_by_going_back_and_both_are_told(page, qtbot, services, exam):
    first = page._round.answer
    press(qtbot, page, K.Key_1, K.Key_Return, K.Key_PageUp)
    assert f"已评 {page._round.answer.points} 分" in tags(page)
    press(qtbot, page, K.Key_2)
    page._marker.setText("李组长")
    press(qtbot, page, K.Key_Return, K.Key_PageUp)
    page._round.find(first.question.id, first.sitting)
    page._show()
    (told,) = [text for text in shown(page) if text.startswith("评分记录：")]
    assert "王组长" in told and "李组长" in told
    both = (True, True, *[False] * (len(first.question.points) - 2))
    assert scores(services, exam)[first.person.key] == first.worth(both)


def test_without_a_name_nothing_is_saved_and_the_field_is_where_one_types(page, said, qtbot):
    page._marker.setText(" ")
    press(qtbot, page, K.Key_1, K.Key_Return)
    assert "阅卷人" in said[-1][1] and page._marker.hasFocus() and page._round.waiting == 6


def test_whoever_marked_last_is_proposed_again(page, services, exam, qtbot, watched):
    page._marker.setText("李组长")
    press(qtbot, page, K.Key_1, K.Key_Return)
    assert watched(UnitExamShortPage(services.unit_exams, "周明", exam.id))._marker.text() == "李组长"


def test_while_a_make_up_is_to_come_it_says_so(page, services, exam, clock, watched, show_page):
    assert MAKE_UP in shown(page)
    clock.ahead = timedelta(days=9)
    later = watched(UnitExamShortPage(services.unit_exams, "", exam.id))
    show_page(later)
    assert MAKE_UP not in shown(later)


def test_before_the_exam_is_over_it_says_from_when(services, exam, clock, watched, show_page, went):
    clock.ahead = timedelta()
    page = watched(UnitExamShortPage(services.unit_exams, "", exam.id))
    show_page(page)
    (empty,) = page.findChildren(EmptyState)
    assert any("以后可以阅简答" in text for text in shown(page))
    empty.acted.emit()
    assert went == [("unit_exam_book", exam.id)] and page.state() is None
    page.main_action()


def test_the_grade_book_leads_here_and_follows(page, services, exam, watched, show_page, went, qtbot):
    book = watched(UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id))
    show_page(book)
    assert book._waiting.isVisible() and "含 6 题待阅" in book._waiting.text()
    book._waiting.acted.emit()
    assert went == [("unit_exam_short", exam.id)]
    for asked in services.unit_exams.marking.questions(services.unit_exams.package(exam.id)):
        for one in asked.answers:
            every = [True] * len(one.question.points)
            services.unit_exams.marking.mark(services.unit_exams.package(exam.id), one, every, "王组长")
    after = watched(UnitExamBookPage(services.unit_exams, services.item_analysis, exam.id))
    show_page(after)
    assert not after._waiting.isVisible() and scores(services, exam) == dict.fromkeys(WORDS, 20)


def test_every_tab_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window()) == []
