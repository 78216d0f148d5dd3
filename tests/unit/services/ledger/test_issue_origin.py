"""Where an issue came from: a case may be picked by hand, and what was written wrongly can be put right."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.errors import UserError
from app.domain.ledger.issue import IssueSource, Origin
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.self_check import Finding
from tests.unit.ledgers import ORIGIN, text

CASE = "builtin/case/di-bao-lv-se-tong-dao"
FROM_CASE = Origin(IssueSource.CASE, "警示教育会", date(2026, 3, 1), CASE, 2)


def corrected(office, issue_id, origin):
    issue = office.issues.get(issue_id)
    office.issues.edit(issue_id, issue.text, issue.version, origin)
    return office.issues.get(issue_id)


def test_an_issue_is_tied_to_the_case_and_the_fact_that_led_to_it(office):
    issue_id = office.issues.add(office.campaign, text(office.units[0]), FROM_CASE)
    assert office.issues.get(issue_id).origin == FROM_CASE
    found = office.services.case_issues.of(CASE)
    assert [(one.id, one.number, one.state, one.campaign) for one in found] == [
        (issue_id, 1, "待定措施", "临时救助专项")
    ]
    assert office.services.case_issues.of("builtin/case/another") == []


def test_what_is_void_or_names_no_case_is_not_told_at_the_case(office):
    office.add()
    issue_id = office.issues.add(office.campaign, text(office.units[0]), FROM_CASE)
    office.issues.void(issue_id, "重复登记")
    assert office.services.case_issues.of(CASE) == []


def test_source_document_and_date_are_put_right_and_the_history_says_from_what_to_what(office):
    issue_id = office.add()
    audit = Origin(IssueSource.AUDIT, "县审计局〔2026〕5号", date(2026, 3, 1))
    assert corrected(office, issue_id, audit).origin == audit
    (row,) = office.ledger.rows(office.campaign)
    assert row.source is IssueSource.AUDIT  # by which lists filter
    newest = office.issues.history(issue_id)[0]
    assert newest.words == "修改问题" and newest.fields == (
        ("文件或会议", "局务会纪要", "县审计局〔2026〕5号"),
        ("来源日期", "2026-03-02", "2026-03-01"),
        ("来源", "会议议定", "审计发现"),
    )


def test_an_edit_without_a_word_of_the_source_leaves_it(office):
    issue_id = office.add()
    issue = office.issues.get(issue_id)
    office.issues.edit(issue_id, replace(issue.text, leader="周某"), issue.version)
    assert office.issues.get(issue_id).origin == ORIGIN
    again = office.issues.get(issue_id)
    office.issues.edit(issue_id, again.text, again.version, ORIGIN)
    assert office.issues.get(issue_id).version == again.version  # nothing was changed: nothing is told


@pytest.mark.parametrize(
    ("origin", "sentence"),
    [
        (Origin(IssueSource.CASE, fact=2), "要先选案例"),
        (Origin(IssueSource.AUDIT, "机密★报告"), "不得录入国家秘密"),
        (Origin(IssueSource.AUDIT, on=date(2027, 1, 1)), "还没有到"),
        (Origin(IssueSource.AUDIT, "长" * 201), "最多 200 字"),
    ],
)
def test_what_cannot_be_is_refused_both_at_first_and_later(office, origin, sentence):
    with pytest.raises(UserError, match=sentence):
        office.issues.add(office.campaign, text(office.units[0]), origin)
    issue_id = office.add()
    with pytest.raises(UserError, match=sentence):
        corrected(office, issue_id, origin)
    assert office.issues.get(issue_id).origin == ORIGIN


@pytest.fixture
def answered(office):
    """A draft that an answer has made."""
    checks = office.services.self_checks
    check = checks.begin(office.campaign, office.units[0])
    made = checks.answer(check.id, check.items[0].id, Finding.PRESENT, "9月有3户").answers[0].issue
    return check, office.issues.get(made)


def test_what_a_self_check_has_written_is_kept_but_its_document_and_date_may_be_put_right(office, answered):
    _, draft = answered
    assert draft.origin.statement
    for wrong in (
        replace(draft.origin, source=IssueSource.AUDIT),
        replace(draft.origin, case=CASE),
        replace(draft.origin, statement=""),
    ):
        with pytest.raises(UserError, match=r"来源和对照的案例不能改|原文不能改"):
            corrected(office, draft.id, wrong)
    right = replace(draft.origin, document="三季度对照自查", on=date(2026, 3, 2))
    assert corrected(office, draft.id, right).origin == right


def test_which_fact_of_the_case_it_is_is_named_corrected_and_taken_away(office):
    found = Origin(IssueSource.SELF_CHECK, "对照案例", date(2026, 3, 1), CASE, 0, "存在代签的情形")
    issue_id = office.issues.add(office.campaign, text(office.units[0]), found)
    for fact in (3, 6, 0):
        assert corrected(office, issue_id, replace(found, fact=fact)).origin.fact == fact


def test_a_draft_whose_document_somebody_put_right_is_in_other_hands(office, answered):
    check, draft = answered
    corrected(office, draft.id, replace(draft.origin, document="三季度对照自查"))
    office.services.self_checks.answer(check.id, check.items[0].id, Finding.NOT_FOUND, "看错了")
    assert office.issues.get(draft.id).state is IssueState.DRAFT
