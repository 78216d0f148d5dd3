"""问题详情: an issue, its measures, its proof, its trail of signatures, and what became of it."""

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from app.domain.case import Case
from app.domain.errors import UserError
from app.domain.ledger.campaign import Campaign
from app.domain.ledger.evidence import EvidenceCheck, EvidenceState
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.domain.ledger.stub import StubKind
from app.services.erasing_service import ErasingService
from app.services.evidence_service import EvidenceService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.measure_references import MeasureReferences
from app.services.report_service import ReportService
from app.ui.kit.empty_state import EmptyState
from app.ui.kit.keys import bind_keys
from app.ui.kit.layouts import centred, column, row, set_across
from app.ui.kit.page import Page, PageFacts, Shortcut
from app.ui.kit.scroll_page import ScrollPage
from app.ui.rectify.approval_card import ApprovalCard
from app.ui.rectify.approval_form import ApprovalDraft, ApprovalForm
from app.ui.rectify.form_saving import FormSaving
from app.ui.rectify.issue_desk import IssueDesk
from app.ui.rectify.issue_erasing import IssueErasing
from app.ui.rectify.issue_evidence_card import IssueEvidenceCard
from app.ui.rectify.issue_export import IssueExport
from app.ui.rectify.issue_files import IssueFiles
from app.ui.rectify.issue_forms import IssueForms
from app.ui.rectify.issue_head import IssueHead
from app.ui.rectify.issue_history_card import IssueHistoryCard
from app.ui.rectify.issue_look_backs_card import IssueLookBacksCard
from app.ui.rectify.issue_measures_card import FIXED, IN_CHECK, IssueMeasuresCard
from app.ui.rectify.issue_mover import IssueMover
from app.ui.rectify.issue_oversight_card import IssueOversightCard
from app.ui.rectify.issue_problem_card import IssueProblemCard
from app.ui.rectify.issue_reports import MonthText, months_of
from app.ui.rectify.issue_reports_card import IssueReportsCard
from app.ui.rectify.page_place import focus_again, focused_name
from app.ui.rectify.stub_card import StubCard

STACKED, WIDEST = 1000, 1480


