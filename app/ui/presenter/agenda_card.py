"""The agenda of a meeting: its items in order, each with what is shown."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from app.domain.meeting import MeetingKind, MeetingPart, PartKind
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import clear, column, row
from app.ui.kit.paragraph import Paragraph
from app.ui.presenter.agenda_row import MINUTES, NOTHING, AgendaRow

USUAL = (PartKind.FILM, PartKind.REPORT, PartKind.ANALYSIS, PartKind.RULES, PartKind.TALK, PartKind.SPEECH)
SHORT = (PartKind.ANALYSIS, PartKind.RULES, PartKind.TALK)
FIXED = "会议正在进行，议程不能再改。"


class AgendaCard(Card):
    changed = Signal()
    content_wanted = Signal(str, str)
    """Id of a part, and what shall be chosen for it."""

    def __init__(
        self,
        parts: tuple[MeetingPart, ...],
        shown: Callable[[MeetingPart], str],
        kind: MeetingKind,
        fixed: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent=parent)
        self._shown, self._meeting_kind = shown, kind
        self._rows: list[AgendaRow] = []
        self._made = max((int(part.id[1:]) for part in parts if part.id[1:].isdigit()), default=0)
        self._sum, self._place = Label("", 15, "text2"), column(spacing=8)
        self._none = Paragraph("还没有议程。可以套用常用议程，再逐项改。", 15, "text2")
        add, self._usual = button("加一项", "soft", "add"), button("套用常用议程", "default")
        menu = QMenu(add)
        for one in PartKind:
            menu.addAction(one.value).triggered.connect(lambda _=False, what=one: self.add((what,)))
        add.setMenu(menu)
        self._usual.clicked.connect(lambda: self.add(USUAL if self._meeting_kind is MeetingKind.WARNING else SHORT))
        head = row(Label("议程", 18, bold=True, serif=True), self._sum, None, self._usual, add)
        note = Paragraph(FIXED, 15, "amber")
        self.setLayout(column(head, note, self._none, self._place, margins=(18, 14, 18, 16), spacing=10))
        note.setVisible(fixed)
        self.show_parts(parts)
        for widget in (add, self._usual):
            widget.setEnabled(not fixed)
        for line in self._rows:
            line.setEnabled(not fixed)

    def parts(self) -> tuple[MeetingPart, ...]:
        return tuple(line.part() for line in self._rows)

    def rows(self) -> list[AgendaRow]:
        return list(self._rows)

    def set_meeting_kind(self, kind: MeetingKind) -> None:
        self._meeting_kind = kind

    def show_parts(self, parts: tuple[MeetingPart, ...]) -> None:
        clear(self._place)
        self._rows = []
        for part in parts:
            self._put(part)
        self._number()

    def add(self, kinds: tuple[PartKind, ...]) -> None:
        for kind in kinds:
            self._made += 1
            self._put(MeetingPart(f"p{self._made}", kind, "", MINUTES[kind]))
        self._number()
        self._rows[-len(kinds)].take_focus()
        self.changed.emit()

    def change(self, part_id: str, part: MeetingPart) -> None:
        """Something else is shown with it."""
        self.show_parts(tuple(part if one.id == part_id else one for one in self.parts()))
        self.changed.emit()

    def count(self) -> None:
        """The sum, after a change of minutes."""
        total = sum(part.minutes for part in self.parts())
        self._sum.setText(f"{len(self._rows)} 项，共 {total} 分钟" if self._rows else "")

    # private

    def _put(self, part: MeetingPart) -> None:
        line = AgendaRow(part, self._shown(part))
        self._rows.append(line)
        self._place.addWidget(line)
        line.changed.connect(self._tell)
        line.moved.connect(lambda step: self._move(line, step))
        line.removed.connect(lambda: self._remove(line))
        line.content_wanted.connect(lambda what: self._want(line, what))

    def _want(self, line: AgendaRow, what: str) -> None:
        if what == NOTHING:
            self.change(line.part().id, replace(line.part(), case="", deck="", articles=(), file=""))
        else:
            self.content_wanted.emit(line.part().id, what)

    def _move(self, line: AgendaRow, step: int) -> None:
        here = self._rows.index(line)
        if not 0 <= here + step < len(self._rows):
            return
        self._rows.insert(here + step, self._rows.pop(here))
        self._place.removeWidget(line)
        self._place.insertWidget(here + step, line)
        self._number()
        line.take_focus(step)
        self.changed.emit()

    def _remove(self, line: AgendaRow) -> None:
        here = self._rows.index(line)
        self._rows.remove(line)
        self._place.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._number()
        if self._rows:
            self._rows[min(here, len(self._rows) - 1)].take_focus()
        self.changed.emit()

    def _tell(self) -> None:
        self.count()
        self.changed.emit()

    def _number(self) -> None:
        for number, line in enumerate(self._rows, 1):
            line.set_place(number, len(self._rows))
        self._none.setVisible(not self._rows)
        self._usual.setVisible(not self._rows)
        self.count()
