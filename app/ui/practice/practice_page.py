"""Setting up a practice, and the lists worth going back to."""

from collections import Counter
from contextlib import suppress

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.practice import PracticeSource, SourceKind
from app.domain.question import QuestionKind
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, centred, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.practice.book_card import BookCard
from app.ui.practice.kind_chips import KindChips
from app.ui.practice.source_chooser import SourceChooser
from app.ui.practice.unfinished_round import UnfinishedRound

NUMBERS = ("5", "10", "20")
_AT_ONCE = 20
_SIDE_BY_SIDE = 900
_NOTHING = {
    SourceKind.WRONG: "错题本是空的。答错的题会自动收进来，连续答对 3 次后移出。",
    SourceKind.STARRED: "还没有收藏的题。练习时按 Ctrl+D 可以收藏。",
}


class PracticePage(Page):
    facts = PageFacts("practice", "练习", "考", "练习", (Shortcut("Enter", "开始练习"),))

    def __init__(
        self,
        library: LibraryService,
        practice: PracticeService,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._practice = library, practice
        self._ready = library.ready
        if not self._ready:
            self.setLayout(column(EmptyState("quiz", "题目还没有准备好，请稍候。")))
            return
        self._sources, self._kinds = SourceChooser(library), KindChips()
        self._number = SegmentControl([(number, f"{number} 题") for number in NUMBERS], "10", "题数")
        self._count = Paragraph("", 16)
        self._start = button("开始练习", "primary", "play", big=True, filled=True)
        self._books = boxed(column(spacing=14))
        self._columns = row((self._set_up(), 5), (self._books, 3), margins=(28, 20, 28, 24), spacing=18)
        self._columns.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._above = self._unfinished()
        self._scroll = ScrollPage(
            boxed(column(centred(column(self._above, boxed(self._columns), spacing=0), 1320), None))
        )
        self.setLayout(column(self._scroll, spacing=0))
        self._sources.changed.connect(self._show_count)
        self._kinds.changed.connect(self._show_count)
        self._number.changed.connect(self._show_count)
        self._start.clicked.connect(self._begin)
        if isinstance(argument, PracticeSource):
            self._sources.set_source(argument)
        self._fill_books()
        self._show_count()

    def state(self) -> object:
        if not self._ready:
            return None
        return (
            self._sources.source(),
            self._kinds.chosen(),
            self._number.chosen(),
            self._scroll.verticalScrollBar().value(),
        )

    def restore(self, state: object) -> None:
        if self._ready and isinstance(state, tuple):
            source, kinds, number, place = state
            self._sources.set_source(source)
            self._kinds.set_chosen(kinds)
            self._number.set_chosen(number)
            self._show_count()
            self._scroll.scroll_to(place)

    def on_width(self, logical: float) -> None:
        if self._ready:
            set_across(self._columns, logical >= _SIDE_BY_SIDE)

    def main_action(self) -> None:
        if self._ready and self._start.isEnabled():
            self._begin()

    def _begin(self) -> None:
        try:
            source, number = self._sources.source(), int(self._number.chosen())
            picked = self._practice.pick(source, self._kinds.chosen(), number)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._open(self._sources.words(), [question.id for question in picked])

    def _unfinished(self) -> QWidget:
        """The round to be gone on with; nothing where there is none."""
        with suppress(UserError):  # whoever saves next says it
            self._practice.rounds.settle()
        kept = self._practice.rounds.kept()
        if kept is None:
            return boxed(column())
        card = UnfinishedRound(kept)
        card.wanted.connect(lambda: self.navigate.emit("practice_round", kept))
        return boxed(column(card, margins=(28, 20, 28, 0)))

    def _open(self, title: str, ids: list[str]) -> None:
        if ids:
            self.navigate.emit("practice_round", {"title": title, "question_ids": ids})

    def _show_count(self) -> None:
        source = self._sources.source()
        every = self._practice.available(source)
        known = {summary.id: summary.asked_as for summary in self._library.question_summaries()}
        self._kinds.set_counts(Counter(known[name] for name in every))
        wanted: frozenset[QuestionKind] = self._kinds.chosen()
        there = sum(not wanted or known[name] in wanted for name in every)
        number = min(there, int(self._number.chosen()))
        self._start.setEnabled(there > 0)
        if there:
            minutes = max(1, round(number / 2))
            whole = QuestionKind.CASE_STUDY in wanted and there > number
            figure = f"最多做 {number} 题（案例分析整组做）" if whole else f"做 {number} 题"
            self._count.set_text(f"可练 {there} 题，本次{figure}，约 {minutes} 分钟。")
        elif every:
            self._count.set_text("这个来源没有所选题型的题，请换一种题型。")
        else:
            self._count.set_text(_NOTHING.get(source.kind, "这里还没有题目，请换一个来源。"))

    def _set_up(self) -> QWidget:
        return Card(
            column(
                Label("练什么", 20, bold=True, serif=True),
                _step("题目来源", self._sources),
                _step("题型", self._kinds),
                _step("题数", boxed(row(self._number, None))),
                4,
                self._count,
                row(self._start, None),
                margins=(24, 20, 24, 24),
                spacing=16,
            )
        )

    def _fill_books(self) -> None:
        known = {summary.id for summary in self._library.question_summaries()}
        lists = (
            (
                "错题本",
                "dismiss_circle",
                "答错的题都在“复习”里的错题本中，按条文、案例、专题分组；连续答对 3 次后移出。",
                "还没有错题。答错的题会自动收进来。",
                "去错题本",
                [state.question_id for state in self._practice.wrong_book()],
            ),
            (
                "有把握但答错",
                "warning",
                "以为会、其实没全对的题，最值得先看；再答对才移出。",
                "没有这样的题。答题时选上把握程度，这里会帮你找出来。",
                "再做一遍",
                self._practice.sure_but_wrong(),
            ),
            (
                "猜对的",
                "question_circle",
                "猜中不算掌握，再确认一遍。",
                "没有靠猜答对的题。",
                "再做一遍",
                self._practice.lucky_guesses(),
            ),
        )
        box = self._books.layout()
        assert isinstance(box, QBoxLayout)
        for title, icon, what, empty, action, ids in lists:
            there = [name for name in ids if name in known]
            many = title != "错题本" and len(there) > _AT_ONCE
            card = BookCard(title, icon, what, empty, f"{action}（每次 {_AT_ONCE} 题）" if many else action, len(there))
            if title == "错题本":  # there is one only, with the review
                card.wanted.connect(lambda: self.navigate.emit("review", None))
            else:
                card.wanted.connect(lambda title=title, ids=there: self._open(title, ids[:_AT_ONCE]))
            box.addWidget(card)
        box.addStretch(1)


def _step(caption: str, choice: QWidget) -> QWidget:
    return boxed(column(Label(caption, 15, "text2", bold=True), choice, spacing=8))
