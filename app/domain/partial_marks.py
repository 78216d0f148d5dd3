"""What an incomplete 多选 gets where a paper gives half, said in the points that it really gets."""

from collections.abc import Mapping

from app.domain.paper import MultipleRule, Paper
from app.domain.question import QuestionKind


def half_of(full: int) -> int:
    """Whole points: of an odd number what is left over is dropped."""
    return full // 2


def partial_words(paper: Paper) -> str:
    """For who sits it. Where points stand at each question the sentence is general."""
    if paper.multiple is not MultipleRule.PARTIAL:
        return "多选全对才得分，错选不得分"
    scores = sorted({rule.score for rule in paper.rules if rule.kind is QuestionKind.MULTIPLE})
    if not scores or paper.fixed or any(rule.kind is QuestionKind.CASE_STUDY for rule in paper.rules):
        return "多选少选得一半分，不足 1 分的舍去，错选不得分"
    if len(scores) > 1:
        return f"{'、'.join(f'{score} 分的多选少选{_got(score)}' for score in scores)}，错选不得分"
    return f"多选少选{_got(scores[0])}，错选不得分" if half_of(scores[0]) else "多选少选、错选都不得分"


def uneven_words(paper: Paper, kinds: Mapping[str, QuestionKind]) -> str:
    """For who writes it: where half is no whole number of points; "" for nowhere. ``kinds`` of its fixed questions."""
    if paper.multiple is not MultipleRule.PARTIAL:
        return ""
    scores = {rule.score for rule in paper.rules if rule.kind is QuestionKind.MULTIPLE}
    scores |= {one.score for one in paper.fixed if kinds.get(one.question_id) is QuestionKind.MULTIPLE}
    uneven = [f"{score} 分的多选少选{_got(score)}" for score in sorted(scores) if score % 2]
    return f"{'，'.join(uneven)}：一半分里不足 1 分的舍去。要得整半分，请把分值改成双数。" if uneven else ""


def _got(full: int) -> str:
    return f"得 {half_of(full)} 分" if half_of(full) else "不得分"
