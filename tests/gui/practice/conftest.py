"""Real services on a prepared index, as a person finds them on the first day."""

import pytest

from app.ui.kit.theme import LIGHT, apply_theme


@pytest.fixture(autouse=True)
def light(dressed):
    apply_theme(dressed, LIGHT)


@pytest.fixture
def bank(services):
    return services.library.bank()


@pytest.fixture
def first(bank):
    """The first question of a kind that stands by itself."""
    return lambda kind: next(question for question in bank if question.kind is kind and not question.group)
