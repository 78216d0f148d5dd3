"""The score, and what there is to say of the sitting as a whole."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.domain.marking import Verdict
from app.ui.exam.exam_words import span_words
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.ring import Ring
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import moment_words


class ResultHead(Card):
    """``before`` is the score of the attempt before at the same paper, or None."""

    again_wanted = Signal()

    def __init__(self, exam: Exam, before: int | None, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        passed, full = exam.passed, exam.paper.total
        ring = Ring(
            exam.total / max(1, full), str(exam.total), f"满分 {full}", 132, "green_fill" if passed else "red_fill"
        )
        icon = "checkmark_circle" if passed else "dismiss_circle"
        tag = Tag("合格" if passed else "未合格", "green" if passed else "red", icon, True, 16)
        top = row(tag, Label(f"{exam.paper.pass_score} 分合格", 15, "text2"), None, spacing=10)
        spent = span_words(exam.clock.spent_ms)
        when = f"{moment_words(exam.finished_at)} · {exam.candidate} · 用时 {spent} · {exam.finish_reason}"
        lines = column(
            top,
            Paragraph(exam.paper.title, 20, bold=True, serif=True, line=1.4),
            Paragraph(when, 15, "text2", line=1.5),
            Paragraph(_leaves(exam.leaves), 15, "text2", line=1.5),
            _verdicts(exam),
            Paragraph(_compared(exam.total, before), 15, line=1.5),
            spacing=6,
        )
        again = button("重做没全对的题", icon="arrow_repeat_all")
        missed = any(item.verdict() is not Verdict.RIGHT for item in exam.items)
        if not missed:
            again.hide()
        again.clicked.connect(self.again_wanted)
        lines.addSpacing(4)
        lines.addLayout(row(again, None))
        self.setLayout(row(column(ring, None), (lines, 1), margins=(24, 20, 24, 20), spacing=26))


def _verdicts(exam: Exam) -> QWidget:
    counts = {verdict: sum(item.verdict() is verdict for item in exam.items) for verdict in Verdict}
    shown = (
        ("checkmark_circle", "green", f"答对 {counts[Verdict.RIGHT]}"),
        ("warning", "amber", f"部分正确 {counts[Verdict.PARTIAL]}"),
        ("dismiss_circle", "red", f"答错 {counts[Verdict.WRONG]}"),
        ("circle", "text2", f"未答 {counts[Verdict.UNANSWERED]}"),
    )
    pairs = [
        boxed(row(IconLabel(icon, 18, tone, icon != "circle"), Label(words, 16, bold=True), spacing=5))
        for icon, tone, words in shown
    ]
    return boxed(row(*pairs, None, spacing=18))


def _leaves(leaves: int) -> str:
    return f"考试中离开窗口 {leaves} 次（只作记录，不影响成绩）" if leaves else "考试中没有离开过窗口"


def _compared(score: int, before: int | None) -> str:
    if before is None:
        return "这是第一次考这份试卷。"
    if score == before:
        return f"与上次成绩相同（{before} 分）。"
    word = "提高" if score > before else "降低"
    return f"比上次{word} {abs(score - before)} 分（上次 {before} 分）。"
