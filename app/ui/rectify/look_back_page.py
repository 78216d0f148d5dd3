"""回头看: of issues at three, six and twelve months; of rules once a year."""

from collections.abc import Callable
from datetime import date
from typing import cast

from PySide6.QtWidgets import QBoxLayout, QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.look_back import LookBack, Relapse
from app.domain.ledger.look_back_gate import usual_months
from app.domain.ledger.rule_look_back import RuleLookBack
from app.domain.ledger.stub import Stub, StubKind
from app.services.erasing_service import ErasingService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.outcome_service import OutcomeService
from app.services.rule_look_back_service import RuleLookBackService
from app.ui.kit.button import button
from app.ui.kit.keys import bind_keys
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, clear, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.paragraph import Paragraph
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.segment_control import SegmentControl
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.collection_file_asking import CollectionFileAsking
from app.ui.rectify.form_kinds import kinds_menu, under
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.look_back_choice_dialog import LookBackChoiceDialog
from app.ui.rectify.look_back_forms import LookBackForms
from app.ui.rectify.look_back_issue_dialog import LookBackIssueDialog
from app.ui.rectify.look_back_list import done_issues, done_rules, due_issue, due_rule
from app.ui.rectify.look_back_rule_dialog import LookBackRuleDialog
from app.ui.rectify.look_back_voiding import LookBackVoiding
from app.ui.rectify.report_campaign_field import ReportCampaignField, newest_or
from app.ui.rectify.report_empty import report_empty
from app.ui.rectify.stubs_note import StubsNote

ISSUES, RULES = "issues", "rules"
MOST, WIDE = 100, 980
Listed = tuple[list[QWidget], int]
"""Rows, and how many there are in all."""
NOTHING_DUE = {
    ISSUES: "现在没有到期的回头看。问题销号（或长期坚持）后第 3、6、12 个月各看一次，到期会出现在这里。",
    RULES: "现在没有到期的制度。在“成果归集”里登记的制度，出台或上次回头看满一年，会出现在这里。",
}
NOTHING_DONE = "还没有做过回头看。"


