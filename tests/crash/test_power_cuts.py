"""A power cut at any moment loses nothing that was acknowledged, whatever became of what was not yet synced.

The program itself works, through `bootstrap.open_app`, on a disk that is recorded (apsw's SQLite under the program's
own statements); what is left after a cut is read by the SQLite that Python came with.
"""

import pytest

from tests.crash.power_cut import cut_at_the_start, cut_often, record_work
from tests.crash.tape import DELETE, SYNC, WRITE

FILE, LOG = "profile.db", "profile.db-wal"


def test_five_hundred_power_cuts_lose_nothing(tmp_path):
    tape = record_work(tmp_path / "data", seed=1, deeds=150, lives=2)
    damage = cut_often(tape, tmp_path / "data", tmp_path / "image", seed=1, images=500)
    print(damage)
    assert damage.faults == []
    assert damage.lost == damage.unreadable == 0
    assert damage.images == 500
    assert damage.acknowledged > 10_000


def test_power_cuts_during_the_first_start_leave_a_file_that_opens(tmp_path):
    """The file is new, its log newer still: neither may be undone by a journal that comes back from the dead."""
    tape = record_work(tmp_path / "data", seed=4, deeds=20)
    damage = cut_at_the_start(tape, tmp_path / "data", tmp_path / "image", seed=4, images=60)
    assert damage.faults == []
    assert damage.lost == damage.unreadable == 0


@pytest.mark.parametrize("weak", ["NORMAL", "OFF"])
def test_a_program_that_does_not_sync_is_found_out(tmp_path, weak):
    """Without this the test above would prove nothing."""
    tape = record_work(tmp_path / "data", seed=2, deeds=100, synchronous=weak)
    damage = cut_often(tape, tmp_path / "data", tmp_path / "image", seed=2, images=60)
    print(damage)
    assert damage.lossy > 20
    assert damage.lost > 200


@pytest.mark.crash
def test_a_program_that_never_syncs_ends_with_damaged_files(tmp_path):
    """Cuts while the log is moved into the file: the check of the files themselves must be able to fail, too."""
    tape = record_work(tmp_path / "data", seed=3, deeds=500, lives=2, synchronous="OFF")
    damage = cut_often(tape, tmp_path / "data", tmp_path / "image", seed=3, images=2_000)
    print(damage)
    assert damage.unreadable > 0
    assert any("integrity_check" in fault for fault in damage.faults)


@pytest.mark.crash
@pytest.mark.parametrize("seed", range(5))
def test_ten_thousand_power_cuts_lose_nothing(tmp_path, seed):
    tape = record_work(tmp_path / "data", seed=10 + seed, deeds=450, lives=3)
    assert tape.count(WRITE, FILE) > 50, "the log was never moved into the file"
    assert tape.count(DELETE, LOG) == 3, "it was not closed and opened again"
    assert tape.count(SYNC, LOG) > 1_000
    damage = cut_often(tape, tmp_path / "data", tmp_path / "image", seed, images=2_000)
    print(damage)
    assert damage.faults == []
    assert damage.lost == damage.unreadable == 0
    assert damage.images == 2_000
