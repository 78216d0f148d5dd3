"""Units and campaigns, and what is refused where nothing would be kept."""

from dataclasses import replace
from datetime import date

import pytest

from app.domain.codec import from_plain
from app.domain.errors import UserError
from app.domain.ledger.campaign import MEETING_STEP, Campaign, CountBy
from app.services.ledger_desk import NOT_SAVED, LedgerDesk
from tests.unit.ledgers import ORIGIN, measure, signature, text


@pytest.mark.parametrize(
    ("name", "sentence"),
    [
        ("", "请写科室或单位的名称"),
        ("长" * 41, "最多 40 字"),
        ("社会救助股", "已有“社会救助股”"),
        ("机密★股", "密级标志"),
    ],
)
def test_a_unit_needs_a_name_of_its_own(office, name, sentence):
    with pytest.raises(UserError, match=sentence):
        office.ledger.add_unit(name)


def test_a_retired_unit_stays_known_and_lends_its_name(office):
    office.ledger.change_unit(replace(office.ledger.unit(office.units[0]), retired=True))
    assert [unit.id for unit in office.ledger.units()] == office.units[1:]
    assert len(office.ledger.units(retired=True)) == 2
    office.ledger.add_unit("社会救助股")


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": " "}, "请写专项的名称"),
        ({"until": date(2025, 1, 1)}, "结束日期早于开始日期"),
        ({"until": date(2033, 1, 1)}, "最长五年"),
        ({"steps": ()}, "至少要有一步"),
        ({"steps": ("甲", "甲")}, "有重名"),
        ({"due_day": 31}, "只能是 1 到 28 日"),
        ({"due_days": (("u", 0),)}, "只能是 1 到 28 日"),
    ],
)
def test_a_campaign_that_cannot_be_is_refused(office, changes, sentence):
    with pytest.raises(UserError, match=sentence):
        office.ledger.change_campaign(replace(office.ledger.campaign(office.campaign), **changes))


def test_the_steps_are_fixed_once_somebody_has_signed(office):
    from tests.unit.ledgers import TRAIL

    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.report_done(issue_id)
    campaign = office.ledger.campaign(office.campaign)
    office.ledger.change_campaign(replace(campaign, steps=campaign.steps[1:4]))
    office.ledger.change_campaign(campaign)
    office.issues.approve(issue_id, TRAIL[0])
    with pytest.raises(UserError, match="审签步骤不能再改"):
        office.ledger.change_campaign(replace(campaign, steps=campaign.steps[:3]))


def test_counting_per_issue_is_refused_while_an_issue_leans_on_others(office):
    first, second = office.add(), office.add()
    office.issues.add_measure(first, measure(1))
    for number in (2, 3):
        office.issues.add_measure(second, measure(number))
    office.issues.start(first)
    with pytest.raises(UserError, match="第 1 号问题措施就不足了"):
        office.count_by_issue()
    for number in (4, 5):
        office.issues.add_measure(first, measure(number))
    office.count_by_issue()
    assert office.ledger.campaign(office.campaign).count_by is CountBy.ISSUE


@pytest.mark.parametrize(
    "take",
    [
        lambda office, lending: office.issues.void_measure(lending, 1, "改由别的办法"),
        lambda office, lending: office.issues.void(lending, "重复登记"),
        lambda office, lending: office.issues.take_back(lending, "误操作"),
        lambda office, lending: office.issues.edit(lending, text(office.units[1]), 3),
        lambda office, lending: office.issues.edit_measure(lending, measure(1, owner=""), 3),
    ],
)
def test_the_ground_is_not_taken_from_another_issue_at_work(office, take):
    leaning, lending = office.add(), office.add()
    office.issues.add_measure(leaning, measure(3))
    for number in (1, 2):
        office.issues.add_measure(lending, measure(number))
    office.issues.start(leaning)
    with pytest.raises(UserError, match="第 1 号问题正在整改而措施不足了"):
        take(office, lending)
    office.issues.add_measure(leaning, measure(4))
    office.issues.add_measure(leaning, measure(5))
    take(office, lending)


def test_an_issue_names_a_unit_that_there_is(office):
    with pytest.raises(UserError, match="找不到这个科室或单位"):
        office.issues.add(office.campaign, text("nobody"), ORIGIN)


@pytest.mark.parametrize(
    ("changes", "sentence"),
    [
        ({"title": ""}, "请写反馈问题"),
        ({"title": "长" * 101}, "反馈问题有 101 字"),
        ({"detail": "长" * 2001}, "具体表现有 2001 字"),
        ({"area": "nothing"}, "哪一类突出问题"),
        ({"causes": ("nothing",)}, "不在词表里"),
        ({"goal": "秘密★三年"}, "密级标志"),
    ],
)
def test_an_issue_that_cannot_be_written_down_is_refused(office, changes, sentence):
    with pytest.raises(UserError, match=sentence):
        office.add(**changes)


def test_history_is_read_by_a_person(office):
    issue_id = office.add()
    office.issues.edit(issue_id, text(office.units[1], leader="周某"), 1)
    office.issues.void(issue_id, "重复登记")
    void, edited, added = office.issues.history(issue_id)
    assert (void.words, void.reason, void.by) == ("作废", "重复登记", "本机用户")
    assert edited.fields == (("牵头单位", "社会救助股", "殡葬管理所"), ("责任领导", "李某", "周某"))
    assert ("突出问题", "", "损害群众利益") in added.fields
    assert ("原因", "", "制度漏洞、监管盲区") in added.fields


