"""The program's icon for Windows from its drawing: ``python -m release.icon`` writes resources/icons/app.ico.

Small sizes are drawn from a plainer version of the mirror: what is fine at 256 points is mud at 16.
"""

import struct
import sys
from pathlib import Path

from release.facts import ROOT

ICONS = ROOT / "resources" / "icons"
SMALL = (16, 20, 24, 32)
LARGE = (40, 48, 64, 128, 256)


def drawn(svg: Path, size: int) -> tuple[bytes, bytes]:
    """(PNG, the pixels as BGRA from the top)."""
    from PySide6.QtCore import QBuffer, QIODevice
    from PySide6.QtGui import QImage, QPainter
    from PySide6.QtSvg import QSvgRenderer

    picture = QImage(size, size, QImage.Format.Format_ARGB32)
    picture.fill(0)
    painter = QPainter(picture)
    QSvgRenderer(str(svg)).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]
    return bytes(buffer.data().data()), bytes(picture.constBits())


def bitmap(size: int, pixels: bytes) -> bytes:
    """As an icon holds it: header, rows from the bottom, and an empty mask."""
    header = struct.pack("<IiiHHIIiiII", 40, size, size * 2, 1, 32, 0, 0, 0, 0, 0, 0)
    row = size * 4
    rows = b"".join(pixels[at : at + row] for at in range(len(pixels) - row, -1, -row))
    return header + rows + bytes((size + 31) // 32 * 4 * size)


def icon(images: dict[int, bytes]) -> bytes:
    """An .ico file of these sizes."""
    place = 6 + 16 * len(images)
    head, body = struct.pack("<HHH", 0, 1, len(images)), b""
    for size, data in images.items():
        head += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(data), place + len(body))
        body += data
    return head + body


def main() -> int:
    from PySide6.QtGui import QGuiApplication

    application = QGuiApplication(["icon", "-platform", "offscreen"])
    images = {}
    for size in (*SMALL, *LARGE):
        png, pixels = drawn(ICONS / ("app-small.svg" if size in SMALL else "app.svg"), size)
        images[size] = png if size == 256 else bitmap(size, pixels)
    (ICONS / "app.ico").write_bytes(icon(images))
    del application
    return 0


if __name__ == "__main__":
    sys.exit(main())
