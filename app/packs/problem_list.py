"""Collects problems of one file while it is read."""

from app.domain.problem import Problem, Severity


class ProblemList:
    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def error(self, line: int, message: str, advice: str) -> None:
        self.problems.append(Problem(self.file, line, message, advice))

    def warn(self, line: int, message: str, advice: str) -> None:
        self.problems.append(Problem(self.file, line, message, advice, Severity.WARNING))

    @property
    def has_errors(self) -> bool:
        return any(problem.severity is Severity.ERROR for problem in self.problems)
