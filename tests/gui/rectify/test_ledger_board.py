"""The board: cards are moved by dragging, keys and menu; gates refuse in words; nothing is closed by moving."""

from dataclasses import replace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QMenu

from app.domain.ledger.campaign import CountBy
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import MeasureKind
from app.ui.kit.toast import Toast
from app.ui.kit.tokens import px
from app.ui.rectify.board_card_delegate import HEIGHT
from app.ui.rectify.board_model import AT_ONCE, MIME
from app.ui.rectify.board_moves import COLUMNS, TRAIL, MoveWay, move_to
from app.ui.rectify.board_view import BoardView
from app.ui.rectify.ledger_month import month_of
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from tests.gui.rectify.conftest import WHAT

CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def open_board(open_ledger):
    def opened(chosen=""):
        page = open_ledger()
        page._choose_view("board")
        if chosen:
            page._views.current().choose(chosen)
            page._views.focus_view()
        return page

    return opened


def state(ledger, issue_id):
    return ledger.services.issues.get(issue_id).state


def titles(page, wanted):
    model = page._views.current().lists()[wanted].issues
    return [model.row(at).title for at in range(model.rowCount())]


def push(qtbot, page, key=Qt.Key.Key_Right):
    board = page._views.current()
    qtbot.keyClick(board.lists()[board._here], key, CONTROL)


def drop(page, issue_id, target):
    data = QMimeData()
    data.setData(MIME, issue_id.encode())
    copy, none = Qt.DropAction.CopyAction, Qt.KeyboardModifier.NoModifier
    event = QDropEvent(QPointF(20, 20), copy, data, Qt.MouseButton.LeftButton, none)
    page._views.current().lists()[target].dropEvent(event)


def test_each_state_is_a_column_with_its_cards(ledger, open_board):
    ledger.issue("待确认的", confirmed=False)
    ledger.planned("待定的")
    ledger.working("整改的")
    ledger.services.issues.void(ledger.issue("作废的"), "重复")
    page = open_board()
    assert titles(page, IssueState.DRAFT) == ["待确认的"]
    assert titles(page, IssueState.PLANNING) == ["待定的"]
    assert titles(page, IssueState.WORKING) == ["整改的"]
    assert IssueState.VOID not in page._views.current().lists()


def test_control_and_right_moves_a_card_on_and_the_toast_takes_it_back(ledger, open_board, qtbot):
    issue = ledger.planned()
    page = open_board(issue)
    push(qtbot, page)
    assert state(ledger, issue) is IssueState.WORKING and page._views.chosen() == issue
    page.findChild(Toast)._take_back()
    assert state(ledger, issue) is IssueState.PLANNING
    newest = ledger.services.issues.history(issue)[0]
    assert newest.words.startswith("退回上一步") and "误操作" in newest.reason


def test_a_refused_move_says_the_sentence_of_the_gate_and_moves_nothing(ledger, open_board, said, qtbot):
    issue = ledger.issue()
    ledger.measure(issue)
    page = open_board(issue)
    push(qtbot, page)
    assert state(ledger, issue) is IssueState.PLANNING
    assert said[-1][0] == "amber" and "还差 2 条，才能开始整改" in said[-1][1]


def test_dropping_a_card_is_the_same_move(ledger, open_board, said):
    issue = ledger.planned()
    page = open_board()
    drop(page, issue, IssueState.MOSTLY)
    assert state(ledger, issue) is IssueState.PLANNING and "可以记为基本完成" in said[-1][1]
    drop(page, issue, IssueState.WORKING)
    assert state(ledger, issue) is IssueState.WORKING


def test_moving_never_closes_it_opens_the_trail(ledger, open_board, said, went, qtbot):
    issue = ledger.finished()
    page = open_board(issue)
    drop(page, issue, IssueState.CLOSED)
    push(qtbot, page)
    assert state(ledger, issue) is IssueState.DONE and ledger.services.issues.get(issue).approvals == ()
    assert said[-1] == ("amber", TRAIL) and went == [("issue", issue)] * 2


