"""误录清除 on screen: asked so that nobody slips, done once the word is typed, and shown as a stub afterwards."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.erase_dialog import DONE, ERASE, EraseDialog
from app.ui.rectify.ledger_columns import DEADLINE, STATE
from app.ui.rectify.ledger_filter import LedgerFilter
from app.ui.rectify.ledger_lines import with_stubs

WHY = "误把不该录入的文件录了进来"


@pytest.fixture
def asked(ledger, open_issue, dialog):
    """The page of an issue whose dialog is open, and the dialog."""
    issue_id = ledger.working("死亡人员没有按月停发")
    page = open_issue(issue_id)
    page._erasing.ask()
    return page, dialog(page, EraseDialog), issue_id


def write(asked, reason=WHY, word="清除"):
    asked.reason.setText(reason)
    asked.word.setText(word)


def test_the_menu_of_an_issue_leads_to_the_dialog(qtbot, ledger, open_issue, dialog):
    page = open_issue(ledger.working())
    page._head.open_more()
    (menu,) = page._head.findChildren(type(page._export.menu(page.issue_id)))
    (action,) = menu.actions()
    assert action.text() == "误录清除…"
    action.trigger()
    assert dialog(page, EraseDialog).accessibleName() == "误录清除：第 1 号问题"


def test_it_says_what_goes_what_stays_and_what_it_cannot_reach(asked):
    words = "".join(one.text() for one in asked[1].findChildren(Paragraph))
    for told in ("找不回来", "“作废”", "佐证文件", "序号 1", "备份", "别的电脑", "固态硬盘"):
        assert told in words


def test_the_button_waits_for_a_reason_and_the_word(asked):
    button = asked[1].button(ERASE)
    assert not button.isEnabled()
    for reason, word, ready in ((WHY, "", False), ("", "清除", False), (WHY, "清 除", False), (WHY, " 清除 ", True)):
        write(asked[1], reason, word)
        assert button.isEnabled() == ready


def test_enter_never_wipes_wherever_the_focus_is(services, asked):
    _, dialog, issue_id = asked
    write(dialog)
    for stop in (dialog.reason, dialog.word, dialog.button(ERASE)):
        stop.setFocus()
        for key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            QTest.keyClick(stop, key)
    assert services.issues.get(issue_id)
    assert dialog.isVisible()
    assert "回车键不会清除" in dialog.problem()
    dialog.button("").setFocus()
    QTest.keyClick(dialog.button(""), Qt.Key.Key_Return)
    assert not dialog.isVisible()
    assert services.issues.get(issue_id)


def test_a_reason_that_quotes_the_text_is_refused_and_the_dialog_stays(services, asked):
    _, dialog, issue_id = asked
    write(dialog, "死亡人员没有按月停发，这句不该写")
    dialog.button(ERASE).click()
    assert "不能照抄" in dialog.problem()
    assert services.issues.get(issue_id)


def test_wiped_it_is_a_stub_on_its_page_and_in_the_table(services, ledger, asked, said, open_ledger, went):
    page, dialog, issue_id = asked
    other = ledger.working("公示栏没有拍照存档")
    write(dialog)
    dialog.button(ERASE).click()
    assert said == [("green", DONE)]
    words = [one.text() for one in page.findChildren(Paragraph)]
    assert "第 1 号　误录，已清除" in words
    assert WHY in words
    table = open_ledger()._views.current()
    cells = [table.model().index(row, column).data() for row in range(2) for column in range(2)]
    assert cells[0] == "1"
    assert cells[1] == f"误录，已清除：{WHY}"
    who = services.profiles.current.shown_name
    assert table.model().index(0, STATE).data() == f"已清除，{who}"
    assert table.model().index(0, DEADLINE).data() == f"{ledger.today:%m-%d} 清除"
    assert cells[2:] == ["2", "公示栏没有拍照存档"]
    went.clear()
    table.choose(issue_id)
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert went == [("issue", issue_id)]
    assert other


def test_a_ledger_of_stubs_only_still_shows_them_and_a_filter_does_not(services, ledger, open_ledger):
    services.erasing.issue(ledger.issue("登记错了的问题"), WHY)
    page = open_ledger()
    assert page._views.current().model().rowCount() == 1
    page._filter.search.setText("登记")
    page._refilter()
    assert page._views.chosen() == ""


def test_a_file_of_evidence_can_be_wiped_from_its_line(services, ledger, open_issue, press, dialog, said):
    issue_id = ledger.working()
    proof = services.evidence.add(issue_id, ledger.file("不该放的文件.txt"))
    page = open_issue(issue_id)
    press(page, "误录清除不该放的文件")
    one = dialog(page, EraseDialog)
    write(one)
    one.button(ERASE).click()
    assert said == [("green", DONE)]
    assert services.evidence.get(proof).name == "误录，已清除"
    assert services.evidence.get(proof).file == ""


def test_grouped_it_stands_under_a_head_of_its_own_and_what_is_exported_is_what_is_seen(services, ledger, open_ledger):
    wrong, kept = ledger.issue("登记错了的问题"), ledger.issue("另一个", unit=1)
    services.erasing.issue(wrong, WHY)
    page = open_ledger()
    extract = lambda: services.ledger_documents.extract(*page._on_screen())  # noqa: E731
    assert [number for number, _ in extract().lines()] == [1, 2]
    page._filter.set_filter(LedgerFilter(group="unit"))
    page._refilter()
    model = page._views.current().model()
    shown = [model.index(row, 1).data() for row in range(model.rowCount())]
    assert shown == ["养老服务股，1 个问题", "另一个", "误录，已清除，1 个序号", f"误录，已清除：{WHY}"]
    made = extract()
    assert [number for number, _ in made.lines()] == [2, 1]
    assert made.groups[-1] == ("误录，已清除　1 个序号", 1)
    for wanted in (LedgerFilter(query="另一个"), LedgerFilter(group="unit", query="另一个")):
        page._filter.set_filter(wanted)
        page._refilter()
        assert extract().stubs == ()
    page._filter.set_filter(LedgerFilter())
    page._choose_view("board")
    assert page._on_screen().ids == (kept,)


def test_the_dialog_tells_which_issues_lose_what_they_lean_on(services, ledger, open_issue, dialog):
    wrong, kept = ledger.working("死亡人员没有按月停发"), ledger.issue("公示栏没有拍照存档")
    ledger.measure(kept, "公示栏旁加装摄像头，公示期每天拍照一张存档")
    services.issues.start(kept)
    page = open_issue(wrong)
    page._erasing.ask()
    words = "".join(one.text() for one in dialog(page, EraseDialog).findChildren(Paragraph))
    assert "第 2 号问题正在整改" in words and "退回“待定措施”" in words


@pytest.mark.parametrize(
    ("order", "numbers"),
    [("", [5, 1, 2, 3, 4]), ("number", [1, 2, 3, 4, 5]), ("-number", [5, 4, 3, 2, 1]), ("title", [5, 1, 3, 2, 4])],
)
def test_a_stub_stands_at_its_number_where_the_order_goes_by_numbers(services, ledger, order, numbers):
    ids = [ledger.planned(f"没有按规定做的第{number}件事", days=-3 if number == 5 else 20) for number in range(1, 6)]
    for at in (1, 3):
        services.erasing.issue(ids[at], WHY)
    rows = services.ledger.rows(ledger.campaign)
    rows.sort(key=lambda row: row.number, reverse=order == "-number")
    if order in ("", "title"):
        rows.sort(key=lambda row: -row.overdue_by(ledger.today))
    lines = with_stubs(rows, services.erasing.stubs(ledger.campaign), order, ledger.today)
    assert [line.number for line in lines] == numbers
