"""误录清除 of a self-check's sheet and of a post risk, where these are seen."""

from app.domain.ledger.post_risk import PostRisk
from app.domain.ledger.self_check import Finding
from app.ui.rectify.erase_dialog import DONE, ERASE, EraseDialog
from app.ui.rectify.post_risk_page import PostRiskPage
from app.ui.rectify.self_check_sheet_page import SelfCheckSheetPage

WHY = "误把不该录入的文件录了进来"


def wipe(page):
    dialog = next(one for one in page.window().findChildren(EraseDialog) if one.isVisible())
    dialog.reason.setText(WHY)
    dialog.word.setText("清除")
    dialog.button(ERASE).click()


def test_a_sheet_is_wiped_and_its_page_leads_away(services, setting, check, opened, press, said, went):
    services.self_checks.answer(check.id, check.items[0].id, Finding.UNCLEAR, "问了两个人")
    page = opened(
        SelfCheckSheetPage(services.self_checks, services.ledger, services.issues, check.id, erasing=services.erasing)
    )
    press(page, "误录清除")
    wipe(page)
    assert said == [("green", DONE)]
    assert went == [("self_check", None)]
    page.leave()
    assert services.self_checks.checks(setting.campaign) == []


def test_a_line_of_the_post_risks_is_wiped_void_or_not(services, setting, opened, press, said):
    risk = PostRisk("", setting.unit, "救助经办", "临时救助初审", "代签入户核查表", "高", "双人入户", "张某")
    first = services.post_risks.add(risk)
    page = opened(
        PostRiskPage(services.post_risks, services.ledger, services.issues, setting.unit, erasing=services.erasing)
    )
    services.post_risks.void(first, "岗位已撤并")
    page._with_void.setChecked(True)
    press(page, "误录清除")
    wipe(page)
    assert said == [("green", DONE)]
    assert services.post_risks.of(setting.unit, void=True) == []
    assert not page._buttons["误录清除…"].isEnabled()
