"""学后检测: a few questions at the end of a case, one after another, each explained at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.errors import UserError
from app.domain.marking import Verdict
from app.domain.progress import CHECK as CHECK_NAME
from app.domain.progress import CaseProgress, ReadingState
from app.domain.question import Question
from app.services.library_service import LibraryService
from app.services.practice_service import CHECK, Outcome, PracticeService
from app.services.study_service import StudyService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.library.check_round import CheckRound
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.book_line import BookLine
from app.ui.parts.book_note import book_note, left_book
from app.ui.parts.confidence_bar import ConfidenceBar
from app.ui.parts.question_card import QuestionCard


class CheckPanel(Card):
    """``progressed`` carries the progress after the last question."""

    progressed = Signal(object)
    message = Signal(str, str)
    article_requested = Signal(str)
    fact_requested = Signal(int)
    showed = Signal(object)
    """A widget that the reader shall see now."""

    def __init__(
        self,
        case: Case,
        library: LibraryService,
        study: StudyService,
        practice: PracticeService,
        number: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(kind="1", parent=parent)
        self._number = number
        self._case, self._library, self._study, self._practice = case, library, study, practice
        self._questions: list[Question] = library.check_questions(case)
        self._place, self._right = 0, 0
        self._shown: tuple[str, ...] = ()
        self._verdict: Verdict | None = None
        self._card: QuestionCard | None = None
        self._confidence = ConfidenceBar()
        self._state = Label("", 15, "text2")
        self._result = Banner("", "ink")
        self._body: QVBoxLayout = column(spacing=14)
        self._start = button("开始检测", "primary", "quiz", big=True)
        self._submit = button("提交", "primary", big=True)
        self._next = button("下一题", "primary", "arrow_right", big=True, trailing=True)
        self._hint = Label("", 14, "text2")
        self.setLayout(self._whole())
        self._start.clicked.connect(self.begin)
        self._submit.clicked.connect(self.submit)
        self._next.clicked.connect(self.go_on)
        self._rest(study.progress(case.id))

    def card(self) -> QuestionCard | None:
        """The question on screen."""
        return self._card

    def round(self) -> CheckRound | None:
        """Where the check stands; None between two rounds."""
        if self._card is None:
            return None
        return CheckRound(
            self._place, self._right, self._shown, self._card.answer(), self._confidence.chosen(), self._verdict
        )

    def go_on_with(self, found: CheckRound) -> None:
        """Show a round again as it stood; nothing is recorded a second time."""
        if not found.place < len(self._questions):
            return
        self._place, self._right = found.place, found.right
        self._show_question(found.shown)
        assert self._card is not None
        self._card.set_answer(found.answer)
        self._confidence.set_chosen(found.confidence)
        self._weigh()
        if found.verdict is not None:
            self._show_verdict(found.verdict)

    def begin(self) -> None:
        """The first question, all of them to be answered anew."""
        self._place, self._right = 0, 0
        self._show_question()

    def submit(self) -> None:
        """Record the answer, then show what is right."""
        if self._card is None or not self._card.complete():
            return
        question = self._questions[self._place]
        try:
            outcome = self._practice.answer(
                question, self._shown, self._card.answer(), self._confidence.chosen(), source=CHECK
            )
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._right += outcome.verdict is Verdict.RIGHT
        self.showed.emit(self._show_verdict(outcome.verdict, outcome))
        self._next.setFocus()

    def go_on(self) -> None:
        """The next question, or the result."""
        if self._place + 1 < len(self._questions):
            self._place += 1
            self._show_question()
            return
        try:
            progress = self._study.finish_check(self._case, self._right, len(self._questions))
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._clear()
        self._rest(progress)
        self.progressed.emit(progress)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            step = next((step for step in (self._start, self._submit, self._next) if step.isVisible()), None)
            if step is not None:
                step.click()
        elif self._card is None or not self._card.take_key(event):
            super().keyPressEvent(event)

    def _whole(self) -> QVBoxLayout:
        title = row(
            Label(self._number, 24, "red", True, True),
            Label(CHECK_NAME, 24, bold=True, serif=True),
            None,
            self._state,
            spacing=0,
        )
        foot = row(self._start, self._submit, self._next, self._hint, None, spacing=12)
        return column(
            title,
            self._result,
            boxed(self._body),
            row(self._confidence, None),
            foot,
            margins=(24, 18, 24, 22),
            spacing=14,
        )

    def _rest(self, progress: CaseProgress) -> None:
        """Between two rounds: what it is about, or how the last one went."""
        count = len(self._questions)
        self._visible(self._start)
        self._confidence.hide()
        self._state.setText(f"{count} 题")
        self._hint.setText("")
        self._start.setVisible(bool(count))
        if not count:
            self._result.say("这个案例还没有检测题。", "grey")
        elif not progress.check_total:
            self._result.say(f"共 {count} 题，答对 80% 自动标为已学；每题作答后立即给出对错和依据，可以重做。", "ink")
        else:
            said = f"上次检测：{progress.check_total} 题，答对 {progress.check_right} 题。"
            learned = progress.state is ReadingState.LEARNED
            if learned:
                self._result.say(said + "本案例已学。", "green")
            else:
                self._result.say(said + "未达到 80%，建议回看相关部分后再做一次。", "amber")
            self._start.set_label("再做一次")
            self._start.set_kind("default" if learned else "primary")
        self._result.show()

    def _show_question(self, shown: tuple[str, ...] = ()) -> None:
        self._clear()
        question = self._questions[self._place]
        self._verdict = None
        self._shown = shown or self._practice.shown(question)
        self._card = QuestionCard(question, self._shown)
        self._card.changed.connect(self._weigh)
        self._body.addWidget(self._card)
        self._result.hide()
        self._confidence.set_chosen("")
        self._confidence.show()
        self._state.setText(f"第 {self._place + 1} 题，共 {len(self._questions)} 题")
        self._visible(self._submit)
        self._weigh()
        self.showed.emit(self)

    def _show_verdict(self, verdict: Verdict, outcome: Outcome | None = None) -> AnswerPanel:
        assert self._card is not None
        self._verdict = verdict
        self._card.reveal(verdict)
        left = outcome is not None and left_book(outcome.before, outcome.state)
        note = book_note(outcome.before, outcome.state) if outcome and not left else ""
        panel = AnswerPanel(self._questions[self._place], verdict, self._library, self._shown, note)
        panel.article_requested.connect(self.article_requested)
        panel.fact_requested.connect(lambda _, number: self.fact_requested.emit(number))
        if left:
            self._add_line(self._questions[self._place].id)
        self._body.addWidget(panel)
        last = self._place + 1 == len(self._questions)
        self._next.set_label("查看结果" if last else "下一题")
        self._visible(self._next)
        return panel

    def _add_line(self, question_id: str) -> None:
        line = BookLine()
        line.put_back_wanted.connect(lambda: self._put_back(line, question_id))
        self._body.addWidget(line)

    def _put_back(self, line: BookLine, question_id: str) -> None:
        try:
            self._practice.put_back(question_id)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        line.show_put_back()
        self._next.setFocus()

    def _weigh(self) -> None:
        ready = self._card is not None and self._card.complete()
        self._submit.setEnabled(ready)
        self._hint.setText("" if ready else "作答后才能提交")

    def _visible(self, one: QWidget) -> None:
        for other in (self._start, self._submit, self._next):
            other.setVisible(other is one)

    def _clear(self) -> None:
        self._card = None
        while item := self._body.takeAt(0):
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()
