"""Getting about in a case: sections, facts, hits of a search."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.case import Case, Section
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.toast import Toast
from app.ui.kit.tokens import px
from app.ui.library.case_builder import CaseBuilder
from app.ui.library.case_notes import CaseNotes
from app.ui.library.case_sheet import CaseSheet
from app.ui.library.reading_place import ReadingPlace
from app.ui.library.section_view import Mark

BEHIND_GATE = "这处内容在“停一停”之后。作答或选择“直接阅读全文”后就能看到。"
_FLASH_MS = 1600
_MARGIN = 24


class CaseTravel(QObject):
    """Scrolls, and draws the marks in the text: notes, what was searched for, what one has just come to."""

    def __init__(
        self,
        case: Case,
        builder: CaseBuilder,
        area: ScrollPage,
        sheet: CaseSheet,
        place: ReadingPlace,
        notes: CaseNotes,
        toast: Callable[[], Toast],
    ) -> None:
        super().__init__(sheet)
        self._case, self._builder, self._area, self._sheet = case, builder, area, sheet
        self._place, self._notes, self._toast = place, notes, toast
        self._found: list[Mark] = []

    def go_to(self, key: str) -> None:
        """Scroll to a stop of the outline; what lies behind the gate leads to the gate."""
        if self._sheet.widget_of(key) is None:
            key = Section.GATE.value
            self._toast().say(BEHIND_GATE, "amber")
        self._sheet.settle()
        self._place.scroll_to(self._sheet.top_of(key) - px(_MARGIN))
        self._place.look()

    def step(self, by: int) -> None:
        """To the next section, or the one before."""
        keys = [stop.key for stop in self._sheet.stops]
        if not keys:
            return
        here = keys.index(self._place.current()) if self._place.current() in keys else 0
        top = self._sheet.top_of(keys[here]) - px(_MARGIN)
        if by < 0 and self._area.verticalScrollBar().value() > top + px(8):
            by = 0  # first to the beginning of this one
        self.go_to(keys[min(max(0, here + by), len(keys) - 1)])

    def go_to_fact(self, number: int) -> None:
        """Back to a fact, with a way to return to where one was."""
        before = self._area.verticalScrollBar().value()
        self.go_to_place(f"fact-{number}")
        if abs(self._area.verticalScrollBar().value() - before) > self._area.viewport().height() // 2:
            self._toast().say(
                f"已回到事实【{number}】。", "ink", lambda: self._place.scroll_to(before), 8, "返回刚才的位置"
            )

    def go_to_place(self, anchor: str, start: int = 0, end: int = 0) -> None:
        """Scroll to a piece and flash it, or the part of it that is given."""
        self._sheet.settle()
        self._place.scroll_to(self._sheet.y_of(anchor) - px(80))
        view = self._sheet.view_with(anchor)
        if view is None:
            return
        length = next((len(piece.text) for piece in view.pieces if piece.anchor == anchor), 0)
        self.draw_marks([(anchor, start, end or length, "amber_line")])
        QTimer.singleShot(_FLASH_MS, self, self.draw_marks)

    def reveal(self, widget: QWidget) -> None:
        """Scroll so that a widget is seen: all of it, or its beginning where it is too tall."""
        self._sheet.settle()
        top, bar = self._sheet.y_of_widget(widget), self._area.verticalScrollBar()
        tall = widget.height() + 2 * px(_MARGIN) > self._area.viewport().height()
        if tall or top < bar.value():
            self._place.scroll_to(top - px(_MARGIN))
        elif top + widget.height() > bar.value() + self._area.viewport().height():
            self._place.scroll_to(top + widget.height() + px(_MARGIN) - self._area.viewport().height())

    def show_needle(self, needle: str) -> None:
        """Open at a hit of the search and mark it; a hit behind the closed gate leads to the gate and says so."""
        needle = needle.strip().split("\n", 1)[0]
        for pieces in self._builder.pieces.values():
            for piece in pieces:
                at = piece.text.find(needle)
                cells = "\n".join("\n".join(line) for line in piece.rows)
                if at < 0 and needle not in cells:
                    continue
                if self._sheet.view_with(piece.anchor) is None:
                    self.go_to(Section.GATE.value)
                    self._toast().say(BEHIND_GATE, "amber", seconds=8)
                    return
                self.go_to_place(piece.anchor)
                if at >= 0:
                    self._found = [(piece.anchor, at, at + len(needle), "mark")]
                    self.draw_marks()
                return
        if needle not in self._case.title + self._case.subtitle:
            self._toast().say(f"正文中没有找到“{needle}”，可能出现在讲解提示或对照自查中。", "ink", seconds=8)

    def show_end_of(self, key: str) -> None:
        """Scroll past a stop, so that what follows begins at the top."""
        widget = self._sheet.widget_of(key)
        if widget is not None:
            self._sheet.settle()
            self._place.scroll_to(self._sheet.y_of_widget(widget) + widget.height() - px(_MARGIN))

    def draw_marks(self, extra: list[Mark] | None = None) -> None:
        """Draw all marks anew, with ``extra`` ones for a moment."""
        marks = [*self._notes.marks(), *self._found, *(extra or [])]
        for view in self._sheet.views():
            view.set_marks([mark for mark in marks if view.text_with(mark[0]) is not None])
