"""Everything that one content folder holds, with what is wrong in it."""

from dataclasses import dataclass

from app.domain.case import Case, CaseKind
from app.domain.paper import Paper
from app.domain.problem import Problem
from app.domain.question import Question
from app.domain.regulation import Article, Regulation
from app.domain.renumbering import Renumbering

GATE = "\f"
"""In a case's searchable text: what follows is withheld until the reader has decided."""


@dataclass(frozen=True)
class Content:
    """``files`` maps the id of each case, regulation, question and paper to the file (relative) that holds it."""

    cases: tuple[Case, ...]
    regulations: tuple[Regulation, ...]
    questions: tuple[Question, ...]
    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]
    files: dict[str, str]
    renumberings: tuple[Renumbering, ...] = ()

    def counts(self) -> dict[str, int]:
        """How much there is; a 案例分析 counts once, with all its parts."""
        return {
            "cases": sum(case.kind is CaseKind.CASE for case in self.cases),
            "exemplars": sum(case.kind is CaseKind.EXEMPLAR for case in self.cases),
            "articles": sum(len(regulation.articles) for regulation in self.regulations),
            "questions": len({question.group or question.id for question in self.questions}),
            "papers": len(self.papers),
        }

    def articles(self) -> dict[str, tuple[Regulation, Article]]:
        """By the base reference ``简称@版本/条``."""
        return {
            f"{regulation.id}/{article.number}": (regulation, article)
            for regulation in self.regulations
            for article in regulation.articles
        }
