"""Paper as pictures: drawn on white, and simply missing where it cannot be drawn."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QColor, QPageSize, QPainter, QPdfWriter

from app.ui.tour.page_picture import WIDTH, pdf_picture, word_picture, word_pictures

pytestmark = pytest.mark.usefixtures("qapp")


def test_the_first_page_is_drawn_on_white(tmp_path: Path) -> None:
    writer = QPdfWriter(str(tmp_path / "a.pdf"))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(0, 0, 0, 0))
    painter = QPainter(writer)
    painter.fillRect(0, 0, writer.width(), writer.height() // 2, QColor("black"))
    painter.end()
    picture = pdf_picture(tmp_path / "a.pdf")
    assert picture is not None and picture.width() == WIDTH
    assert picture.pixelColor(WIDTH // 2, picture.height() // 4) == QColor("black")
    assert picture.pixelColor(WIDTH // 2, picture.height() * 3 // 4) == QColor("white")


def test_a_file_that_is_no_pdf_gives_no_picture(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_text("不是 PDF")
    assert pdf_picture(tmp_path / "a.pdf") is None


def test_without_a_converter_there_is_no_picture_of_a_word_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert word_picture(tmp_path / "a.docx") is None
    assert word_pictures([tmp_path / "a.docx", tmp_path / "b.xlsx"]) == {}
