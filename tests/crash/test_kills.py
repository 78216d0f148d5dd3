"""SIGKILL at any moment of reading, practice, an exam, a meeting or a ledger loses nothing that was acknowledged."""

import random

import pytest

from tests.crash import ledger_worker, meeting_worker
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


def hold_meetings(rig, kills):
    """Every second death or so falls upon the deed that was aimed at, between its start and its acknowledgement."""
    for number in range(kills):
        rig.kill_at_work(meeting_worker.DEEDS[number % len(meeting_worker.DEEDS)])
    print(rig.tally)
    return rig.tally


def test_twenty_kills_in_meetings_lose_nothing(tmp_path):
    check(hold_meetings(Rig(tmp_path, random.randrange(10**6), "meeting"), 20), 20)


def test_a_meeting_that_is_acknowledged_before_it_is_on_disk_is_found_out(tmp_path):
    assert hold_meetings(Rig(tmp_path, 1, "meeting", "late"), 5).lost > 0


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(6))
def test_kills_in_the_middle_of_a_meeting_lose_nothing_and_it_goes_on_at_the_same_page(tmp_path, seed):
    tally = hold_meetings(Rig(tmp_path, 200 + seed, "meeting"), 50)
    check(tally, 50)
    assert tally.cut_off.total() >= 10


def keep_a_ledger(rig, kills):
    """Aimed at the deeds as `hold_meetings` does."""
    for number in range(kills):
        rig.kill_at_work(ledger_worker.DEEDS[number % len(ledger_worker.DEEDS)])
    print(rig.tally)
    return rig.tally


def test_twenty_kills_at_the_ledger_lose_nothing(tmp_path):
    check(keep_a_ledger(Rig(tmp_path, random.randrange(10**6), "ledger"), 20), 20)


def test_a_ledger_that_is_acknowledged_before_it_is_on_disk_is_found_out(tmp_path):
    assert keep_a_ledger(Rig(tmp_path, 1, "ledger", "late"), 5).lost > 0


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(6))
def test_kills_while_issues_measures_checks_and_reports_are_written_lose_nothing(tmp_path, seed):
    tally = keep_a_ledger(Rig(tmp_path, 300 + seed, "ledger"), 50)
    check(tally, 50)
    assert tally.cut_off.total() >= 10
