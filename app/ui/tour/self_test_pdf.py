"""The parts of the self-test that make a PDF: a record sheet as the product writes it, and a page of the printer's."""

from pathlib import Path

from PySide6.QtGui import QFont, QPainter
from PySide6.QtPrintSupport import QPrinter

from app.domain.exam import Exam
from app.services.services import Services
from app.ui.exam.record_sheet import record_sheet_pdf
from app.ui.kit.fonts import SANS
from app.ui.tour.self_test_parts import SelfTestError

SMALLEST = 4_000
"""Bytes; less holds no text."""


def pdf(services: Services, out: Path) -> str:
    target = out / "学习情况记录单.pdf"
    records = services.exam_records
    records.save_pdf(target, record_sheet_pdf(records.sheet(_exam(services), "某县民政局")))
    return _looked_at(target)


def printed(out: Path) -> str:
    """The library for printers is there; what it prints goes into a file."""
    target = out / "打印.pdf"
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(target))
    painter = QPainter()
    if not painter.begin(printer):
        raise SelfTestError("打印没有开始")
    face = QFont()
    face.setFamilies(list(SANS))
    face.setPointSize(24)
    painter.setFont(face)
    painter.drawText(200, 600, "镜鉴 自检 政务")
    painter.end()
    return _looked_at(target)


def _exam(services: Services) -> Exam:
    """Sat and handed in, every answer right."""
    from app.domain.drawing import draw

    paper = services.library.papers()[0]
    drawn = draw(paper, services.library.bank(), 7)
    exam = services.exams.start_drawn(paper, drawn, 7, "自检", "自检统考")
    for item in exam.items:
        exam = services.exams.answer(exam, item.place, item.question.answer)
    return services.exams.submit(exam)


def _looked_at(file: Path) -> str:
    data = file.read_bytes()
    if not data.startswith(b"%PDF") or len(data) < SMALLEST:
        raise SelfTestError(f"{file.name} 不是完整的 PDF（{len(data)} 字节）")
    return f"{file.name} {len(data) // 1024} KB"
