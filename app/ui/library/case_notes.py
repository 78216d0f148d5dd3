"""Highlights and notes of one case: made from the selection, found again by their words, shown beside the text."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.annotation import Annotation, AnnotationKind, locate
from app.domain.case import Section
from app.domain.errors import UserError
from app.services.annotation_service import AnnotationService
from app.ui.kit.toast import Toast
from app.ui.library.case_builder import CaseBuilder
from app.ui.library.case_sheet import CaseSheet
from app.ui.library.note_card import NoteCard
from app.ui.library.note_editor import NoteEditor
from app.ui.library.piece import flat, offset_of, spans
from app.ui.parts.case_text import CaseText

_KINDS = (AnnotationKind.HIGHLIGHT, AnnotationKind.NOTE)
_TOKENS = {AnnotationKind.HIGHLIGHT: "mark", AnnotationKind.NOTE: "amber_line"}
_SELECT_FIRST = "先选中一段文字（鼠标拖过，或按住 Shift 用方向键），再{}。"
HINT = "选中文字后，按 H 划重点，按 N 记笔记。"
Place = tuple[str, int, int]


class CaseNotes(QObject):
    """``changed`` is emitted when cards and marks have to be drawn anew."""

    changed = Signal()
    failed = Signal(str)

    def __init__(
        self,
        annotations: AnnotationService,
        case_id: str,
        builder: CaseBuilder,
        sheet: CaseSheet,
        toast: Callable[[], Toast],
    ) -> None:
        super().__init__(sheet)
        self._annotations, self._case_id = annotations, case_id
        self._builder, self._sheet, self._toast = builder, sheet, toast
        self._placed: list[tuple[Annotation, list[Place]]] = []
        self._lost: list[Annotation] = []
        self._text: CaseText | None = None
        self._followed: set[int] = set()
        self._hinted = False

    def follow(self, texts: list[CaseText]) -> None:
        """Take selections from these texts too."""
        for text in texts:
            if id(text) not in self._followed:
                self._followed.add(id(text))
                text.selectionChanged.connect(lambda here=text: self._selected(here))

    def reload(self) -> None:
        """Read all notes of the case and find their places."""
        self._placed, self._lost = [], []
        for note in self._annotations.of(self._case_id):
            if note.kind not in _KINDS:
                continue
            places = self._find(note)
            if places:
                self._placed.append((note, places))
            else:
                self._lost.append(note)

    def marks(self) -> list[tuple[str, int, int, str]]:
        """What to underlay in the text."""
        return [(*place, _TOKENS[note.kind]) for note, places in self._placed for place in places]

    def cards(self) -> list[tuple[str, QWidget]]:
        """(anchor, card) of what stands on the sheet."""
        return [
            (places[0][0], self._card(note))
            for note, places in self._placed
            if self._sheet.view_with(places[0][0]) is not None
        ]

    def lost_cards(self) -> list[QWidget]:
        """Those whose words no longer occur."""
        return [self._card(note, lost=True) for note in self._lost]

    def highlight(self) -> None:
        """Underlay the selection, or take away the highlight that it touches."""
        chosen = self._chosen()
        if chosen is None:
            self._toast().say(_SELECT_FIRST.format("划重点"), "amber")
            return
        section, places = chosen
        touched = self._touching(places)
        try:
            if touched is not None:
                self.remove(touched)
                return
            self._add(AnnotationKind.HIGHLIGHT, section, places, "")
        except UserError as error:
            self.failed.emit(str(error))
            return
        self._unselect()

    def write(self) -> None:
        """Open the editor for a note at the selection."""
        chosen = self._chosen()
        if chosen is None:
            self._toast().say(_SELECT_FIRST.format("记笔记"), "amber")
            return
        section, places = chosen
        quote = self._quote(section, places)

        def save(body: str) -> None:
            self._add(AnnotationKind.NOTE, section, places, body)
            self._unselect()

        NoteEditor(self._sheet, quote, "", save).open()

    def rewrite(self, note: Annotation) -> None:
        """Open the editor for a note that is there."""

        def save(body: str) -> None:
            self._annotations.rewrite(note, body)
            self._redraw()

        NoteEditor(self._sheet, note.quote, note.body, save).open()

    def remove(self, note: Annotation) -> None:
        """Remove it, with a way back."""
        try:
            self._annotations.remove(note)
        except UserError as error:
            self.failed.emit(str(error))
            return
        self._redraw()
        word = "笔记已删除。" if note.kind is AnnotationKind.NOTE else "已取消重点。"
        self._toast().say(word, "ink", undo=lambda: self._put_back(note))

    def _put_back(self, note: Annotation) -> None:
        try:
            self._annotations.put_back(note)
        except UserError as error:
            self.failed.emit(str(error))
        self._redraw()

    def _add(self, kind: AnnotationKind, section: Section, places: list[Place], body: str) -> None:
        pieces = self._builder.pieces[section]
        start = offset_of(pieces, places[0][0]) + places[0][1]
        end = offset_of(pieces, places[-1][0]) + places[-1][2]
        self._annotations.add(self._case_id, kind, section.value, flat(pieces), start, end, body)
        self._redraw()

    def _quote(self, section: Section, places: list[Place]) -> str:
        pieces = self._builder.pieces[section]
        start = offset_of(pieces, places[0][0]) + places[0][1]
        return flat(pieces)[start : offset_of(pieces, places[-1][0]) + places[-1][2]]

    def _find(self, note: Annotation) -> list[Place]:
        section = next((known for known in self._builder.pieces if known.value == note.section), None)
        if section is None:
            return []
        pieces = self._builder.pieces[section]
        start = locate(note, flat(pieces))
        return spans(pieces, start, start + len(note.quote)) if start is not None else []

    def _chosen(self) -> tuple[Section, list[Place]] | None:
        """The selection, as places of one section's pieces."""
        for anchor, start, end, _ in self._text.clean_selections() if self._text is not None else []:
            section = self._builder.section_of(anchor)
            if section is None:
                continue
            anchors = {piece.anchor for piece in self._builder.pieces[section] if piece.text}
            chosen = [(a, s, e) for a, s, e, _ in self._text.clean_selections() if a in anchors] if self._text else []
            if anchor in anchors and start < end:
                return section, chosen
        return None

    def _touching(self, places: list[Place]) -> Annotation | None:
        for note, own in self._placed:
            if note.kind is not AnnotationKind.HIGHLIGHT:
                continue
            for anchor, start, end in own:
                if any(a == anchor and s < end and start < e for a, s, e in places):
                    return note
        return None

    def _card(self, note: Annotation, lost: bool = False) -> NoteCard:
        card = NoteCard(note, lost)
        card.edit_requested.connect(lambda: self.rewrite(note))
        card.remove_requested.connect(lambda: self.remove(note))
        return card

    def _selected(self, text: CaseText) -> None:
        if not text.textCursor().hasSelection() or text.textCursor().charFormat().isAnchor():
            return
        self._text = text
        if not text.hasFocus():
            return  # found or shown by the program
        if not self._hinted and not any(note.kind in _KINDS for note in self._annotations.all()):
            self._toast().say(HINT, "ink", seconds=8)
        self._hinted = True

    def _unselect(self) -> None:
        if self._text is not None:
            cursor = self._text.textCursor()
            cursor.clearSelection()
            self._text.setTextCursor(cursor)

    def _redraw(self) -> None:
        self.reload()
        self.changed.emit()
