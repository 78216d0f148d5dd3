"""科室与单位: a new 分管领导 takes over the open issues, once that is wanted."""

from app.ui.kit.banner import Banner
from app.ui.rectify.units_dialog import UnitsDialog


def test_after_the_change_it_is_asked_and_done_at_one_press(ledger, open_ledger, dialog, press):
    issue = ledger.issue(leader="王副局长")
    page = open_ledger()
    press(page, "科室与单位")
    asked = dialog(page, UnitsDialog)
    unit = ledger.services.ledger.unit(ledger.units[0])
    asked._edit(unit)
    asked.leader.setText("孙副局长")
    asked._keep()
    (told,) = asked.handover.findChildren(Banner)
    assert f"{unit.name}牵头的 1 个未销号问题" in told.text() and "一并改为孙副局长？" in told.text()
    assert ledger.services.issues.get(issue).text.leader == "王副局长"
    press(page, "一并改为孙副局长")
    assert ledger.services.issues.get(issue).text.leader == "孙副局长"
    assert not asked.handover.isVisible()


def test_nothing_is_asked_where_no_issue_is_the_former_ones(ledger, open_ledger, dialog, press):
    ledger.issue(leader="李副局长")
    page = open_ledger()
    press(page, "科室与单位")
    asked = dialog(page, UnitsDialog)
    asked._edit(ledger.services.ledger.unit(ledger.units[0]))
    asked.leader.setText("孙副局长")
    asked._keep()
    assert not asked.handover.isVisible()
