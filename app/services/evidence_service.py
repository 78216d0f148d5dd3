"""佐证 of issues: what was handed in, whether it is still there as it was, and what can be looked at."""

import uuid
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import EvidenceChanged
from app.domain.ledger.evidence import (
    MB,
    MOST_MB,
    Evidence,
    EvidenceCheck,
    EvidencePreview,
    EvidenceState,
    PreviewKind,
)
from app.domain.ledger.issue import Issue
from app.domain.ledger.issue_state import IssueState
from app.packs.file_words import refuse_graded_file
from app.services.evidence_files import EvidenceFiles, digest_of
from app.services.issue_book import IssueBook
from app.storage.placed_bodies import PlacedBodies
from app.storage.setting_store import SettingStore

CAP = "evidence_mb"
LEAST_CAP, MOST_CAP = 1, 500
MOST_TEXT = MB
LONGEST_NAME = 120
GONE = "找不到这份佐证。请在佐证清单里重新选择。"
FIXED = "已销号或作废的问题不能再增减佐证。确需增减，请先重新打开或恢复，并写明原因。"


class EvidenceService:
    """Everything is on disk when a method returns. Nothing here opens a file with another program."""

    def __init__(
        self, book: IssueBook, store: PlacedBodies[Evidence], settings: SettingStore, files: EvidenceFiles
    ) -> None:
        self._book, self._store, self._settings, self._files = book, store, settings, files

    def of(self, issue_id: str) -> list[EvidenceCheck]:
        """In the order in which they were added, removed ones too; each file is read to see whether it is intact."""
        return [EvidenceCheck(one, self._files.state(one)) for one in self._store.all(issue_id)]

    def get(self, evidence_id: str) -> Evidence:
        found = self._store.get(evidence_id)
        if found is None:
            raise UserError(GONE)
        return found

    def check(self, evidence_id: str) -> EvidenceCheck:
        found = self.get(evidence_id)
        return EvidenceCheck(found, self._files.state(found))

    def faults(self, issue: Issue, whole: bool = True) -> dict[str, str]:
        """What is wrong with files that its measures and signatures rest on, by their ids: 「缺失」. Not ``whole``: by
        their sizes only, for a list of thousands."""
        signed = (one for approvals in (*issue.rounds, issue.approvals) for one in approvals)
        resting = {*(one for measure in issue.measures for one in measure.evidence), *(one.scan for one in signed)}
        if not resting - {""}:
            return {}
        checks = (EvidenceCheck(one, self._files.state(one, whole)) for one in self._store.all(issue.id))
        known = {one.evidence.id: one.fault for one in checks if one.evidence.id in resting}
        return {one: fault for one in resting if one and (fault := known.get(one, EvidenceState.MISSING.value))}

    def lost_scan(self, issue: Issue, step: str) -> bool:
        """Whether the sheet of that registered step was wiped, or is no longer there as it was."""
        faults = self.faults(issue)
        return any(one.scan in faults for one in issue.approvals if one.step == step)

    def path(self, evidence_id: str) -> Path | None:
        """Where its copy lies; None where the unit's data are in memory only."""
        return self._files.path(self.get(evidence_id))

    def add(self, issue_id: str, source: Path, scan: bool = False) -> str:
        """Copy a file in; its id. Raises UserError as `EvidenceFiles.copy_in`, or where the issue has the same file, or
        where it has a security grading that we can read. A ``scan`` of a signed sheet may come after closing, too, and
        may be a file that is there already. One that is lost may be added again."""
        issue, desk = self._book.get(issue_id), self._book.desk
        if issue.state is IssueState.VOID or (issue.state is IssueState.CLOSED and not scan):
            raise UserError(FIXED)
        if scan and (same := self._same(issue_id, source)):
            return same
        refuse_graded(source.name)
        refuse_graded_file(source)
        evidence_id, folder = uuid.uuid4().hex, (issue.campaign, issue_id)
        known = {one.sha256: one.name for one in self._twins(issue_id, source)}
        file, size, digest = self._files.copy_in(source, folder, evidence_id, self.most_mb, known)
        name = source.name[-LONGEST_NAME:]
        new = Evidence(evidence_id, *folder, name, file, size, digest, desk.today(), desk.who())
        self._put("evidence.added", new, {"file": file, "size": size, "sha256": digest})
        return evidence_id

    def remove(self, evidence_id: str, reason: str) -> None:
        """Out of the list, with a reason; record and file stay. Raises UserError while a finished measure rests on it
        or a signed step shows it."""
        found = self.get(evidence_id)
        issue = self._book.get(found.issue)
        if not reason.strip():
            raise UserError("请写明为什么移出这份佐证。")
        if found.removed_on is not None:
            raise UserError("这份佐证已经移出。")
        if issue.state in (IssueState.CLOSED, IssueState.VOID):
            raise UserError(FIXED)
        resting = [one.number for one in issue.valid_measures if one.finished and evidence_id in one.evidence]
        if resting:
            raise UserError(f"措施{resting[0]}靠这份佐证记为完成。请先把那条措施改回未完成，再移出。")
        if any(approval.scan == evidence_id for approval in issue.approvals):
            raise UserError("这是已登记审签的扫描件，不能移出。确需更换，请先退回那一步。")
        gone = replace(found, removed_on=self._book.desk.today(), removed_reason=reason.strip())
        self._put("evidence.removed", gone, {"reason": reason.strip()})

    def refuse_unsound(self, issue_id: str, evidence: Sequence[str]) -> None:
        """Raises UserError unless each is a file of this issue, there and unaltered."""
        for evidence_id in evidence:
            found = self._store.get(evidence_id)
            if found is None or found.issue != issue_id:
                raise UserError("有一份佐证不在这个问题的佐证清单里。请先添加，再选它。")
            state = self._files.state(found)
            if state is not EvidenceState.INTACT:
                raise UserError(f"佐证“{found.name}”{state}，不能作数。请找回原件放回原处，或重新添加后再选。")

    def preview(self, evidence_id: str) -> EvidencePreview:
        """A png, a jpg or a text that is still as it was; by content, whatever the file is called."""
        found = self.get(evidence_id)
        path = self._files.path(found)
        if path is None or self._files.state(found) is not EvidenceState.INTACT:
            return EvidencePreview(PreviewKind.NONE)
        try:
            data = path.read_bytes()
        except OSError:
            return EvidencePreview(PreviewKind.NONE)
        if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
            return EvidencePreview(PreviewKind.PICTURE, picture=data)
        if found.file.endswith(".txt") and len(data) <= MOST_TEXT and b"\0" not in data:
            return EvidencePreview(PreviewKind.TEXT, text=_decoded(data))
        return EvidencePreview(PreviewKind.NONE)

    @property
    def most_mb(self) -> int:
        """The cap for one file."""
        return int(self._settings.get(CAP, str(MOST_MB)))

    def set_most_mb(self, most_mb: int) -> None:
        if not LEAST_CAP <= most_mb <= MOST_CAP:
            raise UserError(f"每份佐证的上限可设 {LEAST_CAP} 到 {MOST_CAP} MB。")
        with self._book.desk.record("ledger.setting", CAP, {"value": most_mb}):
            self._settings.put(CAP, str(most_mb))

    def _same(self, issue_id: str, source: Path) -> str:
        """The id of what the issue has with that very content, or ""."""
        try:
            digest = digest_of(source) if source.is_file() else ""
        except OSError:
            return ""
        return next((one.id for one in self._twins(issue_id, source) if one.sha256 == digest), "")

    def _twins(self, issue_id: str, source: Path) -> list[Evidence]:
        """What the issue has that is as large, and still as it was: only of that the same need not be added again."""
        size = source.stat().st_size if source.is_file() else -1
        alike = [one for one in self._store.all(issue_id) if one.size == size]
        return [one for one in alike if self._files.state(one) is EvidenceState.INTACT]

    def _put(self, kind: str, evidence: Evidence, payload: dict[str, object]) -> None:
        desk = self._book.desk
        payload = {"evidence": evidence.id, "subject": evidence.name, **payload}
        with desk.record(kind, evidence.issue, payload, evidence.name, evidence.removed_reason) as (seq, _):
            self._store.put(evidence.id, (evidence.issue,), evidence)
        desk.bus.publish(EvidenceChanged(seq, evidence.issue, evidence.id))


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("gb18030", errors="replace")
