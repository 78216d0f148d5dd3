"""One question within a round of practice."""

from dataclasses import dataclass

from app.domain.marking import Verdict
from app.domain.question import Question


@dataclass
class RoundItem:
    """``revealed`` before there is a ``verdict``: a 简答 whose key points are being marked by the person."""

    question: Question
    shown: tuple[str, ...]
    answer: tuple[str, ...] = ()
    confidence: str = ""
    revealed: bool = False
    ticks: tuple[bool, ...] = ()
    verdict: Verdict | None = None
    note: str = ""
