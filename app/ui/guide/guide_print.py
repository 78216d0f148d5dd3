"""The guide on paper, or as a PDF."""

from pathlib import Path

from PySide6.QtGui import QImage
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app import __version__
from app.domain.labels import DISCLAIMER
from app.services.guide_service import GuideService
from app.ui.guide.guide_document import TITLE, GuideDocument
from app.ui.parts.document_print import body_size, paint_document, write_document_pdf


def print_guide(parent: QWidget, guide: GuideService, to_file: bool) -> str:
    """Print, or write a PDF where the person says; answers the path written, "" if none. Raises UserError."""
    if to_file:
        path, _ = QFileDialog.getSaveFileName(parent, "存为 PDF", f"{TITLE}.pdf", "PDF 文件 (*.pdf)")
        if path:
            write_guide(guide, Path(path))
        return path
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec():
        paint_document(printer, guide_document(guide), DISCLAIMER)
    return ""


def write_guide(guide: GuideService, path: Path) -> None:
    """Raises UserError where there is no guide, or the file cannot be written."""
    write_document_pdf(path, TITLE, guide_document(guide), DISCLAIMER)


def guide_document(guide: GuideService) -> GuideDocument:
    return GuideDocument(guide.chapters, __version__, body_size(), lambda target: guide_image(guide, target))


def guide_image(guide: GuideService, target: str) -> QImage | None:
    """The picture that a chapter names; None where the folder has none of that name."""
    file = guide.picture(target)
    image = QImage(str(file)) if file is not None else QImage()
    return None if image.isNull() else image
