"""Findings out of a file: the mapping is seen and changed, all are taken or none."""

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.labels import CONFIDENTIALITY
from app.domain.ledger.findings import FindingField
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.banner import Banner
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.findings_page import NO_CAMPAIGN, FindingsPage
from app.ui.rectify.findings_rows_card import FindingsRowsCard

HEAD = ("序号", "反馈问题", "具体表现", "责任单位", "备注")
GOOD = (1, "动态管理不到位", "6户死亡人员停发平均晚2.4个月", "社会救助股", "抄送")


class Files:
    path = None

    def open(self, parent):
        return self.path


@pytest.fixture
def files(tmp_path):
    made = Files()

    def write(*rows):
        book = Workbook()
        for row in (HEAD, *rows):
            book.active.append(row)
        made.path = tmp_path / "反馈问题清单.xlsx"
        book.save(made.path)

    made.write = write
    write(GOOD)
    return made


@pytest.fixture
def page(services, setting, files, opened):
    return opened(FindingsPage(services.findings, services.ledger, setting.campaign, files))


def fill(page):
    page.frame.document.setText("县委第二巡察组反馈意见")
    page.frame.on.set_day(page._ledger.today())


def texts(page):
    return [one.text() for one in page.findChildren(Paragraph) if one.isVisible()]


def test_the_way_in_says_what_must_not_be_brought(page, press):
    assert CONFIDENTIALITY in [one.text() for one in page.findChildren(Banner)]


def test_a_file_is_shown_before_anything_is_saved(page, services, setting, qtbot):
    page.main_action()
    assert dict(page._preview.mapping)[FindingField.TITLE] == 1
    assert QApplication.focusWidget() is page.mapping.fields[FindingField.TITLE]
    qtbot.waitUntil(lambda: GOOD[1] in texts(page))
    assert services.ledger.rows(setting.campaign) == []


def test_the_mapping_is_changed_by_keyboard_and_shown_at_once(page, qtbot):
    page.main_action()
    goal = page.mapping.fields[FindingField.GOAL]
    goal.setFocus()
    for _ in range(5):
        qtbot.keyClick(goal, Qt.Key.Key_Down)
    assert dict(page._preview.mapping)[FindingField.GOAL] == 4
    assert page._preview.rows[0].goal == "抄送"
    assert page.mapping._samples[FindingField.GOAL].text() == "抄送"


def test_all_are_taken_as_drafts_with_their_source_and_the_way_to_them(page, services, setting, press, went):
    page.main_action()
    fill(page)
    page.main_action()
    (row,) = services.ledger.rows(setting.campaign)
    issue = services.issues.get(row.id)
    assert (issue.state, issue.origin.source) == (IssueState.DRAFT, IssueSource.INSPECTION)
    assert (issue.origin.document, issue.text.lead_unit) == ("县委第二巡察组反馈意见", setting.unit)
    press(page, "去确认（问题清单）")
    assert went == [("drafts", setting.campaign)]


def test_what_the_ledger_has_already_is_marked_and_left_out_unless_wanted(page, services, setting, files, press, qtbot):
    for _ in range(2):
        page.main_action()
        fill(page)
        page.main_action()
    assert len(services.ledger.rows(setting.campaign)) == 1
    qtbot.waitUntil(lambda: any("台账里已有：第 1 号" in one for one in texts(page)))
    assert not page._take.isEnabled()
    card = page.findChild(FindingsRowsCard)
    card.skip.click()
    qtbot.waitUntil(lambda: page._take.isEnabled())
    page.main_action()
    assert len(services.ledger.rows(setting.campaign)) == 2


def test_one_bad_row_keeps_all_of_them_out_and_is_named(page, services, setting, files, said, qtbot):
    files.write(GOOD, (2, "", "只有具体表现", "", ""))
    page.main_action()
    fill(page)
    qtbot.waitUntil(lambda: any("整份都不导入" in one for one in texts(page)))
    assert not page._take.isEnabled()
    page.main_action()
    assert said[-1][0] == "red" and services.ledger.rows(setting.campaign) == []


def test_without_document_or_date_it_is_refused_at_the_field(page, services, setting, said):
    page.main_action()
    page.frame.on.set_day(services.ledger.today())
    page.main_action()
    assert said[-1][0] == "red" and QApplication.focusWidget() is page.frame.document
    assert services.ledger.rows(setting.campaign) == []


def test_a_file_that_is_none_is_refused_in_words(page, files, tmp_path, said):
    files.path = tmp_path / "说明.txt"
    files.path.write_text("x")
    page.main_action()
    assert said[-1][0] == "red" and page._preview is None


def test_no_file_chosen_changes_nothing(page, files, said):
    files.path = None
    page.main_action()
    assert page._preview is None and not said


def test_what_was_read_and_written_is_kept_when_the_page_is_built_anew(page, services, setting, files, opened):
    page.main_action()
    fill(page)
    again = FindingsPage(services.findings, services.ledger, setting.campaign, files)
    again.restore(page.state())
    opened(again)
    assert again.frame.document.text() == "县委第二巡察组反馈意见" and len(again._preview.rows) == 1
    assert again.frame.isVisible()


def test_without_a_campaign_it_leads_to_making_one(services, opened, press, went):
    page = opened(FindingsPage(services.findings, services.ledger))
    assert NO_CAMPAIGN in texts(page)
    press(page, "先建一个专项")
    assert went == [("self_check", None)]


@pytest.mark.parametrize("size", [(1278, 712), (560, 640)])
def test_every_stop_has_a_name(services, setting, files, opened, nameless_stops, size):
    page = opened(FindingsPage(services.findings, services.ledger, setting.campaign, files), size)
    page.main_action()
    assert nameless_stops(page.window()) == []
