"""问题清单: the head of a unit confirms, has it changed, or says why it does not hold."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import Finding
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.draft_card import NO_DETAIL, DraftCard
from app.ui.rectify.draft_group import DraftGroup
from app.ui.rectify.draft_page import NONE, DraftPage
from app.ui.rectify.erase_dialog import DONE, ERASE, EraseDialog
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from tests.gui.rectify.self_check.conftest import NOTE


@pytest.fixture
def page_of(services, opened):
    def made(argument=None, size=(1278, 712)):
        return opened(DraftPage(services.ledger, services.issues, services.self_checks, argument), size)

    return made


def cards(page):
    return [one for group in page._groups for one in group.cards]


def texts(widget):
    return [one.text() for one in widget.findChildren(Paragraph)]


def test_drafts_stand_by_unit_with_who_confirms(page_of, services, setting, finished):
    other = services.self_checks.begin(setting.campaign, setting.other)
    services.self_checks.answer(other.id, other.items[0].id, Finding.PRESENT, NOTE)
    page = page_of(setting.campaign)
    heads = [(group.unit.name, group.head.text(), len(group.cards)) for group in page._groups]
    assert heads == [("社会救助股", "李华", 2), ("养老服务股", "", 1)]


def test_enter_confirms_and_says_who_and_when(page_of, services, finished, said, qtbot):
    page = page_of(finished.id)
    first, second = services.self_checks.drafts(finished.id)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    assert services.issues.get(first.id).state is IssueState.PLANNING and said[-1][0] == "green"
    words = next(one for one in texts(cards(page)[0]) if "李华 确认" in one)
    assert str(services.ledger.today().year) in words and "本机用户登记" in words
    # The focus goes on to the next one.
    qtbot.waitUntil(lambda: cards(page)[1].isAncestorOf(QApplication.focusWidget()))
    assert cards(page)[1].issue.id == second.id


def test_a_confirmed_one_leads_to_the_ledger(page_of, services, finished, press, went):
    services.issues.confirm(services.self_checks.drafts(finished.id)[0].id)
    page = page_of(finished.id)
    press(page, "到台账定措施")
    assert went == [("issue", cards(page)[0].issue.id)]


def test_without_the_name_of_the_head_nothing_is_confirmed(page_of, services, setting, said, qtbot):
    check = services.self_checks.begin(setting.campaign, setting.other)
    services.self_checks.answer(check.id, check.items[0].id, Finding.PRESENT, NOTE)
    page = page_of(check.id)
    cards(page)[0].confirm_wanted.emit()
    head = page._groups[0].head
    assert said[-1][0] == "amber" and QApplication.focusWidget() is head
    head.setText("王芳")
    cards(page)[0].confirm_wanted.emit()
    assert services.ledger.unit(setting.other).head == "王芳"
    assert "王芳 确认" in "".join(texts(cards(page)[0]))


def test_without_detail_it_says_so_and_is_refused(page_of, services, check, said):
    services.self_checks.answer(check.id, check.items[0].id, Finding.PRESENT)
    page = page_of(check.id)
    assert NO_DETAIL in texts(page)
    cards(page)[0].confirm_wanted.emit()
    assert said[-1][0] == "red" and cards(page)[0].issue.state is IssueState.DRAFT


def test_detail_and_lead_unit_are_changed_before_confirming(page_of, services, setting, check, press):
    services.self_checks.answer(check.id, check.items[0].id, Finding.PRESENT)
    page = page_of(check.id)
    press(page, "修改第 1 号")
    dialog = page.window().findChild(IssueDialog)
    dialog.detail.setPlainText(NOTE)
    dialog.unit.choose(setting.other)
    press(page, "保存")
    (issue,) = services.self_checks.drafts(check.id)
    assert (issue.text.detail, issue.text.lead_unit) == (NOTE, setting.other)
    assert [group.unit.name for group in page._groups] == ["养老服务股"]


def test_one_that_does_not_hold_needs_a_reason_and_leaves_the_list(page_of, services, finished, press):
    page = page_of(finished.id)
    first = cards(page)[0].issue
    press(page, "第 1 号问题不成立")
    dialog = page.window().findChild(LedgerReasonDialog)
    press(page, "不成立")
    assert dialog.problem() and services.issues.get(first.id).state is IssueState.DRAFT
    dialog.reason.setText("经查各期均有留存")
    press(page, "不成立")
    issue = services.issues.get(first.id)
    assert (issue.state, issue.void_reason) == (IssueState.VOID, "经查各期均有留存")
    assert [card.issue.id for card in cards(page)] != [] and first.id not in [one.issue.id for one in cards(page)]
    assert "序号 1 已作废（原因见台账历史），不再编号。" in texts(page)


def test_what_was_confirmed_here_stays_in_sight(page_of, services, setting, finished):
    page = page_of(setting.campaign)
    cards(page)[0].confirm_wanted.emit()
    assert [one.issue.state for one in cards(page)] == [IssueState.PLANNING, IssueState.DRAFT]
    again = DraftPage(services.ledger, services.issues, services.self_checks, setting.campaign)
    again.restore(page.state())
    assert len(cards(again)) == 2
    again.deleteLater()


def test_one_is_opened_at_the_draft_one_came_for(page_of, services, finished):
    second = services.self_checks.drafts(finished.id)[1]
    page = page_of((finished.id, second.id))
    here = next(one for one in cards(page) if one.isAncestorOf(QApplication.focusWidget()))
    assert here.issue.id == second.id


def test_where_nothing_waits_it_says_what_to_do(page_of, setting, press, went):
    page = page_of()
    assert NONE in texts(page)
    press(page, "做一次对照自查")
    assert went == [("self_check", None)]


def test_many_come_a_page_at_a_time(page_of, services, setting, press, qtbot):
    check = services.self_checks.begin(setting.campaign, setting.unit)
    for item in check.items:
        services.self_checks.answer(check.id, item.id, Finding.PRESENT, NOTE)
    page = page_of(setting.campaign)
    assert len(cards(page)) == 30
    press(page, "再显示 4 条")
    assert len(cards(page)) == 34


@pytest.mark.parametrize("size", [(1278, 712), (560, 600)])
def test_every_stop_has_a_name_and_nothing_is_cut(page_of, finished, nameless_stops, size):
    page = page_of(finished.id, size)
    assert nameless_stops(page.window()) == []
    words = [one for one in page.findChildren(Paragraph) if one.isVisible()]
    assert words and all(one.height() >= one.heightForWidth(one.width()) for one in words)
    assert page.findChildren(DraftGroup) and page.findChildren(DraftCard)


def test_a_draft_that_should_never_have_been_written_can_be_wiped_there(
    services, opened, finished, said, press, dialog
):
    one = services
    page = opened(DraftPage(one.ledger, one.issues, one.self_checks, finished.id, erasing=one.erasing), (1278, 712))
    first, second = one.self_checks.drafts(finished.id)
    press(page, f"误录清除第 {one.issues.number_of(first.id)} 号问题")
    asked = dialog(page, EraseDialog)
    asked.reason.setText("误把不该录入的材料录了进来")
    asked.word.setText("清除")
    asked.button(ERASE).click()
    assert said == [("green", DONE)]
    assert [card.issue.id for card in cards(page)] == [second.id]
    assert one.erasing.stub(first.id) is not None
