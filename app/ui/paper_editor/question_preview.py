"""A question with its answer and explanation, to look at before it goes on a paper."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.domain.answer_words import right_answer_lines
from app.domain.question import Question
from app.domain.reference import ArticleReference
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.modal import Choice, Modal
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tag import Tag
from app.ui.paper_editor.whole_words import about_words, kind_words


class QuestionPreview(Modal):
    """``parts``: the question alone, or all of a 案例分析."""

    def __init__(self, anchor: QWidget, parts: Sequence[Question]) -> None:
        head = row(Tag(kind_words(parts), "ink"), Label(about_words(parts), 15, "text2"), None, spacing=10)
        items: list[Item] = [boxed(head)]
        if parts and parts[0].scenario:
            items.append(Paragraph(parts[0].scenario, 16, line=1.6))
        items.extend(_part(part, place if len(parts) > 1 else 0) for place, part in enumerate(parts, 1))
        content = boxed(column(*items, spacing=12))
        super().__init__(anchor, "题目预览", content, (Choice("", "关闭", safe=True),), width=760)


def _part(question: Question, number: int) -> QWidget:
    keys = question.letters
    stem = f"{number}. {question.stem}" if number else question.stem
    items: list[Item] = [Paragraph(stem, 18, bold=True)]
    items += [Paragraph(f"{option.key}. {option.text}", 16) for option in question.options]
    answers = right_answer_lines(question, keys)
    points = [f"{place}. {point.text}（{point.score} 分）" for place, point in enumerate(question.points, 1)]
    lines: list[Item] = [Label("答案" if answers else "要点", 15, "green", bold=True)]
    lines += [Paragraph(line, 16) for line in answers or points]
    if question.explanation:
        lines += [Label("解析", 15, "text2", bold=True), Paragraph(question.explanation, 16)]
    if sources := "、".join(filter(None, map(_source, question.articles))):
        lines.append(Paragraph(f"依据：{sources}", 15, "text2"))
    items.append(Card(column(*lines, margins=(16, 10, 16, 12), spacing=4), "green"))
    return boxed(column(*items, spacing=6))


def _source(written: str) -> str:
    reference = ArticleReference.parse(written)
    return reference.words if reference else ""
