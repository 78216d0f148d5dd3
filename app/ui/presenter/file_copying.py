"""Bringing a film or a picture in: chosen by the user, copied in the background, kept with a deck or a meeting."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.domain.deck_file import DeckFile
from app.domain.errors import UserError
from app.services.deck_service import DeckService
from app.ui.kit.tasks import TaskRunner
from app.ui.presenter.file_choice import FileChoice


class FileCopying(QObject):
    """``keeper`` is the id of the deck or the meeting that the files are kept with."""

    def __init__(
        self, owner: QWidget, decks: DeckService, keeper: str, say: Callable[[str, str], None], files: FileChoice
    ) -> None:
        super().__init__(owner)
        self._owner, self._decks, self._keeper, self._say, self._files = owner, decks, keeper, say, files
        self._tasks: TaskRunner | None = None

    def begin(self, title: str, kinds: str, copied: Callable[[DeckFile, Path], None]) -> None:
        """``kinds`` as a file dialog filters; ``copied`` gets the copy and the file chosen, and may raise UserError."""
        source = self._files.open(self._owner, title, kinds)
        if source is None:
            return
        if self._tasks is None:
            self._tasks = TaskRunner(self._failed, self)
        self._say("ink", f"正在复制“{source.name}”……")
        copy = self._decks.files.copy_in

        def done(file: DeckFile) -> None:
            try:
                copied(file, source)
            except UserError as error:
                self._failed(error)

        self._tasks.run(self, lambda: copy(self._keeper, source), done, self._failed)

    def keep(self, file: DeckFile) -> None:
        """Raises UserError."""
        self._decks.keep_file(self._keeper, file)

    def close(self) -> None:
        """Wait for what is being copied; it is not taken in any more."""
        if self._tasks is not None:
            self._tasks.close()

    def _failed(self, error: Exception) -> None:
        if not isinstance(error, UserError):
            raise error
        self._say("red", str(error))
