"""What happens around a sitting, written into the log beside the answers. Clock and marking know nothing of it."""

from typing import Any

from app.domain.clock import Clock
from app.domain.exam import Exam
from app.domain.exam_clock import Mark
from app.domain.exam_incident import ExamIncident, IncidentKind, incidents
from app.domain.exam_pulse import Pulse
from app.storage.exam_store import ExamStore
from app.storage.journal import Journal


class ExamIncidents:
    """Nothing is written of an exam that was handed in. What writes raises UserError where nothing was saved."""

    def __init__(self, journal: Journal, exams: ExamStore, clock: Clock) -> None:
        self._journal, self._exams, self._clock = journal, exams, clock

    def pulse(self) -> Pulse:
        return Pulse.of(self._clock)

    def slept(self, exam: Exam, asleep_ms: int) -> None:
        """The machine slept with the exam on screen. The clock counts that anyway."""
        self._note(IncidentKind.SLEPT, exam, {"asleep_ms": asleep_ms})

    def started_again(self, exam: Exam) -> None:
        """The program was started once more with the exam on screen."""
        self._note(IncidentKind.STARTED_AGAIN, exam, {})

    def looked_up(self, exam: Exam) -> None:
        """The rules were opened, which this exam allows."""
        self._note(IncidentKind.LOOKED_UP, exam, {})

    def of(self, exam_id: str) -> list[ExamIncident]:
        """From the log, in order."""
        events = self._journal.events(object_id=exam_id)
        return incidents((kind, utc, payload) for _, utc, kind, _, payload in events)

    def _note(self, kind: IncidentKind, exam: Exam, payload: dict[str, Any]) -> None:
        if not self._exams.is_running(exam.id):
            return
        mark = Mark(self._clock.now(), self._clock.boot_id(), self._clock.boot_ms())
        with self._journal.record(kind.value, exam.id, {**payload, "spent_ms": exam.clock.at(mark).spent_ms}):
            pass
