"""误录清除 of an issue, of one of its files or entries, and what is shown in its place afterwards."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from app.domain.errors import UserError
from app.domain.ledger.stub import IN_ISSUE, StubKind
from app.services.erasing_service import ErasingService
from app.services.evidence_service import EvidenceService
from app.services.issue_service import IssueService
from app.ui.rectify.entry_wipes import NO_WIPES, EntryWipes
from app.ui.rectify.erase_dialog import EraseDialog
from app.ui.rectify.erase_words import EraseWords, entry_name, entry_words, evidence_words, issue_words
from app.ui.rectify.stub_card import StubCard


class IssueErasing(QObject):
    erased = Signal(str, str)
    """Tone and words, once it is wiped."""

    def __init__(
        self,
        page: QWidget,
        issue_id: str,
        issues: IssueService,
        evidence: EvidenceService,
        erasing: ErasingService | None,
    ) -> None:
        super().__init__(page)
        self._page, self._id = page, issue_id
        self._issues, self._evidence, self._erasing = issues, evidence, erasing

    @property
    def possible(self) -> bool:
        return self._erasing is not None

    def ask(self) -> None:
        if (erasing := self._erasing) is not None:
            number = self._issues.number_of(self._id)
            words = issue_words(number, erasing.keeps_elsewhere(self._id), erasing.follows(self._id))
            EraseDialog(self._page, words, lambda reason: erasing.issue(self._id, reason), self.erased.emit).open()

    def ask_evidence(self, evidence_id: str) -> None:
        if (erasing := self._erasing) is not None:
            words = evidence_words(self._evidence.get(evidence_id).name)
            act = lambda reason: erasing.evidence(evidence_id, reason)  # noqa: E731
            EraseDialog(self._page, words, act, self.erased.emit).open()

    def ask_entry(self, kind: StubKind, place: int) -> None:
        """``place`` as in `EntryClearing`."""
        if (erasing := self._erasing) is not None:
            try:
                words = words_of_entry(erasing, self._issues, self._id, kind, place)
            except UserError as error:
                self.erased.emit("amber", str(error))
                return
            act = lambda reason: erasing.entries.wipe(self._id, kind, place, reason)  # noqa: E731
            EraseDialog(self._page, words, act, self.erased.emit).open()

    def wipes(self) -> EntryWipes:
        if self._erasing is None:
            return NO_WIPES
        return EntryWipes(True, tuple(self._erasing.entries.stubs(self._id, *IN_ISSUE)))

    def stub_card(self) -> StubCard | None:
        """Where the issue was wiped."""
        stub = self._erasing.stub(self._id) if self._erasing is not None else None
        return StubCard(stub) if stub is not None else None


def words_of_entry(
    erasing: ErasingService, issues: IssueService, issue_id: str, kind: StubKind, place: int
) -> EraseWords:
    """Raises UserError where there is no such entry."""
    entries, which = erasing.entries, (issue_id, kind, place)
    more, follows = entries.keeps_elsewhere(*which), entries.follows(*which)
    return entry_words(kind, entry_name(issues.get(issue_id), kind, place), more, follows)
