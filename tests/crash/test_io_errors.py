"""A disk that fails at any one step: what was acknowledged stays, what was not is said so in words."""

import pytest

from tests.crash.io_error import ERRORS, prepare, sit

SAID = {"input/output": "读写磁盘出错，刚才的内容", "full": "磁盘空间不足，刚才的内容"}
PAUSED = "考试已经暂停。请先点“继续考试”，再作答。"


def fail_at(tmp_path, steps, for_ever, error):
    """Returns what was refused, over all runs."""
    template, refused = prepare(tmp_path / "template"), []
    for first in steps:
        outcome = sit(template, tmp_path / "run", first, for_ever, error)
        assert outcome.found.faults == [], f"step {first}"
        assert outcome.found.lost == 0, f"step {first}"
        # What failed last of all may be on disk and yet refused; never more than was refused.
        assert outcome.found.unacknowledged <= len(outcome.refused), f"step {first}"
        if not for_ever:
            assert len(outcome.refused) <= 1, f"step {first}: one fault, and afterwards it goes on"
        refused += outcome.refused
    return refused


def steps_of_an_exam(tmp_path):
    return sit(prepare(tmp_path / "count"), tmp_path / "counted", 0, False, "full").steps


def test_without_a_fault_nothing_is_refused(tmp_path):
    outcome = sit(prepare(tmp_path / "template"), tmp_path / "run", 0, False, "full")
    assert (outcome.refused, outcome.found.faults, outcome.found.lost) == ([], [], 0)
    assert outcome.steps > 150
    assert outcome.moved > 5


@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
def test_a_fault_at_some_steps(tmp_path, for_ever, error):
    assert fail_at(tmp_path, range(1, steps_of_an_exam(tmp_path), 23), for_ever, error)


@pytest.mark.crash
@pytest.mark.parametrize("error", ERRORS)
@pytest.mark.parametrize("for_ever", [False, True], ids=["once", "for-ever"])
def test_a_fault_at_every_step(tmp_path, for_ever, error):
    refused = fail_at(tmp_path, range(1, steps_of_an_exam(tmp_path) + 1), for_ever, error)
    print(len(refused), {text[:12] for text in refused})
    assert len(refused) > 50
    # Where even the resumption was refused for ever, the exam rests, and what is tried in it says that.
    assert {text[:12] for text in refused} - {PAUSED[:12]} == {SAID[error]}
