"""Questions one a page: answer, see why, go on. What comes after a verdict and after the last is the subclass's."""

from dataclasses import replace
from typing import ClassVar, cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.labels import DISCLAIMER
from app.domain.marking import Verdict
from app.domain.practice_round import Booking
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, column
from app.ui.kit.page import Page
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.answer_explained import AnswerExplained
from app.ui.parts.book_note import PUT_BACK, book_note, left_book
from app.ui.parts.confidence_bar import ConfidenceBar
from app.ui.parts.question_card import QuestionCard
from app.ui.parts.round_frame import RoundFrame
from app.ui.parts.round_head import RoundHead
from app.ui.parts.round_item import RoundItem

NONE_TICKED = "一个要点都没有打勾。写到了的请先打勾；确实都没写到，再按一次“记录自评”，记为没答对。"


class RoundPage(Page):
    """``argument`` is {"title", "question_ids"}. A subclass ends its ``__init__`` with `_lay_out`."""

    came_from: ClassVar[str]
    """Key of the page to go back to."""
    source: ClassVar[str]
    """What an answer is recorded under."""

    def __init__(
        self,
        library: LibraryService,
        practice: PracticeService,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._practice = library, practice
        given = cast("dict[str, object]", argument if isinstance(argument, dict) else {})
        self._title = str(given.get("title", self.facts.title))
        ids = cast("list[str]", given.get("question_ids", []))
        questions = library.questions(ids) if library.ready and ids else []
        self._items = [RoundItem(question, practice.shown(question)) for question in questions]
        self._place, self._finished, self._booked = 0, False, Booking()
        self._card: QuestionCard | None = None
        self._summary: QWidget | None = None
        self._head = RoundHead(self._title)
        self._confidence = ConfidenceBar()
        self._go = button("确认答案", "primary", big=True)

    def state(self) -> object:
        self._keep_draft()
        items = [replace(item) for item in self._items]
        return {"items": items, "place": self._place, "finished": self._finished, "booked": self._booked}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._items = [replace(item) for item in state["items"]]
            self._place, self._finished = state["place"], state["finished"]
            self._booked = state["booked"]
            self._show()

    def shown(self) -> None:
        self._take_focus()

    def leave(self) -> None:
        self._book()  # however the round ends

    def main_action(self) -> None:
        """Enter: confirm, then go on, at last to the summary."""
        if self._summary is not None:
            self._summary_action()
        elif not self._items:
            self.navigate.emit(self.came_from, None)
        elif self._item.verdict is None:
            self._confirm()
        else:
            self._go_on()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if self._card is not None and self._card.take_key(event):
            return
        if self._card is not None and plain and Qt.Key.Key_7 <= event.key() <= Qt.Key.Key_9:
            if self._confidence.isEnabled():
                self._confidence.choose(event.key() - Qt.Key.Key_7)
            return
        super().keyPressEvent(event)

    # for subclasses

    def _show_step(self) -> None:
        """Show at the foot what can be done now."""
        raise NotImplementedError

    def _go_on(self) -> None:
        """Enter, once the question on screen has its verdict."""
        raise NotImplementedError

    def _make_summary(self) -> QWidget:
        """What is shown at the end."""
        raise NotImplementedError

    def _summary_action(self) -> None:
        """Enter on the summary."""
        raise NotImplementedError

    def _lay_out(self, left: QWidget, right: QWidget) -> None:
        """``left`` and ``right`` stand at the foot."""
        self._frame = RoundFrame(self._head, left, right)
        self.setLayout(column(self._frame))
        self._go.clicked.connect(self.main_action)
        self._head.star_toggled.connect(self._toggle_star)
        self._head.stop_wanted.connect(self._stop_here)
        self._confidence.changed.connect(self._note_confidence)
        bind_keys(self, {"Ctrl+D": self._toggle_star, "Ctrl+Return": self.main_action})
        self._show()

    @property
    def _item(self) -> RoundItem:
        return self._items[self._place]

    def _show(self) -> None:
        """Draw everything for the present place."""
        if not self._items:
            empty = EmptyState("quiz", "这些题目已不在题库中。", f"回到{self.facts.tab}")
            empty.acted.connect(lambda: self.navigate.emit(self.came_from, None))
            self._frame.put(empty, alone=True)
        elif self._finished:
            self._show_summary()
        else:
            self._show_question()

    def _show_question(self) -> None:
        item = self._item
        self._summary = None
        self._card = QuestionCard(item.question, item.shown, headed=False, told=True)
        self._card.set_answer(item.answer)
        self._card.changed.connect(self._show_step)
        if item.revealed or item.verdict is not None:
            self._card.reveal(item.verdict or Verdict.UNMARKED)
            if item.ticks:
                self._card.set_ticks(item.ticks, final=item.verdict is not None)
        panel: AnswerExplained | None = None
        self._body = column(self._card, spacing=16)
        self._body.addStretch(1)
        if item.question.case:
            self._body.addWidget(Paragraph(DISCLAIMER, 14, "text3", line=1.5))
        if item.verdict is not None:
            panel = self._add_panel()
        self._frame.put(boxed(self._body), scenario=item.question.scenario)
        if panel is not None:
            self._frame.show_from(panel)
        self._head.show_question(item.question, self._place + 1, len(self._items))
        self._show_progress()
        self._confidence.set_chosen(item.confidence)
        self._head.show_star(self._practice.state(item.question.id).starred)
        self._show_step()

    def _show_summary(self) -> None:
        self._card = None
        self._summary = self._make_summary()
        self._frame.put(self._summary, alone=True)

    def _step(self, label: str, icon: str | None = None) -> None:
        """What the button says while the answer is open; ``label`` once it is not."""
        item = self._item
        if item.verdict is not None:
            self._go.set_label(label)
        else:
            self._go.set_label("记录自评" if item.revealed else "确认答案")
        self._go.set_icon(icon if item.verdict is not None else None)
        self._confidence.setEnabled(item.verdict is None and not item.revealed)

    def _confirm(self) -> None:
        item, card = self._item, self._card
        assert card is not None
        answer = card.answer()
        if not answer:
            self.message.emit("amber", "请先作答，再确认。")
            card.take_focus()
            return
        if not item.question.markable and not item.revealed:
            item.answer, item.revealed = answer, True
            card.reveal(Verdict.UNMARKED)
            self._show_step()
            self._frame.show_end()
            return
        if (ticks := card.ticks()) and not any(ticks) and not item.none_meant:
            item.none_meant = True
            self.message.emit("amber", NONE_TICKED)
            return
        try:
            outcome = self._practice.answer(
                item.question, item.shown, answer, item.confidence, self.source, card.own_verdict()
            )
        except UserError as error:
            self.message.emit("red", str(error))
            return
        item.answer, item.ticks, item.revealed = answer, card.ticks(), True
        item.verdict, item.note = outcome.verdict, book_note(outcome.before, outcome.state)
        item.left_book = left_book(outcome.before, outcome.state)
        self._show_verdict(card)

    def _show_verdict(self, card: QuestionCard) -> None:
        item = self._item
        assert item.verdict is not None
        card.reveal(item.verdict)
        card.set_ticks(item.ticks, final=True)
        panel = self._add_panel()
        self._show_progress()
        self._show_step()
        self.setFocus()
        announce(panel, f"{panel.verdict_words()}。{item.note}")
        self._frame.show_from(panel)

    def _add_panel(self) -> AnswerExplained:
        panel = AnswerExplained(self._item, self._library)
        panel.article_requested.connect(lambda base: self.navigate.emit("regulations", base))
        panel.fact_requested.connect(lambda case_id, number: self.navigate.emit("case", (case_id, f"【{number}】")))
        panel.put_back_wanted.connect(lambda: self._put_back(panel))
        self._body.insertWidget(1, panel)
        return panel

    def _put_back(self, panel: AnswerExplained) -> None:
        item = self._item
        try:
            self._practice.put_back(item.question.id)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        item.left_book, item.note = False, PUT_BACK
        panel.show_put_back()
        self.setFocus()

    def _finish(self) -> None:
        """After the last question; a round that is gone on with and ends again is recorded once."""
        if self._book():
            self._finished = True
            self._show_summary()
            self.setFocus()

    def _book(self) -> bool:
        verdicts = [item.verdict for item in self._items if item.verdict is not None]
        right = verdicts.count(Verdict.RIGHT)
        try:
            self._booked = self._practice.rounds.book(self._title, len(verdicts), right, self._booked)
        except UserError as error:
            self.message.emit("red", str(error))
            return False
        return True

    def _stop_here(self) -> None:
        answered = [item for item in self._items if item.verdict is not None]
        if not answered:
            self.navigate.emit(self.came_from, None)
            return
        self._items, self._place = answered, len(answered) - 1
        self._finish()

    def _note_confidence(self, key: str) -> None:
        if not self._finished and self._items:
            self._item.confidence = key

    def _toggle_star(self) -> None:
        if self._card is None:
            return
        question = self._item.question
        try:
            state = self._practice.star(question.id, not self._practice.state(question.id).starred)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._head.show_star(state.starred)
        announce(self._head, "已收藏" if state.starred else "已取消收藏")

    def _show_progress(self) -> None:
        self._head.show_progress(sum(one.verdict is not None for one in self._items) / len(self._items))

    def _keep_draft(self) -> None:
        if self._card is not None and self._item.verdict is None:
            self._item.answer, self._item.ticks = self._card.answer(), self._card.ticks()

    def _take_focus(self) -> None:
        self.setFocus()
        if self._card is not None and self._item.verdict is None:
            self._card.take_focus()
