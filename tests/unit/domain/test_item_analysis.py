"""What the questions of finished exams tell, and when they tell nothing."""

import random
import statistics
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.domain.exam import Exam, ExamItem, ExamState
from app.domain.exam_clock import ExamClock, Mark
from app.domain.item_analysis import FEWEST, analyse, correlation
from app.domain.paper import BreakPolicy, DrawRule, MultipleRule, Paper
from app.domain.question import QuestionKind
from app.domain.random_guess import random_guess
from tests.unit.house import question

PAPER = Paper("p", "试卷", "", 10, 60, MultipleRule.PARTIAL, BreakPolicy.FREE, (DrawRule(QuestionKind.SINGLE, 4, 10),))
MARK = Mark(datetime(2026, 3, 2, tzinfo=UTC), "boot", 0)
KINDS = [QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.TRUE_FALSE, QuestionKind.ORDER, QuestionKind.BLANKS]
QUESTIONS = [question(number, kind) for number, kind in enumerate(KINDS * 2, 1)]


def exam_of(answers, questions=QUESTIONS, points=10):
    """``answers``: question → answer; what is missing was left open."""
    items = tuple(
        ExamItem(place, one, points, one.letters, answers.get(place, ())) for place, one in enumerate(questions, 1)
    )
    clock = ExamClock(600_000, 1, MARK, False)
    return Exam("e", PAPER, 1, "c", "周明", ExamState.FINISHED, "2026-03-02T00:00:00+00:00", clock, items)


def right(one):
    return tuple(text.split("|")[0] for text in one.answer)


def wrong(one):
    match one.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            return ("D",)
        case QuestionKind.TRUE_FALSE:
            return ("错",)
        case QuestionKind.ORDER:
            return ("D", "B", "A", "C")
        case _:
            return ("不知道", "不知道")


def exam_with(rights, **values):
    """``rights``: for each question whether it was answered rightly."""
    pairs = enumerate(zip(QUESTIONS, rights, strict=True), 1)
    return exam_of({place: right(one) if good else wrong(one) for place, (one, good) in pairs}, **values)


patterns = st.lists(st.lists(st.booleans(), min_size=10, max_size=10), min_size=FEWEST, max_size=45)


@pytest.mark.parametrize("count", [1, FEWEST - 1])
def test_under_thirty_attempts_there_are_no_figures(count):
    found = analyse([exam_with([True] * 10)] * count)
    assert {(one.attempts, one.figures) for one in found} == {(count, None)}
    assert not any(one.doubtful for one in found)


def test_from_thirty_attempts_there_are():
    assert all(one.figures is not None for one in analyse([exam_with([True] * 10)] * FEWEST))


def test_each_question_waits_for_its_own_thirty():
    short = exam_of({1: ("B",)}, QUESTIONS[:1])
    first, *others = analyse([exam_with([True] * 10)] * 20 + [short] * 10)
    assert first.attempts == 30 and first.figures is not None
    assert all(one.attempts == 20 and one.figures is None for one in others)


@settings(max_examples=60, deadline=None)
@given(patterns)
def test_facility_is_the_mean_share_of_the_points(rights):
    found = analyse([exam_with(one) for one in rights])
    for place, one in enumerate(found):
        assert one.figures.facility == pytest.approx(statistics.mean(pattern[place] for pattern in rights))
        assert -1 <= (one.figures.discrimination or 0) <= 1


