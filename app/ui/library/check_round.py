"""Where a check stands, so that it goes on after the page was built anew."""

from dataclasses import dataclass

from app.domain.marking import Verdict


@dataclass(frozen=True)
class CheckRound:
    """``verdict`` is None while the question on screen has not been submitted."""

    place: int
    right: int
    shown: tuple[str, ...]
    answer: tuple[str, ...]
    confidence: str
    verdict: Verdict | None
