"""错题本: in groups by article, case or topic, and what has left it, with the way back."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.practice import RIGHT_TO_LEAVE
from app.domain.review_groups import BookEntry, GroupBy, grouped
from app.services.library_service import LibraryService
from app.services.review_service import ReviewService
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.rule import Rule
from app.ui.kit.segment_control import SegmentControl
from app.ui.review.book_row import BookRow
from app.ui.review.review_words import date_words, group_title, short_list

LEFT = "left"
FIRST = 12
"""Rows that are shown at once; the rest comes when asked for."""
MOST_AT_ONCE = 30
EMPTY = "错题本是空的。答错的题会自动收进来。"
NOTHING_LEFT = "还没有移出的题。"


class WrongBookCard(Card):
    round_wanted = Signal(str, list)
    """Title and question ids."""
    put_back_wanted = Signal(str)

    def __init__(
        self,
        library: LibraryService,
        review: ReviewService,
        shown: str = GroupBy.ARTICLE.value,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._library, self._review = library, review
        self._entries: list[BookEntry] = review.book()
        self._left = review.left()
        choices = [(by.value, by.value) for by in GroupBy] + [(LEFT, f"已移出 {len(self._left)}")]
        self._choice = SegmentControl(choices, shown, "错题本分组")
        self._rows: QVBoxLayout = column(spacing=0)
        every = button("全部复习", "default", name="全部复习：错题本")
        every.setVisible(bool(self._entries))
        head = row(
            Label("错题本", 20, bold=True, serif=True),
            Label(f"{len(self._entries)} 题", 16, "text2", bold=True),
            None,
            every,
            spacing=10,
        )
        rule = f"答错的题都在这里；练习和复习中连续答对 {RIGHT_TO_LEAVE} 次后移出，移出后仍可放回。"
        self.setLayout(
            column(
                head,
                Paragraph(rule, 15, "text2"),
                row(self._choice, None),
                boxed(self._rows),
                margins=(26, 18, 26, 16),
                spacing=10,
            )
        )
        self._choice.changed.connect(lambda _: self._fill())
        every.clicked.connect(lambda: self._begin("错题本", [entry.question_id for entry in self._entries]))
        self._fill()

    def shown(self) -> str:
        """Which of the four lists is shown."""
        return self._choice.chosen()

    def _fill(self, whole: bool = False) -> None:
        clear(self._rows)
        rows = list(self._left_rows() if self.shown() == LEFT else self._groups(GroupBy(self.shown())))
        for place, one in enumerate(rows if whole else rows[:FIRST]):
            if place:
                self._rows.addWidget(Rule())
            self._rows.addWidget(self._row(*one))
        if not rows:
            self._rows.addWidget(Paragraph(NOTHING_LEFT if self.shown() == LEFT else EMPTY, 16, "text2"))
        elif len(rows) > FIRST and not whole:
            more = button(f"显示全部 {len(rows)} 项", "link")
            more.clicked.connect(lambda: self._fill(whole=True))
            self._rows.addWidget(boxed(row(more, None, margins=(0, 6, 0, 0))))

    def _groups(self, by: GroupBy) -> Iterable[tuple[str, str, list[str], bool]]:
        for group in grouped(self._entries, by):
            ids = list(group.question_ids)
            yield group_title(by, group.key, self._library), short_list(ids, MOST_AT_ONCE), ids, False

    def _left_rows(self) -> Iterable[tuple[str, str, list[str], bool]]:
        today = self._review.today()
        for name, stem, day in self._left:
            yield stem, f"{date_words(day, today)}移出" if day else "已移出", [name], True

    def _row(self, title: str, beside: str, ids: list[str], left: bool) -> QWidget:
        made = BookRow(title, beside, "放回错题本" if left else "复习这一组", lines=2 if left else 1)
        if left:
            made.acted.connect(lambda: self.put_back_wanted.emit(ids[0]))
        else:
            made.acted.connect(lambda: self._begin(title, ids))
        return made

    def _begin(self, title: str, ids: list[str]) -> None:
        self.round_wanted.emit(title, ids[:MOST_AT_ONCE])
