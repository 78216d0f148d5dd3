"""Sitting an exam. What is on screen is on disk: every answer is saved before it is shown."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.exam import FinishReason
from app.services.exam_service import ExamService
from app.ui.exam.exam_asking import ExamAsking
from app.ui.exam.exam_bar import ExamBar
from app.ui.exam.exam_keys import SHORTCUTS
from app.ui.exam.exam_notices import ExamNotices
from app.ui.exam.exam_question import ExamQuestion
from app.ui.exam.exam_side import WIDTH, ExamSide
from app.ui.exam.exam_sitting import TICK_MS, ExamSitting
from app.ui.exam.exam_tab_order import go_to_next, tab_stops
from app.ui.exam.exam_tools import ExamTools
from app.ui.exam.time_out_notice import TimeOutNotice
from app.ui.kit.announce import announce
from app.ui.kit.drawer import Drawer
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts

_NARROW = 1000
_PAINTED_MS = 20
"""By then a question that was gone to is on screen, and its neighbours can be made ready."""


class ExamPage(Page):
    facts = PageFacts("exam", "考试", "", "", SHORTCUTS)

    def __init__(self, exams: ExamService, argument: object = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = ExamSitting(exams, str(argument), self)
        exam = self._sitting.exam
        self._beside = True
        self._asking = ExamAsking(self)
        self._drawer: Drawer | None = None
        self._bar, self._side = ExamBar(exam), ExamSide(exam)
        self._question = ExamQuestion(exam, lambda answer: self._sitting.answer(self._sitting.place, answer))
        self._notices, self._painted = ExamNotices(self._sitting), QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(_PAINTED_MS)
        self._tools, self._logical = ExamTools(exam), 0.0
        self._lay_out()
        self._connect()
        if not self._sitting.finished:
            self._show()
            self._show_time(self._sitting.left_ms())

    def state(self) -> object:
        return {"hidden": self._side.timer.time_hidden()}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._hide_time(bool(state["hidden"]))

    def shown(self) -> None:
        """The clock goes on only now, with the question in front of the candidate."""
        self._sitting.go_on()
        if self._sitting.finished:
            self.navigate.emit("results", self._sitting.exam.id)
        else:
            self._take_focus()

    def leave(self) -> None:
        """The clock stops where the paper lets it; what was typed is saved first."""
        self._flush()
        self._sitting.pause()

    def on_width(self, logical: float) -> None:
        beside = logical >= _NARROW
        self._bar.set_narrow(logical < 1200)
        self._painted.start()  # what is ready is so for another width
        self._logical = logical
        if beside == self._beside:
            self._tools.place(self._question, not beside, logical)
        else:
            self._beside = beside
            if self._drawer is not None:
                self._drawer.dismiss()
            self._place_side()

    def main_action(self) -> None:
        self._next()

    # slots

    def _retry(self) -> None:
        written = self._sitting.retry()
        if written is not None and written[0] == self._sitting.place and self._question.card is not None:
            self._question.card.set_answer(written[1])

    def _flag(self) -> None:
        if self._sitting.flag():
            flagged = self._sitting.item.flagged
            self._question.show_flag(flagged)
            announce(self, "已标记" if flagged else "已取消标记")

    def _previous(self) -> None:
        self._go(self._sitting.place - 1)

    def _following(self) -> None:
        self._go(self._sitting.place + 1)

    def _next(self) -> None:
        if self._sitting.place == self._sitting.total:
            self._ask_submit()
        else:
            self._following()

    def _go(self, place: int) -> None:
        if self._sitting.finished or not 1 <= place <= self._sitting.total or not self._flush():
            return
        self.setFocus()  # before what has it is hidden: Qt would pass it on to something else
        self._sitting.go(place)
        self._show()
        self._take_focus()

    def _open_sheet(self) -> None:
        """Focus the answer sheet: beside the question, or in its drawer."""
        if not self._beside and self._drawer is None:
            self._side.set_beside(False)
            self._drawer = Drawer(self, "答题卡", self._side, "right", WIDTH + 30)
            self._drawer.closed.connect(self._close_drawer)
            self._drawer.open()
        self._side.focus_sheet(self._sitting.place)

    def _close_drawer(self) -> None:
        if self._drawer is not None:
            self._drawer.take_content()
            self._drawer = None
            self._place_side()

    def _go_from_sheet(self, place: int) -> None:
        if self._drawer is not None:
            self._drawer.dismiss()
        self._go(place)

    def _ask_submit(self) -> None:
        if self._sitting.finished or self._asking.modal is not None or not self._flush():
            return
        if self._drawer is not None:
            self._drawer.dismiss()
        self._asking.ask_submit(self._sitting.exam, self._sitting.left_ms())

    def _ask_leave(self) -> None:
        if not self._sitting.finished and self._asking.modal is None and self._flush():
            self._asking.ask_leave(self._sitting.exam)

    def _leave(self) -> None:
        if not self._sitting.finished:
            self.leave()
            self.navigate.emit("exams", None)

    def _show_time(self, left: int) -> None:
        for timer in (self._side.timer, self._tools.timer):
            timer.set_left(left)
        self._asking.set_left(left)
        if left + self._sitting.overtime_ms() <= 2 * TICK_MS:
            self._flush()
        self._notices.show_time(left)

    def _hide_time(self, hidden: bool) -> None:
        for timer in (self._side.timer, self._tools.timer):
            timer.set_hidden(hidden)

    def _end(self, timed_out: bool) -> None:
        self._asking.dismiss()
        if self._drawer is not None:
            self._drawer.dismiss()
        if not timed_out:
            self.navigate.emit("results", self._sitting.exam.id)
            return
        notice = TimeOutNotice(self._sitting.exam)
        notice.result_wanted.connect(lambda: self.navigate.emit("results", self._sitting.exam.id))
        for part in (self._bar, self._body):
            part.hide()
        self._whole.addWidget(notice, 1)
        notice.show()
        notice.take_focus()
        announce(self, "考试时间到，已自动交卷")

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._sitting.unhalt()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():  # a window that is only minimised goes on
            self._sitting.halt()
            self._painted.stop()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Question, options, the ways on, answer sheet, handing in; what concerns the whole exam comes last."""
        tools: list[QWidget | None] = [self._notices.unsaved, *self._question.stops(), self._tools.sheet]
        tools += [*self._side.stops(), self._tools.timer, self._bar]
        return go_to_next(tab_stops(self, tools), forward)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowDeactivate:
            self._sitting.window_left()
        elif event.type() == QEvent.Type.WindowActivate:
            self._sitting.window_back()
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        acts = {
            Qt.Key.Key_Left: self._previous,
            Qt.Key.Key_Right: self._following,
            Qt.Key.Key_M: self._flag,
            Qt.Key.Key_G: self._open_sheet,
        }
        card = self._question.card
        if self._sitting.finished:
            super().keyPressEvent(event)
        elif card is not None and card.take_key(event):
            event.accept()
        elif plain and event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
        else:
            super().keyPressEvent(event)

    # private

    def _flush(self) -> bool:
        card = self._question.card
        return self._sitting.finished or card is None or card.flush()

    def _show(self) -> None:
        self._question.show_item(self._sitting.item)
        self._refresh()
        self._painted.start()

    def _make_ready(self) -> None:
        self._side.make_ready(self._sitting.place)
        self._question.make_ready(self._sitting.near)

    def _refresh(self) -> None:
        total = self._sitting.total
        self._side.refresh(self._sitting.exam, self._sitting.place)
        answered = self._side.answered
        self._tools.show_answered(answered, total)
        self._question.show_next(self._sitting.place == total, answered == total)

    def _take_focus(self) -> None:
        self.setFocus()
        if self._question.card is not None:
            self._question.card.take_focus()

    def _place_side(self) -> None:
        self._side.set_beside(True)
        self._middle.addWidget(self._side)
        self._side.setVisible(self._beside)
        self._tools.place(self._question, not self._beside, self._logical)

    def _lay_out(self) -> None:
        left = column(self._tools, self._notices, (self._question, 1), spacing=0)
        self._middle = row((left, 1), spacing=0)
        self._body = boxed(self._middle)
        self._whole = column(self._bar, (self._body, 1), spacing=0)
        self.setLayout(self._whole)
        self._place_side()

    def _connect(self) -> None:
        self._sitting.changed.connect(self._refresh)
        self._sitting.ticked.connect(self._show_time)
        self._sitting.over.connect(self._end)
        self._bar.leave_wanted.connect(self._ask_leave)
        self._asking.submit_chosen.connect(lambda: self._sitting.submit(FinishReason.SUBMITTED))
        self._asking.leave_chosen.connect(self._leave)
        self._asking.place_wanted.connect(self._go)
        self._question.previous_wanted.connect(self._previous)
        self._question.next_wanted.connect(self._next)
        self._question.flag_wanted.connect(self._flag)
        self._side.place_wanted.connect(self._go_from_sheet)
        self._side.submit_wanted.connect(self._ask_submit)
        self._tools.sheet.clicked.connect(self._open_sheet)
        self._notices.retry_wanted.connect(self._retry)
        self._painted.timeout.connect(self._make_ready)
        for timer in (self._side.timer, self._tools.timer):
            timer.hidden_changed.connect(self._hide_time)
        shortcuts = {
            "Ctrl+Return": self._ask_submit,
            "Ctrl+M": self._flag,
            "Ctrl+G": self._open_sheet,
            "Ctrl+PgUp": self._previous,
            "Ctrl+PgDown": self._following,
        }
        bind_keys(self, shortcuts)
