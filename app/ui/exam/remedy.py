"""What to study after an exam: of the weakest topic a case, articles and questions, in a quarter of an hour."""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace

from app.domain.case import Case, CaseSummary
from app.domain.exam import Exam, ExamItem
from app.domain.labels import domain_label
from app.domain.practice import PracticeSource, SourceKind
from app.domain.prose import plain_text
from app.domain.reference import ArticleReference
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.ui.exam.score_bars import shares

MINUTES = 15
ARTICLES, QUESTIONS, FEW_QUESTIONS = 2, 6, 4
_A_MINUTE = 300
"""Characters read."""
_GATE = 1
"""Minutes for 停一停."""


@dataclass(frozen=True, slots=True)
class RemedyStep:
    """``page`` and ``argument`` are where it is done; ``minutes`` how long it takes."""

    caption: str
    words: str
    minutes: int
    page: str
    argument: object


@dataclass(frozen=True, slots=True)
class Remedy:
    """``articles`` are references without 款; ``questions`` those answered wrong first. ``part``: minutes for its 案情
    where the whole case takes too long, else 0."""

    topic: str
    missed: int
    case: CaseSummary | None
    articles: tuple[ArticleReference, ...]
    questions: tuple[str, ...]
    part: int = 0

    @property
    def minutes(self) -> int:
        return sum(step.minutes for step in self.steps)

    @property
    def steps(self) -> tuple[RemedyStep, ...]:
        """In the order in which they help: what happened, what the rule says, whether it is understood."""
        made = [self._case_step(self.case)] if self.case is not None else []
        made += [RemedyStep("看条文", one.words, 1, "regulations", one.base) for one in self.articles]
        if self.questions:
            given = {"title": f"针对性学习：{domain_label(self.topic)}", "question_ids": list(self.questions)}
            words = f"{len(self.questions)} 道同专题的题"
            made.append(RemedyStep("做练习", words, math.ceil(len(self.questions) / 2), "practice_round", given))
        return tuple(made)

    def _case_step(self, case: CaseSummary) -> RemedyStep:
        if not self.part:
            return RemedyStep("读案例", f"《{case.title}》", case.minutes, "case", case.id)
        return RemedyStep("读案情", f"《{case.title}》的案情和停一停", self.part, "case", (case.id, "【1】"))

    def fitted(self) -> "Remedy":
        """In `MINUTES`: less of the case first, then fewer articles and questions, at last no case."""
        fewer = replace(self, articles=self.articles[:1], questions=self.questions[:FEW_QUESTIONS])
        plans = [replace(self, part=0), self, fewer, replace(self, case=None), replace(fewer, case=None)]
        return next((plan for plan in plans if plan.minutes <= MINUTES), plans[-1])


def remedy_for(exam: Exam, library: LibraryService, practice: PracticeService) -> Remedy | None:
    """None where everything that is marked was right. The weakest topic comes from the snapshot, what to study from
    the content."""
    topic, share = next(iter(shares(exam.by_topic())), ("", 1.0))
    if share >= 1.0 or not library.ready:
        return None
    missed = [item for item in exam.imperfect if item.question.topic == topic]
    written = [ArticleReference.parse(text) for item in missed for text in item.question.articles]
    bases = Counter(reference.base for reference in written if reference is not None)
    found = [base for base, _ in bases.most_common() if library.article(base) is not None][:ARTICLES]
    articles = tuple(reference for base in found if (reference := ArticleReference.parse(base)) is not None)
    case = _case_for(topic, missed, library)
    part = part_minutes(library.case(case.id)) if case is not None else 0
    questions = _questions(topic, missed, library, practice)
    return Remedy(topic, len(missed), case, articles, questions, part).fitted()


def part_minutes(case: Case) -> int:
    """What 案情 and 停一停 take."""
    told = sum(len(plain_text(fact.text)) for fact in case.facts)
    return math.ceil(told / _A_MINUTE) + _GATE


def _case_for(topic: str, missed: Sequence[ExamItem], library: LibraryService) -> CaseSummary | None:
    """The one that most of the missed questions are about, else any of the topic."""
    asked = Counter(item.question.case for item in missed)
    of_topic = [case for case in library.cases() if case.domain == topic]
    return max(of_topic, key=lambda case: asked[case.slug], default=None)


def _questions(
    topic: str, missed: Sequence[ExamItem], library: LibraryService, practice: PracticeService
) -> tuple[str, ...]:
    """Those missed first. Parts of a 案例分析 are left out: a few minutes are no time for a whole one."""
    grouped = {summary.id for summary in library.question_summaries() if summary.group}
    there = [name for name in practice.available(PracticeSource(SourceKind.TOPIC, topic)) if name not in grouped]
    wrong = {item.question.id for item in missed}
    return tuple(sorted(there, key=lambda name: name not in wrong)[:QUESTIONS])
