"""Pictures of the pages around the current one, made while nothing else happens, so that turning a page only blits."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap

from app.domain.sheet import Sheet
from app.ui.kit.tokens import Theme
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import LIGHT_PAGE

MOST = 5


class CachedPage(NamedTuple):
    """A page to be drawn; ``key`` must change whenever the sheet does (as in `AudienceView`)."""

    key: str
    sheet: Sheet
    number: int
    total: int
    present: str = ""

    @property
    def name(self) -> tuple[str, int, int, str]:
        """What its picture is kept by: quicker to look up than the whole sheet."""
        return self.key, self.number, self.total, self.present


class SheetCache(QObject):
    """At most five pictures of one size and theme; of any other they are dropped.

    The audience window calls ``picture`` in its paintEvent and blits; whoever knows the pages (the controller, never
    the window: it must not hold what comes next) calls ``prepare`` after a turn with the pages that may come next.
    """

    def __init__(self, painter: SheetPainter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._painter = painter
        self._size, self._ratio, self._theme = QSize(), 1.0, LIGHT_PAGE
        self._pictures: dict[tuple[str, int, int, str], QPixmap] = {}
        self._coming: list[CachedPage] = []
        self._idle = QTimer(self)
        self._idle.setInterval(0)
        self._idle.timeout.connect(self._draw_one)

    def set_screen(self, size: QSize, ratio: float = 1.0, theme: Theme = LIGHT_PAGE) -> None:
        """Size in logical pixels, device ratio and theme of the window; the pictures go if one of them changes."""
        if (size, ratio, theme) != (self._size, self._ratio, self._theme):
            self._size, self._ratio, self._theme = QSize(size), ratio, theme
            self._pictures.clear()

    def picture(self, page: CachedPage) -> QPixmap:
        """The picture of the current page: at once if it was prepared, else drawn now."""
        found = self._pictures.pop(page.name, None)
        made = self._draw(page) if found is None else found
        self._keep(page, made)
        return made

    def has(self, page: CachedPage) -> bool:
        """Whether ``picture`` would only hand over."""
        return page.name in self._pictures

    def prepare(self, pages: Sequence[CachedPage]) -> None:
        """Draw ``pages`` when idle, the most likely first: what 下一页 shows, what 上一页 shows, the two beyond.

        Call it after the current page was painted. With the current one they are at most five; more are ignored, and
        pictures that are not among them are the first to go.
        """
        wanted = list({page.name: page for page in pages}.values())[: MOST - 1]
        for page in wanted:  # younger than what nobody asked for
            if page.name in self._pictures:
                self._pictures[page.name] = self._pictures.pop(page.name)
        self._coming = [page for page in wanted if page.name not in self._pictures]
        if self._coming:
            self._idle.start()

    def clear(self) -> None:
        """Forget all pictures and plans: the session is over."""
        self._idle.stop()
        self._coming.clear()
        self._pictures.clear()

    def __len__(self) -> int:
        return len(self._pictures)

    def _draw_one(self) -> None:
        page = self._coming.pop(0) if self._coming else None
        if not self._coming:
            self._idle.stop()
        if page is not None and page.name not in self._pictures and not self._size.isEmpty():
            self._keep(page, self._draw(page))

    def _keep(self, page: CachedPage, made: QPixmap) -> None:
        self._pictures[page.name] = made
        while len(self._pictures) > MOST:
            self._pictures.pop(next(iter(self._pictures)))

    def _draw(self, page: CachedPage) -> QPixmap:
        size, theme = self._size, self._theme
        self._painter.boxes(page.sheet, size, page.number, page.total)  # asked for when the page is turned to
        return self._painter.pixmap(page.sheet, size, page.number, page.total, theme, self._ratio, page.present)
