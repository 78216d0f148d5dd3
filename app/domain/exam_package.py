"""What travels from the organiser to every PC of a 单位统考: the exam with all questions that it may draw."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from app.domain.bank import Bank
from app.domain.drawing import DrawnQuestion, draw_ids, lay_out, shortages
from app.domain.exam_session import ExamSession
from app.domain.paper import Paper
from app.domain.paper_section import PaperSection
from app.domain.question import Question, QuestionKind
from app.domain.unit_exam import UnitExam

MOST_QUESTIONS, MOST_POINTS = 1_000, 1_000
DRAWING = 1
"""Raised whenever the same seed would draw another paper: then both sides must be of the same kind."""


@dataclass(frozen=True)
class ExamPackage:
    """``content``: fingerprint of the content that the questions are from."""

    exam: UnitExam
    questions: tuple[Question, ...]
    content: str

    def drawn(self, session: ExamSession, key: str) -> tuple[DrawnQuestion, ...]:
        """The paper of one person. Raises KeyError for a stranger, UserError where it cannot be drawn."""
        paper, seed = self.exam.paper, self.exam.seed(session, key)
        return lay_out(paper, draw_ids(paper, self._bank, seed), self._known, seed)

    def thin(self) -> bool:
        """Whether some seed could not draw the paper from these questions."""
        if self.exam.paper.fixed:
            return any(one.question_id not in self._known for one in self.exam.paper.fixed)
        return bool(shortages(self.exam.paper, self._bank))

    def consistent(self) -> bool:
        """Whether ids and option keys are each one's own, and everything is worth something."""
        paper = self.exam.paper
        keys = [tuple(question.id for question in self.questions), *(one.letters for one in self.questions)]
        worth = [*((rule.count, rule.score) for rule in paper.rules), *((1, one.score) for one in paper.fixed)]
        return all(len(set(one)) == len(one) for one in keys) and all(
            0 < count <= MOST_QUESTIONS and 0 < score <= MOST_POINTS for count, score in worth
        )

    def sections(self) -> tuple[PaperSection, ...]:
        """The paper by kinds of questions, in the order of the paper: what a marker adds up."""
        paper, points = self.exam.paper, dict[QuestionKind, int]()
        worth = [(rule.kind, rule.count * rule.score) for rule in paper.rules]
        worth += [(self._kind(one.question_id), one.score) for one in paper.fixed]
        for kind, full in worth:
            points[kind] = points.get(kind, 0) + full
        return tuple(PaperSection(kind.value, full) for kind, full in points.items())

    def _kind(self, question_id: str) -> QuestionKind:
        question = self._known[question_id]
        return QuestionKind.CASE_STUDY if question.group else question.kind

    @cached_property
    def _bank(self) -> Bank:
        return Bank.of(self.questions)

    @cached_property
    def _known(self) -> dict[str, Question]:
        return {question.id: question for question in reversed(self.questions)}


def questions_for(paper: Paper, questions: Sequence[Question]) -> tuple[Question, ...]:
    """Those of a bank that the paper may ask, in the bank's order."""
    if paper.fixed:
        wanted = {one.question_id for one in paper.fixed}
    else:
        bank = Bank.of(questions)
        wanted = {name for rule in paper.rules for whole in bank.pool(rule) for name in whole.ids}
    return tuple({one.id: one for one in questions if one.id in wanted}.values())
