"""Twelve months of reports of eighteen departments: typed, copied, corrected, sent on forms, late, and not at all."""

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.domain.ledger.monthly_report import MonthlyReport, ReportState
from app.ui.rectify.report_cell import ReportCell
from app.ui.tour.rectify_forms import collect
from app.ui.tour.rectify_office import OFFICE_HEAD, OFFICES, PLACES, RESCUE
from app.ui.tour.rectify_texts import CHECK_PAPER, month_text, unit_text
from app.ui.tour.rectify_year import RectifyYear
from app.ui.tour.stage import TourError, children

ON_FORMS = 3
"""The month that goes out as xlsx and comes back."""
QUIET = (4, 5, 6)
"""Months in which one department has nothing new, three times running."""
LAST_OWING = ("殡仪馆", "救助管理站")
SENT_BACK = "婚姻登记处"
EMPTY = "进一步加强领导，切实提高认识，扎实推进整改工作。"


class RectifyMonths:
    def __init__(self, year: RectifyYear, papers: dict[str, tuple[str, int]]) -> None:
        """``papers``: by the id of an issue, the record that it is about, and by how much its texts are ahead."""
        self._year, self._papers = year, papers

    def report(self, month: int) -> None:
        """Everything from the 19th to the end of a month."""
        year = self._year
        if month == 1:
            year.on(1, 23)
            self._type_first()
        elif month == 2:
            year.on(2, 20)
            self._type_copied()
        year.on(month, 24)
        if month == ON_FORMS:
            collect(year, month, self.filled)
        waiting = [place for place in range(len(OFFICES)) if self._state(place, month) is ReportState.MISSING]
        late = [place for place in waiting if (place * 5 + month) % 17 == 3 and OFFICES[place] is not PLACES]
        missing = [place for place in waiting if self._stays_missing(place, month)]
        for place in waiting:
            if place not in late and place not in missing:
                self._submit(place, month)
        self._look_over(month)
        year.on(month, 27)
        for place in late:
            if place not in missing:
                self._submit(place, month)

    def filled(self, place: int, month: int) -> MonthlyReport:
        """What a department would say this month, at this PC or on its form."""
        year = self._year
        sheet = year.services.reports.sheet(*self._key(place, month))
        report = replace(sheet.report, filled_by=OFFICES[place].head, reviewed_by=OFFICES[place].leader)
        if OFFICES[place] is PLACES and month in QUIET:
            return replace(report, zero_reason="本月没有到期的措施，标志巡查安排在下月")
        for item in report.items:
            paper, ahead = self._papers[item.issue]
            report = report.with_text(item.issue, month_text(paper, month + ahead, place + ahead))
        return report.with_text("", unit_text(month, place))

    def _submit(self, place: int, month: int) -> None:
        reports, key = self._year.services.reports, self._key(place, month)
        reports.submit(self.filled(place, month))
        if place % 6 and month < 12:
            reports.check(*key, OFFICE_HEAD)

    def _look_over(self, month: int) -> None:
        """The 整改办 sends one back: it comes again in August, and is still awaited in December."""
        year = self._year
        if month not in (8, 12):
            return
        place = next(place for place, one in enumerate(OFFICES) if one.name == SENT_BACK)
        reports, key = year.services.reports, self._key(place, month)
        year.on(month, 26)
        reports.send_back(*key, "没有写清点了多少份调阅单，请补上份数和日期。")
        if month == 8:
            again = reports.sheet(*key).report
            whole = replace(again.overall, work=again.overall.work + "另清点调阅单37份，21份手续齐全。")
            reports.submit(again.with_text("", whole))

    def _type_first(self) -> None:
        """Through the page, by the office whose issue the play follows."""
        year, stage = self._year, self._year.stage
        year.go("reports", self._key(0, 1))
        self._fill_cells(1)
        stage.quick_shot("改20-月报填报")
        stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if self._state(0, 1) is not ReportState.SUBMITTED:
            raise TourError("一月的月报没有报送")
        year.scroll()
        stage.quick_shot("改20-月报-已报送")

    def _type_copied(self) -> None:
        """Last month's text and an empty phrase are flagged; one is rewritten, the other kept with a reason."""
        year, stage = self._year, self._year.stage
        year.go("reports", self._key(0, 2))
        self._fill_cells(2)
        cells = self._cells()
        cells[0].editor.setPlainText(month_text(CHECK_PAPER, 1, 0).work)
        cells[2].editor.setPlainText(EMPTY)
        stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if self._state(0, 2) is not ReportState.MISSING:
            raise TourError("照抄的月报报送了出去")
        stage.shot("改21-月报-照抄和空话被标出")
        self._cells()[2].editor.setPlainText(month_text(CHECK_PAPER, 2, 0).plan)
        stage.settle(0.9)
        stage.press(f"说明原因并保留：{self._cells()[0].editor.accessibleName()}")
        year.write("原因", "复核分两批进行，本月做的是第二批，做法相同。")
        stage.quick_shot("改22-月报-说明原因")
        stage.press("保留")
        stage.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
        if self._state(0, 2) is not ReportState.SUBMITTED:
            raise TourError("说明原因以后仍不能报送")

    def _fill_cells(self, month: int) -> None:
        """The cells in the order of the form: three for each issue, three for the unit."""
        filled = self.filled(0, month)
        texts = [text for item in filled.items for text in item.text.texts()]
        for cell, text in zip(self._cells(), [*texts, *filled.overall.texts()], strict=True):
            cell.editor.setPlainText(text)
        self._year.write("审核人", RESCUE.leader)
        self._year.write("填报人", RESCUE.head)
        self._year.stage.settle(0.9)

    def _cells(self) -> list[ReportCell]:
        page: QWidget = self._year.page
        return children(page, ReportCell)

    def _stays_missing(self, place: int, month: int) -> bool:
        if month == 12:
            return OFFICES[place].name in LAST_OWING
        return (place * 3 + month * 7) % 41 == 5 and OFFICES[place] not in (RESCUE, PLACES)

    def _state(self, place: int, month: int) -> ReportState:
        _, unit, name = self._key(place, month)
        return self._year.services.reports.grid(self._year.campaign).cell(unit, name).state

    def _key(self, place: int, month: int) -> tuple[str, str, str]:
        year = self._year
        return year.campaign, year.unit_ids[OFFICES[place].name], f"{year.year}-{month:02}"
