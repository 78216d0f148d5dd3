"""A paper as Word files: a new one, or one that was printed before, by its 卷号."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from app.domain.exam_package import ExamPackage
from app.domain.paper import Paper
from app.domain.paper_heading import LONGEST_HELD, LONGEST_OCCASION, NO_HEADING, PaperHeading
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
_SAME_EXAM = "题目从这次统考留存的题库里抽，题库版本是 {}。同一卷号印出的题相同。"


class PaperPrint(ActingDialog):
    """Asks for the head, a 卷号 and a folder. ``printed`` says in a sentence what was written and where."""

    printed = Signal(str)

    def __init__(
        self,
        anchor: QWidget,
        papers: PaperService,
        paper: Paper,
        heading: PaperHeading = NO_HEADING,
        package: ExamPackage | None = None,
    ) -> None:
        """``heading`` is offered; ``package``: of a 统考, whose own questions are asked."""
        self._papers, self._paper, self._package = papers, paper, package
        example = f"不填就印试卷的名称：{paper.title}"
        self.occasion = line_field("考试名称（可不填）", heading.occasion, example, LONGEST_OCCASION)
        self.held = line_field("考试时间（可不填）", heading.held, "如：2026年11月27日 9:00 至 11:00", LONGEST_HELD)
        self.field = line_field("卷号（可不填）", "", "留空就抽一份新卷", 20)
        same = _SAME_EXAM if package else _SAME
        rows = [
            Paragraph(_ABOUT, 16, "text2"),
            FormField("考试名称（可不填）", self.occasion),
            FormField("考试时间（可不填）", self.held),
            FormField("卷号（可不填）", self.field, _HINT),
            Paragraph(same.format(papers.content(package)), 14, "text2", line=1.5),
        ]
        title = f"印成纸质试卷：《{paper.title}》"
        super().__init__(anchor, title, rows, self._print, "选文件夹并保存", width=600)

    def first_focus(self) -> QWidget | None:
        return self.occasion

    def _print(self) -> None:
        """Raises UserError as `read_paper_number` and `PaperService.write_papers` do."""
        wanted = read_paper_number(self.field.text())
        heading = PaperHeading(" ".join(self.occasion.text().split()), " ".join(self.held.text().split()))
        name = heading.occasion or self._paper.title
        chosen = QFileDialog.getExistingDirectory(self, f"把《{name}》的试卷存到哪个文件夹")
        if not chosen:
            return
        folder, seed = Path(chosen), wanted or self._papers.new_seed()
        QApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            written = self._papers.write_papers(self._paper, seed, folder, heading, self._package)
        finally:
            QApplication.restoreOverrideCursor()
        what = f"A、B 两卷的试卷、答题卡、答案与解析，共 {len(written)} 个 Word 文件，卷号 {seed:06}"
        self.printed.emit(f"已存到文件夹“{folder.name or folder}”：{what}。答案请专人保管。")
