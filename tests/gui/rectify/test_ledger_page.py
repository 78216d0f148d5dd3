"""整改台账: choosing a campaign, the table, filters, order, the other views, exporting what is on screen."""

from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource, Origin
from app.domain.ledger.issue_state import IssueState
from app.ui.kit.label import Label
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.campaign_dialog import CampaignDialog
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.ledger_columns import DEADLINE, HEADS, MEASURES, TITLE
from app.ui.rectify.ledger_filter import LedgerFilter
from app.ui.rectify.ledger_group import LedgerGroup
from app.ui.rectify.ledger_page import LedgerPage

CONTROL = Qt.KeyboardModifier.ControlModifier


def cells(page, column=TITLE):
    model = page._views.current().model()
    return [model.index(row, column).data() for row in range(model.rowCount())]


def rows(ledger):
    return ledger.services.ledger.rows(ledger.campaign)


def labels(page):
    return [one.text() for one in page.findChildren(Label) if one.isVisible()]


def test_without_a_campaign_one_is_made_first(services, open_ledger, dialog, press, qtbot):
    page = open_ledger()
    assert any("先建一个专项" in one.text() for one in page.findChildren(Paragraph))
    page.main_action()
    asked = dialog(page, CampaignDialog)
    press(page, "建立专项")
    assert "专项的名称" in asked.problem() and services.ledger.campaigns() == []
    asked.name_field.setText("临时救助资金监管专项")
    asked.until.line.setText("2099.12.31")
    press(page, "建立专项")
    assert "最长五年" in asked.problem()
    asked.until.set_day(services.ledger.today() + timedelta(days=90))
    qtbot.keyClick(asked.name_field, Qt.Key.Key_Return)
    assert [one.title for one in services.ledger.campaigns()] == ["临时救助资金监管专项"]
    assert any("还没有问题清单。做一次对照自查，约 10 分钟。" in one.text() for one in page.findChildren(Paragraph))


def test_what_was_typed_is_thrown_away_only_when_asked_twice(ledger, open_ledger, dialog, qtbot):
    page = open_ledger()
    qtbot.keyClick(page, Qt.Key.Key_N)
    asked = dialog(page, IssueDialog)
    assert QApplication.focusWidget() is asked.name_field
    asked.name_field.setText("值守只打电话")
    qtbot.keyClick(asked.name_field, Qt.Key.Key_Escape)
    assert asked.isVisible() and "还没有保存" in asked.problem()
    qtbot.keyClick(asked.name_field, Qt.Key.Key_Escape)
    assert not asked.isVisible() and rows(ledger) == []


def test_a_new_issue_is_registered_and_opened(ledger, open_ledger, dialog, went, qtbot, press):
    page = open_ledger()
    qtbot.keyClick(page, Qt.Key.Key_N, CONTROL)
    asked = dialog(page, IssueDialog)
    asked.name_field.setText("值守只打电话不查岗")
    press(page, "登记问题")
    assert "哪一类" in asked.problem()
    asked.area.choose("safety-hazard")
    asked.unit.setCurrentIndex(asked.unit.findData(ledger.units[1]))
    assert asked.leader.text() == "李副局长"
    asked.causes.chip("duty-neglect").click()
    asked.origin.document.setText("党组会纪要〔2026〕12号")
    asked.origin.on.line.setText("3.5")
    press(page, "登记问题")
    (row,) = rows(ledger)
    issue = ledger.services.issues.get(row.id)
    assert (issue.text.causes, issue.text.leader, issue.state) == (("duty-neglect",), "李副局长", IssueState.PLANNING)
    assert issue.origin.on is not None and (issue.origin.on.month, issue.origin.on.day) == (3, 5)
    assert went == [("issue", row.id)]


def test_overdue_ones_stand_first_with_their_days_and_no_percentages(ledger, open_ledger):
    ledger.planned("没有逾期的", unit=1, leader="李副局长")
    ledger.working("已经逾期的", days=-6)
    page = open_ledger()
    assert cells(page) == ["已经逾期的", "没有逾期的"]
    assert cells(page, DEADLINE)[0] == "逾期 6 天"
    assert cells(page, MEASURES)[0] == "措施完成 0/3"
    assert not any("%" in cell for column in range(len(HEADS)) for cell in cells(page, column))


