"""One sitting as the page goes through it: the exam as it stands on disk, and what could not be written to it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from app.domain.errors import RefusedTextError, UserError
from app.domain.exam import Exam, ExamItem, ExamState, FinishReason
from app.domain.exam_pulse import Pulse, asleep_ms
from app.services.exam_service import ExamService
from app.ui.exam.incident_words import STARTED_AGAIN_NOW, slept_now
from app.ui.exam.unsaved_answers import Answer, UnsavedAnswers

TICK_MS = 500
BEAT_MS = 5_000
AWAY_MS = 1_500
PLACE_MS = 50
"""The place is written once the question is painted. A kill in between costs the place, never an answer."""


class ExamSitting(QObject):
    """Writes first, tells then. ``place`` (from 1) is the question on screen.

    Answers that could not be written are kept in ``lacking`` and tried again, all of them, as soon as anything can be
    written; no choice on screen may be shown before.
    """

    changed = Signal()
    ticked = Signal(int)
    """Milliseconds left of the time given; below zero in overtime."""
    due = Signal()
    """Time to save what is being typed."""
    unsaved = Signal(str)
    """Why something was not written."""
    refused = Signal(str)
    """Why a text must not be stored."""
    caught_up = Signal(int)
    """The place of an answer that could not be written before, and is now."""
    saved = Signal()
    """Everything is written (again)."""
    happened = Signal(str)
    """Something around the sitting that was recorded, as the candidate is told it."""
    over = Signal(bool)
    """Handed in; True where the time was over."""

    def __init__(self, exams: ExamService, exam_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._exams = exams
        self.exam: Exam = exams.result(exam_id)
        self.place = min(max(self.exam.current, 1), len(self.exam.items))
        self.lacking = UnsavedAnswers()
        self._paused = self._halted = self._excused = False
        self._pulse: Pulse | None = None
        self._ticker = self._timer(TICK_MS, self._tick)
        self._beater = self._timer(BEAT_MS, self._save_all)
        self._beater.setTimerType(Qt.TimerType.PreciseTimer)  # no typed text waits for longer
        self._placer = self._timer(PLACE_MS, self.beat)
        self._placer.setSingleShot(True)
        self._away = self._timer(AWAY_MS, self._note_leaving)
        self._away.setSingleShot(True)

    @property
    def item(self) -> ExamItem:
        return self.exam.item(self.place)

    @property
    def draft(self) -> Answer | None:
        """The text typed here that is not on disk; None where all of it is."""
        return self.lacking.at(self.place) if self.item.question.typed else None

    @property
    def near(self) -> list[ExamItem]:
        """The question on screen and those before and after it."""
        return list(self.exam.items[max(self.place - 2, 0) : self.place + 1])

    @property
    def total(self) -> int:
        return len(self.exam.items)

    @property
    def finished(self) -> bool:
        return self.exam.state is ExamState.FINISHED

    def left_ms(self) -> int:
        """Of the time given; below zero in overtime."""
        return self._exams.time_left_ms(self.exam)

    def overtime_ms(self) -> int:
        """How much more than the time given the paper allows."""
        return self.exam.clock.limit_ms - self.exam.limit_ms

    def go_on(self) -> None:
        """From the start, from a break or from a crash: the paper says whether the time between counts."""
        if self.finished:
            return
        self._write(lambda: self._exams.resume(self.exam))
        if not self.finished:
            self._run()

    def answer(self, place: int, answer: Answer) -> bool:
        """Write an answer; False where it was not written."""
        if self.finished or self.lacking.refused.get(place) == answer or not self._put(place, answer):
            return False
        self.catch_up()
        self.changed.emit()
        return True

    def catch_up(self) -> None:
        """Write what could not be written before, until something is still not."""
        for place, answer in list(self.lacking.failed.items()):
            if self.finished or not self._put(place, answer):
                return
            self.caught_up.emit(place)
        self.saved.emit()

    def flag(self) -> bool:
        """Flag the question on screen, or no longer; False where it was not written."""
        flagged = not self.item.flagged
        if self.finished or not self._write(lambda: self._exams.flag(self._here(), self.place, flagged)):
            return False
        self.changed.emit()
        return True

    def go(self, place: int) -> None:
        """Put another question on screen; that one is there is written a moment later, or with the next answer."""
        self.place = place
        self._placer.start()

    def beat(self) -> None:
        """Write how much time is used and where one is, and what could not be written before."""
        if self.finished or self._paused:
            return
        self._placer.stop()
        if self._write(lambda: self._exams.beat(self.exam, self.place)):
            self.catch_up()

    def window_left(self) -> None:
        """The window lost the focus; short absences are not counted."""
        if self._ticker.isActive() and not self._excused:  # else nothing is counted: stopped, or our own window
            self._away.start()

    def window_back(self) -> None:
        self._away.stop()

    def started_again(self) -> None:
        """The program was started a second time, and this window came forward instead."""
        if self._ticker.isActive() and self._note(lambda: self._exams.incidents.started_again(self.exam)):
            self.happened.emit(STARTED_AGAIN_NOW)

    def look_up(self) -> None:
        """The rules are opened, as this exam allows."""
        self._note(lambda: self._exams.incidents.looked_up(self.exam))

    @contextmanager
    def window_kept(self) -> Iterator[None]:
        """While the program itself opens another window: that is no leaving."""
        self._excused = True
        try:
            yield
        finally:
            self._excused = False

    def set_down(self, folder: Path) -> str:
        """Put the answer sheet, with what could not be written, into a file there; its name. Raises UserError."""
        return self._exams.rescue.write(self._here(), self.lacking.failed, folder).name

    def halt(self) -> None:
        """Out of sight nothing ticks and nothing is written: the records may be closed before this is deleted."""
        self._halted = self._halted or self._ticker.isActive()
        self._stop()

    def unhalt(self) -> None:
        """In sight again; the clock has gone on by itself."""
        if self._halted:
            self._halted = False
            self._run()
            self._placer.start()

    def pause(self) -> None:
        """Stop for now."""
        if self.finished or self._paused:
            return
        self._stop()
        self.catch_up()
        self._paused = self._write(lambda: self._exams.pause(self._here()))

    def submit(self, reason: FinishReason) -> None:
        if not self.finished and self.lacking.failed and reason is FinishReason.SUBMITTED:
            self.catch_up()
        if self.finished or not self._write(lambda: self._exams.submit(self.exam, reason)):
            return
        self._stop()
        self.over.emit(reason is FinishReason.TIME_OUT)

    def _run(self) -> None:
        self._pulse = self._exams.incidents.pulse()
        self._ticker.start()
        self._beater.start()

    def _save_all(self) -> None:
        self.due.emit()
        self.beat()

    def _tick(self) -> None:
        self._feel_pulse()
        self.ticked.emit(self.left_ms())
        if self._exams.left_ms(self.exam) <= 0:
            self.submit(FinishReason.TIME_OUT)

    def _feel_pulse(self) -> None:
        """A sleep that could not be written is tried again at the next tick."""
        before, now = self._pulse, self._exams.incidents.pulse()
        asleep = asleep_ms(before, now) if before is not None else 0
        if asleep and not self._note(lambda: self._exams.incidents.slept(self.exam, asleep)):
            return
        self._pulse = now
        if asleep:
            self.happened.emit(slept_now(asleep))

    def _note_leaving(self) -> None:
        if self._write(lambda: self._exams.left(self._here())):
            self.changed.emit()

    def _here(self) -> Exam:
        """With the place, which may not have been written yet."""
        return self.exam if self.exam.current == self.place else replace(self.exam, current=self.place)

    def _put(self, place: int, answer: Answer) -> bool:
        try:
            self.exam = self._exams.answer(self._here(), place, answer)
        except RefusedTextError as error:
            self.lacking.refuse(place, answer)
            self.refused.emit(str(error))
            return False
        except UserError as error:
            self.lacking.fail(place, answer)
            self.unsaved.emit(str(error))
            return False
        self.lacking.drop(place)
        return True

    def _write(self, act: Callable[[], Exam]) -> bool:
        try:
            self.exam = act()
        except UserError as error:
            self.unsaved.emit(str(error))
            return False
        return True

    def _note(self, write: Callable[[], None]) -> bool:
        """Without a word where it fails: the next answer or beat says what is wrong with the disk."""
        try:
            write()
        except UserError:
            return False
        return True

    def _stop(self) -> None:
        for timer in (self._ticker, self._beater, self._placer, self._away):
            timer.stop()

    def _timer(self, interval: int, act: Callable[[], None]) -> QTimer:
        made = QTimer(self)
        made.setInterval(interval)
        made.timeout.connect(act)
        return made
