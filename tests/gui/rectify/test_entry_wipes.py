"""误录清除 of one entry on the page of its issue, and on the page 回头看: asked as any other, told by a stub after."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.oversight import OversightAct, OversightKind, OversightOpinion
from app.domain.ledger.stub import StubKind
from app.ui.kit.button import Button
from app.ui.kit.paragraph import Paragraph
from app.ui.rectify.erase_dialog import DONE, ERASE, EraseDialog
from app.ui.rectify.look_back_page import LookBackPage

OPINION = (StubKind.OPINION, 0)
WHY = "误把不该录入的内容录了进来"
SAID = "请把抽查结果列入回头看"
FACT = "12日抽查核查表 30 份，双签 30 份"


def shown(page):
    return "\n".join(one.text() for one in page.findChildren(Paragraph) if one.isVisible())


def wipers(page):
    names = [one.accessibleName() for one in page.findChildren(Button) if one.isVisible()]
    return [name for name in names if name.startswith("误录清除")]


def write(asked):
    asked.reason.setText(WHY)
    asked.word.setText("清除")


@pytest.fixture
def noted(ledger):
    """An issue at work with an act, two opinions and four measures."""
    issue, issues = ledger.working(), ledger.services.issues
    ledger.measure(issue, "公示栏旁加装摄像头，公示期每天拍照一张存档")
    issues.oversee(issue, OversightAct(OversightKind.TALKED, ledger.today))
    for text in (SAID, "请核对第3户"):
        issues.note_opinion(issue, OversightOpinion("派驻组", ledger.today, text))
    return issue


@pytest.fixture
def seen(ledger):
    """A closed issue with a look back."""
    issue = ledger.closed(ago=100)
    look = LookBack(3, ledger.today, "李清", FACT, Relapse.NONE, "电话回访 20 户")
    ledger.services.issues.look_back(issue, look)
    return issue


@pytest.mark.parametrize(
    ("name", "gone", "title"),
    [
        ("误录清除，措施二", "近三年代签件全部复核", "误录清除：措施二"),
        ("误录清除监督意见", "请核对第3户", "误录清除：监督意见"),
        ("误录清除督办事项", "　约谈", "误录清除：督办事项"),
    ],
)
def test_each_goes_alone_and_a_stub_says_so(ledger, noted, open_issue, press, dialog, said, name, gone, title):
    page = open_issue(noted)
    count = len(wipers(page))
    assert gone in shown(page)
    press(page, name)
    asked = dialog(page, EraseDialog)
    assert asked.accessibleName().startswith(title)
    told = "".join(one.text() for one in asked.findChildren(Paragraph))
    assert "会留下" in told and "谁在什么时候清除" in told and "随之改变" not in told
    write(asked)
    asked.button(ERASE).click()
    assert said == [("green", DONE)]
    words = shown(page)
    assert gone not in words
    assert f"{ledger.services.profiles.current.shown_name}清除。原因：{WHY}" in words
    assert len(wipers(page)) == count - 1
    assert SAID in words and "入户核查实行随机配对" in words
    assert "清除误录的" in words  # the history


def test_by_keyboard_alone(ledger, noted, open_issue, dialog):
    page = open_issue(noted)
    button = next(one for one in page.findChildren(Button) if one.accessibleName() == "误录清除，措施二")
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    asked = dialog(page, EraseDialog)
    asked.reason.setText(WHY)
    QTest.keyClick(asked.reason, Qt.Key.Key_Return)
    asked.word.setText("清除")
    asked.button(ERASE).setFocus()
    QTest.keyClick(asked.button(ERASE), Qt.Key.Key_Return)
    assert not ledger.services.issues.get(noted).measure(2).erased
    QTest.keyClick(asked.button(ERASE), Qt.Key.Key_Space)
    assert ledger.services.issues.get(noted).measure(2).erased


def test_the_dialog_says_who_leans_on_the_measure_and_where_else_its_words_stand(
    ledger, open_issue, press, dialog, said
):
    issue = ledger.working(detail="入户核查实行随机配对，两人同到、当场双签，没有做到")
    page = open_issue(issue)
    press(page, "误录清除，措施一")
    asked = dialog(page, EraseDialog)
    told = "".join(one.text() for one in asked.findChildren(Paragraph))
    assert "第 1 号问题正在整改" in told and "退回“待定措施”" in told
    assert "具体表现里还照抄着它的内容" in told
    write(asked)
    asked.button(ERASE).click()
    assert ledger.services.issues.get(issue).state is IssueState.PLANNING
    assert "误录，已清除" in shown(page)


def test_a_reason_that_quotes_it_is_refused_and_the_dialog_stays(ledger, noted, open_issue, press, dialog):
    page = open_issue(noted)
    press(page, "误录清除监督意见")
    asked = dialog(page, EraseDialog)
    asked.reason.setText("写了请核对第3户，不该写")
    asked.word.setText("清除")
    asked.button(ERASE).click()
    assert "不能照抄" in asked.problem()
    assert len(ledger.services.issues.get(noted).opinions) == 2


def test_what_was_written_with_a_signature_goes_and_the_trail_stays(ledger, open_issue, press, dialog, said):
    issue = ledger.closed()
    page = open_issue(issue)
    press(page, "误录清除审签意见：责任领导审签")
    asked = dialog(page, EraseDialog)
    write(asked)
    asked.button(ERASE).click()
    assert said == [("green", DONE)]
    after = ledger.services.issues.get(issue)
    assert [one.opinion for one in after.approvals].count("误录，已清除") == 1
    assert after.state is IssueState.CLOSED
    assert "周明（股长）：误录，已清除" in shown(page)
    assert not [name for name in wipers(page) if "责任领导审签" in name]


def test_a_look_back_goes_on_the_page_of_its_issue_and_is_due_again(seen, open_issue, press, dialog):
    page = open_issue(seen)
    press(page, "误录清除回头看")
    asked = dialog(page, EraseDialog)
    write(asked)
    asked.button(ERASE).click()
    words = shown(page)
    assert FACT not in words and "第 3 个月：" in words and f"原因：{WHY}" in words


def test_and_on_the_page_of_all_look_backs(services, ledger, seen, watched, press, dialog, said):
    one = services
    page = watched(
        LookBackPage(one.ledger, one.issues, one.outcomes, one.rule_look_backs, ledger.campaign, erasing=one.erasing)
    )
    assert FACT in shown(page)
    press(page, "误录清除：问题 1")
    asked = dialog(page, EraseDialog)
    assert asked.accessibleName().startswith("误录清除：问题回头看")
    write(asked)
    asked.button(ERASE).click()
    assert said == [("green", DONE)]
    assert FACT not in shown(page)
    assert "误录清除 1 条：" in shown(page) and f"原因：{WHY}" in shown(page)


def test_a_void_issue_lets_its_entries_be_wiped_all_the_same(ledger, noted, open_issue):
    ledger.services.issues.void(noted, "重复登记")
    names = wipers(open_issue(noted))
    assert len([name for name in names if "措施" in name]) == 4
    assert len([name for name in names if "监督意见" in name or "督办" in name]) == 3


def test_one_that_is_gone_already_is_told_and_the_page_is_as_it_is_now(ledger, noted, open_issue, press, said):
    page = open_issue(noted)
    for _ in range(2):
        ledger.services.erasing.entries.wipe(noted, *OPINION, WHY)
    press(page, "误录清除监督意见")
    assert said[-1][0] == "amber" and "可能已被清除" in said[-1][1]
    assert SAID not in shown(page)
