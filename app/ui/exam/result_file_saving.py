"""Where the result file of a unit's exam goes, for the organiser to collect."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.services.exam_seat_service import ExamSeatService
from app.ui.exam.record_sheet_saving import AskPath, ask_path


class ResultFileSaving:
    def __init__(self, seats: ExamSeatService, ask: AskPath = ask_path) -> None:
        self._seats, self._ask = seats, ask

    def saved(self, exam: Exam) -> bool | None:
        """Whether it was saved before; None for a self-test, which has none."""
        return exam.seat in self._seats.saved() if exam.seat else None

    def save(self, parent: QWidget, exam: Exam) -> str:
        """Returns the path written, "" where the person thought better of it. Raises UserError."""
        path = self._ask(parent, "保存结果文件", self._seats.result_name(exam), "结果文件 (*.jjresult)")
        if path:
            self._seats.save_result(exam, Path(path))
        return path
