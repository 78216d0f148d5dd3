"""How a leader wants a session to run; asked before the start."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PresenterOptions:
    """``theme`` is that of the pages, light or dark; ``notes_size`` in design pixels; ``picking`` and ``teams`` are off
    until wanted; ``show_present`` puts 到会 n 人 on the big screen, ``show_names`` the name that is picked at once."""

    theme: str = "light"
    reveal_first: bool = True
    notes_size: int = 18
    picking: bool = False
    teams: bool = False
    show_present: bool = False
    show_names: bool = False


SMALLEST_NOTES, LARGEST_NOTES, NOTES_STEP = 14, 40, 2
