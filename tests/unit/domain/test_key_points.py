"""What a marker is shown beside the key points of a 简答."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.key_points import hinted, shares, sharing_words
from app.domain.marking import marked_score
from app.domain.question import KeyPoint, QuestionKind
from tests.unit.house import question


def asked(*scores):
    points = tuple(KeyPoint(f"要点{place}", (f"词{place}",), score) for place, score in enumerate(scores, 1))
    return question(1, QuestionKind.SHORT, points=points)


@pytest.mark.parametrize(
    ("scores", "full", "words"),
    [
        ((6, 4), 10, ("6 分", "4 分")),
        ((6, 4), 20, ("12 分", "8 分")),
        ((2, 2, 2, 2, 2), 2, ("约 0.4 分",) * 5),
        ((2, 1), 40, ("约 26.7 分", "约 13.3 分")),
    ],
)
def test_a_point_is_worth_its_share_of_this_question(scores, full, words):
    assert shares(asked(*scores), full) == words


def test_where_points_are_converted_it_is_said_what_so_many_come_to():
    assert sharing_words(asked(6, 4), 10) == ""
    said = sharing_words(asked(2, 2, 2, 2, 2), 2)
    assert (
        said.startswith("本题 2 分，要点原值共 10 分")
        and "2 个要点 0 分，3 个要点 1 分，4 个要点 1 分，5 个要点 2 分" in said
    )
    assert "个要点 0 分" not in sharing_words(asked(2, 1), 2), "of unlike points the number says nothing"


@given(st.lists(st.integers(1, 9), min_size=1, max_size=6), st.integers(1, 40))
def test_all_points_together_are_worth_the_question(scores, full):
    one = asked(*scores)
    assert marked_score(one, [True] * len(scores), full) == full
    if len(set(scores)) == 1 and sum(scores) != full:
        assert sharing_words(one, full).endswith(f"{len(scores)} 个要点 {full} 分。")


def test_words_are_found_whatever_the_spaces_and_lines():
    assert hinted(asked(1, 1), "写 了词\n1。") == (True, False)
