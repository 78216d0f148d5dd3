import pytest
from PySide6.QtCore import Qt

from app.domain.labels import DISCLAIMER
from app.domain.progress import ReadingState
from app.ui.kit.chip import Chip
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.paragraph import Paragraph
from app.ui.library.library_page import LibraryPage


@pytest.fixture
def open_library(services, show_page):
    def build(argument=None, size=(1278, 712), state=None):
        page = LibraryPage(services.library, services.study, services.annotations, argument)
        if state is not None:
            page.restore(state)
        page.window_of_test = show_page(page, size)
        return page

    return build


def chips(page):
    return {chip.label(): chip for chip in page.findChildren(Chip) if chip.isVisible()}


def in_domain(services, domain):
    return [case.id for case in services.library.cases() if case.domain == domain]


def test_all_cases_are_shown_with_the_disclaimer(open_library, services):
    page = open_library()
    assert sorted(page.shown_cases()) == sorted(case.id for case in services.library.cases())
    assert DISCLAIMER in [one.text() for one in page.findChildren(Paragraph) if one.isVisible()]


def test_each_choice_says_how_many_it_would_show(open_library, services):
    page = open_library()
    box = page.panel.boxes()["domain", "subsistence-allowance"]
    wanted = sum(case.domain == "subsistence-allowance" for case in services.library.cases())
    assert f"{wanted} 个案例" in box.accessibleName()
    box.click()
    assert len(page.shown_cases()) == wanted


def test_a_chip_takes_its_filter_away(open_library, services):
    page = open_library({"domain": "lottery-fund"})
    assert page.shown_cases() == in_domain(services, "lottery-fund")
    chips(page)["福彩公益金"].click()
    assert page.wanted().empty and len(page.shown_cases()) == len(services.library.cases())


def test_nothing_found_offers_a_way_out_and_the_nearest_three(open_library):
    page = open_library({"domain": "lottery-fund", "discipline": "politics"})
    nothing = page.findChild(EmptyState)
    assert nothing.isVisible() and len(page.shown_cases()) == 3
    nothing.acted.emit()
    assert page.wanted().empty and not nothing.isVisible()


def test_states_are_filters_too(open_library, services):
    case = services.library.case(services.library.cases()[0].id)
    services.study.open(case)
    page = open_library({"state": ReadingState.READING.value})
    assert page.shown_cases() == [case.id]


def test_arrows_move_and_enter_opens(open_library, qtbot):
    page = open_library()
    first, second = page.grid.cards()[:2]
    qtbot.waitUntil(first.hasFocus)
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert second.hasFocus()
    with qtbot.waitSignal(page.navigate) as moved:
        qtbot.keyClick(second, Qt.Key.Key_Return)
    assert moved.args == ["case", second.case_id()]


def test_a_bookmark_is_set_from_the_grid(open_library, services, qtbot):
    page = open_library()
    card = page.grid.cards()[0]
    qtbot.waitUntil(card.hasFocus)
    qtbot.keyClick(card, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert services.annotations.bookmarked(card.case_id())
    chips(page)["我的收藏"].click()
    assert page.shown_cases() == [card.case_id()]


def test_a_narrow_page_keeps_the_filters_in_a_drawer(open_library, services, qtbot):
    page = open_library(size=(900, 600))
    assert not page.panel.isVisible()
    qtbot.keyClick(page, Qt.Key.Key_F)
    assert page.panel.isVisible()
    page.panel.boxes()["domain", "lottery-fund"].click()
    assert page.shown_cases() == in_domain(services, "lottery-fund")
    page._drawer.dismiss()
    assert page._filters.label() == "筛选 1"


def test_a_page_built_anew_looks_the_same(open_library):
    page = open_library({"domain": "subsistence-allowance"})
    page._sort.setCurrentIndex(2)
    again = open_library(state=page.state())
    assert again.wanted() == page.wanted() and again.shown_cases() == page.shown_cases()


def test_cases_not_yet_checked_by_a_person_say_so(open_library, services):
    page = open_library()
    unchecked = {case.id for case in services.library.cases() if case.checked == "待核校"}
    for card in page.grid.cards():
        assert ("待核校" in card.accessibleName()) == (card.case_id() in unchecked)


def test_every_tab_stop_has_a_name(open_library, nameless_stops):
    assert nameless_stops(open_library().window_of_test) == []
