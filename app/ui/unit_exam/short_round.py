"""Where a marker stands among the written answers, and where to go next."""

from collections.abc import Sequence
from dataclasses import replace

from app.domain.unit_exam_short import ShortAnswer, ShortQuestion


class ShortRound:
    """Question by question; ``at`` and ``place`` count from 0. There is at least one answer."""

    def __init__(self, questions: Sequence[ShortQuestion]) -> None:
        self.questions = list(questions)
        self.at = self.place = 0
        self.go_to_waiting()

    @property
    def question(self) -> ShortQuestion:
        return self.questions[self.at]

    @property
    def answer(self) -> ShortAnswer:
        return self.question.answers[self.place]

    @property
    def waiting(self) -> int:
        return sum(question.waiting for question in self.questions)

    @property
    def total(self) -> int:
        return sum(len(question.answers) for question in self.questions)

    def put(self, answer: ShortAnswer) -> None:
        """The answer here, as it is now."""
        answers = [answer if at == self.place else one for at, one in enumerate(self.question.answers)]
        self.questions[self.at] = replace(self.question, answers=tuple(answers))

    @property
    def first(self) -> bool:
        return self.at == self.place == 0

    @property
    def last(self) -> bool:
        return (self.at, self.place) == (len(self.questions) - 1, len(self.question.answers) - 1)

    def step(self, by: int) -> bool:
        """One answer on (1) or back (-1), over the end of a question too; False at the end of all."""
        if self.first if by < 0 else self.last:
            return False
        if 0 <= self.place + by < len(self.question.answers):
            self.place += by
        else:
            self.at += by
            self.place = 0 if by > 0 else len(self.question.answers) - 1
        return True

    def turn_to(self, at: int) -> bool:
        """Another question, at its first answer that waits; False where there is none."""
        if not 0 <= at < len(self.questions):
            return False
        self.at = at
        self.place = next((place for place, one in enumerate(self.question.answers) if not one.ticks), 0)
        return True

    def find(self, question_id: str, sitting: str) -> None:
        """Where somebody was before, if it is still there."""
        for at, question in enumerate(self.questions):
            for place, one in enumerate(question.answers):
                if (question.question.id, one.sitting) == (question_id, sitting):
                    self.at, self.place = at, place

    def go_to_waiting(self) -> bool:
        """The next one to mark: of this question after the one here, then before it, then of the questions after, and
        at last of those before; False, and nothing changes, where all are marked."""
        answers = self.question.answers
        for place in (*range(self.place, len(answers)), *range(self.place)):
            if not answers[place].ticks:
                self.place = place
                return True
        for at in (*range(self.at + 1, len(self.questions)), *range(self.at)):
            if self.questions[at].waiting:
                return self.turn_to(at)
        return False
