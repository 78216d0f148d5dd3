"""误录清除 of a month's report and of an outcome, where these are seen."""

import pytest

from app.domain.ledger.outcome import Batch, FileReference
from app.domain.ledger.post_risk import PostRisk, RiskLevel
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.ledger.stub import StubKind
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.erase_dialog import DONE, ERASE, EraseDialog
from app.ui.rectify.look_back_page import LookBackPage
from app.ui.rectify.outcome_page import OutcomePage
from app.ui.rectify.post_risk_page import PostRiskPage
from app.ui.rectify.report_page import ReportPage
from app.ui.rectify.self_check_page import SelfCheckPage

WHY = "误把不该录入的文件录了进来"


def wipe(dialog):
    dialog.reason.setText(WHY)
    dialog.word.setText("清除")
    dialog.button(ERASE).click()


@pytest.fixture
def page(office, watched):
    one = office.services
    return lambda: watched(ReportPage(one.ledger, one.reports, office.key(), erasing=one.erasing))


def test_a_month_that_was_handed_in_can_be_wiped_and_is_missing_again(office, page, dialog, said):
    office.submit()
    shown = page()
    shown.status.erase.click()
    asked = dialog(shown, EraseDialog)
    assert "3 月" in asked.accessibleName() or "3月" in asked.accessibleName()
    wipe(asked)
    assert said[-1] == ("green", DONE)
    assert office.state() != "已报"
    assert shown.form.report().blank
    assert not shown.status.erase.isVisible()


def test_what_is_typed_and_not_kept_yet_goes_too_and_does_not_come_back_when_the_page_is_left(office, page, dialog):
    shown = page()
    cell = shown.form.cells()[0]
    cell.editor.setPlainText("不该写的一句话")
    shown.save()
    cell.editor.setPlainText("不该写的又一句话")
    shown.status.erase.click()
    wipe(dialog(shown, EraseDialog))
    shown.leave()
    assert office.services.reports.sheet(*office.key()).report.blank


def test_an_outcome_can_be_wiped_from_its_line(office, watched, press, dialog, said):
    one = office.services
    entry = FileReference("", office.campaign, Batch.CLUES, "〔2026〕3号", "热线转办", one.ledger.today())
    one.outcomes.add_reference(entry)
    shown = watched(OutcomePage(one.ledger, one.outcomes, erasing=one.erasing))
    press(shown, "误录清除")
    wipe(dialog(shown, EraseDialog))
    assert said == [("green", DONE)]
    assert one.outcomes.references(office.campaign, Batch.CLUES, void=True) == []


def test_a_void_outcome_can_be_wiped_too_and_what_is_left_of_it_is_read_there(office, watched, press, dialog, said):
    one = office.services
    entry = FileReference("", office.campaign, Batch.CLUES, "〔2026〕3号", "热线转办", one.ledger.today())
    one.outcomes.void(one.outcomes.add_reference(entry), "重复登记")
    shown = watched(OutcomePage(one.ledger, one.outcomes, erasing=one.erasing))
    shown.past.fold.click()
    press(shown.past, "误录清除：〔2026〕3号")
    wipe(dialog(shown, EraseDialog))
    assert one.outcomes.references(office.campaign, Batch.CLUES, void=True) == []
    assert not shown.past.fold.isVisible()
    (stub,) = one.erasing.stubs(office.campaign, StubKind.OUTCOME)
    assert f"误录清除 1 条：\n{stub.why()}" in [part.text() for part in shown.past.findChildren(Paragraph)]


def test_a_look_back_at_a_rule_can_be_wiped_and_leaves_its_stub(office, watched, press, dialog, said):
    one, today = office.services, office.services.ledger.today()
    points = ("与救助法第21条一致", "第1条写明双签", "2026年7月有新规定", "抽查20户，19户双签", "3月有1户补签，退回")
    look = RuleLookBack("", office.campaign, "", "双签办法", today, "周某", *points, Verdict.KEEP, "继续用")
    one.rule_look_backs.add(look)
    shown = watched(
        LookBackPage(one.ledger, one.issues, one.outcomes, one.rule_look_backs, office.campaign, erasing=one.erasing)
    )
    shown.what.set_chosen("rules")
    shown._reload()
    press(shown, "误录清除：双签办法")
    wipe(dialog(shown, EraseDialog))
    assert said[-1] == ("green", DONE)
    assert one.rule_look_backs.of(office.campaign, void=True) == []
    words = [part.text() for part in shown.findChildren(Paragraph) if part.isVisible()]
    assert any(WHY in word for word in words) and not any("第1条写明双签" in word for word in words)


def test_a_self_check_and_a_line_of_the_post_risks_leave_their_stubs_where_they_stood(office, watched):
    one, unit = office.services, office.units[0]
    check = one.self_checks.begin(office.campaign, unit)
    risk = one.post_risks.add(PostRisk("", unit, "救助经办", "审批", "一人审批", RiskLevel.HIGH, "双人复核", "张某"))
    one.erasing.self_check(check.id, WHY)
    one.erasing.post_risk(risk, WHY)
    checks = SelfCheckPage(one.self_checks, one.ledger, one.library, erasing=one.erasing)
    risks = PostRiskPage(one.post_risks, one.ledger, one.issues, unit, erasing=one.erasing)
    for shown in (watched(checks), watched(risks)):
        assert any(WHY in part.text() for part in shown.findChildren(Paragraph) if part.isVisible())
