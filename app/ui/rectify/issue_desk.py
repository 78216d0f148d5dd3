"""What is asked and done on the page of an issue: dialogs, and the services behind them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.case import Measure as CaseMeasure
from app.domain.errors import UserError
from app.domain.ledger.approval import Approval
from app.domain.ledger.evidence import Evidence, EvidenceState
from app.domain.ledger.issue import Issue, IssueText, Origin
from app.domain.ledger.issue_voids import NAMES, REOPENED, Noted, entry_at, entry_words
from app.domain.ledger.look_back import LookBack
from app.domain.ledger.measure import Measure, MeasureKind
from app.domain.ledger.oversight import OversightAct, OversightOpinion
from app.services.evidence_service import EvidenceService
from app.services.issue_service import IssueService
from app.services.ledger_service import LedgerService
from app.services.library_service import LibraryService
from app.services.measure_references import MeasureReferences
from app.ui.rectify.erase_words import NOT_BY_VOIDING
from app.ui.rectify.issue_dialog import IssueDialog
from app.ui.rectify.issue_files import IssueFiles
from app.ui.rectify.issue_opinion_dialog import IssueOpinionDialog
from app.ui.rectify.issue_preview import IssuePreview
from app.ui.rectify.ledger_reason_dialog import LedgerReasonDialog
from app.ui.rectify.measure_card import BEGIN, EDIT, FINISH, REOPEN, VOID
from app.ui.rectify.measure_dialog import EMPTY, MeasureDialog
from app.ui.rectify.measure_finish_dialog import MeasureFinishDialog
from app.ui.rectify.measure_reference_dialog import MeasureReferenceDialog
from app.ui.rectify.measure_words import measure_name

SCAN = "选择审签表的扫描件或照片"
FILE = "选择佐证文件"
VOIDED = f"作废后不再算数；内容和原因都保留，划线显示。{NOT_BY_VOIDING}"
VOIDED_MEASURE = f"作废后不再计数，内容保留。{NOT_BY_VOIDING}"


class IssueDesk(QObject):
    """Whatever is done is on disk before ``changed`` says so."""

    changed = Signal(str)
    failed = Signal(str)

    def __init__(
        self,
        page: QWidget,
        issue_id: str,
        ledger: LedgerService,
        issues: IssueService,
        evidence: EvidenceService,
        files: IssueFiles,
        library: LibraryService | None = None,
    ) -> None:
        """``library`` is where a case can be picked."""
        super().__init__(page)
        self._library = library
        self._page, self._id = page, issue_id
        self._ledger, self._issues, self._evidence, self._files = ledger, issues, evidence, files

    # The issue.

    def edit(self) -> None:
        issue = self._issues.get(self._id)

        def keep(text: IssueText, origin: Origin) -> None:
            self._issues.edit(self._id, text, issue.version, origin)
            self.changed.emit("已保存。")

        units, today = self._ledger.units(), self._ledger.today()
        IssueDialog(self._page, issue, units, today, keep, self._library).open()

    def approve(self, approval: Approval) -> None:
        self._do(lambda: self._issues.approve(self._id, approval), f"“{approval.step}”已登记。")

    def oversee(self, act: OversightAct) -> None:
        self._do(lambda: self._issues.oversee(self._id, act), f"{act.kind.value}已登记。")

    def note_opinion(self) -> None:
        def keep(opinion: OversightOpinion) -> None:
            self._issues.note_opinion(self._id, opinion)
            self.changed.emit("监督意见已登记。")

        IssueOpinionDialog(self._page, self._ledger.today(), keep).open()

    def void_entry(self, what: Noted, place: int) -> None:
        """An act of oversight, an opinion or a look back that was wrong."""
        entry = entry_at(self._issues.get(self._id), what, place)
        if isinstance(entry, LookBack) and entry.reopened:
            self.failed.emit(REOPENED)
            return

        def void(reason: str) -> None:
            self._issues.void_entry(self._id, what, place, reason)
            self.changed.emit("已作废，原因已记录。")

        title = f"作废{NAMES[what]}“{entry_words(entry)}”？"
        LedgerReasonDialog(self._page, title, VOIDED, "作废", "原因，如：登记到了别的问题上", void).open()

    # Measures.

    def add_measure(self, draft: Measure = EMPTY) -> None:
        def keep(measure: Measure, _: str) -> None:
            number = self._issues.add_measure(self._id, measure)
            self.changed.emit(f"{measure_name(number)}已保存。")

        issue = self._issues.get(self._id)
        usual = issue.measures[-1].owner if issue.measures else self._head_of(issue)
        owner = usual if draft == EMPTY else ""
        MeasureDialog(self._page, draft, owner, self._ledger.today(), keep).open()

    def show_reference(self, references: MeasureReferences) -> None:
        """One that is taken is a draft: owner, day and proof are the office's own."""

        def take(measure: CaseMeasure) -> None:
            kind = next((one for one in MeasureKind if one.value == measure.kind), MeasureKind.BY_DATE)
            self.add_measure(replace(EMPTY, what=measure.what, kind=kind))

        why, offered = references.offered(self._issues.get(self._id))
        if offered:
            MeasureReferenceDialog(self._page, why, offered, take).open()
        else:
            self.failed.emit("案例里还没有可以参考的措施。请直接新增措施。")

    def act_on_measure(self, what: str, number: int) -> None:
        acts: dict[str, Callable[[], None]] = {
            EDIT: lambda: self._edit_measure(number),
            BEGIN: lambda: self._do(
                lambda: self._issues.begin_measure(self._id, number), f"{measure_name(number)}已开始实施。"
            ),
            FINISH: lambda: self._finish_measure(number),
            REOPEN: lambda: self._ask(number, "改回未完成", "写的完成情况和佐证都保留。", self._issues.reopen_measure),
            VOID: lambda: self._ask(number, "作废", VOIDED_MEASURE, self._issues.void_measure),
        }
        acts[what]()

    # Evidence.

    def add_file(self) -> None:
        try:
            added = self._choose(self._page, FILE)
        except UserError as error:
            self.failed.emit(str(error))
            return
        if added:
            self.changed.emit(f"已添加“{self._evidence.get(added).name}”。")

    def add_scan(self) -> str | None:
        """The id of the file that was copied in."""
        try:
            return self._choose(self._page, SCAN)
        except UserError as error:
            self.failed.emit(str(error))
            return None

    def add_late_scan(self, step: str) -> None:
        """The signed sheet of a step that is registered already."""
        path = self._files.open(self._page, SCAN)
        if path is not None:
            self._do(lambda: self._issues.add_scan(self._id, step, path), f"“{step}”的扫描件已补登。")

    def preview(self, evidence_id: str) -> None:
        try:
            name, preview = self._evidence.get(evidence_id).name, self._evidence.preview(evidence_id)
        except UserError as error:
            self.failed.emit(str(error))
            return
        IssuePreview(self._page, name, preview).open()

    def remove(self, evidence_id: str) -> None:
        def remove(reason: str) -> None:
            self._evidence.remove(evidence_id, reason)
            self.changed.emit("已移出，记录和文件都保留。")

        words = "移出后不再列为佐证，记录和文件都保留。"
        title = f"移出“{self._evidence.get(evidence_id).name}”？"
        LedgerReasonDialog(self._page, title, words, "移出", "原因，如：传错文件", remove).open()

    # private

    def _edit_measure(self, number: int) -> None:
        issue = self._issues.get(self._id)

        def keep(measure: Measure, reason: str) -> None:
            self._issues.edit_measure(self._id, measure, issue.version, reason)
            self.changed.emit(f"{measure_name(number)}已保存。")

        at_work = issue.state.at_work
        MeasureDialog(self._page, issue.measure(number), "", self._ledger.today(), keep, at_work).open()

    def _finish_measure(self, number: int) -> None:
        def finish(result: str, files: tuple[str, ...], on: date) -> None:
            self._issues.finish_measure(self._id, number, result, files, on)
            self.changed.emit(f"{measure_name(number)}已记为完成。")

        measure = self._issues.get(self._id).measure(number)
        add = lambda parent: self._choose(parent, FILE)  # noqa: E731
        MeasureFinishDialog(self._page, measure, self._sound, add, finish, self._ledger.today()).open()

    def _ask(self, number: int, word: str, words: str, act: Callable[[str, int, str], None]) -> None:
        name = measure_name(number)

        def done(reason: str) -> None:
            act(self._id, number, reason)
            self.changed.emit(f"{name}已{word}。")

        LedgerReasonDialog(self._page, f"{name}{word}？", words, word, "原因", done).open()

    def _choose(self, parent: QWidget, title: str) -> str | None:
        path = self._files.open(parent, title)
        return self._evidence.add(self._id, path) if path else None

    def _sound(self) -> list[Evidence]:
        return [one.evidence for one in self._evidence.of(self._id) if one.state is EvidenceState.INTACT]

    def _head_of(self, issue: Issue) -> str:
        units = {unit.id: unit for unit in self._ledger.units(retired=True)}
        unit = units.get(issue.text.lead_unit)
        return unit.head if unit else ""

    def _do(self, act: Callable[[], None], words: str) -> None:
        try:
            act()
        except UserError as error:
            self.failed.emit(str(error))
            return
        self.changed.emit(words)
