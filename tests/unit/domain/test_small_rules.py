"""Practice states, progress, appearance, what must not be typed in, pinyin initials, business days."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.clock import local_day
from app.domain.confidentiality import review
from app.domain.learner import Learner
from app.domain.pinyin_initials import initials
from app.domain.practice import RIGHT_TO_LEAVE, QuestionState
from app.domain.progress import READING, CaseProgress, ReadingState
from app.domain.settings import READING_SIZES, SCALES, Appearance, next_scale

verdicts = st.sampled_from(["right", "partial", "wrong", "unanswered", "unmarked"])


@given(st.lists(verdicts))
def test_a_question_is_in_the_wrong_book_until_three_right_answers_in_a_row(answers):
    state = QuestionState("q")
    for seq, verdict in enumerate(answers, 1):
        state = state.after(seq, verdict)
    marked = [verdict for verdict in answers if verdict != "unmarked"]
    wrong = [place for place, verdict in enumerate(marked) if verdict != "right"]
    since = len(marked) - 1 - wrong[-1] if wrong else 0
    assert state.tries == len(answers)
    assert state.wrong == len(wrong)
    assert state.in_wrong_book == (bool(wrong) and since < RIGHT_TO_LEAVE)


def test_a_star_stays_whatever_is_answered():
    assert QuestionState("q", starred=True).after(1, "wrong").after(2, "unmarked").starred


def test_a_learned_case_is_whole_and_a_new_one_empty():
    assert CaseProgress("c").share == 0
    assert CaseProgress("c", ReadingState.LEARNED).share == 1
    everything = CaseProgress("c", read=tuple(section.value for section in READING), check_total=5)
    assert everything.share == 1


@pytest.mark.parametrize(("right", "total", "passed"), [(4, 5, True), (3, 5, False), (0, 0, False)])
def test_four_of_five_pass_the_check(right, total, passed):
    assert CaseProgress("c", check_right=right, check_total=total).check_passed is passed


@given(st.text(max_size=5), st.floats(), st.integers(), st.text(max_size=3), st.text(max_size=3))
def test_any_appearance_becomes_a_valid_one(theme, scale, size, face, spacing):
    sane = Appearance(theme, scale, size, face, spacing).sane()
    assert READING_SIZES[0] <= sane.reading_size <= READING_SIZES[-1]
    assert sane == sane.sane()


@pytest.mark.parametrize("text", ["机密★10年", "绝 密 ★", "密级：秘密"])
def test_a_classification_mark_stops_the_saving(text):
    assert "没有保存" in review(text).refusal


@pytest.mark.parametrize("text", ["保密工作很重要", "机密文件管理", "绝不秘密操作★"])
def test_words_about_secrecy_alone_do_not(text):
    assert review(text).refusal == ""


@pytest.mark.parametrize(
    ("text", "warning"),
    [
        ("11010119900307461X 这个人", "像是身份证号"),
        ("4111 1111 1111 1111", "像是银行卡号"),
        ("电话138 0013 8000", "像是手机号"),
        ("2026年3月，共128户", ""),
    ],
)
def test_numbers_of_persons_ask_for_a_second_look(text, warning):
    found = review(text)
    assert (warning in found.warnings) if warning else not found.warnings
    assert found.refusal == ""


def test_initials_are_those_of_the_pinyin():
    assert initials("低保绿色通道") == "dblstd"
    assert initials("A 类—低保") == "aldb"


@given(st.text(max_size=40))
def test_initials_are_plain_letters_and_digits(text):
    assert all(letter.isascii() and letter.isalnum() for letter in initials(text))


def test_a_person_without_a_name_is_the_user_of_this_pc():
    assert Learner("1").shown_name == "本机用户"
    assert Learner("1", "王某").shown_name == "王某"


def test_the_business_day_is_the_local_one():
    moment = datetime(2026, 3, 2, 12, 0, tzinfo=UTC)
    assert local_day(moment) == moment.astimezone().date().isoformat()


@given(st.sampled_from(SCALES[1:]), st.sampled_from([-1, 1]))
def test_a_step_of_size_leads_to_the_neighbour_and_stops_at_the_ends(scale, step):
    sizes = SCALES[1:]
    there = next_scale(scale, step)
    assert there in sizes
    assert abs(sizes.index(there) - sizes.index(scale)) == (0 if scale == (sizes[0] if step < 0 else sizes[-1]) else 1)


def test_a_step_from_a_size_between_two_begins_at_the_nearer_one():
    assert (next_scale(1.02, 1), next_scale(1.14, 1)) == (1.15, 1.3)
