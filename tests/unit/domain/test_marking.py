import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.marking import Verdict, fits, judge, score
from app.domain.paper import MultipleRule
from app.domain.question import QuestionKind
from tests.unit.house import LETTERS, question

MULTIPLE, BLANKS, ORDER = QuestionKind.MULTIPLE, QuestionKind.BLANKS, QuestionKind.ORDER
kinds = st.sampled_from(list(QuestionKind))
answers = st.lists(st.sampled_from([*LETTERS, "对", "错", "", "  ", "7天", "公示", "七 天"]), max_size=5)
points = st.integers(0, 20)
rules = st.sampled_from(list(MultipleRule))


@given(kinds, answers, points, rules)
def test_points_are_never_negative_and_never_above_full(kind, answer, full, rule):
    assert 0 <= score(question(1, kind), answer, full, rule) <= full


@given(kinds, answers, st.integers(1, 20), rules)
def test_full_points_and_right_are_the_same_thing_but_for_half_points_that_round(kind, answer, full, rule):
    one = question(1, kind)
    assert (score(one, answer, full, rule) == full) == (judge(one, answer) is Verdict.RIGHT)


@given(answers, points)
def test_the_partial_rule_never_gives_less_than_all_or_nothing(answer, full):
    one = question(1, MULTIPLE)
    strict = score(one, answer, full, MultipleRule.ALL_OR_NOTHING)
    assert strict <= score(one, answer, full, MultipleRule.PARTIAL)


@given(st.permutations(["A", "C"]), st.lists(st.sampled_from(["A", "C"]), max_size=3))
def test_the_order_of_chosen_options_is_irrelevant_and_so_are_repetitions(chosen, again):
    assert judge(question(1, MULTIPLE), [*chosen, *again]) is Verdict.RIGHT


@given(st.sets(st.sampled_from(LETTERS)), points)
def test_one_wrong_option_in_a_multiple_choice_costs_everything(chosen, full):
    wrong = chosen | {"D"}
    assert judge(question(1, MULTIPLE), sorted(wrong)) is Verdict.WRONG
    assert score(question(1, MULTIPLE), sorted(wrong), full, MultipleRule.PARTIAL) == 0


@pytest.mark.parametrize(("full", "half"), [(4, 2), (5, 2), (1, 0)])
def test_an_incomplete_multiple_choice_gets_half_rounded_down(full, half):
    assert judge(question(1, MULTIPLE), ["C"]) is Verdict.PARTIAL
    assert score(question(1, MULTIPLE), ["C"], full, MultipleRule.PARTIAL) == half
    assert score(question(1, MULTIPLE), ["C"], full, MultipleRule.ALL_OR_NOTHING) == 0


@given(st.permutations("ABCD"))
def test_an_ordering_is_right_in_one_order_only(order):
    right = tuple(order) == ("C", "A", "B", "D")
    assert judge(question(1, ORDER), order) is (Verdict.RIGHT if right else Verdict.WRONG)


@pytest.mark.parametrize("answer", [(), ("",), ("  ", "　")])
@pytest.mark.parametrize("kind", list(QuestionKind))
def test_nothing_but_space_is_no_answer(kind, answer):
    assert judge(question(1, kind), answer) is Verdict.UNANSWERED


def test_a_blank_counts_only_in_its_own_place():
    assert judge(question(1, BLANKS), ("七天", "公示")) is Verdict.RIGHT
    assert judge(question(1, BLANKS), ("公示", "七天")) is Verdict.WRONG
    assert judge(question(1, BLANKS), ("", "公示")) is Verdict.PARTIAL
    assert score(question(1, BLANKS), ("", "公示"), 5, MultipleRule.PARTIAL) == 2


@pytest.mark.parametrize(
    ("text", "accepted"),
    [
        ("７天", "7天"),
        (" 7 天。", "7天|七天"),
        ("民政部、财政部", "财政部、民政部"),
        ("财政部，民政部", "财政部、民政部"),
        ("ABC", "abc"),
        ("1,000元", "1000元"),
        ("１，０００元", "1000元"),
    ],
)
def test_a_blank_fits_whatever_its_width_spaces_case_or_order_of_parts(text, accepted):
    assert fits(text, accepted)


@pytest.mark.parametrize(("text", "accepted"), [("", "7天|"), ("。", "7天|"), ("7", "7天"), ("1,00", "100")])
def test_nothing_and_half_of_it_do_not_fit(text, accepted):
    assert not fits(text, accepted)


def test_a_short_answer_is_left_for_a_person_to_mark():
    assert judge(question(1, QuestionKind.SHORT), ("先核对。",)) is Verdict.UNMARKED
