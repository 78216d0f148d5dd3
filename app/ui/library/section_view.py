"""One section of a case on the screen."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.domain.case import Section
from app.ui.kit.layouts import column
from app.ui.library.clause_row import ClauseRow
from app.ui.library.piece import Piece
from app.ui.library.reading_style import ReadingStyle
from app.ui.parts.case_text import CaseText

Mark = tuple[str, int, int, str]


class SectionView(QWidget):
    """A heading and the pieces below it. Places are anchors of pieces."""

    fact_requested = Signal(int)
    article_requested = Signal(str)
    article_lit = Signal(str)

    def __init__(
        self,
        section: Section,
        number: str,
        pieces: tuple[Piece, ...],
        style: ReadingStyle,
        known: Callable[[str], bool],
        title: str,
    ) -> None:
        super().__init__()
        self.section, self.pieces = section, pieces
        self._style, self._known = style, known
        self._texts: dict[str, CaseText] = {}
        self._rows: dict[str, ClauseRow] = {}
        self._column: QVBoxLayout = column(spacing=10)
        self.setLayout(self._column)
        self._build(number, title)

    def insert(self, widget: QWidget) -> None:
        """Put a widget right below the heading."""
        self._column.insertWidget(1, widget)

    def texts(self) -> list[CaseText]:
        """The texts in reading order."""
        return list(dict.fromkeys(self._texts.values()))

    def text_with(self, anchor: str) -> CaseText | None:
        """The text that holds a piece."""
        return self._texts.get(anchor)

    def y_of(self, anchor: str) -> int:
        """Top of a piece, in pixels from the top of this widget."""
        if anchor in self._rows:
            return self._rows[anchor].y()
        text = self._texts.get(anchor)
        if text is None:
            return 0
        return text.mapTo(self, QPoint(0, 0)).y() + text.block_y(anchor)

    def set_marks(self, marks: Sequence[Mark]) -> None:
        """Underlay these places instead of those before."""
        for text in self.texts():
            text.set_marks([mark for mark in marks if self._texts.get(mark[0]) is text])

    def cited(self) -> list[tuple[str, str]]:
        """(anchor, reference) of every article that is cited here and known, each once."""
        found: dict[str, str] = {}
        for piece in self.pieces:
            if piece.clause is not None:
                for reference in piece.clause.references:
                    found.setdefault(reference, piece.anchor)
            for run in piece.runs:
                if run.href.startswith("law:"):
                    found.setdefault(run.href.removeprefix("law:"), piece.anchor)
        return [(anchor, reference) for reference, anchor in found.items() if self._known(reference)]

    def _build(self, number: str, title: str) -> None:
        text = self._text(title)
        text.add_heading(f"{number}、" if number else "", title, f"heading-{self.section.value}")
        self._texts[f"heading-{self.section.value}"] = text
        for piece in self.pieces:
            if piece.clause is not None:
                row = ClauseRow(piece, piece.clause, self._style, self._known)
                self._follow(row.text)
                self._texts[piece.anchor], self._rows[piece.anchor] = row.text, row
                self._column.addWidget(row)
                continue
            self._texts[piece.anchor] = text
            if piece.kind == "heading":
                text.add_heading("", piece.runs[0].text, piece.anchor, 3)
            elif piece.kind == "table":
                text.add_table(piece.rows, piece.anchor)
            else:
                text.add_paragraph(piece.runs, piece.kind, piece.anchor)
        for built in self.texts():
            built.end()

    def _text(self, name: str) -> CaseText:
        made = self._style.text(name)
        self._follow(made)
        self._column.addWidget(made)
        return made

    def _follow(self, text: CaseText) -> None:
        text.fact_requested.connect(self.fact_requested)
        text.article_requested.connect(self.article_requested)
        text.article_lit.connect(self.article_lit)
