"""What stands over a printed paper besides what it is made of."""

from dataclasses import dataclass

LONGEST_OCCASION, LONGEST_HELD = 60, 60


@dataclass(frozen=True, slots=True)
class PaperHeading:
    """``occasion`` is the name of the exam, in the place of the paper's own title; ``held`` its day and time, as
    written. Both may be ""."""

    occasion: str = ""
    held: str = ""


NO_HEADING = PaperHeading()
