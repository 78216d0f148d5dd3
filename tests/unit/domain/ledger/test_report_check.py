"""What of a monthly report is looked at twice, and what keeps it from being handed in."""

from dataclasses import replace

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from app.domain.ledger.likeness import COPIED, copied, likeness
from app.domain.ledger.monthly_report import MonthlyReport, Overruled, ReportedIssue, ReportText
from app.domain.ledger.report_check import MOST_TEXT, flags, wanting
from app.domain.ledger.report_difference import report_difference

SAID = ReportText("8月核对名单326户，停发3户", "缺12份火化证明", "9月15日前追回1,420元")


def report(text: ReportText = SAID, **changes: object) -> MonthlyReport:
    standing = MonthlyReport("c", "u", "2026-09", (ReportedIssue("i", text, 1),), filled_by="张某", reviewed_by="李某")
    return replace(standing, **changes)  # type: ignore[arg-type]


def places(found):
    return [flag.place for flag in found]


def test_the_text_of_last_month_is_flagged_and_small_changes_do_not_hide_it():
    again = replace(SAID, work="８月核对名单 326 户，停发 3 户。", plan="10月20日前与殡仪馆联调接口")
    assert places(flags(report(again), report())) == ["i/work"]
    assert flags(report(again), None) == ()


@pytest.mark.parametrize(
    "words", ["高度重视，扎实推进整改工作", "进一步加强学习，取得明显成效。", "思想上高度重视，行动上积极落实"]
)
def test_set_phrases_alone_are_flagged(words):
    assert places(flags(report(replace(SAID, work=words)), None)) == ["i/work"]


@pytest.mark.parametrize("words", ["无", "暂无。", "没有"])
def test_no_problems_is_an_answer_every_month(words):
    said = replace(SAID, problems=words)
    assert places(flags(report(said), report(said))) == ["i/work", "i/plan"]


def test_what_was_overruled_is_not_shown_again():
    said = replace(SAID, work="高度重视，扎实推进整改工作")
    assert flags(report(said, overruled=(Overruled("i/work", "会议已部署"),)), None) == ()


def test_every_gap_is_named():
    assert places(wanting(report(ReportText("做了"), reviewed_by=""))) == ["i/problems", "i/plan", "/reviewed_by"]
    assert places(wanting(report(items=()))) == ["/work"]
    assert places(wanting(report(replace(SAID, work="户" * (MOST_TEXT + 1))))) == ["i/work"]
    assert wanting(report()) == ()


def test_nothing_new_wants_a_reason_and_has_no_flags():
    assert places(wanting(report(zero_reason="无"))) == ["/zero_reason"]
    assert places(wanting(report(zero_reason="无无无无"))) == ["/zero_reason"]
    assert wanting(report(zero_reason="本月没有到期的措施")) == ()
    assert flags(report(zero_reason="本月没有到期的措施"), report()) == ()


def test_a_difference_is_named_by_issue_and_field():
    one, other = report(), report(replace(SAID, problems="无"), reviewed_by="王某")
    assert [(d.words, d.one, d.other) for d in report_difference(one, other)] == [
        ("问题 1·存在问题", "缺12份火化证明", "无"),
        ("审核人", "李某", "王某"),
    ]


TEXTS = st.text("核对名单户停发追回0123456789，。 ", max_size=40)


@given(TEXTS, TEXTS)
def test_the_fast_way_to_tell_a_copy_agrees_with_the_slow_one(one, other):
    assert copied(one, other) == (likeness(other, one) > COPIED)


@given(TEXTS, TEXTS, TEXTS)
@example("", "", " ")
def test_two_reports_say_the_same_exactly_where_no_difference_is_told(one, other, third):
    first, second = report(ReportText(one, other)), report(ReportText(one, third))
    assert first.same_words(second) == (not report_difference(first, second))
