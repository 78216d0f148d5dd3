"""Draws one projected page: for the audience, the speaker's console, the overview, the printed script and handout."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QRectF, QSize, QSizeF
from PySide6.QtGui import QImage, QPainter, QPixmap

from app.domain.sheet import Media, Picture, Sheet
from app.ui.kit.tokens import Theme
from app.ui.presenter.sheet_foot import foot_marks
from app.ui.presenter.sheet_layout import PageLayout, lay_page
from app.ui.presenter.sheet_marks import Mark, TextMark
from app.ui.presenter.sheet_style import HEIGHT, LIGHT_PAGE, colour, page_rect

_KEPT, _KEPT_BOXES = 64, 16


@dataclass(frozen=True, slots=True)
class TextBox:
    """A piece of text as painted: ``rect`` hugs its lines, in pixels, as is ``size``, the height of its type."""

    rect: QRectF
    text: str
    lines: tuple[str, ...]
    size: float
    role: str


class SheetPainter:
    """Stateless but for its memory of layouts: one for the whole program will do.

    ``find`` gives the file behind the name in a Picture or Media block, or None where there is none.
    """

    def __init__(self, find: Callable[[str], Path | None] = lambda name: None) -> None:
        self._find = find
        self._layouts: dict[tuple[Sheet, int], PageLayout] = {}
        self._boxes: dict[tuple[Sheet, int, int, int, int], tuple[TextBox, ...]] = {}

    def paint(
        self,
        painter: QPainter,
        rect: QRectF,
        sheet: Sheet,
        number: int = 0,
        total: int = 0,
        theme: Theme = LIGHT_PAGE,
        present: str = "",
    ) -> None:
        """Fill ``rect`` (logical pixels, or points of a printer) with the page.

        ``number`` and ``total`` are the page n / m, left out where ``total`` is 0; ``present`` is a short line beside
        it. The painter's own state is kept.
        """
        page = page_rect(rect)
        painter.save()
        painter.setRenderHints(
            QPainter.RenderHint.Antialiasing
            | QPainter.RenderHint.TextAntialiasing
            | QPainter.RenderHint.SmoothPixmapTransform
        )
        layout = self._layout(sheet, page.size())
        painter.setClipRect(rect)
        painter.fillRect(rect, colour(theme, layout.ground))
        painter.translate(page.topLeft())
        painter.scale(page.height() / HEIGHT, page.height() / HEIGHT)
        for mark in (*layout.marks, *foot_marks(sheet, layout.width, number, total, present)):
            mark.paint(painter, theme)
        painter.restore()

    def pixmap(
        self,
        sheet: Sheet,
        size: QSize,
        number: int = 0,
        total: int = 0,
        theme: Theme = LIGHT_PAGE,
        ratio: float = 1.0,
        present: str = "",
    ) -> QPixmap:
        """The page in ``size`` logical pixels at the device ratio ``ratio``, opaque: to blit, for lists and grids."""
        return QPixmap.fromImage(self.image(sheet, size, number, total, theme, ratio, present))

    def image(
        self,
        sheet: Sheet,
        size: QSize,
        number: int = 0,
        total: int = 0,
        theme: Theme = LIGHT_PAGE,
        ratio: float = 1.0,
        present: str = "",
    ) -> QImage:
        """The same as an image: for documents (`save` to PNG)."""
        made = QImage(size * ratio, QImage.Format.Format_RGB32)
        made.setDevicePixelRatio(ratio)
        painter = QPainter(made)
        self.paint(painter, QRectF(0, 0, size.width(), size.height()), sheet, number, total, theme, present)
        painter.end()
        return made

    def boxes(self, sheet: Sheet, size: QSize, number: int = 0, total: int = 0) -> tuple[TextBox, ...]:
        """Every text of the page as it would be painted at ``size``, without painting it; kept for a few pages."""
        key = (sheet, size.width(), size.height(), number, total)
        found = self._boxes.get(key)
        if found is None:
            found = self._measured(sheet, size, number, total)
            if any(isinstance(block, Picture | Media) for block in sheet.blocks):
                return found  # what it says depends on a file
            if len(self._boxes) >= _KEPT_BOXES:
                self._boxes.pop(next(iter(self._boxes)))
            self._boxes[key] = found
        return found

    def media_rect(self, sheet: Sheet, rect: QRectF) -> QRectF | None:
        """Where the film of a Media block plays within ``rect``; None on other pages."""
        page = page_rect(rect)
        inner, scale = self._layout(sheet, page.size()).media, page.height() / HEIGHT
        if inner is None:
            return None
        corner = page.topLeft() + inner.topLeft() * scale
        return QRectF(corner, QSizeF(inner.width() * scale, inner.height() * scale))

    def _measured(self, sheet: Sheet, size: QSize, number: int, total: int) -> tuple[TextBox, ...]:
        page = page_rect(QRectF(0, 0, size.width(), size.height()))
        layout, scale = self._layout(sheet, page.size()), page.height() / HEIGHT
        marks: tuple[Mark, ...] = (*layout.marks, *foot_marks(sheet, layout.width, number, total, ""))
        return tuple(_box(mark, page, scale) for mark in marks if isinstance(mark, TextMark))

    def _layout(self, sheet: Sheet, size: QSizeF) -> PageLayout:
        width = round(HEIGHT * size.width() / size.height()) if size.height() > 0 else round(HEIGHT)
        key = (sheet, width)
        found = self._layouts.get(key)
        if found is None:
            found = lay_page(sheet, width, self._find)
            if found.depends_on_files:
                return found
            if len(self._layouts) >= _KEPT:
                self._layouts.pop(next(iter(self._layouts)))
            self._layouts[key] = found
        return found


def _box(mark: TextMark, page: QRectF, scale: float) -> TextBox:
    hugged = mark.rect()
    rect = QRectF(page.topLeft() + hugged.topLeft() * scale, QSizeF(hugged.width() * scale, hugged.height() * scale))
    return TextBox(rect, mark.text.text, mark.text.words, mark.text.size * scale, mark.role)
