"""One question a page: answer, see why, go on."""

from collections.abc import Callable
from dataclasses import replace
from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.labels import DISCLAIMER
from app.domain.marking import Verdict
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import boxed, column
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.answer_panel import AnswerPanel
from app.ui.parts.confidence_bar import ConfidenceBar
from app.ui.parts.question_card import QuestionCard
from app.ui.practice.book_note import book_note
from app.ui.practice.round_frame import RoundFrame
from app.ui.practice.round_head import RoundHead
from app.ui.practice.round_item import RoundItem
from app.ui.practice.round_summary import RoundSummary


class PracticeRoundPage(Page):
    facts = PageFacts(
        "practice_round",
        "练习",
        "考",
        "练习",
        (
            Shortcut("A–F 或 1–6", "选择选项"),
            Shortcut("7 / 8 / 9", "有把握 / 不太确定 / 猜测"),
            Shortcut("Enter", "确认答案；下一题"),
            Shortcut("Ctrl+Enter", "在作答框中确认答案"),
            Shortcut("Ctrl+D", "收藏"),
            Shortcut("Ctrl+↑ / Ctrl+↓", "排序题：移动一项"),
        ),
    )

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
        self._title = str(given.get("title", "练习"))
        ids = cast("list[str]", given.get("question_ids", []))
        questions = library.questions(ids) if library.ready and ids else []
        self._items = [RoundItem(question, practice.shown(question)) for question in questions]
        self._place, self._finished = 0, False
        self._card: QuestionCard | None = None
        self._summary: RoundSummary | None = None
        self._head = RoundHead(self._title)
        self._confidence = ConfidenceBar()
        self._go = button("确认答案", "primary", big=True)
        self._frame = RoundFrame(self._head, self._confidence, self._go)
        self.setLayout(column(self._frame))
        self._go.clicked.connect(self.main_action)
        self._head.star_toggled.connect(self._toggle_star)
        self._head.stop_wanted.connect(self._stop_here)
        self._confidence.changed.connect(self._note_confidence)
        self._shortcut("Ctrl+D", self._toggle_star)
        self._shortcut("Ctrl+Return", self.main_action)
        self._show()

    def state(self) -> object:
        self._keep_draft()
        return {"items": [replace(item) for item in self._items], "place": self._place, "finished": self._finished}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._items = [replace(item) for item in state["items"]]
            self._place, self._finished = state["place"], state["finished"]
            self._show()

    def shown(self) -> None:
        self._take_focus()

    def main_action(self) -> None:
        """Enter: confirm, then go on, at last to the summary."""
        if self._summary is not None:
            self._summary.main_action()
        elif not self._items:
            self.navigate.emit("practice", None)
        elif self._item.verdict is None:
            self._confirm()
        else:
            self._next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if self._card is not None and self._card.take_key(event):
            return
        if self._card is not None and plain and Qt.Key.Key_7 <= event.key() <= Qt.Key.Key_9:
            if self._item.verdict is None:
                self._confidence.choose(event.key() - Qt.Key.Key_7)
            return
        super().keyPressEvent(event)

    # private

    @property
    def _item(self) -> RoundItem:
        return self._items[self._place]

    def _show(self) -> None:
        """Draw everything for the present place."""
        if not self._items:
            empty = EmptyState("quiz", "这些题目已不在题库中。", "回到练习")
            empty.acted.connect(lambda: self.navigate.emit("practice", None))
            self._frame.put(empty, alone=True)
        elif self._finished:
            self._show_summary()
        else:
            self._show_question()

    def _show_question(self) -> None:
        item = self._item
        self._summary = None
        self._card = QuestionCard(item.question, item.shown, headed=False)
        self._card.set_answer(item.answer)
        self._card.changed.connect(self._show_button)
        if item.revealed or item.verdict is not None:
            self._card.reveal(item.verdict or Verdict.UNMARKED)
            if item.ticks:
                self._card.set_ticks(item.ticks, final=item.verdict is not None)
        panel: AnswerPanel | None = None
        self._body = column(self._card, spacing=16)
        self._body.addStretch(1)
        if item.question.case:
            self._body.addWidget(Paragraph(DISCLAIMER, 14, "text3", line=1.5))
        if item.verdict is not None:
            panel = self._add_panel()
        self._frame.put(boxed(self._body))
        if panel is not None:
            self._frame.show_from(panel)
        self._head.show_question(item.question, self._place + 1, len(self._items))
        self._show_progress()
        self._confidence.set_chosen(item.confidence)
        self._head.show_star(self._practice.state(item.question.id).starred)
        self._show_button()

    def _add_panel(self) -> AnswerPanel:
        item = self._item
        assert item.verdict is not None
        panel = AnswerPanel(item.question, item.verdict, self._library, item.shown, item.note)
        panel.article_requested.connect(lambda base: self.navigate.emit("regulations", base))
        panel.fact_requested.connect(self._open_fact)
        self._body.insertWidget(1, panel)
        return panel

    def _show_button(self) -> None:
        item = self._item
        last = self._place + 1 == len(self._items)
        if item.verdict is not None:
            self._go.set_label("看本轮结果" if last else "下一题")
            self._go.set_icon("arrow_right")
        else:
            self._go.set_label("记录自评" if item.revealed else "确认答案")
            self._go.set_icon(None)
        self._confidence.setEnabled(item.verdict is None)

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
            self._show_button()
            self._frame.show_end()
            return
        before = self._practice.state(item.question.id)
        try:
            outcome = self._practice.answer(
                item.question, item.shown, answer, item.confidence, own_verdict=card.own_verdict()
            )
        except UserError as error:
            self.message.emit("red", str(error))
            return
        item.answer, item.ticks, item.revealed = answer, card.ticks(), True
        item.verdict, item.note = outcome.verdict, book_note(before, outcome.state)
        self._show_verdict(card)

    def _show_verdict(self, card: QuestionCard) -> None:
        item = self._item
        assert item.verdict is not None
        card.reveal(item.verdict)
        card.set_ticks(item.ticks, final=True)
        panel = self._add_panel()
        self._show_progress()
        self._show_button()
        self.setFocus()
        announce(panel, f"{panel.verdict_words()}。{item.note}")
        self._frame.show_from(panel)

    def _next(self) -> None:
        if self._place + 1 < len(self._items):
            self._place += 1
            self._show_question()
            self._take_focus()
        else:
            self._finish()

    def _stop_here(self) -> None:
        answered = [item for item in self._items if item.verdict is not None]
        if not answered:
            self.navigate.emit("practice", None)
            return
        self._items = answered
        self._finish()

    def _finish(self) -> None:
        right = sum(item.verdict is Verdict.RIGHT for item in self._items)
        try:
            self._practice.finish(self._title, right, len(self._items))
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._finished = True
        self._show_summary()
        self.setFocus()

    def _show_summary(self) -> None:
        self._card = None
        self._summary = RoundSummary(self._title, self._items)
        self._summary.done.connect(lambda: self.navigate.emit("practice", None))
        self._summary.again.connect(self._again)
        self._frame.put(self._summary, alone=True)

    def _again(self) -> None:
        ids = [item.question.id for item in self._items if item.verdict is not Verdict.RIGHT]
        title = self._title if self._title.endswith("（再练）") else f"{self._title}（再练）"
        self.navigate.emit("practice_round", {"title": title, "question_ids": ids})

    def _open_fact(self, case_id: str, number: int) -> None:
        self.navigate.emit("case", (case_id, f"【{number}】"))

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

    def _shortcut(self, keys: str, act: Callable[[], None]) -> None:
        made = QShortcut(QKeySequence(keys), self)
        made.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        made.activated.connect(act)
