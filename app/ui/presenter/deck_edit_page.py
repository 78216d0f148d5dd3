"""备课: the pages of one deck, in order, each with its notes and its time."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.deck_plan import applied
from app.domain.errors import UserError
from app.domain.own_page import OwnPage
from app.domain.own_sheet import own_key
from app.domain.planned_page import PlannedPage
from app.services.deck_service import DeckService
from app.services.library_service import LibraryService
from app.ui.kit.announce import announce
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.parts.disclaimer import Disclaimer
from app.ui.presenter import deck_adding
from app.ui.presenter.deck_adding import DeckAdding
from app.ui.presenter.deck_edit_head import DeckEditHead
from app.ui.presenter.deck_editing import DeckEditing
from app.ui.presenter.deck_line import changes_words
from app.ui.presenter.deck_page_list import PICTURE, DeckPageList
from app.ui.presenter.deck_page_model import DeckPageModel
from app.ui.presenter.deck_page_side import DeckPageSide
from app.ui.presenter.deck_preview import DeckPreview
from app.ui.presenter.deck_printing import DeckPrinting
from app.ui.presenter.file_choice import FileChoice
from app.ui.presenter.plan_history import PlanHistory
from app.ui.presenter.sheet_painter import SheetPainter

LIST, SIDE, THREE_COLUMNS = 262, 330, 1080
NO_PAGE, NO_PAGE_HINT = "课件里还没有页面", "点左下角“加一页”，写文字、出题，或放图片和视频。"


class DeckEditPage(Page):
    facts = PageFacts(
        "deck_edit",
        "备课",
        "讲",
        "我的课件",
        (
            Shortcut("F5", "从头投影"),
            Shortcut("Shift+F5", "从这一页开始投影"),
            Shortcut("Alt+Up", "把这一页往前移（Alt+↓ 往后移）"),
            Shortcut("Space", "在页面列表里：投影时跳过，再按取消"),
            Shortcut("Ctrl+Return", "加一页"),
            Shortcut("Delete", "在页面列表里：删除自己的页面"),
            Shortcut("Ctrl+Z", "撤销（Ctrl+Y 重做）"),
            Shortcut("Ctrl+P", "打印讲稿或讲义"),
        ),
    )

    def __init__(
        self,
        decks: DeckService,
        library: LibraryService,
        printing: DeckPrinting,
        argument: object,
        files: FileChoice | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: the deck's id."""
        super().__init__(parent)
        self._decks, self._library, self._printing = decks, library, printing
        self._files, self.deck_id = files or FileChoice(), str(argument or "")
        self.editing: DeckEditing | None = None
        try:
            editing = DeckEditing(decks, self.deck_id)
        except UserError as error:
            empty = EmptyState("error_circle", str(error), "回到我的课件")
            empty.acted.connect(lambda: self.navigate.emit("presenter", None))
            self.setLayout(column(empty))
            return
        self.editing = editing
        self._build(editing)

    def shown(self) -> None:
        if self.editing is not None:
            self._show()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        if self.editing is not None:
            self.side.flush()
            self._model.stop()
            self._adding.close()

    def state(self) -> object:
        return (self._page_id, self.editing.history) if self.editing is not None else None

    def restore(self, state: object) -> None:
        if self.editing is not None and isinstance(state, tuple):
            page_id, history = state
            assert isinstance(history, PlanHistory)
            self.editing.history = history
            self._go_to(page_id)

    def on_width(self, logical: float) -> None:
        if self.editing is not None:
            three = logical >= THREE_COLUMNS
            set_across(self._middle, three)
            self.side.setMinimumWidth(px(SIDE) if three else 0)
            self.side.setMaximumWidth(px(SIDE) if three else 16_777_215)
            self.preview.view.setMinimumHeight(px(160 if three else 280))
            self.side.notes.setMinimumHeight(px(96 if three else 150))
            self.head.set_narrow(not three)

    def projection(self, from_here: bool) -> object:
        """What F5 projects; with ``from_here`` from the page that is shown."""
        if self.editing is None:
            return None
        self.side.flush()
        here = from_here and self._current is not None and not self._current.skipped
        return ("deck", self.deck_id, self._page_id if here else "")

    # slots

    def _show_row(self, _: int) -> None:
        assert self.editing is not None
        now = self._current
        if now is None:
            return
        shown = self.editing.shown
        number = next((place for place, one in enumerate(shown, 1) if one.page.id == now.page.id), 0)
        self.preview.show_page(now, number, len(shown))
        change = next((one for one in self.editing.changes.changed if one.id == now.page.id), None)
        self.side.show_page(now, change)

    def _move(self, row_: int, place: int) -> None:
        assert self.editing is not None
        editing, page = self.editing, self.editing.pages[row_].page
        if self._do(lambda: editing.move(row_, place)):
            announce(self, f"{page.name}，现在是第 {editing.row_of(page.id) + 1} 个")

    def _act(self, what: str) -> None:
        assert self.editing is not None
        editing, now = self.editing, self._current
        if now is None:
            return
        page_id = now.page.id
        actions: dict[str, Callable[[], object]] = {
            "restore": lambda: self._do(lambda: editing.restore(page_id)),
            "edit": lambda: self._edit_own(page_id),
            "delete": lambda: self._delete(),
            "new": lambda: self._do(lambda: editing.settle(page_id, True)),
            "keep": lambda: self._do(lambda: editing.settle(page_id, False)),
        }
        actions[what]()

    def _delete(self) -> None:
        """A page of one's own goes; one of the case can be skipped only."""
        assert self.editing is not None
        editing, now = self.editing, self._current
        if now is None:
            return
        if not now.own:
            self.message.emit("ink", "案例里的页面不能删除，可以勾选“投影时跳过”。")
        elif self._do(lambda: editing.remove_own(now.page.id)):
            self.message.emit("green", "已删除这一页，按 Ctrl+Z 可以找回。")

    def _skip_here(self) -> None:
        editing, now = self.editing, self._current
        if editing is not None and now is not None:
            self._do(lambda: editing.skip(now.page.id, not now.skipped))

    def _print(self) -> None:
        assert self.editing is not None
        self.side.flush()
        deck = applied(self.editing.plan, self.editing.built)
        self._printing.ask(self, deck, lambda text: self.message.emit("red", text))

    def _put_own(self, page: OwnPage) -> None:
        """From a dialog: a refusal is its affair."""
        assert self.editing is not None
        page_id = self.editing.add(page)
        self._show()
        self._go_to(page_id)

    # private

    @property
    def _current(self) -> PlannedPage | None:
        row_ = self.list.row
        return self.editing.pages[row_] if self.editing and 0 <= row_ < len(self.editing.pages) else None

    @property
    def _page_id(self) -> str:
        return self._current.page.id if self._current is not None else ""

    def _build(self, editing: DeckEditing) -> None:
        painter = SheetPainter(self._decks.files.path)
        self._model = DeckPageModel(painter, PICTURE * (px(100) / 100), self.devicePixelRatioF(), self)
        self.head, self.list = DeckEditHead(), DeckPageList(self._model)
        self.preview, self.side = DeckPreview(painter), DeckPageSide()
        put, say = self._put_own, self.message.emit
        self._adding = DeckAdding(self, self._decks, self._library, self.deck_id, put, say, self._files)
        self._add = button("加一页", "soft", "add", small=True)
        menu = QMenu(self._add)
        for what in deck_adding.KINDS:
            menu.addAction(what).triggered.connect(lambda _=False, one=what: self._adding.begin(one, self._page_id))
        self._add.setMenu(menu)
        self._order = button("恢复页序", "ghost", small=True, tip="按案例原来的顺序，不跳过任何一页")
        self._news = Banner("", "amber", "都看过了")
        self._nothing = EmptyState("slide_text", NO_PAGE, hint=NO_PAGE_HINT)
        left = boxed(column((self.list, 1), row(self._add, None, self._order, margins=(12, 6, 8, 10)), spacing=0))
        left.setFixedWidth(px(LIST))
        self._middle = row((self.preview, 1), self.side, spacing=0)
        self._work = boxed(column((self._middle, 1), row((Disclaimer(), 1), margins=(14, 0, 14, 6)), spacing=0))
        self._scroll = ScrollPage(self._work)  # where the window is low or narrow
        body = row(left, (self._scroll, 1), (self._nothing, 1), spacing=0)
        self._news_place = boxed(row((self._news, 1), margins=(14, 8, 14, 0)))
        self.setLayout(column(self.head, self._news_place, (body, 1), spacing=0))
        self._news_place.hide()
        self._connect(editing)
        self._show()

    def _connect(self, editing: DeckEditing) -> None:
        self.list.picked.connect(self._show_row)
        self.list.moved.connect(self._move)
        self.list.skip_wanted.connect(self._skip_here)
        self.list.delete_wanted.connect(self._delete)
        self.preview.step_wanted.connect(lambda step: self.list.go_to(self.list.row + step))
        self.side.noted.connect(lambda page, notes: self._do(lambda: editing.note(page, notes)))
        self.side.timed.connect(lambda page, seconds: self._do(lambda: editing.time(page, seconds)))
        self.side.skipped.connect(lambda page, on: self._do(lambda: editing.skip(page, on)))
        self.side.acted.connect(self._act)
        self._news.acted.connect(lambda: self._do(editing.accept_all))
        self._order.clicked.connect(lambda: self._do(editing.natural_order))
        self.head.back_wanted.connect(lambda: self.navigate.emit("presenter", None))
        self.head.undo_wanted.connect(lambda: self._do(editing.undo))
        self.head.print_wanted.connect(self._print)
        self.head.start_wanted.connect(lambda: self.navigate.emit("project", self.projection(False)))
        self.head.minutes_chosen.connect(lambda minutes: self._do(lambda: editing.plan_minutes(minutes)))
        keys: tuple[tuple[str, Callable[[], object]], ...] = (
            ("Ctrl+Z", lambda: self._do(editing.undo)),
            ("Ctrl+Y", lambda: self._do(editing.redo)),
            ("Ctrl+Return", self._add.showMenu),
            ("Ctrl+P", self._print),
        )
        bind_keys(self, dict(keys))

    def _edit_own(self, page_id: str) -> None:
        assert self.editing is not None
        if (own := self.editing.own(page_id)) is not None:
            self._adding.change(own)

    def _do(self, act: Callable[[], bool]) -> bool:
        """A change, then the list as it is now, on the page that was current."""
        try:
            changed = act()
        except UserError as error:
            self.message.emit("red", str(error))
            changed = False
        if changed:
            self._show()
        return changed

    def _go_to(self, page_id: str) -> None:
        assert self.editing is not None
        if page_id:
            self.list.go_to(self.editing.row_of(page_id))

    def _show(self) -> None:
        assert self.editing is not None
        editing, row_, here = self.editing, self.list.row, self._shown_id()
        self._model.set_pages(editing.pages, frozenset(one.id for one in editing.changes.changed))
        found = next((number for number, one in enumerate(editing.pages) if one.page.id == here), -1)
        if found < 0:
            found = next((n for n, one in enumerate(editing.pages) if own_key(one.page.id) == own_key(here)), row_)
        self.list.go_to(max(found, 0))
        self._show_row(self.list.row)
        skipped, plan = len(editing.pages) - len(editing.shown), editing.plan
        self.head.show_deck(editing.saved.title, len(editing.shown), skipped, editing.seconds, plan.minutes)
        self.head.show_history(editing.history.can_undo)
        self._order.setVisible(bool(editing.saved.case) and bool(plan.order or plan.skipped))
        self._scroll.setVisible(bool(editing.pages))
        self._nothing.setVisible(not editing.pages)
        words = changes_words(editing.changes)
        lost = "、".join(name for _, name in editing.changes.gone[:3])
        more = f"少了的：{lost}。" if lost else ""
        self._news.say(f"案例内容有更新：{words}，左边已标出。{more}自己改过的讲稿提示都还在。", "amber", "都看过了")
        self._news_place.setVisible(bool(words))

    def _shown_id(self) -> str:
        """The page that was current before the pages changed: the model still has the old ones."""
        index = self.list.currentIndex()
        page = index.data(Qt.ItemDataRole.UserRole) if index.isValid() else None
        return page.page.id if isinstance(page, PlannedPage) else ""
