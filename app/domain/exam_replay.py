"""An exam rebuilt from its record alone: what was drawn, what was answered last, what that is worth."""

import json
from dataclasses import dataclass, replace

from app.domain.codec import from_plain
from app.domain.exam import ExamItem
from app.domain.exam_record import ANSWERED, FINISHED, MARKED, STARTED, ExamRecord
from app.domain.paper import Paper
from app.domain.question import Question

UNREADABLE = (KeyError, TypeError, ValueError, IndexError, AttributeError, ArithmeticError, RecursionError)
"""What a record raises that says something impossible."""


@dataclass(frozen=True, slots=True)
class Replay:
    """``said`` is the score that was recorded last, ``score`` the one that follows from answers and markings.

    From ``seed``, the bank of ``content`` and what was ``avoided`` the same questions are drawn again.
    """

    paper: Paper
    candidate: str
    occasion: str
    items: tuple[ExamItem, ...]
    spent_ms: int
    reason: str
    said: int
    seed: int
    content: str
    avoided: frozenset[str]

    @property
    def score(self) -> int:
        return sum(item.points(self.paper) for item in self.items)

    @property
    def full(self) -> int:
        return sum(item.score for item in self.items)

    @property
    def passed(self) -> bool:
        return self.score >= self.paper.pass_score


def replay(record: ExamRecord) -> Replay:
    """Raises one of UNREADABLE where the record does not make an exam."""
    started, finished = record.payloads(STARTED)[0], record.payloads(FINISHED)[-1]
    bodies = {digest(body): body for body in record.questions}
    items = [
        ExamItem(place, from_plain(Question, json.loads(bodies[named])), points, tuple(shown))
        for place, (named, points, shown) in enumerate(started["questions"], 1)
    ]
    for answered in record.payloads(ANSWERED):
        place = answered["place"] - 1
        if place < 0 or items[place].question.id != answered["question"]:
            raise ValueError("answer to another question")
        items[place] = items[place].answered_with(tuple(answered["answer"]))
    markings = record.payloads(MARKED)
    for marking in markings:
        place = marking["place"] - 1
        if place < 0:
            raise ValueError("marking of no answer")
        items[place] = replace(items[place], ticks=tuple(bool(tick) for tick in marking["ticks"]))
    return Replay(
        paper=from_plain(Paper, json.loads(record.paper)),
        candidate=str(started["candidate"]),
        occasion=record.occasion,
        items=tuple(items),
        spent_ms=int(finished["spent_ms"]),
        reason=str(finished["reason"]),
        said=int([finished, *markings][-1]["score"]),
        seed=int(started["seed"]),
        content=str(started["content"]),
        avoided=_avoided(started.get("avoided", [])),
    )


def _avoided(written: object) -> frozenset[str]:
    """Records from before nothing was avoided name none."""
    if not isinstance(written, list) or not all(isinstance(one, str) for one in written):
        raise ValueError("avoided")
    return frozenset(written)


def digest(body: str) -> str:
    """The name of a question's wording: SHA-256 of its stored text, in hex."""
    import hashlib  # OpenSSL: not before a record is read

    return hashlib.sha256(body.encode()).hexdigest()
