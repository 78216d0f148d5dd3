import pytest

from tests.unit.fakes import FakeClock
from tests.unit.services.ledger.office import Office


@pytest.fixture
def office(tmp_path):
    opened = Office(tmp_path, FakeClock())
    yield opened
    opened.close()
