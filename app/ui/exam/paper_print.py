"""Asks for a folder and puts a paper there as Word files."""

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.paper import Paper
from app.services.paper_service import PaperService


def print_on_paper(parent: QWidget, papers: PaperService, paper: Paper) -> str:
    """A sentence that says what was written and where, "" where the person thought better of it.

    Raises UserError as `PaperService.write_papers` does.
    """
    chosen = QFileDialog.getExistingDirectory(parent, f"把《{paper.title}》的试卷存到哪个文件夹")
    if not chosen:
        return ""
    folder, seed = Path(chosen), papers.new_seed()
    QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
    try:
        written = papers.write_papers(paper, seed, folder)
    finally:
        QApplication.restoreOverrideCursor()
    what = f"A、B 两卷的试卷、答题卡、答案与解析，共 {len(written)} 个 Word 文件，卷号 {seed:06}"
    return f"已存到文件夹“{folder.name or folder}”：{what}。答案请专人保管。"
