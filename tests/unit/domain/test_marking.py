import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.blank_matching import fits, matched
from app.domain.codec import from_plain
from app.domain.marking import Verdict, judge, score
from app.domain.paper import MultipleRule
from app.domain.question import Question, QuestionKind
from app.domain.snapshot import serialised
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


EITHER = ("补贴|误工补贴", "奖金", "绩效")
words = st.sampled_from(["补贴", "误工补贴", "奖金", " 奖 金。", "绩效", "工资", "", "补贴 "])


def in_any_order(*expected: str):
    return question(1, BLANKS, stem="＿＿" * len(expected), answer=expected, any_order=True)


@given(st.permutations(EITHER), st.data())
def test_blanks_of_any_order_are_right_in_every_order(order, data):
    filled = [data.draw(st.sampled_from(accepted.split("|"))) for accepted in order]
    assert judge(in_any_order(*EITHER), filled) is Verdict.RIGHT


@given(st.lists(words, min_size=3, max_size=3), st.permutations(range(3)))
def test_the_order_of_what_was_filled_in_changes_no_points(filled, order):
    one = in_any_order(*EITHER)
    other = [filled[place] for place in order]
    assert score(one, filled, 9, MultipleRule.PARTIAL) == score(one, other, 9, MultipleRule.PARTIAL)


@given(st.lists(words, min_size=3, max_size=3))
def test_each_of_the_expected_words_counts_for_one_blank(filled):
    places = matched(filled, EITHER, True)
    found = [place for place in places if place is not None]
    assert len(found) == len(set(found)) == sum(any(fits(text, accepted) for text in filled) for accepted in EITHER)
    assert all(place is None or fits(text, EITHER[place]) for text, place in zip(filled, places, strict=True))


@pytest.mark.parametrize("expected", [("降级|政务降级", "撤职|政务撤职"), ("降级|撤职", "撤职|降级")])
@given(words=st.sampled_from(["降级", "撤职", "政务撤职"]), space=st.sampled_from(["", " ", "。"]))
def test_the_same_word_twice_never_fills_two_blanks_of_any_order(expected, words, space):
    assert judge(in_any_order(*expected), (words, words + space)) is not Verdict.RIGHT


def test_as_many_as_possible_are_matched():
    assert matched(("甲", "乙", "丙"), ("甲|乙", "甲|丙", "乙"), True) == (0, 2, 1)
    assert matched(("丙", "甲"), ("甲|丙", "丙"), True) == (1, 0)


def test_in_a_fixed_order_the_same_word_fills_two_blanks_where_the_bank_lists_it_for_both():
    fixed = question(1, BLANKS, stem="＿＿日、＿＿日", answer=("15|十五", "15|十五"))
    assert judge(fixed, ("15", "十五")) is Verdict.RIGHT
    assert judge(question(1, BLANKS), ("7天", "7天")) is Verdict.PARTIAL


def test_a_question_that_was_kept_before_is_marked_as_it_was_then():
    body, _ = serialised(question(1, BLANKS, answer=("降级|撤职", "撤职|降级")))
    kept = from_plain(Question, json.loads(body))
    assert "any_order" not in body and judge(kept, ("撤职", "降级")) is Verdict.RIGHT


def test_a_short_answer_is_left_for_a_person_to_mark():
    assert judge(question(1, QuestionKind.SHORT), ("先核对。",)) is Verdict.UNMARKED
