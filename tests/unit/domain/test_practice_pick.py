"""A round of practice: some of what was wrong, then what is new, and in the end everything has its turn."""

import random

from hypothesis import given
from hypothesis import strategies as st

from app.domain.practice import QuestionState
from app.domain.practice_pick import picked

seeds = st.integers(0, 999)
numbers = st.sampled_from([5, 10, 20])


def singles(count):
    return [(f"q{place:02}",) for place in range(count)]


@given(seeds, st.integers(6, 60), numbers)
def test_after_one_question_each_every_one_was_asked(seed, count, number):
    chance, states, asked, seq = random.Random(seed), {}, set(), 0
    for _ in range(-(-count // number)):
        ids = picked(singles(count), states, number, chance)
        for name in ids:
            seq += 1
            states[name] = states.get(name, QuestionState(name)).after(seq, "right")
        asked |= set(ids)
    assert len(asked) == count


@given(seeds, numbers, st.sampled_from(["right", "wrong", "unmarked"]))
def test_everything_comes_again_and_again_however_it_is_answered(seed, number, verdict):
    chance, states, asked, seq = random.Random(seed), {}, [], 0
    for _ in range(3 * -(-40 // number)):
        for name in picked(singles(40), states, number, chance):
            seq += 1
            asked.append(name)
            states[name] = states.get(name, QuestionState(name)).after(seq, verdict)
    assert len(set(asked)) == 40


@given(seeds, numbers, st.integers(0, 60))
def test_a_third_is_from_the_book_while_there_is_something_new(seed, number, wrong):
    states = {name: QuestionState(name).after(place + 1, "wrong") for place, (name,) in enumerate(singles(wrong))}
    ids = picked(singles(wrong + 30), states, number, random.Random(seed))
    assert len(ids) == number
    assert sum(name in states for name in ids) == min(wrong, round(number / 3))


def test_one_round_is_not_like_another():
    assert len({tuple(picked(singles(89), {}, 5, random.Random(seed))) for seed in range(20)}) == 20


@given(seeds, st.lists(st.integers(1, 4), min_size=1, max_size=20), st.integers(1, 20), st.data())
def test_parts_stay_together_and_the_first_group_is_whole(seed, sizes, number, data):
    groups = [tuple(f"g{place:02}-{part}" for part in range(size)) for place, size in enumerate(sizes)]
    every = [name for names in groups for name in names]
    states = {name: QuestionState(name).after(1, "wrong") for name in data.draw(st.sets(st.sampled_from(every)))}
    ids = picked(groups, states, number, random.Random(seed))
    assert ids and len(set(ids)) == len(ids) and (len(ids) <= number or len({name[:3] for name in ids}) == 1)
    for names in groups:
        places = [ids.index(name) for name in names if name in ids]
        assert not places or places == list(range(places[0], places[0] + len(names)))
