"""复习: what is due today, what comes next, and the wrong-answer book."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.review_groups import GroupBy
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.services.review_service import ReviewDay, ReviewService
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import centred, clear, column
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.review.today_card import TodayCard
from app.ui.review.wrong_book_card import WrongBookCard

WIDEST = 1080


class ReviewPage(Page):
    facts = PageFacts("review", "复习", "考", "复习", (Shortcut("Enter", "开始复习"),))

    def __init__(
        self,
        library: LibraryService,
        practice: PracticeService,
        review: ReviewService,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._practice, self._review = library, practice, review
        self._day: ReviewDay | None = None
        self._book: WrongBookCard | None = None
        if not library.ready:
            self.setLayout(column(EmptyState("arrow_sync", "题目还没有准备好，请稍候。")))
            return
        self._place: QVBoxLayout = column(margins=(28, 20, 28, 24), spacing=16)
        self._scroll = ScrollPage(centred(self._place, WIDEST))
        self.setLayout(column(self._scroll, spacing=0))
        self._fill(GroupBy.ARTICLE.value)

    def state(self) -> object:
        return (self._book.shown(), self._scroll.verticalScrollBar().value()) if self._book else None

    def restore(self, state: object) -> None:
        if self._book is not None and isinstance(state, tuple):
            self._fill(state[0], state[1])

    def main_action(self) -> None:
        self._begin()

    def _fill(self, shown: str, scrolled: int = 0) -> None:
        clear(self._place)
        QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(scrolled))  # once it is laid out
        try:
            self._day = self._review.day()
            today = TodayCard(self._day, self._review.cap)
            self._book = WrongBookCard(self._library, self._review, shown)
        except UserError as error:
            self._place.addWidget(EmptyState("error_circle", str(error)))
            return
        today.started.connect(self._begin)
        today.practice_wanted.connect(lambda: self.navigate.emit("practice", None))
        self._book.round_wanted.connect(self._open)
        self._book.put_back_wanted.connect(self._put_back)
        self._place.addWidget(today)
        self._place.addWidget(self._book)
        self._place.addStretch(1)

    def _begin(self) -> None:
        if self._day and self._day.question_ids:
            self._open("今日复习", list(self._day.question_ids))

    def _open(self, title: str, ids: list[str]) -> None:
        self.navigate.emit("review_round", {"title": title, "question_ids": ids})

    def _put_back(self, question_id: str) -> None:
        try:
            self._practice.put_back(question_id)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        assert self._book is not None
        self._fill(self._book.shown(), self._scroll.verticalScrollBar().value())
        self.setFocus()
        self.message.emit("green", "已放回错题本，明天起安排复习。")