def test_going_back_asks_for_a_reason(ledger, open_board, dialog, qtbot):
    issue = ledger.working()
    page = open_board(issue)
    push(qtbot, page, Qt.Key.Key_Left)
    asked = dialog(page, LedgerReasonDialog)
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    assert asked.isVisible() and "请写明为什么退回" in asked.problem()
    asked.reason.setText("误操作")
    qtbot.keyClick(asked.reason, Qt.Key.Key_Return)
    assert state(ledger, issue) is IssueState.PLANNING


def test_a_closed_one_is_reopened_with_a_reason_only(ledger, open_board, dialog, said):
    issue = ledger.closed()
    page = open_board(issue)
    drop(page, issue, IssueState.PLANNING)
    assert "只能重新打开" in said[-1][1]
    drop(page, issue, IssueState.WORKING)
    dialog(page, LedgerReasonDialog).reason.setText("10月抽查又发现2份代签")
    dialog(page, LedgerReasonDialog).button("save").click()
    assert state(ledger, issue) is IssueState.WORKING
    assert len(ledger.services.issues.get(issue).rounds) == 1


def test_the_menu_offers_every_other_column(ledger, open_board, press, qtbot):
    issue = ledger.planned()
    page = open_board(issue)
    press(page, "移到…")
    menu = page.findChild(QMenu)
    enabled = {action.text(): action.isEnabled() for action in menu.actions()}
    assert len(enabled) == len(COLUMNS) and not enabled["移到“待定措施”"]
    next(one for one in menu.actions() if "正在整改" in one.text()).trigger()
    menu.close()
    assert state(ledger, issue) is IssueState.WORKING


def test_arrows_go_across_to_the_next_column_that_has_cards(ledger, open_board, went, qtbot):
    first = ledger.issue("待确认的", confirmed=False)
    last = ledger.working("整改的")
    page = open_board(first)
    board = page._views.current()
    qtbot.keyClick(board.lists()[IssueState.DRAFT], Qt.Key.Key_Right)
    assert board.chosen() == last and board.lists()[IssueState.WORKING].hasFocus()
    qtbot.keyClick(board.lists()[IssueState.WORKING], Qt.Key.Key_Return)
    assert went == [("issue", last)]


def test_the_board_is_one_tab_stop(ledger, open_board):
    page = open_board(ledger.working())
    stops = [one for one in page._views.current().lists().values() if one.focusPolicy() & Qt.FocusPolicy.TabFocus]
    assert stops == [page._views.current().lists()[IssueState.WORKING]]


def test_letters_typed_in_the_search_are_no_commands(ledger, open_board, qtbot):
    ledger.issue()
    page = open_board()
    qtbot.keyClick(page, Qt.Key.Key_F, CONTROL)
    assert page._filter.search.hasFocus()
    qtbot.keyClicks(page._filter.search, "nn")
    assert page._filter.search.text() == "nn" and not page.window().findChildren(LedgerReasonDialog)
    assert [one for one in page.window().findChildren(QLineEdit) if one.accessibleName() == "反馈问题"] == []


@pytest.mark.parametrize("here", COLUMNS)
@pytest.mark.parametrize("there", COLUMNS)
def test_every_move_has_a_meaning_and_none_closes(here, there):
    move = move_to(here, there)
    assert (move.way is MoveWay.NOTHING) == (here is there)
    if there is IssueState.CLOSED and here is not there:
        assert move.way is MoveWay.TRAIL
    assert move.name != "approve"
    assert move.way is not MoveWay.REFUSED or move.words.endswith("。")


def spoken(page, wanted, at=0):
    model = page._views.current().lists()[wanted].issues
    return model.index(at, 0).data(Qt.ItemDataRole.AccessibleTextRole)


