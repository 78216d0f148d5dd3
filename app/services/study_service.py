"""Reading a case: where one is, what one decided at the gate, and when it counts as learned."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from app.domain.activity import Activity, ActivityKind
from app.domain.clock import Clock, local_day
from app.domain.errors import UserError
from app.domain.events import CaseLearned, CaseProgressed, GateAnswered
from app.domain.progress import READING, CaseProgress, ReadingState
from app.domain.section import outline_of
from app.services.bus import EventBus
from app.storage.activity_store import ActivityStore
from app.storage.journal import Journal
from app.storage.progress_store import ProgressStore

if TYPE_CHECKING:
    from app.domain.case import Case

PASSED_BY = "-"


class StudyService:
    def __init__(
        self, journal: Journal, progress: ProgressStore, activities: ActivityStore, bus: EventBus, clock: Clock
    ) -> None:
        self._journal, self._progress, self._activities = journal, progress, activities
        self._bus, self._clock = bus, clock

    def progress(self, case_id: str) -> CaseProgress:
        return self._progress.get(case_id)

    def all_progress(self) -> dict[str, CaseProgress]:
        return self._progress.all()

    def open(self, case: Case) -> CaseProgress:
        """Note that the case was opened; the latest opened is what 首页 offers to go on with."""
        found = self._progress.get(case.id)
        state = ReadingState.READING if found.state is ReadingState.NEW else found.state
        absent = tuple(section.value for section in READING if section not in outline_of(case.kind))
        opened = replace(
            found,
            state=state,
            opened_at=self._clock.now().isoformat(timespec="seconds"),
            read=found.read or absent,
        )
        with self._journal.record("case.opened", case.id, {"version": case.version}):
            self._progress.put(opened)
        self._bus.publish(CaseProgressed(case.id))
        return opened

    def read(self, case_id: str, section: str, position: float) -> CaseProgress:
        """``section`` is on screen, ``position`` (0…1) is how far down the page."""
        found = self._progress.get(case_id)
        moved = replace(found, section=section, position=round(position, 4))
        if section in found.read or not section:
            if moved != found:
                self._journal.note(lambda: self._progress.put(moved))
            return moved
        moved = replace(moved, read=(*found.read, section))
        with self._journal.record("case.section", case_id, {"section": section}):
            self._progress.put(moved)
        self._bus.publish(CaseProgressed(case_id))
        return moved

    def answer_gate(self, case: Case, answer: str, confidence: str) -> CaseProgress:
        """Commit to a decision; what follows in the case is shown from now on."""
        if case.gate is None:
            raise UserError("这个案例没有“停一停”。")
        found = self._progress.get(case.id)
        decided = replace(found, gate_answer=answer, gate_confidence=confidence, gate_right=answer == case.gate.answer)
        payload = {"answer": answer, "confidence": confidence, "version": case.version}
        with self._journal.record("case.gate", case.id, payload):
            self._progress.put(decided)
        self._bus.publish(GateAnswered(case.id, answer))
        return decided

    def pass_gate_by(self, case: Case) -> CaseProgress:
        """「直接阅读全文」: the decision stays open and can be made later."""
        found = replace(self._progress.get(case.id), gate_answer=PASSED_BY)
        with self._journal.record("case.gate", case.id, {"answer": PASSED_BY, "version": case.version}):
            self._progress.put(found)
        self._bus.publish(GateAnswered(case.id, PASSED_BY))
        return found

    def finish_check(self, case: Case, right: int, total: int) -> CaseProgress:
        """The check at the end was done; 80 % right ticks 已学 by itself."""
        found = replace(self._progress.get(case.id), check_right=right, check_total=total)
        learns = found.check_passed and found.state is not ReadingState.LEARNED
        with self._journal.record("case.check", case.id, {"right": right, "total": total}) as (seq, _):
            self._progress.put(found)
            self._activities.add(self._activity(seq, ActivityKind.CHECK, case, 0, f"{total} 题，答对 {right} 题"))
            if learns:
                found = self._learn(case, found)
        self._bus.publish(CaseProgressed(case.id))
        if learns:
            self._bus.publish(CaseLearned(case.id))
        return found

    def mark_learned(self, case: Case) -> CaseProgress:
        """Raises UserError while the check is open. What the unit has written itself has none."""
        found = self._progress.get(case.id)
        if not found.check_total and not case.own:
            raise UserError("完成“学后检测”后就能标为已学。")
        if found.state is ReadingState.LEARNED:
            return found
        learned = self._learn(case, found)
        self._bus.publish(CaseLearned(case.id))
        return learned

    def _learn(self, case: Case, found: CaseProgress) -> CaseProgress:
        learned = replace(
            found,
            state=ReadingState.LEARNED,
            learned_at=self._clock.now().isoformat(timespec="seconds"),
            read=tuple(section.value for section in READING),
        )
        with self._journal.record("case.learned", case.id, {"version": case.version}) as (seq, _):
            self._progress.put(learned)
            self._activities.add(self._activity(seq, ActivityKind.CASE, case, case.minutes, ""))
        return learned

    def _activity(self, seq: int, kind: ActivityKind, case: Case, minutes: int, detail: str) -> Activity:
        now = self._clock.now()
        return Activity(
            seq, now.isoformat(timespec="seconds"), local_day(now), kind, case.id, case.title, minutes, detail
        )
