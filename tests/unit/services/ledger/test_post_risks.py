"""岗位廉政风险: written per unit, changed with a trace, and made into an issue."""

from dataclasses import replace

import pytest

from app.domain.errors import UserError
from app.domain.ledger.issue import IssueSource
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.post_risk import PostRisk, RiskLevel


@pytest.fixture
def risks(office):
    return office.services.post_risks


@pytest.fixture
def risk(office):
    return PostRisk(
        *("", office.units[0], "低保经办岗", "受理、核查、审批申请材料", "一人经手受理、核查、审批"),
        *(RiskLevel.HIGH, "受理与审批分岗，每季度抽查20户", "王某"),
    )


def test_a_line_is_kept_as_it_was_written_by_unit(office, risks, risk):
    risk_id = risks.add(replace(risk, post=" 低保经办岗 ", issue="x", version=9))
    other = risks.add(replace(risk, unit=office.units[1], level=RiskLevel.LOW))
    assert risks.get(risk_id) == replace(risk, id=risk_id)
    assert [one.id for one in risks.of(office.units[0])] == [risk_id]
    assert [one.id for one in risks.of()] == [risk_id, other]


def test_all_of_them_come_unit_by_unit_in_the_order_of_the_office(office, risks, risk):
    for unit, post in ((1, "甲岗"), (0, "乙岗"), (1, "丙岗"), (0, "丁岗")):
        risks.add(replace(risk, unit=office.units[unit], post=post))
    assert [one.post for one in risks.of()] == ["乙岗", "丁岗", "甲岗", "丙岗"]


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"post": " "}, "请写“岗位”"),
        ({"power": ""}, "请写“权力或职责”"),
        ({"risk": ""}, "请写“风险点”"),
        ({"control": ""}, "请写“防控措施”"),
        ({"owner": ""}, "请写“责任人”"),
        ({"owner": "长" * 41}, "“责任人”有 41 字"),
        ({"risk": "长" * 501}, "“风险点”有 501 字"),
        ({"control": "机密★"}, "密级标志"),
        ({"unit": "nobody"}, "找不到这个科室或单位"),
    ],
)
def test_what_is_wanting_is_said(risks, risk, changes, sentence):
    with pytest.raises(UserError, match=sentence):
        risks.add(replace(risk, **changes))
    assert risks.of() == []


def test_every_change_leaves_a_trace_and_a_stale_one_is_refused(risks, risk):
    risk_id = risks.add(risk)
    risks.change(replace(risk, id=risk_id, level=RiskLevel.MIDDLE), 1)
    with pytest.raises(UserError, match="刚才已被修改"):
        risks.change(replace(risk, id=risk_id, owner="孙某"), 1)
    risks.void(risk_id, "岗位已撤并")
    assert (risks.of(), [one.void_reason for one in risks.of(void=True)]) == ([], ["岗位已撤并"])
    assert [(words, reason) for _, _, words, reason in risks.history(risk_id)] == [
        ("作废", "岗位已撤并"),
        ("修改风险点", ""),
        ("登记风险点", ""),
    ]
    with pytest.raises(UserError, match="已作废，不能再改"):
        risks.change(replace(risk, id=risk_id), 3)


def test_a_line_becomes_a_draft_issue_once(office, risks, risk):
    risk_id = risks.add(risk)
    issue = office.issues.get(risks.raise_issue(risk_id, office.campaign, "malfeasance"))
    assert (issue.state, issue.origin.source) == (IssueState.DRAFT, IssueSource.POST_RISK)
    assert (issue.text.title, issue.text.lead_unit, issue.text.area) == (risk.risk, risk.unit, "malfeasance")
    assert "岗位：低保经办岗" in issue.text.detail
    assert risks.get(risk_id).issue == issue.id
    with pytest.raises(UserError, match="已经转为整改问题"):
        risks.raise_issue(risk_id, office.campaign, "malfeasance")
    office.issues.void(issue.id, "重复登记")
    assert risks.raise_issue(risk_id, office.campaign, "malfeasance") != issue.id


def test_an_area_that_there_is_not_makes_nothing(office, risks, risk):
    risk_id = risks.add(risk)
    with pytest.raises(UserError, match="哪一类突出问题"):
        risks.raise_issue(risk_id, office.campaign, "nothing")
    assert (risks.get(risk_id).issue, office.ledger.rows(office.campaign)) == ("", [])
