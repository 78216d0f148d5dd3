"""月报填报: typed with last month beside it, kept at once, handed in, corrected, sent back."""

from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.labels import CONFIDENTIALITY
from app.domain.ledger.monthly_report import ReportText
from app.ui.kit.banner import Banner
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.report_last import ReportLast
from tests.gui.rectify.reports.conftest import APRIL, MARCH, NO_NEWS

PRAISE = "进一步加强领导，切实提高认识，扎实推进整改工作。"


def write(page, *texts):
    for cell, text in zip(page.form.cells(), texts, strict=False):
        cell.editor.setPlainText(text)


def shown_words(widget):
    return [one.text() for one in widget.findChildren(Paragraph) if one.isVisibleTo(widget)]


def test_each_open_issue_has_three_cells_and_the_unit_as_a_whole_below(open_report):
    page = open_report()
    assert [block.issue != "" for block in page.form.blocks] == [True, True, False]
    assert [cell.place.partition("/")[2] for cell in page.form.cells()[:3]] == ["work", "problems", "plan"]
    assert page.form.cells()[0].editor.accessibleName() == "问题 1　死亡人员没有按月停发低保金，整改工作情况"


def test_the_deadline_and_the_days_left_are_said(office, open_report):
    assert open_report().status.due.text() == "3月25日截止，还剩 5 天"
    office.on(date(2026, 3, 28))
    assert open_report().status.due.text() == "3月25日截止，逾期 3 天"


def test_what_may_not_be_written_is_said_where_one_writes(open_report):
    page = open_report()
    assert CONFIDENTIALITY in [banner.text() for banner in page.findChildren(Banner)]


def test_last_months_plan_stands_beside_this_months_text(office, open_report):
    office.submit()
    office.on(date(2026, 4, 20))
    page = open_report(month=APRIL)
    last = page.form.blocks[0].findChild(ReportLast)
    plan = office.report().items[0].text.plan
    assert plan in shown_words(last) and not page.form.cells()[2].text()


def test_what_is_typed_is_kept_without_asking_and_said_to_be(office, open_report, qtbot):
    page = open_report()
    page.form.cells()[0].editor.setFocus()
    QApplication.focusWidget().insertPlainText("核对名单 12 户")
    assert page.foot.said() == "正在保存…"
    qtbot.waitUntil(lambda: page.foot.said() == "草稿已保存在本机")
    assert office.services.reports.sheet(*office.key()).rows[0].text.work == "核对名单 12 户"


def test_leaving_keeps_the_last_letters(office, open_report):
    page = open_report()
    write(page, "核对名单 12 户")
    page.leave()
    assert open_report().form.cells()[0].text() == "核对名单 12 户"


def test_a_security_grading_is_not_kept_and_that_is_said(office, open_report):
    page = open_report()
    write(page, "附件为机密★三年")
    assert not page.save() and "密级标志" in page.foot.said()
    assert not office.services.reports.sheet(*office.key()).rows[0].text.work


def test_tab_goes_from_cell_to_cell(open_report, qtbot):
    page = open_report()
    cells = [cell.editor for cell in page.form.cells()]
    cells[0].setFocus()
    for following in cells[1:4]:
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        while QApplication.focusWidget() not in cells:  # a button of last month's text stands between two issues
            qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        assert QApplication.focusWidget() is following


def test_copied_text_and_praise_are_flagged_at_their_cells(office, open_report):
    first = office.submit()
    office.on(date(2026, 4, 20))
    page = open_report(month=APRIL)
    page.strip.focus_chosen()
    write(page, first.items[0].text.work, "无", PRAISE)
    page.save()
    work, problems, plan = page.form.cells()[:3]
    assert "与上月几乎相同" in work.flag() and not problems.flag() and "没有可以核对的事" in plan.flag()


def test_a_flag_is_let_pass_with_a_reason(office, open_report, press, dialog):
    page = open_report()
    page.strip.focus_chosen()
    write(page, "核对名单 12 户", "无", PRAISE)
    page.save()
    press(page, "说明原因并保留")
    asked = dialog(page, LedgerReasonDialog)
    asked._choose("save")
    assert asked.problem()
    asked.reason.setText("按上级通知的原文填写")
    asked._choose("save")
    assert page.form.cells()[2].flag() == "已说明原因，保留：按上级通知的原文填写"
    assert not office.services.reports.sheet(*office.key()).flags


