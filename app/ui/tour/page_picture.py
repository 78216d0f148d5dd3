"""Pictures of paper: the first page of a PDF, and of a Word file where a converter is on the machine."""

import shutil
import subprocess
import tempfile
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage, QPainter

LONGEST = 60
"""Seconds for one start of the converter."""
WIDTH = 1240
"""Pixels: A4 at 150 dpi."""


def pdf_picture(path: Path) -> QImage | None:
    """On white; None where QtPdf is not installed or the file cannot be read."""
    try:
        from PySide6.QtPdf import QPdfDocument
    except ImportError:
        return None
    document = QPdfDocument()
    if document.load(str(path)) != QPdfDocument.Error.None_:
        return None
    size = document.pagePointSize(0)
    drawn = document.render(0, QSize(WIDTH, round(WIDTH * size.height() / size.width())))
    document.close()
    page = QImage(drawn.size(), QImage.Format.Format_RGB32)
    page.fill(Qt.GlobalColor.white)
    painter = QPainter(page)
    painter.drawImage(0, 0, drawn)
    painter.end()
    return page


def word_picture(path: Path) -> QImage | None:
    """None without LibreOffice, or where it could not convert the file."""
    return word_pictures([path]).get(path)


def word_pictures(paths: Sequence[Path]) -> dict[Path, QImage]:
    """Of several files (Word or xlsx, each with a name of its own) at one start of LibreOffice; without those that it
    could not convert."""
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None or not paths:
        return {}
    # A profile of its own: it neither waits for a LibreOffice that is open nor changes that one's settings.
    with tempfile.TemporaryDirectory(prefix="jingjian-", ignore_cleanup_errors=True) as folder:
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program, profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *map(str, paths)]
        with suppress(OSError, subprocess.SubprocessError):  # what was made until then is shown all the same
            subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        pictures = {path: pdf_picture(Path(folder, f"{path.stem}.pdf")) for path in paths}
    return {path: picture for path, picture in pictures.items() if picture is not None}