def test_the_strip_counts_what_is_valid(ledger, open_ledger, qtbot):
    ledger.closed("已销号的")
    ledger.working("逾期的", days=-2, unit=1)
    ledger.services.issues.void(ledger.issue("作废的", unit=2), "重复登记")
    page = open_ledger(reported=lambda campaign: (4, 7) if campaign == ledger.campaign else None)
    shown = labels(page)
    assert shown.index("2") < shown.index("个问题") < shown.index("已销号") < shown.index("已逾期")
    assert shown[shown.index("已销号") - 1] == shown[shown.index("已逾期") - 1] == "1"
    qtbot.waitUntil(lambda: "4/7" in labels(page))


def test_it_is_narrowed_by_words_unit_leader_state_dimension_source_and_lateness(ledger, open_ledger):
    ledger.working("入户核查代签", days=-3)
    ledger.planned("值守只打电话", unit=1, leader="李副局长")
    ledger.services.issues.void(ledger.issue("重复的", unit=2), "重复")
    page = open_ledger()
    wanted = {
        LedgerFilter(): ["入户核查代签", "值守只打电话"],
        LedgerFilter(query="电话 养老"): ["值守只打电话"],
        LedgerFilter(unit=ledger.units[0]): ["入户核查代签"],
        LedgerFilter(leader="李副局长"): ["值守只打电话"],
        LedgerFilter(state=IssueState.VOID.value): ["重复的"],
        LedgerFilter(source="对照自查"): None,
        LedgerFilter(overdue=True): ["入户核查代签"],
    }
    for narrowed, titles in wanted.items():
        page._filter.set_filter(narrowed)
        if titles is None:
            assert any("没有符合条件" in one.text() for one in page.findChildren(Paragraph) if one.isVisible())
        else:
            assert cells(page) == titles, narrowed


def test_a_click_on_a_head_orders_turns_round_and_goes_back_to_overdue_first(ledger, open_ledger):
    for title, days in (("乙", 9), ("甲", -4), ("丙", 30)):
        ledger.planned(title, days)
    page = open_ledger()
    seen = []
    for _ in range(3):
        page._views.current().horizontalHeader().sectionClicked.emit(DEADLINE)
        seen.append(cells(page))
    assert seen == [["甲", "乙", "丙"], ["丙", "乙", "甲"], ["甲", "乙", "丙"]]


def test_arrows_choose_and_enter_opens(ledger, open_ledger, went, qtbot):
    ledger.issue("第一个")
    second = ledger.issue("第二个")
    page = open_ledger()
    assert page._views.current().hasFocus()
    qtbot.keyClick(page._views.current(), Qt.Key.Key_Down)
    qtbot.keyClick(page._views.current(), Qt.Key.Key_Return)
    assert went == [("issue", second)]


def test_the_time_line_goes_by_month_of_the_next_deadline(ledger, open_ledger, qtbot):
    late = ledger.planned("晚的", 70)
    early = ledger.planned("早的", 1)
    ledger.issue("没有期限的")
    page = open_ledger()
    qtbot.keyClick(page, Qt.Key.Key_3, CONTROL)
    model = page._views.current().model()
    entries = [model.row(at) for at in range(model.rowCount())]
    assert [one.title for one in entries if not isinstance(one, LedgerGroup)] == ["早的", "晚的", "没有期限的"]
    assert entries[-2].title == "还没有期限"
    page._views.current().choose(early)
    qtbot.keyClick(page._views.current(), Qt.Key.Key_Down)
    assert page._views.chosen() == late  # past the head between them


