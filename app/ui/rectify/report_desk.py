"""What is asked and done about a month's report beside typing: corrections, flags, 退回, 审核."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.report_check import LEAST_REASON
from app.domain.ledger.report_sheet import ReportSheet
from app.services.erasing_service import ErasingService
from app.services.report_service import ReportService
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import report_words
from app.ui.rectify.report_reasons import ask_overrule, ask_return, ask_reviewer

Key = tuple[str, str, str]
"""Campaign, unit and month."""


class ReportDesk(QObject):
    """Whatever is done is on disk before ``changed`` says so."""

    changed = Signal()
    marked = Signal(object)
    """A sheet whose flags have changed, and nothing else."""
    failed = Signal(str)

    said = Signal(str, str)
    """Tone and words."""

    def __init__(self, page: QWidget, reports: ReportService, who: str, erasing: ErasingService | None = None) -> None:
        """Without ``erasing`` no month can be wiped."""
        super().__init__(page)
        self._page, self._reports, self._who, self._erasing = page, reports, who, erasing

    def correct(self, key: Key) -> None:
        self._do(lambda: self._reports.begin_correction(*key))

    def discard(self, key: Key) -> None:
        self._do(lambda: self._reports.discard(*key))

    def check(self, key: Key) -> None:
        def act(name: str) -> None:
            self._reports.check(*key, name)
            self.changed.emit()

        ask_reviewer(self._page, self._who, act)

    def send_back(self, key: Key, unit: str, month: str) -> None:
        """``unit`` and ``month`` in words."""

        def act(reason: str) -> None:
            self._reports.send_back(*key, reason)
            self.changed.emit()

        ask_return(self._page, unit, month, act)

    def erase(self, key: Key, unit: str, month: str) -> None:
        """As `send_back`."""
        if (erasing := self._erasing) is not None:

            def done(tone: str, words: str) -> None:
                self.changed.emit()
                self.said.emit(tone, words)

            act = lambda reason: erasing.report(*key, reason)  # noqa: E731
            EraseDialog(self._page, report_words(unit, month), act, done).open()

    def overrule(self, sheet: ReportSheet, key: Key, place: str) -> None:
        flag = next((flag.words for flag in sheet.flags if flag.place == place), "")

        def act(reason: str) -> None:
            if len(reason.strip()) < LEAST_REASON:
                raise UserError(f"请写明原因，不少于 {LEAST_REASON} 个字。")
            self.marked.emit(self._reports.overrule(*key, place, reason))

        ask_overrule(self._page, flag, act)

    def take_back(self, key: Key, place: str) -> None:
        try:
            self.marked.emit(self._reports.overrule(*key, place, ""))
        except UserError as error:
            self.failed.emit(str(error))

    def _do(self, act: Callable[[], object]) -> None:
        try:
            act()
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.changed.emit()
