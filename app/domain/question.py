"""One question of any kind, with its answer and the reasons.

A 案例分析 is stored as its parts: each is a question of its own that repeats the situation in ``scenario`` and names
the whole in ``group``; whoever shows or draws questions keeps a group together.
"""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.case import Option


class QuestionKind(StrEnum):
    SINGLE = "单选"
    MULTIPLE = "多选"
    TRUE_FALSE = "判断"
    BLANKS = "填空"
    ORDER = "排序"
    SHORT = "简答"
    CASE_STUDY = "案例分析"

    @property
    def chooses(self) -> bool:
        """Whether it is answered by choosing among options."""
        return self in (QuestionKind.SINGLE, QuestionKind.MULTIPLE, QuestionKind.TRUE_FALSE)


TRUE, FALSE = "对", "错"
BLANK = "＿＿"
ANY_ORDER = "顺序不限"
"""Said wherever a 填空 is asked or answered whose blanks may be filled in any order."""


@dataclass(frozen=True, slots=True)
class KeyPoint:
    text: str
    keys: tuple[str, ...]
    score: int
    articles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """``answer``: option keys in order (排序: in the right order); 判断 "对"/"错"; 填空 one entry a blank.

    The accepted forms of a blank are split by "|". ``any_order``: its blanks may be filled in any order.
    """

    id: str
    kind: QuestionKind
    stem: str
    topic: str
    difficulty: int
    case: str = ""
    options: tuple[Option, ...] = ()
    answer: tuple[str, ...] = ()
    explanation: str = ""
    why: tuple[tuple[str, str], ...] = ()
    facts: tuple[int, ...] = ()
    articles: tuple[str, ...] = ()
    points: tuple[KeyPoint, ...] = ()
    scenario: str = ""
    group: str = ""
    line: int = 0
    any_order: bool = False

    def summary(self) -> "QuestionSummary":
        shorts = tuple(dict.fromkeys(written.partition("@")[0] for written in self.articles))
        return QuestionSummary(self.id, self.kind, self.topic, self.difficulty, self.case, self.group, shorts)

    @property
    def markable(self) -> bool:
        """Whether the program alone can mark it."""
        return self.kind not in (QuestionKind.SHORT, QuestionKind.CASE_STUDY)

    @property
    def typed(self) -> bool:
        """Whether it is answered in the person's own words."""
        return self.kind in (QuestionKind.BLANKS, QuestionKind.SHORT)

    @property
    def letters(self) -> tuple[str, ...]:
        return tuple(option.key for option in self.options)


@dataclass(frozen=True, slots=True)
class QuestionSummary:
    """``regulations``: the 简称 of the rules that the question cites."""

    id: str
    kind: QuestionKind
    topic: str
    difficulty: int
    case: str
    group: str
    regulations: tuple[str, ...] = ()

    @property
    def asked_as(self) -> QuestionKind:
        """What a person who chooses by kind takes it for: a part is never asked without its 案例分析."""
        return QuestionKind.CASE_STUDY if self.group else self.kind
