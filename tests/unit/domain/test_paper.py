"""What a paper says of its size before it is drawn."""

import pytest

from app.domain.paper import BreakPolicy, DrawRule, FixedQuestion, MultipleRule, Paper
from app.domain.question import QuestionKind


def paper(*counts, fixed=0):
    rules = tuple(DrawRule(kind, count, 2) for kind, count in counts)
    fixed_ones = tuple(FixedQuestion(f"q/{number}", 2) for number in range(fixed))
    return Paper("p", "试卷", "", 60, 60, MultipleRule.PARTIAL, BreakPolicy.FREE, rules, fixed=fixed_ones)


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (paper((QuestionKind.SINGLE, 30), (QuestionKind.TRUE_FALSE, 10)), "40 题"),
        (paper((QuestionKind.SINGLE, 39), (QuestionKind.CASE_STUDY, 1)), "39 题和 1 道案例分析"),
        (paper((QuestionKind.CASE_STUDY, 2)), "2 道案例分析"),
        (paper(fixed=12), "12 题"),
    ],
)
def test_a_case_study_is_no_question_like_the_others_for_it_has_parts(made, words):
    assert made.size_words == words
