"""The pictures for one window, and those that it may need next, made by the one painter while nothing else happens."""

from PySide6.QtCore import QObject, QSize, QTimer
from PySide6.QtGui import QPixmap

from app.domain.audience_view import AudienceView
from app.domain.presentation import Presentation, sheet_key
from app.ui.kit.tokens import Theme
from app.ui.presenter.sheet_cache import CachedPage, SheetCache
from app.ui.presenter.sheet_painter import SheetPainter

AFTER_MS = 30
"""Pages ahead are drawn when the current one has been painted."""


class PictureSupply(QObject):
    """It knows what may come next; the window itself is handed one picture at a time."""

    def __init__(self, painter: SheetPainter, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._cache = SheetCache(painter, self)
        self._presentation: Presentation | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(AFTER_MS)
        self._later.timeout.connect(self._prepare)

    def set_screen(self, size: QSize, ratio: float, theme: Theme) -> None:
        self._cache.set_screen(size, ratio, theme)

    def of_view(self, view: AudienceView, presentation: Presentation) -> QPixmap:
        """What the room sees."""
        return self._made(CachedPage(view.key, view.sheet, view.number, view.total, view.present), presentation)

    def of_state(self, presentation: Presentation) -> QPixmap:
        """What the room would see of this state if nothing covered it and nothing was held."""
        return self._made(_page(presentation), presentation)

    def clear(self) -> None:
        self._later.stop()
        self._presentation = None
        self._cache.clear()

    def _made(self, page: CachedPage, presentation: Presentation) -> QPixmap:
        picture = self._cache.picture(page)
        self._presentation = presentation
        self._later.start()
        return picture

    def _prepare(self) -> None:
        now = self._presentation
        if now is not None:
            forward = now.next()
            self._cache.prepare([_page(one) for one in (forward, now.previous(), forward.next(), now.reveal())])


def _page(presentation: Presentation) -> CachedPage:
    sheet = presentation.sheet_at(presentation.index)
    key = sheet_key(presentation.page.id, sheet)
    return CachedPage(key, sheet, presentation.number, presentation.total, presentation.present)
