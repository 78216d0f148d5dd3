"""Real services on a prepared index, with a clock that the test moves."""

from datetime import UTC, datetime, timedelta

import pytest

from app.ui.kit.theme import LIGHT, apply_theme


class MovedClock:
    def __init__(self):
        self.moment, self.boot = datetime(2026, 11, 21, 8, 0, tzinfo=UTC), 1_000_000
        self.asleep = 0

    def now(self):
        return self.moment

    def boot_ms(self):
        return self.boot

    def awake_ms(self):
        return self.boot - self.asleep

    def boot_id(self):
        return "one boot"

    def pass_ms(self, ms):
        self.moment += timedelta(milliseconds=ms)
        self.boot += ms

    def suspend_ms(self, ms):
        """The lid is closed, and opened again."""
        self.pass_ms(ms)
        self.asleep += ms


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture(autouse=True)
def light(dressed):
    apply_theme(dressed, LIGHT)


@pytest.fixture
def paper(services):
    """The longest paper: it has questions to choose, to fill and to order."""
    return max(services.exams.papers(), key=lambda paper: paper.size)


@pytest.fixture
def exam(services, paper):
    return services.exams.start(paper, "周明")