@settings(max_examples=60, deadline=None)
@given(patterns)
def test_discrimination_is_the_correlation_with_the_rest_of_the_exam(rights):
    for place, one in enumerate(analyse([exam_with(pattern) for pattern in rights])):
        here = [float(pattern[place]) for pattern in rights]
        rest = [(sum(pattern) - pattern[place]) / 9 for pattern in rights]
        if len(set(here)) == 1 or len(set(rest)) == 1:
            assert one.figures.discrimination is None
        else:
            assert one.figures.discrimination == pytest.approx(statistics.correlation(here, rest), abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(patterns, st.randoms(use_true_random=False))
def test_the_order_of_the_exams_and_the_worth_of_a_point_do_not_matter(rights, chance):
    exams = [exam_with(one) for one in rights]
    mixed = [exam_with(one, points=4) for one in rights]
    chance.shuffle(mixed)
    for one, other in zip(analyse(exams), analyse(mixed), strict=True):
        assert one.figures.facility == pytest.approx(other.figures.facility)
        assert one.figures.discrimination == pytest.approx(other.figures.discrimination)


def test_a_wrong_key_shows_as_negative_discrimination():
    """The better half answers 判断 3 as it should be; the key says the opposite."""
    rights = [[good] * 10 for good in (True, False) * 20]
    for number, pattern in enumerate(rights):
        pattern[number % 2] = not pattern[number % 2]
        pattern[2] = not pattern[2]
    found = {one.question.id: one for one in analyse([exam_with(one) for one in rights])}
    assert found["q03"].figures.negative and found["q03"].doubtful
    assert found["q03"].figures.discrimination < -0.9
    assert not found["q05"].figures.negative


@settings(max_examples=40, deadline=None)
@given(patterns)
def test_a_key_turned_round_turns_the_discrimination_round(rights):
    turned = [[*pattern[:2], not pattern[2], *pattern[3:]] for pattern in rights]
    one = analyse([exam_with(pattern) for pattern in rights])[2].figures
    other = analyse([exam_with(pattern) for pattern in turned])[2].figures
    assert one.facility == pytest.approx(1 - other.facility)
    if one.discrimination is None:
        assert other.discrimination is None
    else:
        assert one.discrimination == pytest.approx(-other.discrimination, abs=1e-9)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.sampled_from(["A", "B", "C", "D", ""]), min_size=FEWEST, max_size=60))
def test_every_choice_is_counted_the_ones_nobody_took_too(chosen):
    one = analyse([exam_of({1: (key,) if key else ()}) for key in chosen])[0].figures
    assert one.choices == tuple((key, chosen.count(key)) for key in "ABCD")
    assert sum(count for _, count in one.choices) + one.unanswered == len(chosen)


def test_of_several_options_each_is_counted_and_typed_answers_are_not():
    found = analyse([exam_of({2: ("A", "C"), 3: ("对",), 5: ("七天", "公示")})] * FEWEST)
    assert found[1].figures.choices == (("A", 30), ("B", 0), ("C", 30), ("D", 0))
    assert found[2].figures.choices == (("对", 30), ("错", 0))
    assert found[4].figures.choices == () and found[3].figures.choices == ()


def test_what_waits_for_a_person_to_mark_it_is_left_out():
    short = question(20, QuestionKind.SHORT)
    questions = [QUESTIONS[0], short]
    assert [one.question for one in analyse([exam_of({2: ("我认为……",)}, questions)] * FEWEST)] == questions[:1]


def test_a_question_alone_in_its_exam_discriminates_nothing():
    assert analyse([exam_of({1: ("B",)}, QUESTIONS[:1])] * FEWEST)[0].figures.discrimination is None


def test_a_question_that_was_rewritten_is_another_one():
    other = replace(QUESTIONS[0], stem="改过的题干")
    found = analyse([exam_with([True] * 10), exam_of({}, [other, *QUESTIONS[1:]])])
    assert [one.attempts for one in found if one.question.id == "q01"] == [1, 1]


@pytest.mark.parametrize(
    ("kind", "rule", "share"),
    [
        (QuestionKind.SINGLE, MultipleRule.PARTIAL, 1 / 4),
        (QuestionKind.TRUE_FALSE, MultipleRule.PARTIAL, 1 / 2),
        (QuestionKind.MULTIPLE, MultipleRule.ALL_OR_NOTHING, 1 / 15),
        (QuestionKind.MULTIPLE, MultipleRule.PARTIAL, (1 + 2 * 0.5) / 15),
        (QuestionKind.ORDER, MultipleRule.PARTIAL, 1 / 24),
        (QuestionKind.BLANKS, MultipleRule.PARTIAL, 0),
        (QuestionKind.SHORT, MultipleRule.PARTIAL, 0),
    ],
)
def test_what_guessing_gets(kind, rule, share):
    assert random_guess(question(1, kind), 10, replace(PAPER, multiple=rule)) == pytest.approx(share)


def test_answers_no_better_than_guessing_are_doubtful():
    chance = random.Random(5)
    exams = [exam_of({1: (chance.choice("ACD"),), 4: ("C", "A", "B", "D")}) for _ in range(40)]
    (
        first,
        *_,
    ) = analyse(exams)
    assert first.figures.like_guessing and first.doubtful


@settings(max_examples=100, deadline=None)
@given(st.lists(st.tuples(st.floats(0, 1), st.floats(0, 1)), max_size=40))
def test_a_correlation_stays_between_minus_one_and_one(pairs):
    found = correlation(pairs)
    assert found is None or -1 <= found <= 1
    if len({x for x, _ in pairs}) < 2:
        assert found is None