def test_the_history_of_one_issue_is_found_by_an_index(office):
    plan = office.services._unit.connection.execute(
        "EXPLAIN QUERY PLAN SELECT seq, payload FROM event WHERE object = 'x' ORDER BY seq"
    ).fetchall()
    assert "event_object" in plan[0][3]
    assert not any("TEMP B-TREE" in row[3] for row in plan)


def test_where_nothing_is_kept_nothing_may_look_saved(office):
    desk = LedgerDesk(office.services._unit_journal, office.services.bus, office.clock, lambda: "王某", saves=False)
    with pytest.raises(UserError, match=NOT_SAVED[:10]):
        desk.record("ledger_unit.added", "x", {})


def test_look_backs_fall_due_and_are_done(office):
    from app.domain.ledger.look_back import LookBack, Relapse
    from tests.unit.ledgers import TRAIL

    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.report_done(issue_id)
    for approval in TRAIL:
        office.issues.approve(issue_id, approval)
    due = office.issues.due_look_backs
    assert due(office.campaign, date(2026, 6, 1)) == []
    assert [(months, day) for _, months, day in due(office.campaign, date(2026, 9, 2))] == [
        (3, date(2026, 6, 2)),
        (6, date(2026, 9, 2)),
    ]
    office.clock.sleep(100 * 86_400)
    look = LookBack(
        3, office.ledger.today(), "周某", "抽查20户，均在次月停发", Relapse.RELAPSED, "走访5户，1户说又发了"
    )
    office.issues.look_back(issue_id, look)
    assert due(office.campaign, date(2026, 6, 30)) == []
    office.issues.reopen(issue_id, "6月又有1户死亡后发放")
    again = office.issues.get(issue_id)
    assert (again.rounds, again.closed_on) == ((TRAIL,), None)
    assert again.look_backs == (replace(look, reopened=True),)
    with pytest.raises(UserError, match="还没有到"):
        office.issues.oversee(issue_id, _act(date(2027, 1, 1)))


def test_what_is_held_for_good_is_looked_back_on_from_the_day_it_was_reached(office):
    from app.domain.ledger.measure import MeasureKind

    issue_id = office.add()
    lasting = {"kind": MeasureKind.LASTING, "deadline": None, "look_back": date(2026, 12, 1)}
    for number in (1, 2, 3):
        office.issues.add_measure(issue_id, measure(number, **lasting))
    office.issues.start(issue_id)
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.hold(issue_id)
    due = office.issues.due_look_backs
    assert due(office.campaign, date(2026, 6, 1)) == []
    assert [(one.id, months) for one, months, _ in due(office.campaign, date(2026, 6, 2))] == [(issue_id, 3)]


def _act(on):
    from app.domain.ledger.oversight import OversightAct, OversightKind

    return OversightAct(OversightKind.SUPERVISED, on)


def test_a_step_at_a_meeting_asks_for_its_minutes_whatever_it_is_called(office):
    campaign = office.ledger.campaign(office.campaign)
    renamed = tuple("局党委会议定" if campaign.asks_minutes(step) else step for step in campaign.steps)
    with pytest.raises(UserError, match="至少要有一步上会审定"):
        office.ledger.change_campaign(replace(campaign, steps=renamed))
    office.ledger.change_campaign(replace(campaign, steps=renamed[::-1], minutes_steps=("局党委会议定", "没有这一步")))
    kept = office.ledger.campaign(office.campaign)
    assert (kept.minutes_steps, kept.asks_minutes("局党委会议定")) == (("局党委会议定",), True)
    issue_id = office.started()
    for number in (1, 2, 3):
        office.issues.finish_measure(issue_id, number, "已停发3户", (office.prove(issue_id, str(number)),))
    office.issues.report_done(issue_id)
    for step in kept.steps:
        signed = signature(step, office.ledger.today())
        if step == "局党委会议定":
            with pytest.raises(UserError, match="“局党委会议定”要写会议记录或纪要的编号"):
                office.issues.approve(issue_id, signed)
            signed = replace(signed, minutes_number="局党委会纪要〔2026〕3号")
        office.issues.approve(issue_id, signed)
    with pytest.raises(UserError, match="审签步骤不能再改"):
        office.ledger.change_campaign(replace(kept, minutes_steps=kept.steps[:1]))


def test_a_campaign_that_was_stored_before_steps_could_be_marked_is_read_and_kept(office):
    old = {"id": "a", "title": "专项", "since": "2026-01-01", "until": "2026-12-31"}
    assert from_plain(Campaign, old).met == (MEETING_STEP,)
    renamed = from_plain(Campaign, old | {"steps": ["科室申请", "党委会议审定"]})
    assert renamed.met == ()
    office.ledger._store.put_campaign(renamed)
    office.ledger.change_campaign(replace(renamed, title="临时救助专项二"))  # nothing is asked of its steps
    office.ledger.change_campaign(replace(renamed, minutes_steps=("党委会议审定",)))
    assert office.ledger.campaign("a").met == ("党委会议审定",)
