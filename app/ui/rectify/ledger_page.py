"""整改台账: the issues of a 专项, as a table, a board, a time line, or by who of the leadership is in charge."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedLayout, QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import IssueText, Origin
from app.domain.ledger.issue_row import IssueRow
from app.domain.ledger.stub import Stub
from app.services.erasing_service import ErasingService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import boxed, column
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.tokens import px
from app.ui.rectify.campaign_dialog import CampaignDialog
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.issue_mover import IssueMover
from app.ui.rectify.ledger_empty import LedgerEmpty
from app.ui.rectify.ledger_export_menu import LedgerExportMenu
from app.ui.rectify.ledger_exports import LedgerExports
from app.ui.rectify.ledger_filter import LedgerFilter
from app.ui.rectify.ledger_filter_bar import LedgerFilterBar
from app.ui.rectify.ledger_gaps import LedgerGaps
from app.ui.rectify.ledger_group import LedgerGroup, by_choice, of_stubs
from app.ui.rectify.ledger_head import LedgerHead
from app.ui.rectify.ledger_month import LedgerMonth
from app.ui.rectify.ledger_on_screen import LedgerOnScreen, on_screen
from app.ui.rectify.ledger_strip import LedgerStrip
from app.ui.rectify.ledger_views import LedgerShown, LedgerViews
from app.ui.rectify.units_dialog import UnitsDialog

if TYPE_CHECKING:
    from app.ui.rectify.follow_ups import FollowUps
    from app.ui.rectify.whole_ledger_desk import WholeLedgerDesk

Reported = Callable[[str], tuple[int, int] | None]
"""Campaign id → so many units have reported this month, of so many."""
WIDE, LOW, COUNT_MS = 1130, 560, 60


class LedgerPage(Page):
    facts = PageFacts(
        "ledger",
        "整改台账",
        "改",
        "整改台账",
        (
            Shortcut("N", "新增问题（或 Ctrl+N）"),
            Shortcut("Enter", "打开选中的问题"),
            Shortcut("Ctrl+Right", "看板：移到下一个状态"),
            Shortcut("Ctrl+Left", "看板：退回上一个状态"),
            Shortcut("Ctrl+F", "搜索台账"),
            Shortcut("Ctrl+E", "导出屏幕上这些问题"),
            Shortcut("Ctrl+1", "表格（2 看板、3 时间线、4 责任领导）"),
        ),
    )

    def __init__(
        self,
        ledger: LedgerService,
        issues: IssueService,
        argument: object = None,
        *,
        reported: Reported | None = None,
        month: Callable[[str], LedgerMonth] | None = None,
        exports: LedgerExports | None = None,
        self_check: str = "",
        erasing: ErasingService | None = None,
        library: LibraryService | None = None,
        whole: Callable[[QWidget], "WholeLedgerDesk"] | None = None,
        follow_ups: Callable[[Page], "FollowUps"] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: the id of a campaign, None, or ("follow_up", meeting, number) for what shall become an issue;
        that takes ``follow_ups``. ``self_check`` is the key of the page of 对照自查, or "".
        ``library`` is where the case of an issue can be picked. ``whole`` makes what exports the whole ledger and reads
        it back: only when somebody asks for it."""
        super().__init__(parent)
        self._ledger, self._issues, self._reported, self._erasing = ledger, issues, reported, erasing
        self._month, self._whole, self._library = month, whole, library
        self._desk: WholeLedgerDesk | None = None
        self._count = QTimer(self, singleShot=True, interval=COUNT_MS)
        self._stubs: list[Stub] = []
        self._rows: list[IssueRow] = []
        self._shown: list[IssueRow] = []
        self._campaign: Campaign | None = None
        self._with_retired = False
        self._mover = IssueMover(self, issues)
        self._export = LedgerExportMenu(exports, self._on_screen, more=self._whole_actions)
        self._head, self._strip = LedgerHead(self._export), LedgerStrip()
        self._filter, self._views = LedgerFilterBar(), LedgerViews(ledger.glances)
        self._empty = LedgerEmpty(bool(self_check), whole is not None)
        self._self_check = self_check
        self._gaps = LedgerGaps()
        self._views.setMinimumHeight(px(150))
        full = boxed(column(self._strip, self._filter, (self._views, 1), self._gaps, spacing=10))
        stacked = QWidget()
        self._stack = QStackedLayout(stacked)
        self._stack.addWidget(full)
        self._stack.addWidget(self._empty)
        page = column(self._head, (stacked, 1), margins=(20, 12, 20, 14), spacing=10)
        self.setLayout(page)
        self._connect()
        self._follow_ups = follow_ups
        self._wanted = (str(argument[1]), int(argument[2])) if isinstance(argument, tuple) else None
        self._open_campaign("" if self._wanted else str(argument or ""))

    def state(self) -> object:
        campaign = self._campaign.id if self._campaign else ""
        return campaign, self._views.view(), self._filter.filter(), self._views.chosen()

    def restore(self, state: object) -> None:
        self._wanted = None
        if not isinstance(state, tuple):
            return
        campaign, view, wanted, chosen = cast(tuple[str, str, LedgerFilter, str], state)
        self._head.views.set_chosen(view)
        self._views.set_view(view)
        self._filter.set_grouping(view == "table")
        self._filter.set_filter(wanted)
        if self._campaign is not None and self._campaign.id == campaign:
            self._refilter(chosen)
        else:
            self._open_campaign(campaign, chosen)

    def shown(self) -> None:
        if self._rows:
            self._views.focus_view()
        self._count.start()
        if self._wanted is not None and self._follow_ups is not None:
            self._follow_ups(self).ask(*self._wanted, self._campaign.id if self._campaign else "")
            self._wanted = None

    def on_width(self, logical: float) -> None:
        self._head.set_wide(logical >= WIDE)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._filter.set_folded(event.size().height() < px(LOW))

    def main_action(self) -> None:
        if chosen := self._views.chosen():
            self._open(chosen)
        elif self._campaign is None:
            self._new_campaign()

    # slots

    def _open_campaign(self, campaign_id: str, chosen: str = "") -> None:
        """That one, else the newest that is not over."""
        every = self._ledger.campaigns(retired=True)
        newest = min(every, key=lambda one: one.retired, default=None)
        self._campaign = next((one for one in every if one.id == campaign_id), newest)
        listed = [one for one in every if self._with_retired or not one.retired or one is self._campaign]
        self._head.show_campaigns(listed, self._campaign.id if self._campaign else "", len(every) - len(listed))
        self._reload(chosen)

    def _reload(self, chosen: str = "") -> None:
        """Everything from the store."""
        self._rows = self._ledger.rows(self._campaign.id) if self._campaign else []
        self._stubs = self._erasing.stubs(self._campaign.id) if self._campaign and self._erasing else []
        units = self._ledger.units(retired=True)
        self._names = {unit.id: unit.name for unit in units}
        self._leaders = list(dict.fromkeys(unit.leader for unit in units if unit.leader))
        leaders = list(dict.fromkeys([*self._leaders, *sorted({row.leader for row in self._rows if row.leader})]))
        self._filter.offer(units, leaders)
        self._empty.show_for(self._campaign is not None)
        self._head.set_ready(self._campaign is not None)
        self._stack.setCurrentIndex(0 if self._rows or self._stubs else 1)
        if self._campaign:
            self._strip.show_rows(self._rows, self._campaign, self._ledger.today())
        self._refilter(chosen)

    def _refilter(self, chosen: str = "") -> None:
        today, wanted = self._ledger.today(), self._filter.filter()
        self._shown = wanted.apply(self._rows, self._names, today, self._views.view() == "board")
        groups: list[LedgerGroup] = []
        if wanted.group and self._views.view() == "table":
            groups = by_choice(self._shown, wanted.group, self._names, self._leaders, today)
            self._shown = [row for group in groups for row in group.issues]
        stubs = [] if wanted.narrows else self._stubs
        groups += of_stubs(stubs) if groups else []
        drafts = 0 if wanted.narrows else self._strip.waiting
        shown = LedgerShown(self._shown, self._names, self._leaders, today, wanted.order, groups, stubs, drafts)
        self._views.show_rows(shown, chosen)
        self._gaps.show_gaps(self._rows, self._shown, self._stubs)

    def _new_campaign(self) -> None:
        def opened(campaign_id: str) -> None:
            self._open_campaign(campaign_id)
            self.message.emit("green", "专项已建立。先在“科室与单位”里写上责任单位，再登记问题。")

        CampaignDialog(self, self._ledger, None, opened).open()

    def _set_campaign(self) -> None:
        if self._campaign is not None:
            CampaignDialog(self, self._ledger, self._campaign, self._set).open()

    def _set(self, campaign_id: str) -> None:
        """With "" where it was ended."""
        self._open_campaign(campaign_id)
        if not campaign_id:
            self.message.emit("green", "专项已结束，记录都保留，回头看照样提醒。要恢复，在左上选“已结束的专项”。")

    def _list_retired(self) -> None:
        self._with_retired = True
        self._open_campaign(self._campaign.id if self._campaign else "")

    def _edit_units(self) -> None:
        UnitsDialog(self, self._ledger, self._reload).open()

    def _new_issue(self) -> None:
        if self._campaign is None:
            self._new_campaign()
            return
        campaign = self._campaign.id

        def keep(text: IssueText, origin: Origin) -> None:
            self._open(self._issues.add(campaign, text, origin))

        units, today = self._ledger.units(), self._ledger.today()
        IssueDialog(self, None, units, today, keep, self._library).open()

    def _open(self, issue_id: str) -> None:
        self.navigate.emit("issue", issue_id)

    def _show_view(self, view: str) -> None:
        self._head.views.set_chosen(view)
        self._filter.set_grouping(view == "table")
        self._views.set_view(view)
        if self._filter.filter().group or self._strip.waiting:  # groups are the table's, drafts the board's
            self._refilter()
        if view == "board":
            self._count.start()

    def _choose_view(self, view: str) -> None:
        self._show_view(view)
        self._views.focus_view()

    def _moved(self, issue_id: str) -> None:
        self._reload(issue_id)
        self._views.focus_view()

    def _count_reports(self) -> None:
        if self._campaign is None:
            return
        try:
            if self._reported is not None:
                self._strip.show_reported(self._reported(self._campaign.id), self._ledger.today())
            if self._month is not None and self._views.view() == "board":
                self._views.show_month(self._month(self._campaign.id))
        except UserError as error:
            self.message.emit("red", str(error))

    # private

    def _on_screen(self) -> LedgerOnScreen:
        return on_screen(self._campaign.id if self._campaign else "", self._views.groups())

    def _whole_actions(self) -> list[tuple[str, Callable[[], None]]]:
        if self._desk is None and self._whole is not None:
            self._desk = self._whole(self)
            self._desk.said.connect(self.message)
            self._desk.read.connect(lambda: self._open_campaign(""))
        return self._desk.actions() if self._desk is not None else []

    def _connect(self) -> None:
        self._head.campaign_chosen.connect(self._open_campaign)
        self._head.campaign_wanted.connect(self._new_campaign)
        self._head.retired_wanted.connect(self._list_retired)
        self._head.settings_wanted.connect(self._set_campaign)
        self._head.units_wanted.connect(self._edit_units)
        self._head.issue_wanted.connect(self._new_issue)
        self._head.view_chosen.connect(self._show_view)
        self._count.timeout.connect(self._count_reports)
        self._filter.changed.connect(self._refilter)
        self._views.opened.connect(self._open)
        self._views.order_wanted.connect(self._filter.order_by)
        self._views.move_wanted.connect(self._mover.move)
        self._views.clear_wanted.connect(self._filter.clear_all)
        for part in (self._strip, self._views):
            part.drafts_wanted.connect(lambda: self.navigate.emit("drafts", self._on_screen().campaign))
        self._mover.moved.connect(self._moved)
        self._mover.refused.connect(lambda words: self.message.emit("amber", words))
        self._mover.trail_wanted.connect(self._open)
        self._empty.campaign_wanted.connect(self._new_campaign)
        self._empty.issue_wanted.connect(self._new_issue)
        self._empty.read_in_wanted.connect(lambda: self._whole_actions()[-1][1]())
        self._empty.self_check_wanted.connect(lambda: self.navigate.emit(self._self_check, None))
        self._export.said.connect(self.message)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("N", self._new_issue),
            ("Ctrl+N", self._new_issue),
            ("Ctrl+F", self._filter.search.setFocus),
            ("Ctrl+E", self._export.open),
        ]
        views = ("table", "board", "timeline", "leaders")
        keys += [(f"Ctrl+{at}", partial(self._choose_view, one)) for at, one in enumerate(views, 1)]
        bind_keys(self, dict(keys))
