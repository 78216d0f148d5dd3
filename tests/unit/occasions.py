"""Starts an exam as one of a 单位统考."""

from app.domain.drawing import draw_ids, lay_out
from app.domain.exam import Exam
from app.domain.paper import Paper
from app.services.services import Services

OCCASION = "2026年度党纪法规统考"


def start_in_occasion(services: Services, paper: Paper, occasion: str = OCCASION, book: str = "") -> Exam:
    ids = draw_ids(paper, services.library.question_bank(), 7)
    known = {question.id: question for question in services.library.questions(name for name, _ in ids)}
    return services.exams.start_drawn(paper, lay_out(paper, ids, known, 7), 7, "周明", occasion, book=book)
