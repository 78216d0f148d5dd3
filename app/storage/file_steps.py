"""The steps by which a finished file becomes the file: on disk first, then under its name."""

import os
import sys
from contextlib import suppress
from pathlib import Path

ZEROS = 1024 * 1024


def sync_file(path: Path) -> None:
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """A new name must be on disk too (Linux); where a folder cannot be synced that is no reason to fail."""
    if sys.platform == "win32":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_whole(path: Path, data: bytes) -> None:
    """The file holds all of ``data`` or is as it was; its folder is made where it is missing. Raises OSError."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f"{path.name}.part{os.getpid()}")
    try:
        part.write_bytes(data)
        sync_file(part)
        os.replace(part, path)
        sync_folder(path.parent)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def wipe_file(path: Path) -> None:
    """Written over with zeros once, then deleted; nothing is done where there is none. Raises OSError.

    A solid-state disk, or a file system that copies on writing, may keep the old blocks all the same.
    """
    try:
        with path.open("rb+") as file:
            left = os.fstat(file.fileno()).st_size
            while left > 0:
                left -= file.write(bytes(min(left, ZEROS)))
            file.flush()
            os.fsync(file.fileno())
    except FileNotFoundError:
        return
    path.unlink(missing_ok=True)
    sync_folder(path.parent)


def publish_new(part: Path, path: Path) -> None:
    """Give a new file its name, unless another process was faster: then that one's file counts.

    Raises OSError where there is neither.
    """
    try:
        try:
            os.link(part, path)
        except FileExistsError:
            pass
        except OSError:  # a file system without hard links (FAT), or the other one swept our part away
            if not path.exists():
                os.rename(part, path)
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    sync_folder(path.parent)


def set_aside(path: Path, stamp: str) -> Path:
    """Rename what there is of a database; nothing is deleted or overwritten. Returns the new name.

    The main file goes first: left alone, its log would be taken for another database's. Raises OSError.
    """
    endings = ("", "-wal", "-journal", "-shm")
    target = path.with_name(f"{path.name}.damaged-{stamp}")
    number = 1
    while any(target.with_name(target.name + ending).exists() for ending in endings):
        number += 1
        target = path.with_name(f"{path.name}.damaged-{stamp}.{number}")
    found = [ending for ending in endings if path.with_name(path.name + ending).exists()]
    for ending in found:
        old = path.with_name(path.name + ending)
        os.rename(old, target.with_name(target.name + ending))
    sync_folder(path.parent)
    return target
