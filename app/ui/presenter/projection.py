"""Hands the room's window what it shows: between the controller, which knows all, and the window, which must not."""

from PySide6.QtCore import QObject, QRectF, Slot

from app.ui.kit.tokens import Theme
from app.ui.presenter.audience_window import AudienceWindow
from app.ui.presenter.picture_supply import PictureSupply
from app.ui.presenter.presenter_controller import PresenterController
from app.ui.presenter.sheet_painter import SheetPainter
from app.ui.presenter.sheet_style import LIGHT_PAGE, PAGE_THEMES


class Projection(QObject):
    def __init__(
        self,
        controller: PresenterController,
        window: AudienceWindow,
        painter: SheetPainter,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._window, self._painter = controller, window, painter
        self._pictures = PictureSupply(painter, self)
        window.resized.connect(self.refresh)
        controller.changed.connect(self.refresh)
        controller.options_changed.connect(self.refresh)
        controller.drawn.connect(self._over)
        self.refresh()

    @property
    def theme(self) -> Theme:
        return PAGE_THEMES.get(self._controller.options.theme, LIGHT_PAGE)

    @Slot()
    def refresh(self) -> None:
        window, theme = self._window, self.theme
        size = window.picture_size
        if size.isEmpty():
            return
        view = self._controller.audience()
        self._pictures.set_screen(size, window.devicePixelRatioF(), theme)
        picture = self._pictures.of_view(view, self._controller.presentation)
        texts = [box.rect for box in self._painter.boxes(view.sheet, size, view.number, view.total)]
        film = self._painter.media_rect(view.sheet, QRectF(0, 0, size.width(), size.height()))
        window.show_view(view, picture, theme, texts, film)

    @Slot()
    def _over(self) -> None:
        self._window.show_over(self._controller.audience())

    def close(self) -> None:
        self._pictures.clear()
        self._window.forget()
