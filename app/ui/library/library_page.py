"""案例库: covers to choose from, filters with counts."""

from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from app.domain.annotation import AnnotationKind
from app.domain.case import CaseSummary
from app.domain.errors import UserError
from app.services.annotation_service import AnnotationService
from app.services.library_service import LibraryService
from app.services.study_service import StudyService
from app.ui.kit.announce import announce
from app.ui.kit.button import button
from app.ui.kit.card_grid import CardGrid
from app.ui.kit.chip import Chip
from app.ui.kit.drawer import Drawer
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.flow_layout import FlowLayout
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.rule import Rule
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.library.case_filter import SHORT_MINUTES, SORTS, CaseFilter, Shelf, word_of
from app.ui.library.filter_panel import FilterPanel
from app.ui.parts.case_card import CaseCard
from app.ui.parts.disclaimer import Disclaimer

QUICK = {"short": f"{SHORT_MINUTES} 分钟内", "marked": "我的收藏"}
PANEL, PANEL_FROM = 228, 1100


@dataclass(frozen=True)
class LibraryState:
    wanted: CaseFilter
    order: str
    scrolled: int
    focused: int


class LibraryPage(Page):
    """``argument`` presets filters: {"domain": …, "state": …, "root": [...], "quick": "short"}."""

    facts: ClassVar[PageFacts] = PageFacts(
        "library",
        "案例库",
        "学",
        "案例库",
        (
            Shortcut("Enter", "打开案例（方向键在案例间移动）"),
            Shortcut("F", "筛选（也可按 Ctrl+F）"),
            Shortcut("Ctrl+D", "收藏选中的案例"),
        ),
    )

    def __init__(
        self,
        library: LibraryService,
        study: StudyService,
        annotations: AnnotationService,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._study, self._annotations = library, study, annotations
        self._wanted, self._order, self._focused, self._scrolled = CaseFilter.preset(argument), "suggested", 0, 0
        self._shelf = self._read()
        self.panel = FilterPanel()
        self.panel.setFixedWidth(px(PANEL))
        self._between = Rule(vertical=True)
        self._drawer: Drawer | None = None
        self._count = Label("", 15, "text2")
        self._filters = button("筛选", "default", "filter")
        self._sort = QComboBox()
        for key, word in SORTS.items():
            self._sort.addItem(word, key)
        self._sort.setAccessibleName("排序")
        self._chips = QWidget()
        self._flow = FlowLayout(spacing=8)
        self._chips.setLayout(self._flow)
        self.grid = CardGrid(narrowest=304)
        self._empty = EmptyState(
            "search", "没有符合条件的案例。", "清空筛选", "下面是最接近的几个案例。", kind="default"
        )
        self.area = ScrollPage(self._content())
        foot = column(Rule(), row((Disclaimer(), 1), margins=(24, 6, 24, 6)), spacing=0)
        self._row = row(self.panel, self._between, (column((self.area, 1), foot, spacing=0), 1), spacing=0)
        self.setLayout(self._row)
        self._connect()
        self.on_width(0)
        self._draw()

    def shown(self) -> None:
        self.area.scroll_to(self._scrolled)
        if self.grid.cards():
            self.grid.focus_card(self._focused)

    def state(self) -> object:
        focused = next((place for place, card in enumerate(self.grid.cards()) if card.hasFocus()), 0)
        return LibraryState(self._wanted, self._order, self.area.verticalScrollBar().value(), focused)

    def restore(self, state: object) -> None:
        if isinstance(state, LibraryState):
            self._wanted, self._order = state.wanted, state.order
            self._scrolled, self._focused = state.scrolled, state.focused
            self._sort.setCurrentIndex(list(SORTS).index(state.order))
            self._draw()

    def on_width(self, logical: float) -> None:
        folded = logical < PANEL_FROM
        self._filters.setVisible(folded)
        self._between.setVisible(not folded)
        if self._drawer is None:
            self.panel.setVisible(not folded)
        elif not folded:
            self._drawer.dismiss()

    def wanted(self) -> CaseFilter:
        """The filter that is shown."""
        return self._wanted

    def shown_cases(self) -> list[str]:
        """Ids of the cards on screen, in order."""
        return [card.case_id() for card in self.grid.cards() if isinstance(card, CaseCard)]

    def open_filters(self) -> None:
        """The filters: in a drawer where they are folded away, else the focus goes to them."""
        if self.panel.isVisibleTo(self):
            next(iter(self.panel.boxes().values())).setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        if self._drawer is None:
            self._drawer = Drawer(self, "筛选案例", self.panel, width=PANEL)
            self._drawer.closed.connect(self._bring_home)
            self._drawer.open()

    def toggle_bookmark(self) -> None:
        """Bookmark the card that has the focus, or take it away."""
        card = next((card for card in self.grid.cards() if card.hasFocus()), None)
        if not isinstance(card, CaseCard):
            self.message.emit("amber", "先用方向键选中一个案例，再按 Ctrl+D 收藏。")
            return
        try:
            on = self._annotations.toggle_bookmark(card.case_id())
        except UserError as error:
            self.message.emit("red", str(error))
            return
        card.set_bookmarked(on)
        self._shelf = self._read()
        self.message.emit("green", "已收藏。" if on else "已取消收藏。")

    def _content(self) -> QWidget:
        head = row(
            Label("案例库", 24, bold=True, serif=True),
            self._count,
            None,
            self._filters,
            Label("排序", 15, "text2"),
            self._sort,
            spacing=10,
        )
        lines = column(head, self._chips, self._empty, self.grid, None, margins=(24, 12, 24, 12), spacing=12)
        return boxed(lines)

    def _connect(self) -> None:
        self.panel.toggled.connect(lambda kind, value: self._filter(self._wanted.toggled(kind, value)))
        self.panel.cleared.connect(self._clear)
        self._empty.acted.connect(self._clear)
        self._filters.clicked.connect(self.open_filters)
        self._sort.currentIndexChanged.connect(self._reorder)
        bind_keys(self, {"F": self.open_filters, "Ctrl+F": self.open_filters, "Ctrl+D": self.toggle_bookmark})

    def _read(self) -> Shelf:
        try:
            cases = tuple(self._library.cases())
        except UserError as error:
            self.message.emit("red", str(error))
            cases = ()
        marked = {note.object_id for note in self._annotations.all() if note.kind is AnnotationKind.BOOKMARK}
        return Shelf(cases, self._study.all_progress(), frozenset(marked))

    def _filter(self, wanted: CaseFilter) -> None:
        self._wanted = wanted
        self._draw()
        announce(self, self._count.text())

    def _clear(self) -> None:
        self._filter(CaseFilter())

    def _reorder(self) -> None:
        self._order = str(self._sort.currentData())
        self._draw()

    def _draw(self) -> None:
        found = self._shelf.passing(self._wanted)
        whole = len(self._shelf.cases)
        self._count.setText(f"{whole} 篇" if self._wanted.empty else f"{whole} 篇 · 当前 {len(found)} 篇")
        self._empty.setVisible(not found)
        cards = self._shelf.sorted(found, self._order) or self._shelf.nearest(self._wanted)
        self.grid.set_cards([self._card(case) for case in cards])
        self.panel.show_filter(self._shelf, self._wanted)
        self._filters.set_label(f"筛选 {self._wanted.count}" if self._wanted.count else "筛选")
        self._draw_chips()

    def _card(self, case: CaseSummary) -> CaseCard:
        card = CaseCard(case, self._shelf.of(case), case.id in self._shelf.bookmarked)
        card.opened.connect(lambda case_id: self.navigate.emit("case", case_id))
        return card

    def _draw_chips(self) -> None:
        while item := self._flow.takeAt(0):
            if widget := item.widget():
                widget.hide()
                widget.deleteLater()
        for kind, values in self._wanted.chosen.items():
            for value in sorted(values):
                chip = Chip(word_of(kind, value), checked=True, removable=True)
                chip.clicked.connect(lambda _=False, k=kind, v=value: self._filter(self._wanted.toggled(k, v)))
                self._flow.addWidget(chip)
        for name, word in QUICK.items():
            chip = Chip(word, checked=name in self._wanted.quick)
            chip.clicked.connect(lambda _=False, n=name: self._filter(self._wanted.toggled_quick(n)))
            self._flow.addWidget(chip)
        self._flow.invalidate()
        self._chips.updateGeometry()

    def _bring_home(self) -> None:
        assert self._drawer is not None
        panel, self._drawer = self._drawer.take_content(), None
        self._row.insertWidget(0, panel)
        panel.setVisible(not self._filters.isVisibleTo(self))
