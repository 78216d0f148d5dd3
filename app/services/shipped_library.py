"""The content of an installed program: its index comes compiled with it and is only read."""

import os
from contextlib import suppress
from pathlib import Path

from app.domain.clock import Clock
from app.domain.errors import UserError
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.storage.content_index import ContentIndex

REMEDY = "请重新安装本程序；如果是被杀毒软件隔离了文件，请先恢复。"


class ShippedLibrary(LibraryService):
    """Nothing is compiled as long as the shipped index is sound; damaged or gone, it is made anew in the cache."""

    def __init__(
        self,
        shipped: Path,
        texts: Path,
        cache_dir: Path,
        bus: EventBus,
        clock: Clock,
        own: Path | None = None,
    ) -> None:
        """``shipped`` is the folder of the program with one compiled index in it, ``texts`` the file with the texts."""
        super().__init__(texts, cache_dir, bus, clock, own)
        self._folder, self._shipped = shipped, _index_in(shipped)

    @property
    def repaired(self) -> bool:
        """Whether the index in use had to be made here."""
        return self.ready and not self.without_content and self._base != self._shipped

    def open_newest(self) -> bool:
        """The shipped one, or the one with the unit's own content over it, if that was made before."""
        for path in (*self._own.names_over(self._shipped), self._shipped):
            with suppress(UserError):
                self._adopt(ContentIndex(path))
                self._base = self._shipped
                return True
        return super().open_newest()

    def _prepare_content(self) -> Path:
        if not self._shipped.exists():
            self._shipped = _index_in(self._folder)  # it may have been put back
        if ContentIndex.sound(self._shipped):
            return self._shipped
        if not self._content_dir.is_file():
            raise UserError(f"程序所带的内容索引和内容文件 {self._content_dir} 不在，或已损坏。{REMEDY}")
        from tempfile import TemporaryDirectory  # as the next one: seldom needed

        from app.packs.packed_texts import unpack_texts

        try:
            with TemporaryDirectory(prefix="jingjian-") as folder:
                unpack_texts(self._content_dir, Path(folder))
                return self._compiled(Path(folder))
        except UserError as error:
            raise UserError(f"{error}{REMEDY}") from error
        except OSError as error:
            what = f"程序所带的内容文件 {self._content_dir} 读不出来，或放临时文件的磁盘已满。"
            raise UserError(what + REMEDY) from error


def _index_in(folder: Path) -> Path:
    """Where there is none, a name that no file has."""
    try:
        names = sorted(name for name in os.listdir(folder) if name.endswith(".db"))
    except OSError:
        names = []
    return folder / (names[0] if names else "missing.db")
