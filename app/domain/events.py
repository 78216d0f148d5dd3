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


class ExamFinished(NamedTuple):
    exam_id: str
    score: int


class SettingChanged(NamedTuple):
    key: str
    value: str
