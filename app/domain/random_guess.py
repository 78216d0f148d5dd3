"""What somebody gets who knows nothing and answers at random."""

from functools import lru_cache
from itertools import combinations, permutations

from app.domain.exam import ExamItem
from app.domain.paper import Paper
from app.domain.question import FALSE, TRUE, Question, QuestionKind

_MOST_ORDERED = 6


@lru_cache(maxsize=1024)
def random_guess(question: Question, full: int, paper: Paper) -> float:
    """The mean share of the points (0 to 1) when every possible answer is as likely as any other.

    多选: every choice of at least one option; 排序: every order; what is typed is never guessed.
    """
    letters = question.letters
    answers: list[tuple[str, ...]]
    match question.kind:
        case QuestionKind.SINGLE:
            answers = [(letter,) for letter in letters]
        case QuestionKind.TRUE_FALSE:
            answers = [(TRUE,), (FALSE,)]
        case QuestionKind.MULTIPLE:
            answers = [some for size in range(1, len(letters) + 1) for some in combinations(letters, size)]
        case QuestionKind.ORDER if len(letters) <= _MOST_ORDERED:
            answers = list(permutations(letters))
        case _:
            answers = []
    if not answers or not full:
        return 0.0
    item = ExamItem(1, question, full, letters)
    return sum(item.answered_with(answer).points(paper) for answer in answers) / (full * len(answers))
