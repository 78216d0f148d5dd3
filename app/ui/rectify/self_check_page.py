"""对照自查: begin one, go on with one, look at earlier ones."""

from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.ledger_unit import LedgerUnit
from app.domain.ledger.self_check import SelfCheck
from app.domain.ledger.stub import StubKind
from app.services.erasing_service import ErasingService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.self_check_service import SelfCheckService
from app.ui.kit.banner import Banner
from app.ui.kit.button import button
from app.ui.kit.card import Card
from app.ui.kit.label import Label
from app.ui.kit.layouts import centred, clear, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import current_theme, px
from app.ui.rectify.self_check_first import SelfCheckFirst
from app.ui.rectify.self_check_line import SelfCheckLine
from app.ui.rectify.self_check_next import SelfCheckNext
from app.ui.rectify.self_check_start import SelfCheckStart
from app.ui.rectify.stubs_note import StubsNote
from app.ui.rectify.units_dialog import UnitsDialog

SIDE_BY_SIDE, SIDE, SHOWN = 940, 400, 8
UNSAVED = "单位数据现在不能保存（见窗口上方的提示），所以不能自查。请先按提示处理。"


class SelfCheckPage(Page):
    """``argument``: the id of a case to go by, or None."""

    facts: ClassVar[PageFacts] = PageFacts(
        "self_check", "对照自查", "改", "对照自查", (Shortcut("Enter", "开始或继续自查"),)
    )

    def __init__(
        self,
        checks: SelfCheckService,
        ledger: LedgerService,
        library: LibraryService,
        argument: object = None,
        *,
        erasing: ErasingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._checks, self._ledger, self._library, self._erasing = checks, ledger, library, erasing
        self._case = str(argument) if argument else None
        self._start: SelfCheckStart | None = None
        self._first: SelfCheckFirst | None = None
        self._shown = SHOWN
        self._columns: QBoxLayout = row(spacing=16)
        inner = centred(column(self._columns, None, margins=(24, 16, 24, 20)), 1360)
        self._scroll = ScrollPage(inner)
        self.setLayout(column(self._scroll, spacing=0))
        self._fill()

    def shown(self) -> None:
        if self._first is not None:
            self._first.first_field().setFocus()
        elif self._start is not None:
            self._start.cases.list.setFocus() if self._case else self._start.cases.field.setFocus()

    def state(self) -> object:
        kept = (self._scroll.verticalScrollBar().value(), self._first.written() if self._first else ("", ""))
        if self._start is None:
            return (*kept, "", "", None)
        one = self._start
        return (*kept, one.campaign.chosen(), one.unit.chosen(), one.cases.chosen())

    def restore(self, state: object) -> None:
        if not isinstance(state, tuple):
            return
        place, written, campaign, unit, case = state
        if self._first is not None:
            self._first.write(written)
        if self._start is not None and campaign:
            self._start.campaign.choose(campaign)
            self._show_checks()
            self._start.unit.choose(unit)
            self._start.cases.choose(self._case or case)
        self._scroll.scroll_to(place)

    def on_width(self, logical: float) -> None:
        wide = logical >= SIDE_BY_SIDE
        set_across(self._columns, wide)
        if self._start is not None:
            self._start.set_wide(logical >= 620)
            self._side.setFixedWidth(px(SIDE)) if wide else self._side.setMaximumWidth(16_777_215)
            if not wide:
                self._side.setMinimumWidth(0)

    def main_action(self) -> None:
        if self._first is not None:
            self._first.keep()
        else:
            self._begin()

    # slots

    def _begin(self) -> None:
        start = self._start
        if start is None:
            return
        case = start.cases.chosen()
        if case is None:
            self.message.emit("amber", "先选一个案例，或选“通用自查表”，再开始。")
            start.cases.field.setFocus()
            return
        try:
            check = self._checks.begin(start.campaign.chosen(), start.unit.chosen(), case)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.navigate.emit("self_check_sheet", check.id)

    def _go(self, key: str) -> None:
        campaign = self._start.campaign.chosen() if self._start else None
        self.navigate.emit(key, None if key == "post_risk" else campaign)

    def _edit_units(self) -> None:
        UnitsDialog(self, self._ledger, self._show_units).open()

    def _show_more(self) -> None:
        self._shown += SHOWN
        self._show_checks()

    # private

    def _fill(self) -> None:
        clear(self._columns)
        self._start = self._first = None
        try:
            campaigns, units = self._ledger.campaigns(), self._ledger.units()
        except UserError as error:
            self._columns.addWidget(Banner(str(error), "red"))
            return
        if not self._ledger.saves:
            self._columns.addWidget(Banner(UNSAVED, "red"))
        if not campaigns or not units:
            self._first = SelfCheckFirst(self._ledger)
            self._first.setMaximumWidth(px(760))
            self._first.made.connect(self._made)
            self._columns.addWidget(self._first)
            return
        start = self._start = SelfCheckStart(campaigns, units, self._library.cases())
        self._side = QWidget()
        self._list = column(spacing=8)
        self._roads = column(spacing=0)
        self._earlier = Card(column(self._list, margins=(18, 14, 18, 16)))
        self._side.setLayout(column(self._roads, self._earlier, None, spacing=16))
        self._columns.addWidget(start, 1)
        self._columns.addWidget(self._side)
        start.wanted.connect(self._begin)
        start.units_wanted.connect(self._edit_units)
        start.campaign_changed.connect(self._show_checks)
        self._show_checks()
        self._suggest_unit(units)
        start.cases.choose(self._case)

    def _made(self) -> None:
        self._fill()
        self.on_width(self.width() / current_theme().scale)
        QTimer.singleShot(0, self, self.shown)  # what was laid out just now takes no focus yet
        self.message.emit("green", "记下了。现在选对照什么。")

    def _suggest_unit(self, units: list[LedgerUnit]) -> None:
        """That of the check begun last."""
        assert self._start is not None
        latest = self._checks.checks(self._start.campaign.chosen())
        self._start.unit.choose(latest[0].unit if latest else units[0].id)
        self._start.show_waiting(latest)

    def _show_units(self) -> None:
        if self._start is not None:
            chosen, units = self._start.unit.chosen(), self._ledger.units()
            self._start.unit.set_choices([(one.id, one.name) for one in units], chosen)
            self._show_checks()

    def _show_checks(self) -> None:
        if self._start is None:
            return
        campaign = self._start.campaign.chosen()
        checks = self._checks.checks(campaign)
        self._start.show_waiting(checks)
        waiting = sum(one.state is IssueState.DRAFT for one in self._ledger.rows(campaign))
        clear(self._roads)
        roads = SelfCheckNext(waiting)
        roads.wanted.connect(self._go)
        self._roads.addWidget(roads)
        clear(self._list)
        self._list.addWidget(Label("做过的自查", 18, bold=True, serif=True))
        if not checks:
            self._list.addWidget(Paragraph("这个专项里还没有。做一次约 10 分钟，随时可停，不会丢。", 16, "text2"))
        self._list_checks(checks)
        if self._erasing is not None and (stubs := self._erasing.stubs(campaign, StubKind.SELF_CHECK)):
            self._list.addWidget(StubsNote(stubs))

    def _list_checks(self, checks: list[SelfCheck]) -> None:
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        for check in checks[: self._shown]:
            line = SelfCheckLine(check, names.get(check.unit, "已停用的单位"))
            line.clicked.connect(lambda _=False, one=check.id: self.navigate.emit("self_check_sheet", one))
            self._list.addWidget(line)
        if len(checks) > self._shown:
            more = button(f"再显示 {min(SHOWN, len(checks) - self._shown)} 次", "default")
            more.clicked.connect(self._show_more)
            self._list.addWidget(more)
