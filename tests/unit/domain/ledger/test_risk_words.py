"""What a self-check has found is entered as a problem, not as the statement that was asked."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.ledger.general_template import STATEMENTS
from app.domain.ledger.risk_words import problem_words

PIECES = st.sampled_from(["存在", "的情形", "情形", "。", "；", " ", "\u3000", "\n", "名单", "无人复核", "的", "."])
STATED = st.one_of(st.text(), st.lists(PIECES).map("".join))


@pytest.mark.parametrize(
    ("statement", "problem"),
    [
        ("存在多户低保账户预留同一个手机号码的情形。", "多户低保账户预留同一个手机号码"),
        ("存在名单无人复核的情形", "名单无人复核"),
        ("  存在代取后以现金转交、无本人签收的情形 。", "代取后以现金转交、无本人签收"),
        ("名单无人复核的情形。", "名单无人复核"),
        ("名单无人复核。", "名单无人复核"),
        ("名单无人复核", "名单无人复核"),
        ("存在漏洞。", "存在漏洞"),  # no frame: these words are the problem
        ("对照检查时存在漏登的情形较多", "对照检查时存在漏登的情形较多"),
        ("存在把“不存在应回避的情形”当结论抄写的情形。", "把“不存在应回避的情形”当结论抄写"),
        ("存在的情形。", "存在"),
        ("的情形", "的情形"),
        ("。", "。"),
        ("", ""),
    ],
)
def test_the_frame_of_a_statement_of_risk_is_taken_off(statement, problem):
    assert problem_words(statement) == problem


def test_no_problem_out_of_the_general_template_keeps_its_frame():
    for one in STATEMENTS:
        assert one.text == f"存在{problem_words(one.text)}的情形"


@given(STATED)
def test_once_is_enough_and_something_is_left_of_whatever_says_something(statement):
    said = problem_words(statement)
    assert problem_words(said) == said
    assert bool(said) == bool(statement.strip())
    assert said in statement
