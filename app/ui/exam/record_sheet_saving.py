"""Where the 学习情况记录单 and its record go."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from app.domain.exam import Exam
from app.domain.record_sheet import TITLE
from app.services.exam_record_service import ExamRecordService

AskPath = Callable[[QWidget, str, str, str], str]
"""Parent, title, suggested name, filter → the path chosen, "" for none."""
_NOT_IN_NAMES = str.maketrans(dict.fromkeys('\\/:*?"<>|\r\n\t', "_"))


def ask_path(parent: QWidget, title: str, name: str, filters: str) -> str:
    """The system's own dialog; it asks before a file is overwritten."""
    return QFileDialog.getSaveFileName(parent, title, name, filters)[0]


class RecordSheetSaving:
    """``unit`` is the person's, as the profile says. Its methods raise UserError."""

    def __init__(self, records: ExamRecordService, unit: str, ask: AskPath = ask_path) -> None:
        self._records, self._unit, self._ask = records, unit, ask

    def offered(self, exam: Exam) -> bool:
        """A self-test gets no sheet."""
        return bool(exam.occasion)

    def save_sheet(self, parent: QWidget, exam: Exam) -> str:
        """Returns the path written, "" where the person thought better of it."""
        sheet = self._records.sheet(exam, self._unit)  # what speaks against it comes before the question where to
        path = self._ask(parent, f"保存{TITLE}", f"{TITLE}-{_name(exam)}.pdf", "PDF 文件 (*.pdf)")
        if path:
            from app.ui.exam.record_sheet import record_sheet_pdf

            self._records.save_pdf(Path(path), record_sheet_pdf(sheet))
        return path

    def save_record(self, parent: QWidget, exam: Exam) -> str:
        """Returns the path written, "" where the person thought better of it."""
        self._records.record(exam)
        path = self._ask(parent, "保存核验文件", f"核验文件-{_name(exam)}.jsonl", "核验文件 (*.jsonl)")
        if path:
            self._records.export(exam, Path(path))
        return path


def _name(exam: Exam) -> str:
    return f"{exam.candidate}-{exam.paper.title}".translate(_NOT_IN_NAMES)[:80]
