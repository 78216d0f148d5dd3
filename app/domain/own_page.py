"""A page that the leader has added to a deck."""

from dataclasses import dataclass
from enum import StrEnum

from app.domain.case import Option
from app.domain.question import Question, QuestionKind
from app.domain.question_pages import TRUE_OR_FALSE


class OwnKind(StrEnum):
    TEXT = "文字"
    QUESTION = "题目"
    PICTURE = "图片"
    MEDIA = "视频音频"


@dataclass(frozen=True, slots=True)
class OwnPage:
    """``id`` is "own/1", counted from 1 and never used again. It stands after the page ``after`` ("" is the end)
    until the leader moves it.

    TEXT: ``text``, a paragraph a line. QUESTION: ``text`` is the stem, ``answer`` are option keys, ``text_after`` the
    explanation, ``question`` the id where it was taken from the bank. PICTURE, MEDIA: ``file`` is the name in the
    deck's own folder, ``text`` the caption. ``seconds`` 0 lets the program estimate."""

    id: str
    kind: OwnKind
    title: str
    text: str = ""
    after: str = ""
    options: tuple[Option, ...] = ()
    answer: tuple[str, ...] = ()
    text_after: str = ""
    question: str = ""
    file: str = ""
    notes: tuple[tuple[str, str], ...] = ()
    seconds: int = 0

    @classmethod
    def asking(cls, page_id: str, question: Question, after: str = "") -> "OwnPage":
        """A question of the bank, copied: the deck stays as it is when the bank changes. Only kinds that choose."""
        options = question.options
        if question.kind is QuestionKind.TRUE_FALSE:
            options = TRUE_OR_FALSE
        return cls(
            page_id,
            OwnKind.QUESTION,
            f"现场作答·{question.kind}",
            question.stem,
            after,
            options,
            question.answer,
            question.explanation,
            question.id,
        )
