"""Going from page to page, changing the look, changing the person, and what is said when records cannot be opened."""

import shutil
import sqlite3
from contextlib import closing

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton

from app.bootstrap import open_app
from app.domain.events import BookRestored
from app.domain.question import QuestionKind
from app.domain.review import Rating
from app.ui.kit.banner import Banner
from app.ui.kit.label import Label
from app.ui.kit.modal import Modal
from app.ui.kit.search_field import SearchField
from app.ui.kit.tab_button import TabButton
from app.ui.shell.page_factory import PageFactory
from app.ui.shell.places import PLACES

ALT, CONTROL = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def window(application, person, qtbot):
    with qtbot.waitSignal(application.window.settled, timeout=20_000):
        application.show(1366, 768)
    application.window.activateWindow()
    qtbot.waitUntil(lambda: application.window.page.facts.key == "home")
    return application.window


def press(window, name):
    buttons = [one for one in window.findChildren(QAbstractButton) if one.isVisibleTo(window)]
    next(one for one in buttons if name in (one.accessibleName(), one.text())).click()


def test_pages_declare_the_place_where_the_rail_and_its_tabs_show_them(window, application, tmp_path):
    factory = PageFactory(application.services, tmp_path)
    for place in PLACES:
        for key, tab in place.tabs:
            page = factory.build(key)
            assert (page.facts.key, page.facts.rail, page.facts.tab) == (key, place.rail, tab)
            page.deleteLater()


@pytest.mark.parametrize(("number", "place"), [(at, place) for at, place in enumerate(PLACES[:6], 1)])
def test_alt_and_a_number_opens_an_entry_of_the_rail(window, qtbot, number, place):
    window.go("settings")
    qtbot.keyClick(window, getattr(Qt.Key, f"Key_{number}"), ALT)
    assert window.page.facts.key == place.tabs[0][0]


def test_control_and_tab_goes_round_the_tabs(window, qtbot):
    window.go("library")
    for key in ("regulations", "notes", "library"):
        qtbot.keyClick(window, Qt.Key.Key_Tab, CONTROL)
        assert window.page.facts.key == key


def test_back_returns_to_the_page_before_with_what_it_showed(window, qtbot):
    window.go("search", "入户")
    window.go("regulations", "条例@2023/124")
    qtbot.keyClick(window, Qt.Key.Key_Left, ALT)
    assert window.page.facts.key == "search"


def test_a_page_without_a_tab_of_its_own_leaves_no_tab_chosen(window):
    window.go("regulations")
    window.go("search", "入户")
    tabs = [one for one in window.findChildren(QAbstractButton) if one.text() in ("案例库", "法规库", "我的摘录")]
    assert tabs and not any(tab.isChecked() for tab in tabs if tab.isVisibleTo(window))


def test_f1_opens_the_guide_at_the_chapter_of_the_page_and_the_way_back(window, qtbot):
    window.go("search", "入户")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert (window.page.facts.key, window.page.chapter) == ("guide", "03-learn")
    press(window, "回到搜索")
    qtbot.waitUntil(lambda: window.page.facts.key == "search")


def test_the_guide_shows_the_keys_of_the_page_that_one_came_from(window, qtbot):
    window.go("library")
    qtbot.keyClick(window, Qt.Key.Key_F1)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    sheet = window.findChild(Modal)
    assert any(one.text() == "案例库" for one in sheet.findChildren(Label))
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)


def test_f1_does_not_leave_an_exam(window, application, qtbot):
    exam = application.services.exams.start(application.services.library.papers()[0], "")
    window.go("exam", exam.id)
    qtbot.keyClick(window, Qt.Key.Key_F1)
    assert window.page.facts.key == "exam" and window.findChild(Modal).isVisible()


def test_shift_and_f1_shows_the_keys_of_the_page_and_escape_closes_them(window, qtbot):
    window.go("library")
    qtbot.keyClick(window, Qt.Key.Key_F1, SHIFT)
    sheet = window.findChild(Modal)
    assert sheet is not None and sheet.isVisible()
    qtbot.keyClick(sheet, Qt.Key.Key_Escape)
    assert not any(one.isVisible() for one in window.findChildren(Modal))


def test_the_keys_of_the_rail_do_not_leave_an_exam(window, application, qtbot):
    exam = application.services.exams.start(application.services.library.papers()[0], "")
    window.go("exam", exam.id)
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert window.page.facts.key == "exam"


def test_closing_the_window_in_an_exam_stops_its_clock(window, application):
    exam = application.services.exams.start(application.services.library.papers()[0], "")
    window.go("exam", exam.id)
    window.close()
    assert not application.services.exams.reload(exam).clock.running


