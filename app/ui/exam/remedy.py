"""What to study after an exam: one case, some articles and some questions of the weakest topic."""

from collections import Counter
from dataclasses import dataclass

from app.domain.case import CaseSummary
from app.domain.exam import Exam
from app.domain.marking import Verdict
from app.domain.practice import PracticeSource, SourceKind
from app.domain.reference import ArticleReference
from app.services.library_service import LibraryService
from app.services.practice_service import PracticeService
from app.ui.exam.score_bars import shares

ARTICLES, QUESTIONS = 2, 6


@dataclass(frozen=True, slots=True)
class Remedy:
    """``articles`` are references without 款; ``questions`` those answered wrong first."""

    topic: str
    missed: int
    case: CaseSummary | None
    articles: tuple[ArticleReference, ...]
    questions: tuple[str, ...]

    @property
    def minutes(self) -> int:
        reading = self.case.minutes if self.case else 0
        return reading + len(self.articles) + max(1, len(self.questions) // 2)


def remedy_for(exam: Exam, library: LibraryService, practice: PracticeService) -> Remedy | None:
    """None where everything was right. The weakest topic comes from the snapshot, what to study from the content."""
    topic, share = shares(exam.by_topic())[0] if exam.items else ("", 1.0)
    if share >= 1.0 or not library.ready:
        return None
    missed = [item for item in exam.items if item.question.topic == topic and item.verdict() is not Verdict.RIGHT]
    written = [ArticleReference.parse(text) for item in missed for text in item.question.articles]
    bases = Counter(reference.base for reference in written if reference is not None)
    found = [base for base, _ in bases.most_common() if library.article(base) is not None][:ARTICLES]
    articles = tuple(reference for base in found if (reference := ArticleReference.parse(base)) is not None)
    there = practice.available(PracticeSource(SourceKind.TOPIC, topic))
    wrong = {item.question.id for item in missed}
    questions = sorted(there, key=lambda name: name not in wrong)[:QUESTIONS]
    case = next((case for case in library.cases() if case.domain == topic), None)
    return Remedy(topic, len(missed), case, articles, tuple(questions))
