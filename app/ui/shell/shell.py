"""What goes on between pages: which one stands in the frame, and what concerns all of them."""

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.settings import Appearance, next_scale
from app.ui.kit.theme import apply_theme, current_theme
from app.ui.shell.appearance_theme import theme_for
from app.ui.shell.frame import Frame
from app.ui.shell.history import History, Visit
from app.ui.shell.places import place_of

if TYPE_CHECKING:
    from app.domain.events import ContentReady, SettingChanged
    from app.services.services import Services
    from app.ui.kit.focus_ring import FocusRing
    from app.ui.kit.page import Page
    from app.ui.kit.toast import Toast
    from app.ui.shell.due_badge import DueBadge
    from app.ui.shell.page_factory import PageFactory
    from app.ui.shell.projection_desk import ProjectionDesk

# What a theme or size change cannot reach in widgets that exist: the page is built anew for it.
REBUILDING = ("theme", "scale", "reading_size", "face", "spacing", "key_hints")
# Pages that are built anew when the content has changed.
SHOWING_CONTENT = ("home", "library", "case", "regulations", "practice", "review", "exams", "paper_editor", "presenter")
# Pages that show what a session leaves behind: built anew when one has ended.
SHOWING_SESSIONS = ("home", "presenter", "meetings", "meeting_edit", "meeting_room", "deck_edit")
BREATH_MS = 20


