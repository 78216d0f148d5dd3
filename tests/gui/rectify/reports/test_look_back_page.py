"""回头看: what is due, by fact; what has come back is opened again; rules are kept, revised or repealed."""

from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QMenu

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.outcome import IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.rectify import look_back_page
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.look_back_issue_dialog import LookBackIssueDialog
from app.ui.rectify.look_back_page import ISSUES, RULES, LookBackPage
from app.ui.rectify.look_back_row import LookBackRow
from app.ui.rectify.look_back_rule_dialog import LookBackRuleDialog

FACT = "12日抽查核查表 30 份，双签 30 份"
PUBLIC = "电话回访 20 户，18 户说两人到场"


@pytest.fixture
def open_page(services, watched):
    def opened(what=ISSUES, forms=None, files=None):
        one = services
        parts = (one.ledger, one.issues, one.outcomes, one.rule_look_backs, None)
        page = watched(LookBackPage(*parts, who="李清", forms=forms, files=files))
        page.restore((page.state()[0], what))
        return page

    return opened


@pytest.fixture
def on(services, clock):
    def moved(days):
        clock.jump(timedelta(days=days).total_seconds())

    return moved


def rows(page):
    return [row for row in page.findChildren(LookBackRow) if row.isVisible()]


def tag(row):
    return row.findChild(Tag).text()


def test_what_is_due_at_three_six_and_twelve_months_is_listed_the_longest_overdue_first(ledger, on, open_page):
    ledger.closed("入户核查缺少第二签名")
    on(60)
    ledger.closed("公示栏没有拍照", unit=1)
    on(40)
    assert [tag(row).partition(" ")[0] for row in rows(open_page())] == ["已到期"]
    on(300)
    days = [int(tag(row).split()[1]) for row in rows(open_page())]
    assert len(days) == 5 and days == sorted(days, reverse=True)


def test_one_that_is_not_due_is_an_extra_one_and_three_months_are_refused_before_their_time(
    ledger, on, open_page, dialog
):
    issue = ledger.closed()
    on(20)
    page = open_page()
    page.look_at(ledger.services.issues.get(issue))
    asked = dialog(page, LookBackIssueDialog)
    assert asked.months.chosen() == "0" and asked.months.currentText() == "另行回头看"
    asked.done.area.setPlainText(FACT)
    asked.public.area.setPlainText(PUBLIC)
    asked.months.choose("3")
    asked._choose("save")
    assert "请选“另行回头看”" in asked.problem()
    asked.months.choose("0")
    asked._choose("save")
    assert [look.name for look in ledger.services.issues.get(issue).look_backs] == ["另行回头看"]


def test_adjectives_are_refused_at_their_field(ledger, on, open_page, press, dialog):
    ledger.closed()
    on(100)
    page = open_page()
    press(page, "做回头看")
    asked = dialog(page, LookBackIssueDialog)
    asked.done.area.setPlainText("进一步加强领导，扎实推进")
    asked.public.area.setPlainText(PUBLIC)
    asked._choose("save")
    assert "没有可以核对的事" in asked.done.wrong() and not asked.public.wrong()
    assert QApplication.focusWidget() is asked.done.area
    asked.done.area.setPlainText(FACT)
    asked.public.area.setPlainText("")
    asked._choose("save")
    assert "群众反映" in asked.public.wrong() and not asked.done.wrong()


def test_one_by_fact_is_kept_and_stands_among_the_earlier_ones(ledger, on, open_page, press, dialog):
    issue = ledger.closed()
    on(100)
    page = open_page()
    page.main_action()
    asked = dialog(page, LookBackIssueDialog)
    asked.done.area.setPlainText(FACT)
    asked.public.area.setPlainText(PUBLIC)
    asked._choose("save")
    (look,) = ledger.services.issues.get(issue).look_backs
    assert (look.months, look.by, look.relapse) == (3, "李清", Relapse.NONE)
    assert [tag(row) for row in rows(page)] == ["未反弹"]


def test_what_has_come_back_is_offered_to_be_opened_again_with_the_reason_written(ledger, on, open_page, press, dialog):
    issue = ledger.closed()
    on(100)
    page = open_page()
    press(page, "做回头看")
    asked = dialog(page, LookBackIssueDialog)
    asked.relapse.set_chosen(Relapse.RELAPSED.name)
    asked.done.area.setPlainText("抽查 30 份，又有 4 份代签")
    asked.public.area.setPlainText(PUBLIC)
    asked._choose("save")
    offered = dialog(page, LedgerReasonDialog)
    assert "又有 4 份代签" in offered.reason.text()
    offered._choose("save")
    again = ledger.services.issues.get(issue)
    assert again.state is not IssueState.CLOSED and len(again.look_backs) == 1 and again.rounds
    assert [tag(row) for row in rows(page)] == ["已反弹"]


def test_one_that_was_wrong_is_void_stays_struck_through_and_is_due_again(ledger, on, open_page, press, dialog, said):
    issue = ledger.closed()
    on(100)
    ledger.services.issues.look_back(issue, LookBack(3, ledger.today, "李清", FACT, Relapse.NONE, PUBLIC))
    page = open_page()
    press(page, "作废")
    why = dialog(page, LedgerReasonDialog)
    why.reason.setText("看的是另一个问题")
    why._choose("save")
    assert said[-1] == ("green", "已作废，原因已记录。")
    due, void = rows(page)
    assert tag(due).startswith("已到期") and tag(void) == "已作废"
    struck = [one for one in void.findChildren(Paragraph) if one._struck]
    assert any(FACT in one.text() for one in struck)
    assert any("看的是另一个问题" in one.text() for one in void.findChildren(Paragraph))
    assert [one.label() for one in void.buttons] == ["看问题"]


