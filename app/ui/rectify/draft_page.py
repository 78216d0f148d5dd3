"""问题清单: what self-checks and imports have found, until the head of each unit has confirmed it."""

from collections.abc import Callable
from dataclasses import replace
from typing import ClassVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue, IssueText, Origin
from app.domain.ledger.self_check import SelfCheck
from app.services.erasing_service import ErasingService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.self_check_service import SelfCheckService
from app.ui.kit.button import button
from app.ui.kit.elided_label import ElidedLabel
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.label import Label
from app.ui.kit.layouts import Item, centred, clear, column, row
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.parts.disclaimer import Disclaimer
from app.ui.rectify.draft_card import DraftCard
from app.ui.rectify.draft_group import DraftGroup
from app.ui.rectify.draft_list import DraftList, DraftShare
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import issue_words
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.self_check_steps import SelfCheckSteps

WIDEST, SHOWN = 1000, 30
ABOUT = "草稿还不在台账里。由责任单位负责人逐条确认：确认的进入“待定措施”，不成立的写明理由，记录保留。"
REFUSE = "记录保留，不进入台账；以后可以在台账的“作废”里恢复。"
NONE = "没有待确认的问题"
NONE_HINT = "对照自查选“存在”，或导入巡视巡察、审计发现，就会列在这里。"


