"""我的课件: the decks that a leader keeps, and the session that was left open."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.saved_deck import SavedDeck
from app.services.deck_service import DeckService
from app.services.library_service import LibraryService
from app.services.meeting_service import MeetingService
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import row
from app.ui.kit.page import PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.tokens import px
from app.ui.parts.ask_text import AskText
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.disclaimer import Disclaimer
from app.ui.parts.list_page import ListPage
from app.ui.presenter import deck_line as does
from app.ui.presenter.deck_line import DeckLine
from app.ui.presenter.deck_printing import DeckPrinting
from app.ui.presenter.pick_dialog import PickDialog
from app.ui.presenter.pick_sources import cases
from app.ui.presenter.unfinished_session import UnfinishedSession

WIDEST = 1160
NONE_YET = "还没有自己的课件"
NONE_HINT = "任何案例都能直接投影：打开案例，按 F5。想调整页序、改讲稿提示、加自己的页面，就从案例新建一份课件。"
ABOUT = "课件跟着案例内容走：案例更新后，改了哪些页会标出来，自己写的讲稿提示一直保留。"


class PresenterPage(ListPage):
    facts = PageFacts(
        "presenter",
        "我的课件",
        "讲",
        "我的课件",
        (Shortcut("F5", "投影选中的课件"), Shortcut("Enter", "从案例新建课件"), Shortcut("Ctrl+N", "从案例新建课件")),
    )

    def __init__(
        self,
        decks: DeckService,
        meetings: MeetingService,
        library: LibraryService,
        printing: DeckPrinting,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(WIDEST, parent)
        self._decks, self._meetings, self._library, self._printing = decks, meetings, library, printing
        self._lines: list[DeckLine] = []
        self._here = ""
        self._counting = QTimer(self, interval=0)
        self._counting.timeout.connect(self._count_one)
        self._uncounted: list[DeckLine] = []
        self._fill()

    def leave(self) -> None:
        self._counting.stop()

    def state(self) -> object:
        return super().state(), self._here

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            place, self._here = state
            super().restore(place)

    def main_action(self) -> None:
        self._pick_case()

    def projection(self, from_here: bool) -> object:
        """What F5 projects: the deck whose button was used last, else the first."""
        lines = [line for line in self._lines if not line.deck.retired]
        line = next((one for one in lines if one.deck.id == self._here), lines[0] if lines else None)
        return ("deck", line.deck.id) if line else None

    def lines(self) -> list[DeckLine]:
        return list(self._lines)

    # slots

    def _pick_case(self) -> None:
        PickDialog(
            self,
            "从哪个案例新建课件？",
            "案例名、业务或首字母，如 低保、dbls",
            lambda words: cases(self._library, words),
            lambda case_id: self._begin(lambda: self._decks.make(case_id)),
            action="新建课件",
        ).open()

    def _begin(self, make: Callable[[], SavedDeck]) -> None:
        try:
            deck = make()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("deck_edit", deck.id)

    def _act(self, deck: SavedDeck, what: str) -> None:
        self._here = deck.id
        actions: dict[str, Callable[[], None]] = {
            does.START: lambda: self.navigate.emit("project", ("deck", deck.id)),
            does.EDIT: lambda: self.navigate.emit("deck_edit", deck.id),
            does.PRINT: lambda: self._print(deck),
            does.COPY: lambda: self._do(lambda: self._decks.copy(deck.id), f"已复制《{deck.title}》。"),
            does.RENAME: lambda: self._rename(deck),
            does.RETIRE: lambda: self._retire(deck),
            does.RESTORE: lambda: self._do(lambda: self._decks.restore(deck.id), f"《{deck.title}》已恢复使用。"),
        }
        actions[what]()

    def _count_one(self) -> None:
        """One deck at a time while nothing else happens: its pages are laid out from the content."""
        if not self._uncounted:
            self._counting.stop()
            return
        line = self._uncounted.pop(0)
        try:
            deck = self._decks.deck(line.deck.id)
            line.show_facts(len(deck.pages), deck.seconds, self._decks.changes(line.deck.id))
        except UserError as error:
            self.message.emit("red", str(error))

    # private

    def _rename(self, deck: SavedDeck) -> None:
        def rename(title: str) -> None:
            self._decks.rename(deck.id, title)
            self._refill()

        AskText(self, "课件改名", "", "课件名称", "改名", rename, deck.title, most=60).open()

    def _retire(self, deck: SavedDeck) -> None:
        def retire(reason: str) -> None:
            self._decks.retire(deck.id, reason)
            self._refill()
            self.message.emit("green", f"《{deck.title}》已停用，下面可以恢复。")

        about = "停用后不再列在上面，什么都不会删除，以后可以恢复使用。"
        AskText(self, f"停用《{deck.title}》？", about, "停用的原因", "停用", retire, hint="原因（可不填）").open()

    def _print(self, deck: SavedDeck) -> None:
        try:
            ready = self._decks.deck(deck.id)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._printing.ask(self, ready, lambda text: self.message.emit("red", text))

    def _fill(self) -> None:
        self._lines, self._uncounted = [], []
        try:
            decks, live = self._decks.all(), self._meetings.unfinished()
        except UserError as error:
            self._place.addWidget(EmptyState("error_circle", str(error)))
            return
        new, empty = button("从案例新建", "primary", "add"), button("新建空白课件", "default")
        new.clicked.connect(self._pick_case)
        empty.clicked.connect(lambda: self._begin(self._decks.make))
        self._place.addLayout(row(Label("我的课件", 20, bold=True, serif=True), None, empty, new))
        if live is not None:
            card = UnfinishedSession(live)
            card.resume_wanted.connect(lambda: self.navigate.emit("project", ("resume",)))
            card.record_wanted.connect(lambda: self.navigate.emit("meeting_room", live.meeting.id))
            self._place.addWidget(card)
        used = [deck for deck in decks if not deck.retired]
        if used:
            self._place.addWidget(Paragraph(ABOUT, 15, "text2", line=1.5))
        else:
            nothing = EmptyState("slide_text", NONE_YET, "去案例库", NONE_HINT, "default")
            nothing.acted.connect(lambda: self.navigate.emit("library", None))
            self._place.addWidget(nothing)
        self._add(used)
        if retired := [deck for deck in decks if deck.retired]:
            self._place.addSpacing(px(8))
            self._place.addWidget(Label("已停用的课件", 18, bold=True, serif=True))
            self._add(retired)
        self._place.addStretch(1)
        self._place.addWidget(Disclaimer())
        self._place.addWidget(ConfidentialityBanner())
        self._counting.start()

    def _add(self, decks: list[SavedDeck]) -> None:
        titles = {case.id: case.title for case in self._library.cases()} if self._library.ready else {}
        for deck in decks:
            line = DeckLine(deck, titles.get(deck.case, ""))
            line.wanted.connect(lambda what, one=deck: self._act(one, what))
            line.entered.connect(lambda one=deck: setattr(self, "_here", one.id))
            self._lines.append(line)
            if not deck.retired:
                self._uncounted.append(line)
            self._place.addWidget(line)
