"""成果归集: 排查一批、查办一批、解决一批、出台一批; and good practices."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from app.domain.ledger.campaign import Campaign
from app.domain.ledger.outcome import PRACTICE, Batch, FileReference, GoodPractice, IssuedRule
from app.domain.ledger.stub import Stub, StubKind
from app.services.erasing_service import ErasingService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.outcome_service import OutcomeService
from app.ui.kit.button import button
from app.ui.kit.label import Label
from app.ui.kit.layouts import boxed, column, row, set_across
from app.ui.kit.page import Page, PageFacts
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.parts.confidentiality_banner import ConfidentialityBanner
from app.ui.rectify.case_choices import cases_of
from app.ui.rectify.collection_file_asking import CollectionFileAsking
from app.ui.rectify.form_kinds import kinds_menu, under
from app.ui.rectify.form_saving import open_folder
from app.ui.rectify.outcome_acts import OutcomeActs
from app.ui.rectify.outcome_card import OutcomeCard
from app.ui.rectify.outcome_forms import OutcomeForms
from app.ui.rectify.outcome_lines import OutcomeLines
from app.ui.rectify.outcome_past import OutcomePast
from app.ui.rectify.outcome_practice_dialog import OutcomePracticeDialog
from app.ui.rectify.outcome_reference_dialog import OutcomeReferenceDialog
from app.ui.rectify.outcome_rule_dialog import OutcomeRuleDialog
from app.ui.rectify.outcome_words import SHAPES, WHYS
from app.ui.rectify.report_campaign_field import ReportCampaignField, newest_or
from app.ui.rectify.report_empty import report_empty

STACKED, WIDE = 940, 860
CHANGED = "已修改，历史记录里有改前改后。"
T = TypeVar("T")


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
        self._ledger, self._outcomes, self._forms = ledger, outcomes, forms
        self._erasing = erasing
        self._files, self._library = files or CollectionFileAsking(), library
        self._acts = OutcomeActs(self, outcomes, erasing, show_folder)
        self._lines = OutcomeLines(ledger, outcomes, library, self._acts)
        self._campaign: Campaign | None = None
        self.campaign = ReportCampaignField()
        self.summary = button("一页总结", "primary", "document_text", tip="成果汇总，一页（Word 或 Excel）")
        if forms is None:
            self.summary.hide()
        self.cards = {
            title: OutcomeCard(title, WHYS[title], add, nothing, unit) for title, (add, nothing, unit) in SHAPES.items()
        }
        self.past = OutcomePast(outcomes, self._wiped, self._acts.erases)
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

    def change(self, entry: FileReference | IssuedRule | GoodPractice) -> None:
        """Put right, or complete, what was entered."""
        today, units = self._ledger.today(), self._ledger.units(retired=True)
        if isinstance(entry, FileReference):
            keep, cases = self._kept(self._outcomes.change_reference, CHANGED), cases_of(self._library)
            OutcomeReferenceDialog(self, entry.campaign, entry.batch, today, keep, cases, entry).open()
        elif isinstance(entry, IssuedRule):
            save = self._kept(self._outcomes.change_rule, CHANGED)
            OutcomeRuleDialog(self, entry.campaign, units, today, save, entry).open()
        else:
            rows = self._outcomes.solved(entry.campaign)
            OutcomePracticeDialog(
                self, entry.campaign, units, rows, self._kept(self._outcomes.change_practice, CHANGED), entry
            ).open()

    def choose_kind(self) -> None:
        kinds_menu(self, "导出一页总结", self.write_summary).popup(under(self.summary))

    def write_summary(self, kind: str) -> None:
        if self._forms is None or self._campaign is None:
            return
        folder = self._files.folder(self, "一页总结放到哪个文件夹")
        if folder is not None:
            forms, campaign = self._forms, self._campaign.id
            self._acts.make(lambda: forms.write_outcomes(campaign, folder, kind), "已写出：{}")

    # slots

    def _open(self, campaign_id: str = "") -> None:
        campaigns = self._ledger.campaigns(retired=True)
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
        key, lines = self._campaign.id, self._lines
        for batch in (Batch.CLUES, Batch.CASES):
            self.cards[batch.value].show_lines(lines.references(key, batch))
        self.cards[Batch.SOLVED.value].show_lines(lines.solved(key))
        self.cards[Batch.RULES.value].show_lines(lines.rules(key))
        self.cards[PRACTICE].show_lines(lines.practices(key))
        self.past.show_campaign(key)

    # private

    def _wiped(self, campaign_id: str) -> list[Stub]:
        return self._erasing.stubs(campaign_id, StubKind.OUTCOME) if self._erasing is not None else []

    def _kept(self, act: Callable[[T], object], words: str) -> Callable[[T], None]:
        def keep(entry: T) -> None:
            act(entry)
            self._reload()
            self.message.emit("green", words)

        return keep

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
        self._acts.changed.connect(self._reload)
        self._acts.said.connect(self.message)
        self._acts.went.connect(self.navigate)
        self._acts.change_wanted.connect(self.change)
        self.campaign.currentIndexChanged.connect(lambda: self._open(self.campaign.chosen()))
        self.summary.clicked.connect(self.choose_kind)
        self.cards[Batch.CLUES.value].add_wanted.connect(lambda: self.add_reference(Batch.CLUES))
        self.cards[Batch.CASES.value].add_wanted.connect(lambda: self.add_reference(Batch.CASES))
        self.cards[Batch.RULES.value].add_wanted.connect(self.add_rule)
        self.cards[PRACTICE].add_wanted.connect(self.add_practice)
