"""设置: a list of sections, one of them shown."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.settings import Appearance
from app.services.library_service import LibraryService
from app.services.profile_service import ProfileService
from app.services.review_service import ReviewService
from app.services.settings_service import SettingsService
from app.ui.kit.layouts import boxed, clear, column, row
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.section_link import SectionLink
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px
from app.ui.settings.about_section import AboutSection
from app.ui.settings.appearance_section import AppearanceSection
from app.ui.settings.content_section import ContentSection
from app.ui.settings.data_section import DataSection
from app.ui.settings.people_section import PeopleSection
from app.ui.settings.review_section import ReviewSection
from app.ui.settings.section_card import SectionCard

if TYPE_CHECKING:
    from app.services.evidence_service import EvidenceService

OUTLINE, WIDEST = 200, 900
FOLD_BELOW = 940


class SettingsPage(Page):
    facts = PageFacts("settings", "设置", "设置", "设置")
    person_changed = Signal()
    """Another person was chosen: their records have to be opened."""

    def __init__(
        self,
        settings: SettingsService,
        profiles: ProfileService,
        library: LibraryService,
        trouble: str,
        data_folder: Path,
        argument: object = None,
        parent: QWidget | None = None,
        review: ReviewService | None = None,
        evidence: "Callable[[], EvidenceService] | None" = None,
    ) -> None:
        """``argument`` is a section's name ("内容") or None; ``evidence`` is asked when its section is shown."""
        super().__init__(parent)
        self._settings, self._profiles, self._library = settings, profiles, library
        self._trouble, self._data_folder, self._review = trouble, data_folder, review
        self._evidence = evidence
        self._builders: dict[str, Callable[[], SectionCard]] = {
            "外观与字号": self._appearance,
            "个人与单位": self._people,
            **({"复习": self._reviewing} if review else {}),
            **({"以案促改": self._rectifying} if evidence else {}),
            "内容": lambda: ContentSection(library),
            "数据": self._data,
            "关于": AboutSection,
        }
        self._section = ""
        self._links = [SectionLink(title) for title in self._builders]
        self._roving = Roving(self)
        self._roving.set_members(self._links)
        self._outline = boxed(column(*self._links, None, margins=(20, 24, 4, 24), spacing=4))
        self._outline.setFixedWidth(px(OUTLINE))
        self._tabs = SegmentControl([(title, title) for title in self._builders], "", "设置分类")
        self._place: QVBoxLayout = column(spacing=0)
        self._scroll = ScrollPage(self._content())
        self._across = row(self._outline, (self._scroll, 1), spacing=0)
        self.setLayout(self._across)
        for title, link in zip(self._builders, self._links, strict=True):
            link.clicked.connect(lambda _=False, chosen=title: self.show_section(chosen))
        self._tabs.changed.connect(self.show_section)
        self.show_section(argument if argument in self._builders else next(iter(self._builders)))

    @property
    def section(self) -> str:
        """The name of the section shown."""
        return self._section

    @Slot(str)
    def show_section(self, title: object) -> None:
        """Show one section instead of the one before."""
        if title == self._section or not isinstance(title, str):
            return
        self._section = title
        clear(self._place)
        self._place.addWidget(self._builders[title]())
        self._tabs.set_chosen(title)
        for number, link in enumerate(self._links):
            link.setChecked(link.text() == title)
            if link.isChecked():
                self._roving.set_current(number)
        self._scroll.scroll_to(0)

    def state(self) -> dict[str, Any]:
        """The setting that has the focus, too: a change of size builds the page anew under one's hands."""
        widget: QWidget | None = QApplication.focusWidget()
        name = ""
        while widget is not None and widget is not self and not name.startswith(("setting-", "field-")):
            name, widget = widget.objectName(), widget.parentWidget()
        scroll = self._scroll.verticalScrollBar().value() / px(1000)
        named = name.startswith(("setting-", "field-"))
        return {"section": self._section, "scroll": scroll, "focus": name if named else ""}

    def restore(self, state: object) -> None:
        if isinstance(state, dict):
            self.show_section(state["section"])
            QTimer.singleShot(0, self, lambda: self._go_back(state))

    def on_width(self, logical: float) -> None:
        """The list of sections stands at the left, or on top where it is narrow."""
        beside = logical >= FOLD_BELOW
        self._outline.setVisible(beside)
        self._tabs.setVisible(not beside)
        spare = logical - WIDEST - (OUTLINE if beside else 0)
        self._across.setContentsMargins(px(max(0.0 if beside else 8.0, spare / 2)), 0, 0, 0)

    @Slot(object)
    def _change(self, appearance: Appearance) -> None:
        try:
            self._settings.change(appearance)
        except UserError as error:
            self.message.emit("red", str(error))

    def _appearance(self) -> SectionCard:
        section = AppearanceSection(self._settings.appearance)
        section.changed.connect(self._change)
        return section

    def _people(self) -> SectionCard:
        section = PeopleSection(self._profiles)
        section.person_changed.connect(self.person_changed)
        section.message.connect(self.message)
        return section

    def _reviewing(self) -> SectionCard:
        assert self._review is not None
        section = ReviewSection(self._review)
        section.message.connect(self.message)
        return section

    def _rectifying(self) -> SectionCard:
        from app.ui.settings.rectify_section import RectifySection  # with 改, which few open settings for

        assert self._evidence is not None
        section = RectifySection(self._evidence)
        section.message.connect(self.message)
        return section

    def _data(self) -> SectionCard:
        section = DataSection(self._data_folder, self._trouble)
        section.message.connect(self.message)
        return section

    def _content(self) -> QWidget:
        content = boxed(column(self._tabs, self._place, None, margins=(20, 24, 28, 28), spacing=16))
        content.setMaximumWidth(px(WIDEST))
        return boxed(row((content, 200), None))

    def _go_back(self, state: dict[str, Any]) -> None:
        self._scroll.scroll_to(round(state["scroll"] * px(1000)))
        widget = self.findChild(QWidget, state["focus"]) if state["focus"] else None
        if isinstance(widget, SegmentControl):
            stops = widget.findChildren(QWidget)
            widget = next((one for one in stops if one.focusPolicy() & Qt.FocusPolicy.TabFocus), None)
        if widget is not None:
            widget.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.reveal(widget)
