"""A PC that dies while a ledger is read in has all of it afterwards, or nothing; then it can be read in again."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.unit.fakes import FakeClock
from tests.unit.house import House
from tests.unit.services.ledger.full_ledger import files, fill, histories, tables

ROOT = Path(__file__).parents[4]
DYING = """
import os, signal, sys
from pathlib import Path
from app.storage.ledger_copy import LedgerCopy
from tests.unit.fakes import FakeClock
from tests.unit.house import House

data, path, where, left = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3], int(sys.argv[4])
services = House(data, FakeClock()).open()

def count(*_):
    global left
    left -= 1
    if left < 0:
        os.kill(os.getpid(), signal.SIGKILL)
    return True

ready = services.ledger_read_in.check(path)
if where == "tables":
    put = LedgerCopy.put
    LedgerCopy.put = lambda self, table, rows: (put(self, table, rows), count())
elif where == "events":
    put = LedgerCopy.put_events
    LedgerCopy.put_events = lambda self, events, after: (put(self, events, after), count())
services.ledger_read_in.accept(ready, count if where == "files" else None)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.fixture(scope="module")
def exported(tmp_path_factory):
    """The other PC, and its file."""
    folder = tmp_path_factory.mktemp("exported")
    services = House(folder / "data", FakeClock()).open()
    fill(services, folder / "handed", 2, 60)
    services.ledger_export.write(folder / "台账.jjledger")
    yield services, folder / "台账.jjledger"
    services.close()


@pytest.mark.parametrize(
    ("where", "after", "all_there"),
    [
        *(("files", 0, False), ("files", 2, False), ("files", 8, False)),
        *(("tables", 0, False), ("tables", 6, False), ("tables", 12, False), ("events", 0, False)),
        ("returned", 0, True),
    ],
)
def test_dying_in_the_middle_leaves_nothing_half(exported, tmp_path, where, after, all_there):
    other, path = exported
    data = tmp_path / "data"
    House(data, FakeClock()).open().close()
    arguments = [sys.executable, "-c", DYING, str(data), str(path), where, str(after)]
    died = subprocess.run(arguments, cwd=ROOT, env=os.environ | {"PYTHONPATH": str(ROOT)}, capture_output=True)
    assert died.returncode == -signal.SIGKILL, died.stderr.decode()
    services = House(data, FakeClock()).open()
    if not all_there:
        assert not any(tables(services).values()) and services._unit_journal.head()[0] == 0
        ready = services.ledger_read_in.check(path)
        services.ledger_read_in.accept(ready)
        ready.close()
    assert (tables(services), histories(services)) == (tables(other), histories(other))
    assert files(services) == files(other) and not services._unit_journal.broken()
    services.close()
