"""An exam paper: what is drawn, for how long, and what passes."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.question import QuestionKind


class MultipleRule(StrEnum):
    """How a 多选 that is right but incomplete is marked."""

    ALL_OR_NOTHING = "全对得分"
    PARTIAL = "少选得半分"


class BreakPolicy(StrEnum):
    """Whether the time away from an unfinished exam counts."""

    FREE = "中断不计时"
    COUNTS = "中断计时"


@dataclass(frozen=True, slots=True)
class DrawRule:
    """Draw ``count`` questions worth ``score`` points each; an empty filter admits everything.

    ``regulations`` holds 简称: a question passes that cites an article of one of them, in any version.
    """

    kind: QuestionKind
    count: int
    score: int
    topics: tuple[str, ...] = ()
    difficulties: tuple[int, ...] = ()
    regulations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paper:
    id: str
    title: str
    description: str
    minutes: int
    pass_score: int
    multiple: MultipleRule
    breaks: BreakPolicy
    rules: tuple[DrawRule, ...]
    version: int = 1
    shuffle_options: bool = True

    @property
    def total(self) -> int:
        """Full marks."""
        return sum(rule.count * rule.score for rule in self.rules)

    @property
    def size(self) -> int:
        """Number of questions."""
        return sum(rule.count for rule in self.rules)
