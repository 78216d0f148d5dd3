"""对照自查: the first 专项 in two lines, beginning, going on, looking back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.labels import DISCLAIMER
from app.domain.ledger.ledger_unit import UnitKind
from app.domain.ledger.self_check import Finding
from app.ui.home.self_check_card import self_check_card
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.self_check_line import SelfCheckLine
from app.ui.rectify.self_check_page import SelfCheckPage
from app.ui.rectify.self_check_start import PROMPT


@pytest.fixture
def page_of(services, opened):
    def made(argument=None, size=(1278, 712)):
        return opened(SelfCheckPage(services.self_checks, services.ledger, services.library, argument), size)

    return made


def texts(page):
    return [one.text() for one in page.findChildren(Paragraph) if one.isVisible()]


def test_the_first_time_two_lines_are_enough(page_of, services, qtbot):
    page = page_of()
    QApplication.focusWidget().setText("以案促改专项")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    QApplication.focusWidget().setText("社会救助股、养老服务股，救助管理站")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert [one.title for one in services.ledger.campaigns()] == ["以案促改专项"]
    kinds = {one.name: one.kind for one in services.ledger.units()}
    assert kinds["社会救助股"] is UnitKind.DEPARTMENT and kinds["救助管理站"] is UnitKind.SUBORDINATE
    qtbot.waitUntil(lambda: page._start is not None and PROMPT in texts(page))
    assert QApplication.focusWidget() is page._start.cases.field


def test_without_a_unit_nothing_is_made(page_of, services):
    page = page_of()
    page._first.title_field.setText("以案促改专项")
    page.main_action()
    assert services.ledger.campaigns() == [] and "科室" in page._first._problem.text()


def test_only_what_is_missing_is_asked_for(page_of, services):
    today = services.ledger.today()
    services.ledger.open_campaign("已有专项", today, today)
    page = page_of()
    assert not page._first.title_field.isVisible() and QApplication.focusWidget() is page._first.units


def test_nothing_begins_before_a_case_is_chosen(page_of, setting, services, said, went):
    page = page_of()
    assert PROMPT in texts(page) and DISCLAIMER in texts(page)
    page.main_action()
    assert said[-1][0] == "amber" and not went and services.self_checks.checks(setting.campaign) == []


def test_a_case_is_found_by_its_words_and_begun_with_enter(page_of, setting, services, went, qtbot):
    page = page_of()
    case = services.library.cases()[3]
    page._start.cases.field.setText(case.title)
    qtbot.keyClick(page._start.cases.field, Qt.Key.Key_Down)
    qtbot.keyClick(page._start.cases.field, Qt.Key.Key_Return)
    begun = services.self_checks.checks(setting.campaign)
    assert [one.case for one in begun] == [case.id] and went == [("self_check_sheet", begun[0].id)]


def test_a_case_hands_over_to_a_check_by_it(page_of, setting, services, went):
    page = page_of(setting.case)
    assert page._start.cases.chosen() == setting.case
    page._start.unit.choose(setting.other)
    page.main_action()
    begun = services.self_checks.checks(setting.campaign)
    assert [(one.case, one.unit) for one in begun] == [(setting.case, setting.other)]


def test_the_general_template_comes_first(page_of, setting, services):
    page = page_of()
    page._start.cases.list.setCurrentRow(0)
    page.main_action()
    assert [one.case for one in services.self_checks.checks(setting.campaign)] == [""]


def test_one_that_was_begun_is_gone_on_with(page_of, setting, check, services, went):
    services.self_checks.answer(check.id, check.items[0].id, Finding.UNCLEAR)
    page = page_of(setting.case)
    page._start.unit.setCurrentIndex(0)
    assert page._start.word() == f"继续自查（已答 1/{len(check.items)}）"
    page.main_action()
    assert went == [("self_check_sheet", check.id)]


def test_earlier_ones_are_listed_and_opened(page_of, setting, finished, went):
    page = page_of()
    (line,) = page.findChildren(SelfCheckLine)
    assert line.accessibleName().startswith("社会救助股，对照案例《") and "存在 2" in line.accessibleName()
    line.click()
    assert went == [("self_check_sheet", finished.id)]


def test_what_is_to_be_verified_stands_in_the_list_and_on_the_first_page(page_of, check, services, qtbot):
    for place, item in enumerate(check.items):
        finding, words = (Finding.UNCLEAR, "请办公室核对登记本") if place < 2 else (Finding.NOT_FOUND, "")
        services.self_checks.answer(check.id, item.id, finding, words)
    services.self_checks.finish(check.id)
    (line,) = page_of().findChildren(SelfCheckLine)
    assert line.accessibleName().endswith("打开核实")
    assert services.home.unit_work().checks
    gone = []
    card = self_check_card(services.ledger, services.self_checks, lambda *way: gone.append(way))
    qtbot.addWidget(card)
    from app.ui.home.task_row import TaskRow

    card.findChildren(TaskRow)[0].button.click()
    assert gone == [("self_check_sheet", check.id)]


def test_it_says_how_many_drafts_wait(page_of, setting, finished):
    assert "有 2 条待负责人确认" in texts(page_of())


def test_what_was_chosen_is_kept_when_the_page_is_built_anew(page_of, setting, services):
    page = page_of()
    page._start.unit.choose(setting.other)
    page._start.cases.list.setCurrentRow(2)
    again = SelfCheckPage(services.self_checks, services.ledger, services.library)
    again.restore(page.state())
    assert again._start.unit.chosen() == setting.other
    assert again._start.cases.chosen() == page._start.cases.chosen()
    again.deleteLater()


def test_the_home_page_reminds_of_one_that_is_not_finished(services, check, qtbot):
    went = []
    card = self_check_card(services.ledger, services.self_checks, lambda *where: went.append(where))
    qtbot.addWidget(card)
    from app.ui.home.task_row import TaskRow

    card.findChildren(TaskRow)[0].button.click()
    assert went == [("self_check_sheet", check.id)]


def test_the_home_page_says_nothing_of_finished_ones(services, finished):
    assert self_check_card(services.ledger, services.self_checks, lambda *where: None) is None


@pytest.mark.parametrize("size", [(1278, 712), (700, 500)])
def test_every_stop_has_a_name(page_of, finished, nameless_stops, size):
    assert nameless_stops(page_of(size=size).window()) == []


def test_every_stop_has_a_name_the_first_time(page_of, nameless_stops):
    assert nameless_stops(page_of().window()) == []
