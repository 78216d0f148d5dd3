"""The furniture of the window: rail, top bar, notices, and the place where one page stands."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.ui.kit.theme import current_theme, px
from app.ui.shell.measures import is_narrow, smallest_window
from app.ui.shell.places import PLACES, place_of
from app.ui.shell.rail import Rail
from app.ui.shell.top_bar import TopBar

if TYPE_CHECKING:
    from app.ui.exam.remedy_trail import RemedyTrail
    from app.ui.kit.banner import Banner
    from app.ui.kit.page import Page
    from app.ui.shell.learning_strip import LearningStrip


class Frame(QWidget):
    """Its signals are those of the rail and the bar that stand there now."""

    place_chosen = Signal(str)  # name of a rail entry
    tab_chosen = Signal(str)  # page key
    searched = Signal(str)
    theme_toggled = Signal()
    size_wanted = Signal()
    help_wanted = Signal()
    step_wanted = Signal(str, object)  # page key and argument: the next step of a 针对性学习

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rail, self._bar = Rail(), TopBar()
        self._slot, self._notices = QVBoxLayout(), QVBoxLayout()
        self._right, self._whole = QVBoxLayout(), QHBoxLayout(self)
        self._standing: QWidget | None = None
        self._strip: LearningStrip | None = None
        for layout in (self._whole, self._right):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        self._right.addWidget(self._bar)
        self._right.addLayout(self._notices)
        self._right.addLayout(self._slot, 1)
        self._whole.addWidget(self._rail)
        self._whole.addLayout(self._right, 1)
        self._connect()
        self._rail.show_place("首页")
        self._bar.show_tabs(PLACES[0], "home")

    @property
    def bar(self) -> TopBar:
        """The one on screen: `renew` brings another."""
        return self._bar

    def renew(self) -> None:
        """Rail and bar anew, in the current theme and scale."""
        rail, bar = Rail(), TopBar()
        for layout, old, new in ((self._whole, self._rail, rail), (self._right, self._bar, bar)):
            layout.replaceWidget(old, new)
            old.hide()
            old.deleteLater()
        self._rail, self._bar = rail, bar
        self._connect()
        if (strip := self._strip) is not None:
            self._drop_strip()
            self._lead(strip.trail)

    def add_notice(self, banner: "Banner") -> None:
        """A strip above the page, until it is put away."""
        banner.put_away.connect(banner.deleteLater)
        banner.put_away.connect(self._place_notices)
        self._notices.addWidget(banner)
        if not banner.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide):
            banner.show()  # of itself it would be a moment later, and the place for it not made
        self._place_notices()

    def put(self, widget: QWidget) -> None:
        """In the place of the page."""
        self._slot.addWidget(widget)
        self._standing = widget

    def clear(self) -> None:
        """Take away what stands in the place of the page."""
        if (old := self._standing) is not None:
            self._slot.removeWidget(old)
            old.hide()
            old.deleteLater()
        self._standing = None

    def suit(self, page: "Page") -> None:
        """Rail and bar as the page has them; without either where it takes the whole window."""
        place = place_of(page.facts.rail)
        self._rail.setVisible(bool(page.facts.rail))
        self._bar.setVisible(bool(page.facts.rail))
        self._rail.show_place(page.facts.rail)
        self._bar.show_tabs(
            place, next((key for key, text in place.tabs if text == page.facts.tab), "") if place else ""
        )
        self._bar.show_field(not hasattr(page, "focus_search"))
        if led := getattr(page, "led", None):
            led.connect(self._lead)
        if self._strip is not None:  # where it begins the page itself says where one is
            self._strip.setVisible(bool(page.facts.rail) and not led)
            self._place_notices()

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold()

    # private

    def _connect(self) -> None:
        """For a rail and a bar that are new."""
        self.window().setMinimumSize(*smallest_window(current_theme().scale))
        self._rail.chosen.connect(self.place_chosen)
        self._bar.tab_chosen.connect(self.tab_chosen)
        self._bar.searched.connect(self.searched)
        self._bar.theme_toggled.connect(self.theme_toggled)
        self._bar.size_wanted.connect(self.size_wanted)
        self._bar.help_wanted.connect(self.help_wanted)
        self._fold()

    def _lead(self, trail: "RemedyTrail") -> None:
        """Lead on from ``trail`` above the pages that come, until that is put away."""
        from app.ui.shell.learning_strip import LearningStrip

        self._drop_strip()
        self._strip = LearningStrip(trail)
        self._strip.hide()
        self._strip.wanted.connect(self.step_wanted)
        self._strip.put_away.connect(self._forget_strip)
        self.add_notice(self._strip)

    def _drop_strip(self) -> None:
        if (strip := self._strip) is not None:
            strip.hide()
            strip.deleteLater()
        self._forget_strip()

    def _forget_strip(self) -> None:
        self._strip = None
        self._place_notices()

    def _place_notices(self) -> None:
        """No edge where there is nothing to see."""
        items = [self._notices.itemAt(place) for place in range(self._notices.count())]
        seen = any(widget is not None and not widget.isHidden() for item in items if item and (widget := item.widget()))
        self._notices.setContentsMargins(*((px(20), px(8), px(20), 0) if seen else (0, 0, 0, 0)))

    def _fold(self) -> None:
        narrow = is_narrow(self.width() / current_theme().scale)
        self._rail.set_narrow(narrow)
        self._bar.set_narrow(narrow)
