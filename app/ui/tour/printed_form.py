"""Forms as LibreOffice prints them: whether each opens, on which paper, with what on it, and page one as a picture."""

import shutil
import subprocess
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtGui import QImage

from app.ui.tour.page_picture import LONGEST, pdf_picture

A4 = (210, 297)
"""Millimetres."""
_POINT = 25.4 / 72


@dataclass(frozen=True, slots=True)
class PrintedForm:
    """``sizes`` of its pages in millimetres (width, height), in their order; ``texts`` of them, as they can be copied
    out: spaces, line ends and look-alike characters are not to be relied on."""

    sizes: tuple[tuple[int, int], ...]
    picture: QImage | None
    texts: tuple[str, ...] = ()

    def fault(self, wide: bool) -> str:
        """What is wrong with it, in words, or "". ``wide``: it has to lie on its side."""
        wanted = A4[::-1] if wide else A4
        if not self.sizes:
            return "没有一页"
        odd = next(((page, size) for page, size in enumerate(self.sizes, 1) if size != wanted), None)
        return f"第 {odd[0]} 页是 {odd[1][0]}×{odd[1][1]} 毫米，应为 {wanted[0]}×{wanted[1]}" if odd else ""


def converter() -> str | None:
    """LibreOffice, where it is on the machine."""
    return shutil.which("soffice") or shutil.which("libreoffice")


def printed_forms(paths: Sequence[Path]) -> dict[Path, PrintedForm]:
    """At one start of LibreOffice; without those that it could not convert, and nothing where it is not there."""
    with _as_pdf(paths) as pages:
        return {path: _read(page) for path, page in pages.items() if page.exists()}


@contextmanager
def _as_pdf(paths: Sequence[Path]) -> Iterator[dict[Path, Path]]:
    """Each under a number: a Word file and a table may be called the same."""
    program = converter()
    # A profile of its own: it neither waits for a LibreOffice that is open nor changes that one's settings.
    with tempfile.TemporaryDirectory(prefix="jingjian-", ignore_cleanup_errors=True) as folder:
        copies = [shutil.copy(path, Path(folder, f"{at}{path.suffix}")) for at, path in enumerate(paths)]
        profile = f"-env:UserInstallation={Path(folder, 'profile').as_uri()}"
        command = [program or "", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *map(str, copies)]
        if program and paths:
            with suppress(OSError, subprocess.SubprocessError):  # what is missing then is found by whoever looks for it
                subprocess.run(command, check=True, capture_output=True, timeout=LONGEST)
        yield {path: Path(folder, f"{at}.pdf") for at, path in enumerate(paths)}


def _read(path: Path) -> PrintedForm:
    from PySide6.QtPdf import QPdfDocument

    document = QPdfDocument()
    document.load(str(path))
    pages = range(max(0, document.pageCount()))
    points = [document.pagePointSize(page) for page in pages]
    texts = tuple(document.getAllText(page).text() for page in pages)
    document.close()
    sizes = tuple((round(size.width() * _POINT), round(size.height() * _POINT)) for size in points)
    return PrintedForm(sizes, pdf_picture(path), texts)
