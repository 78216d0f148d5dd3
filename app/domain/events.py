"""Facts that have happened: services publish them once they are on disk; pages listen."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class ContentReady:
    """A content index was opened. ``rebuilt`` says whether anything changed."""

    fingerprint: str
    rebuilt: bool


@dataclass(frozen=True, slots=True)
class CaseProgressed:
    case_id: str


@dataclass(frozen=True, slots=True)
class GateAnswered:
    case_id: str
    answer: str


@dataclass(frozen=True, slots=True)
class CaseLearned:
    case_id: str


@dataclass(frozen=True, slots=True)
class AnnotationChanged:
    object_id: str
    annotation_id: int


@dataclass(frozen=True, slots=True)
class AnswerRecorded:
    """A practice or check answer. ``seq`` is its event."""

    seq: int
    question_id: str
    source: str
    verdict: str


@dataclass(frozen=True, slots=True)
class ExamStarted:
    exam_id: str


@dataclass(frozen=True, slots=True)
class ExamAnswered:
    exam_id: str
    place: int
    answer: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ExamFlagged:
    exam_id: str
    place: int
    flagged: bool


@dataclass(frozen=True, slots=True)
class ExamFinished:
    exam_id: str
    score: int


@dataclass(frozen=True, slots=True)
class SettingChanged:
    key: str
    value: str
