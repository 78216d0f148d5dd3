"""An exam paper: what is drawn, for how long, and what passes."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.question import QuestionKind


class MultipleRule(StrEnum):
    """How a 多选 that is right but incomplete is marked."""

    ALL_OR_NOTHING = "全对得分"
    PARTIAL = "少选得半分"


class OverduePolicy(StrEnum):
    """What happens when the time is used up with somebody still at it."""

    AUTO = "到时自动交卷"
    GRACE = "宽限五分钟"
    AS_IS = "超时照记"


class BreakPolicy(StrEnum):
    """Whether the time away from an unfinished exam counts."""

    FREE = "中断不计时"
    COUNTS = "中断计时"


@dataclass(frozen=True, slots=True)
class DrawRule:
    """Draw ``count`` questions worth ``score`` points each (a 案例分析: with all its parts).

    An empty filter admits everything. ``regulations`` holds 简称: a question passes that cites an article of one of
    them, in any version.
    """

    kind: QuestionKind
    count: int
    score: int
    topics: tuple[str, ...] = ()
    difficulties: tuple[int, ...] = ()
    regulations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FixedQuestion:
    """A question that stands on every copy of the paper."""

    question_id: str
    score: int


@dataclass(frozen=True, slots=True)
class Paper:
    """``rules`` draw from the bank; a paper with ``fixed`` questions has no rules.

    ``show_leaves``: the number of times that the window was left stands on the result. ``place``: lower ones come first
    where papers are listed.
    """

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
    overdue: OverduePolicy = OverduePolicy.AUTO
    show_leaves: bool = False
    fixed: tuple[FixedQuestion, ...] = ()
    place: int = 50

    @property
    def total(self) -> int:
        """Full marks."""
        return sum(rule.count * rule.score for rule in self.rules) + sum(one.score for one in self.fixed)

    @property
    def size(self) -> int:
        """Number of questions, a 案例分析 that is drawn counting once."""
        return sum(rule.count for rule in self.rules) + len(self.fixed)

    @property
    def size_words(self) -> str:
        """40 题; 39 题和 1 道案例分析: how many parts that one will have is known when it is drawn."""
        analyses = sum(rule.count for rule in self.rules if rule.kind is QuestionKind.CASE_STUDY)
        single = self.size - analyses
        words = [f"{single} 题"] * (single > 0 or not analyses) + [f"{analyses} 道案例分析"] * (analyses > 0)
        return "和 ".join(words)