class IssuePage(Page):
    facts = PageFacts(
        "issue",
        "问题详情",
        "改",
        "整改台账",
        (
            Shortcut("M", "新增措施（或 Ctrl+M）"),
            Shortcut("E", "修改问题（或 Ctrl+Shift+E）"),
            Shortcut("Ctrl+O", "添加佐证文件"),
            Shortcut("Ctrl+E", "导出这个问题的表"),
            Shortcut("Alt+Left", "返回台账"),
        ),
    )

    def __init__(
        self,
        ledger: LedgerService,
        issues: IssueService,
        evidence: EvidenceService,
        library: LibraryService,
        argument: object,
        *,
        reports: ReportService | None = None,
        forms: IssueForms | None = None,
        files: IssueFiles | None = None,
        erasing: ErasingService | None = None,
        parent: QWidget | None = None,
    ) -> None:
        """``argument``: the issue's id. ``forms`` writes its forms out, ``erasing`` wipes it; without them there is no
        button for that."""
        super().__init__(parent)
        self.issue_id = str(argument or "")
        self._ledger, self._issues, self._evidence = ledger, issues, evidence
        self._library, self._reports = library, reports
        self._draft = ApprovalDraft()
        self._form: ApprovalForm | None = None
        self._columns: QBoxLayout | None = None
        self._head: IssueHead | None = None
        self._wide = True
        self._mover = IssueMover(self, issues)
        self._saving = FormSaving(self)
        self._export = IssueExport(self, ledger, issues, forms, self._saving) if forms else None
        self._desk = IssueDesk(self, self.issue_id, ledger, issues, evidence, files or IssueFiles(), library)
        self._erasing = IssueErasing(self, self.issue_id, issues, evidence, erasing)
        self._scroll = ScrollPage()
        self.setLayout(column(self._scroll, spacing=0))
        self._connect()
        self._fill()

    def state(self) -> object:
        return self._scroll.verticalScrollBar().value(), self._written()

    def restore(self, state: object) -> None:
        if isinstance(state, tuple):
            place, self._draft = state
            self._form = None
            self._fill()
            QTimer.singleShot(0, self, lambda: self._scroll.scroll_to(place))

    def on_width(self, logical: float) -> None:
        self._wide = logical >= STACKED
        self._arrange()

    # slots

    def _fill(self) -> None:
        """Everything from the store; what was typed of the next signature stays."""
        self._draft = self._written()
        self._form, self._columns, self._head = None, None, None
        if (old := self._scroll.takeWidget()) is not None:
            old.hide()
            old.deleteLater()  # what asked for it may be in there
        body = column(margins=(24, 10, 24, 20), spacing=12)
        try:
            self._build(self._issues.get(self.issue_id), body)
        except UserError as error:
            body.addWidget(missing := self._missing(str(error)))
            body.addStretch(isinstance(missing, StubCard))
        self._scroll.setWidget(centred(body, WIDEST))

    def _refill(self) -> None:
        """At the same place, with the focus where it was."""
        place, name = self._scroll.verticalScrollBar().value(), focused_name(self)
        self._fill()
        QTimer.singleShot(0, self, lambda: self._return(place, name))

    def _missing(self, words: str) -> QWidget:
        """What is left of it, where it was wiped."""
        if (card := self._erasing.stub_card()) is not None:
            card.back_wanted.connect(lambda: self.navigate.emit("ledger", None))
            return card
        empty = EmptyState("error_circle", words, "回到整改台账")
        empty.acted.connect(lambda: self.navigate.emit("ledger", None))
        return empty

    def _erased(self, tone: str, words: str) -> None:
        self._draft, self._form = ApprovalDraft(), None
        self._refill()
        self.message.emit(tone, words)

    def _changed(self, words: str) -> None:
        self._refill()
        self.message.emit("green", words)

    def _show_case(self, case_id: str) -> None:
        self.navigate.emit("case", case_id)

    def _add_scan(self) -> None:
        if (added := self._desk.add_scan()) is not None:
            self._draft = self._written()._replace(scan=added)
            self._form = None
            self._refill()

    def _refuse(self, words: str) -> None:
        self.message.emit("amber", words)

    # private

    def _build(self, issue: Issue, body: QVBoxLayout) -> None:
        today, campaign = self._ledger.today(), self._ledger.campaign(issue.campaign)
        units = {unit.id: unit.name for unit in self._ledger.units(retired=True)}
        checks = self._evidence.of(issue.id)
        names = {one.evidence.id: one.words for one in checks}
        case = self._case(issue)
        number, forms = self._issues.number_of(issue.id), self._export is not None
        self._head = head = IssueHead(issue, number, today, forms, self._erasing.possible)
        problem = IssueProblemCard(issue, units, case.title if case else "")
        counted, wipes = self._issues.counted(issue.id), self._erasing.wipes()
        measures = IssueMeasuresCard(issue, counted, campaign, names, today, wipes, self._issues.postponed(issue.id))
        proof = IssueEvidenceCard(checks, issue.state not in FIXED, self._erasing.possible)
        if issue.state is IssueState.DONE and len(issue.approvals) < len(campaign.steps):
            self._form = self._make_form(campaign, campaign.steps[len(issue.approvals)], checks)
        trail = ApprovalCard(
            issue, campaign, names, self._form, wipes, [one.evidence.id for one in checks if one.fault]
        )
        oversight = IssueOversightCard(issue, today, wipes)
        right: list[QWidget] = [trail, oversight, IssueReportsCard(self._months(issue))]
        if issue.settled_on or issue.look_backs or wipes.of(StubKind.LOOK_BACK):
            right.append(looks := IssueLookBacksCard(issue, today, wipes))
            looks.void_wanted.connect(self._desk.void_entry)
            looks.wipe_wanted.connect(self._erasing.ask_entry)
        middle = column(measures, proof, None, spacing=12)
        self._history = IssueHistoryCard(self._issues.history(issue.id), units)
        self._left = column(problem, self._history, None, spacing=12)
        self._right = column(*right, None, spacing=12)
        self._columns = row((self._left, 38), (middle, 46), (self._right, 38), spacing=12)
        body.addWidget(head)
        body.addLayout(self._columns)
        body.addStretch(1)
        self._arrange()
        head.back_wanted.connect(lambda: self.navigate.emit("ledger", issue.campaign))
        head.edit_wanted.connect(self._desk.edit)
        head.export_wanted.connect(self._open_export)
        head.erase_wanted.connect(self._erasing.ask)
        head.action_wanted.connect(lambda name: self._mover.act(issue.id, name))
        problem.case_wanted.connect(self._show_case)
        measures.wanted.connect(self._desk.act_on_measure)
        measures.add_wanted.connect(self._desk.add_measure)
        measures.reference_wanted.connect(lambda: self._desk.show_reference(MeasureReferences(self._library)))
        for card in (measures, trail, oversight):
            card.wipe_wanted.connect(self._erasing.ask_entry)
        proof.add_wanted.connect(self._desk.add_file)
        proof.preview_wanted.connect(self._desk.preview)
        proof.erase_wanted.connect(self._erasing.ask_evidence)
        proof.remove_wanted.connect(self._desk.remove)
        trail.scan_wanted.connect(self._desk.add_late_scan)
        oversight.overseen.connect(self._desk.oversee)
        oversight.opinion_wanted.connect(self._desk.note_opinion)
        oversight.void_wanted.connect(self._desk.void_entry)
        oversight.failed.connect(self._refuse)

    def _make_form(self, campaign: Campaign, step: str, checks: list[EvidenceCheck]) -> ApprovalForm:
        scans = [one.evidence for one in checks if one.state is EvidenceState.INTACT]
        form = ApprovalForm(step, campaign.asks_minutes(step), scans, self._ledger.today(), self._draft)
        form.registered.connect(self._desk.approve)
        form.scan_wanted.connect(self._add_scan)
        form.failed.connect(self._refuse)
        return form

    def _connect(self) -> None:
        self._desk.changed.connect(self._changed)
        self._desk.failed.connect(self._refuse)
        self._erasing.erased.connect(self._erased)
        self._saving.failed.connect(lambda words: self.message.emit("red", words))
        self._mover.moved.connect(lambda _: self._refill())
        self._mover.refused.connect(self._refuse)
        keys: list[tuple[str, Callable[[], object]]] = [
            ("M", self._add_measure),
            ("Ctrl+M", self._add_measure),
            ("E", self._edit),
            ("Ctrl+Shift+E", self._edit),
            ("Ctrl+O", self._desk.add_file),
            ("Ctrl+E", self._open_export),
        ]
        bind_keys(self, dict(keys))

    def _add_measure(self) -> None:
        if self._open():
            self._desk.add_measure()

    def _edit(self) -> None:
        if self._open():
            self._desk.edit()

    def _open_export(self) -> None:
        if self._export is not None and self._head is not None:
            self._export.open(self.issue_id, self._head.export)

    def _open(self) -> bool:
        """Whether it may be changed at all; said where it is being checked."""
        try:
            state = self._issues.get(self.issue_id).state
        except UserError:
            return False
        if state is IssueState.DONE:
            self._refuse(IN_CHECK)
        return state not in (*FIXED, IssueState.DONE)

    def _arrange(self) -> None:
        if self._columns is not None:
            set_across(self._columns, self._wide)
            old, new = (self._right, self._left) if self._wide else (self._left, self._right)
            if old.indexOf(self._history) >= 0:  # stacked, the history comes last
                old.removeWidget(self._history)
                new.insertWidget(new.count() - 1, self._history)

    def _written(self) -> ApprovalDraft:
        return self._form.draft() if self._form is not None else self._draft

    def _case(self, issue: Issue) -> Case | None:
        try:
            return self._library.case(issue.origin.case) if issue.origin.case else None
        except (UserError, KeyError):
            return None

    def _months(self, issue: Issue) -> list[MonthText]:
        try:
            return months_of(issue, self._reports) if self._reports else []
        except UserError:
            return []

    def _return(self, place: int, name: str) -> None:
        self._scroll.scroll_to(place)
        focus_again(self, name)
