"""Facts that have happened: services publish them once they are on disk; pages listen."""

from typing import NamedTuple


class ContentReady(NamedTuple):
    """A content index was opened. ``rebuilt`` says whether anything changed."""

    fingerprint: str
    rebuilt: bool


class CaseProgressed(NamedTuple):
    case_id: str


class GateAnswered(NamedTuple):
    case_id: str
    answer: str


class CaseLearned(NamedTuple):
    case_id: str


class AnnotationChanged(NamedTuple):
    object_id: str
    annotation_id: int


class AnswerRecorded(NamedTuple):
    """A practice or check answer. ``seq`` is its event."""

    seq: int
    question_id: str
    source: str
    verdict: str


class ReviewRated(NamedTuple):
    """``seq`` is its event, ``due`` the ISO day on which the question comes back."""

    seq: int
    question_id: str
    rating: str
    due: str


class ReviewUndone(NamedTuple):
    """``seq`` is the event of the rating that was taken back."""

    seq: int
    question_id: str


class BookRestored(NamedTuple):
    """A question was put back into the wrong-answer book."""

    question_id: str


class ExamStarted(NamedTuple):
    exam_id: str


class ExamAnswered(NamedTuple):
    exam_id: str
    place: int
    answer: tuple[str, ...]


class ExamFlagged(NamedTuple):
    exam_id: str
    place: int
    flagged: bool


class ExamMarked(NamedTuple):
    exam_id: str
    place: int
    points: int


class ExamFinished(NamedTuple):
    exam_id: str
    score: int


class PaperChanged(NamedTuple):
    """One of the unit's own papers was saved, retired or taken into use again."""

    paper_id: str


class DeckChanged(NamedTuple):
    """A saved deck was made, changed, renamed, retired or taken into use again. ``seq`` is its event."""

    seq: int
    deck_id: str


class MeetingPlanned(NamedTuple):
    """A meeting was planned, changed, cancelled or taken up again. ``seq`` is its event."""

    seq: int
    meeting_id: str


class PeopleListed(NamedTuple):
    """A meeting's list of names was changed; it has ``people`` now."""

    meeting_id: str
    people: int


class MeetingStarted(NamedTuple):
    meeting_id: str


class PageReached(NamedTuple):
    meeting_id: str
    page: str


class PageRevealed(NamedTuple):
    """``revealed`` is False where the answer was hidden again."""

    meeting_id: str
    page: str
    revealed: bool


class HandsCounted(NamedTuple):
    """Counts only. ``second`` is None until the room votes again."""

    meeting_id: str
    page: str
    first: tuple[int, ...]
    second: tuple[int, ...] | None


class AttendanceMarked(NamedTuple):
    meeting_id: str
    number: int
    presence: str


class PersonPicked(NamedTuple):
    """``number`` on the list; 0 where nobody is shown any more."""

    meeting_id: str
    number: int


class TeamScored(NamedTuple):
    """``team`` counts from 0."""

    meeting_id: str
    page: str
    team: int
    points: int


class MinutesEntered(NamedTuple):
    """An entry was written, changed or taken out (``text`` is empty then)."""

    meeting_id: str
    number: int
    text: str


class MeetingPaused(NamedTuple):
    """``paused`` is False when it goes on."""

    meeting_id: str
    paused: bool


class MeetingClosed(NamedTuple):
    meeting_id: str


class MinutesCorrected(NamedTuple):
    meeting_id: str
    version: int


class LedgerChanged(NamedTuple):
    """A unit or a campaign was added or changed."""

    campaign_id: str


class IssueChanged(NamedTuple):
    """``seq`` is the event that brought the issue to ``version``."""

    seq: int
    issue_id: str
    version: int


class SelfCheckChanged(NamedTuple):
    """Begun, an answer saved, or finished; ``seq`` is the event."""

    seq: int
    check_id: str


class PostRiskChanged(NamedTuple):
    seq: int
    risk_id: str
    version: int


class EvidenceChanged(NamedTuple):
    """A file was added to an issue or taken out; ``seq`` is the event."""

    seq: int
    issue_id: str
    evidence_id: str


class EntryErased(NamedTuple):
    """An entry that was made by mistake is wiped; ``kind`` as in `StubKind`, ``seq`` is the event."""

    seq: int
    kind: str
    entry_id: str


class FindingsTaken(NamedTuple):
    """So many issues were made of a file."""

    seq: int
    campaign_id: str
    taken: int


class OwnContentChanged(NamedTuple):
    """A file of the unit's own, a rule or an exemplar, was written or set aside: the library is to be made anew."""

    entry_id: str


class OutcomeChanged(NamedTuple):
    """An entry of 成果归集, or a look back at a rule; ``seq`` is the event."""

    seq: int
    campaign_id: str
    entry_id: str


class ReportChanged(NamedTuple):
    """A monthly report was submitted, corrected, returned or checked, or a warning about it overruled: ``kind`` is that
    of its event, ``seq`` its number."""

    seq: int
    kind: str
    campaign_id: str
    unit_id: str
    month: str
    version: int


class SettingChanged(NamedTuple):
    key: str
    value: str
