"""A4 paper with the margins and the foot of our documents, painted in points and kept as a PDF file."""

from collections.abc import Sequence

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QPdfWriter

from app.exports import house_style as style
from app.exports.clean_text import clean_text
from app.ui.kit.fonts import READING, SANS, face

_RESOLUTION = 300
_POINT = 72 / 25.4
"""Points in a millimetre."""
_FOOT_GAP = 24.0
BODY, SMALL, NOTE = 12.0, 10.5, 9.0
"""Sizes of type, in points."""


class PdfPaper:
    """``width`` and ``height`` of what may be painted on, in points; its corner is (0, 0)."""

    width = style.TEXT_WIDTH * _POINT
    height = (style.PAGE_HEIGHT - style.TOP - style.BOTTOM) * _POINT

    def __init__(self, title: str, foot: Sequence[str]) -> None:
        """``foot``: small lines under the number of the page."""
        self._foot, self._number = tuple(foot), 1
        self._buffer = QBuffer()
        self._buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        self._writer = QPdfWriter(self._buffer)
        self._writer.setResolution(_RESOLUTION)
        self._writer.setTitle(title)
        self._writer.setCreator("镜鉴")
        self._writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
        margins = QMarginsF(style.LEFT, style.TOP, style.RIGHT, 0)
        self._writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
        self.painter = QPainter(self._writer)
        self.painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)

    def next_page(self) -> None:
        self._paint_foot()
        self._writer.newPage()
        self._number += 1

    def text(self, rect: QRectF, words: str, size: float, bold: bool = False, centred: bool = False) -> None:
        """One line, shortened where it is too long."""
        self.painter.setPen(QColor(Qt.GlobalColor.black))
        self.painter.setFont(paper_font(size, bold))
        side = Qt.AlignmentFlag.AlignHCenter if centred else Qt.AlignmentFlag.AlignLeft
        line = clean_text(words).replace("\n", " ")
        shown = self.painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, int(rect.width()))
        self.painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def rule(self, left: float, right: float, y: float) -> None:
        """A thin line across, to write on or between two things."""
        self.painter.setPen(QColor("#808080"))
        self.painter.drawLine(QPointF(left, y), QPointF(right, y))

    def frame(self, rect: QRectF) -> None:
        self.painter.setPen(QColor("#808080"))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRect(rect)

    def to_bytes(self) -> bytes:
        """Ends the last page: nothing can be painted afterwards."""
        self._paint_foot()
        self.painter.end()
        return bytes(self._buffer.data().data())

    def _paint_foot(self) -> None:
        top = self.height + _FOOT_GAP
        self.text(QRectF(0, top, self.width, 16), f"— {self._number} —", SMALL, centred=True)
        for place, line in enumerate(self._foot):
            self.text(QRectF(-20, top + 18 + place * 13, self.width + 40, 13), line, NOTE, centred=True)


def paper_font(size: float, bold: bool = False) -> QFont:
    """A face of ``size`` points on a painter that counts in points."""
    made = face(SANS if bold else READING["fang"], round(size), bold)
    # Figures that were shaped for a Chinese text cannot be copied out of a PDF.
    made.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    return made
