"""Before an exam that was left is gone on with: a unit's exam belongs to one person, and others use the PC too."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from app.domain.exam import Exam
from app.ui.kit.modal import Choice, ask

OTHERS = "不是{}本人的，请不要继续作答，也不要代交，请找考试组织人员。"


def sitter_words(exam: Exam) -> str:
    """Whose unit's exam it is."""
    return f"考生：{exam.candidate}"


def ask_whether_it_is(page: QWidget, exam: Exam, go_on: Callable[[], None]) -> None:
    """``go_on`` is called at once for a self-test, for a unit's exam when whoever is there says to be its candidate."""
    if not exam.seat:
        go_on()
        return
    words = f"《{exam.title}》是{exam.candidate}的考试，继续以后接着计时。{OTHERS.format(exam.candidate)}"
    choices = [Choice("go", f"我是{exam.candidate}，继续考试"), Choice("back", "返回", safe=True)]
    title = f"你是 {exam.candidate} 吗？"
    ask(page, title, words, choices, lambda key: go_on() if key == "go" else None, icon="person")
