"""督办, 监督意见 and 回头看 on the page of an issue: a wrong one is void, with why, and stays to be read."""

from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.ui.kit.button import Button
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog


def struck(page):
    return [one.text() for one in page.findChildren(Paragraph) if one._struck]


def shown(page):
    return "\n".join(one.text() for one in page.findChildren(Paragraph))


def void(page, press, dialog, name, why):
    press(page, f"作废{name}")
    asked = dialog(page, LedgerReasonDialog)
    asked._choose("save")
    assert asked.isVisible() and asked.problem()  # not without a reason
    asked.reason.setText(why)
    asked._choose("save")


def test_each_is_struck_through_and_says_why(ledger, open_issue, press, dialog):
    issue, issues, today = ledger.issue(), ledger.services.issues, ledger.today
    issues.oversee(issue, OversightAct(OversightKind.SUPERVISED, today))
    issues.note_opinion(issue, OversightOpinion("派驻组", today, "请把抽查结果列入回头看"))
    page = open_issue(issue)
    assert struck(page) == []
    void(page, press, dialog, "督办事项", "登记到了别的问题上")
    void(page, press, dialog, "监督意见", "重复登记")
    assert len(struck(page)) == 2 and "请把抽查结果列入回头看" in struck(page)[1]
    assert "原因：登记到了别的问题上" in shown(page) and "原因：重复登记" in shown(page)


def test_a_look_back_of_a_closed_issue_is_void_and_due_again(ledger, open_issue, press, dialog):
    issue = ledger.closed(ago=100)
    fact = "12日抽查核查表 30 份，双签 30 份"
    ledger.services.issues.look_back(issue, LookBack(3, ledger.today, "李清", fact, Relapse.NONE, "电话回访 20 户"))
    page = open_issue(issue)
    assert "第 3 个月：" not in shown(page)
    void(page, press, dialog, "回头看", "看的是另一个问题")
    assert any(fact in words for words in struck(page)) and "第 3 个月：" in shown(page)


def test_what_opened_the_issue_again_says_why_it_stays(ledger, open_issue, press, said):
    issue = ledger.closed(ago=100)
    found = LookBack(3, ledger.today, "李清", "抽查 30 份，又有 4 份代签", Relapse.RELAPSED, "电话回访 20 户")
    ledger.services.issues.look_back(issue, found)
    ledger.services.issues.reopen(issue, "又有4份代签")
    press(open_issue(issue), "作废回头看")
    assert said[-1][0] == "amber" and "不能作废" in said[-1][1]


def test_a_void_issue_offers_nothing_of_it(ledger, open_issue):
    issue = ledger.issue()
    ledger.services.issues.oversee(issue, OversightAct(OversightKind.SUPERVISED, ledger.today))
    ledger.services.issues.void(issue, "重复登记")
    page = open_issue(issue)
    assert not [one for one in page.findChildren(Paragraph) if one._struck]
    assert not [one for one in page.findChildren(Button) if one.accessibleName().startswith("作废督办")]
