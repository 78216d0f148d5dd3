"""Long Chinese text to read, select and mark: a document built block by block, never from HTML."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QRectF, QUrl, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextEdit, QWidget

from app.ui.kit.rich_box import paint_box
from app.ui.kit.rich_places import RichPlaces
from app.ui.kit.rich_writer import RichWriter, TextStyle
from app.ui.kit.run import Run
from app.ui.kit.sealed_browser import SealedBrowser
from app.ui.kit.tokens import Theme, current_theme, px

_NARROW = 120
_JUSTIFIED_FROM = 24


@dataclass(frozen=True)
class _Piece:
    """One call that built the document, kept to build it again in another size or colour."""

    build: Callable[[RichWriter], None]


class RichText(SealedBrowser):
    """Blocks of Chinese text with fixed line height; its height follows the document, an outer area scrolls it.

    Pictures come from ``provider``, asked by name, and from nowhere else.
    Positions go in and out as (anchor, start, end) in the clean text, without the invisible break marks.
    """

    link_activated = Signal(str)
    link_hovered = Signal(str)
    """The link under the pointer, ``""`` when it has left."""

    def __init__(
        self,
        name: str = "",
        face: str = "hei",
        size: float = 18,
        spacing: str = "normal",
        provider: Callable[[str], QImage | None] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(name, parent)
        self._style = TextStyle(face, size, spacing)
        self._provider = provider
        self._pieces: list[_Piece] = []
        self._marks: list[tuple[str, int, int, str]] = []
        self._built_for: Theme = current_theme()
        self._writer = RichWriter(self.document, self._style)
        self._places = RichPlaces(self._writer)
        self._dress()
        self._writer.begin()
        self.anchorClicked.connect(lambda url: self.link_activated.emit(self._writer.href(url.path())))
        self.highlighted.connect(self._hover)
        self.document().documentLayout().documentSizeChanged.connect(self._fit)

    # ---- building

    def begin(self) -> None:
        """Empty the document."""
        self._pieces, self._marks = [], []
        self._writer.begin()
        self.setExtraSelections([])

    def add_heading(self, number: str, text: str, anchor: str = "", level: int = 2) -> None:
        """Add a heading: the number in red, the text in the title face."""
        self._add(lambda writer: writer.heading(number, text, anchor, level))

    def add_paragraph(self, runs: Sequence[Run | str] | str, kind: str = "plain", anchor: str = "") -> None:
        """Add a paragraph of kind plain (indented), flush, quote, key, item, nested, small or centre."""
        given = [runs] if isinstance(runs, str) else list(runs)
        pieces = [Run(run) if isinstance(run, str) else run for run in given]
        self._add(lambda writer: writer.paragraph(pieces, kind, anchor))

    def add_picture(self, name: str, description: str, anchor: str = "") -> None:
        """Add the picture that the provider has under ``name``, at most as wide as the text; else its description."""
        image = self._provider(name) if self._provider is not None else None
        self._add(lambda writer: writer.picture(image, description, anchor))

    def add_table(self, rows: Sequence[Sequence[str]], anchor: str = "") -> None:
        """Add a table of plain text; the first row is its heading."""
        cells = [list(line) for line in rows]
        self._add(lambda writer: writer.table(cells, anchor))

    def end(self) -> None:
        """Settle the height after building; call once after the last block."""
        self._fit()

    def set_style(self, face: str | None = None, size: float | None = None, spacing: str | None = None) -> None:
        """Change face (hei, song, fang), size (16 to 32) or line spacing (tight, normal, loose) of what is shown."""
        old = self._style
        self._style = TextStyle(face or old.face, size or old.size, spacing or old.spacing)
        if self._style != old:
            self._rebuild()

    def style_now(self) -> tuple[str, float, str]:
        """Face, size and line spacing in use."""
        return self._style.face, self._style.size, self._style.spacing

    # ---- places

    def block_y(self, anchor: str) -> int:
        """Top of the anchored block, in pixels from the top of this widget; 0 if there is none."""
        block = self._writer.block(anchor)
        return round(self.document().documentLayout().blockBoundingRect(block).y()) if block is not None else 0

    def anchor_at(self, y: int) -> str:
        """The anchor of the last block that begins at or above ``y``."""
        found = ""
        for anchor in self._writer.anchors():
            if self.block_y(anchor) > y:
                break
            found = anchor
        return found

    def plain_text(self, anchor: str) -> str:
        """The clean text of an anchored block."""
        return self._places.text(anchor)

    # ---- selection and marks

    def clean_selections(self) -> list[tuple[str, int, int, str]]:
        """The selected text, one (anchor, start, end, text) for each anchored block it touches."""
        return self._places.spans(self.textCursor())

    def clean_selection(self) -> tuple[str, int, int, str] | None:
        """The selected text within the first block it touches; None if nothing is selected."""
        return next(iter(self.clean_selections()), None)

    def set_marks(self, marks: Sequence[tuple[str, int, int, str]]) -> None:
        """Underlay these places (anchor, start, end) with a colour token, instead of those before."""
        self._marks = list(marks)
        selections = []
        for anchor, start, end, token in self._marks:
            cursor = self._places.cursor(anchor, start, end)
            if cursor is not None:
                shown = QTextEdit.ExtraSelection()
                look = QTextCharFormat()
                look.setBackground(current_theme().colour(token))
                shown.cursor, shown.format = cursor, look  # type: ignore[attr-defined]
                selections.append(shown)
        self.setExtraSelections(selections)

    def mark_at(self, point: QPoint) -> tuple[str, int, int, str] | None:
        """The mark under a point of this widget."""
        anchor, offset = self._places.at(self.cursorForPosition(point))
        return next((mark for mark in self._marks if mark[0] == anchor and mark[1] <= offset <= mark[2]), None)

    def select(self, anchor: str, start: int, end: int) -> None:
        """Select a place and bring it into view."""
        cursor = self._places.cursor(anchor, start, end)
        if cursor is not None:
            self.setTextCursor(cursor)
            self.reveal(self.cursorRect())

    def matches(self, text: str) -> list[tuple[str, int, int]]:
        """All places of ``text``, in order."""
        return self._places.matches(text)

    def find(self, text: str, backward: bool = False) -> bool:  # type: ignore[override]
        """Select the next place of ``text`` after the selection, going round at the end; False if there is none."""
        places = self.matches(text)
        if not places:
            return False
        cursor = self.textCursor()
        spans = [self._places.cursor(*place) for place in places]
        order = [(span.selectionStart(), place) for span, place in zip(spans, places, strict=True) if span is not None]
        if backward:
            before = [place for at, place in order if at < cursor.selectionStart()]
            self.select(*(before[-1] if before else order[-1][1]))
        else:
            here = cursor.selectionEnd() if cursor.hasSelection() else cursor.position()
            after = [place for at, place in order if at >= here]
            self.select(*(after[0] if after else order[0][1]))
        return True

    def focused_link(self) -> str:
        """The link that Tab has reached, exactly as given in its Run; ``""`` if there is none."""
        look = self.textCursor().charFormat()
        reached = self.hasFocus() and self.textCursor().hasSelection() and look.isAnchor()
        return self._writer.href(QUrl(look.anchorHref()).path()) if reached else ""

    def focus_rect(self) -> QRect:
        """Where the focus ring goes: the link that Tab has reached, else the whole text."""
        cursor = self.textCursor()
        if not cursor.hasSelection() or not cursor.charFormat().isAnchor():
            return self.rect()
        start = QTextCursor(cursor)
        start.setPosition(cursor.selectionStart())
        first, last = self.cursorRect(start), self.cursorRect(cursor)
        return first.united(last).adjusted(0, 0, px(4), 0) if first.top() == last.top() else QRect()

    # ---- Qt

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and current_theme() != self._built_for:
            self._rebuild()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._writer.set_justified(self.viewport().width() >= px(self._style.size) * _JUSTIFIED_FROM)
            self._writer.set_width(self.viewport().width())
            self._fit()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for block, kind in self._writer.boxes():
            box = self.document().documentLayout().blockBoundingRect(block)
            place = QRectF(0, box.y() - px(3), self.viewport().width(), box.height() + px(19))
            if place.intersects(QRectF(event.rect())):
                paint_box(painter, place.adjusted(0.5, 0.5, -0.5, -0.5), kind)
        painter.end()
        super().paintEvent(event)

    # ---- inside

    def _dress(self) -> None:
        theme = current_theme()
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, theme.colour("surface", 0))
        palette.setColor(QPalette.ColorRole.Text, theme.colour("text"))
        palette.setColor(QPalette.ColorRole.Highlight, theme.colour("ink_line"))
        palette.setColor(QPalette.ColorRole.HighlightedText, theme.colour("text"))
        self.setPalette(palette)

    def _add(self, build: Callable[[RichWriter], None]) -> None:
        self._pieces.append(_Piece(build))
        build(self._writer)

    def _rebuild(self) -> None:
        self._built_for = current_theme()
        self._dress()
        self._writer.set_style(self._style)
        self._writer.begin()
        for piece in self._pieces:
            piece.build(self._writer)
        self._writer.set_justified(self.viewport().width() >= px(self._style.size) * _JUSTIFIED_FROM)
        self.set_marks(self._marks)
        self._fit()

    def _fit(self) -> None:
        if self.width() >= px(_NARROW):
            layout = self.document().documentLayout()
            ends = [layout.blockBoundingRect(block).bottom() + px(18) for block, _ in self._writer.boxes()]
            height = int(max(layout.documentSize().height() + px(8), *ends, 0))
            if height != self.height():
                self.setFixedHeight(height)

    def _hover(self, url: QUrl) -> None:
        self.link_hovered.emit(self._writer.href(url.path()) if not url.isEmpty() else "")
