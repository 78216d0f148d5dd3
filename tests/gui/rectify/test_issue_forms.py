"""The forms of an issue: written from its page, where the person says, with the way to the folder."""

import docx
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu

from app.domain.errors import UserError
from app.domain.ledger.approval import PAPER_NOTE, Approval
from app.ui.rectify.issue_export import CLOSING, SHEET
from app.ui.rectify.issue_page import IssuePage

CONTROL = Qt.KeyboardModifier.ControlModifier


def words(path):
    document = docx.Document(str(path))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


@pytest.fixture
def page_of(open_issue, tmp_path):
    def opened(issue_id):
        page = open_issue(issue_id)
        page._saving._where = lambda parent, name: tmp_path / name
        return page

    return opened


def menu_of(page):
    return next(menu for menu in page.findChildren(QMenu) if menu.isVisible())


def test_the_sheet_of_an_issue_is_written_and_the_way_to_it_is_offered(ledger, page_of, press, tmp_path):
    page, shown = page_of(ledger.working()), []
    page._saving._show = lambda folder: shown.append(folder) or True
    page._export.write(SHEET, page.issue_id)
    path = tmp_path / f"{ledger.today} 临时救助资金监管专项 第1号问题 问题整改情况表.docx"
    assert "9份第二签名缺失" in words(path) and str(path) in page._saving.said()
    press(page, "打开所在文件夹")
    assert shown == [tmp_path]


def test_the_form_of_closing_has_empty_boxes_for_what_is_not_signed_yet(ledger, page_of, tmp_path):
    issue = ledger.finished()
    steps = ledger.services.ledger.campaign(ledger.campaign).steps
    ledger.services.issues.approve(issue, Approval(steps[0], "赵某", "股长", ledger.today, "同意申请"))
    page = page_of(issue)
    page._export.write(CLOSING, issue)
    (path,) = tmp_path.glob("*销号审批表.docx")
    written = words(path)
    assert all(step in written for step in steps) and PAPER_NOTE in written
    assert written.count("赵某") == 1 and written.count("意见：\n") == len(steps) - 1


def test_the_menu_opens_by_keyboard_with_both_forms(ledger, page_of, qtbot, tmp_path):
    page = page_of(ledger.working())
    qtbot.keyClick(page, Qt.Key.Key_E, CONTROL)
    menu = menu_of(page)
    assert [action.text().partition("（")[0] for action in menu.actions()] == [SHEET, CLOSING, CLOSING]
    qtbot.keyClick(menu, Qt.Key.Key_Down)
    qtbot.keyClick(menu, Qt.Key.Key_Return)
    assert len(list(tmp_path.glob("*问题整改情况表.docx"))) == 1


def test_before_there_are_measures_nothing_is_to_be_signed(ledger, page_of, qtbot):
    page = page_of(ledger.issue())
    page._head.export.click()
    sheet, closing, _ = menu_of(page).actions()
    assert sheet.isEnabled() and not closing.isEnabled() and "开始整改后才有" in closing.text()
    menu_of(page).close()


def test_what_cannot_be_written_is_said_and_thinking_better_of_it_writes_nothing(ledger, page_of, said, tmp_path):
    page = page_of(ledger.working())
    page._saving._where = lambda parent, name: tmp_path / "表.xlsx"
    page._export.write(SHEET, page.issue_id)
    assert said[-1][0] == "red" and ".docx" in said[-1][1]
    page._saving._where = lambda parent, name: None
    page._export.write(SHEET, page.issue_id)
    assert page._saving.said() == "" and list(tmp_path.glob("*.docx")) == []


def test_where_no_folder_can_be_opened_its_place_is_said(ledger, page_of, said, press, tmp_path):
    page = page_of(ledger.working())
    page._saving._show = lambda folder: False
    page._export.write(SHEET, page.issue_id)
    press(page, "打开所在文件夹")
    assert said[-1] == ("red", f"打不开文件夹窗口，请在文件管理器中前往 {tmp_path}")


def test_without_anybody_who_writes_them_there_is_no_button(ledger, services, watched):
    one = services
    issue = ledger.working()
    page = watched(IssuePage(one.ledger, one.issues, one.evidence, one.library, issue))
    page._open_export()
    assert not page._head.export.isVisible() and not page.findChildren(QMenu)


def test_a_refusal_while_writing_is_the_services_own(ledger, page_of, said):
    class Forms:
        def write_issue(self, issue_id, to):
            raise UserError("磁盘已满，没有写出文件。")

    page = page_of(ledger.working())
    page._export._forms = Forms()
    page._export.write(SHEET, page.issue_id)
    assert said[-1] == ("red", "磁盘已满，没有写出文件。")
