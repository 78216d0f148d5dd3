"""A case on paper: black text in one column, the disclaimer at the foot of every page."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFrameFormat,
    QTextLength,
    QTextTableFormat,
)
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.case import Case, Section
from app.domain.chinese_numbers import to_chinese
from app.domain.labels import DISCLAIMER, OWN_EXEMPLAR_NOTE
from app.domain.own_exemplar import draft_words
from app.domain.progress import READING
from app.domain.reference import ArticleReference
from app.ui.kit.fonts import SANS, SERIF
from app.ui.library.piece import Piece
from app.ui.parts.case_text import kit_runs
from app.ui.parts.document_print import paint_document, write_document_pdf

Pieces = Mapping[Section, tuple[Piece, ...]]
_BODY, _SMALL, _HEADING, _TITLE = 11.0, 9.0, 14.0, 20.0


def print_case(parent: QWidget, case: Case, pieces: Pieces, to_file: bool) -> str:
    """Print, or write a PDF where the person says; answers the path written, ``""`` if none.

    Raises UserError where the file cannot be written.
    """
    if to_file:
        path, _ = QFileDialog.getSaveFileName(parent, "存为 PDF", f"{case.title}.pdf", "PDF 文件 (*.pdf)")
        if path:
            write_pdf(Path(path), case, pieces)
        return path
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    if QPrintDialog(printer, parent).exec():
        paint_case(printer, case, pieces)
    return ""


def write_pdf(path: Path, case: Case, pieces: Pieces) -> None:
    """Raises UserError where the file cannot be written."""
    write_document_pdf(path, case.title, case_document(case, pieces), _note(case))


def paint_case(printer: QPrinter, case: Case, pieces: Pieces) -> None:
    """Lay the case out on A4 and paint it page by page."""
    paint_document(printer, case_document(case, pieces), _note(case))


def _note(case: Case) -> str:
    return OWN_EXEMPLAR_NOTE if case.own else DISCLAIMER


def case_document(case: Case, pieces: Pieces) -> QTextDocument:
    """The whole case, 停一停 and its answer included, in points."""
    document = QTextDocument()
    document.setDocumentMargin(0)
    cursor = QTextCursor(document)
    _line(cursor, case.title, _TITLE, bold=True, serif=True, first=True)
    _line(cursor, case.subtitle, _BODY)
    _line(cursor, _note(case), _SMALL)
    if draft := draft_words(case):
        _line(cursor, draft, _SMALL)
    number = 0
    for section in (*READING, Section.FOOTNOTE):
        if section not in pieces and (section is not Section.GATE or case.gate is None):
            continue
        number += section is not Section.FOOTNOTE
        title = section.heading(case.kind)
        head = title if section is Section.FOOTNOTE else f"{to_chinese(number)}、{title}"
        _line(cursor, head, _HEADING, bold=True, serif=True, above=12)
        if section is Section.GATE:
            _write_gate(cursor, case)
        for piece in pieces.get(section, ()):
            _write_piece(cursor, piece)
    return document


def _write_gate(cursor: QTextCursor, case: Case) -> None:
    gate = case.gate
    assert gate is not None
    _line(cursor, f"你的角色：{gate.role}　时点：【{gate.moment}】", _BODY)
    _line(cursor, gate.stem, _BODY, bold=True)
    for option in gate.options:
        _line(cursor, f"{option.key}. {option.text}", _BODY)
    comment = "".join(run.text for run in kit_runs(gate.comment, lambda _: True))
    _line(cursor, f"参考答案：{gate.answer}。{comment}", _BODY)


def _write_piece(cursor: QTextCursor, piece: Piece) -> None:
    if piece.kind == "table":
        _table(cursor, piece.rows)
        return
    if piece.kind == "heading":
        if piece.runs[0].text != Section.FOOTNOTE.value:
            _line(cursor, piece.runs[0].text, _BODY + 1, bold=True, above=6)
        return
    if piece.clause is not None:
        facts = "".join(f"【{fact}】" for fact in piece.clause.facts)
        named = [(ArticleReference.parse(one), one) for one in piece.clause.references]
        words = "、".join(parsed.words if parsed is not None else one for parsed, one in named)
        _line(cursor, f"{piece.clause.basis.value}　{words}　{facts}", _BODY, bold=True, above=4)
    _line(cursor, "".join(run.text for run in piece.runs), _SMALL if piece.kind == "small" else _BODY)


def _line(
    cursor: QTextCursor,
    text: str,
    size: float,
    bold: bool = False,
    serif: bool = False,
    first: bool = False,
    above: float = 0,
) -> None:
    if not text:
        return
    layout = QTextBlockFormat()
    layout.setLineHeight(size * 1.7, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
    layout.setTopMargin(above)
    layout.setBottomMargin(size * 0.35)
    if not first:
        cursor.insertBlock(layout)
    else:
        cursor.setBlockFormat(layout)
    cursor.insertText(text, _look(size, bold, serif))


def _table(cursor: QTextCursor, rows: tuple[tuple[str, ...], ...]) -> None:
    frame = QTextTableFormat()
    frame.setBorder(1)
    frame.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    frame.setBorderCollapse(True)
    frame.setCellPadding(4)
    frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    frame.setHeaderRowCount(1)
    table = cursor.insertTable(len(rows), max(len(line) for line in rows), frame)
    for at, line in enumerate(rows):
        for place, text in enumerate(line):
            table.cellAt(at, place).firstCursorPosition().insertText(text, _look(_BODY - 1, at == 0, False))
    cursor.movePosition(QTextCursor.MoveOperation.End)


def _look(size: float, bold: bool, serif: bool) -> QTextCharFormat:
    made = QFont()
    made.setFamilies(SERIF if serif else SANS)
    made.setPixelSize(round(size))
    made.setBold(bold)
    look = QTextCharFormat()
    look.setFont(made)
    look.setForeground(QColor(Qt.GlobalColor.black))
    return look
