"""The history of campaigns, units and outcomes: what it was before, what it became."""

from dataclasses import replace
from datetime import date

from app.domain.codec import to_plain
from app.domain.ledger.campaign import Campaign, CountBy
from app.domain.ledger.frame_change import frame_changes
from app.domain.ledger.ledger_unit import LedgerUnit

CAMPAIGN = Campaign("c", "临时救助专项", date(2026, 1, 1), date(2026, 12, 31))


def told(*campaigns):
    kinds = ["campaign.opened"] + ["campaign.changed"] * len(campaigns)
    return [
        (seq, f"2026-03-0{seq}T01:00:00+00:00", kind, "c", {"by": "周明", "campaign": to_plain(one)})
        for seq, (kind, one) in enumerate(zip(kinds, campaigns, strict=False), 1)
    ]


def test_each_change_says_from_what_to_what_newest_first():
    later = replace(CAMPAIGN, due_day=20, count_by=CountBy.ISSUE)
    last = replace(later, steps=("申请", "上会"), due_days=(("u", 18), ("gone", 3)), until=date(2027, 1, 31))
    newest, middle, opened = frame_changes(told(CAMPAIGN, later, last), {"u": "养老服务股"})
    assert (opened.words, opened.by) == ("建立专项", "周明")
    assert middle.fields == (
        ("具体措施怎么数", CountBy.UNIT.value, CountBy.ISSUE.value),
        ("月报截止日", "每月 25 日", "每月 20 日"),
    )
    assert {name: new for name, _, new in newest.fields} == {
        "结束日期": "2027-01-31",
        "另定截止日的单位": "养老服务股 18 日、已不在的单位 3 日",
        "审签步骤": "申请 → 上会",
    }


def test_what_was_opened_says_only_what_is_not_usual_and_a_change_of_nothing_is_none():
    (opened,) = frame_changes(told(CAMPAIGN, CAMPAIGN), {})
    names = [name for name, _, _ in opened.fields]
    assert names == ["专项名称", "开始日期", "结束日期"] and all(not old for _, old, _ in opened.fields)


def test_an_ended_campaign_and_a_retired_unit_say_so():
    newest, _ = frame_changes(told(CAMPAIGN, replace(CAMPAIGN, retired=True)), {})
    assert newest.fields == (("已结束", "否", "是"),)
    unit = LedgerUnit("u", "养老服务股")
    events = [
        (1, "2026-01-01T00:00:00+00:00", "ledger_unit.added", "u", {"unit": to_plain(unit)}),
        (2, "2026-01-02T00:00:00+00:00", "ledger_unit.changed", "u", {"unit": to_plain(replace(unit, retired=True))}),
    ]
    changed, added = frame_changes(events, {})
    assert (changed.words, changed.fields) == ("修改“养老服务股”", (("停用", "否", "是"),))
    assert added.words == "添加“养老服务股”"


def test_outcomes_say_what_was_done_and_why_and_what_was_wiped_is_left_out():
    entry = {"number": "县信〔2026〕18号"}
    events = [
        (1, "2026-01-01T00:00:00+00:00", "outcome.added", "o", {"by": "周明", "entry": entry}),
        (2, "2026-01-02T00:00:00+00:00", "outcome.voided", "o", {"by": "何青", "entry": entry | {"void_reason": "重"}}),
        (3, "2026-01-03T00:00:00+00:00", "outcome.added", "p", {}),
        (4, "2026-01-04T00:00:00+00:00", "issue.added", "i", {"change": {}}),
    ]
    found = [(one.words, one.by, one.reason) for one in frame_changes(events, {})]
    assert found == [("作废成果：县信〔2026〕18号", "何青", "重"), ("登记成果：县信〔2026〕18号", "周明", "")]