def test_leaders_stand_in_the_order_of_the_units_however_much_is_done(ledger, open_ledger):
    ledger.issue("李的一个", unit=1, leader="李副局长")
    ledger.closed("李的已销号", unit=1, leader="李副局长")
    ledger.working("王的逾期", days=-30)
    page = open_ledger()
    page._choose_view("leaders")
    model = page._views.current().model()
    heads = [one for at in range(model.rowCount()) if isinstance(one := model.row(at), LedgerGroup)]
    assert [one.title for one in heads] == ["王副局长", "李副局长"]
    assert heads[0].words == "1 个问题 · 已销号 0 · 已逾期 1"


def group(page, key):
    page._filter._group.setCurrentIndex(page._filter._group.findData(key))


def heads(page):
    model = page._views.current().model()
    found = [model.row(at) for at in range(model.rowCount())]
    return [(one.title, one.words) for one in found if isinstance(one, LedgerGroup)]


def test_the_table_is_grouped_by_what_one_chooses(ledger, open_ledger):
    ledger.issue("养老的", unit=1, leader="李副局长", dimension=Dimension.SYSTEM, origin=Origin(IssueSource.AUDIT))
    ledger.working("救助的逾期", days=-6)
    ledger.issue("没有单位的", unit=None, leader="")
    page = open_ledger()
    assert heads(page) == []
    wanted = {
        "unit": ["社会救助股", "养老服务股", "还没有指定牵头单位"],
        "state": ["待定措施", "正在整改"],
        "dimension": ["监管盲区", "制度机制"],
        "source": ["巡视巡察反馈", "审计发现"],
        "leader": ["王副局长", "李副局长", "还没有写责任领导"],
    }
    for key, titles in wanted.items():
        group(page, key)
        assert [title for title, _ in heads(page)] == titles, key
    group(page, "unit")
    assert heads(page)[0] == ("社会救助股", "1 个问题 · 逾期 1")
    assert heads(page)[1] == ("养老服务股", "1 个问题")
    group(page, "")
    assert heads(page) == []


def test_heads_of_groups_are_reached_by_arrows_read_out_and_folded_by_enter(ledger, open_ledger, went, qtbot):
    first = ledger.issue("第一个")
    ledger.issue("第二个", unit=1)
    page = open_ledger()
    group(page, "unit")
    table = page._views.current()
    assert page._views.chosen() == first
    qtbot.keyClick(table, Qt.Key.Key_Up)
    spoken = table.currentIndex().data(Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "社会救助股，1 个问题" and page._views.chosen() == ""
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert cells(page) == ["社会救助股，1 个问题，已收起", "养老服务股，1 个问题", "第二个"] and went == []
    assert table.currentIndex().row() == 0
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(table.currentIndex()).center())
    assert cells(page)[1] == "第一个"
    qtbot.keyClick(table, Qt.Key.Key_Down)
    qtbot.keyClick(table, Qt.Key.Key_Return)
    assert went == [("issue", first)]


def test_groups_hold_in_the_table_only_keep_the_filter_and_come_again(services, ledger, open_ledger, watched):
    ledger.issue("养老的", unit=1)
    ledger.issue("救助的")
    page = open_ledger()
    page._filter.set_filter(LedgerFilter(group="unit"))
    assert not page._filter.filter().narrows and [row.title for row in page._shown] == ["救助的", "养老的"]
    page._filter.clear_all()
    assert len(heads(page)) == 2
    page._choose_view("board")
    assert not page._filter._group.isVisible() and [row.title for row in page._shown] == ["养老的", "救助的"]
    page._choose_view("table")
    assert page._filter._group.isVisible() and len(heads(page)) == 2
    again = LedgerPage(services.ledger, services.issues)
    again.restore(page.state())
    watched(again)
    assert again.state() == page.state() and len(heads(again)) == 2


def test_view_filter_and_choice_are_there_when_the_page_comes_again(services, ledger, open_ledger, watched):
    ledger.issue("第一个")
    chosen = ledger.issue("第二个", unit=1)
    page = open_ledger()
    page._choose_view("timeline")
    page._filter.set_filter(LedgerFilter(unit=ledger.units[1], order="-number"))
    page._views.current().choose(chosen)
    again = LedgerPage(services.ledger, services.issues)
    again.restore(page.state())
    watched(again)
    assert again.state() == page.state() and again._views.chosen() == chosen


