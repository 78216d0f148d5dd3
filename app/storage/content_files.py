"""The index files in the cache folder: their names, and clearing away old ones."""

from collections.abc import Collection
from contextlib import suppress
from pathlib import Path

from app.storage.file_steps import wipe_file

FORMAT_VERSION = 9
PREFIX = "content-"


def damage_mark(path: Path) -> Path:
    """Its presence says that the index was found damaged while in use."""
    return path.with_name(path.name + ".damaged")


def sweep(folder: Path, keep: Collection[Path]) -> None:
    """Remove indexes and half-written files that are not in ``keep``; one still open elsewhere stays for next time."""
    for path in folder.glob(f"{PREFIX}*"):
        if path not in keep:
            with suppress(OSError):
                if "-" in path.stem.removeprefix(PREFIX):  # with the unit's own texts: one may have been a mistake
                    wipe_file(path)
                else:
                    path.unlink()
