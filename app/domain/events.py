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


class SettingChanged(NamedTuple):
    key: str
    value: str
