"""A round of review: question, answer, why, and how well it is known, which says when it comes back."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget

from app.domain.errors import UserError
from app.domain.marking import Verdict
from app.domain.review import Rating
from app.services.library_service import LibraryService
from app.services.practice_service import REVIEW, PracticeService
from app.services.review_service import ReviewService
from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, row
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.parts.round_keys import ANSWERING, BESIDES
from app.ui.parts.round_page import RoundPage
from app.ui.review.rating_bar import RatingBar
from app.ui.review.review_summary import ReviewSummary
from app.ui.review.review_words import in_days


class ReviewRoundPage(RoundPage):
    facts = PageFacts(
        "review_round",
        "复习",
        "考",
        "复习",
        (
            *ANSWERING,
            Shortcut("Enter", "确认答案；按建议评价，到下一题"),
            Shortcut("1 / 2 / 3", "看过答案后：未掌握 / 基本掌握 / 已掌握"),
            Shortcut("Ctrl+Z", "撤销上一次评价"),
            *BESIDES,
        ),
    )
    came_from = "review"
    source = REVIEW

    def __init__(
        self,
        library: LibraryService,
        practice: PracticeService,
        review: ReviewService,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(library, practice, argument, parent)
        self._review = review
        self._taken_back: Rating | None = None
        self._bar = RatingBar()
        self._undo = button("撤销上次评价", "ghost", "arrow_undo", tip="撤销上次评价（Ctrl+Z）")
        self._bar.rated.connect(self._rate)
        self._undo.clicked.connect(self._take_back)
        bind_keys(self, {"Ctrl+Z": self._take_back})
        self._lay_out(boxed(row(self._confidence, (self._bar, 1), spacing=0)), boxed(row(self._undo, self._go)))

    def state(self) -> object:
        kept = super().state()
        assert isinstance(kept, dict)
        return {**kept, "taken_back": self._taken_back}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self._taken_back = state["taken_back"]
        super().restore(state)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier == Qt.KeyboardModifier.NoModifier
        if self._rating_now() and plain and Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_3 and not event.isAutoRepeat():
            self._rate(list(Rating)[event.key() - Qt.Key.Key_1])
            return
        super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A field with nothing to undo in it leaves Ctrl+Z to the rating."""
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.matches(QKeySequence.StandardKey.Undo)
            and not _can_undo(watched)
        ):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    # for the round

    def _show_question(self) -> None:
        super()._show_question()
        assert self._card is not None
        fields: list[QWidget] = [*self._card.findChildren(QLineEdit), *self._card.findChildren(QPlainTextEdit)]
        for field in fields:
            field.installEventFilter(self)

    def _show_step(self) -> None:
        self._step("下一题")
        rating = self._rating_now()
        self._bar.setVisible(rating)
        self._go.setVisible(not rating)
        self._confidence.setVisible(not rating)
        self._undo.setVisible(not rating and any(item.rating for item in self._items))
        if rating:
            today = self._review.today()
            dates = self._review.next_dates(self._item.question.id)
            words = {one: in_days(day, today) for one, day in dates.items()}
            self._bar.offer(words, self._suggested(), self._taken_back)

    def _go_on(self) -> None:
        if self._rating_now():
            self._rate(self._suggested())
        else:
            self._next()

    def _make_summary(self) -> ReviewSummary:
        summary = ReviewSummary(self._title, self._items, self._review)
        summary.done.connect(lambda: self.navigate.emit("review", None))
        summary.undo_wanted.connect(self._take_back)
        return summary

    def _summary_action(self) -> None:
        self.navigate.emit("review", None)

    # private

    def _rating_now(self) -> bool:
        if self._card is None or not self._items:
            return False
        return self._item.verdict is not None and self._item.rating is None

    def _suggested(self) -> Rating:
        if self._item.verdict is not Verdict.RIGHT:
            return Rating.AGAIN
        return Rating.HARD if self._item.confidence in ("guess", "unsure") else Rating.GOOD

    def _rate(self, rating: Rating) -> None:
        if not self._rating_now():
            return
        try:
            self._review.rate(self._item.question.id, rating)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._item.rating, self._taken_back = rating, None
        self._next()

    def _next(self) -> None:
        following = [place for place in range(self._place + 1, len(self._items)) if self._items[place].rating is None]
        if not following:
            self._finish()
            return
        self._place = following[0]
        self._show_question()
        self._take_focus()

    def _take_back(self) -> None:
        """Back to the question that was rated last, its answer shown, to be rated again."""
        if not any(item.rating for item in self._items):
            self.message.emit("amber", "这一轮还没有可以撤销的评价。")
            return
        self._keep_draft()
        try:
            undone = self._review.undo()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        places = [place for place, item in enumerate(self._items) if undone and item.question.id == undone.question_id]
        if undone is None or not places:
            self.message.emit("amber", "这次评价不是今天做的，不能撤销。可以在错题本里再复习一遍。")
            return
        self._place, self._finished = places[0], False
        self._item.rating, self._taken_back = None, undone.rating
        self._frame.show_all()
        self._show_question()
        self.setFocus()
        announce(self._bar, f"已撤销“{undone.rating.value}”，请重新评价。")


def _can_undo(field: QObject) -> bool:
    if isinstance(field, QLineEdit):
        return field.isUndoAvailable()
    return isinstance(field, QPlainTextEdit) and field.document().isUndoAvailable()
