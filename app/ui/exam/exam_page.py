"""Sitting an exam. What is on screen is on disk: every answer is saved before it is shown."""

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.exam import FinishReason
from app.domain.unit_exam import BookRule
from app.services.exam_service import ExamService
from app.services.library_service import LibraryService
from app.ui.exam.exam_asking import ExamAsking
from app.ui.exam.exam_bar import ExamBar
from app.ui.exam.exam_clocks import ExamClocks
from app.ui.exam.exam_keys import SHORTCUTS
from app.ui.exam.exam_notices import ExamNotices
from app.ui.exam.exam_question import ExamQuestion
from app.ui.exam.exam_room import ExamRoom
from app.ui.exam.exam_saving import ExamSaving
from app.ui.exam.exam_side import ExamSide
from app.ui.exam.exam_sitting import TICK_MS, ExamSitting
from app.ui.exam.exam_tab_order import go_to_next, tab_stops
from app.ui.exam.exam_tools import ExamTools
from app.ui.exam.lookup_door import LookupDoor
from app.ui.exam.time_out_notice import TimeOutNotice
from app.ui.kit.announce import announce
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import column
from app.ui.kit.page import Page, PageFacts

_PAINTED_MS = 20
"""By then a question that was gone to is on screen, and its neighbours can be made ready."""


