"""SIGKILL at every statement of a wiping: the entry is there whole, or gone wholly; the next start leaves no trace."""

import os
import shutil
import signal
from pathlib import Path

import pytest

from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.office import Office
from tests.unit.services.ledger.test_erasing import WHY, WRITTEN, Full, found_in, mark, marks


def killed_at(folder: Path, issue_id: str, statement: int) -> bool:
    """A process of its own wipes the issue and dies as it begins that statement; False where it lived to the end."""
    child = os.fork()
    if child == 0:
        left = statement

        def count(_: str) -> None:
            nonlocal left
            left -= 1
            if left == 0:
                os.kill(os.getpid(), signal.SIGKILL)

        try:
            services = House(folder, FakeClock()).open()
            services._unit.connection.set_trace_callback(count)
            services.erasing.issue(issue_id, WHY)
        finally:
            os._exit(0)
    return os.WIFSIGNALED(os.waitpid(child, 0)[1])


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is split in two")
def test_a_wiping_that_is_killed_has_been_done_wholly_or_not_at_all(tmp_path):
    office = Office(tmp_path / "made", FakeClock())
    full = Full(office)
    neighbour, wrong = full.issue(1), full.issue(2)
    full.report(0, {neighbour: mark("报", 1), wrong: mark("报", 2)})
    office.close()
    whole, cut, statement = 0, 0, 0
    while True:
        statement += 1
        data = tmp_path / "killed" / "data"
        shutil.copytree(office.house.paths.data, data)
        dead = killed_at(data, wrong, statement)
        services = House(data, FakeClock()).open()
        assert services._unit_journal.broken() == []
        assert services.issues.get(neighbour).text.title == mark("题", 1)
        if services.erasing.stub(wrong) is None:
            whole += 1
            assert services.issues.get(wrong).text.title == mark("题", 2)
            assert services.erasing._desk.note.to_do() is None
            assert found_in(data, marks(2)) == WRITTEN
        else:
            cut += dead
            assert services.erasing.settle() == ""
            assert found_in(data, marks(2)) == set()
        assert mark("佐", 1) in found_in(data, marks(1))
        services.close()
        shutil.rmtree(data)
        if not dead:
            break
    print(f"{statement - 1} kills: {whole} before it was done, {cut} before the last trace was gone")
    assert whole > 10
    assert cut > 3
