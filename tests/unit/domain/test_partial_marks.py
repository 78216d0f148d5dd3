"""An incomplete 多选 is told in the points that it really gets."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.marking import score
from app.domain.paper import BreakPolicy, DrawRule, FixedQuestion, MultipleRule
from app.domain.partial_marks import half_of, partial_words, uneven_words
from app.domain.question import QuestionKind
from tests.unit.house import paper, question

PLAIN = paper(BreakPolicy.FREE)


def of(*scores, multiple=MultipleRule.PARTIAL, more=()):
    rules = (*(DrawRule(QuestionKind.MULTIPLE, 2, score) for score in scores), *more)
    return replace(PLAIN, multiple=multiple, rules=rules)


@given(st.integers(1, 100))
def test_it_is_said_as_it_is_marked(full):
    asked = question(1, QuestionKind.MULTIPLE)
    assert score(asked, asked.answer[:1], full, MultipleRule.PARTIAL) == half_of(full)


@pytest.mark.parametrize(
    ("scores", "words"),
    [
        ((4,), "多选少选得 2 分，错选不得分"),
        ((3,), "多选少选得 1 分，错选不得分"),
        ((1,), "多选少选、错选都不得分"),
        ((4, 1, 4), "1 分的多选少选不得分、4 分的多选少选得 2 分，错选不得分"),
        ((), "多选少选得一半分，不足 1 分的舍去，错选不得分"),
    ],
)
def test_who_sits_a_paper_is_told_its_own_points(scores, words):
    assert partial_words(of(*scores)) == words


def test_where_points_stand_at_each_question_the_sentence_is_general():
    general = "多选少选得一半分，不足 1 分的舍去，错选不得分"
    assert partial_words(of(4, more=(DrawRule(QuestionKind.CASE_STUDY, 1, 12),))) == general
    assert partial_words(replace(PLAIN, rules=(), fixed=(FixedQuestion("q01", 3),))) == general
    assert partial_words(of(3, multiple=MultipleRule.ALL_OR_NOTHING)) == "多选全对才得分，错选不得分"


def test_who_writes_a_paper_is_told_where_half_is_no_whole_number():
    assert uneven_words(of(2, 4), {}) == "" == uneven_words(of(1, multiple=MultipleRule.ALL_OR_NOTHING), {})
    assert uneven_words(of(3, 1, 4), {}).startswith("1 分的多选少选不得分，3 分的多选少选得 1 分：")
    picked = replace(PLAIN, rules=(), fixed=(FixedQuestion("a", 1), FixedQuestion("b", 1)))
    assert uneven_words(picked, {"a": QuestionKind.SINGLE}) == ""
    assert uneven_words(picked, {"b": QuestionKind.MULTIPLE}).startswith("1 分的多选少选不得分：")
