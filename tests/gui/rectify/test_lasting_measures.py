"""长期坚持 on screen: never late for a deadline, always with the day on which it is looked back on."""

from dataclasses import replace
from datetime import timedelta

import pytest

from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.measure import Measure, MeasureKind
from app.ui.kit.label import Label
from app.ui.kit.tag import Tag
from app.ui.rectify.ledger_columns import DEADLINE, due_words
from app.ui.rectify.ledger_group import by_month
from tests.gui.rectify.conftest import WHAT


@pytest.fixture
def lasting(ledger):
    """Makes an issue at work whose dated measures are done: what is left lasts, and is looked back on in ``days``."""

    def made(days=9):
        issues, day = ledger.services.issues, ledger.today + timedelta(days=days)
        issue_id = ledger.issue()
        for what in WHAT[:2]:
            ledger.measure(issue_id, what)
        # with the deadline that it had before it became 长期坚持
        one = Measure(0, WHAT[2], "周明", MeasureKind.LASTING, ledger.today - timedelta(days=30), "记录", day)
        issues.add_measure(issue_id, one)
        issues.start(issue_id)
        proof = ledger.services.evidence.add(issue_id, ledger.file())
        for number in (1, 2):
            issues.finish_measure(issue_id, number, "11月复核46份，纠正9份。", (proof,))
        return issue_id

    return made


def shown(page, kind):
    return [one.text() for one in page.findChildren(kind) if one.isVisible()]


def test_the_list_names_the_day(ledger, lasting, open_ledger):
    lasting()
    (row,) = ledger.services.ledger.rows(ledger.campaign)
    day = ledger.today + timedelta(days=9)
    words = due_words(row, ledger.today)
    assert words in (f"长期坚持，回头看 {day:%m-%d}", f"长期坚持，回头看 {day:%Y-%m-%d}")
    model = open_ledger()._views.current().model()
    assert model.index(0, DEADLINE).data() == words
    (month,) = by_month([row], ledger.today)
    assert month.title.startswith(f"{day.year}年{day.month}月") and "逾期" not in month.words


def test_a_day_that_is_over_is_a_look_back_that_is_due(ledger, lasting, open_ledger, open_issue):
    issue_id = lasting(-6)
    (row,) = ledger.services.ledger.rows(ledger.campaign)
    assert due_words(row, ledger.today) == "回头看已到期 6 天"
    assert "0" in shown(open_ledger(), Label)  # 已逾期
    page = open_issue(issue_id)
    assert "回头看已到期 6 天" in shown(page, Tag)
    day = ledger.today - timedelta(days=6)
    assert f"长期坚持，回头看 {day:%Y-%m-%d}（已到期）" in shown(page, Label)
    assert not any("逾期" in words for words in (*shown(page, Tag), *shown(page, Label)))


def test_it_is_among_the_reminders_as_what_it_is(ledger, lasting):
    lasting(-6)
    (entry,) = [one for one in ledger.services.ledger_dues.entries() if one.page == "ledger"]
    assert entry.title == "1 个问题的长期坚持措施该回头看：最早的已到期 6 天" and entry.argument == ledger.campaign


def test_once_it_is_settled_it_waits_among_the_look_backs(ledger, lasting):
    issues, issue_id = ledger.services.issues, lasting(3)
    proof = ledger.services.evidence.of(issue_id)[0].evidence.id
    issues.finish_measure(issue_id, 3, "11月抽看20份，通报2次。", (proof,))
    issues.hold(issue_id)
    assert issues.get(issue_id).state is IssueState.LASTING
    day = ledger.today + timedelta(days=3)
    (row,) = ledger.services.ledger.rows(ledger.campaign)
    assert row.look_back == day
    assert [(months, when) for _, months, when in issues.due_look_backs(ledger.campaign, day)] == [(3, day)]
    entries = ledger.services.ledger_dues.entries()
    assert [(one.page, one.title) for one in entries if one.page != "collection" and one.page != "reports"] == [
        ("look_backs", "回头看 1 项到期：最早的还有 3 天")
    ]


def test_a_measure_that_gets_a_later_day_is_not_due_any_more(ledger, lasting):
    issue_id = lasting(-6)
    issue = ledger.services.issues.get(issue_id)
    later = replace(issue.measure(3), look_back=ledger.today + timedelta(days=30))
    ledger.services.issues.edit_measure(issue_id, later, issue.version)
    assert not [one for one in ledger.services.ledger_dues.entries() if one.page == "ledger"]