def test_a_card_tells_kind_owner_and_how_many_measures_are_lacking(ledger, open_board):
    ledger.services.ledger.change_campaign(
        replace(ledger.services.ledger.campaign(ledger.campaign), count_by=CountBy.ISSUE)
    )
    short = ledger.issue("差一条的")
    ledger.measure(short, WHAT[0], 9, owner="周明", kind=MeasureKind.AT_ONCE)
    ledger.measure(short, WHAT[1], 20, owner="何青")
    ledger.issue("没有措施的")
    ledger.working("够了的")
    page = open_board()
    first, second = (spoken(page, IssueState.PLANNING, at) for at in (0, 1))
    assert "类别 立行立改、限期整改" in first and "责任人 周明、何青" in first
    assert "措施 2/3，还差 1 条" in first and "还没有措施" in second
    assert "还差" not in spoken(page, IssueState.WORKING)
    glance = page._views.current().lists()[IssueState.PLANNING].issues.glance(0)
    assert (glance.kind_words, glance.owner_words) == ("立行立改等", "周明等")


def test_a_card_counts_the_measures_of_its_unit_where_the_campaign_does(ledger, open_board):
    ledger.planned("已有三条的")
    ledger.measure(ledger.issue("同单位只有一条的"))
    ledger.measure(ledger.issue("别的单位只有一条的", unit=1))
    page = open_board()
    assert "还差" not in spoken(page, IssueState.PLANNING, 1)
    assert "措施 1/3，还差 2 条" in spoken(page, IssueState.PLANNING, 2)


def test_a_card_tells_how_its_unit_stands_with_this_months_report(ledger, open_ledger, services, qtbot):
    ledger.working("救助的")
    ledger.working("养老的", unit=1)
    ledger.issue("还没有开始的")
    today = ledger.today
    sheet = services.reports.sheet(ledger.campaign, ledger.units[1], f"{today:%Y-%m}")
    reason = "本月没有到期的措施，核对工作安排在下月"
    nothing_new = replace(sheet.report, zero_reason=reason, filled_by="沈立", reviewed_by="李副局长")
    services.reports.submit(nothing_new)
    page = open_ledger(month=lambda campaign: month_of(services.reports, campaign, today))
    page._choose_view("board")
    qtbot.waitUntil(lambda: f"{today.month} 月月报未报" in spoken(page, IssueState.WORKING))
    assert f"{today.month} 月零报告" in spoken(page, IssueState.WORKING, 1)


def test_cards_are_asked_for_as_they_come_into_sight(ledger, open_ledger):
    for number in range(20):
        ledger.issue(f"第{number}个")
    page = open_ledger()
    asked = []

    def glances(campaign, ids):
        asked.append(len(ids))
        return ledger.services.ledger.glances(campaign, ids)

    page._views._glances = glances
    page._choose_view("board")
    assert asked == [AT_ONCE]
    assert "还没有措施" in spoken(page, IssueState.PLANNING, 19) and asked == [AT_ONCE, 1]


@pytest.mark.parametrize("already_seen", (False, True))
def test_a_card_far_below_is_scrolled_to_though_cards_get_their_places_in_batches(ledger, already_seen, qtbot):
    ledger.issue()
    (row,) = ledger.services.ledger.rows(ledger.campaign)
    board = BoardView()
    qtbot.addWidget(board)
    board.resize(1400, 600)
    many = [replace(row, id=f"{number:032x}", number=number) for number in range(1, 301)]
    cards = board.lists()[row.state]
    if already_seen:
        board.show()
        board.show_rows(many, {}, ledger.today, "")
        QApplication.processEvents()
    board.show_rows(many, {}, ledger.today, many[250].id)
    board.show()
    qtbot.waitUntil(lambda: cards.viewport().rect().contains(cards.visualRect(cards.currentIndex())))
    assert board.chosen() == many[250].id


def test_the_last_of_many_cards_can_be_reached(ledger, qtbot):
    ledger.issue()
    (row,) = ledger.services.ledger.rows(ledger.campaign)
    board = BoardView()
    qtbot.addWidget(board)
    board.resize(1400, 600)
    board.show_rows([replace(row, id=f"{number:032x}") for number in range(300)], {}, ledger.today, "")
    board.show()
    cards = board.lists()[row.state]
    qtbot.waitUntil(lambda: cards.verticalScrollBar().maximum() > 299 * px(HEIGHT) - cards.viewport().height())
    qtbot.keyClick(cards, Qt.Key.Key_End)
    assert board.chosen() == f"{299:032x}"
    assert cards.viewport().rect().contains(cards.visualRect(cards.currentIndex()))
