"""Lines and ruled tables on paper, in points: black, no colour to carry a meaning."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.ui.kit.fonts import SANS, SERIF

BODY, SMALL = 11.0, 9.5
_RULE = "#555555"


class SheetWriter:
    def __init__(self, cursor: QTextCursor) -> None:
        self._cursor = cursor

    def line(
        self,
        text: str,
        size: float,
        bold: bool = False,
        serif: bool = False,
        centred: bool = False,
        spread: bool = False,
        first: bool = False,
        above: float = 0,
    ) -> None:
        """A paragraph; ``spread`` sets its characters apart."""
        layout = QTextBlockFormat()
        layout.setLineHeight(size * 1.6, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        layout.setTopMargin(above)
        layout.setBottomMargin(size * 0.3)
        if centred:
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if first:
            self._cursor.setBlockFormat(layout)
        else:
            self._cursor.insertBlock(layout)
        look = _look(size, bold, serif)
        if spread:
            look.setFontLetterSpacing(108)
        self._cursor.insertText(text, look)

    def table(
        self,
        rows: Sequence[Sequence[str]],
        widths: Sequence[float],
        heads: Sequence[int] = (),
        header: bool = False,
        padding: float = 4,
    ) -> None:
        """``widths`` in percent; ``heads`` are columns that name what stands beside them."""
        frame = QTextTableFormat()
        frame.setBorder(0)
        frame.setBorderCollapse(True)
        frame.setTopMargin(6)
        frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        frame.setColumnWidthConstraints([QTextLength(QTextLength.Type.PercentageLength, width) for width in widths])
        frame.setHeaderRowCount(int(header))
        table = self._cursor.insertTable(len(rows), len(widths), frame)
        for at, row in enumerate(rows):
            for place, text in enumerate(row):
                named = place in heads or (header and at == 0)
                cell = table.cellAt(at, place)
                cell.setFormat(_ruled(padding))
                cell.firstCursorPosition().insertText(text, _look(BODY, named, False))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)


def print_font(size: float, bold: bool = False, serif: bool = False) -> QFont:
    """A face of ``size`` points on a painter that counts in points."""
    made = QFont()
    made.setFamilies(SERIF if serif else SANS)
    made.setPixelSize(round(size))
    made.setBold(bold)
    # Figures that were shaped for a Chinese text cannot be copied out of a PDF: the code would be lost.
    made.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return made


def _ruled(padding: float) -> QTextTableCellFormat:
    ruled = QTextTableCellFormat()
    ruled.setBorder(1)
    ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    ruled.setBorderBrush(QBrush(QColor(_RULE)))
    ruled.setPadding(padding)
    return ruled


def _look(size: float, bold: bool, serif: bool) -> QTextCharFormat:
    look = QTextCharFormat()
    look.setFont(print_font(size, bold, serif))
    look.setForeground(QColor(Qt.GlobalColor.black))
    return look
