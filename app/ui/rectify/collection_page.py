"""收集: who has reported what; forms out and in again, 催报单, one merged report."""

from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar, cast

from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.errors import UserError
from app.domain.ledger.report_collection import CollectionPreview
from app.domain.ledger.report_grid import ReportGrid
from app.services.ledger_service import LedgerService
from app.services.report_collection import ReportCollection
from app.services.report_service import ReportService
from app.ui.kit.button import Button
from app.ui.kit.card import Card
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, clear, column
from app.ui.kit.modal import Choice, ask
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.rectify.collection_file_asking import CollectionFileAsking
from app.ui.rectify.collection_grid import CollectionGrid
from app.ui.rectify.collection_head import CollectionHead
from app.ui.rectify.collection_legend import CollectionLegend
from app.ui.rectify.collection_preview import CollectionPreviewView
from app.ui.rectify.collection_progress import with_progress
from app.ui.rectify.collection_typed import CollectionTyped
from app.ui.rectify.report_campaign_field import newest_or
from app.ui.rectify.report_empty import report_empty
from app.ui.rectify.report_words import month_name
from app.ui.rectify.urge_dialog import UrgeDialog

WIDE = 1230
T = TypeVar("T")


class CollectionPage(Page):
    facts = PageFacts(
        "collection",
        "月报收集",
        "改",
        "月报填报",
        (
            Shortcut("Enter", "打开选中的月报"),
            Shortcut("Ctrl+O", "读取已收回的填报表"),
            Shortcut("Ctrl+E", "导出填报表"),
            Shortcut("Ctrl+Return", "收下选中的表"),
        ),
    )

    def __init__(
        self,
        ledger: LedgerService,
        reports: ReportService,
        collection: ReportCollection,
        argument: object = None,
        *,
        files: CollectionFileAsking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: (campaign, month), each may be ""."""
        super().__init__(parent)
        self._ledger, self._reports, self._collection = ledger, reports, collection
        self._files = files or CollectionFileAsking()
        self._grid: ReportGrid | None = None
        self._month = ""
        self.view: CollectionPreviewView | None = None
        self.head, self.grid, self.legend = CollectionHead(), CollectionGrid(), CollectionLegend()
        self._over = column(spacing=0)
        stacked = QWidget()
        self._stack = QStackedLayout(stacked)
        table = Card(column((self.grid, 1), margins=(6, 6, 6, 6)))
        self._stack.addWidget(boxed(column(self.legend, (table, 1), margins=(20, 0, 20, 14), spacing=8)))
        self._stack.addWidget(boxed(self._over))
        head = boxed(column(self.head, margins=(20, 12, 20, 0)))
        self.setLayout(column(head, (stacked, 1), spacing=8))
        self._connect()
        campaign, month = argument if isinstance(argument, tuple) and len(argument) == 2 else (argument, "")
        self._open(str(campaign or ""), str(month or ""))

    # Page

    def state(self) -> object:
        campaign = self._grid.campaign.id if self._grid else ""
        unit, _ = self.grid.chosen()
        view = self.view
        return campaign, self._month, unit, (view.preview, view.typed()) if view else None

    def restore(self, state: object) -> None:
        if not isinstance(state, tuple) or len(state) != 4:
            return
        campaign, month, unit, shown = cast(
            tuple[str, str, str, tuple[CollectionPreview, CollectionTyped] | None], state
        )
        self._open(campaign, month, unit)
        if shown:
            self._preview(*shown)

    def shown(self) -> None:
        if self.view is None and self._grid is not None:
            self.grid.setFocus()

    def on_width(self, logical: float) -> None:
        self.head.set_wide(logical >= WIDE)

    def main_action(self) -> None:
        unit, month = self.grid.chosen()
        if self._grid is None:
            self.navigate.emit("ledger", None)
        elif unit and self.view is None:
            self._open_report(unit, month)

    # What one does.

    def write_forms(self) -> None:
        folder = self._folder("填报表放到哪个文件夹")
        if folder is None:
            return
        key = self._key()
        made = self._work("正在写填报表", lambda go_on: self._collection.write_forms(*key, folder, (), go_on))
        if made is not None:
            self.message.emit("green", f"已写出 {len(made)} 份填报表：{folder}。发给各单位，收回后放进一个文件夹读取。")

    def read_folder(self) -> None:
        folder = self._folder("收回的填报表在哪个文件夹")
        if folder is None:
            return
        key = self._key()
        preview = self._work("正在读取填报表", lambda go_on: self._collection.read_folder(*key, folder, go_on))
        if preview is not None:
            self._preview(preview)

    def accept(self) -> None:
        view = self.view
        if view is None or view.doubts.look():
            return
        try:
            day, names = view.received_on(), (view.reviewer.text(), view.reason.text())
            units = self._collection.accept(view.preview, view.files(), day, *names)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.message.emit("green", f"收下 {len(units)} 份月报，已记入台账。")
        self._close_preview()

    def write_urge(self) -> None:
        """Where somebody owes the month: by which day, as which kind of file, into which folder."""
        if self._grid is None or self.view:
            return
        key, collection = self._key(), self._collection
        if self._try(lambda: collection.urge(*key)) is None:
            return

        def write(until: date, kind: str) -> None:
            collection.urge(*key, until)
            folder = self._folder("催报单放到哪个文件夹")
            if folder is not None:
                self.message.emit("green", f"已写出：{collection.write_urge(*key, folder, until, kind)}")

        UrgeDialog(self, self._today(), collection.urge_until(), write).open()

    def write_merged(self) -> None:
        folder = self._folder("月报汇总放到哪个文件夹")
        if folder is None:
            return
        key = self._key()
        made = self._work("正在汇总月报", lambda go_on: self._collection.write_merged(*key, folder, go_on))
        if made is not None:
            self.message.emit("green", "已写出：" + "、".join(str(path) for path in made))

    # slots

    def _open(self, campaign_id: str = "", month: str = "", unit: str = "") -> None:
        campaigns = self._ledger.campaigns(retired=True)
        campaign = newest_or(campaigns, campaign_id)
        self.head.campaign.show_campaigns(campaigns, campaign.id if campaign else "")
        self._grid = self._reports.grid(campaign.id) if campaign else None
        if self._grid is None or not self._grid.units:
            self._grid = None
            empty = report_empty(campaign is not None)
            empty.acted.connect(lambda: self.navigate.emit("ledger", None))
            self._cover(empty)
            return
        months, now = list(self._grid.months), f"{self._today():%Y-%m}"
        begun = [one for one in months if one <= now]
        self._month = month if month in months else begun[-1] if begun else months[0]
        self.head.show_months(months, self._month, self._today())
        self.grid.show_grid(self._grid, self._today(), unit, self._month)
        self.legend.show_month(self._grid, self._month, self._today())
        self._stack.setCurrentIndex(0)

    def _choose_month(self, month: str) -> None:
        if self._grid is None or month == self._month:
            return
        self._month = month
        self.head.month.choose(month)
        self.legend.show_month(self._grid, month, self._today())
        unit, its_month = self.grid.chosen()
        if its_month != month:
            self.grid.show_grid(self._grid, self._today(), unit, month)

    def _open_report(self, unit: str, month: str) -> None:
        assert self._grid is not None
        if not self._grid.cell(unit, month).words:
            still = "还" if month >= f"{self._today():%Y-%m}" else ""
            self.message.emit("ink", f"{month_name(month, self._today())}{still}不用报送。")
            return
        self.navigate.emit("reports", (self._grid.campaign.id, unit, month))

    def _show_spot_checks(self) -> None:
        if self._grid is None:
            return
        names = {unit.id: unit.name for unit in self._grid.units}
        lines = [
            f"{names[check.unit]}：{'、'.join(month_name(one, self._today()) for one in check.months)}"
            for check in self._grid.spot_checks
        ]
        words = "连续两个月及以上零报告的单位，按台账顺序列出，请抽查核实：\n" + "\n".join(lines)
        ask(self, "抽查名单", words, (Choice("", "知道了", safe=True),), lambda _: None)

    def _preview(self, preview: CollectionPreview, typed: CollectionTyped | None = None) -> None:
        if not (preview.forms or preview.refused):
            known = f"，{len(preview.known)} 份与台账相同" if preview.known else ""
            self.message.emit("amber", f"文件夹里没有要收的填报表{known}。请核对文件夹和月份。")
            return
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        numbers = {row.id: row.number for row in self._ledger.rows(preview.campaign)}
        self.view = CollectionPreviewView(preview, names, numbers, self._today(), typed)
        self.view.taken.connect(self.accept)
        self.view.given_up.connect(self._close_preview)
        self._cover(self.view)
        self.head.setEnabled(False)
        self.view.focus_first()

    def _close_preview(self) -> None:
        campaign, unit = (self._grid.campaign.id if self._grid else ""), self.grid.chosen()[0]
        self.view = None
        clear(self._over)
        self.head.setEnabled(True)
        self._open(campaign, self._month, unit)
        self.grid.setFocus()

    # private

    def _cover(self, widget: QWidget) -> None:
        """In the place of the grid."""
        clear(self._over)
        self._over.addWidget(widget)
        self._stack.setCurrentIndex(1)

    def _folder(self, title: str) -> Path | None:
        return None if self._grid is None or self.view else self._files.folder(self, title)

    def _work(self, title: str, work: Callable[..., T]) -> T | None:
        return self._try(lambda: with_progress(self, title, work))

    def _try(self, act: Callable[[], T]) -> T | None:
        """None where it was refused or cancelled, and that is said."""
        try:
            return act()
        except UserError as error:
            self.message.emit("amber", str(error))
            return None

    def _key(self) -> tuple[str, str]:
        assert self._grid is not None
        return self._grid.campaign.id, self._month

    def _today(self) -> date:
        return self._ledger.today()

    def _connect(self) -> None:
        head = self.head
        head.campaign_chosen.connect(lambda campaign: self._open(campaign, self._month))
        head.month_chosen.connect(self._choose_month)
        head.back_wanted.connect(lambda: self.navigate.emit("reports", None))
        self.grid.month_chosen.connect(self._choose_month)
        self.grid.opened.connect(self._open_report)
        self.legend.spot_checks_wanted.connect(self._show_spot_checks)
        acts: tuple[tuple[Button | None, str, Callable[[], None]], ...] = (
            (head.forms, "Ctrl+E", self.write_forms),
            (head.read, "Ctrl+O", self.read_folder),
            (head.urge, "", self.write_urge),
            (head.merge, "", self.write_merged),
            (None, "Ctrl+Return", self.accept),
            (None, "Ctrl+Enter", self.accept),
        )
        for press, _, act in acts:
            if press is not None:
                press.clicked.connect(act)
        bind_keys(self, {keys: act for _, keys, act in acts if keys})