class DraftPage(Page):
    """``argument``: the id of a 专项 or of a self-check, or (that id, the id of an issue to begin with)."""

    facts: ClassVar[PageFacts] = PageFacts(
        "drafts", "问题清单", "改", "对照自查", (Shortcut("Enter", "确认光标所在的一条"), Shortcut("Tab", "下一个按钮"))
    )

    def __init__(
        self,
        ledger: LedgerService,
        issues: IssueService,
        checks: SelfCheckService,
        argument: object = None,
        parent: QWidget | None = None,
        *,
        library: LibraryService | None = None,
        erasing: ErasingService | None = None,
    ) -> None:
        super().__init__(parent)
        self._library, self._erasing = library, erasing
        self._ledger, self._issues, self._drafts = ledger, issues, DraftList(ledger, issues, checks)
        scope, self._wanted = argument if isinstance(argument, tuple) else (argument, "")
        self._handled: set[str] = set()
        self._campaign: Campaign | None = None
        self._check: SelfCheck | None = None
        self._whole, self._most = False, SHOWN
        self._groups: list[DraftGroup] = []
        try:
            self._campaign, self._check = self._drafts.campaign_of(scope)
        except UserError as error:
            self._wrong(str(error))
            return
        self._place = column(spacing=14)
        inner = centred(column(*self._head(), self._place, None, margins=(24, 14, 24, 20), spacing=10), WIDEST)
        self._scroll = ScrollPage(inner)
        self.setLayout(column(self._scroll, spacing=0))
        self._fill()

    def shown(self) -> None:
        wanted, self._wanted = self._wanted, ""
        cards = [card for group in self._groups for card in group.cards]
        card = next((one for one in cards if one.issue.id == wanted), None)
        if card is not None:
            card.take_focus()
            QTimer.singleShot(0, card, lambda: self._scroll.reveal(card))
        elif cards and self._scroll.verticalScrollBar().value() == 0:
            cards[0].take_focus()

    def state(self) -> object:
        if not hasattr(self, "_scroll"):
            return None
        return (self._scroll.verticalScrollBar().value(), self._whole, self._most, frozenset(self._handled))

    def restore(self, state: object) -> None:
        if isinstance(state, tuple) and hasattr(self, "_scroll"):
            place, self._whole, self._most, handled = state
            self._handled, self._wanted = set(handled), ""
            if self._check is not None:
                self._scope.set_chosen("whole" if self._whole else "check")
            self._fill()
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(place))

    # slots

    def _confirm(self, group: DraftGroup, card: DraftCard) -> None:
        if group.unit is not None and not group.head.text().strip():
            self.message.emit("amber", f"请先写{group.unit.name}负责人的姓名，再确认。")
            group.head.setFocus()
            self._scroll.reveal(group.head)
            return

        def confirm() -> None:
            if group.unit is not None and group.head.text().strip() != group.unit.head:
                self._ledger.change_unit(replace(group.unit, head=group.head.text().strip()))
            self._issues.confirm(card.issue.id)

        self._do(confirm, card, "已确认，进入“待定措施”。")

    def _edit(self, card: DraftCard) -> None:
        issue = card.issue

        def keep(text: IssueText, origin: Origin) -> None:
            self._issues.edit(issue.id, text, issue.version, origin)
            self._refill(issue.id)

        units, today = self._ledger.units(), self._ledger.today()
        IssueDialog(self, issue, units, today, keep, self._library).open()

    def _refuse(self, card: DraftCard) -> None:
        def refuse(reason: str) -> None:
            self._issues.void(card.issue.id, reason)
            self._refill(self._after(card))
            self.message.emit("green", "已记为不成立，理由保留在记录里。")

        hint = "理由，如：经查各期公示均有留存"
        LedgerReasonDialog(self, f"“{card.issue.text.title}”不成立？", REFUSE, "不成立", hint, refuse).open()

    def _erase(self, card: DraftCard) -> None:
        """One that should never have been written or brought in."""
        erasing, issue_id, after = self._erasing, card.issue.id, self._after(card)
        if erasing is None:
            return

        def done(tone: str, words: str) -> None:
            self._refill(after)
            self.message.emit(tone, words)

        words = issue_words(self._issues.number_of(issue_id), erasing.keeps_elsewhere(issue_id))
        EraseDialog(self, words, lambda reason: erasing.issue(issue_id, reason), done).open()

    def _keep_head(self, group: DraftGroup, name: str) -> None:
        assert group.unit is not None
        try:
            self._ledger.change_unit(replace(group.unit, head=name))
        except UserError as error:
            self.message.emit("red", str(error))
            return
        group.unit = replace(group.unit, head=name)
        self.message.emit("green", f"{group.unit.name}的负责人记为{name}。" if name else "负责人姓名已清空。")

    def _choose_scope(self, key: str) -> None:
        self._whole = key == "whole"
        self._fill()

    def _show_more(self) -> None:
        self._most += SHOWN
        self._refill("")

    # private

    def _do(self, act: Callable[[], None], card: DraftCard, said: str) -> None:
        after = self._after(card)
        try:
            act()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._handled.add(card.issue.id)
        self._refill(after)
        self.message.emit("green", said)

    def _after(self, card: DraftCard) -> str:
        """The id of the issue below it, where the focus goes when it is dealt with."""
        ids = [one.issue.id for group in self._groups for one in group.cards]
        place = ids.index(card.issue.id)
        return ids[place + 1] if place + 1 < len(ids) else card.issue.id

    def _refill(self, focus: str) -> None:
        place = self._scroll.verticalScrollBar().value()
        self._fill()
        QTimer.singleShot(0, self, lambda: self._settle(place, focus))  # what is new takes no focus yet

    def _settle(self, place: int, focus: str) -> None:
        self._scroll.scroll_to(place)
        cards = [card for group in self._groups for card in group.cards]
        card = next((one for one in cards if one.issue.id == focus), None)
        if card is not None:
            card.take_focus()
            self._scroll.reveal(card)

    def _fill(self) -> None:
        clear(self._place)
        self._groups = []
        if self._campaign is None:
            self._show_none()
            return
        check = None if self._whole else self._check
        try:
            shares = self._drafts.shares(self._campaign, check, self._handled)
        except UserError as error:
            self._place.addWidget(EmptyState("error_circle", str(error)))
            return
        room = self._most
        for share in shares:
            if room > 0:
                self._add_group(share, room)
                room -= len(share.issues)
        if room < 0:
            more = button(f"再显示 {min(SHOWN, -room)} 条", "default")
            more.clicked.connect(self._show_more)
            self._place.addLayout(row(None, more, None))
        if check is not None and (said := self._drafts.void_words(check.id)):
            self._place.addWidget(Paragraph(said, 15, "text2"))
        if not shares:
            self._show_none()

    def _add_group(self, share: DraftShare, room: int) -> None:
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        cards = []
        for issue in share.issues[:room]:
            helpers = "、".join(names.get(one, one) for one in issue.text.helpers)
            words = self._drafts.confirmed_words(issue)
            wipes = self._erasing is not None
            cards.append(DraftCard(issue, self._issues.number_of(issue.id), helpers, words, wipes))
        group = DraftGroup(share.unit, share.waiting, cards)
        group.head_written.connect(lambda name: self._keep_head(group, name))
        for card in cards:
            card.confirm_wanted.connect(lambda one=card: self._confirm(group, one))
            card.edit_wanted.connect(lambda one=card: self._edit(one))
            card.refuse_wanted.connect(lambda one=card: self._refuse(one))
            card.erase_wanted.connect(lambda one=card: self._erase(one))
            card.ledger_wanted.connect(lambda one=card: self._to_ledger(one.issue))
        self._groups.append(group)
        self._place.addWidget(group)

    def _to_ledger(self, issue: Issue) -> None:
        self.navigate.emit("issue", issue.id)

    def _show_none(self) -> None:
        empty = EmptyState("clipboard_checkmark", NONE, "做一次对照自查", NONE_HINT)
        empty.acted.connect(lambda: self.navigate.emit("self_check", None))
        self._place.addWidget(empty)

    def _head(self) -> list[Item]:
        back = button("", "ghost", "arrow_left", name="回到对照自查", tip="回到对照自查")
        back.clicked.connect(lambda: self.navigate.emit("self_check", None))
        about = self._campaign.title if self._campaign else ""
        if self._check is not None:
            about = f"{self._check.title} · {self._ledger.unit(self._check.unit).name}"
        title = ElidedLabel(about, 16, lines=2, tone="text2", fit=True)
        items: list[Item] = [row(back, Label("问题清单", 24, bold=True, serif=True), (title, 1), spacing=10)]
        items += [SelfCheckSteps(2)] if self._check is not None else []  # what was brought in did not come this way
        items += [Paragraph(ABOUT, 16, "text2", line=1.5), ConfidentialityBanner()]
        if self._check is not None:
            choices = [("check", "这次自查的"), ("whole", "整个专项待确认的")]
            self._scope = SegmentControl(choices, "check", "看哪些")
            self._scope.changed.connect(self._choose_scope)
            items.append(row(self._scope, None))
            if self._check.case:
                items.append(Disclaimer())
        return items

    def _wrong(self, words: str) -> None:
        empty = EmptyState("error_circle", words, "回到对照自查")
        empty.acted.connect(lambda: self.navigate.emit("self_check", None))
        self.setLayout(column(empty))
