"""Times, marks and groups of an exam as a candidate reads them."""

from itertools import groupby

from app.domain.exam import Exam, ExamItem
from app.domain.paper import BreakPolicy, MultipleRule, Paper
from app.domain.question import QuestionKind
from app.ui.kit.answer_sheet import SheetGroup


def clock_words(left_ms: int) -> str:
    """38:26, or 1:05:00 where there is more than an hour; whole seconds, rounded up, so that 0:00 is the end."""
    seconds = -(-max(left_ms, 0) // 1000)
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"


def span_words(ms: int) -> str:
    """41分12秒"""
    seconds = ms // 1000
    return f"{seconds // 60} 分 {seconds % 60} 秒" if seconds >= 60 else f"{seconds} 秒"


def paper_facts(paper: Paper) -> str:
    return f"{paper.size} 题 · {paper.minutes} 分钟 · {paper.pass_score} 分合格"


def marking_words(paper: Paper, item: ExamItem) -> str:
    """What a question is worth and how it is marked."""
    if item.question.kind is QuestionKind.MULTIPLE:
        if paper.multiple is MultipleRule.PARTIAL:
            return f"{item.score} 分 · 少选得 {item.score // 2} 分，错选不得分"
        return f"{item.score} 分 · 全对得分，少选、错选不得分"
    if item.question.kind is QuestionKind.BLANKS and len(item.question.answer) > 1:
        return f"{item.score} 分 · 按填对的空数给分"
    return f"{item.score} 分"


def break_words(paper: Paper) -> str:
    return "中断的时间计入考试时间" if paper.breaks is BreakPolicy.COUNTS else "中断的时间不计入考试时间"


def sheet_groups(exam: Exam) -> list[SheetGroup]:
    """The numbers by kind, in the order of the paper."""
    groups = []
    for kind, items in groupby(exam.items, key=lambda item: item.question.kind):
        there = list(items)
        scores = {item.score for item in there}
        worth = f" × {there[0].score} 分" if len(scores) == 1 else ""
        numbers = tuple(item.place for item in there)
        groups.append(SheetGroup(f"{kind.value}题", f"{len(there)} 题{worth}", numbers))
    return groups
