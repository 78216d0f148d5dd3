"""The score, and what there is to say of the sitting as a whole."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QLayout, QWidget

from app.domain.exam import Exam
from app.domain.exam_incident import ExamIncident
from app.domain.exam_release import ExamRelease
from app.domain.finished_exam import FinishedExam
from app.domain.marking import Verdict
from app.domain.roster_extra_time import factor_words
from app.ui.exam.exam_words import span_words
from app.ui.exam.incident_words import incident_lines
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.icon_label import IconLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, boxed, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.plain_tip import set_tip
from app.ui.kit.ring import Ring
from app.ui.kit.tag import Tag
from app.ui.parts.day_words import moment_words

SCORE_LATER = "已交卷，成绩由组织单位公布。"
SHEET_LATER = "学习情况记录单由组织单位在阅卷以后出具。"
SAVE = "保存结果文件，交给组织人员"
HAND_OVER = "还有一步：保存结果文件，交给组织人员（U 盘或共享文件夹）。没有交的，成绩册里按缺考。"
HANDED_OVER = "结果文件已经保存过。没有交给组织人员的，可以再保存一份。"


class ResultHead(Card):
    """``before`` is the attempt before at the same paper, or None.

    Where something is ``held`` back, nothing tells which answers were right.
    """

    again_wanted = Signal()
    sheet_wanted = Signal()
    record_wanted = Signal()
    file_wanted = Signal()
    """The result file that the organiser collects."""

    def __init__(
        self,
        exam: Exam,
        before: FinishedExam | None,
        sheet: bool = False,
        parent: QWidget | None = None,
        *,
        held: ExamRelease | None = None,
        avoided: int = 0,
        incidents: Sequence[ExamIncident] = (),
        saved: bool | None = None,
    ) -> None:
        """With ``sheet`` the 学习情况记录单 is offered, and the file with which it can be checked.

        ``saved``: whether the result file was saved before, None where there is none to hand over.

        ``avoided``: how many questions the draw kept off; ``incidents``: what happened around the sitting.
        """
        super().__init__(parent=parent)
        self._sheet, self._saved = sheet, saved
        self._notes = [*_notes(exam, avoided), *incident_lines(exam, incidents)]
        scored = held is None or held.score
        items: list[Item] = [column(_ring(exam), None)] if scored else []
        items.append((self._lines(exam, before, held, scored), 1))
        self.setLayout(row(*items, margins=(24, 20, 24, 20), spacing=26))

    def _lines(self, exam: Exam, before: FinishedExam | None, held: ExamRelease | None, scored: bool) -> QBoxLayout:
        tag = _outcome(exam) if scored else Tag("已交卷", "green", "checkmark_circle", True, 16)
        top = row(tag, Label(f"{exam.paper.pass_score} 分合格", 15, "text2"), None, spacing=10)
        spent = span_words(exam.clock.spent_ms)
        when = f"{moment_words(exam.finished_at)} · {exam.candidate} · 用时 {spent} · {exam.finish_reason}"
        lines = column(
            top,
            Paragraph(exam.title, 20, bold=True, serif=True, line=1.4),
            Paragraph(when, 15, "text2", line=1.5),
            *([] if self._saved is None else [self._hand_over()]),
            *(Paragraph(words, 15, "text2", line=1.5) for words in self._notes),
            spacing=6,
        )
        if held is None:
            lines.addWidget(_verdicts(exam))
            if not exam.marked_by_unit:
                lines.addWidget(Paragraph(_compared(exam, before), 15, line=1.5))
            self._add_again(exam, lines)
        else:
            if not scored:
                lines.addWidget(Paragraph(SCORE_LATER, 16, bold=True, line=1.5))
            lines.addWidget(Paragraph(held.words, 15, line=1.5))
        if self._sheet and exam.marked_by_unit:
            lines.addWidget(Paragraph(SHEET_LATER, 15, line=1.5))
        elif self._sheet and scored:
            lines.addLayout(self._sheet_buttons(held is None))
        return lines

    def _hand_over(self) -> Card:
        """What is to be done now, above everything else."""
        words = Paragraph(HANDED_OVER if self._saved else HAND_OVER, 16, bold=not self._saved, line=1.5)
        main = button("再保存一份", "soft", "save") if self._saved else button(SAVE, "primary", "save", big=True)
        main.clicked.connect(self.file_wanted)
        return Card(column(words, row(main, None), margins=(16, 12, 16, 14), spacing=8), "2" if self._saved else "ink")

    def _add_again(self, exam: Exam, lines: QBoxLayout) -> None:
        again = button("重做没全对的题", icon="arrow_repeat_all")
        if not exam.imperfect:
            again.hide()
        again.clicked.connect(self.again_wanted)
        lines.addSpacing(4)
        lines.addLayout(row(again, None))

    def _sheet_buttons(self, with_record: bool) -> QLayout:
        """The file has the questions with their keys in it."""
        paper = button("学习情况记录单", icon="document", small=True)
        record = button("核验文件", icon="arrow_download", small=True)
        set_tip(record, "核对记录单真伪用，与记录单一起交给组织单位")
        paper.clicked.connect(self.sheet_wanted)
        record.clicked.connect(self.record_wanted)
        record.setVisible(with_record)
        return row(paper, record, None)


def _ring(exam: Exam) -> Ring:
    full, tone = exam.paper.total, "green_fill" if exam.passed else "red_fill"
    if _waits(exam):
        tone = "ink_fill"
    return Ring(exam.total / max(1, full), str(exam.total), f"满分 {full}", 132, tone)


def _verdicts(exam: Exam) -> QWidget:
    counts = {verdict: sum(item.verdict() is verdict for item in exam.items) for verdict in Verdict}
    shown = (
        ("checkmark_circle", "green", f"答对 {counts[Verdict.RIGHT]}"),
        ("warning", "amber", f"部分正确 {counts[Verdict.PARTIAL]}"),
        ("dismiss_circle", "red", f"答错 {counts[Verdict.WRONG]}"),
        ("circle", "text2", f"未答 {counts[Verdict.UNANSWERED]}"),
        *([("hourglass", "amber", f"待评分 {counts[Verdict.UNMARKED]}")] if counts[Verdict.UNMARKED] else []),
    )
    pairs = [
        boxed(row(IconLabel(icon, 18, tone, icon != "circle"), Label(words, 16, bold=True), spacing=5))
        for icon, tone, words in shown
    ]
    flow = QWidget()
    flow.setLayout(FlowLayout(*pairs, spacing=18, line_spacing=6))
    return flow


def _waits(exam: Exam) -> bool:
    """Whether nobody knows yet if it is passed."""
    return bool(exam.unmarked) and (exam.marked_by_unit or not exam.decided)


def _outcome(exam: Exam) -> Tag:
    if _waits(exam):
        word = "组织单位阅卷" if exam.seat else "评分"
        return Tag(f"{len(exam.unmarked)} 题待{word}", "amber", "hourglass", True, 16)
    if exam.passed:
        return Tag("合格", "green", "checkmark_circle", True, 16)
    return Tag("未合格", "red", "dismiss_circle", True, 16)


def _notes(exam: Exam, avoided: int) -> list[str]:
    """What else there is to know of the sitting, a sentence each."""
    notes = [f"卷号 {exam.seed:06} · 内容版本 {exam.content_version[:8]}"]
    if avoided:
        notes[0] += f" · 已避开最近做过的 {avoided} 题"
    if exam.title != exam.paper.title:
        notes.insert(0, f"试卷：{exam.paper.title}")
    if exam.factor != 100:
        notes.append(f"按 {factor_words(exam.factor)}作答")
    if exam.over_ms:
        notes.append(f"超时 {span_words(exam.over_ms)}")
    if exam.clock.jumps:
        notes.append(f"考试中电脑时钟有 {exam.clock.jumps} 次跳变，用时请组织者核对")
    if exam.marked_by_unit:
        notes.append("简答由组织单位统一阅卷，成绩以组织单位公布的为准")
    elif exam.unmarked and exam.decided:
        notes.append(f"还有 {len(exam.unmarked)} 道简答没有评分")
    return notes


def _compared(exam: Exam, before: FinishedExam | None) -> str:
    """Scores that are not final are no measure of getting better or worse."""
    if before is None:
        return "这是第一次考这份试卷。"
    if exam.unmarked:
        return "评分完成以后，可以在这里与上次的成绩比较。"
    if before.unmarked:
        return f"上次还有 {before.unmarked} 题待评分，评分以后可以比较。"
    if exam.total == before.score:
        return f"与上次成绩相同（{before.score} 分）。"
    word = "提高" if exam.total > before.score else "降低"
    return f"比上次{word} {abs(exam.total - before.score)} 分（上次 {before.score} 分）。"
