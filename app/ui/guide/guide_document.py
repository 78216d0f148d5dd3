"""The whole guide as one document for paper, in points: a first page with the contents, each chapter on a new page."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QColor,
    QFont,
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

from app.domain.guide import GuideChapter
from app.domain.prose import Block, BlockKind, Inline, RunKind, plain_text
from app.ui.kit.fonts import SANS, SERIF

TITLE = "镜鉴使用说明"
_BODY, _SMALL, _SECTION, _CHAPTER, _COVER = 11, 9, 14, 20, 30
_BREAK = QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore
_TALLEST = 0.42
"""Of a page: more no picture takes."""
_KEPT = 70.0
"""Points below a heading that have to be on its page, or it goes to the next."""


class GuideDocument(QTextDocument):
    """``body`` is what the text of a page may take; ``picture`` gives the image of a name, or None."""

    def __init__(
        self,
        chapters: Sequence[GuideChapter],
        version: str,
        body: QSizeF,
        picture: Callable[[str], QImage | None],
    ) -> None:
        super().__init__()
        self._body, self._picture, self._pictures = body, picture, 0
        self._kept: set[int] = set()
        self._chapters: list[int] = []
        self.setDocumentMargin(0)
        self._cursor = QTextCursor(self)
        self._cover(chapters, version)
        for chapter in chapters:
            self._chapter(chapter)
        self.setPageSize(body)
        self._keep_together()
        self._fill_contents(len(chapters))

    def page_of(self, block: QTextBlock) -> int:
        """The number of the page on which the first line of a block stands, from 1."""
        top = self.documentLayout().blockBoundingRect(block).y() + block.layout().lineAt(0).rect().center().y()
        return int(top // self._body.height()) + 1

    # private

    def _cover(self, chapters: Sequence[GuideChapter], version: str) -> None:
        self._line(TITLE, _COVER, bold=True, serif=True, first=True, above=90)
        self._line(f"版本 {version}", _BODY)
        self._line("", _BODY, above=30)
        self._first_of_contents = self._cursor.block().blockNumber() + 1
        for chapter in chapters:
            self._line(f"{chapter.number}　{chapter.title}", 13)

    def _chapter(self, chapter: GuideChapter) -> None:
        self._line(f"{chapter.number}　{chapter.title}", _CHAPTER, bold=True, serif=True, new_page=True)
        self._chapters.append(self._cursor.block().blockNumber())
        for block in chapter.opening:
            self._block(block)
        for section in chapter.sections:
            self._line(f"{section.number}　{section.title}", _SECTION, bold=True, serif=True, above=14)
            self._kept.add(self._cursor.block().blockNumber())
            for block in section.blocks:
                self._block(block)

    def _block(self, block: Block) -> None:
        match block.kind:
            case BlockKind.TABLE:
                self._table([plain_text(line).split("\t") for line in block.lines])
            case BlockKind.IMAGE:
                self._image(block.target, plain_text(block.lines[0]))
            case BlockKind.BULLETS | BlockKind.NUMBERS:
                numbers = [f"{number}. " for number in block.target.split()] or ["• "] * len(block.lines)
                for number, line in zip(numbers, block.lines, strict=True):
                    self._runs(line, number, left=22)
            case BlockKind.QUOTE:
                self._runs(block.lines[0], "", left=12, ground="#F3F1EC")
            case BlockKind.HEADING:
                self._line(plain_text(block.lines[0]), _BODY + 1, bold=True, above=8)
                self._kept.add(self._cursor.block().blockNumber())
            case _:
                self._runs(block.lines[0], "")

    def _runs(self, line: Inline, number: str, left: float = 0, ground: str = "") -> None:
        layout = self._layout(_BODY)
        layout.setLeftMargin(left)
        layout.setTextIndent(-16 if number else 0)
        if ground:
            layout.setBackground(QColor(ground))
        self._cursor.insertBlock(layout)
        self._cursor.insertText(number, _look(_BODY))
        for run in line:
            self._cursor.insertText(run.text, _look(_BODY, run.kind in (RunKind.STRONG, RunKind.KEY)))

    def _image(self, target: str, words: str) -> None:
        image = self._picture(target)
        if image is not None:
            layout = QTextBlockFormat()
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            layout.setTopMargin(6)
            self._cursor.insertBlock(layout)
            self._pictures += 1
            url = QUrl(f"picture:{self._pictures}")
            self.addResource(QTextDocument.ResourceType.ImageResource.value, url, image)
            look = QTextImageFormat()
            look.setName(url.toString())
            most, tallest = self._body.width() * 0.96, self._body.height() * _TALLEST
            scale = min(most / image.width(), tallest / image.height(), 0.6)
            look.setWidth(image.width() * scale)
            look.setHeight(image.height() * scale)
            self._cursor.insertImage(look)
            self._kept.add(self._cursor.block().blockNumber())
        self._line(words, _SMALL, centred=True)

    def _table(self, rows: list[list[str]]) -> None:
        frame = QTextTableFormat()
        frame.setBorder(0)
        frame.setBorderCollapse(True)
        frame.setTopMargin(4)
        frame.setBottomMargin(8)
        frame.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
        frame.setHeaderRowCount(1)
        columns = max(len(line) for line in rows)
        if columns == 2:
            frame.setColumnWidthConstraints(
                [QTextLength(QTextLength.Type.PercentageLength, share) for share in (36, 64)]
            )
        ruled = QTextTableCellFormat()
        ruled.setBorder(0.5)
        ruled.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
        ruled.setBorderBrush(QColor("#AAAAAA"))
        ruled.setPadding(3)
        table = self._cursor.insertTable(len(rows), columns, frame)
        for at, line in enumerate(rows):
            for place, text in enumerate(line):
                table.cellAt(at, place).setFormat(ruled)
                table.cellAt(at, place).firstCursorPosition().insertText(text, _look(_BODY - 1, at == 0))
        self._cursor.movePosition(QTextCursor.MoveOperation.End)

    def _line(
        self,
        text: str,
        size: int,
        bold: bool = False,
        serif: bool = False,
        first: bool = False,
        above: float = 0,
        new_page: bool = False,
        centred: bool = False,
    ) -> None:
        layout = self._layout(size)
        layout.setTopMargin(above)
        if new_page:
            layout.setPageBreakPolicy(_BREAK)
        if centred:
            layout.setAlignment(Qt.AlignmentFlag.AlignHCenter)
        if first:
            self._cursor.setBlockFormat(layout)
        else:
            self._cursor.insertBlock(layout)
        self._cursor.insertText(text, _look(size, bold, serif))

    def _layout(self, size: int) -> QTextBlockFormat:
        layout = QTextBlockFormat()
        layout.setLineHeight(size * 1.65, QTextBlockFormat.LineHeightTypes.FixedHeight.value)
        layout.setBottomMargin(size * 0.4)
        return layout

    def _keep_together(self) -> None:
        """Qt does not do it: a heading without its text, a picture without its words, or a short text that would be
        torn begins the next page."""
        block = self.begin()
        while block.isValid():
            self.pageCount()  # lays out all that has moved
            follows = block.blockNumber() in self._kept and block.next().isValid()
            apart = follows and (self.page_of(block.next()) != self.page_of(block) or self._is_low(block))
            if (apart or self._is_torn(block)) and QTextCursor(block).currentTable() is None:
                layout = QTextBlockFormat()
                layout.setPageBreakPolicy(_BREAK)
                QTextCursor(self._first_heading(block)).mergeBlockFormat(layout)
            block = block.next()

    def _first_heading(self, block: QTextBlock) -> QTextBlock:
        """Of headings that follow each other the first goes to the next page, and takes the others along."""
        while (before := block.previous()).blockNumber() in self._kept and before.text().strip("\ufffc"):
            block = before
        return block

    def _is_torn(self, block: QTextBlock) -> bool:
        """Two or three lines, not all on one page."""
        lines = block.layout().lineCount()
        if not 1 < lines < 4:
            return False
        top = self.documentLayout().blockBoundingRect(block).y()
        last = top + block.layout().lineAt(lines - 1).rect().center().y()
        return int(last // self._body.height()) + 1 != self.page_of(block)

    def _is_low(self, block: QTextBlock) -> bool:
        """A heading with no room under it; a picture has its words there."""
        end = self.documentLayout().blockBoundingRect(block).bottom()
        return bool(block.text().strip("\ufffc")) and self._body.height() - end % self._body.height() < _KEPT

    def _fill_contents(self, count: int) -> None:
        self.pageCount()
        pages = [self.page_of(self.findBlockByNumber(number)) for number in self._chapters]
        for place in range(count):
            block = self.findBlockByNumber(self._first_of_contents + place)
            cursor = QTextCursor(block)
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
            cursor.insertText(f"　　第 {pages[place]} 页", _look(_BODY))


def _look(size: int, bold: bool = False, serif: bool = False) -> QTextCharFormat:
    made = QFont()
    made.setFamilies(list(SERIF if serif else SANS))
    made.setPixelSize(size)
    made.setBold(bold)
    # Figures that were shaped for a Chinese text cannot be copied out of a PDF.
    made.setStyleStrategy(QFont.StyleStrategy.PreferNoShaping)
    look = QTextCharFormat()
    look.setFont(made)
    look.setForeground(QColor(Qt.GlobalColor.black))
    return look