def test_submitting_what_has_gaps_goes_to_the_first_and_hands_nothing_in(office, open_report, said, qtbot):
    page = open_report()
    write(page, "核对名单 12 户")
    qtbot.keyClick(page, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    cells = page.form.cells()
    assert QApplication.focusWidget() is cells[1].editor and cells[1].flag() == "“存在问题”还没有填。没有的写“无”。"
    assert said[-1][0] == "amber" and said[-1][1].startswith("还不能提交。问题 1：")
    assert office.state() == "未报" and page.foot.gaps().startswith("还有 ")


def test_ctrl_enter_hands_in_and_locks(office, open_report, qtbot):
    office.services.reports.keep(office.report())
    page = open_report()
    page.form.cells()[0].editor.setFocus()
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert office.state() == "已报"
    assert all(cell.editor.isReadOnly() for cell in page.form.cells()) and not page.foot.isVisible()
    assert page.status.correct.isVisible()


def test_a_correction_is_a_new_version_with_a_reason_and_the_old_one_can_be_read(office, open_report, press, dialog):
    first = office.submit()
    page = open_report()
    press(page, "更正")
    write(page, "停发 5 户，追回 1420 元")
    page.submit()
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("户数写错")
    asked._choose("save")
    assert office.services.reports.sheet(*office.key()).report.version == 2
    assert page.form.cells()[0].text() == "停发 5 户，追回 1420 元"
    page.status.versions.setCurrentIndex(page.status.versions.findData("1"))
    assert page.form.cells()[0].text() == first.items[0].text.work and page.form.cells()[0].editor.isReadOnly()
    history = [line for line in shown_words(page.history) if "更正" in line]
    assert history and "户数写错" in history[0]


def test_a_correction_can_be_given_up(office, open_report, press):
    first = office.submit()
    page = open_report()
    press(page, "更正")
    write(page, "写错了")
    press(page, "放弃更正")
    assert page.form.cells()[0].text() == first.items[0].text.work and office.state() == "已报"


def test_nothing_new_needs_a_reason_and_leaves_the_texts_in_the_draft(office, open_report):
    page = open_report()
    write(page, "核对名单 12 户")
    page.form.people.set_texts("张某", "李某")
    page.form.zero.tick.click()
    assert not page.form.blocks[0].isVisible()
    page.submit()
    assert office.state() == "未报" and QApplication.focusWidget() is page.form.zero.reason
    page.form.zero.tick.click()
    assert page.form.cells()[0].text() == "核对名单 12 户"
    page.form.zero.tick.click()
    page.form.zero.reason.setText(NO_NEWS)
    page.submit()
    assert office.state() == "零报告"


def test_empty_months_are_seen_in_the_strip_and_later_ones_cannot_be_opened(office, open_report):
    office.on(date(2026, 4, 2))
    office.submit()
    page = open_report(month=APRIL)
    seen = {made.month: (made.accessibleName(), made.isEnabled()) for made in page.strip.buttons}
    assert "未报" in seen["2026-01"][0] and "逾期" in seen["2026-01"][0]
    assert "迟报" in seen[MARCH][0] and not seen["2026-05"][1]


def test_months_go_by_ctrl_page_keys(office, open_report, qtbot):
    page = open_report()
    qtbot.keyClick(page, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    assert page.state()[2] == "2026-02"
    qtbot.keyClick(page, Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.state()[2] == MARCH


def test_sending_back_asks_for_a_reason_and_opens_the_month_again(office, open_report, press, dialog):
    office.submit()
    page = open_report()
    press(page, "整改办：退回")
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("第 1 个问题没有写纠正了多少")
    asked._choose("save")
    assert office.state() == "退回" and not page.form.cells()[0].editor.isReadOnly()
    banners = [one.text() for one in page.status.findChildren(Banner) if one.isVisible()]
    assert banners == ["整改办退回，请改后重新提交。原因：第 1 个问题没有写纠正了多少"]
    page.submit()
    assert office.state() == "已报"


def test_who_of_the_office_has_looked_at_it_is_noted(office, open_report, press, dialog):
    office.submit()
    page = open_report()
    press(page, "整改办：记为已审核")
    dialog(page, Modal)._choose("save")
    assert office.services.reports.grid(office.campaign).cell(office.units[0], MARCH).checked_by == "周明"


def test_the_page_is_built_anew_at_the_same_unit_month_and_version(office, open_report):
    office.submit(unit=1)
    state = open_report(unit=1).state()
    page = open_report()
    page.restore(state)
    assert page.state()[1:3] == (office.units[1], MARCH)


@pytest.mark.parametrize("size", [(1278, 712), (640, 480)])
def test_every_stop_has_a_name(office, open_report, nameless_stops, size):
    office.services.reports.keep(office.report().with_text("", ReportText(PRAISE)))
    page = open_report(size=size)
    assert nameless_stops(page.window()) == []
    office.submit(unit=1)
    assert nameless_stops(open_report(unit=1, size=size).window()) == []


def test_without_a_campaign_it_leads_to_the_ledger(services, watched, went):
    from app.ui.rectify.report_page import ReportPage

    page = watched(ReportPage(services.ledger, services.reports))
    page.main_action()
    assert went == [("ledger", None)]


def test_a_month_before_the_unit_was_there_need_not_be_reported_but_may_be(office, open_report):
    new = office.services.ledger.add_unit("救助管理站")
    office.units.append(new)
    page = open_report(unit=3)
    states = [(one.month, one._state, one.isEnabled()) for one in page.strip.buttons[:4]]
    assert states == [
        ("2026-01", "不用报", True),
        ("2026-02", "不用报", True),
        (MARCH, "未报", True),
        (APRIL, "", False),
    ]
    page._choose_month("2026-02")
    assert page.status.due.text() == "这个月不用报送" and page._sheet.draft