def test_what_opened_the_issue_again_is_not_void_and_it_is_said_why(ledger, on, open_page, press, said):
    issue = ledger.closed()
    on(100)
    ledger.services.issues.look_back(issue, LookBack(3, ledger.today, "李清", FACT, Relapse.RELAPSED, PUBLIC))
    ledger.services.issues.reopen(issue, "又有4份代签")
    press(open_page(), "作废")
    assert said[-1][0] == "amber" and "问题已据此重新打开，不能作废" in said[-1][1]
    assert not ledger.services.issues.get(issue).look_backs[0].void_reason


def test_a_look_back_at_a_rule_is_void_too(ledger, open_page, press, dialog, services):
    points = (FACT, FACT, FACT, FACT, FACT)
    look = RuleLookBack("", ledger.campaign, rule(ledger), "", ledger.today, "李清", *points, Verdict.REPEAL, FACT)
    services.rule_look_backs.add(look)
    page = open_page(RULES)
    press(page, "作废")
    why = dialog(page, LedgerReasonDialog)
    why.reason.setText("看的是另一项制度")
    why._choose("save")
    (void,) = rows(page)
    assert tag(void) == "已作废" and not void.buttons
    assert services.outcomes.verdicts(ledger.campaign) == {}


def test_not_opening_it_again_leaves_it_closed(ledger, on, open_page, press, dialog):
    issue = ledger.closed()
    on(100)
    page = open_page()
    page.look_at(ledger.services.issues.get(issue), 3)
    asked = dialog(page, LookBackIssueDialog)
    asked.relapse.set_chosen(Relapse.RELAPSED.name)
    asked.done.area.setPlainText(FACT)
    asked.public.area.setPlainText(PUBLIC)
    asked._choose("save")
    dialog(page, LedgerReasonDialog).dismiss()
    assert ledger.services.issues.get(issue).state is IssueState.CLOSED


def test_nothing_to_look_back_on_is_said(ledger, open_page, said):
    ledger.working()
    open_page().add()
    assert said[-1][0] == "amber"


def rule(ledger, name="入户核查双签办法"):
    return ledger.services.outcomes.add_rule(IssuedRule("", ledger.campaign, name, "", ledger.today, "第一条　双签。"))


def test_a_rule_is_due_after_a_year_and_judged_on_five_points(ledger, on, open_page, press, dialog):
    rule(ledger)
    assert not rows(open_page(RULES))
    on(370)
    page = open_page(RULES)
    press(page, "做回头看")
    asked = dialog(page, LookBackRuleDialog)
    for field in asked.points.values():
        field.area.setPlainText(FACT)
    asked.points["timely"].area.setPlainText("认识进一步提高")
    asked._choose("save")
    assert "没有可以核对的事" in asked.points["timely"].wrong()
    asked.points["timely"].area.setPlainText("2025年上级改为5个工作日，本办法仍写10个")
    asked.verdict.set_chosen("REVISE")
    asked._choose("save")
    assert "修订" in asked.reason.wrong()
    asked.reason.area.setPlainText("第3条改为5个工作日")
    asked._choose("save")
    assert [tag(row) for row in rows(page)] == ["修订"]


def test_a_rule_from_elsewhere_needs_its_name(ledger, open_page, dialog):
    page = open_page(RULES)
    page.add()
    asked = dialog(page, LookBackRuleDialog)
    assert asked.name.isVisible()
    asked._choose("save")
    assert "哪一项制度" in asked.problem()


def test_the_form_is_written_into_the_folder(ledger, services, on, open_page, tmp_path, said):
    class Folder:
        def folder(self, parent, title):
            return tmp_path

    issue = ledger.closed()
    on(100)
    services.issues.look_back(issue, LookBack(3, ledger.today, "李清", FACT, Relapse.NONE, PUBLIC))
    page = open_page(forms=services.ledger_documents, files=Folder())
    for kind in (".docx", ".xlsx"):
        page.export.click()
        menu = next(menu for menu in page.findChildren(QMenu) if menu.isVisible())
        menu.actions()[kind == ".xlsx"].trigger()
        menu.close()
        assert said[-1][0] == "green" and list(tmp_path.glob(f"*回头看情况表{kind}"))


def test_every_stop_has_a_name(ledger, on, open_page, nameless_stops):
    ledger.closed()
    on(100)
    page = open_page()
    assert nameless_stops(page.window()) == []
    page.main_action()
    assert nameless_stops(page.window()) == []


def test_of_very_many_it_says_how_many_there_are_and_which_are_shown(ledger, services, on, open_page, monkeypatch):
    monkeypatch.setattr(look_back_page, "MOST", 1)
    ids = [ledger.closed("入户核查缺少第二签名"), ledger.closed("公示栏没有拍照", unit=1)]
    on(100)
    said = lambda: [one.text() for one in open_page().findChildren(Label) if one.isVisible()]  # noqa: E731
    assert "到期的　2 项（先做这 1 项）" in said()
    for issue_id in ids:
        services.issues.look_back(issue_id, LookBack(3, ledger.today, "周某", FACT, Relapse.NONE, PUBLIC))
    assert any(words.startswith("已做的　2 项（列出最近 1 项") for words in said())
    assert len(rows(open_page())) == 1
