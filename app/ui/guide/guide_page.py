"""使用说明: chapters at the left, the text of one at the right; words can be found, all of it can be printed."""

from typing import Any

from PySide6.QtCore import QTimer, Signal, Slot
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.guide import GuideChapter
from app.domain.settings import Appearance
from app.services.guide_service import GuideService
from app.ui.guide.chapter_of import chapter_of
from app.ui.guide.guide_find import GuideFind
from app.ui.guide.guide_text import GuideText
from app.ui.kit.button import button
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.roving import Roving
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.section_link import SectionLink
from app.ui.kit.segment_control import SegmentControl
from app.ui.kit.tokens import px

OUTLINE, WIDEST = 200, 1000
FOLD_BELOW = 900


class GuidePage(Page):
    facts = PageFacts(
        "guide",
        "使用说明",
        "设置",
        "使用说明",
        (
            Shortcut("Ctrl+F", "在使用说明中查找"),
            Shortcut("Ctrl+PgDown", "下一章（Ctrl+PgUp 上一章）"),
            Shortcut("PgDown", "向下翻一屏"),
            Shortcut("Ctrl+P", "打印使用说明"),
        ),
    )
    keys_wanted = Signal()
    back_wanted = Signal()

    def __init__(
        self, guide: GuideService, look: Appearance, argument: object = None, parent: QWidget | None = None
    ) -> None:
        """``argument``: the facts of the page that one comes from, or None."""
        super().__init__(parent)
        self._guide, self._look = guide, look
        self.origin = argument if isinstance(argument, PageFacts) else None
        self._chapters: tuple[GuideChapter, ...] = ()
        self._here, self._place = 0, -1
        self._whole: QVBoxLayout = column(spacing=0)
        self.setLayout(self._whole)
        try:
            self._chapters = guide.chapters
        except UserError as error:
            self._whole.addWidget(EmptyState("book_open", str(error)))
            return
        self._make()
        wanted = chapter_of(self.origin) if self.origin else self._chapters[0].name
        self.show_chapter(wanted)

    @property
    def chapter(self) -> str:
        """The name of the chapter shown, "" where there is no guide."""
        return self._chapters[self._here].name if self._chapters else ""

    @Slot(str)
    def show_chapter(self, name: object) -> None:
        """Show a chapter from its beginning; one that is not there changes nothing."""
        found = [place for place, chapter in enumerate(self._chapters) if chapter.name == name]
        if found:
            self._show(found[0])

    def shown(self) -> None:
        if self._chapters:
            self._links[self._here].setFocus()

    def state(self) -> dict[str, Any]:
        scroll = self._scroll.verticalScrollBar().value() / px(1000) if self._chapters else 0.0
        return {"chapter": self.chapter, "scroll": scroll, "find": self._find.wanted if self._chapters else ""}

    def restore(self, state: object) -> None:
        if isinstance(state, dict) and self._chapters:
            self.show_chapter(state["chapter"])
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(round(state["scroll"] * px(1000))))

    def on_width(self, logical: float) -> None:
        """The chapters stand at the left, or on top where it is narrow."""
        if self._chapters:
            self._outline.setVisible(logical >= FOLD_BELOW)
            self._tabs.setVisible(logical < FOLD_BELOW)

    def main_action(self) -> None:
        """Enter: the next chapter."""
        self._turn(1)

    # private

    def _make(self) -> None:
        titles = [f"{chapter.number}　{chapter.title}" for chapter in self._chapters]
        self._links = [SectionLink(title) for title in titles]
        self._roving = Roving(self)
        self._roving.set_members(self._links)
        self._outline = boxed(column(*self._links, None, margins=(16, 12, 4, 16), spacing=2))
        self._outline.setFixedWidth(px(OUTLINE))
        self._tabs = SegmentControl([(one.name, one.title) for one in self._chapters], "", "章")
        self._find = GuideFind()
        self._text = GuideText(self._look, self._image)
        inner = boxed(column(self._tabs, self._text, None, margins=(24, 20, 28, 28), spacing=12))
        inner.setMaximumWidth(px(WIDEST))
        self._scroll = ScrollPage(boxed(row((inner, 200), None)))
        self._whole.addLayout(self._bar())
        self._whole.addLayout(row(self._outline, (self._scroll, 1), spacing=0), 1)
        for chapter, link in zip(self._chapters, self._links, strict=True):
            link.clicked.connect(lambda _=False, name=chapter.name: self.show_chapter(name))
        self._tabs.changed.connect(self.show_chapter)
        self._text.chapter_wanted.connect(self.show_chapter)
        self._find.searched.connect(self._search)
        self._find.step_wanted.connect(self._step)
        for keys, act in (
            ("Ctrl+F", self._find.take_focus),
            ("Ctrl+PgDown", lambda: self._turn(1)),
            ("Ctrl+PgUp", lambda: self._turn(-1)),
            ("PgDown", lambda: self._roll(1)),
            ("PgUp", lambda: self._roll(-1)),
            ("Ctrl+P", lambda: self._print(False)),
        ):
            QShortcut(QKeySequence(keys), self).activated.connect(act)

    def _bar(self) -> Any:
        keys = button("快捷键", "default", "keyboard", name="快捷键，刚才那一页的按键")
        paper = button("打印", "default", "print", tip="打印 Ctrl+P")
        file = button("存为 PDF", "default", "save")
        keys.clicked.connect(self.keys_wanted)
        paper.clicked.connect(lambda: self._print(False))
        file.clicked.connect(lambda: self._print(True))
        line = row(self._find, None, keys, paper, file, margins=(20, 12, 28, 4), spacing=8)
        if self.origin is not None:
            back = button(f"回到{self.origin.title}", "link", "arrow_left")
            back.clicked.connect(self.back_wanted)
            line.insertWidget(0, back)
        return line

    def _show(self, place: int) -> None:
        self._here, self._place = place, -1
        self._text.show_chapter(self._chapters[place])
        self._tabs.set_chosen(self._chapters[place].name)
        for number, link in enumerate(self._links):
            link.setChecked(number == place)
        self._roving.set_current(place)
        self._scroll.scroll_to(0)

    def _turn(self, by: int) -> None:
        if self._chapters and 0 <= self._here + by < len(self._chapters):
            self._show(self._here + by)

    def _roll(self, by: int) -> None:
        bar = self._scroll.verticalScrollBar()
        bar.setValue(bar.value() + by * (bar.pageStep() - px(60)))

    @Slot(str)
    def _search(self, words: str) -> None:
        self._place = -1
        if words:
            self._step(1)
        else:
            self._find.say("")

    @Slot(int)
    def _step(self, by: int) -> None:
        """To the next place in this chapter, else to the first in the next chapter that has one, going round."""
        words = self._find.wanted
        if not words:
            return
        places = self._text.matches(words)
        if not 0 <= self._place + by < len(places):
            count = len(self._chapters)
            order = [(self._here + by * far) % count for far in range(1, count + 1)]
            found = next((at for at in order if self._chapters[at].holds(words)), None)
            if found is None:
                self._find.say("没有找到")
                return
            if found != self._here:
                self._show(found)
                places = self._text.matches(words)
            if not places:  # only in a table, which has no places of its own
                self._find.say("在本章的表格里")
                return
            self._place = 0 if by > 0 else len(places) - 1
        else:
            self._place += by
        self._text.select(*places[self._place])
        self._find.say(f"本章第 {self._place + 1} 处，共 {len(places)} 处")

    def _image(self, target: str) -> Any:
        from app.ui.guide.guide_print import guide_image

        return guide_image(self._guide, target)

    def _print(self, to_file: bool) -> None:
        from app.ui.guide.guide_print import print_guide

        try:
            path = print_guide(self, self._guide, to_file)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        if path:
            self.message.emit("green", f"已存为 {path}")
