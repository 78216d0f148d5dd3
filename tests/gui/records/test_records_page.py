import pytest
from PySide6.QtCore import Qt

from app.domain.activity import ActivityKind
from app.domain.labels import DISCLAIMER
from app.domain.practice_round import Booking
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.segment_control import SegmentControl
from app.ui.records.activity_row import ActivityRow
from app.ui.records.day_strip import DayStrip
from app.ui.records.ink_steps import step_of
from app.ui.records.records_page import EMPTY, RecordsPage
from app.ui.records.totals import NOT_OFFICIAL
from app.ui.records.words import long_day_words, minutes_words


def records_page(services):
    return RecordsPage(services.records, services.library, services.practice, services.profiles)


@pytest.fixture
def page(services, show_page):
    case = services.library.case(services.library.cases()[0].id)
    services.study.open(case)
    services.study.pass_gate_by(case)
    services.study.finish_check(case, 5, 5)
    services.practice.rounds.book("随机练习", 10, 8, Booking())
    made = records_page(services)
    made.window_of_test = show_page(made)
    return made


def said(page):
    return [one.text() for kind in (Label, Paragraph) for one in page.findChildren(kind) if one.isVisible()]


def test_every_completed_item_is_listed(page):
    kinds = {item.kind for item in page.shown_items()}
    assert kinds == {ActivityKind.CASE, ActivityKind.CHECK, ActivityKind.PRACTICE}
    assert len(page.findChildren(ActivityRow)) == 3
    assert "10 题，答对 8 题" in [item.detail for item in page.shown_items()]


def test_the_years_hours_are_called_a_reference(page):
    assert NOT_OFFICIAL in said(page)
    assert DISCLAIMER in said(page)


def test_the_chain_is_said_to_verify(page):
    assert any(words.startswith("学习记录完整") for words in said(page))


def test_a_kind_can_be_looked_at_alone(page):
    page.findChild(SegmentControl).set_chosen(ActivityKind.PRACTICE.value)
    page._refill()
    assert [item.title for item in page.shown_items()] == ["随机练习"]


def test_the_strip_is_one_stop_that_arrows_walk(page, services, qtbot):
    strip = page.findChild(DayStrip)
    today = services.records.today()
    assert strip.current() == today and "分钟" in strip.accessibleName()
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    assert strip.current() < today
    assert "没有学习记录" in strip.accessibleName()
    qtbot.keyClick(strip, Qt.Key.Key_End)
    assert strip.current() == today


def test_a_day_can_be_looked_at_alone_and_left_again(page, qtbot):
    strip = page.findChild(DayStrip)
    qtbot.keyClick(strip, Qt.Key.Key_Left)
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert page.shown_items() == []
    qtbot.keyClick(strip, Qt.Key.Key_Return)
    assert len(page.shown_items()) == 3


def test_a_learned_case_opens(page, services, qtbot):
    with qtbot.waitSignal(page.navigate) as moved:
        next(row for row in page.findChildren(ActivityRow) if row.open_button is not None).open_button.click()
    assert moved.args == ["case", services.library.cases()[0].id]


def test_without_records_it_says_where_to_begin(services, show_page, qtbot):
    page = records_page(services)
    show_page(page)
    assert EMPTY in said(page)
    with qtbot.waitSignal(page.navigate) as moved:
        page.findChild(EmptyState).acted.emit()
    assert moved.args == ["library", None]


def test_built_anew_it_looks_the_same(page, services, show_page):
    page._pick_day(services.records.today())
    again = records_page(services)
    again.restore(page.state())
    show_page(again)
    assert again.state() == page.state()


@pytest.mark.parametrize(("minutes", "step"), [(0, 0), (1, 1), (14, 1), (15, 2), (59, 3), (60, 4), (600, 4)])
def test_more_minutes_more_ink(minutes, step):
    assert step_of(minutes) == step


def test_days_and_minutes_are_said_as_people_say_them():
    assert long_day_words("2026-11-21", "2026-11-21") == "今天 · 11月21日 周六"
    assert long_day_words("2025-11-21", "2026-11-21") == "2025年11月21日 周五"
    assert minutes_words(126) == "2 小时 6 分钟"
    assert minutes_words(60) == "1 小时"


def test_every_stop_has_a_name(page, nameless_stops):
    assert nameless_stops(page.window_of_test) == []
