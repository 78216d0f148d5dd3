"""A 单位统考 of 36 people, one key wrong on purpose, as their result files tell it."""

from collections.abc import Callable, Sequence
from pathlib import Path

from app.domain.exam import Exam
from app.domain.exam_package import ExamPackage
from app.domain.question import Question
from app.domain.roster_person import RosterPerson
from app.services.services import Services

DEPARTMENTS = ("办公室", "社会救助科")
MANY = tuple(RosterPerson(f"学员{number:02}", DEPARTMENTS[number % 2], f"{number:04}") for number in range(36))


def answer_of(able: int, place: int, question: Question, wrong_key: str) -> tuple[str, ...]:
    """Whoever is further down the roster knows more; each question asks for more than the one before it. Where the key
    is wrong those who know choose another option, and the others what the key says."""
    knows = able >= 4 + 3 * (place % 10)
    if question.id == wrong_key:
        knows = able < len(MANY) // 2
    if knows:
        return tuple(part.split("|")[0] for part in question.answer) or ("先核对，再公示。",)
    if question.typed:
        return ("记不清了",) if able % 3 else ()
    return (next(letter for letter in (*question.letters, "对", "错") if (letter,) != question.answer),)


def sit(pc: Services, package: ExamPackage, person: str, answers: Callable[[int, Question], Sequence[str]]) -> Exam:
    """``answers``: (place of the question on the paper, question) → answer, empty for none."""
    exam = pc.exam_seats.start(package, person)
    for item in exam.items:
        if given := tuple(answers(item.place, item.question)):
            exam = pc.exams.answer(exam, item.place, given)
    return pc.exams.submit(exam)


def hand_over(pc: Services, exam: Exam, folder: Path) -> None:
    folder.mkdir(exist_ok=True)
    pc.exam_seats.save_result(exam, folder / f"{exam.candidate}-{exam.id}.jjresult")


def sit_all(pc: Services, package: ExamPackage, wrong_key: str, folder: Path) -> list[Exam]:
    """Everybody on the roster, one after another on one PC, each with a result file in ``folder``."""
    done = []
    for able, person in enumerate(package.exam.roster):
        done.append(sit(pc, package, person.key, lambda place, one, able=able: answer_of(able, place, one, wrong_key)))
        hand_over(pc, done[-1], folder)
    return done
