"""Campaign settings, units and their heads, dates as people type them."""

from datetime import date

import pytest

from app.domain.ledger.campaign import CountBy
from app.domain.ledger.ledger_unit import UnitKind
from app.ui.rectify.campaign_dialog import CampaignDialog
from app.ui.rectify.ledger_day import read_day
from app.ui.rectify.units_dialog import UnitsDialog

TODAY = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("2026-12-10", date(2026, 12, 10)),
        ("2026.12.10", date(2026, 12, 10)),
        ("2026年12月10日", date(2026, 12, 10)),
        ("12.10", date(2026, 12, 10)),
        ("12月10日", date(2026, 12, 10)),
        ("1.10", date(2027, 1, 10)),
        ("10/3", date(2026, 10, 3)),
        (" ", None),
    ],
)
def test_a_date_is_read_as_people_type_it(typed, read):
    assert read_day(typed, TODAY) == read


def test_a_day_that_must_have_been_is_never_read_as_one_to_come():
    assert read_day("12.10", TODAY, past=True) == date(2025, 12, 10)
    assert read_day("11.22", TODAY, past=True) == TODAY


@pytest.mark.parametrize("typed", ["13.40", "明天", "2026-02-30", "12"])
def test_what_is_no_date_is_not_guessed(typed):
    with pytest.raises(ValueError):
        read_day(typed, TODAY)


def test_campaign_settings_are_kept(services, ledger, open_ledger, dialog, press):
    page = open_ledger()
    press(page, "专项设置")
    asked = dialog(page, CampaignDialog)
    asked.count_by.set_chosen(CountBy.ISSUE.name)
    asked.due_day.setValue(20)
    asked.due_days.setPlainText("县福利院 18\n不认识的单位 5")
    asked.button("save").click()
    assert "“不认识的单位 5”看不懂" in asked.problem()
    asked.due_days.setPlainText("县福利院 18")
    asked.steps.lines.setPlainText("责任单位申请\n党组（党委）会议审定")
    asked.button("save").click()
    kept = services.ledger.campaign(ledger.campaign)
    assert (kept.count_by, kept.due_day, kept.due_day_of(ledger.units[2])) == (CountBy.ISSUE, 20, 18)
    assert kept.steps == ("责任单位申请", "党组（党委）会议审定")


def test_steps_are_fixed_once_something_was_signed(ledger, open_ledger, dialog, press):
    ledger.closed()
    page = open_ledger()
    press(page, "专项设置")
    asked = dialog(page, CampaignDialog)
    asked.steps.lines.setPlainText("一步")
    asked.button("save").click()
    assert "审签步骤不能再改" in asked.problem()


def test_units_are_added_changed_and_put_out_of_use(services, ledger, open_ledger, dialog, press, qtbot):
    page = open_ledger()
    press(page, "科室与单位")
    asked = dialog(page, UnitsDialog)
    asked.name_field.setText("社会救助股")
    press(page, "添加")
    assert "已有“社会救助股”" in asked._problem.text()
    asked.name_field.setText("县救助站")
    asked.kind.set_chosen(UnitKind.SUBORDINATE.name)
    asked.head.setText("高峰")
    press(page, "添加")
    added = services.ledger.units()[-1]
    assert (added.name, added.kind, added.head) == ("县救助站", UnitKind.SUBORDINATE, "高峰")
    press(page, "修改县救助站")
    asked.leader.setText("李副局长")
    press(page, "保存“县救助站”的修改")
    assert services.ledger.unit(added.id).leader == "李副局长"
    press(page, "停用县救助站")
    assert added.id not in [one.id for one in services.ledger.units()]
    press(page, "恢复县救助站")
    assert added.id in [one.id for one in services.ledger.units()]


def test_every_field_of_the_dialogs_has_a_name(ledger, open_ledger, dialog, press, nameless_stops):
    page = open_ledger()
    for word, kind in (("专项设置", CampaignDialog), ("科室与单位", UnitsDialog)):
        press(page, word)
        assert nameless_stops(page.window()) == []
        dialog(page, kind).dismiss()
