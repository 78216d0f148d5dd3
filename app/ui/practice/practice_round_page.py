"""One question a page: answer, see why, go on."""

from dataclasses import fields
from secrets import token_hex
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.marking import Verdict
from app.domain.practice_round import Booking, KeptItem, KeptRound
from app.services.library_service import LibraryService
from app.services.practice_service import PRACTICE, PracticeService
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.parts.question_card import QuestionCard
from app.ui.parts.round_item import RoundItem
from app.ui.parts.round_keys import ANSWERING, BESIDES
from app.ui.parts.round_page import RoundPage
from app.ui.practice.round_summary import RoundSummary

KEEP_MS = 2000
"""From a change on screen to the moment when it is kept."""


class PracticeRoundPage(RoundPage):
    """``argument`` may also be a round that was left unfinished (`KeptRound`)."""

    facts = PageFacts(
        "practice_round",
        "练习",
        "考",
        "练习",
        (*ANSWERING, Shortcut("Enter", "确认答案；下一题"), *BESIDES),
    )
    came_from = "practice"
    source = PRACTICE

    def __init__(
        self,
        library: LibraryService,
        practice: PracticeService,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        kept = argument if isinstance(argument, KeptRound) else None
        super().__init__(library, practice, {"title": kept.title} if kept else argument, parent)
        self._id = kept.id if kept else token_hex(8)
        if kept:
            self._items = [_item(item) for item in kept.items]
            self._place, self._booked = kept.place, Booking.after(kept.booked, kept.booked_right)
        self._due = QTimer(self)
        self._due.setSingleShot(True)
        self._due.setInterval(KEEP_MS)
        self._due.timeout.connect(self._keep)
        self._lay_out(self._confidence, self._go)

    def state(self) -> object:
        return {**cast("dict[str, object]", super().state()), "id": self._id}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._id = state["id"]
        super().restore(state)

    def leave(self) -> None:
        super().leave()
        self._keep()

    def hideEvent(self, event: QHideEvent) -> None:
        """A page that went was left before, and is kept."""
        super().hideEvent(event)
        if not event.spontaneous():
            self._due.stop()

    def _show_step(self) -> None:
        last = self._place + 1 == len(self._items)
        self._step("看本轮结果" if last else "下一题", "arrow_right")

    def _show_question(self) -> None:
        super()._show_question()
        assert isinstance(self._card, QuestionCard)
        self._card.changed.connect(self._keep_soon)

    def _show_verdict(self, card: QuestionCard) -> None:
        super()._show_verdict(card)
        self._keep()

    def _finish(self) -> None:
        super()._finish()
        if self._finished:
            self._due.stop()
            try:
                self._practice.rounds.forget(self._id)
            except UserError as error:
                self.message.emit("red", str(error))

    def _keep_soon(self) -> None:
        """Not put off by the next key: what is typed without a pause is kept as well."""
        if not self._due.isActive():
            self._due.start()

    def _keep(self) -> None:
        """The round can be gone on with from the set-up page, after a restart too."""
        self._due.stop()
        if self._finished or not self._items:
            return
        self._keep_draft()
        items, booked = tuple(map(_kept, self._items)), self._booked
        try:
            self._practice.rounds.keep(KeptRound(self._id, self._title, items, self._place, booked.total, booked.right))
        except UserError as error:
            self.message.emit("red", str(error))

    def _go_on(self) -> None:
        if self._place + 1 < len(self._items):
            self._place += 1
            self._show_question()
            self._take_focus()
        else:
            self._finish()

    def _make_summary(self) -> RoundSummary:
        summary = RoundSummary(self._title, self._items)
        summary.done.connect(lambda: self.navigate.emit("practice", None))
        summary.again.connect(self._again)
        return summary

    def _summary_action(self) -> None:
        if isinstance(self._summary, RoundSummary):
            self._summary.main_action()

    def _again(self) -> None:
        ids = [item.question.id for item in self._items if item.verdict is not Verdict.RIGHT]
        title = self._title if self._title.endswith("（再练）") else f"{self._title}（再练）"
        self.navigate.emit("practice_round", {"title": title, "question_ids": ids})


def _kept(item: RoundItem) -> KeptItem:
    return KeptItem(**{field.name: getattr(item, field.name) for field in fields(KeptItem)})


def _item(kept: KeptItem) -> RoundItem:
    return RoundItem(**{field.name: getattr(kept, field.name) for field in fields(kept)})
