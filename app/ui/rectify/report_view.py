"""A unit's month on screen: the months, the state, the form, what has happened to it, and the foot with what to do."""

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QWidget

from app.domain.ledger.report_check import Flag
from app.domain.ledger.report_sheet import ReportSheet
from app.ui.kit.layouts import boxed, column
from app.ui.kit.scroll_page import ScrollPage
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.doubt_banner import DoubtBanner
from app.ui.rectify.report_foot import ReportFoot
from app.ui.rectify.report_form import ReportForm
from app.ui.rectify.report_history_card import ReportHistoryCard
from app.ui.rectify.report_month_strip import ReportMonthStrip
from app.ui.rectify.report_place import ReportPlace
from app.ui.rectify.report_status import ReportStatus
from app.ui.rectify.report_words import due_words


class Shown(NamedTuple):
    """``now`` is the report as it stands, ``sheet`` what is on screen: the same, or its old ``version`` (not 0)."""

    now: ReportSheet
    sheet: ReportSheet
    version: int


class ReportView(QWidget):
    """It shows what it is given; its parts tell what is done on them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.strip, self.status, self.form = ReportMonthStrip(), ReportStatus(), ReportForm()
        self.foot, self.history, self.area = ReportFoot(), ReportHistoryCard(), ScrollPage()
        inner = column(self.strip, self.status, ConfidentialityBanner(), self.form, self.history, None, spacing=10)
        inner.setContentsMargins(0, 0, 8, 8)
        self.doubts = DoubtBanner(self.form)
        doubts = boxed(column(self.doubts, margins=(20, 4, 20, 4)))
        self.setLayout(column(boxed(column((self.area, 1), margins=(20, 0, 12, 0))), doubts, self.foot, spacing=0))
        self.area.setWidget(boxed(inner))

    def show_month(self, place: ReportPlace, shown: Shown, today: date, who: str) -> None:
        """Its history is shown by whoever has it; ``who`` is taken for the name of whoever fills in a new one."""
        now, cell = shown.now, place.cell
        self.strip.show_unit(place.grid, place.unit, place.month, today)
        self.status.show_sheet(now, cell, due_words(cell, today), shown.version)
        self.form.show_sheet(shown.sheet)
        writing = now.draft and not shown.version
        if writing and not now.report.filled_by:
            self.form.people.set_texts(who, now.report.reviewed_by)
        self.foot.setVisible(writing)
        self.foot.say_untouched()
        self.foot.show_gaps(len(now.wanting), len(now.flags))
        self.doubts.look()
        self.area.scroll_to(0)

    def mark(self, sheet: ReportSheet, refused: Sequence[Flag] = ()) -> None:
        self.form.mark(sheet, refused=refused)
        self.foot.show_gaps(len(sheet.wanting), len(sheet.flags))

    def lead_to(self, place: str) -> None:
        field = self.form.field(place)
        if field is not None:
            field.setFocus(Qt.FocusReason.OtherFocusReason)
            QTimer.singleShot(0, self, lambda: self.area.ensureWidgetVisible(field, 0, 90))

    def lead_to_gap(self, sheet: ReportSheet) -> str:
        """Put the focus on the first place that is wanting or flagged; what is to be said of it, or ""."""
        wrong = [*sheet.wanting, *sheet.flags]
        order = [cell.place for cell in self.form.cells()]
        wrong.sort(key=lambda flag: order.index(flag.place) if flag.place in order else len(order))
        if not wrong:
            return ""
        self.form.mark(sheet, strict=True)
        self.lead_to(wrong[0].place)
        more = f"　另有 {len(wrong) - 1} 处，都已标出。" if len(wrong) > 1 else ""
        title = next((f"问题 {row.number}：" for row in sheet.rows if wrong[0].place.startswith(row.issue)), "")
        return f"还不能提交。{title}{wrong[0].words}{more}"
