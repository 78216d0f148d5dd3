"""A unit gets another 分管领导: its open issues go over where that is wanted, each with its history."""

from tests.unit.ledgers import signature


def test_open_issues_of_the_former_one_go_over_and_say_so(office):
    first, second, named = office.add(leader="李某"), office.started(), office.add(leader="周某")
    other = office.add(unit=1, leader="李某")
    handover = office.ledger.handover
    assert [one.id for one in handover.waiting(office.units[0], "李某")] == [first, second]
    assert handover.hand_over(office.units[0], "孙某", "李某") == 2
    assert [office.issues.get(one).text.leader for one in (first, second, named, other)] == [
        *("孙某", "孙某", "周某", "李某")
    ]
    latest = office.issues.history(second)[0]
    assert (latest.reason, latest.fields) == ("分管领导由李某改为孙某", (("责任领导", "李某", "孙某"),))
    assert handover.hand_over(office.units[0], "孙某", "李某") == 0


def test_what_is_being_signed_off_void_or_of_a_campaign_that_is_over_stays(office):
    signing, void = office.started(), office.add(leader="李某")
    for number in (1, 2, 3):
        office.issues.finish_measure(signing, number, "已停发3户", (office.prove(signing, str(number)),))
    office.issues.report_done(signing)
    office.issues.approve(signing, signature("责任单位申请", office.ledger.today()))
    office.issues.void(void, "重复登记")
    assert office.ledger.handover.waiting(office.units[0], "李某") == []
    office.add(leader="李某")
    office.ledger.retire_campaign(office.campaign)
    assert office.ledger.handover.waiting(office.units[0], "李某") == []
