"""SIGKILL at any moment of reading, practice or an exam loses nothing that was acknowledged on screen."""

import random

import pytest

from tests.crash.rig import Rig

DEEDS = ("answer", "flag", "submit")


def kill(rig, at_work, at_the_start):
    for _ in range(at_work):
        rig.kill_at_work()
    for _ in range(at_the_start):
        rig.kill_at_the_start()
    print(rig.tally)
    return rig.tally


def check(tally, kills):
    assert tally.faults == []
    assert tally.lost == 0
    assert tally.kills == kills
    assert tally.acknowledged > 10 * kills


def test_twenty_kills_lose_nothing(tmp_path):
    check(kill(Rig(tmp_path, random.randrange(10**6)), 17, 3), 20)


def test_a_store_that_acknowledges_before_it_commits_is_found_out(tmp_path):
    """Without this the test above would prove nothing."""
    tally = kill(Rig(tmp_path, 1, "late"), 5, 0)
    assert tally.lost > 0


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(6))
def test_many_kills_lose_nothing(tmp_path, seed):
    check(kill(Rig(tmp_path, seed), 20, 5), 25)


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(6))
def test_kills_in_the_middle_of_an_exam_lose_nothing_and_the_same_paper_goes_on(tmp_path, seed):
    """Every second death or so falls between the start of the deed that was aimed at and its acknowledgement."""
    rig = Rig(tmp_path, 100 + seed, "exam")
    for number in range(90):
        rig.kill_at_work(DEEDS[number % 3])
    print(rig.tally)
    check(rig.tally, 90)
    assert all(rig.tally.cut_off[deed] >= 5 for deed in DEEDS)
