"""Collects problems of one file while it is read."""

import re

from app.domain.problem import Problem, Severity

MAX_PROBLEMS = 200
MAX_MESSAGE, MAX_ADVICE = 300, 2_000
UNSHOWABLE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ud800-\uf8ff]+")


def clipped(text: str, length: int = 30) -> str:
    """What a file holds, made fit for one line of a report: short, without controls or turns of direction."""
    text = UNSHOWABLE.sub(" ", text[: length * 4]).strip()
    return text if len(text) <= length else text[:length] + "…"


class ProblemList:
    """The problems of ``file`` (relative to the content folder). A broken file gives at most MAX_PROBLEMS."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def error(self, line: int, message: str, advice: str) -> None:
        self._add(line, message, advice, Severity.ERROR)

    def warn(self, line: int, message: str, advice: str) -> None:
        self._add(line, message, advice, Severity.WARNING)

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)

    def _add(self, line: int, message: str, advice: str, severity: Severity) -> None:
        if len(self.problems) > MAX_PROBLEMS:
            return
        if len(self.problems) == MAX_PROBLEMS:
            severity = Severity.ERROR
            message, advice = f"问题超过 {MAX_PROBLEMS} 处，其余没有列出", "先改正以上各处，再检查一次"
        problem = Problem(self.file, line, clipped(message, MAX_MESSAGE), clipped(advice, MAX_ADVICE), severity)
        if problem not in self.problems:
            self.problems.append(problem)
