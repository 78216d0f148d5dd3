"""A 专项 is ended and taken up again; what was changed of it, and of the units, is read where it is set."""

from dataclasses import replace
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QComboBox

from app.domain.ledger.campaign import MEETING_STEP, CountBy
from app.ui.kit.label import Label
from app.ui.kit.modal import Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.campaign_dialog import CampaignDialog
from app.ui.rectify.campaign_ending import CampaignEnding
from app.ui.rectify.ledger_head import RETIRED
from app.ui.rectify.units_dialog import UnitsDialog


@pytest.fixture
def other(ledger, services):
    """Another campaign, an older one."""
    day = services.ledger.today()
    return services.ledger.open_campaign("上一个专项", day - timedelta(days=400), day - timedelta(days=300))


def said(widget, kind=Paragraph):
    return [one.text() for one in widget.findChildren(kind) if one.isVisible()]


def choices(page):
    field = page._head._campaign
    return [field.itemText(at) for at in range(field.count())]


def top(page, kind=Modal):
    return [one for one in page.window().findChildren(kind) if one.isVisible()][-1]


def test_a_campaign_is_ended_after_a_plain_question_and_leaves_lists_and_home(
    ledger, other, services, open_ledger, press, qtbot
):
    ledger.working("逾期的", days=-2)
    page = open_ledger()
    assert services.ledger_dues.entries()
    page._set_campaign()
    press(page, "结束专项")
    question = next(words for words in said(top(page)) if "不再提醒" in words)
    assert question.startswith("还有 1 个问题没有销号，其中 1 个已逾期。结束后")
    top(page).button("").click()
    assert not services.ledger.campaign(ledger.campaign).retired
    top(page).findChild(CampaignEnding).ask()
    top(page).button("end").click()
    assert services.ledger.campaign(ledger.campaign).retired
    assert page._campaign.id == other
    assert not any("临时救助" in words for words in choices(page))
    assert not any(entry.detail == "临时救助资金监管专项" for entry in services.ledger_dues.entries())


def test_what_is_over_is_shown_on_wish_and_comes_back(ledger, other, services, open_ledger, press, monkeypatch):
    monkeypatch.setattr(QComboBox, "showPopup", lambda self: None)  # there is no screen to open it on
    ledger.issue("还在的")
    services.ledger.retire_campaign(ledger.campaign)
    page = open_ledger()
    field = page._head._campaign
    assert page._campaign.id == other and "已结束的专项（1）…" in choices(page)
    field.setCurrentIndex(field.findData(RETIRED))
    assert page._campaign.id == other and any(words.startswith("（已结束）临时救助") for words in choices(page))
    field.setCurrentIndex(field.findData(ledger.campaign))
    assert [row.title for row in page._shown] == ["还在的"]
    page._set_campaign()
    press(page, "恢复专项")
    assert not services.ledger.campaign(ledger.campaign).retired and page._campaign.id == ledger.campaign


def test_where_all_are_over_the_last_one_is_still_there_to_be_taken_up(ledger, services, open_ledger):
    ledger.issue("还在的")
    services.ledger.retire_campaign(ledger.campaign)
    page = open_ledger()
    assert page._campaign.id == ledger.campaign and page._head._settings.isVisible()


def test_the_settings_tell_who_changed_what_from_what_to_what(ledger, services, open_ledger, press):
    made = services.ledger
    steps = ("责任单位申请", MEETING_STEP)
    made.change_campaign(replace(made.campaign(ledger.campaign), due_day=20, count_by=CountBy.ISSUE, steps=steps))
    made.change_campaign(replace(made.campaign(ledger.campaign), due_days=((ledger.units[1], 18),)))
    page = open_ledger()
    page._set_campaign()
    shown = said(top(page, CampaignDialog))
    assert "另定截止日的单位：无 → 养老服务股 18 日" in shown
    assert "月报截止日：每月 25 日 → 每月 20 日" in shown
    assert "具体措施怎么数：每个责任单位不少于3条 → 每个问题不少于3条" in shown
    assert any(words.endswith(f"→ 责任单位申请 → {MEETING_STEP}") for words in shown)
    by = services.profiles.current.shown_name
    assert any(words.endswith(f"　{by}") for words in said(top(page, CampaignDialog), Label))
    press(page, "全部 3 条")
    assert "建立专项" in said(top(page))


def test_the_units_tell_it_too_as_soon_as_they_are_changed(ledger, services, open_ledger):
    page = open_ledger()
    page._edit_units()
    shown = top(page, UnitsDialog)
    assert "添加“县福利院”" in said(shown)
    shown._retire(services.ledger.unit(ledger.units[2]))
    assert "修改“县福利院”" in said(shown) and "停用：否 → 是" in said(shown)
