"""One version of a paper as it goes to the printer."""

from dataclasses import dataclass

from app.domain.paper import MultipleRule
from app.domain.paper_heading import NO_HEADING, PaperHeading
from app.domain.printed_question import PrintedQuestion
from app.domain.printed_section import PrintedSection


@dataclass(frozen=True, slots=True)
class PrintedPaper:
    """``letter`` is "A" or "B"; ``content`` names the version of the bank; ``day`` is the ISO date of printing;
    ``title`` is the paper's own."""

    title: str
    letter: str
    seed: int
    minutes: int
    pass_score: int
    multiple: MultipleRule
    content: str
    day: str
    sections: tuple[PrintedSection, ...]
    heading: PaperHeading = NO_HEADING

    @property
    def head(self) -> str:
        """What stands at the top: the exam's name, or the paper's."""
        return self.heading.occasion or self.title

    @property
    def code(self) -> str:
        """卷号: from it and the same bank the same paper is printed again."""
        return f"{self.letter}-{self.seed:06}"

    @property
    def questions(self) -> tuple[PrintedQuestion, ...]:
        return tuple(question for section in self.sections for question in section.questions)

    @property
    def total(self) -> int:
        return sum(section.score for section in self.sections)

    @property
    def shows_case(self) -> bool:
        """Whether a composite case stands in it, so that the disclaimer must."""
        return any(one.question.case or one.question.scenario for one in self.questions)
