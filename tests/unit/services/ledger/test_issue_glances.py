"""What cards of the board say of issues: kinds, owners, and how many measures count."""

from datetime import date

from app.domain.ledger.issue_glance import IssueGlance
from app.domain.ledger.issue_row import IssueRow
from tests.unit.ledgers import measure


def row(office, issue_id):
    return next(one for one in office.ledger.rows(office.campaign) if one.id == issue_id)


def glance(office, issue_id):
    return office.ledger.glances(office.campaign, [issue_id])[issue_id]


def test_counted_by_issue_a_card_says_how_many_are_lacking(office):
    office.count_by_issue()
    issue_id = office.add()
    assert glance(office, issue_id).lacking_words(row(office, issue_id)) == "还没有措施"
    for number, words in ((1, "措施 1/3，还差 2 条"), (2, "措施 2/3，还差 1 条"), (3, "")):
        office.issues.add_measure(issue_id, measure(number))
        assert glance(office, issue_id).lacking_words(row(office, issue_id)) == words


def test_counted_by_unit_those_of_its_other_issues_count_and_its_own_must_be_concrete(office):
    office.started()
    vague = office.add()
    office.issues.add_measure(vague, measure(4, proof=""))
    assert glance(office, vague).lacking_words(row(office, vague)) == "措施还不具体"
    other = office.add(unit=1)
    office.issues.add_measure(other, measure(4))
    assert glance(office, other).lacking_words(row(office, other)) == "措施 1/3，还差 2 条"


def test_kinds_and_owners_of_what_is_due_first_stand_first(office):
    issue_id = office.add()
    office.issues.add_measure(issue_id, measure(1, owner="何青", deadline=date(2026, 12, 1)))
    office.issues.add_measure(issue_id, measure(2, owner="周明", deadline=date(2026, 9, 1)))
    found = glance(office, issue_id)
    assert found.owners == ("周明", "何青") and found.owner_words == "周明等"
    assert found.kind_words == found.kinds[0]


def test_unknown_issues_are_left_out_and_nothing_is_asked_of_none(office):
    assert office.ledger.glances(office.campaign, ["nobody"]) == {}
    assert office.ledger.glances(office.campaign, []) == {}
    assert IssueGlance().kind_words == IssueGlance().owner_words == ""


def test_once_it_is_at_work_nothing_is_lacking(office):
    issue_id = office.started()
    assert isinstance(row(office, issue_id), IssueRow)
    assert glance(office, issue_id).lacking_words(row(office, issue_id)) == ""
