"""成果归集: 排查一批、查办一批、解决一批、出台一批; and good practices."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.outcome import PRACTICE, Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.rule_look_back import RuleLookBack, Verdict
from app.domain.own_exemplar import own_case_id
from app.domain.rule_standing import REPEALED, REVISING
from app.services.erasing_service import ErasingService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.outcome_service import OutcomeService
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tag import Tag
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.case_choices import cases_of
from app.ui.rectify.collection_file_asking import CollectionFileAsking
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import OUTCOME
from app.ui.rectify.form_kinds import kinds_menu, under
from app.ui.rectify.form_saving import open_folder
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.outcome_card import OutcomeCard
from app.ui.rectify.outcome_forms import OutcomeForms
from app.ui.rectify.outcome_line import OutcomeLine
from app.ui.rectify.outcome_past import OutcomePast
from app.ui.rectify.outcome_practice_dialog import OutcomePracticeDialog
from app.ui.rectify.outcome_reference_dialog import OutcomeReferenceDialog
from app.ui.rectify.outcome_reference_line import reference_line
from app.ui.rectify.outcome_rule_dialog import OutcomeRuleDialog
from app.ui.rectify.outcome_words import SHAPES, VOIDED, WHYS
from app.ui.rectify.report_campaign_field import ReportCampaignField, newest_or
from app.ui.rectify.report_empty import report_empty

STACKED, WIDE = 940, 860
T = TypeVar("T")
STANDINGS = {Verdict.REPEAL: REPEALED, Verdict.REVISE: REVISING}


class OutcomePage(Page):
    facts = PageFacts("outcomes", "成果归集", "改", "成果归集")

    def __init__(
        self,
        ledger: LedgerService,
        outcomes: OutcomeService,
        argument: object = None,
        *,
        forms: OutcomeForms | None = None,
        erasing: ErasingService | None = None,
        files: CollectionFileAsking | None = None,
        show_folder: Callable[[Path], bool] = open_folder,
        library: LibraryService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: a campaign's id, or None; ``library`` has the cases that one may link."""
        super().__init__(parent)
        self._ledger, self._outcomes, self._forms, self._erasing = ledger, outcomes, forms, erasing
        self._files = files or CollectionFileAsking()
        self._show_folder, self._library = show_folder, library
        self._campaign: Campaign | None = None
        self.campaign = ReportCampaignField()
        self.summary = button("一页总结", "primary", "document_text", tip="成果汇总，一页（Word 或 Excel）")
        self.summary.setVisible(forms is not None)
        self.cards = {
            title: OutcomeCard(title, WHYS[title], add, nothing, unit) for title, (add, nothing, unit) in SHAPES.items()
        }
        self.past = OutcomePast(outcomes)
        self._grid, self._all = QGridLayout(), column(margins=(0, 0, 8, 10), spacing=10)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(px(10))
        self._set_columns(2)
        self._body = boxed(column(ConfidentialityBanner(), self._grid, self.past, None, spacing=10))
        self._all.addWidget(self._body)
        self._empty = report_empty(False)
        self._all.addWidget(self._empty, 1)
        scroll = ScrollPage()
        title = Label("成果归集", 24, bold=True, serif=True)
        self._halves: QBoxLayout = row(
            (row(title, self.campaign, None), 1), row(None, self.summary), margins=(0, 0, 8, 0), spacing=10
        )
        self.setLayout(column(boxed(self._halves), (scroll, 1), margins=(20, 12, 12, 0), spacing=10))
        scroll.setWidget(boxed(self._all))
        self._connect()
        self._open(str(argument or ""))

    # Page

    def state(self) -> object:
        return self._campaign.id if self._campaign else ""

    def restore(self, state: object) -> None:
        if isinstance(state, str):
            self._open(state)

    def on_width(self, logical: float) -> None:
        self._set_columns(2 if logical >= STACKED else 1)
        set_across(self._halves, logical >= WIDE)

    def main_action(self) -> None:
        if self._campaign is None:
            self.navigate.emit("ledger", None)
        elif self._forms is not None:
            self.choose_kind()

    # What one does.

    def add_reference(self, batch: Batch) -> None:
        if self._campaign is not None:
            save = self._kept(self._outcomes.add_reference, "已登记。")
            today, cases = self._ledger.today(), cases_of(self._library)
            OutcomeReferenceDialog(self, self._campaign.id, batch, today, save, cases).open()

    def add_rule(self) -> None:
        if self._campaign is not None:
            save = self._kept(self._outcomes.add_rule, "制度已登记。")
            units = self._ledger.units()
            OutcomeRuleDialog(self, self._campaign.id, units, self._ledger.today(), save).open()

    def add_practice(self) -> None:
        if self._campaign is not None:
            save = self._kept(self._outcomes.add_practice, "好做法已登记。")
            rows = self._outcomes.solved(self._campaign.id)
            OutcomePracticeDialog(self, self._campaign.id, self._ledger.units(), rows, save).open()

    def choose_kind(self) -> None:
        kinds_menu(self, "导出一页总结", self.write_summary).popup(under(self.summary))

    def write_summary(self, kind: str) -> None:
        if self._forms is None or self._campaign is None:
            return
        folder = self._files.folder(self, "一页总结放到哪个文件夹")
        if folder is not None:
            forms, campaign = self._forms, self._campaign.id
            self._make(lambda: forms.write_outcomes(campaign, folder, kind), "已写出：{}")

    # slots

    def _open(self, campaign_id: str = "") -> None:
        campaigns = self._ledger.campaigns()
        self._campaign = newest_or(campaigns, campaign_id)
        self.campaign.show_campaigns(campaigns, self._campaign.id if self._campaign else "")
        self._reload()

    def _reload(self) -> None:
        there = self._campaign is not None
        self._body.setVisible(there)
        self._empty.setVisible(not there)
        self.summary.setEnabled(there)
        self.campaign.setEnabled(there)
        if self._campaign is None:
            return
        key = self._campaign.id
        for batch in (Batch.CLUES, Batch.CASES):
            found = self._outcomes.references(key, batch)
            self.cards[batch.value].show_lines(self._reference_lines(found))
        solved = sorted(self._outcomes.solved(key), key=lambda one: one.number)
        names = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        lines = [
            OutcomeLine(
                f"问题 {one.number}　{one.title}",
                f"{names.get(one.unit, '')}　{one.done_words()}　{one.closed_on} 销号",
                [("看问题", self._opens(one.id))],
            )
            for one in solved
        ]
        self.cards[Batch.SOLVED.value].show_lines(lines)
        verdicts = self._outcomes.verdicts(key)
        rules = [self._rule_line(one, names, verdicts.get(one.id)) for one in self._outcomes.rules(key)]
        self.cards[Batch.RULES.value].show_lines(rules)
        practices = self._outcomes.practices(key)
        self.cards[PRACTICE].show_lines([self._practice_line(one, names) for one in practices])
        self.past.show_campaign(key)

    # private

    def _reference_lines(self, references: list[FileReference]) -> list[OutcomeLine]:
        cases = cases_of(self._library) if any(one.case for one in references) else []
        titles = {case.id: case.title for case in cases}
        return [
            reference_line(
                *(one, titles, [("作废", self._voids(one.id, one.number)), *self._erases(one.id)]), self._open_case
            )
            for one in references
        ]

    def _open_case(self, case_id: str) -> None:
        self.navigate.emit("case", case_id)

    def _rule_line(self, one: IssuedRule, names: dict[str, str], look: RuleLookBack | None) -> OutcomeLine:
        facts = "　".join(fact for fact in (one.number, f"{one.on:%Y-%m-%d}", names.get(one.unit, "本单位")) if fact)
        acts = [("作废", self._voids(one.id, one.name)), *self._erases(one.id)]
        if one.text:
            acts.insert(0, ("重新列入" if one.file else "列入法规库", self._publishes(one.id)))
        tag = (
            Tag("已列入法规库", "green", "checkmark_circle")
            if one.file
            else None
            if one.text
            else Tag("没有正文", "grey")
        )
        if look is not None and (word := STANDINGS.get(look.verdict)):
            facts += f"　{look.on:%Y-%m-%d} 回头看：{look.verdict}"
            tag = Tag(word, "amber", "warning")
        return OutcomeLine(one.name, facts, acts, tag)

    def _practice_line(self, one: GoodPractice, names: dict[str, str]) -> OutcomeLine:
        acts = [("列入案例库", self._drafts(one.id))]
        if one.file:
            acts = [("在案例库看", self._reads(one.file)), ("打开草稿文本", self._writes_on(one.id))]
        acts += [("作废", self._voids(one.id, one.title)), *self._erases(one.id)]
        tag = Tag("已列入案例库", "green", "checkmark_circle") if one.file else None
        return OutcomeLine(one.title, names.get(one.unit, "本单位"), acts, tag)

    def _kept(self, act: Callable[[T], object], words: str) -> Callable[[T], None]:
        def keep(entry: T) -> None:
            act(entry)
            self._reload()
            self.message.emit("green", words)

        return keep

    def _make(self, act: Callable[[], Path], words: str) -> None:
        try:
            made = act()
        except UserError as error:
            self.message.emit("red", str(error))
            return
        self._reload()
        self.message.emit("green", words.format(made))

    def _publishes(self, rule_id: str) -> Callable[[], None]:
        words = "已列入法规库的“本单位制度”。文本在 {}。"
        return lambda: self._make(lambda: self._outcomes.publish_rule(rule_id), words)

    def _drafts(self, practice_id: str) -> Callable[[], None]:
        words = "已列入案例库，标“草稿（本单位）”。草稿文本在 {}，可以接着写。"
        return lambda: self._make(lambda: self._outcomes.draft_exemplar(practice_id), words)

    def _reads(self, file: str) -> Callable[[], None]:
        return lambda: self.navigate.emit("case", own_case_id(file))

    def _writes_on(self, practice_id: str) -> Callable[[], None]:
        """The way to the text, made anew where somebody has taken it away."""

        def show() -> None:
            path = self._outcomes.draft_exemplar(practice_id)
            if not self._show_folder(path.parent):
                raise UserError(f"打不开文件夹窗口。草稿文本在 {path}。")

        def act() -> None:
            try:
                show()
            except UserError as error:
                self.message.emit("red", str(error))

        return act

    def _voids(self, entry_id: str, name: str) -> Callable[[], None]:
        def act(reason: str) -> None:
            self._outcomes.void(entry_id, reason)
            self._reload()
            self.message.emit("green", "已作废，原因已记录。")

        hint = "如：重复登记"
        return lambda: LedgerReasonDialog(self, f"作废　{name}", VOIDED, "作废", hint, act).open()

    def _erases(self, entry_id: str) -> list[tuple[str, Callable[[], None]]]:
        erasing = self._erasing
        if erasing is None:
            return []

        def done(tone: str, words: str) -> None:
            self._reload()
            self.message.emit(tone, words)

        act = lambda reason: erasing.outcome(entry_id, reason)  # noqa: E731
        return [("误录清除", lambda: EraseDialog(self, OUTCOME, act, done).open())]

    def _opens(self, issue_id: str) -> Callable[[], None]:
        return lambda: self.navigate.emit("issue", issue_id)

    def _set_columns(self, columns: int) -> None:
        for card in self.cards.values():
            self._grid.removeWidget(card)
        for at, (title, card) in enumerate(self.cards.items()):
            if title == PRACTICE:
                self._grid.addWidget(card, 4, 0, 1, columns)
            else:
                self._grid.addWidget(card, at // columns, at % columns)
        for at in (0, 1):
            self._grid.setColumnStretch(at, 1 if at < columns else 0)

    def _connect(self) -> None:
        self.campaign.currentIndexChanged.connect(lambda: self._open(self.campaign.chosen()))
        self.summary.clicked.connect(self.choose_kind)
        self.cards[Batch.CLUES.value].add_wanted.connect(lambda: self.add_reference(Batch.CLUES))
        self.cards[Batch.CASES.value].add_wanted.connect(lambda: self.add_reference(Batch.CASES))
        self.cards[Batch.RULES.value].add_wanted.connect(self.add_rule)
        self.cards[PRACTICE].add_wanted.connect(self.add_practice)
