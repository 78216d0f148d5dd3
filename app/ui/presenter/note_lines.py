"""The speaker's notes of a page, broken into lines of a given width, so that they can run over several sheets."""

from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QTextLayout, QTextLine, QTextOption

from app.domain.script_words import note_label
from app.exports.clean_text import clean_text
from app.ui.presenter.pdf_paper import BODY, paper_font

STEP = 19.0
"""Points from line to line."""


class NoteLines:
    """``notes`` as a `DeckPage` has them; ``width`` in points."""

    def __init__(self, notes: Sequence[tuple[str, str]], width: float) -> None:
        self._kept: list[QTextLayout] = []
        self._lines: list[tuple[QTextLine, str, float]] = []
        for kind, text in notes:
            label = f"{note_label(kind)}：" if kind else ""
            for place, line in enumerate(clean_text(text).split("\n")):
                self._add(label if not place else "", line, width)

    def __len__(self) -> int:
        return len(self._lines)

    def paint(self, painter: QPainter, corner: QPointF, first: int, last: int) -> None:
        """The lines from ``first`` up to ``last`` (not with it), one under the other."""
        painter.setPen(QColor("black"))
        for place, (line, label, indent) in enumerate(self._lines[first:last]):
            y = corner.y() + place * STEP
            if label:
                painter.setFont(paper_font(BODY, bold=True))
                painter.drawText(QPointF(corner.x(), y + line.ascent()), label)
            line.draw(painter, QPointF(corner.x() + indent, y - line.y()))

    def _add(self, label: str, text: str, width: float) -> None:
        """The label stands before the first line, which is so much shorter."""
        layout = QTextLayout(text, paper_font(BODY))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        indent = QFontMetricsF(paper_font(BODY, bold=True)).horizontalAdvance(label) if label else 0.0
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(width - indent)
            self._lines.append((line, label, indent))
            label, indent = "", 0.0
        layout.endLayout()
        self._kept.append(layout)  # its lines are nothing without it
