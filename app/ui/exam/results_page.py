"""How exams went: the score, the topics, every question, and what to do next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QBoxLayout, QStackedLayout, QWidget

from app.domain.errors import UserError
from app.domain.exam import Exam, ExamState
from app.domain.exam_release import ExamRelease
from app.domain.finished_exam import FinishedExam
from app.services.exam_service import ExamService
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.ui.exam.attempt_list import AttemptList
from app.ui.exam.record_sheet_saving import RecordSheetSaving
from app.ui.exam.remedy import Remedy, remedy_for
from app.ui.exam.remedy_card import RemedyCard
from app.ui.exam.result_file_saving import ResultFileSaving
from app.ui.exam.result_head import ResultHead
from app.ui.exam.review_grid import ReviewGrid
from app.ui.exam.review_question import ReviewQuestion
from app.ui.exam.score_bars import ScoreBars
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import centred, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import current_theme

_SIDE_BY_SIDE = 1120
NOTHING = "交卷以后，成绩、薄弱专题和每道题的解析都在这里。用别的姓名参加的统考，在“单位统考”里看。"


class ResultsPage(Page):
    facts = PageFacts(
        "results",
        "成绩",
        "考",
        "成绩",
        (
            Shortcut("Enter", "单位统考交卷后：保存结果文件"),
            Shortcut("← / →", "看解析时：上一题 / 下一题"),
            Shortcut("Esc", "看解析时：返回成绩"),
        ),
    )

    led = Signal(object)
    """A `RemedyTrail`: the page that opens next is a step of it."""

    def __init__(
        self,
        exams: ExamService,
        library: LibraryService,
        practice: PracticeService,
        argument: object = None,
        saving: RecordSheetSaving | None = None,
        parent: QWidget | None = None,
        *,
        learning: dict[str, set[int]] | None = None,
        handing: ResultFileSaving | None = None,
    ) -> None:
        """Without ``saving`` no 学习情况记录单 is offered, without ``handing`` no result file. ``learning``: id of an
        exam → places of the steps of its 针对性学习 that were opened; whoever gives it keeps it from page to page.

        Of a unit's exam that is not over everywhere, nothing is built that would tell which answers are right.
        """
        super().__init__(parent)
        self._saving, self._handing = saving, handing
        self._learning = {} if learning is None else learning
        self._exams, self._library, self._practice = exams, library, practice
        own = exams.past.of("")
        self._exam: Exam | None = None
        self._grid: ReviewGrid | None = None
        self._question: ReviewQuestion | None = None
        self._number = 0
        self._ticks: dict[int, tuple[bool, ...]] = {}
        """Key points as they were ticked and not saved, by number of the question."""
        self._marker = ""
        """Who marked last: a leader marks one answer after the other."""
        self._remedy: Remedy | None = None
        self._card: RemedyCard | None = None
        self._scroll: ScrollPage
        self._stack = QStackedLayout()
        self._stack.setContentsMargins(0, 0, 0, 0)
        self.setLayout(self._stack)
        latest = own[0].id if own else ""
        try:
            found = exams.result(str(argument or latest)) if argument or latest else None
        except UserError:
            found = exams.result(latest) if latest else None
        if found is None or found.state is not ExamState.FINISHED:
            self._stack.addWidget(self._empty())
            return
        self._show(found)

    def state(self) -> object:
        if self._exam is None or self._grid is None:
            return None
        self._keep_ticks()
        place = self._scroll.verticalScrollBar().value()
        return (self._number, self._grid.filter(), place, dict(self._ticks), self._marker)

    def restore(self, state: object) -> None:
        if self._grid is not None and isinstance(state, tuple):
            number, chosen, place, ticks, self._marker = state
            self._grid.set_filter(chosen)
            self._scroll.scroll_to(place)
            self._ticks = dict(ticks)
            if number:
                self._open_question(number)

    def on_width(self, logical: float) -> None:
        if self._exam is not None:
            wide = logical >= _SIDE_BY_SIDE
            set_across(self._columns, wide)
            if self._card is not None:  # what to do next never stands below the bars
                (self._right if wide else self._left).insertWidget(0 if wide else 1, self._card)

    def main_action(self) -> None:
        if self._exam is None:
            self.navigate.emit("exams", None)
        elif self._question is not None:
            self._question.go_after()
        elif self._handing is not None and self._handing.saved(self._exam) is False:
            self._hand_over()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if self._question is None:
            super().keyPressEvent(event)
        elif event.key() == Qt.Key.Key_Escape:
            self._close_question()
        elif event.key() == Qt.Key.Key_Left:
            self._question.go_before()
        elif event.key() == Qt.Key.Key_Right:
            self._question.go_after()
        else:
            super().keyPressEvent(event)

    # slots

    def _open_question(self, number: int) -> None:
        assert self._exam is not None and self._grid is not None
        numbers = self._grid.numbers()
        shown = ReviewQuestion(
            *(self._exam, number, numbers, self._library),
            *(self._exams.markings(self._exam.id, number), self._marker),
        )
        shown.back_wanted.connect(self._close_question)
        shown.number_wanted.connect(self._open_question)
        shown.marked.connect(self._mark)
        shown.article_requested.connect(lambda base: self.navigate.emit("regulations", base))
        shown.fact_requested.connect(lambda case, fact: self.navigate.emit("case", (case, f"【{fact}】")))
        self._drop_question()
        shown.set_ticks(self._ticks.get(number, ()))
        self._question, self._number = shown, number
        self._stack.addWidget(shown)
        self._stack.setCurrentWidget(shown)
        self.setFocus()

    def _mark(self, number: int, ticks: tuple[bool, ...], marker: str) -> None:
        assert self._exam is not None and self._grid is not None
        self._marker = marker
        try:
            changed = self._exams.mark(self._exam, number, ticks, marker)
        except UserError as error:
            self.message.emit("red", str(error))
            if self._question is not None and not marker:
                self._question.ask_for_marker()
            return
        self._drop_question()
        self._ticks.pop(number, None)
        chosen = self._grid.filter()
        self._show(changed)
        self._grid.set_filter(chosen)
        if number not in self._grid.numbers():
            self._grid.set_filter("all")
        self._open_question(number)
        self.message.emit("green", f"第 {number} 题得 {changed.item(number).points(changed.paper)} 分，已保存。")

    def _hand_over(self) -> None:
        assert self._exam is not None and self._handing is not None
        try:
            path = self._handing.save(self, self._exam)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        if path:
            self._show(self._exam)
            self.message.emit("green", f"已保存到 {path}。请交给考试组织人员。")

    def _close_question(self) -> None:
        assert self._grid is not None
        number = self._number
        self._drop_question()
        self._stack.setCurrentWidget(self._scroll)
        self._grid.focus_number(number)

    def _again(self) -> None:
        assert self._exam is not None
        missed = [item.question.id for item in self._exam.imperfect]
        there = {question.id for question in self._library.questions(missed)} if self._library.ready else set()
        ids = [name for name in missed if name in there]
        if ids:
            title = f"重做：{self._exam.paper.title}"
            self.navigate.emit("practice_round", {"title": title, "question_ids": ids})
        else:
            self.message.emit("amber", "这些题目已不在题库中，仍可在“逐题回顾”里看解析。")

    def _save(self, write: Callable[[QWidget, Exam], str], exam: Exam) -> None:
        try:
            path = write(self, exam)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        if path:
            self.message.emit("green", f"已保存到 {path}。")

    # private

    def _show(self, exam: Exam) -> None:
        """In the place of what was shown before."""
        before, self._exam = self._exam, exam
        if before is not None:
            self._stack.removeWidget(self._scroll)
            self._scroll.deleteLater()
        held = self._exams.releases.withheld(exam)
        self._grid = ReviewGrid(exam) if held is None else None
        self._scroll = ScrollPage(self._overview(exam, held, self._grid))
        self._stack.addWidget(self._scroll)
        self._stack.setCurrentWidget(self._scroll)
        if before is not None:
            self.on_width(self.width() / current_theme().scale)

    def _keep_ticks(self) -> None:
        if self._question is not None and (ticks := self._question.ticks()):
            self._ticks[self._number] = ticks
            self._marker = self._question.marker()

    def _drop_question(self) -> None:
        self._keep_ticks()
        if self._question is not None:
            self._stack.removeWidget(self._question)
            self._question.hide()
            self._question.deleteLater()
        self._question, self._number = None, 0

    def _empty(self) -> QWidget:
        empty = EmptyState(
            "certificate",
            "还没有考试成绩。",
            "去模拟考试",
            NOTHING,
        )
        empty.acted.connect(lambda: self.navigate.emit("exams", None))
        return empty

    def _overview(self, exam: Exam, held: ExamRelease | None, grid: ReviewGrid | None) -> QWidget:
        offered = self._saving is not None and self._saving.offered(exam)
        past = self._exams.past
        avoided, incidents = len(past.avoided(exam.id)), self._exams.incidents.of(exam.id)
        hidden = self._exams.releases.scoreless()
        scored = [one for one in past.of(past.whose(exam)) if one.id not in hidden]
        saved = self._handing.saved(exam) if self._handing is not None else None
        before = _attempt_before(exam, scored)
        head = ResultHead(exam, before, offered, held=held, avoided=avoided, incidents=incidents, saved=saved)
        head.file_wanted.connect(self._hand_over)
        head.again_wanted.connect(self._again)
        if (saving := self._saving) is not None:
            head.sheet_wanted.connect(lambda: self._save(saving.save_sheet, exam))
            head.record_wanted.connect(lambda: self._save(saving.save_record, exam))
        attempts = AttemptList(scored, exam.id, exam.candidate)
        attempts.chosen.connect(lambda exam_id: self.navigate.emit("results", exam_id))
        if grid is None:
            attempts.setVisible(bool(scored))
            self._columns = row((column(head, None), 6), (column(attempts, None), 5), spacing=16)
            return _page_of(self._columns)
        grid.chosen.connect(self._open_question)
        self._remedy = remedy_for(exam, self._library, self._practice)
        self._left = column(head, ScoreBars(exam, self._library, past.before(exam)), attempts, None, spacing=16)
        self._right = column(grid, None, spacing=16)
        if self._remedy is not None:
            self._card = RemedyCard(exam.id, self._remedy, self._learning.setdefault(exam.id, set()))
            self._card.led.connect(self.led)
            self._card.wanted.connect(self.navigate)
            self._right.insertWidget(0, self._card)
        self._columns = row((self._left, 6), (self._right, 5), spacing=16)
        return _page_of(self._columns)


def _attempt_before(exam: Exam, scored: Sequence[FinishedExam]) -> FinishedExam | None:
    """At the same paper, a self-test before a self-test; ``scored`` are the same person's, newest first."""
    alike = (one for one in scored if one.paper_id == exam.paper.id and bool(one.seat) is bool(exam.seat))
    return next((one for one in alike if one.finished_at < exam.finished_at), None)


def _page_of(columns: QBoxLayout) -> QWidget:
    return centred(column(columns, None, margins=(28, 20, 28, 24)), 1480)
