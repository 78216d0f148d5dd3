"""The window: rail, top bar, one page, and what goes on between pages."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QVBoxLayout, QWidget

from app.domain.settings import SCALES, Appearance
from app.ui.kit.skeleton import Skeleton
from app.ui.kit.theme import apply_theme, current_theme, px
from app.ui.shell.appearance_theme import theme_for
from app.ui.shell.history import History, Visit
from app.ui.shell.places import PLACES, place_of
from app.ui.shell.rail import Rail
from app.ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from app.domain.events import ContentReady, SettingChanged
    from app.services.services import Services
    from app.ui.kit.page import Page
    from app.ui.shell.page_factory import PageFactory

# What a theme or size change cannot reach in widgets that exist: the page is built anew for it.
REBUILDING = ("theme", "scale", "reading_size", "face", "spacing", "key_hints")


class MainWindow(QMainWindow):
    """Shown empty first; `fill` brings the services."""

    painted = Signal()  # once, after the first paint

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._services: Services | None = None
        self._factory: PageFactory | None = None
        self._history = History()
        self._page: Page | None = None
        self._was_painted = False
        self._rail = Rail()
        self._bar = TopBar()
        self._slot = QVBoxLayout()
        self._notices = QVBoxLayout()
        self._skeleton: QWidget | None = Skeleton("page")
        self.setWindowTitle("镜鉴")
        self._lay_out()
        self._slot.addWidget(self._skeleton)
        self._rail.show_place("首页")
        self._bar.show_tabs(PLACES[0], "home")

    def fill(self, services: "Services", data_folder: Path) -> None:
        """Take the services into use and open the first page."""
        from app.domain.events import ContentReady, SettingChanged
        from app.ui.kit.focus_ring import FocusRing
        from app.ui.kit.toast import Toast
        from app.ui.shell.page_factory import PageFactory

        self._services = services
        self._factory = PageFactory(services, data_folder)
        self._ring, self._toast = FocusRing(self), Toast(self)
        self._connect_keys()
        services.bus.subscribe(SettingChanged, self._appearance_changed)
        services.bus.subscribe(ContentReady, self._content_ready)
        if services.trouble:
            self.notice("red", services.trouble)
        if services.library.ready:
            self.open_first_page()

    def open_first_page(self) -> None:
        services = self._services
        assert services is not None
        if services.profiles.first_run:
            self.go("welcome")
        else:
            self.go("home")

    def go(self, key: str, argument: object = None) -> None:
        """Open a page; the way back is kept."""
        self._keep_state()
        self._show(self._history.visit(key, argument))

    def back(self) -> None:
        self._keep_state()
        if visit := self._history.back():
            self._show(visit)

    @property
    def page(self) -> "Page | None":
        return self._page

    def notice(self, tone: str, text: str, closable: bool = False) -> None:
        """A strip above the page that stays."""
        from app.ui.kit.banner import Banner

        banner = Banner(text, tone, closable=closable)
        banner.put_away.connect(banner.deleteLater)
        self._notices.addWidget(banner)

    def say(self, tone: str, text: str) -> None:
        """A short message; what went wrong stays longer."""
        if self._services is None:
            self.notice(tone, text)
        else:
            self._toast.say(text, tone, seconds=10 if tone == "red" else 4)

    def rebuild(self) -> None:
        """Everything anew in the current theme and scale, at the same place."""
        self._keep_state()
        self._drop_page()
        for old in (self._rail, self._bar):
            old.deleteLater()
        self._rail, self._bar = Rail(), TopBar()
        notices = [self._notices.takeAt(0) for _ in range(self._notices.count())]
        slot_items = [self._slot.takeAt(0) for _ in range(self._slot.count())]
        self._slot, self._notices = QVBoxLayout(), QVBoxLayout()
        kept = [item.widget() for item in notices if item]
        del slot_items
        for widget in kept:
            if widget:
                widget.setParent(self)
        self._lay_out()
        for widget in kept:
            self._notices.addWidget(widget)
        if visit := self._history.current:
            self._show(visit)
        self._ring.raise_()

    # slots

    def _appearance_changed(self, event: "SettingChanged") -> None:
        assert self._services is not None
        old, new = self._appearance, self._services.settings.appearance
        self._appearance = new
        if any(getattr(old, name) != getattr(new, name) for name in REBUILDING):
            # Not within the click of the widget that asked for it: the rebuild deletes that widget.
            QTimer.singleShot(0, self.restyle)

    def restyle(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme_for(self._appearance, application))
        self.rebuild()

    def _content_ready(self, event: "ContentReady") -> None:
        if self._page is None:
            self.open_first_page()
        elif event.rebuilt and self._page.facts.key in ("home", "library", "regulations", "practice", "exams"):
            QTimer.singleShot(0, self.rebuild)

    def _open_place(self, rail: str) -> None:
        if place := place_of(rail):
            self.go(place.tabs[0][0])

    def _next_tab(self, step: int) -> None:
        place = place_of(self._page.facts.rail) if self._page else None
        if place and self._page:
            keys = [key for key, _ in place.tabs]
            here = keys.index(self._page.facts.key) if self._page.facts.key in keys else 0
            self.go(keys[(here + step) % len(keys)])

    def _toggle_theme(self) -> None:
        assert self._services is not None
        wanted = "light" if current_theme().dark else "dark"
        self._services.settings.change(replace(self._services.settings.appearance, theme=wanted))

    def _step_scale(self, step: int) -> None:
        assert self._services is not None
        sizes = SCALES[1:]
        nearest = min(range(len(sizes)), key=lambda place: abs(sizes[place] - current_theme().scale))
        wanted = sizes[min(max(nearest + step, 0), len(sizes) - 1)]
        self._services.settings.change(replace(self._services.settings.appearance, scale=wanted))

    def _show_keys(self) -> None:
        from app.ui.shell.shortcut_sheet import open_shortcut_sheet

        open_shortcut_sheet(self, self._page.facts if self._page else None)

    def _toggle_full_screen(self) -> None:
        if self.isFullScreen():
            self.showNormal()
        else:
            self.showFullScreen()

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._page:
            self._page.leave()
        super().closeEvent(event)

    # private

    def _lay_out(self) -> None:
        root = QWidget()
        root.setObjectName("root")
        whole = QHBoxLayout(root)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        right = QVBoxLayout()
        right.setSpacing(0)
        self._notices.setContentsMargins(px(20), px(4), px(20), 0)
        right.addWidget(self._bar)
        right.addLayout(self._notices)
        right.addLayout(self._slot, 1)
        whole.addWidget(self._rail)
        whole.addLayout(right, 1)
        self.setCentralWidget(root)
        self.setMinimumSize(px(1024) if current_theme().scale <= 1 else 960, 540)
        self._rail.chosen.connect(self._open_place)
        self._bar.tab_chosen.connect(self.go)
        self._bar.searched.connect(lambda query: self.go("search", query))
        self._bar.theme_toggled.connect(self._toggle_theme)
        self._bar.size_wanted.connect(lambda: self.go("settings", "appearance"))
        self._bar.help_wanted.connect(self._show_keys)
        self._fold()

    def _fold(self) -> None:
        narrow = self.width() / current_theme().scale < 1200
        self._rail.set_narrow(narrow)
        self._bar.set_narrow(narrow)

    def _connect_keys(self) -> None:
        keys: list[tuple[str, Callable[[], object]]] = [
            ("Ctrl+K", lambda: self._bar.focus_search()),
            ("Alt+Left", self.back),
            ("Ctrl+Tab", lambda: self._next_tab(1)),
            ("Ctrl+Shift+Tab", lambda: self._next_tab(-1)),
            ("F1", self._show_keys),
            ("F11", self._toggle_full_screen),
            ("Ctrl+Shift+=", lambda: self._step_scale(1)),
            ("Ctrl+Shift++", lambda: self._step_scale(1)),
            ("Ctrl+Shift+-", lambda: self._step_scale(-1)),
            ("Ctrl+Shift+_", lambda: self._step_scale(-1)),
        ]
        keys.extend((place.keys, lambda rail=place.rail: self._open_place(rail)) for place in PLACES)  # type: ignore[misc]
        for sequence, action in keys:
            shortcut = QShortcut(QKeySequence(sequence), self)
            shortcut.activated.connect(lambda act=action, name=sequence: self._by_key(name, act))

    def _by_key(self, sequence: str, action: Callable[[], object]) -> None:
        """A page that takes the whole window (an exam, the first start) is not left by a key."""
        whole_window = self._page is None or not self._page.facts.rail
        if not whole_window or sequence in ("F1", "F11") or "Shift" in sequence:
            action()

    def _keep_state(self) -> None:
        if self._page and (visit := self._history.current):
            self._page.leave()
            visit.state = self._page.state()

    def _drop_page(self) -> None:
        for old in (self._page, self._skeleton):
            if old is not None:
                self._slot.removeWidget(old)
                old.hide()
                old.deleteLater()
        self._page = self._skeleton = None

    def _show(self, visit: Visit) -> None:
        assert self._factory is not None
        self._drop_page()
        page = self._factory.build(visit.key, visit.argument)
        self._page = page
        page.message.connect(self.say)
        page.navigate.connect(self._go_from_page)
        for name, slot in (("finished", self._page_finished), ("person_changed", self._person_changed)):
            if signal := getattr(page, name, None):
                signal.connect(slot)
        whole_window = not page.facts.rail
        self._rail.setVisible(not whole_window)
        self._bar.setVisible(not whole_window)
        self._rail.show_place(page.facts.rail)
        self._bar.show_tabs(place_of(page.facts.rail), self._tab_key(page))
        self._bar.set_query(str(visit.argument or "") if visit.key == "search" else "")
        self._slot.addWidget(page)
        self.setWindowTitle("镜鉴" if visit.key == "home" else f"{page.facts.title} - 镜鉴")
        if visit.state is not None:
            page.restore(visit.state)
        page.show()
        if not page.isAncestorOf(QApplication.focusWidget() or self):
            page.setFocus()
        page.shown()

    def _tab_key(self, page: "Page") -> str:
        place = place_of(page.facts.rail)
        return next((key for key, text in place.tabs if text == page.facts.tab), "") if place else ""

    def _go_from_page(self, key: str, argument: object) -> None:
        # The page is deleted by this: let its own signal handler return first.
        QTimer.singleShot(0, lambda: self.go(key, argument))

    def _page_finished(self, *_: object) -> None:
        """The first start is over."""
        if self._page and self._page.facts.key == "welcome":
            self._history.forget("welcome")
            QTimer.singleShot(0, lambda: self.go("home"))

    def _person_changed(self) -> None:
        self.say("green", "已切换。重新打开镜鉴后使用新的个人记录。")
