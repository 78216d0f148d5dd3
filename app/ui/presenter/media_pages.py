"""Which film or sound belongs to the page that is on."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Slot

from app.domain.deck import DeckPage
from app.domain.sheet import Media
from app.ui.presenter.media_player import MediaPlayer
from app.ui.presenter.presenter_controller import PresenterController


def media_of(page: DeckPage) -> str:
    """The name of its file in the deck's folder, or ""."""
    return next((block.file for block in page.sheet.blocks if isinstance(block, Media)), "")


class MediaPages(QObject):
    """Loads the film when its page comes, stops it when the page goes, pauses it under a curtain."""

    def __init__(
        self,
        controller: PresenterController,
        player: MediaPlayer,
        find: Callable[[str], Path | None],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._controller, self._player, self._find = controller, player, find
        controller.changed.connect(self._follow)
        player.failed.connect(lambda text: controller.said.emit("amber", text))
        self._follow()

    @Slot()
    def _follow(self) -> None:
        now = self._controller.presentation
        name = media_of(now.page)
        if not name:
            self._player.load(None)
            return
        self._player.load(self._find(name) or Path(name))
        if now.covered is not now.covered.NONE:
            self._player.pause()