class Shell(Frame):
    """Shown with the first page in it, or grey blocks until there is one; `fill` brings the services."""

    painted = Signal()  # once, after its first paint
    reopen_wanted = Signal()  # another person's records, or fresh ones in place of damaged ones

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._services: Services | None = None
        self._factory: PageFactory | None = None
        self._history = History()
        self._page: Page | None = None
        self._ring: FocusRing | None = None
        self._toast: Toast | None = None
        self._due: DueBadge | None = None
        self._projection: ProjectionDesk | None = None
        self._was_painted = False
        self.place_chosen.connect(self.open_place)
        self.tab_chosen.connect(self.go)
        self.searched.connect(lambda query: self.go("search", query))
        self.theme_toggled.connect(self._toggle_theme)
        self.size_wanted.connect(lambda: self.go("settings", "外观与字号"))
        self.help_wanted.connect(self.show_help)
        self.step_wanted.connect(self._go_from_page)

    def fill(self, services: "Services", data_folder: Path) -> None:
        """Take the services into use and open the first page, if there is content to show."""
        from app.domain.events import ContentReady, SettingChanged
        from app.ui.shell.page_factory import PageFactory

        self._services = services
        self._factory = PageFactory(services, data_folder)
        services.bus.subscribe(SettingChanged, self._appearance_changed)
        services.bus.subscribe(ContentReady, self._content_ready)
        if services.trouble:
            self._show_trouble(services)
        if services.library.ready:
            self.open_first_page()
        else:
            from app.ui.kit.skeleton import Skeleton

            self.put(Skeleton("page"))

    def settle(self) -> None:
        """What the first sight of the page does not need: keys and the focus ring."""
        from app.ui.kit.focus_ring import FocusRing
        from app.ui.shell.shell_keys import ShellKeys

        self._ring = FocusRing(self.window())
        self._keys = ShellKeys(self)

    def open_first_page(self) -> None:
        assert self._services is not None
        self.go("welcome" if self._services.profiles.first_run else "home")

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

        self.add_notice(Banner(text, tone, closable=closable))

    def say(self, tone: str, text: str) -> None:
        """A short message; what went wrong stays longer."""
        if self._services is None:
            self.notice(tone, text)
        else:
            if self._toast is None:
                from app.ui.kit.toast import Toast

                self._toast = Toast(self.window())
            self._toast.say(text, tone, seconds=10 if tone == "red" else 4)

    @property
    def fills_window(self) -> bool:
        """Whether the page takes the whole window (an exam, the first start), or there is none yet."""
        return self._page is None or not self._page.facts.rail

    def dissolve(self) -> None:
        """Go, with what lies over the window."""
        self.leave()
        for part in (self._ring, self._toast, self):
            if part is not None:
                part.hide()
                part.deleteLater()

    def leave(self) -> None:
        """The window closes."""
        if self._due:
            self._due.stop()
        if self._page:
            self._page.leave()

    def rebuild(self) -> None:
        """Everything anew in the current theme and scale, at the same place."""
        self._keep_state()
        self._drop_page()
        self.renew()
        if visit := self._history.current:
            self._show(visit)
        if self._ring:
            self._ring.raise_()

    def restyle(self) -> None:
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        apply_theme(application, theme_for(self._appearance, application))
        self.rebuild()

    def open_place(self, rail: str) -> None:
        if place := place_of(rail):
            self.go(place.tabs[0][0])

    def next_tab(self, step: int) -> None:
        place = place_of(self._page.facts.rail) if self._page else None
        if place and self._page:
            keys = [key for key, _ in place.tabs]
            here = keys.index(self._page.facts.key) if self._page.facts.key in keys else 0
            self.go(keys[(here + step) % len(keys)])

    def focus_search(self) -> None:
        """The field of the bar, or the page's own where it has one."""
        own = getattr(self._page, "focus_search", None)
        (own or self.bar.focus_search)()

    def step_scale(self, step: int) -> None:
        assert self._services is not None
        wanted = next_scale(current_theme().scale, step)
        self._services.settings.change(replace(self._services.settings.appearance, scale=wanted))

    def project_page(self, from_here: bool) -> None:
        """F5 and Shift+F5: what the page would project, whole or from where one is."""
        offered = getattr(self._page, "projection", None)
        self.project(offered(from_here) if offered else None)

    def project(self, wanted: object) -> None:
        """A session in one step; see `ProjectionDesk`."""
        if self._projection is None:
            from app.ui.shell.projection_desk import ProjectionDesk

            assert self._services is not None
            self._projection = ProjectionDesk(self, self._services)
            self._projection.said.connect(self.say)
            self._projection.ended.connect(self._session_ended)
            self._projection.record_wanted.connect(lambda meeting: self._go_from_page("meeting_room", meeting))
        if not self._projection.is_on:
            self._projection.project(wanted)

    def show_help(self) -> None:
        """F1: the guide at the chapter of this page; its keys where the page may not be left, or is the guide."""
        if self.fills_window or self._page is None or self._page.facts.key == "guide":
            self.show_keys()
        else:
            self.go("guide", self._page.facts)

    def show_keys(self) -> None:
        """The keys of this page; from the guide, those of the page that one came from."""
        from app.ui.shell.shortcut_sheet import open_shortcut_sheet

        facts = self._page.facts if self._page else None
        open_shortcut_sheet(self.window(), getattr(self._page, "origin", None) or facts)

    # slots

    def _appearance_changed(self, event: "SettingChanged") -> None:
        assert self._services is not None
        old, new = self._appearance, self._services.settings.appearance
        self._appearance = new
        if any(getattr(old, name) != getattr(new, name) for name in REBUILDING):
            # Not within the click of the widget that asked for it: the rebuild deletes that widget.
            QTimer.singleShot(0, self.restyle)

    def _content_ready(self, event: "ContentReady") -> None:
        if self._page is None:
            self.open_first_page()
        elif event.rebuilt and self._page.facts.key in SHOWING_CONTENT:
            QTimer.singleShot(0, self.rebuild)

    def _session_ended(self, meeting_id: str) -> None:
        if meeting_id:
            self.go("meeting_room", meeting_id)
        elif self._page and self._page.facts.key in SHOWING_SESSIONS:
            self.rebuild()

    def _toggle_theme(self) -> None:
        assert self._services is not None
        wanted = "light" if current_theme().dark else "dark"
        self._services.settings.change(replace(self._services.settings.appearance, theme=wanted))

    # Qt

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            # The first call comes when all of this paint is done, only then the time to breathe begins.
            QTimer.singleShot(0, self, lambda: QTimer.singleShot(BREATH_MS, self, self.painted.emit))

    # private

    def _show_trouble(self, services: "Services") -> None:
        from app.ui.shell.trouble_banner import TroubleBanner

        banner = TroubleBanner(services)
        banner.failed.connect(lambda text: self.say("red", text))
        banner.solved.connect(self._reopen)
        self.add_notice(banner)

    def _reopen(self) -> None:
        # Not within the click: the page that asked for it goes away.
        QTimer.singleShot(0, self.reopen_wanted.emit)

    def _keep_state(self) -> None:
        if self._page and (visit := self._history.current):
            self._page.leave()
            visit.state = self._page.state()

    def _drop_page(self) -> None:
        self.clear()
        self._page = None

    def _show(self, visit: Visit) -> None:
        assert self._factory is not None
        self._drop_page()
        page = self._factory.build(visit.key, visit.argument)
        self._page = page
        page.message.connect(self.say)
        page.navigate.connect(self._go_from_page)
        for name, slot in (
            ("finished", self._page_finished),
            ("person_changed", self._reopen),
            ("keys_wanted", self.show_keys),
            ("back_wanted", lambda: QTimer.singleShot(0, self.back)),
        ):
            if signal := getattr(page, name, None):
                signal.connect(slot)
        self.suit(page)
        self._count_due()
        self.put(page)
        self.window().setWindowTitle("镜鉴" if visit.key == "home" else f"{page.facts.title} - 镜鉴")
        if visit.state is not None:
            page.restore(visit.state)
        page.show()
        if not page.isAncestorOf(QApplication.focusWidget() or self):
            page.setFocus()
        page.shown()

    def _count_due(self) -> None:
        """Made when its tab is first shown, which is not at the start."""
        if not self.bar.has_tab("review"):
            return
        if self._due is None:
            from app.ui.shell.due_badge import DueBadge

            assert self._services is not None
            self._due = DueBadge(self._services, lambda: self.bar, self)
        self._due.count()

    def _go_from_page(self, key: str, argument: object) -> None:
        # The page is deleted by this: let its own signal handler return first.
        if key == "project":
            QTimer.singleShot(0, lambda: self.project(argument))
        else:
            QTimer.singleShot(0, lambda: self.go(key, argument))

    def _page_finished(self, *_: object) -> None:
        """The first start is over."""
        if self._page and self._page.facts.key == "welcome":
            self._history.forget("welcome")
            QTimer.singleShot(0, lambda: self.go("home"))
