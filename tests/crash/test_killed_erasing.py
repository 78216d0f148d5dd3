"""SIGKILL at every statement of a wiping: the entry is there whole, or gone wholly; the next start leaves no trace."""

import os
import shutil
import signal
from collections.abc import Callable
from pathlib import Path

import pytest

from app.domain.ledger.replay import replayed
from app.domain.ledger.stub import StubKind
from app.services.erasing_remains import with_remains
from app.services.erasing_service import ErasingService
from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.office import Office
from tests.unit.services.ledger.test_erasing import WHY, WRITTEN, Full, found_in, mark, marks


def killed_at(folder: Path, statement: int, wipe: Callable[[ErasingService], object]) -> bool:
    """A process of its own wipes and dies as it begins that statement; False where it lived to the end."""
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
            wipe(services.erasing)
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
        dead = killed_at(data, statement, lambda erasing: erasing.issue(wrong, WHY))
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


@pytest.mark.skipif(not hasattr(os, "fork"), reason="a process is split in two")
def test_of_one_entry_too_and_the_rest_of_the_issue_is_never_touched(tmp_path):
    office = Office(tmp_path / "made", FakeClock())
    full = Full(office)
    wrong = full.issue(2)
    before = office.issues.get(wrong)
    office.close()
    lost = {mark("看", 2)}
    whole, cut, statement = 0, 0, 0
    while True:
        statement += 1
        data = tmp_path / "killed" / "data"
        shutil.copytree(office.house.paths.data, data)
        wipe = lambda erasing: erasing.entries.wipe(wrong, StubKind.LOOK_BACK, 0, WHY)  # noqa: E731
        dead = killed_at(data, statement, wipe)
        services = House(data, FakeClock()).open()
        assert services._unit_journal.broken() == []
        after = services.issues.get(wrong)
        events = with_remains(services._unit_journal.events(object_id=wrong))
        assert replayed(wrong, [event[4]["change"] for event in events if "change" in event[4]]) == after
        if after == before:
            whole += 1
            assert services.erasing.entries.stubs(wrong, StubKind.LOOK_BACK) == []
            assert services.erasing._desk.note.to_do() is None
            assert found_in(data, marks(2)) == WRITTEN - {mark("报", 2)}
        else:
            cut += dead
            assert len(services.erasing.entries.stubs(wrong, StubKind.LOOK_BACK)) == 1
            assert after.look_backs == () and after.measures == before.measures
            assert services.erasing.settle() == ""
            assert found_in(data, marks(2)) == WRITTEN - {mark("报", 2)} - lost
        services.close()
        shutil.rmtree(data)
        if not dead:
            break
    print(f"{statement - 1} kills: {whole} before it was done, {cut} before the last trace was gone")
    assert whole > 10
    assert cut > 3
