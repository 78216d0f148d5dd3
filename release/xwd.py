"""The picture that Xvfb keeps of its screen (X Window Dump, 32 bits a point), as an image of Qt's."""

import struct
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage


def picture(file: Path) -> "QImage":
    from PySide6.QtGui import QImage

    data = file.read_bytes()
    fields = struct.unpack(">25I", data[:100])
    header, width, height, row, colours = fields[0], fields[4], fields[5], fields[12], fields[19]
    begin = header + colours * 12
    seen = QImage(data[begin : begin + row * height], width, height, row, QImage.Format.Format_RGB32)
    return seen.copy()


def keep_best(folder: Path, target: Path) -> None:
    """Of the pictures taken second by second the last one with the most to see, as PNG; the rest goes."""
    taken = sorted(folder.glob("screen-*.xwd"))
    best = max(taken, key=lambda file: (_to_see(file), file.name), default=None)
    if best is not None:
        picture(best).save(str(target))
    _drop(taken)


def keep_between(folder: Path, begin: Path, end: Path, target: Path) -> None:
    """The last picture taken after ``begin`` was written and before ``end`` was, as PNG; the rest goes."""
    taken = sorted(folder.glob("screen-*.xwd"))
    times = begin.stat().st_mtime, end.stat().st_mtime
    within = [file for file in taken if times[0] < file.stat().st_mtime <= times[1]]
    if within:
        picture(within[-1]).save(str(target))
    _drop(taken)


def _to_see(file: Path) -> int:
    seen = picture(file)  # kept by name: its points are gone with it
    return len(set(bytes(seen.constBits())[::97]))


def _drop(files: list[Path]) -> None:
    for file in files:
        file.unlink()
