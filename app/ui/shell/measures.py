"""Sizes in design pixels that the first frame and the real shell share."""

RAIL_WIDE, RAIL_NARROW = 88, 76
BAR_HEIGHT = 57
RAIL_TOP, RAIL_BOTTOM, RAIL_GAP = 12, 10, 2
BAR_LEFT, BAR_RIGHT = 20, 18
FIELD_WIDE, FIELD_NARROW, FIELD_LEAST = 270, 190, 90
NARROW_BELOW = 1200
LOW_UP_TO = 640


def is_narrow(logical: float) -> bool:
    """Whether a window of this width (divided by the scale) has the narrow rail and search field."""
    return logical < NARROW_BELOW


def is_low(logical: float) -> bool:
    """Whether a rail of this height (divided by the scale) has the low buttons."""
    return logical <= LOW_UP_TO


def smallest_window(scale: float) -> tuple[int, int]:
    """Logical pixels; a larger scale must still fit a small screen."""
    return (round(1024 * scale) if scale <= 1 else 960, 540)
