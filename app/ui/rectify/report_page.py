"""月报填报: a unit's month, each open issue with three texts, last month beside them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import cast

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.report_sheet import ReportSheet
from app.services.erasing_service import ErasingService
from app.services.ledger_service import LedgerService
from app.services.report_service import ReportService
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, column
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.rectify.month_forms import MonthForms
from app.ui.rectify.report_campaign_field import newest_or
from app.ui.rectify.report_desk import Key, ReportDesk
from app.ui.rectify.report_export import ReportExport
from app.ui.rectify.report_hand_in import ReportHandIn
from app.ui.rectify.report_head import ReportHead
from app.ui.rectify.report_keeping import ReportKeeping
from app.ui.rectify.report_leaving import ReportLeaving
from app.ui.rectify.report_place import ReportPlace
from app.ui.rectify.report_sheets import old_sheet
from app.ui.rectify.report_stack import ReportStack
from app.ui.rectify.report_view import ReportView, Shown
from app.ui.rectify.report_words import month_name

WIDE, WIDE_HEAD = 1000, 960


class ReportPage(Page):
    facts = PageFacts(
        "reports",
        "月报填报",
        "改",
        "月报填报",
        (
            Shortcut("Ctrl+Return", "提交月报"),
            Shortcut("Tab", "到下一格"),
            Shortcut("Ctrl+G", "到第一处没有填好的地方"),
            Shortcut("Ctrl+E", "导出这个月的月报"),
            Shortcut("Ctrl+PgUp", "上一个月"),
            Shortcut("Ctrl+PgDown", "下一个月"),
        ),
    )

    def __init__(
        self,
        ledger: LedgerService,
        reports: ReportService,
        argument: object = None,
        *,
        who: str = "",
        erasing: ErasingService | None = None,
        forms: MonthForms | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: (campaign, unit, month), each may be "", and texts by place that could not be kept; ``who``
        works here; ``forms`` writes a month out."""
        super().__init__(parent)
        self._ledger, self._reports, self._who = ledger, reports, who
        self._desk = ReportDesk(self, reports, who, erasing)
        self._export = ReportExport(self, forms, self._on_screen) if forms else None
        self._place: ReportPlace | None = None
        self._sheet: ReportSheet | None = None
        self._version = 0
        self.head, self._view = ReportHead(), ReportView()
        self.strip, self.status, self.form = self._view.strip, self._view.status, self._view.form
        self.status.can_erase = erasing is not None
        self.foot, self.history = self._view.foot, self._view.history
        self._keeping = ReportKeeping(reports, self.foot, self)
        self._hand_in = ReportHandIn(self, reports, self._view, self._handed_in)
        self._leaving = ReportLeaving(self, self.form, self._keeping, self.save)
        stacked = QWidget()
        self._stack = ReportStack(self._view, stacked)
        head = boxed(column(self.head, margins=(20, 12, 20, 0)))
        self.setLayout(column(head, (stacked, 1), spacing=10))
        self._connect()
        wanted = argument if isinstance(argument, tuple) and len(argument) > 2 else (argument, "", "")
        self._open(*(str(one or "") for one in wanted[:3]))
        self._leaving.put_back(wanted[3] if len(wanted) > 3 else None)

    # Page

    def state(self) -> object:
        bar, texts = self._view.area.verticalScrollBar().value(), self._leaving.texts()
        return *(self._place.key if self._place else ("", "", "")), self._version, bar, texts

    def restore(self, state: object) -> None:
        if isinstance(state, tuple) and len(state) == 6:
            campaign, unit, month, version, bar, texts = cast(tuple[str, str, str, int, int, dict[str, str]], state)
            self._open(campaign, unit, month)
            if version:
                self._show(version)
            self._leaving.put_back(texts)
            QTimer.singleShot(0, self, lambda: self._view.area.scroll_to(bar))

    def shown(self) -> None:
        if self._sheet is not None and self._sheet.draft and not self._version:
            self.form.focus_untouched()

    def leave(self) -> None:
        if self._keeping.unsaved and not self.save():
            self._leaving.left(self._here.key)

    def on_width(self, logical: float) -> None:
        self.form.set_wide(logical >= WIDE)
        self.head.set_wide(logical >= WIDE_HEAD)

    def main_action(self) -> None:
        if self._sheet is None:
            self.navigate.emit("ledger", None)

    # What one does.

    def save(self) -> bool:
        """Keep what stands in the fields; whether that went well with all of it."""
        if self._sheet is None or not self._sheet.draft or self._version:
            return True
        if (kept := self._keeping.keep(self.form.report(), self._sheet.report)) is not None:
            self._sheet = kept
            self._mark()
        return not self._keeping.unsaved

    def submit(self) -> None:
        sheet = self._sheet
        if sheet is None or not sheet.draft or self._version:
            return
        if not self.save():
            self._lead_to_refused()
            return
        assert self._sheet is not None
        self._hand_in.hand_in(self._sheet, bool(self._here.cell.returned_reason))

    def export(self) -> None:
        if self._export is not None and self._sheet is not None:
            self._export.open(self.head.export)

    def go_to_gap(self) -> None:
        if self._sheet is not None:
            self._hand_in.go_to_gap(self._sheet)

    # slots

    def _open(self, campaign_id: str = "", unit: str = "", month: str = "") -> None:
        campaigns = self._ledger.campaigns(retired=True)
        campaign = newest_or(campaigns, campaign_id)
        self.head.campaign.show_campaigns(campaigns, campaign.id if campaign else "")
        grid = self._reports.grid(campaign.id) if campaign else None
        if grid is None or not ReportPlace.exists(grid, self._today()):
            self._show_empty(campaign)
            return
        self._stack.setCurrentIndex(0)
        self._place = ReportPlace(grid, unit, month, self._today())
        self._show()

    def _choose_campaign(self, campaign_id: str) -> None:
        month = self._place.month if self._place else ""
        self._leaving.go_on(lambda: self._open(campaign_id, "", month), self._stay)

    def _choose_unit(self, unit: str) -> None:
        self._leaving.go_on(lambda: self._show_at(unit, self._here.month), self._stay)

    def _choose_month(self, month: str) -> None:
        def go() -> None:
            self._show_at(self._here.unit, month)
            self.strip.focus_chosen()

        self._leaving.go_on(go, self._stay)

    def _show_at(self, unit: str, month: str) -> None:
        self._here.unit, self._here.month = unit, month
        self._show()

    def _choose_version(self, version: int) -> None:
        self._leaving.go_on(lambda: self._show(version), self._stay)

    def _step(self, by: int) -> None:
        if self._place and (month := self._place.beside(by)):
            self._choose_month(month)

    def _stay(self) -> None:
        here = self._here
        self.head.campaign.choose(here.grid.campaign.id)
        self.head.unit.choose(here.unit)
        self.status.versions.choose(str(self._version))
        self.strip.show_unit(here.grid, here.unit, here.month, self._today())
        self._lead_to_refused()

    def _lead_to_refused(self) -> None:
        if self._keeping.refused:
            self._view.lead_to(self._keeping.refused[0].place)

    def _leave_cell(self) -> None:
        self.save() if self._keeping.unsaved else self._mark()

    def _overrule(self, place: str) -> None:
        if self._sheet is not None and (not self._keeping.unsaved or self.save()):
            self._desk.overrule(self._sheet, self._here.key, place)

    def _take_back(self, place: str) -> None:
        if not self._keeping.unsaved or self.save():
            self._desk.take_back(self._here.key, place)

    def _take_marks(self, sheet: ReportSheet) -> None:
        self._sheet = sheet
        self._mark()

    def _correct(self) -> None:
        self._desk.correct(self._here.key)
        self.shown()

    def _discard(self) -> None:
        self._keeping.begin()
        self._desk.discard(self._here.key)

    def _named(self, act: Callable[[Key, str, str], None]) -> None:
        """With the names of the unit and the month."""
        if self._sheet is not None:
            act(self._here.key, self._sheet.unit.name, month_name(self._here.month, self._today()))

    # private

    def _on_screen(self) -> ReportSheet | None:
        """With what was typed; None where that cannot be kept, which the foot says."""
        if self._sheet is None or (self._keeping.unsaved and not self.save()):
            return None
        sheet = old_sheet(self._reports, self._sheet, self._version)
        return replace(sheet, report=self.form.report()) if sheet.draft else sheet

    def _handed_in(self) -> None:
        self._reload()
        which = month_name(self._here.month, self._today())
        self.message.emit("green", f"{which}月报已报送并锁定。需要改，点“更正”。")

    def _reload(self) -> None:
        """After something has happened to the report."""
        self._here.grid = self._reports.grid(self._here.grid.campaign.id)
        self._show()

    def _show(self, version: int = 0) -> None:
        """The chosen unit and month; with ``version`` an old one (-1: the draft that was overtaken)."""
        try:
            now = self._reports.sheet(*self._here.key)
            sheet = old_sheet(self._reports, now, version)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._sheet, self._version = now, version
        self._keeping.begin()
        self.head.export.setEnabled(True)
        here = self._here
        self.head.show_units([(unit, here.grid.cell(unit.id, here.month).words) for unit in here.grid.units], here.unit)
        self._view.show_month(here, Shown(now, sheet, version), self._today(), self._who)
        self.history.show_changes(self._reports.history(*here.key))

    def _mark(self) -> None:
        if self._sheet is not None and not self._version:
            self._view.mark(self._sheet, self._keeping.refused)

    def _show_empty(self, campaign: Campaign | None) -> None:
        self._sheet = self._place = None
        self.head.export.setEnabled(False)
        self._stack.show_empty(campaign is not None, lambda: self.navigate.emit("ledger", None))

    @property
    def _here(self) -> ReportPlace:
        assert self._place is not None
        return self._place

    def _today(self) -> date:
        return self._ledger.today()

    def _connect(self) -> None:
        self._desk.changed.connect(self._reload)
        self._desk.said.connect(self.message)
        self._desk.marked.connect(self._take_marks)
        self._desk.failed.connect(lambda words: self.message.emit("red", words))
        self.head.campaign_chosen.connect(self._choose_campaign)
        self.head.unit_chosen.connect(self._choose_unit)
        self.head.collection_wanted.connect(self._collect)
        self.head.export.clicked.connect(self.export)
        self.head.export.setVisible(self._export is not None)
        if self._export is not None:
            self._export.saving.failed.connect(lambda words: self.message.emit("red", words))
        self.strip.chosen.connect(self._choose_month)
        self.status.correct_wanted.connect(self._correct)
        self.status.discard_wanted.connect(self._discard)
        self.status.check_wanted.connect(lambda: self._desk.check(self._here.key))
        self.status.return_wanted.connect(lambda: self._named(self._desk.send_back))
        self.status.erase_wanted.connect(lambda: self._named(self._desk.erase))
        self.status.version_chosen.connect(self._choose_version)
        self.form.changed.connect(self._keeping.hear)
        self._keeping.due.connect(self.save)
        self.form.left.connect(self._leave_cell)
        self.form.overrule_wanted.connect(self._overrule)
        self.form.take_back_wanted.connect(self._take_back)
        self.foot.submit_wanted.connect(self.submit)
        self.foot.gap_wanted.connect(self.go_to_gap)
        keys: dict[str, Callable[[], None]] = {
            "Ctrl+Return": self.submit,
            "Ctrl+Enter": self.submit,
            "Ctrl+G": self.go_to_gap,
            "Ctrl+E": self.export,
            "Ctrl+PgUp": lambda: self._step(-1),
            "Ctrl+PgDown": lambda: self._step(1),
        }
        bind_keys(self, keys)

    def _collect(self) -> None:
        self.navigate.emit("collection", (self._here.grid.campaign.id, self._here.month) if self._place else None)
