"""How much ink a day gets for its minutes."""

STEPS = (1, 15, 30, 60)
"""Minutes from which the next darker step begins."""
INK = (0, 70, 125, 185, 255)
"""Opacity of the ink at each step."""


def step_of(minutes: int) -> int:
    """0 for nothing, up to 4."""
    return sum(minutes >= limit for limit in STEPS)
