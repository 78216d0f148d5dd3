"""The content of an installed program: its index comes compiled with it and is only read."""

import os
from contextlib import suppress
from pathlib import Path

from app.domain.clock import Clock
from app.domain.errors import UserError
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.storage.content_index import ContentIndex


class ShippedLibrary(LibraryService):
    """Nothing is compiled as long as the shipped index is sound; damaged or gone, it is made anew in the cache."""

    def __init__(
        self,
        shipped: Path,
        content_dir: Path,
        cache_dir: Path,
        bus: EventBus,
        clock: Clock,
        own: Path | None = None,
    ) -> None:
        """``shipped`` is the folder of the program with one compiled index in it."""
        super().__init__(content_dir, cache_dir, bus, clock, own)
        self._shipped = _index_in(shipped)

    @property
    def repaired(self) -> bool:
        """Whether the index in use had to be made here."""
        return self.ready and self._base != self._shipped

    def open_newest(self) -> bool:
        """The shipped one, or the one with the unit's own content over it, if that was made before."""
        for path in (*self._own.names_over(self._shipped), self._shipped):
            with suppress(UserError):
                self._adopt(ContentIndex(path))
                self._base = self._shipped
                return True
        return super().open_newest()

    def _prepare_content(self) -> Path:
        return self._shipped if ContentIndex.sound(self._shipped) else super()._prepare_content()


def _index_in(folder: Path) -> Path:
    """Where there is none, a name that no file has."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".db"))
    except OSError:
        names = []
    return folder / (names[0] if names else "missing.db")
