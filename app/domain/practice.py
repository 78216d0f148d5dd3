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
    """What a person's answers say of one question. It leaves the wrong-answer book after three right in a row.

    ``book_seq`` is the event that last put it into the book or took it out; 0 where it was never in.
    """

    question_id: str
    last_seq: int = 0
    last_verdict: str = ""
    right_in_row: int = 0
    tries: int = 0
    wrong: int = 0
    in_wrong_book: bool = False
    starred: bool = False
    book_seq: int = 0

    def after(self, seq: int, verdict: str) -> "QuestionState":
        if verdict == "unmarked":  # nobody has said yet whether it was right
            return replace(self, last_seq=seq, last_verdict=verdict, tries=self.tries + 1)
        right = verdict == "right"
        row = self.right_in_row + 1 if right else 0
        in_book = (self.in_wrong_book or not right) and row < RIGHT_TO_LEAVE
        return QuestionState(
            self.question_id,
            seq,
            verdict,
            row,
            self.tries + 1,
            self.wrong + (not right),
            in_book,
            self.starred,
            self.book_seq if in_book is self.in_wrong_book else seq,
        )

    def missed_in_exam(self, seq: int) -> "QuestionState":
        """Exams are no practice: what was right there does not count, what was wrong goes into the book.

        ``last_seq`` stays: it names the last answer outside exams.
        """
        return replace(
            self,
            right_in_row=0,
            tries=self.tries + 1,
            wrong=self.wrong + 1,
            in_wrong_book=True,
            book_seq=self.book_seq if self.in_wrong_book else seq,
        )

    def put_back(self, seq: int) -> "QuestionState":
        """Into the book again, at the person's word: three in a row are asked for anew."""
        return replace(self, right_in_row=0, in_wrong_book=True, book_seq=seq)
