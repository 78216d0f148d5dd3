"""The notes of one case."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from app.domain.annotation import Annotation
from app.ui.kit.banner import Banner
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row
from app.ui.kit.rule import Rule
from app.ui.notes.note_row import NoteRow


class NoteGroup(Card):
    """A removed note leaves a line in its place with a way back, until the page is left."""

    opened = Signal(object)
    removed = Signal(object, object)
    """The annotation, and this group."""
    put_back = Signal(object, object)

    def __init__(self, title: str, object_id: str, notes: Sequence[Annotation], there: bool) -> None:
        super().__init__()
        self._there = there
        self._rows: dict[int, tuple[NoteRow, QWidget]] = {}
        name = ElidedLabel(title, 19, bold=True, serif=True)
        head = row((name, 1), Label(f"{len(notes)} 条", 14, "text2"), margins=(18, 14, 16, 8), spacing=12)
        body = column(head, spacing=0, margins=(0, 0, 0, 4))
        for note in notes:
            body.addWidget(Rule())
            body.addWidget(self._slot(note))
        self.setLayout(body)

    def show_removed(self, note: Annotation) -> None:
        """Put the way back where the note was."""
        line, trace = self._rows[note.id]
        line.hide()
        trace.show()
        undo = trace.findChild(Button)
        if undo is not None:
            undo.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_again(self, note: Annotation) -> None:
        """The note is back."""
        line, trace = self._rows[note.id]
        trace.hide()
        line.show()

    def _slot(self, note: Annotation) -> QWidget:
        line = NoteRow(note, self._there)
        banner = Banner(f"已删除这条{note.kind.value}", "plain", "撤销")
        trace = boxed(column(banner, margins=(12, 6, 12, 6)))
        trace.hide()
        line.opened.connect(self.opened)
        line.removed.connect(lambda one: self.removed.emit(one, self))
        banner.acted.connect(lambda: self.put_back.emit(note, self))
        self._rows[note.id] = (line, trace)
        return boxed(column(line, trace, spacing=0))