class ExamPage(Page):
    facts = PageFacts("exam", "考试", "", "", SHORTCUTS)

    def __init__(
        self,
        exams: ExamService,
        argument: object = None,
        parent: QWidget | None = None,
        *,
        library: LibraryService | None = None,
    ) -> None:
        """``library``: where an exam with books looks things up."""
        super().__init__(parent)
        self._sitting = ExamSitting(exams, str(argument), self)
        exam, book = self._sitting.exam, exams.past.book(str(argument))
        self._asking = ExamAsking(self, book)
        self._side = ExamSide(exam)
        self._question = ExamQuestion(exam, lambda answer: self._sitting.answer(self._sitting.place, answer))
        self._notices, self._painted = ExamNotices(self._sitting), QTimer(self)
        self._painted.setSingleShot(True)
        self._painted.setInterval(_PAINTED_MS)
        self._saving = ExamSaving(self._sitting, self._question, self._notices, self)
        self._tools = ExamTools(exam)
        self._clocks = ExamClocks(self._side.timer, self._tools.timer)
        left = column(self._tools, self._notices, (self._question, 1), spacing=0)
        books = library if book == BookRule.OPEN else None
        self._lookup = LookupDoor(self._question, left, books, self._clocks, exam.limit_ms)
        self._bar = ExamBar(exam, book, self._lookup.leads_somewhere)
        self._room = ExamRoom(self, left, self._question, self._side, self._tools, self._lookup)
        self._whole = column(self._bar, (self._room.body, 1), spacing=0)
        self.setLayout(self._whole)
        self._connect()
        if not self._sitting.finished:
            self._show()
            self._show_time(self._sitting.left_ms())

    def state(self) -> object:
        return {"hidden": self._clocks.hidden()}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._clocks.set_hidden(bool(state["hidden"]))

    def shown(self) -> None:
        """The clock goes on only now, with the question in front of the candidate."""
        self._sitting.go_on()
        if self._sitting.finished:
            self.navigate.emit("results", self._sitting.exam.id)
        else:
            self._take_focus()

    def leave(self) -> None:
        """The clock stops where the paper lets it; what was typed is saved first."""
        self._saving.flush()
        self._sitting.pause()

    def on_width(self, logical: float) -> None:
        self._bar.set_narrow(logical < 1200)
        self._painted.start()  # what is ready is so for another width
        self._room.fit(logical)

    def main_action(self) -> None:
        if not self._lookup.is_open:
            self._next()

    def started_again(self) -> None:
        """The program was started a second time: this window came forward, and that is on record."""
        self._sitting.started_again()

    # slots

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
        if self._sitting.finished or not 1 <= place <= self._sitting.total:
            return
        self._saving.flush()
        self._lookup.close()
        self.setFocus()  # before what has it is hidden: Qt would pass it on to something else
        self._sitting.go(place)
        self._show()
        self._take_focus()

    def _open_sheet(self) -> None:
        self._room.open_sheet(self._sitting.place)

    def _look_up(self) -> None:
        """The clock goes on, and that it was done is on record."""
        if self._lookup.leads_somewhere and not self._sitting.finished:
            self._saving.flush()
            self._sitting.look_up()
            self._lookup.open()

    def _come_back(self) -> None:
        if not self._lookup.is_open:
            self._take_focus()

    def _go_from_sheet(self, place: int) -> None:
        self._room.drawer.dismiss()
        self._go(place)

    def _ask_submit(self) -> None:
        if self._sitting.finished or self._asking.modal is not None:
            return
        self._saving.save()
        self._room.drawer.dismiss()
        self._asking.ask_submit(self._sitting.exam, self._sitting.left_ms(), self._sitting.lacking)

    def _ask_leave(self) -> None:
        if not self._sitting.finished and self._asking.modal is None:
            self._saving.save()
            self._asking.ask_leave(self._sitting.exam, self._sitting.lacking)

    def _leave(self) -> None:
        if not self._sitting.finished:
            self.leave()
            self.navigate.emit("exams", None)

    def _show_time(self, left: int) -> None:
        self._clocks.set_left(left)
        self._asking.set_left(left)
        if left + self._sitting.overtime_ms() <= 2 * TICK_MS:
            self._saving.save()
        self._notices.show_time(left)

    def _end(self, timed_out: bool) -> None:
        self._asking.dismiss()
        self._room.drawer.dismiss()
        if not timed_out:
            self.navigate.emit("results", self._sitting.exam.id)
            return
        notice = TimeOutNotice(self._sitting.exam, self._sitting.lacking)
        notice.result_wanted.connect(lambda: self.navigate.emit("results", self._sitting.exam.id))
        for part in (self._bar, self._room.body):
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
        notices = self._notices
        middle = [self._lookup.lookup] if self._lookup.is_open else [*self._question.stops(), self._tools.sheet]
        tools = [notices.unsaved, notices.refused, *middle, *self._side.stops(), self._tools.timer, self._bar]
        tools += [notices.told, notices.last]
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
        elif self._lookup.is_open:  # no key answers a question that is not seen
            self._lookup.close() if event.key() == Qt.Key.Key_Escape else super().keyPressEvent(event)
        elif card is not None and card.take_key(event):
            event.accept()
        elif plain and event.key() in acts:
            acts[Qt.Key(event.key())]()
        elif event.key() == Qt.Key.Key_Escape:
            event.accept()
        else:
            super().keyPressEvent(event)

    # private

    def _show(self) -> None:
        self._question.show_item(self._sitting.item, self._sitting.draft)
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

    def _connect(self) -> None:
        self._sitting.changed.connect(self._refresh)
        self._sitting.ticked.connect(self._show_time)
        self._sitting.caught_up.connect(self._refresh)
        self._sitting.over.connect(self._end)
        self._bar.leave_wanted.connect(self._ask_leave)
        self._bar.lookup_wanted.connect(self._look_up)
        self._lookup.moved.connect(self._come_back)
        self._asking.submit_chosen.connect(lambda: self._sitting.submit(FinishReason.SUBMITTED))
        self._asking.leave_chosen.connect(self._leave)
        self._asking.place_wanted.connect(self._go)
        self._question.previous_wanted.connect(self._previous)
        self._question.next_wanted.connect(self._next)
        self._question.flag_wanted.connect(self._flag)
        self._side.place_wanted.connect(self._go_from_sheet)
        self._side.submit_wanted.connect(self._ask_submit)
        self._tools.sheet.clicked.connect(self._open_sheet)
        self._notices.place_wanted.connect(self._go)
        self._painted.timeout.connect(self._make_ready)
        shortcuts = {
            "Ctrl+Return": self._ask_submit,
            "Ctrl+M": self._flag,
            "Ctrl+G": self._open_sheet,
            "Ctrl+L": self._look_up,
            "Ctrl+PgUp": self._previous,
            "Ctrl+PgDown": self._following,
        }
        bind_keys(self, shortcuts)
