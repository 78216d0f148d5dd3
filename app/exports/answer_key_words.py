"""A right answer, its key points and its sources, in words."""

from collections.abc import Mapping, Sequence

from app.domain.answer_words import form_words
from app.domain.labels import RULE_NAMES
from app.domain.printed_question import PrintedQuestion
from app.domain.question import ANY_ORDER, Question, QuestionKind
from app.domain.reference import ArticleReference


def answer_words(one: PrintedQuestion) -> list[str]:
    """A line each; empty for a 简答, whose points say it."""
    question = one.question
    match question.kind:
        case QuestionKind.SINGLE | QuestionKind.MULTIPLE:
            words = dict(one.options)
            return [f"{letter}　{words[letter]}" for letter in one.right]
        case QuestionKind.ORDER:
            words = dict(one.options)
            steps = [f"（{place}）{words[letter]}" for place, letter in enumerate(one.right, 1)]
            return [" → ".join(one.right), *steps]
        case QuestionKind.TRUE_FALSE:
            return [one.right]
        case QuestionKind.BLANKS:
            forms = [form_words(accepted) for accepted in question.answer]
            if question.any_order:
                return [f"{ANY_ORDER}，每个只算一次", *forms]
            return forms if len(forms) == 1 else [f"（{place}）{text}" for place, text in enumerate(forms, 1)]
        case _:
            return []


def point_lines(one: PrintedQuestion) -> list[str]:
    """The key points of a 简答 with what each is worth, its own source last."""
    points = one.question.points
    total = sum(point.score for point in points)
    lines = []
    for place, point in enumerate(points, 1):
        named = _articles(point.articles)
        lines.append(f"（{place}）{point.text}（{point.score} 分{'，' if named else ''}{named}）")
    if points and total != one.score:
        share = f"按得到的要点分 ÷ {total} × {one.score} 折算，不足 1 分的舍去"
        lines.append(f"要点共 {total} 分，本题 {one.score} 分：{share}。")
    return lines


def reason_label(one: PrintedQuestion, key: str) -> str:
    """What a reason is about: an option, a wrong judgement, or an idea in words."""
    if one.question.kind is QuestionKind.TRUE_FALSE and key in one.marks:
        return f"判“{key}”"
    return f"{key} 项" if key in one.marks else key


def sources(question: Question, case_titles: Mapping[str, str]) -> str:
    """Articles in full, and the case with the numbers of its facts."""
    named = [_articles(question.articles)] if question.articles else []
    title = case_titles.get(question.case, "")
    if title:
        named.append(f"案例《{title}》" + "".join(f"【{fact}】" for fact in question.facts))
    return "；".join(named)


def _articles(written: Sequence[str]) -> str:
    """《某法》（2018年）第七十四条、第七十六条；《…》… : a rule is named once for its articles."""
    by_rule: dict[str, list[str]] = {}
    for one in written:
        reference = ArticleReference.parse(one)
        if reference is None:
            by_rule[one] = []
            continue
        rule = f"《{RULE_NAMES.get(reference.short, reference.short)}》（{reference.version}年）"
        by_rule.setdefault(rule, []).append(reference.words_without_name)
    return "；".join(rule + "、".join(articles) for rule, articles in by_rule.items())
