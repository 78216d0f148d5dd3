"""三方面对照: answers by keyboard, drafts that come and go, notes that are never lost."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.labels import CONFIDENTIALITY, DISCLAIMER
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import NOT_HERE, Finding
from app.ui.kit.banner import Banner
from app.ui.kit.button import Button
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.self_check_draft_line import KEPT, MADE
from app.ui.rectify.self_check_sheet_page import SelfCheckSheetPage
from tests.gui.rectify.self_check.conftest import NOTE


@pytest.fixture
def page(services, check, opened):
    return opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id))


@pytest.fixture
def items(page):
    return list(page._board.items.values())


def tag(item):
    return item._below.words() if item._below is not None and item._below.isVisibleTo(item) else ""


def cells(path):
    return [cell for table in docx.Document(str(path)).tables for row in table.rows for cell in row.cells]


def state(services, check, item):
    answer = services.self_checks.get(check.id).answer(item.item.id)
    return services.issues.get(answer.issue).state


def test_it_says_what_does_not_belong_here_and_shows_the_disclaimer(page):
    banners = [one.text() for one in page.findChildren(Banner)]
    assert NOT_HERE in banners and CONFIDENTIALITY in banners
    assert DISCLAIMER in [one.text() for one in page.findChildren(Paragraph)]


def test_one_answers_all_of_it_with_arrows_and_numbers(page, items, services, check, qtbot):
    for place in range(len(items)):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_2 if place else Qt.Key.Key_3)
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Down)
    found = services.self_checks.get(check.id)
    assert found.answer(items[0].item.id).finding is Finding.UNCLEAR
    assert found.answered == len(found.items)
    assert page._bar.count_words() == f"已答 {len(items)}/{len(items)}"


def test_left_and_right_go_along_the_answers_without_answering(page, items, services, check, qtbot):
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Right)
    assert QApplication.focusWidget() is items[0].choices.button(Finding.NOT_FOUND)
    assert services.self_checks.get(check.id).answered == 0
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    assert services.self_checks.get(check.id).answer(items[0].item.id).finding is Finding.NOT_FOUND


def test_present_makes_a_draft_at_once_with_the_way_to_it(page, items, services, check, went, press):
    items[0].choices.button(Finding.PRESENT).click()
    assert tag(items[0]) == MADE and state(services, check, items[0]) is IssueState.DRAFT
    press(page, "看草稿：第 1 条")
    issue = services.self_checks.get(check.id).answer(items[0].item.id).issue
    assert went == [("drafts", (check.id, issue))]


def test_undo_takes_the_draft_away_and_goes_back_to_the_answer_before(page, items, services, check, press):
    items[0].choices.button(Finding.NOT_FOUND).click()
    items[0].choices.button(Finding.PRESENT).click()
    press(page, "撤销，改为“未发现”")
    answer = services.self_checks.get(check.id).answer(items[0].item.id)
    assert answer.finding is Finding.NOT_FOUND and tag(items[0]) == ""
    assert services.self_checks.drafts(check.id) == []


def test_undo_of_a_first_answer_leaves_none_at_all(page, items, services, check, press, qtbot):
    items[0].choices.button(Finding.PRESENT).click()
    items[0].note.setPlainText(NOTE)
    qtbot.waitUntil(lambda: services.self_checks.drafts(check.id)[0].text.detail == NOTE)
    press(page, "撤销作答")
    assert services.self_checks.get(check.id).answers == () and services.self_checks.drafts(check.id) == []
    assert not any(items[0].choices.button(finding).isChecked() for finding in Finding)
    assert tag(items[0]) == "" and not items[0].note.isVisible()
    assert page._bar.count_words() == f"已答 0/{len(items)}"
    assert items[0].isAncestorOf(QApplication.focusWidget())


def test_answered_again_after_undo_the_note_and_the_draft_are_the_same(page, items, services, check, press):
    items[0].choices.button(Finding.PRESENT).click()
    made = services.self_checks.drafts(check.id)[0].id
    items[0].note.setPlainText(NOTE)
    page.leave()
    press(page, "撤销作答")
    page.leave()  # nothing of it is saved behind one's back
    assert services.self_checks.get(check.id).answers == ()
    items[0].choices.button(Finding.PRESENT).click()
    (draft,) = services.self_checks.drafts(check.id)
    assert (draft.id, draft.text.detail) == (made, NOTE) and items[0].note.isVisible()


def test_undo_of_what_somebody_has_edited_meanwhile_is_refused_in_words(page, items, services, check, press, said):
    from dataclasses import replace

    items[0].choices.button(Finding.PRESENT).click()
    draft = services.self_checks.drafts(check.id)[0]
    services.issues.edit(draft.id, replace(draft.text, goal="次月停发"), draft.version)
    press(page, "撤销作答")
    assert "已有人处理" in said[-1][1] and tag(items[0]) == MADE
    assert services.self_checks.get(check.id).answered == 1


def test_a_note_is_saved_after_a_pause_and_becomes_the_detail(page, items, services, check, qtbot):
    items[0].choices.button(Finding.PRESENT).click()
    items[0].note.setPlainText(NOTE)
    qtbot.waitUntil(lambda: services.self_checks.get(check.id).answers[0].note == NOTE)
    assert services.self_checks.drafts(check.id)[0].text.detail == NOTE


def test_a_note_is_saved_when_one_leaves_before_the_pause(page, items, services, check):
    items[0].choices.button(Finding.UNCLEAR).click()
    items[0].note.setPlainText(NOTE)
    page.leave()
    assert services.self_checks.get(check.id).answers[0].note == NOTE


def test_a_draft_that_somebody_has_edited_stays_and_is_said(page, items, services, check):
    from dataclasses import replace

    items[0].choices.button(Finding.PRESENT).click()
    draft = services.self_checks.drafts(check.id)[0]
    services.issues.edit(draft.id, replace(draft.text, detail="另写"), draft.version)
    items[0].choices.button(Finding.NOT_FOUND).click()
    assert tag(items[0]) == KEPT and state(services, check, items[0]) is IssueState.DRAFT


def test_what_may_not_be_written_is_refused_and_the_answer_before_is_shown(page, items, said, services, check):
    items[0].choices.button(Finding.UNCLEAR).click()
    items[0].note.setPlainText("机密★10年")
    page.leave()
    assert said[-1][0] == "red" and services.self_checks.get(check.id).answers[0].note == ""


def test_the_list_is_formed_only_when_all_is_answered(page, items, said, went, services, check, qtbot):
    items[0].choices.button(Finding.PRESENT).click()
    page.main_action()
    assert "没有作答" in said[-1][1] and not went
    assert QApplication.focusWidget() is items[1].choices.button(Finding.PRESENT)
    for item in items[1:]:
        item.choices.button(Finding.NOT_FOUND).click()
    page.main_action()
    assert "具体表现" in said[-1][1] and QApplication.focusWidget() is items[0].note
    items[0].note.setPlainText(NOTE)
    page.main_action()
    assert went == [("drafts", check.id)] and services.self_checks.get(check.id).finished_on


def test_a_finished_one_is_only_to_be_read(services, finished, opened, went, press):
    page = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, finished.id))
    items = list(page._board.items.values())
    assert not any(item.choices.isVisible() or item.note for item in items)
    assert NOTE in [one.text() for one in items[0].findChildren(Paragraph)]
    press(page, "看问题清单")
    assert went == [("drafts", finished.id)]


def test_what_was_being_written_is_there_in_a_page_built_anew(page, items, services, check, opened):
    items[0].choices.button(Finding.NOT_FOUND).click()
    items[0].choices.button(Finding.PRESENT).click()
    items[0].note.setPlainText(NOTE)
    page.leave()
    kept = page.state()
    again = SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id)
    again.restore(kept)
    opened(again)
    assert next(iter(again._board.items.values())).written() == NOTE
    assert "未发现" in next(iter(again._board.items.values()))._below.undo_words()


@pytest.mark.parametrize(("width", "one_column"), [(1278, False), (860, True)])
def test_columns_stack_where_there_is_no_room_and_nothing_is_cut(services, check, opened, width, one_column):
    page = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id), (width, 712))
    first, second = page._board._columns[:2]
    assert (first.x() == second.x()) is one_column
    for item in page._board.items.values():
        words = [one for one in item.findChildren(Paragraph) if one.isVisible()]
        assert all(one.height() >= one.heightForWidth(one.width()) for one in words)


def test_the_general_template_has_all_its_statements(services, setting, opened):
    check = services.self_checks.begin(setting.campaign, setting.other)
    page = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id))
    assert len(page._board.items) == 34
    assert DISCLAIMER not in [one.text() for one in page.findChildren(Paragraph)]  # no case is shown


def test_every_stop_has_a_name(page, items, nameless_stops):
    items[0].choices.button(Finding.PRESENT).click()
    assert nameless_stops(page.window()) == []


def test_one_that_is_gone_leads_back(services, opened, went, press):
    page = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, "no-such"))
    press(page, "回到对照自查")
    assert went == [("self_check", None)]


def test_a_finished_one_is_written_out_and_the_way_to_it_is_offered(services, finished, opened, press, tmp_path):
    one, names, shown = services, [], []
    page = SelfCheckSheetPage(one.self_checks, one.ledger, one.issues, finished.id, forms=one.ledger_documents)
    page._saving._where = lambda parent, name: names.append(name) or tmp_path / name
    page._saving._show = lambda folder: shown.append(folder) or True
    opened(page)
    press(page, "导出")
    assert names == [f"{one.ledger.today()} 社会救助股 对照自查情况表.docx"]
    assert NOTE in "".join(cell.text for cell in cells(tmp_path / names[0]))
    assert str(tmp_path / names[0]) in page._saving.said()
    press(page, "打开所在文件夹")
    assert shown == [tmp_path]


def test_one_that_is_not_finished_is_not_written_out(page, services, check, opened):
    one = services
    page = opened(SelfCheckSheetPage(one.self_checks, one.ledger, one.issues, check.id, forms=one.ledger_documents))
    assert not [button for button in page.findChildren(Button) if button.label() == "导出"]


def test_in_a_finished_check_what_was_unclear_is_answered_once_it_is_known(services, setting, check, opened):
    for place, item in enumerate(check.items):
        finding, words = (Finding.UNCLEAR, "请办公室核对登记本") if place == 0 else (Finding.NOT_FOUND, "")
        services.self_checks.answer(check.id, item.id, finding, words)
    services.self_checks.finish(check.id)
    page = opened(SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id))
    first, second = list(page._board.items.values())[:2]
    assert first.choices.isVisible() and not second.choices.isVisible()
    first.put("核对登记本，9月有3笔没有登记")
    first.choices.button(Finding.PRESENT).click()
    (draft,) = services.self_checks.drafts(check.id)
    assert (draft.state, draft.text.detail) == (IssueState.DRAFT, "核对登记本，9月有3笔没有登记")
    assert services.self_checks.get(check.id).unclear == ()
