import pytest

from tests.unit.fakes import FakeClock
from tests.unit.house import House


@pytest.fixture
def clock():
    return FakeClock()


@pytest.fixture
def house(tmp_path, clock):
    return House(tmp_path / "data", clock)


@pytest.fixture
def services(house):
    opened = house.open()
    yield opened
    opened.close()


@pytest.fixture
def heard(services):
    """Every fact that the services tell, in order."""
    from app.domain import events

    facts = []
    for kind in vars(events).values():
        if isinstance(kind, type):
            services.bus.subscribe(kind, facts.append)
    return facts
