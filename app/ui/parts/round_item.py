"""One question within a round of practice or review."""

from dataclasses import dataclass

from app.domain.marking import Verdict
from app.domain.question import Question
from app.domain.review import Rating


@dataclass
class RoundItem:
    """``revealed`` before there is a ``verdict``: a 简答 whose key points are being marked by the person.

    ``none_meant``: the person was asked whether really none of them was written.

    ``note`` says what the answer did to the wrong-answer book, ``left_book`` that it took the question out.
    """

    question: Question
    shown: tuple[str, ...]
    answer: tuple[str, ...] = ()
    confidence: str = ""
    revealed: bool = False
    ticks: tuple[bool, ...] = ()
    verdict: Verdict | None = None
    note: str = ""
    left_book: bool = False
    rating: Rating | None = None
    none_meant: bool = False