class LookBackPage(Page):
    facts = PageFacts(
        "look_backs",
        "回头看",
        "改",
        "回头看",
        (Shortcut("Enter", "做最早到期的一项"), Shortcut("N", "登记一次回头看（或 Ctrl+N）")),
    )

    def __init__(
        self,
        ledger: LedgerService,
        issues: IssueService,
        outcomes: OutcomeService,
        rules: RuleLookBackService,
        argument: object = None,
        *,
        who: str = "",
        erasing: ErasingService | None = None,
        forms: LookBackForms | None = None,
        files: CollectionFileAsking | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: a campaign's id, or None; ``who`` works at this PC."""
        super().__init__(parent)
        self._ledger, self._issues, self._outcomes, self._rules = ledger, issues, outcomes, rules
        self._who, self._forms, self._files = who, forms, files or CollectionFileAsking()
        self._erasing = erasing
        self._voiding = LookBackVoiding(self, issues, rules, self._voided, erasing)
        self._campaign: Campaign | None = None
        self._first: Callable[[], None] | None = None
        self.campaign = ReportCampaignField()
        self.what = SegmentControl(((ISSUES, "问题"), (RULES, "制度")), ISSUES, "看什么")
        self.export = button("导出回头看情况表", icon="arrow_download")
        self.new = button("登记回头看", "primary", "add", tip="没有到期的也可以登记（N）")
        if forms is None:
            self.export.hide()
        self.list = column(margins=(0, 0, 8, 10), spacing=8)
        self._connect()
        scroll = ScrollPage()
        title = Label("回头看", 24, bold=True, serif=True)
        left, right = row(title, self.campaign, self.what, None, spacing=10), row(None, self.export, self.new)
        self._halves: QBoxLayout = row((left, 1), right, margins=(0, 0, 8, 0), spacing=10)
        head = boxed(self._halves)
        self.setLayout(column(head, (scroll, 1), margins=(20, 12, 12, 0), spacing=10))
        scroll.setWidget(boxed(self.list))
        self._open(str(argument or ""))

    # Page

    def state(self) -> object:
        return self._campaign.id if self._campaign else "", self.what.chosen()

    def restore(self, state: object) -> None:
        if isinstance(state, tuple) and len(state) == 2:
            campaign, what = cast(tuple[str, str], state)
            self.what.set_chosen(what)
            self._open(campaign)

    def on_width(self, logical: float) -> None:
        set_across(self._halves, logical >= WIDE)

    def main_action(self) -> None:
        if self._campaign is None:
            self.navigate.emit("ledger", None)
        elif self._first is not None:
            self._first()

    # What one does.

    def look_at(self, issue: Issue, due: int | None = None) -> None:
        """``due``: the month that is; None for whichever it is today."""
        number = self._issues.number_of(issue.id)
        months = usual_months(issue, self._today()) if due is None else due

        def save(look: LookBack) -> None:
            self._issues.look_back(issue.id, look)
            self._reload()
            self.message.emit("green", f"问题 {number} {look.name}，回头看已登记：{look.relapse.value}。")
            if look.relapse is Relapse.RELAPSED:
                dialog.closed.connect(lambda: self._offer_reopening(issue.id, look))

        title = f"回头看　问题 {number}　{issue.text.title}"
        dialog = LookBackIssueDialog(self, title, months, self._today(), self._who, save)
        dialog.open()

    def look_at_rule(self, rule_id: str = "") -> None:
        if self._campaign is None:
            return

        def save(look: RuleLookBack) -> None:
            self._rules.add(look)
            self._reload()
            self.message.emit("green", "制度回头看已登记。")

        rules = self._outcomes.rules(self._campaign.id)
        chosen = rule_id or (rules[0].id if rules else "")
        LookBackRuleDialog(self, self._campaign.id, rules, chosen, self._today(), self._who, save).open()

    def add(self) -> None:
        """One that is not due."""
        if self._campaign is None:
            return
        if self.what.chosen() == RULES:
            self.look_at_rule()
            return
        settled = [
            row for row in self._ledger.rows(self._campaign.id) if row.state in (IssueState.CLOSED, IssueState.LASTING)
        ]
        if not settled:
            self.message.emit("amber", "还没有销号或长期坚持的问题。问题销号以后才回头看。")
            return
        LookBackChoiceDialog(self, settled, lambda issue_id: self.look_at(self._issues.get(issue_id))).open()

    # slots

    def _open(self, campaign_id: str = "") -> None:
        campaigns = self._ledger.campaigns(retired=True)
        self._campaign = newest_or(campaigns, campaign_id)
        self.campaign.show_campaigns(campaigns, self._campaign.id if self._campaign else "")
        self._reload()

    def _reload(self) -> None:
        clear(self.list)
        self._first = None
        for part in (self.campaign, self.what, self.export, self.new):
            part.setEnabled(self._campaign is not None)
        if self._campaign is None:
            empty = report_empty(False)
            empty.acted.connect(lambda: self.navigate.emit("ledger", None))
            self._add(empty)
        else:
            due, done = self._of_issues() if self.what.chosen() == ISSUES else self._of_rules()
            self._add(ConfidentialityBanner())
            self._section("到期的", *due, NOTHING_DUE[self.what.chosen()], f"先做这 {MOST} 项")
            self._section("已做的", *done, NOTHING_DONE, f"列出最近 {MOST} 项，更早的在各问题里看，导出的表里都有")
            if stubs := self._stubs():
                self._add(StubsNote(stubs))
        self.list.addStretch(1)

    def _of_issues(self) -> tuple[Listed, Listed]:
        assert self._campaign is not None
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        numbers = {row.id: row.number for row in self._ledger.rows(self._campaign.id)}
        today, due = self._today(), list[QWidget]()
        waiting = self._issues.due_look_backs(self._campaign.id, today)
        for issue, months, day in waiting[:MOST]:
            look = self._looks(issue, months)
            self._first = self._first or look
            unit = names.get(issue.text.lead_unit, "")
            due.append(due_issue(issue, numbers.get(issue.id, 0), unit, months, day, today, look, self._show_issue))
        done = [(numbers.get(issue.id, 0), issue) for issue in self._issues.looked_back(self._campaign.id)]
        wipe = self._voiding.wipe_of_issue if self._voiding.wipes else None
        rows: list[QWidget] = [*done_issues(done, self._show_issue, self._voiding.of_issue, MOST, wipe)]
        return (due, len(waiting)), (rows, sum(len(issue.look_backs) for _, issue in done))

    def _of_rules(self) -> tuple[Listed, Listed]:
        assert self._campaign is not None
        looks, due = self._rules.of(self._campaign.id), list[QWidget]()
        for rule in self._rules.due(self._campaign.id, self._today()):
            since = max([rule.on, *(look.on for look in looks if look.rule == rule.id)])
            look = self._looks_at_rule(rule.id)
            self._first = self._first or look
            due.append(due_rule(rule, since, self._today(), look))
        told = self._rules.of(self._campaign.id, void=True)
        wipe = self._voiding.wipe_of_rule if self._voiding.wipes else None
        done: list[QWidget] = [*done_rules(told, self._voiding.of_rule, wipe)]
        return (due, len(due)), (done, len(done))

    def _stubs(self) -> list[Stub]:
        """Of looks at rules, or at issues that are there still."""
        if self._campaign is None or self._erasing is None:
            return []
        kind = StubKind.RULE_LOOK_BACK if self.what.chosen() == RULES else StubKind.LOOK_BACK
        return self._erasing.stubs(self._campaign.id, kind)

    def _voided(self, tone: str, words: str) -> None:
        self._reload()
        self.message.emit(tone, words)

    def _offer_reopening(self, issue_id: str, look: LookBack) -> None:
        issue = self._issues.get(issue_id)
        if issue.state is not IssueState.CLOSED:
            self.message.emit("amber", "已反弹。这个问题没有销号，请在问题里补充措施。")
            return

        def act(reason: str) -> None:
            self._issues.reopen(issue_id, reason)
            self._reload()
            self.message.emit("green", "已重新打开。原来的措施、审签和回头看都保留。")

        words = "回头看发现已反弹。重新打开后回到整改，原来的措施、审签和历次回头看都保留。不重新打开的，点“取消”。"
        dialog = LedgerReasonDialog(self, "重新打开这个问题", words, "重新打开", "写明反弹的事实", act)
        dialog.reason.setText(f"{look.name}（{look.on:%Y-%m-%d}）发现已反弹：{look.done}"[:300])
        dialog.reason.setCursorPosition(0)
        dialog.open()

    def _choose_kind(self) -> None:
        kinds_menu(self, "导出回头看情况表", self.write).popup(under(self.export))

    def write(self, kind: str) -> None:
        if self._forms is None or self._campaign is None:
            return
        folder = self._files.folder(self, "回头看情况表放到哪个文件夹")
        if folder is None:
            return
        try:
            made = self._forms.write_look_backs(self._campaign.id, folder, kind)
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self.message.emit("green", f"已写出：{made}")

    # private

    def _section(self, title: str, rows: list[QWidget], total: int, nothing: str, more: str) -> None:
        """``more`` is said where these are not all of them."""
        count = f"　{total} 项" + (f"（{more}）" if total > len(rows) else "") if rows else ""
        self._add(Label(f"{title}{count}", 18, bold=True, serif=True))
        for part in rows or [Paragraph(nothing, 16, "text2")]:
            self._add(part)

    def _add(self, widget: QWidget) -> None:
        self.list.addWidget(widget)
        widget.show()

    def _looks(self, issue: Issue, months: int) -> Callable[[], None]:
        return lambda: self.look_at(issue, months)

    def _looks_at_rule(self, rule_id: str) -> Callable[[], None]:
        return lambda: self.look_at_rule(rule_id)

    def _show_issue(self, issue_id: str) -> None:
        self.navigate.emit("issue", issue_id)

    def _today(self) -> date:
        return self._ledger.today()

    def _connect(self) -> None:
        self.campaign.currentIndexChanged.connect(lambda: self._open(self.campaign.chosen()))
        self.what.changed.connect(lambda _: self._reload())
        self.export.clicked.connect(self._choose_kind)
        self.new.clicked.connect(self.add)
        bind_keys(self, {"N": self.add, "Ctrl+N": self.add})
