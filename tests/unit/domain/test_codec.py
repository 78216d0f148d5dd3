import json
from dataclasses import dataclass
from datetime import UTC, datetime
from enum import StrEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.domain.codec import from_plain, to_plain
from app.domain.deck import Deck
from app.domain.exam_clock import Mark
from app.domain.sheet import Bars, Media, Row, Sheet, SheetKind, Text
from tests.unit.decks import deck


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


@dataclass(frozen=True, slots=True)
class Leaf:
    name: str
    size: float = 1.0
    colour: Colour = Colour.RED


@dataclass(frozen=True, slots=True)
class Tree:
    id: str
    age: int
    tall: bool = False
    leaf: Leaf | None = None
    leaves: tuple[Leaf, ...] = ()
    pair: tuple[str, int] = ("", 0)
    pairs: tuple[tuple[str, str], ...] = ()
    words: tuple[str, ...] = ("a",)
    files: dict[str, str] | None = None


leaves = st.builds(Leaf, st.text(), st.floats(allow_nan=False), st.sampled_from(Colour))
trees = st.builds(
    Tree,
    id=st.text(),
    age=st.integers(),
    tall=st.booleans(),
    leaf=st.none() | leaves,
    leaves=st.lists(leaves, max_size=4).map(tuple),
    pair=st.tuples(st.text(), st.integers()),
    pairs=st.lists(st.tuples(st.text(), st.text()), max_size=3).map(tuple),
    words=st.lists(st.text(), max_size=3).map(tuple),
    files=st.none() | st.dictionaries(st.text(), st.text(), max_size=3),
)
json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["id", "age", "leaf", "x"]), inner),
    max_leaves=8,
)


@given(trees)
def test_what_is_written_reads_back(tree: Tree) -> None:
    assert from_plain(Tree, json.loads(json.dumps(to_plain(tree)))) == tree


@given(json_values)
def test_data_of_another_shape_is_refused_with_a_known_error(data: object) -> None:
    try:
        tree = from_plain(Tree, data)
    except (KeyError, TypeError, ValueError):
        return
    assert isinstance(tree.id, str) and isinstance(tree.age, int)


def test_defaults_are_left_out_and_unknown_keys_ignored() -> None:
    assert to_plain(Tree("a", 1)) == {"id": "a", "age": 1}
    assert from_plain(Tree, {"id": "a", "age": 1, "newer": True}) == Tree("a", 1)


@pytest.mark.parametrize(
    "data", [{}, {"id": 1, "age": 1}, {"id": "a", "age": "1"}, {"id": "a", "age": 1, "words": "abc"}, [], "x", None,
             {"id": "a", "age": 1, "leaf": {"name": "n", "colour": "green"}}, {"id": "a", "age": 1, "pair": ["x"]}],
)  # fmt: skip
def test_data_that_does_not_fit_is_refused(data: object) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        from_plain(Tree, data)


def test_where_one_of_several_kinds_may_stand_the_data_say_which():
    blocks = (Text("一"), Media("f.mp4"), Bars(("A",), (3,), None), Row(("a", "b")))
    sheet = Sheet(SheetKind.FACTS, "案情", "标题", blocks)
    plain = json.loads(json.dumps(to_plain(sheet)))
    assert [block["is"] for block in plain["blocks"]] == ["Text", "Media", "Bars", "Row"]
    assert from_plain(Sheet, plain) == sheet


def test_an_unknown_kind_is_an_error():
    with pytest.raises(ValueError, match="unknown kind"):
        from_plain(Sheet, {"kind": "案情", "kicker": "", "title": "", "blocks": [{"is": "Film"}]})


def test_whole_decks_come_back_as_they_were():
    assert from_plain(Deck, json.loads(json.dumps(to_plain(deck())))) == deck()


def test_times_keep_their_zone():
    mark = Mark(datetime(2026, 11, 21, 9, 3, 2, 5000, tzinfo=UTC), "boot", 12)
    assert from_plain(Mark, json.loads(json.dumps(to_plain(mark)))) == mark
