"""A paper as Word files: a new one, or one that was printed before, by its 卷号."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.paper import Paper
from app.domain.paper_number import read_paper_number
from app.services.paper_service import PaperService
from app.ui.kit.form_field import FormField, line_field
from app.ui.kit.paragraph import Paragraph
from app.ui.parts.acting_dialog import ActingDialog

_ABOUT = "印出 A、B 两卷的试卷、答题卡、答案与解析，共 6 个 Word 文件。"
_HINT = "再印以前的同一份才填。卷号在试卷的页脚，如 A-012345。"
_SAME = (
    "同一卷号、同一题库版本，印出的题相同。现在的题库版本是 {}，与旧卷页脚上的不同，题就可能不同。"
    "成绩页上的卷号，抽题时避开了做过的题，印出来的题也不同。"
)


class PaperPrint(ActingDialog):
    """Asks for a 卷号 and a folder. ``printed`` says in a sentence what was written and where."""

    printed = Signal(str)

    def __init__(self, anchor: QWidget, papers: PaperService, paper: Paper) -> None:
        self._papers, self._paper = papers, paper
        self.field = line_field("卷号（可不填）", "", "留空就抽一份新卷", 20)
        rows = [
            Paragraph(_ABOUT, 16, "text2"),
            FormField("卷号（可不填）", self.field, _HINT),
            Paragraph(_SAME.format(papers.content), 14, "text2", line=1.5),
        ]
        super().__init__(
            anchor, f"印成纸质试卷：《{paper.title}》", rows, self._print, "选文件夹并保存", width=600, typed=False
        )

    def first_focus(self) -> QWidget | None:
        return self.field

    def _print(self) -> None:
        """Raises UserError as `read_paper_number` and `PaperService.write_papers` do."""
        wanted = read_paper_number(self.field.text())
        chosen = QFileDialog.getExistingDirectory(self, f"把《{self._paper.title}》的试卷存到哪个文件夹")
        if not chosen:
            return
        folder, seed = Path(chosen), wanted or self._papers.new_seed()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            written = self._papers.write_papers(self._paper, seed, folder)
        finally:
            QApplication.restoreOverrideCursor()
        what = f"A、B 两卷的试卷、答题卡、答案与解析，共 {len(written)} 个 Word 文件，卷号 {seed:06}"
        self.printed.emit(f"已存到文件夹“{folder.name or folder}”：{what}。答案请专人保管。")
