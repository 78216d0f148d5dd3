"""Real services with a clock that can be set on, so that questions come back."""

from datetime import timedelta

import pytest

from app.services.system_clock import SystemClock
from app.ui.kit.paragraph import Paragraph


class MovedClock(SystemClock):
    def __init__(self):
        super().__init__()
        self.days = 0

    def now(self):
        return super().now() + timedelta(days=self.days)


@pytest.fixture
def clock():
    return MovedClock()


@pytest.fixture
def bank(services):
    return [question for question in services.library.bank() if question.letters and question.kind.chooses]


def wrong_key(question):
    return next(key for key in question.letters if key not in question.answer)


@pytest.fixture
def miss(services):
    """Answer questions wrong, as practice does."""

    def answer(*questions):
        for question in questions:
            services.practice.answer(question, question.letters, (wrong_key(question),))

    return answer


@pytest.fixture
def said():
    return lambda widget: "\n".join(one.text() for one in widget.findChildren(Paragraph) if one.isVisibleTo(widget))
