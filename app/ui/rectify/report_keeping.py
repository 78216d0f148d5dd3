"""What is typed in a monthly report goes to disk a moment later; what may not be stored stays on screen, marked."""

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import UserError
from app.domain.ledger.monthly_report import MonthlyReport
from app.domain.ledger.report_check import Flag
from app.domain.ledger.report_refusal import refused, storable
from app.domain.ledger.report_sheet import ReportSheet
from app.services.report_service import ReportService
from app.ui.rectify.report_foot import ReportFoot

SAVE_AFTER_MS = 700


class ReportKeeping(QObject):
    """``unsaved``: something on screen is not on disk; ``refused`` are the places that cannot be, with why."""

    due = Signal()
    """Nobody has typed for a moment."""

    def __init__(self, reports: ReportService, foot: ReportFoot, parent: QObject) -> None:
        super().__init__(parent)
        self._reports, self._foot = reports, foot
        self.unsaved, self.refused = False, tuple[Flag, ...]()
        self._timer = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._timer.timeout.connect(self.due)

    def begin(self) -> None:
        """Another month is on screen, or another version."""
        self._timer.stop()
        self.unsaved, self.refused = False, ()

    def hear(self) -> None:
        """Somebody types."""
        self.unsaved = True
        self._foot.say_typing()
        self._timer.start()

    def keep(self, report: MonthlyReport, before: MonthlyReport) -> ReportSheet | None:
        """The sheet as it is on disk now: whatever may not be stored has in it what stood ``before``. None where
        nothing could be kept."""
        self._timer.stop()
        self.refused = refused(report)
        try:
            sheet = self._reports.keep(storable(report, before))
        except UserError as error:
            self._foot.say_unsaved(str(error))
            return None
        self.unsaved = bool(self.refused)
        if self.unsaved:
            self._foot.say_unsaved(f"{len(self.refused)} 处有密级标志，没有保存；其余已保存。请看标红的地方。")
        else:
            self._foot.say_saved()
        return sheet
