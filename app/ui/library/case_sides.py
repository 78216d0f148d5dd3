"""What stands left and right of the text, and where it goes when there is no room."""

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.settings import Appearance
from app.services.library_service import LibraryService
from app.ui.kit.drawer import Drawer
from app.ui.kit.layouts import Item, boxed, column
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.library.case_notes import CaseNotes
from app.ui.library.case_outline import CaseOutline
from app.ui.library.case_sheet import GAP, MARGIN, SIDE, CaseSheet
from app.ui.library.case_toolbar import CaseToolbar
from app.ui.library.note_card import NoteCard
from app.ui.library.side_column import Beside
from app.ui.parts.clause_card import ClauseCard

OUTLINE = 228
OUTLINE_FROM, BESIDE_FROM, WORDS_FROM = 1112, 1004, 1020
"""Widths of the page (the window less the rail) from which the outline, the cards and the tools' words have room."""
FEWEST = 20
"""Characters in a line below which the cards give way to the text."""


class CaseSides(QObject):
    def __init__(
        self,
        library: LibraryService,
        sheet: CaseSheet,
        outline: CaseOutline,
        toolbar: CaseToolbar,
        notes: CaseNotes,
        open_article: Callable[[str], None],
    ) -> None:
        super().__init__(sheet)
        self._library, self._sheet, self._outline, self._toolbar = library, sheet, outline, toolbar
        self._notes, self._open_article = notes, open_article
        self._width, self._size = 0.0, Appearance().reading_size
        self._drawer: Drawer | None = None
        self._clauses: dict[tuple[str, str], Beside] = {}
        outline.setFixedWidth(px(OUTLINE))
        self.refold(Appearance())  # folded till the width is known: else the window could not get narrow

    def fold(self, logical: float, appearance: Appearance) -> None:
        """Show what has room at this width of the page."""
        self._width = logical
        self.refold(appearance)

    def refold(self, appearance: Appearance) -> None:
        """The same at the same width."""
        beside = self.beside_fits(appearance.reading_size)
        folded = self._outline_folded()
        self._size = appearance.reading_size
        if self._drawer is None:
            self._outline.setVisible(not folded)
        elif not folded:
            self.close_outline()
        self._sheet.set_beside(beside and appearance.clauses_beside)
        self._toolbar.set_folded(folded, None if beside else self._count())
        self._toolbar.set_clauses_on(beside and appearance.clauses_beside)
        self._toolbar.set_short(self._width < WORDS_FROM)

    def beside_fits(self, size: int = 0) -> bool:
        """Whether the cards have room beside the text."""
        size = size or self._size
        text = self._width - (0 if self._outline_folded() else OUTLINE) - 2 * MARGIN - SIDE - GAP
        return self._width >= BESIDE_FROM and text >= FEWEST * size

    def draw(self) -> None:
        """Make the cards for what is on the sheet now."""
        for pair in (pair for view in self._sheet.views() for pair in view.cited()):
            if pair not in self._clauses and (card := self._clause(pair[1])) is not None:
                self._clauses[pair] = Beside(card, self._sheet.beside_y(pair[0]))
        entries = list(self._clauses.values())
        entries += [Beside(card, self._sheet.beside_y(anchor)) for anchor, card in self._notes.cards()]
        self._sheet.side.set_cards(entries)
        self._sheet.settle_soon()
        if not self.beside_fits():
            self._toolbar.set_folded(self._outline_folded(), self._count())

    def open_cards(self) -> None:
        """All clauses and notes in a drawer at the right."""
        references = dict.fromkeys(reference for view in self._sheet.views() for _, reference in view.cited())
        notes = [card for _, card in self._notes.cards()]
        items: list[Item] = [*notes, *(card for name in references if (card := self._clause(name)) is not None)]
        if not items:
            items = [Paragraph("本页还没有条文和笔记。", 15, "text2")]
        content = ScrollPage(boxed(column(*items, None, margins=(18, 8, 18, 18), spacing=10)))
        drawer = Drawer(self._sheet, "条文与笔记", content, side="right", width=400)
        for item in items:
            if isinstance(item, ClauseCard):
                item.set_compact(False)
                item.opened.connect(lambda _: drawer.dismiss())
            elif isinstance(item, NoteCard):
                item.edit_requested.connect(drawer.dismiss)
                item.remove_requested.connect(drawer.dismiss)
        drawer.open()

    def open_outline(self) -> None:
        """The outline in a drawer, where it is folded away; else give it the focus."""
        if not self._outline_folded():
            self._outline.take_focus()
            return
        home = self._outline.parentWidget()
        assert home is not None
        drawer = Drawer(self._sheet, "目录", self._outline, width=OUTLINE)
        drawer.closed.connect(lambda: self._bring_home(drawer, home))
        self._drawer = drawer
        drawer.open()
        self._outline.take_focus()

    def close_outline(self) -> None:
        """Put the drawer away, if it is open."""
        if self._drawer is not None:
            self._drawer.dismiss()

    def _bring_home(self, drawer: Drawer, home: QWidget) -> None:
        self._drawer = None
        outline = drawer.take_content()
        layout = home.layout()
        outline.setParent(home)
        if layout is not None:
            layout.insertWidget(0, outline)  # type: ignore[attr-defined]
        outline.setVisible(not self._outline_folded())

    def _clause(self, reference: str) -> ClauseCard | None:
        found = self._library.article(reference)
        if found is None:
            return None
        card = ClauseCard(reference, found)
        card.opened.connect(self._open_article)
        return card

    def _count(self) -> int:
        return len({reference for view in self._sheet.views() for _, reference in view.cited()})

    def _outline_folded(self) -> bool:
        return self._width < OUTLINE_FROM
