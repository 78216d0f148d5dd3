"""What is never torn apart on paper: a question, or a 案例分析 with all its parts."""

from dataclasses import dataclass

from app.domain.printed_question import PrintedQuestion


@dataclass(frozen=True, slots=True)
class PrintedUnit:
    """``scenario`` is "" for a question that stands alone."""

    scenario: str
    questions: tuple[PrintedQuestion, ...]

    @property
    def score(self) -> int:
        return sum(question.score for question in self.questions)

    @property
    def numbers(self) -> str:
        """As one says it: 7, or 7—9."""
        first, last = self.questions[0].number, self.questions[-1].number
        return str(first) if first == last else f"{first}—{last}"
