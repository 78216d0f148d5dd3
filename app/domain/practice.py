"""Practising: where the questions come from, and what is known of each."""

from dataclasses import dataclass, replace
from enum import StrEnum


class SourceKind(StrEnum):
    CASE = "案例"
    ARTICLE = "条文"
    TOPIC = "专题"
    RANDOM = "随机"
    WRONG = "错题"
    STARRED = "收藏"


@dataclass(frozen=True, slots=True)
class PracticeSource:
    """``key`` is a case slug, an article base or a topic; empty for the rest."""

    kind: SourceKind
    key: str = ""


RIGHT_TO_LEAVE = 3


@dataclass(frozen=True, slots=True)
class QuestionState:
    """What a person's answers say of one question. It leaves the wrong-answer book after three right in a row."""

    question_id: str
    last_seq: int = 0
    last_verdict: str = ""
    right_in_row: int = 0
    tries: int = 0
    wrong: int = 0
    in_wrong_book: bool = False
    starred: bool = False

    def after(self, seq: int, verdict: str) -> "QuestionState":
        if verdict == "unmarked":  # nobody has said yet whether it was right
            return replace(self, last_seq=seq, last_verdict=verdict, tries=self.tries + 1)
        right = verdict == "right"
        row = self.right_in_row + 1 if right else 0
        return QuestionState(
            self.question_id,
            seq,
            verdict,
            row,
            self.tries + 1,
            self.wrong + (not right),
            (self.in_wrong_book or not right) and row < RIGHT_TO_LEAVE,
            self.starred,
        )
