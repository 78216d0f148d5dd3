"""Where an issue came from, in its dialog: a case may be picked, and what was written wrongly is put right."""

import pytest
from PySide6.QtCore import Qt

from app.domain.ledger.issue import IssueSource, Origin
from app.domain.ledger.self_check import Finding
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.issue_problem_card import IssueProblemCard

CASE = "builtin/case/di-bao-lv-se-tong-dao"


def pick(field, key):
    """As a person does."""
    field.setCurrentIndex(field.findData(key))


@pytest.fixture
def case(services):
    return services.library.case(CASE)


def test_a_new_issue_is_tied_to_a_case_its_fact_and_its_cause(
    ledger, open_ledger, open_issue, dialog, qtbot, went, case
):
    page = open_ledger(library=ledger.services.library)
    qtbot.keyClick(page, Qt.Key.Key_N)
    asked = dialog(page, IssueDialog)
    source = asked.origin
    assert not source.case.isVisible() and not source.fact.isVisible()
    pick(source.source, IssueSource.CASE.name)
    assert source.case.isVisible() and not source.fact.isVisible()
    pick(source.case, CASE)
    assert source.fact.isVisible() and source.fact.count() == len(case.facts) + 1
    pick(source.cause, "0")
    cause = case.causes[0]
    assert asked.causes.chosen() == (cause.slug,) and source.fact.chosen() == str(cause.facts[0])
    asked.name_field.setText("亲属申请没有回避登记")
    asked.area.choose("malfeasance")
    asked.button("save").click()
    (row,) = ledger.services.ledger.rows(ledger.campaign)
    kept = ledger.services.issues.get(row.id).origin
    assert (kept.source, kept.case, kept.fact) == (IssueSource.CASE, CASE, cause.facts[0])
    shown = open_issue(row.id)
    shown.findChild(IssueProblemCard).case_wanted.emit(CASE)
    assert went[-1] == ("case", CASE)


def test_another_source_lets_the_case_go(ledger, open_issue, dialog, qtbot, case):
    issue = ledger.issue(origin=Origin(IssueSource.CASE, case=CASE, fact=2))
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    assert (asked.origin.case.chosen(), asked.origin.fact.chosen()) == (CASE, "2")
    pick(asked.origin.source, IssueSource.AUDIT.name)
    assert not asked.origin.case.isVisible()
    asked.button("save").click()
    assert ledger.services.issues.get(issue).origin == Origin(IssueSource.AUDIT)
    told = "\n".join(one.text() for one in page.findChildren(Paragraph))
    assert "来源：案例对照 → 审计发现" in told and f"对照的案例：{case.title}" in told


def test_document_and_date_are_put_right(ledger, open_issue, dialog, qtbot):
    issue = ledger.issue()
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    asked.origin.document.setText("第三轮巡察反馈意见")
    asked.origin.on.set_day(ledger.today)
    asked.button("save").click()
    assert ledger.services.issues.get(issue).origin == Origin(
        IssueSource.INSPECTION, "第三轮巡察反馈意见", ledger.today
    )


def test_a_case_that_is_no_longer_there_is_kept(ledger, open_issue, dialog, qtbot):
    gone = Origin(IssueSource.CASE, case="pack/case/gone", fact=3)
    issue = ledger.issue(origin=gone)
    page = open_issue(issue)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    asked.leader.setText("李副局长")
    asked.button("save").click()
    assert ledger.services.issues.get(issue).origin == gone


def test_what_a_self_check_has_written_is_shown_and_not_asked_but_for_the_fact_of_its_case(
    ledger, open_issue, dialog, qtbot, nameless_stops
):
    checks = ledger.services.self_checks
    check = checks.begin(ledger.campaign, ledger.units[0], CASE)
    draft = checks.answer(check.id, check.items[0].id, Finding.PRESENT, "9月有3户").answers[0].issue
    before = ledger.services.issues.get(draft).origin
    page = open_issue(draft)
    qtbot.keyClick(page, Qt.Key.Key_E)
    asked = dialog(page, IssueDialog)
    assert not asked.origin.source.isVisible() and not asked.origin.case.isVisible()
    assert nameless_stops(page.window()) == []
    asked.origin.document.setText("三季度对照自查")
    assert before.fact == 0 and asked.origin.fact.isVisible()
    pick(asked.origin.fact, "3")
    asked.button("save").click()
    assert ledger.services.issues.get(draft).origin.fact == 3
    after = ledger.services.issues.get(draft).origin
    assert (after.document, after.statement, after.case) == ("三季度对照自查", before.statement, CASE)
