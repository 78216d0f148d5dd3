"""督办, 监督意见 and 回头看 that were wrong: void with why, still to be read, counted nowhere."""

from datetime import timedelta

import pytest

from app.domain.errors import UserError
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.issue_voids import Noted
from app.domain.ledger.look_back import EXTRA, LookBack, Relapse
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from tests.unit.ledgers import signature

WHY = "登记到了别的问题上"


def closed(office):
    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.report_done(issue_id)
    for step in office.ledger.campaign(office.campaign).steps:
        office.issues.approve(issue_id, signature(step, office.ledger.today()))
    office.clock.sleep(100 * 86_400)
    return issue_id


def look(office, relapse=Relapse.NONE, months=3):
    facts = ("抽查20户，均在次月停发", relapse, "走访5户，都知道公示在哪里")
    return LookBack(months, office.ledger.today(), "周某", *facts)


@pytest.fixture
def noted(office):
    issue_id = office.started()
    today = office.ledger.today()
    for kind in (OversightKind.SUPERVISED, OversightKind.REMINDED):
        office.issues.oversee(issue_id, OversightAct(kind, today))
    office.issues.note_opinion(issue_id, OversightOpinion("派驻组", today, "请把抽查结果列入回头看"))
    return issue_id


def test_an_act_and_an_opinion_are_void_with_why_and_stay_to_be_read(office, noted):
    office.issues.void_entry(noted, Noted.ACT, 1, WHY)
    office.issues.void_entry(noted, Noted.OPINION, 0, "重复登记")
    issue = office.issues.get(noted)
    assert [(one.kind.value, one.void_reason) for one in issue.acts] == [("督办", ""), ("提醒", WHY)]
    assert (issue.opinions[0].text, issue.opinions[0].void_reason) == ("请把抽查结果列入回头看", "重复登记")
    newest, before = office.issues.history(noted)[:2]
    assert newest.words.startswith("作废监督意见：派驻组") and newest.reason == "重复登记"
    assert before.words.startswith("作废督办事项：提醒") and before.reason == WHY


@pytest.mark.parametrize(
    ("place", "reason", "sentence"),
    [
        (0, " ", "请写明作废这条督办事项的原因"),
        (2, WHY, "找不到这条督办事项"),
        (-1, WHY, "找不到"),
        (0, "机密★", "国家秘密"),
    ],
)
def test_what_cannot_be_void_says_why(office, noted, place, reason, sentence):
    with pytest.raises(UserError, match=sentence):
        office.issues.void_entry(noted, Noted.ACT, place, reason)


def test_it_is_void_once_and_not_in_a_void_issue(office, noted):
    office.issues.void_entry(noted, Noted.ACT, 0, WHY)
    with pytest.raises(UserError, match="已经作废"):
        office.issues.void_entry(noted, Noted.ACT, 0, WHY)
    office.issues.void(noted, "重复登记")
    with pytest.raises(UserError, match="不能再改"):
        office.issues.void_entry(noted, Noted.OPINION, 0, WHY)


def test_a_void_look_back_counts_nowhere_and_is_due_again(office):
    issue_id = closed(office)
    office.issues.look_back(issue_id, look(office, Relapse.RELAPSED))
    assert office.services.outcomes.summary(office.campaign).relapsed == 1
    assert office.issues.due_look_backs(office.campaign, office.ledger.today()) == []
    office.issues.void_entry(issue_id, Noted.LOOK_BACK, 0, WHY)
    assert office.services.outcomes.summary(office.campaign).relapsed == 0
    ((_, months, _),) = office.issues.due_look_backs(office.campaign, office.ledger.today())
    assert months == 3
    office.issues.look_back(issue_id, look(office))
    assert [one.void_reason for one in office.issues.get(issue_id).look_backs] == [WHY, ""]
    assert [one.id for one in office.issues.looked_back(office.campaign)] == [issue_id]


def test_a_look_back_with_a_wrong_day_does_not_bar_the_right_one(office):
    issue_id = closed(office)
    office.issues.look_back(issue_id, look(office))
    earlier = LookBack(3, office.ledger.today() - timedelta(5), "周某", "抽查20户，均停发", Relapse.NONE, "走访5户")
    with pytest.raises(UserError, match="早于上一次"):
        office.issues.look_back(issue_id, earlier)
    office.issues.void_entry(issue_id, Noted.LOOK_BACK, 0, "日期写错")
    office.issues.look_back(issue_id, earlier)


def test_what_opened_the_issue_again_cannot_be_void_and_what_did_not_can(office):
    issue_id = closed(office)
    office.issues.look_back(issue_id, look(office))
    office.issues.look_back(issue_id, look(office, Relapse.RELAPSED, EXTRA))
    office.issues.reopen(issue_id, "6月又有1户死亡后发放")
    assert office.issues.get(issue_id).state is IssueState.WORKING
    with pytest.raises(UserError, match="问题已据此重新打开，不能作废"):
        office.issues.void_entry(issue_id, Noted.LOOK_BACK, 1, WHY)
    office.issues.void_entry(issue_id, Noted.LOOK_BACK, 0, WHY)


def test_an_issue_opened_again_for_another_reason_leaves_its_look_backs_free(office):
    issue_id = closed(office)
    office.issues.look_back(issue_id, look(office))
    office.issues.reopen(issue_id, "审计又指出同一问题")
    office.issues.void_entry(issue_id, Noted.LOOK_BACK, 0, WHY)


def test_home_asks_again_for_a_look_back_that_is_void_and_for_the_day_of_a_measure(office):
    issue_id = closed(office)
    looks = office.services.ledger_dues._glance.look_backs
    assert len(looks(office.campaign)) == 3
    office.issues.look_back(issue_id, look(office))
    assert len(looks(office.campaign)) == 2
    office.issues.void_entry(issue_id, Noted.LOOK_BACK, 0, WHY)
    assert len(looks(office.campaign)) == 3
