"""Sitting an exam. What is on screen is on disk: every answer is saved before it is shown."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QWidget

from app.domain.exam import FinishReason
from app.services.exam_service import ExamService
from app.ui.exam.exam_bar import ExamBar
from app.ui.exam.exam_question import ExamQuestion
from app.ui.exam.exam_side import WIDTH, ExamSide
from app.ui.exam.exam_sitting import TICK_MS, ExamSitting
from app.ui.exam.exam_tab_order import go_to_next, tab_stops
from app.ui.exam.exam_timer import LAST_MS
from app.ui.exam.exam_tools import ExamTools
from app.ui.exam.exam_words import break_words, overdue_words
from app.ui.exam.submit_table import SubmitTable
from app.ui.exam.time_out_notice import TimeOutNotice
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.drawer import Drawer
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.modal import Choice, Modal, ask
from app.ui.kit.page import Page, PageFacts, Shortcut

_NARROW = 1000
_UNSAVED = "请不要关闭窗口。没有存下的选择不会显示。"


class ExamPage(Page):
    facts = PageFacts(
        "exam",
        "考试",
        "",
        "",
        (
            Shortcut("A–F 或 1–6", "选择选项"),
            Shortcut("← / → 或 Ctrl+PgUp / Ctrl+PgDn", "上一题 / 下一题"),
            Shortcut("M 或 Ctrl+M", "标记本题"),
            Shortcut("G 或 Ctrl+G", "到答题卡"),
            Shortcut("Ctrl+Enter", "交卷（先确认）"),
            Shortcut("Ctrl+↑ / Ctrl+↓", "排序题：移动一项"),
        ),
    )

    def __init__(self, exams: ExamService, argument: object = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sitting = ExamSitting(exams, str(argument), self)
        exam = self._sitting.exam
        self._beside, self._warned = True, False
        self._asking: Modal | None = None
        self._table: SubmitTable | None = None
        self._drawer: Drawer | None = None
        self._bar, self._side = ExamBar(exam), ExamSide(exam)
        self._question = ExamQuestion(exam, lambda answer: self._sitting.answer(self._sitting.place, answer))
        self._unsaved, self._last = Banner("", "red"), Banner("", "red")
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

    def _go_from_table(self, place: int) -> None:
        if self._asking is not None:
            self._asking.dismiss()
        self._go(place)

    def _ask_submit(self) -> None:
        if self._sitting.finished or self._asking is not None or not self._flush():
            return
        if self._drawer is not None:
            self._drawer.dismiss()
        self._table = SubmitTable(self._sitting.exam, self._sitting.left_ms())
        choices = [Choice("submit", "确认交卷"), Choice("stay", "继续作答", safe=True)]
        self._asking = Modal(self, "确认交卷？", self._table, choices, width=540)
        self._asking.chosen.connect(self._answer_submit)
        self._table.place_wanted.connect(self._go_from_table)
        self._asking.open()
        self._asking.button("stay").setFocus(Qt.FocusReason.OtherFocusReason)

    def _answer_submit(self, key: str) -> None:
        self._asking = self._table = None
        if key == "submit":
            self._sitting.submit(FinishReason.SUBMITTED)

    def _ask_leave(self) -> None:
        if self._sitting.finished or self._asking is not None or not self._flush():
            return
        exam = self._sitting.exam
        words = f"已作答的 {exam.answered} 题都已保存，可以稍后在“模拟考试”中继续。{break_words(exam.paper)}。"
        choices = [Choice("leave", "暂离考试"), Choice("stay", "继续作答", safe=True)]
        self._asking = ask(self, "暂时离开考试？", words, choices, self._answer_leave)

    def _answer_leave(self, key: str) -> None:
        self._asking = None
        if key == "leave" and not self._sitting.finished:
            self.leave()
            self.navigate.emit("exams", None)

    def _show_time(self, left: int) -> None:
        for timer in (self._side.timer, self._tools.timer):
            timer.set_left(left)
        if self._table is not None:
            self._table.set_left(left)
        if left + self._sitting.overtime_ms() <= 2 * TICK_MS:
            self._flush()
        if left <= LAST_MS and not self._warned:
            self._warned = True
            words = f"剩余 1 分钟，{overdue_words(self._sitting.exam.paper)}"
            self._last.say(f"{words}。已作答的都已保存。", "red")
            self._last.show()
            announce(self, words)

    def _hide_time(self, hidden: bool) -> None:
        for timer in (self._side.timer, self._tools.timer):
            timer.set_hidden(hidden)

    def _say_unsaved(self, why: str) -> None:
        self._unsaved.say(f"{why}{_UNSAVED}", "red", "再试一次")
        self._unsaved.show()
        announce(self, why)

    def _end(self, timed_out: bool) -> None:
        for layer in (self._asking, self._drawer):
            if layer is not None:
                layer.dismiss()
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

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Question, options, the ways on, answer sheet, handing in; what concerns the whole exam comes last."""
        tools: list[QWidget | None] = [self._unsaved, *self._question.stops(), self._tools.sheet]
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

    def _refresh(self) -> None:
        exam, total = self._sitting.exam, self._sitting.total
        self._side.refresh(exam, self._sitting.place)
        self._tools.sheet.set_label(f"答题卡 {exam.answered}/{total}")
        self._question.show_next(self._sitting.place == total, exam.answered == total)

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
        banners = column(self._unsaved, self._last, margins=(40, 4, 40, 0), spacing=4)
        left = column(self._tools, banners, (self._question, 1), spacing=0)
        self._middle = row((left, 1), spacing=0)
        self._body = boxed(self._middle)
        self._whole = column(self._bar, (self._body, 1), spacing=0)
        self.setLayout(self._whole)
        self._unsaved.hide()
        self._last.hide()
        self._place_side()

    def _connect(self) -> None:
        self._sitting.changed.connect(self._refresh)
        self._sitting.ticked.connect(self._show_time)
        self._sitting.unsaved.connect(self._say_unsaved)
        self._sitting.saved.connect(self._unsaved.hide)
        self._sitting.over.connect(self._end)
        self._bar.leave_wanted.connect(self._ask_leave)
        self._question.previous_wanted.connect(self._previous)
        self._question.next_wanted.connect(self._next)
        self._question.flag_wanted.connect(self._flag)
        self._side.place_wanted.connect(self._go_from_sheet)
        self._side.submit_wanted.connect(self._ask_submit)
        self._tools.sheet.clicked.connect(self._open_sheet)
        self._unsaved.acted.connect(self._retry)
        for timer in (self._side.timer, self._tools.timer):
            timer.hidden_changed.connect(self._hide_time)
        shortcuts = {
            "Ctrl+Return": self._ask_submit,
            "Ctrl+M": self._flag,
            "Ctrl+G": self._open_sheet,
            "Ctrl+PgUp": self._previous,
            "Ctrl+PgDown": self._following,
        }
        for keys, act in shortcuts.items():
            made = QShortcut(QKeySequence(keys), self)
            made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            made.activated.connect(act)
