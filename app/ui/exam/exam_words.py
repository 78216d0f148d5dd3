"""Times, marks and groups of an exam as a candidate reads them."""

from collections.abc import Sequence
from itertools import groupby

from app.domain.exam import Exam, ExamItem
from app.domain.paper import BreakPolicy, MultipleRule, OverduePolicy, Paper
from app.domain.partial_marks import half_of
from app.domain.question import QuestionKind
from app.domain.roster_extra_time import factor_words
from app.ui.exam.unsaved_answers import UnsavedAnswers
from app.ui.kit.answer_sheet import SheetGroup

_NAMED = 6


def clock_words(left_ms: int) -> str:
    """38:26, or 1:05:00 where there is more than an hour; whole seconds, rounded up, so that 0:00 is the end.

    Of overtime (below zero) how much there has been.
    """
    seconds = -(-left_ms // 1000) if left_ms >= 0 else -left_ms // 1000
    hours, rest = divmod(seconds, 3600)
    return f"{hours}:{rest // 60:02}:{rest % 60:02}" if hours else f"{rest // 60:02}:{rest % 60:02}"


def span_words(ms: int) -> str:
    """41分12秒"""
    seconds = ms // 1000
    return f"{seconds // 60} 分 {seconds % 60} 秒" if seconds >= 60 else f"{seconds} 秒"


def exam_facts(exam: Exam) -> str:
    longer = "" if exam.factor == 100 else f"（{factor_words(exam.factor)}）"
    return f"{len(exam.items)} 题 · {exam.limit_ms / 60_000:g} 分钟{longer} · {exam.paper.pass_score} 分合格"


def marking_words(paper: Paper, item: ExamItem) -> str:
    """What a question is worth and how it is marked."""
    if item.question.kind is QuestionKind.MULTIPLE:
        if paper.multiple is MultipleRule.PARTIAL:
            if half_of(item.score):
                return f"{item.score} 分 · 少选得 {half_of(item.score)} 分，错选不得分"
            return f"{item.score} 分 · 少选、错选不得分"
        return f"{item.score} 分 · 全对得分，少选、错选不得分"
    if item.question.points:
        return f"{item.score} 分 · 按写到的要点给分，交卷后评"
    if item.question.kind is QuestionKind.BLANKS and len(item.question.answer) > 1:
        return f"{item.score} 分 · 按填对的空数给分"
    return f"{item.score} 分"


def overdue_words(paper: Paper) -> str:
    """What happens when the time is used up."""
    match paper.overdue:
        case OverduePolicy.GRACE:
            return "到时再宽限五分钟，随后自动交卷"
        case OverduePolicy.AS_IS:
            return "到时可以继续，超时多久记在成绩上"
        case _:
            return "到时自动交卷"


def overtime_words(paper: Paper) -> str:
    """What holds once the time is used up, where the paper lets one go on."""
    if paper.overdue is OverduePolicy.GRACE:
        return "时间已到，正在宽限的五分钟内，随后自动交卷"
    return "已超时，超时多久记在成绩上"


def break_words(paper: Paper) -> str:
    return "中断的时间计入考试时间" if paper.breaks is BreakPolicy.COUNTS else "中断的时间不计入考试时间"


def places_words(places: Sequence[int]) -> str:
    """第 3、5 题; of many only the first."""
    named = "、".join(str(place) for place in places[:_NAMED])
    return f"第 {named} 题" if len(places) <= _NAMED else f"第 {named} 等 {len(places)} 题"


def lacking_words(lacking: UnsavedAnswers) -> str:
    """What is not on disk, in whole sentences; "" where everything is."""
    failed, refused = sorted(lacking.failed), sorted(lacking.refused)
    said = f"{places_words(failed)}的作答还没有存下。" if failed else ""
    return said + (f"{places_words(refused)}写了密级字样，那段文字没有保存。" if refused else "")


def sheet_groups(exam: Exam) -> list[SheetGroup]:
    """The numbers by kind, in the order of the paper."""
    groups = []
    for kind, items in groupby(exam.items, key=_section):
        there = list(items)
        scores = {item.score for item in there}
        worth = f" × {there[0].score} 分" if len(scores) == 1 else ""
        numbers = tuple(item.place for item in there)
        name = kind.value if kind is QuestionKind.CASE_STUDY else f"{kind.value}题"
        groups.append(SheetGroup(name, f"{len(there)} 题{worth}", numbers))
    return groups


def _section(item: ExamItem) -> QuestionKind:
    return QuestionKind.CASE_STUDY if item.question.group else item.question.kind
