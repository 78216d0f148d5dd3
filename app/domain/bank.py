"""The questions that papers are drawn from, known by what drawing asks about; their texts are read only when drawn."""

from collections.abc import Iterable
from dataclasses import dataclass

from app.domain.paper import DrawRule
from app.domain.question import Question, QuestionKind, QuestionSummary


@dataclass(frozen=True, slots=True)
class Whole:
    """What is drawn as one: a question, or a 案例分析 with all its parts in order.

    ``difficulty`` is that of the hardest part; ``regulations`` holds the 简称 of all rules that any part cites.
    """

    key: str
    ids: tuple[str, ...]
    kind: QuestionKind
    topic: str
    difficulty: int
    regulations: frozenset[str]


class Bank:
    """Wholes in the order of their keys; what a rule admits is found once and kept."""

    def __init__(self, questions: Iterable[QuestionSummary]) -> None:
        gathered: dict[str, list[QuestionSummary]] = {}
        for question in questions:
            gathered.setdefault(question.group or question.id, []).append(question)
        self._wholes = [_whole(key, gathered[key]) for key in sorted(gathered)]
        self._pools: dict[tuple[object, ...], list[Whole]] = {}

    @classmethod
    def of(cls, questions: Iterable[Question]) -> "Bank":
        """Of questions at hand; the first of each id counts."""
        kept: dict[str, Question] = {}
        for question in questions:
            kept.setdefault(question.id, question)
        return cls(question.summary() for question in kept.values())

    def __len__(self) -> int:
        return len(self._wholes)

    @property
    def wholes(self) -> tuple[Whole, ...]:
        return tuple(self._wholes)

    def pool(self, rule: DrawRule) -> list[Whole]:
        """Everything that the rule admits. Not to be changed."""
        known = (rule.kind, rule.topics, rule.difficulties, rule.regulations)
        if known not in self._pools:
            self._pools[known] = [whole for whole in self._wholes if _admits(rule, whole)]
        return self._pools[known]


def _whole(key: str, parts: list[QuestionSummary]) -> Whole:
    first = parts[0]
    return Whole(
        key,
        tuple(part.id for part in parts),
        QuestionKind.CASE_STUDY if first.group else first.kind,
        first.topic,
        max(part.difficulty for part in parts),
        frozenset(short for part in parts for short in part.regulations),
    )


def _admits(rule: DrawRule, whole: Whole) -> bool:
    return (
        whole.kind is rule.kind
        and (not rule.topics or whole.topic in rule.topics)
        and (not rule.difficulties or whole.difficulty in rule.difficulties)
        and (not rule.regulations or not whole.regulations.isdisjoint(rule.regulations))
    )
