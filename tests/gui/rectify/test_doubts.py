"""Clues, reporters, open cases, numbers of persons: said wherever the ledger is typed, until somebody has looked."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.doubt_banner import PASS
from app.ui.rectify.campaign_dialog import CampaignDialog
from app.ui.rectify.issue_opinion_dialog import IssueOpinionDialog
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.measure_finish_dialog import MeasureFinishDialog
from app.ui.rectify.units_dialog import UnitsDialog

CLUE = "举报人王某反映，原股长已留置"


def get(ledger, issue_id):
    return ledger.services.issues.get(issue_id)


@pytest.fixture
def opinion(ledger, open_issue, press, dialog):
    issue = ledger.issue()
    page = open_issue(issue)
    press(page, "登记监督意见…")
    asked = dialog(page, IssueOpinionDialog)
    asked.by.setText("派驻第三纪检监察组")
    return issue, asked


def test_it_is_said_as_it_is_typed_and_no_key_hides_it(ledger, opinion, qtbot):
    issue, asked = opinion
    asked.words.setFocus()
    asked.words.setPlainText(CLUE)
    qtbot.waitUntil(lambda: asked.doubt() != "")
    assert "“监督意见”" in asked.doubt() and "像是举报人的情况、像是正在办理的案件" in asked.doubt()
    for _ in range(3):
        qtbot.keyClick(asked, Qt.Key.Key_Return)
    assert asked.isVisible() and asked.doubt() and get(ledger, issue).opinions == ()
    asked.words.setPlainText("请把抽查结果列入回头看。")
    asked.button("save").click()
    assert get(ledger, issue).opinions[0].text == "请把抽查结果列入回头看。"


def test_whoever_has_looked_may_let_it_stand(ledger, opinion, press):
    issue, asked = opinion
    asked.words.setPlainText("已按〔2026〕3号通报，110101199003074610")
    asked.button("save").click()
    assert "像是身份证号" in asked.doubt()
    press(asked, PASS)
    assert asked.doubt() == "" and get(ledger, issue).opinions == ()
    asked.words.setPlainText("已按〔2026〕3号通报，110101199003074610，另有 13812345678")
    asked.button("save").click()
    assert "像是手机号" in asked.doubt()  # it is not what was looked at
    press(asked, PASS)
    asked.button("save").click()
    assert len(get(ledger, issue).opinions) == 1


def test_every_dialog_says_it(ledger, open_issue, press, dialog):
    page = open_issue(ledger.issue())
    press(page, "作废")
    asked = dialog(page, LedgerReasonDialog)
    asked.reason.setText("线索来源：12388 转办")
    asked.button("save").click()
    assert "像是问题线索的内容" in asked.doubt()


def test_what_stood_there_before_is_not_asked_again(services, ledger, open_issue, qtbot, dialog):
    from app.ui.rectify.issue_dialog import IssueDialog

    issue = ledger.issue(detail="原股长已留置，账目停办")
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    asked.leader.setText("李副局长")
    asked.button("save").click()
    assert get(ledger, issue).text.leader == "李副局长"


def test_a_signature_and_a_unit_too(ledger, open_issue, open_ledger, press, dialog, qtbot, services):
    issue = ledger.finished()
    page = open_issue(issue)
    page._form.name_field.setText("周明")
    page._form.post.setText("股长")
    page._form.on.line.setText(str(ledger.today))
    page._form.opinion.setPlainText("同意。举报人王某已回访")
    press(page, "登记这一步")
    assert get(ledger, issue).approvals == ()
    press(page, PASS)
    press(page, "登记这一步")
    assert len(get(ledger, issue).approvals) == 1
    page = open_ledger()
    press(page, "科室与单位")
    asked = dialog(page, UnitsDialog)
    asked.name_field.setText("办公室")
    asked.head.setText("138 0013 8000")
    qtbot.keyClick(asked.head, Qt.Key.Key_Return)
    assert "办公室" not in [unit.name for unit in services.ledger.units()]


def test_a_file_is_asked_for_under_the_banner_and_a_graded_one_is_not_taken(ledger, open_issue, files, said, press):
    issue = ledger.working()
    page = open_issue(issue)
    assert page.findChild(ConfidentialityBanner).isVisible()
    files.path = ledger.file("通知.txt", "附件 机密★ 一年")
    press(page, "添加文件…")
    assert said[-1][0] == "amber" and "“通知.txt”里有密级标志“机密★”，没有添加" in said[-1][1]
    assert ledger.services.evidence.of(issue) == []


def test_a_scan_is_added_to_a_registered_step_of_a_closed_issue(ledger, open_issue, files, press, said):
    issue = ledger.closed()
    page = open_issue(issue)
    files.path = ledger.file("审签表.txt", "签字的表")
    press(page, "补扫描件：整改办核验")
    signed = get(ledger, issue).approvals
    assert [bool(one.scan) for one in signed] == [False, False, True, False, False]
    assert said[-1] == ("green", "“整改办核验”的扫描件已补登。")


def test_what_the_supervisors_say_after_closing_is_registered(ledger, open_issue, press, dialog):
    issue = ledger.closed()
    page = open_issue(issue)
    press(page, "登记监督意见…")
    asked = dialog(page, IssueOpinionDialog)
    asked.by.setText("派驻第三纪检监察组")
    asked.words.setPlainText("建议按季抽查。")
    asked.button("save").click()
    assert [one.text for one in get(ledger, issue).opinions] == ["建议按季抽查。"]


def test_what_was_done_earlier_is_registered_with_its_day(ledger, open_issue, press, dialog):
    from datetime import timedelta

    issue = ledger.working()
    proof = ledger.services.evidence.add(issue, ledger.file())
    page = open_issue(issue)
    press(page, "记为完成，措施一")
    asked = dialog(page, MeasureFinishDialog)
    asked.result.setPlainText("复核46份，纠正9份")
    asked.files.chip(proof).click()
    day = ledger.today - timedelta(days=6)
    asked.on.line.setText(str(day))
    asked.button("save").click()
    assert get(ledger, issue).measure(1).done_on == day


def test_a_step_that_is_renamed_keeps_its_minutes(services, ledger, open_ledger, open_issue, dialog, press):
    page = open_ledger()
    press(page, "专项设置")
    asked = dialog(page, CampaignDialog)
    steps = asked.steps
    assert steps.minutes_steps() == ("党组（党委）会议审定",)
    steps.lines.setPlainText(steps.lines.toPlainText().replace("党组（党委）会议审定", "局党委会议定"))
    assert steps.minutes_steps() == ("局党委会议定",)
    steps.lines.setPlainText("局党委会议定\n责任单位申请\n报派驻组")
    assert steps.minutes_steps() == ("局党委会议定",)
    steps.chips.chip("局党委会议定").click()
    asked.button("save").click()
    assert "至少要有一步上会审定" in asked.problem()
    steps.chips.chip("局党委会议定").click()
    asked.button("save").click()
    kept = services.ledger.campaign(ledger.campaign)
    assert (kept.steps[0], kept.minutes_steps) == ("局党委会议定", ("局党委会议定",))
    page = open_issue(ledger.finished())
    assert next(one for one in page.findChildren(QLineEdit) if "编号" in one.accessibleName()).isVisible()


def test_notes_of_a_self_check_too(services, ledger, watched, qtbot):
    from app.domain.ledger.self_check import Finding
    from app.ui.rectify.self_check_sheet_page import SelfCheckSheetPage

    one = services
    check = one.self_checks.begin(ledger.campaign, ledger.units[0])
    one.self_checks.answer(check.id, check.items[0].id, Finding.PRESENT, "张女士来信举报冒领")
    page = watched(SelfCheckSheetPage(one.self_checks, one.ledger, one.issues, check.id))
    assert page.doubts.isVisible() and "像是举报人的情况" in page.doubts.text()
