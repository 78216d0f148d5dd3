"""Writes blocks into a document with a cursor: formats, Chinese spacing, anchors, links."""

import itertools
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import (
    QBrush,
    QFont,
    QFontMetricsF,
    QImage,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextImageFormat,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from app.ui.kit.cjk import bearings, breakable, spacing
from app.ui.kit.fonts import READING, SERIF, face
from app.ui.kit.rich_box import BOXED
from app.ui.kit.run import Run
from app.ui.kit.tokens import current_theme, px

SPACINGS: dict[str, float] = {"tight": 1.6, "normal": 1.85, "loose": 2.15}
"""Line height in em of each line spacing."""

_HEADINGS = {1: 30.0, 2: 24.0, 3: 20.0}
_MARKER = re.compile(r"（[一二三四五六七八九十百]+）|[①-⑳]\s*|\d+[.．、)）]\s*|[一二三四五六七八九十]+、|[•·—]\s*")
_LINK = "r:"
_JUSTIFIABLE = QTextFormat.Property.UserProperty + 1


@dataclass(frozen=True)
class TextStyle:
    """How the reader wants it: face (a key of READING), size in design pixels, spacing (a key of SPACINGS)."""

    face: str = "hei"
    size: float = 18
    spacing: str = "normal"


class RichWriter:
    """Appends blocks to a document; knows afterwards which block an anchor names and what a link means."""

    def __init__(self, document: Callable[[], QTextDocument], style: TextStyle) -> None:
        """``document`` is asked anew each time: what PySide hands out for it is not valid for as long as it lives."""
        self._document_now, self._style = document, style
        self._cursor = QTextCursor(self._document)
        self._numbers: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._kinds: dict[int, str] = {}
        self._hrefs: list[str] = []
        self._justified = True
        self._empty = True
        self._pictures = itertools.count()
        self._width = 0

    @property
    def _document(self) -> QTextDocument:
        return self._document_now()

    def begin(self) -> None:
        """Empty the document and forget anchors and links."""
        self._document.clear()
        self._document.setUndoRedoEnabled(False)
        self._document.setDocumentMargin(0)
        self._document.setDefaultFont(self._font(self._style.size))
        self._cursor = QTextCursor(self._document)
        self._numbers, self._names, self._kinds, self._hrefs, self._empty = {}, {}, {}, [], True

    def set_style(self, style: TextStyle) -> None:
        """Use another style for what is written from now on."""
        self._style = style

    def set_justified(self, justified: bool) -> None:
        """Justify running text, or set it ragged: narrow columns are not justified."""
        if justified == self._justified:
            return
        self._justified = justified
        cursor = QTextCursor(self._document)
        cursor.beginEditBlock()
        block = self._document.begin()
        while block.isValid():
            if block.blockFormat().property(_JUSTIFIABLE):
                layout = QTextBlockFormat()
                layout.setAlignment(self._alignment())
                cursor.setPosition(block.position())
                cursor.mergeBlockFormat(layout)
            block = block.next()
        cursor.endEditBlock()

    def set_width(self, width: int) -> None:
        """The width of the text in logical pixels, the most that a picture may take."""
        self._width = width

    def heading(self, number: str, text: str, anchor: str, level: int) -> None:
        """Write a heading; its size follows the reading size."""
        pixels = px(_HEADINGS[level] * max(1.0, self._style.size / 18))
        layout = QTextBlockFormat()
        layout.setHeadingLevel(level)
        layout.setTopMargin(0 if self._empty else px(26))
        layout.setBottomMargin(px(12))
        layout.setLineHeight(pixels * 1.4, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        look = QTextCharFormat()
        look.setFont(face(SERIF, pixels, bold=True))
        look.setForeground(current_theme().colour("red"))
        self._open(layout, look, anchor, "heading")
        self._cursor.insertText(number, look)
        look.setForeground(current_theme().colour("text"))
        self._cursor.insertText(text, look)

    def paragraph(self, runs: Sequence[Run], kind: str, anchor: str) -> None:
        """Write a paragraph of some kind."""
        size = 14.0 if kind == "small" else self._style.size
        layout = self._block_format(kind, px(size))
        if kind == "plain" and runs and runs[0].text[:1] in "“‘（《":
            # The opening mark is white on its left: without this the line would seem indented by more than two.
            white = max(0.0, bearings(runs[0].text[0], READING[self._style.face])[0] - 0.1)
            layout.setTextIndent((2 - white) * px(size))
        base = QTextCharFormat()
        base.setFont(self._font(size, bold=kind == "key"))
        base.setForeground(current_theme().colour("text3" if kind == "small" else "text"))
        if kind in ("item", "nested") and runs and (marker := _MARKER.match(runs[0].text)):
            hang = QFontMetricsF(base.font()).horizontalAdvance(marker.group())
            layout.setLeftMargin(layout.leftMargin() + hang)
            layout.setTextIndent(-hang)
        self._cursor.beginEditBlock()
        self._open(layout, base, anchor, kind)
        for number, run in enumerate(runs):
            following = runs[number + 1].text[:1] if number + 1 < len(runs) else ""
            self._write(run, self._run_format(base, run), following, px(size))
        self._cursor.endEditBlock()

    def picture(self, image: QImage | None, description: str, anchor: str) -> None:
        """Write a picture with its description below it; the description alone if there is no picture."""
        if image is not None and not image.isNull():
            layout = QTextBlockFormat()
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.setTopMargin(px(10))
            self._open(layout, QTextCharFormat(), "", "picture")
            url = QUrl(f"picture:{next(self._pictures)}")
            self._document.addResource(QTextDocument.ResourceType.ImageResource.value, url, image)
            look = QTextImageFormat()
            look.setName(url.toString())
            most = self._width or px(560)
            look.setWidth(min(most, px(image.width())))
            look.setHeight(look.width() * image.height() / max(1, image.width()))
            self._cursor.insertImage(look)
        self.paragraph([Run(description, "faint")], "centre", anchor)

    def table(self, rows: Sequence[Sequence[str]], anchor: str) -> None:
        """Write a table as wide as the text. Its anchor is that of an empty line before it."""
        columns = max((len(row) for row in rows), default=0)
        if not columns:
            return
        opening = QTextBlockFormat()
        opening.setLineHeight(px(4), QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        self._open(opening, QTextCharFormat(), anchor, "table")
        frame = QTextTableFormat()
        frame.setBorder(0)
        frame.setBorderCollapse(True)
        frame.setCellSpacing(0)
        frame.setTopMargin(px(6))
        frame.setBottomMargin(px(14))
        frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        frame.setHeaderRowCount(1)
        table = self._cursor.insertTable(len(rows), columns, frame)
        size = max(14.0, self._style.size - 2)
        for at, row in enumerate(rows):
            for place, text in enumerate(row):
                table.cellAt(at, place).setFormat(self._cell_format(at == 0))
                look = QTextCharFormat()
                look.setFont(self._font(size, bold=at == 0))
                look.setForeground(current_theme().colour("text2" if at == 0 else "text"))
                table.cellAt(at, place).firstCursorPosition().insertText(breakable(text), look)
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    @staticmethod
    def _cell_format(heading: bool) -> QTextTableCellFormat:
        theme = current_theme()
        cell = QTextTableCellFormat()
        cell.setBorder(1)
        cell.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        cell.setBorderBrush(QBrush(theme.colour("border_strong")))
        cell.setPadding(px(8))
        if heading:
            cell.setBackground(theme.colour("surface2"))
        return cell

    def block(self, anchor: str) -> QTextBlock | None:
        """The block that an anchor names."""
        number = self._numbers.get(anchor)
        return None if number is None else self._document.findBlockByNumber(number)

    def anchor(self, block: QTextBlock) -> str:
        """The anchor of a block, ``""`` if it has none."""
        return self._names.get(block.blockNumber(), "")

    def anchors(self) -> list[str]:
        """All anchors, in the order of the text."""
        return [self._names[number] for number in sorted(self._names)]

    def boxes(self) -> Iterator[tuple[QTextBlock, str]]:
        """The blocks that stand in a box, with their kind."""
        for number, kind in self._kinds.items():
            if kind in BOXED:
                yield self._document.findBlockByNumber(number), kind

    def href(self, path: str) -> str:
        """What a link inside the document stands for: exactly the string given in its Run."""
        return self._hrefs[int(path)] if path.isdigit() and int(path) < len(self._hrefs) else ""

    def _open(self, layout: QTextBlockFormat, look: QTextCharFormat, anchor: str, kind: str) -> None:
        if self._empty:
            self._cursor.setBlockFormat(layout)
            self._cursor.setBlockCharFormat(look)
            self._empty = False
        else:
            self._cursor.insertBlock(layout, look)
        number = self._cursor.block().blockNumber()
        self._kinds[number] = kind
        if anchor:
            self._numbers[anchor] = number
            self._names[number] = anchor

    def _write(self, run: Run, look: QTextCharFormat, following: str, pixels: int) -> None:
        """Write one run, cut where a character wants a spacing of its own."""
        raw = breakable(run.text)
        done = 0
        for place, space in spacing(raw + following, READING[self._style.face]):
            if place >= len(raw):
                break
            if place > done:
                self._cursor.insertText(raw[done:place], look)
            spaced = QTextCharFormat(look)
            spaced.setFontLetterSpacingType(QFont.SpacingType.AbsoluteSpacing)
            spaced.setFontLetterSpacing(space * pixels)
            self._cursor.insertText(raw[place], spaced)
            done = place + 1
        self._cursor.insertText(raw[done:], look)

    def _run_format(self, base: QTextCharFormat, run: Run) -> QTextCharFormat:
        theme = current_theme()
        look = QTextCharFormat(base)
        if run.style in ("strong", "red"):
            look.setFontWeight(QFont.Weight.Bold)
        if run.style == "red":
            look.setForeground(theme.colour("red"))
        if run.style == "faint":
            look.setForeground(theme.colour("text2"))
        if run.style == "mark":
            look.setBackground(theme.colour("mark"))
        if run.href:
            look.setForeground(theme.colour("ink"))
            look.setAnchor(True)
            look.setAnchorHref(f"{_LINK}{len(self._hrefs)}")
            look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            look.setUnderlineColor(theme.colour("ink"))
            self._hrefs.append(run.href)
        return look

    def _block_format(self, kind: str, pixels: int) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        leading = SPACINGS[self._style.spacing]
        layout.setLineHeight(pixels * leading, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        layout.setBottomMargin(pixels * 0.55)
        if kind in ("plain", "flush"):
            layout.setProperty(_JUSTIFIABLE, True)
            layout.setAlignment(self._alignment())
        if kind == "plain":
            layout.setTextIndent(2 * pixels)
        if kind in BOXED:
            layout.setLeftMargin(px(22))
            layout.setRightMargin(px(18))
            layout.setTopMargin(px(14))
            layout.setBottomMargin(px(24))
        if kind in ("item", "nested"):
            layout.setLeftMargin(pixels * (2 if kind == "item" else 4))
            layout.setBottomMargin(pixels * 0.3)
        if kind == "centre":
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        return layout

    def _alignment(self) -> Qt.AlignmentFlag:
        return Qt.AlignmentFlag.AlignJustify if self._justified else Qt.AlignmentFlag.AlignLeft

    def _font(self, size: float, bold: bool = False) -> QFont:
        return face(READING[self._style.face], px(size), bold)
