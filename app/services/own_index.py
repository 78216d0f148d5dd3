"""The content with what the unit itself has written: an index of its own over the one of the program's content."""

import logging
from pathlib import Path
from typing import NamedTuple

from app.domain.errors import UserError
from app.packs.own_files import own_mark
from app.storage.content_files import PREFIX
from app.storage.content_index import ContentIndex

log = logging.getLogger(__name__)


def fingerprint_of(path: Path) -> str:
    """Of the program's content, whether the index holds what is the unit's too or not."""
    return path.stem.removeprefix(PREFIX).partition("-")[0]


class OwnIndex(NamedTuple):
    """``content-<fingerprint>-<mark of the unit's files>.db`` in the cache. ``folder`` is where the files
    are: ``ledger`` in the data folder."""

    folder: Path | None
    cache_dir: Path

    def names_over(self, base: Path) -> tuple[Path, ...]:
        """Where the index over ``base`` lies; nothing while the unit has nothing of its own.

        There is a second name, for when the first is damaged and cannot be replaced because it is open.
        """
        mark = own_mark(self.folder)
        if not mark:
            return ()
        name = f"{PREFIX}{fingerprint_of(base)}-{mark}"
        return self.cache_dir / f"{name}.db", self.cache_dir / f"{name}-2.db"

    def prepare(self, base: Path, names: tuple[Path, ...], in_memory: ContentIndex | None, used: Path | None) -> "Made":
        """Make it over ``base``, which is in memory only where that is given; ``used`` is not written over.

        Whatever goes wrong costs what is the unit's only: the content itself is there without them.
        """
        for path in names:
            if ContentIndex.sound(path):
                return Made(path)
        target = names[1] if used == names[0] else names[0]
        try:
            return self._made(base, target, in_memory)
        except Exception:
            log.exception("the unit's own content")
            return Made(base, in_memory)

    def _made(self, base: Path, target: Path, in_memory: ContentIndex | None) -> "Made":
        from app.packs.own_content import read_own_content
        from app.storage.content_extension import build_extended

        assert self.folder is not None
        source = in_memory or ContentIndex(base)
        try:
            taken = {entry["short"] for entry in source.summaries("regulation")}
            own = read_own_content(self.folder, taken)
            if in_memory is None:
                try:
                    build_extended(base, own.regulations, own.cases, own.problems, target)
                    return Made(target)
                except UserError:
                    log.warning("the cache cannot be written")
            return Made(target, source.in_memory_with(own.regulations, own.cases, own.problems, target))
        finally:
            if source is not in_memory:
                source.close()


class Made(NamedTuple):
    """An index and, where it could not be written, itself."""

    path: Path
    in_memory: ContentIndex | None = None
