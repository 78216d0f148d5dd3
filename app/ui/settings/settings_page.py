"""设置: a list of sections at the left, all of them in one scroll at the right."""

from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QWidget

from app.domain.errors import UserError
from app.domain.settings import Appearance
from app.services.library_service import LibraryService
from app.services.profile_service import ProfileService
from app.services.settings_service import SettingsService
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.settings.about_section import AboutSection
from app.ui.settings.appearance_section import AppearanceSection
from app.ui.settings.content_section import ContentSection
from app.ui.settings.data_section import DataSection
from app.ui.settings.people_section import PeopleSection
from app.ui.settings.section_card import SectionCard
from app.ui.settings.section_link import SectionLink

WIDEST = 860
FOLD_BELOW = 860


class SettingsPage(Page):
    facts = PageFacts("settings", "设置", "设置", "设置")
    person_changed = Signal()

    def __init__(
        self,
        settings: SettingsService,
        profiles: ProfileService,
        library: LibraryService,
        trouble: str,
        data_folder: Path,
        argument: object = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument`` is a section's title ("内容") or None."""
        super().__init__(parent)
        self._settings = settings
        appearance, people = AppearanceSection(settings.appearance), PeopleSection(profiles)
        data = DataSection(data_folder, trouble)
        self._sections: list[SectionCard] = [appearance, people, ContentSection(library), data, AboutSection()]
        self._links = [SectionLink(section.title) for section in self._sections]
        self._outline = boxed(column(*self._links, None, margins=(20, 24, 4, 24), spacing=4))
        self._outline.setFixedWidth(px(190))
        self._scroll = ScrollPage(self._content())
        self._asked = argument if isinstance(argument, str) else ""
        Roving(self).set_members(self._links)
        self.setLayout(row(self._outline, (self._scroll, 1), spacing=0))
        for link, section in zip(self._links, self._sections, strict=True):
            link.clicked.connect(lambda _=False, title=section.title: self.show_section(title))
        appearance.changed.connect(self._change)
        people.person_changed.connect(self.person_changed)
        people.message.connect(self.message)
        data.message.connect(self.message)
        self._scroll.verticalScrollBar().valueChanged.connect(self._mark_current)
        self._mark_current()

    def show_section(self, title: str) -> None:
        """Scroll to a section."""
        for section in self._sections:
            if section.title == title:
                self._scroll.scroll_to(section.y() - px(20))

    def shown(self) -> None:
        if self._asked:
            QTimer.singleShot(0, self, lambda: self.show_section(self._asked))

    def state(self) -> dict[str, Any]:
        """The setting that has the focus, too: a change of size builds the page anew under one's hands."""
        widget: QWidget | None = QApplication.focusWidget()
        name = ""
        while widget is not None and widget is not self and not name:
            name, widget = widget.objectName(), widget.parentWidget()
        return {"scroll": self._share(), "focus": name if name.startswith(("setting-", "field-")) else ""}

    def restore(self, state: object) -> None:
        if not isinstance(state, dict):
            return
        self._asked = ""
        QTimer.singleShot(0, self, lambda: self._go_back(state))

    def on_width(self, logical: float) -> None:
        self._outline.setVisible(logical >= FOLD_BELOW)

    @Slot(object)
    def _change(self, appearance: Appearance) -> None:
        try:
            self._settings.change(appearance)
        except UserError as error:
            self.message.emit("red", str(error))

    @Slot()
    def _mark_current(self) -> None:
        bar = self._scroll.verticalScrollBar()
        at = bar.value() + px(60)
        here = max((n for n, section in enumerate(self._sections) if section.y() <= at), default=0)
        if bar.maximum() and bar.value() == bar.maximum():
            here = len(self._sections) - 1
        for number, link in enumerate(self._links):
            link.setChecked(number == here)

    def _share(self) -> float:
        bar = self._scroll.verticalScrollBar()
        return bar.value() / bar.maximum() if bar.maximum() else 0.0

    def _go_back(self, state: dict[str, Any]) -> None:
        widget = self.findChild(QWidget, state["focus"]) if state["focus"] else None
        bar = self._scroll.verticalScrollBar()
        bar.setValue(round(state["scroll"] * bar.maximum()))
        if isinstance(widget, SegmentControl):
            widget = next((one for one in widget.findChildren(QWidget) if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.reveal(widget)

    def _content(self) -> QWidget:
        content = boxed(column(*self._sections, None, margins=(20, 24, 28, 28), spacing=20))
        content.setMaximumWidth(px(WIDEST))
        return boxed(row((content, 1)))
