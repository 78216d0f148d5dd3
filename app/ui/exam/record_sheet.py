"""A 学习情况记录单 on A4: black on white, no frame, no emblem; the seal's place is left empty."""

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRectF, QSizeF, Qt
from PySide6.QtGui import QColor, QPageLayout, QPageSize, QPainter, QPdfWriter, QTextCursor, QTextDocument

from app.domain.record_sheet import ORIGIN, SEAL_LINE, TITLE, RecordSheet
from app.ui.exam.exam_words import span_words
from app.ui.exam.sheet_writer import BODY, SMALL, SheetWriter, print_font
from app.ui.parts.day_words import moment_words

_RESOLUTION = 300
_FOOT = 84.0
_MANY = 16
_CHECK = "核验：把核验码和结果文件（或核验文件）交组织单位，在统考成绩册里按“核验记录单”。"
_DATE_LINE = "日期：＿＿＿＿年＿＿月＿＿日"


def record_sheet_pdf(sheet: RecordSheet) -> bytes:
    """The sheet as a PDF file, usually one page."""
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setResolution(_RESOLUTION)
    writer.setTitle(TITLE)
    writer.setCreator("镜鉴")
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(22, 20, 22, 18), QPageLayout.Unit.Millimeter)
    points = writer.pageLayout().paintRect(QPageLayout.Unit.Point)
    body = QSizeF(points.width(), points.height() - _FOOT)
    document = sheet_document(sheet)
    document.setPageSize(body)
    painter = QPainter(writer)
    painter.scale(_RESOLUTION / 72, _RESOLUTION / 72)
    pages = document.pageCount()
    for page in range(pages):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * body.height())
        document.drawContents(painter, QRectF(0, page * body.height(), body.width(), body.height()))
        painter.restore()
        _paint_foot(painter, body, page + 1, pages)
    painter.end()
    return bytes(buffer.data().data())


def sheet_document(sheet: RecordSheet) -> QTextDocument:
    """Everything above the foot, in points."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    writer = SheetWriter(QTextCursor(document))
    writer.line(TITLE, 22, bold=True, serif=True, centred=True, first=True)
    writer.line(sheet.occasion, BODY + 2, centred=True)
    writer.table(_facts(sheet), (13, 40, 10, 37), heads=(0, 2))
    writer.line("分专题得分", BODY + 1, bold=True, above=12)
    if sheet.later:
        writer.line(sheet.later, BODY)
    else:
        abreast = min(2, len(sheet.topics))
        widths = (64 / abreast, 36 / abreast) * abreast
        writer.table(_topics(sheet, abreast), widths, header=True, padding=2 if len(sheet.topics) > _MANY else 4)
    writer.line("考试过程记录", BODY + 1, bold=True, above=12)
    writer.line("；".join(sheet.recorded) + "。", BODY)
    writer.line("核验码", BODY + 1, bold=True, above=12)
    writer.line(sheet.code, 20, bold=True, spread=True)
    writer.line(_CHECK, SMALL)
    return document


def _facts(sheet: RecordSheet) -> list[tuple[str, ...]]:
    return [
        ("姓名", sheet.name, "单位", sheet.unit or "—"),
        ("试卷", sheet.title, "卷号", sheet.number),
        ("考试时间", _when(sheet), "用时", f"{span_words(sheet.spent_ms)}，{sheet.reason}"),
        (
            "成绩",
            f"{sheet.score} 分（满分 {sheet.full} 分，{sheet.pass_score} 分合格）",
            "结果",
            "合格" if sheet.passed else "未合格",
        ),
    ]


def _when(sheet: RecordSheet) -> str:
    """From and to; the day once where it is the same one."""
    began, ended = moment_words(sheet.started_at), moment_words(sheet.finished_at)
    day, _, hour = ended.partition(" ")
    return f"{began} 至 {hour if hour and began.startswith(day) else ended}"


def _topics(sheet: RecordSheet, abreast: int) -> list[tuple[str, ...]]:
    """So many topics a line, read downwards."""
    cells = [(topic, f"{got} / {possible}") for topic, got, possible in sheet.topics]
    lines = -(-len(cells) // abreast)
    cells += [("", "")] * (lines * abreast - len(cells))
    rows = [sum((cells[line + lines * place] for place in range(abreast)), ()) for line in range(lines)]
    return [("专题", "得分/满分") * abreast, *rows]


def _paint_foot(painter: QPainter, body: QSizeF, page: int, pages: int) -> None:
    """The lines to sign on stand on the last page only."""
    left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
    painter.setPen(QColor(Qt.GlobalColor.black))
    line = QRectF(0, body.height() + 20, body.width(), 24)
    if page == pages:
        painter.setFont(print_font(BODY))
        painter.drawText(line, left | Qt.AlignmentFlag.AlignVCenter, SEAL_LINE)
        painter.drawText(line, right | Qt.AlignmentFlag.AlignVCenter, _DATE_LINE)
    painter.setFont(print_font(SMALL))
    line.translate(0, 38)
    painter.drawText(line, left | Qt.AlignmentFlag.AlignBottom, ORIGIN)
    if pages > 1:
        painter.drawText(line, right | Qt.AlignmentFlag.AlignBottom, f"{page} / {pages}")
