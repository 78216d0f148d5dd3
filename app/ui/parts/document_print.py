"""A text document on A4: printed, or as a PDF; a line and the page's number at the foot of every page."""

from pathlib import Path

from PySide6.QtCore import QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QFont, QPageLayout, QPageSize, QPainter, QTextDocument
from PySide6.QtPrintSupport import QPrinter

from app.domain.errors import UserError
from app.ui.kit.fonts import SANS

_FOOT, _SMALL = 34.0, 9
_RESOLUTION = 300
_MARGINS = QMarginsF(22, 20, 22, 18)
"""Millimetres: left, top, right, bottom."""
_PAPER = QPageSize(QPageSize.PageSizeId.A4)


def body_size() -> QSizeF:
    """What the text of a page may take, in points, for documents that have to know before they are printed."""
    page = QPageLayout(_PAPER, QPageLayout.Orientation.Portrait, _MARGINS, QPageLayout.Unit.Millimeter)
    return _body(page)


def write_document_pdf(path: Path, title: str, document: QTextDocument, foot: str) -> None:
    """Raises UserError where the file cannot be written."""
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setResolution(_RESOLUTION)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    try:
        path.open("ab").close()
    except OSError as error:
        raise UserError(f"不能写到 {path}。请换一个文件夹，或检查是否正被其他程序打开。") from error
    printer.setOutputFileName(str(path))
    printer.setDocName(title)
    paint_document(printer, document, foot)


def paint_document(printer: QPrinter, document: QTextDocument, foot: str) -> None:
    """Paint a document that is set in points, page by page. Raises UserError where the printer does not begin."""
    printer.setPageSize(_PAPER)
    printer.setPageMargins(_MARGINS, QPageLayout.Unit.Millimeter)
    body = _body(printer.pageLayout())
    if document.pageSize() != body:
        document.setPageSize(body)
    painter = QPainter()
    if not painter.begin(printer):
        raise UserError("打印没有开始。请检查打印机，或换一个文件名。")
    scale = printer.resolution() / 72
    painter.scale(scale, scale)
    for page in range(document.pageCount()):
        if page:
            printer.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        # One point less: a picture at the top of the next page would show its first line here.
        document.drawContents(painter, QRectF(0, page * body.height(), body.width(), body.height() - 1))
        painter.restore()
        _paint_foot(painter, body, foot, f"{page + 1} / {document.pageCount()}")
    painter.end()


def _body(page: QPageLayout) -> QSizeF:
    points = page.paintRect(QPageLayout.Unit.Point)
    return QSizeF(points.width(), points.height() - _FOOT)


def _paint_foot(painter: QPainter, body: QSizeF, foot: str, number: str) -> None:
    face = QFont()
    face.setFamilies(list(SANS))
    face.setPixelSize(_SMALL)
    painter.setFont(face)
    painter.setPen(QColor("#444444"))
    place = QRectF(0, body.height() + 8, body.width(), _FOOT - 8)
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, foot)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)
