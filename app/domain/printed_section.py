"""The questions of one kind, under one heading."""

from dataclasses import dataclass

from app.domain.chinese_numbers import to_chinese
from app.domain.paper import MultipleRule
from app.domain.printed_question import PrintedQuestion
from app.domain.printed_unit import PrintedUnit
from app.domain.question import QuestionKind

NAMES = {
    QuestionKind.SINGLE: "单项选择题",
    QuestionKind.MULTIPLE: "多项选择题",
    QuestionKind.TRUE_FALSE: "判断题",
    QuestionKind.BLANKS: "填空题",
    QuestionKind.ORDER: "排序题",
    QuestionKind.SHORT: "简答题",
    QuestionKind.CASE_STUDY: "案例分析题",
}
_HOW = {
    QuestionKind.SINGLE: "每题只有一个选项最符合题意。",
    QuestionKind.TRUE_FALSE: "正确的写“对”，错误的写“错”。",
    QuestionKind.BLANKS: "按题意填写；几个空的，按答对的空给分。",
    QuestionKind.ORDER: "把选项字母按先后顺序写出，顺序全对才得分。",
    QuestionKind.SHORT: "分条写出要点。",
    QuestionKind.CASE_STUDY: "先读材料，再回答材料后面的问题。",
}
_MULTIPLE = {
    MultipleRule.PARTIAL: "每题有两个或两个以上选项符合题意；少选得该题一半分（舍去小数），错选不得分。",
    MultipleRule.ALL_OR_NOTHING: "每题有两个或两个以上选项符合题意；全部选对才得分。",
}


@dataclass(frozen=True, slots=True)
class PrintedSection:
    """``place`` counts from 1."""

    place: int
    kind: QuestionKind
    units: tuple[PrintedUnit, ...]

    @property
    def questions(self) -> tuple[PrintedQuestion, ...]:
        return tuple(question for unit in self.units for question in unit.questions)

    @property
    def score(self) -> int:
        return sum(unit.score for unit in self.units)

    @property
    def even(self) -> bool:
        """Whether every unit is worth the same, so that the heading says it once for all."""
        return len({unit.score for unit in self.units}) == 1

    @property
    def ordinal(self) -> str:
        return to_chinese(self.place)

    @property
    def title(self) -> str:
        return f"{self.ordinal}、{NAMES[self.kind]}"

    @property
    def heading(self) -> str:
        each = f"每题 {self.units[0].score} 分，" if self.even else ""
        return f"{self.title}（共 {len(self.units)} 题，{each}共 {self.score} 分）"

    def name(self, unit: PrintedUnit) -> str:
        """A case of 案例分析, with what it is worth: 材料二（12 分，第 10—12 题）."""
        place = to_chinese(self.units.index(unit) + 1) if len(self.units) > 1 else ""
        return f"材料{place}（{unit.score} 分，第 {unit.numbers} 题）"

    def how(self, multiple: MultipleRule) -> str:
        """What to do, in a sentence."""
        return _MULTIPLE[multiple] if self.kind is QuestionKind.MULTIPLE else _HOW[self.kind]
