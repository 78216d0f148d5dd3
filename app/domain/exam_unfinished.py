"""What is said of an exam that was not handed in to somebody who wants to begin another: it may be another person's."""

from app.domain.exam import Exam

_OWN = "《{}》还没有交卷。请先到“模拟考试”继续，或按已答交卷。"
_UNIT = (
    "{who}的《{title}》还没有交卷，现在不能开考别的。{who}本人可以到“模拟考试”继续或交卷；"
    "别人请不要代答、代交，请找考试组织人员。"
)


def unfinished_words(exam: Exam) -> str:
    return _UNIT.format(who=exam.candidate, title=exam.title) if exam.seat else _OWN.format(exam.title)