def test_another_campaign_shows_its_own_issues(services, ledger, open_ledger):
    ledger.issue("这个专项的")
    day = services.ledger.today()
    other = services.ledger.open_campaign("另一个专项", day - timedelta(days=400), day - timedelta(days=300))
    services.issues.add(other, ledger.text("另一个专项的"), Origin(IssueSource.OTHER))
    page = open_ledger()
    assert cells(page) == ["这个专项的"]
    page._head._campaign.setCurrentIndex(page._head._campaign.findData(other))
    assert cells(page) == ["另一个专项的"]


class Exports:
    """Keeps what it was asked to write."""

    def __init__(self):
        self.written = []

    def choices(self):
        return [("ledger", "整改台账（Excel）")]

    def suggested_name(self, key, campaign_id):
        return "整改台账.xlsx"

    def write(self, key, campaign_id, issue_ids, heads, path):
        assert not heads
        self.written.append((key, campaign_id, list(issue_ids), path))


def test_what_is_on_screen_is_exported_in_its_order(ledger, open_ledger, said, qtbot, tmp_path):
    first, second = ledger.issue("第一个"), ledger.issue("第二个")
    ledger.issue("别的单位的", unit=1)
    exports, path = Exports(), tmp_path / "整改台账.xlsx"
    page = open_ledger(exports=exports)
    page._export._where = lambda parent, name: path
    page._filter.set_filter(LedgerFilter(unit=ledger.units[0], order="-number"))
    qtbot.keyClick(page, Qt.Key.Key_E, CONTROL)
    assert exports.written == [("ledger", ledger.campaign, [second, first], path)]
    assert said[-1][0] == "green" and "已导出 2 条" in said[-1][1]


def test_the_numbers_that_are_missing_are_explained_on_screen_as_in_what_is_exported(ledger, open_ledger):
    ids = [ledger.issue(title) for title in ("第一个", "第二个", "第三个")]
    page = open_ledger()
    assert not page._gaps.isVisible()
    ledger.services.issues.void(ids[1], "重复登记")
    page = open_ledger()
    said = "序号 2 已作废（原因见台账历史），不再编号。"
    for view in ("table", "board", "timeline", "leaders"):
        page._choose_view(view)
        assert page._gaps.isVisible() and page._gaps.text() == said
    for wanted in (LedgerFilter(), LedgerFilter(query="第一个"), LedgerFilter(state=IssueState.VOID.value)):
        page._filter.set_filter(wanted)
        made = ledger.services.ledger_documents.extract(*page._on_screen())
        assert made.gaps == (page._gaps.text() if page._gaps.isVisible() else "")
        assert (made.gaps == "") == (wanted.state == IssueState.VOID.value)


def test_without_anybody_who_exports_there_is_no_button(ledger, open_ledger):
    ledger.issue()
    page = open_ledger()
    assert not page._export.isVisible()


@pytest.mark.parametrize("view", ["table", "board", "timeline", "leaders"])
def test_every_tab_stop_has_a_name(ledger, open_ledger, nameless_stops, view):
    ledger.working()
    page = open_ledger()
    page._choose_view(view)
    assert nameless_stops(page.window()) == []


@pytest.mark.parametrize("size", [(1278, 712), (900, 500)])
def test_nothing_is_wider_than_the_page(ledger, open_ledger, size):
    ledger.working()
    page = open_ledger(size)
    assert page.minimumSizeHint().width() <= size[0]


def test_with_little_height_the_choices_come_on_demand(ledger, open_ledger, press):
    ledger.issue(unit=1)
    page = open_ledger((884, 484))
    assert not page._filter._unit.isVisible() and page._filter.search.isVisible()
    press(page, "筛选")
    assert page._filter._unit.isVisible()
    page._filter.set_filter(LedgerFilter(unit=ledger.units[1]))
    assert page._filter._more.label() == "筛选 1"