def test_another_person_comes_with_records_of_their_own_in_the_same_window(window, application, qtbot):
    first = application.services
    case = first.library.case(first.library.cases()[0].id)
    first.study.open(case)
    other = first.profiles.add("李静")
    window.go("settings", "个人与单位")
    first.profiles.switch(other.id)
    with qtbot.waitSignal(window.settled, timeout=20_000):
        window.page.person_changed.emit()
    assert application.services is not first
    assert application.services.profiles.current.name == "李静"
    assert not application.services.study.progress(case.id).gate_open
    assert application.services.study.all_progress() == {}
    qtbot.keyClick(window, Qt.Key.Key_2, ALT)
    assert window.page.facts.key == "library"


def test_damaged_records_are_named_kept_and_replaced_at_a_press(paths, person, application, qtbot):
    services = open_app(paths)
    file = services.profiles.database_path(services.profiles.current)
    services.close()
    file.write_bytes(b"SQLite format 3\0" + bytes(range(256)) * 40)
    broken = file.read_bytes()
    with qtbot.waitSignal(application.window.settled, timeout=20_000):
        application.show(1366, 768)
    window = application.window
    assert window.page.facts.key == "home"
    assert any(str(file) in banner.text() for banner in window.findChildren(Banner))
    with qtbot.waitSignal(window.settled, timeout=20_000):
        press(window, "保留受损文件，重新开始记录")
    assert not application.services.trouble
    kept = [one for one in file.parent.iterdir() if one.read_bytes() == broken]
    assert len(kept) == 1 and kept[0] != file
    assert not any(banner.isVisibleTo(window) for banner in window.findChildren(Banner))


def test_on_the_search_page_there_is_one_field_and_the_key_leads_to_it(window, qtbot):
    window.go("search", "入户")
    fields = [one for one in window.findChildren(SearchField) if one.isVisibleTo(window)]
    assert len(fields) == 1 and fields[0].text() == "入户"
    window.page.setFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, CONTROL)
    assert fields[0].hasFocus()
    window.go("library")
    assert len([one for one in window.findChildren(SearchField) if one.isVisibleTo(window)]) >= 1


def tab(window, text):
    """The one of the bar that is there now."""
    return [one for one in window.findChildren(TabButton) if one.text() == text][-1]


def test_the_tab_of_the_review_tells_how_many_are_due_and_follows(window, application, qtbot):
    services = application.services
    window.go("practice")
    assert tab(window, "复习").accessibleName() == "复习"
    wrong = [one for one in services.library.bank() if one.kind is QuestionKind.SINGLE and not one.group][:6]
    for question in wrong:
        other = next(letter for letter in question.letters if letter not in question.answer)
        services.practice.answer(question, question.letters, (other,))
    with services._journal.record("test.brought_forward", "", {}):
        services._connection.execute("UPDATE review_card SET day = '2000-01-01', due = '2000-01-01'")
    window.go("exams")
    assert tab(window, "复习").accessibleName() == "复习，今天到期 6 题"
    services.review.rate(wrong[0].id, Rating.GOOD)
    qtbot.waitUntil(lambda: tab(window, "复习").accessibleName() == "复习，今天到期 5 题")
    services.review.undo()
    qtbot.waitUntil(lambda: tab(window, "复习").accessibleName() == "复习，今天到期 6 题")
    window.rebuild()
    assert tab(window, "复习").accessibleName() == "复习，今天到期 6 题"


def test_nothing_is_counted_while_no_tab_would_show_it(window, application):
    assert window._shell._due is None
    window.go("library")
    assert window._shell._due is None


def test_nothing_is_counted_any_more_when_the_window_is_closed(window, application, qtbot):
    window.go("practice")
    bus = application.services.bus
    bus.publish(BookRestored("q"))
    window.close()
    application.close()
    bus.publish(BookRestored("q"))
    qtbot.wait(50)


def test_a_case_that_comes_with_an_update_is_there_once_the_update_is_read(window, application, qtbot):
    library = application.services.library
    case = library.cases()[0]
    whole = library._index.path
    older = whole.with_name("older.db")
    shutil.copy(whole, older)
    with closing(sqlite3.connect(older)) as index, index:
        index.execute("DELETE FROM item WHERE kind = 'case' AND id = ?", (case.id,))
    library.adopt(older)
    window.go("case", case.id)
    assert window.page.reader is None
    library.adopt(whole)
    qtbot.waitUntil(lambda: window.page.facts.key == "case" and window.page.reader is not None)
