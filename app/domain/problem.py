"""What is wrong in a content file, as data: where, what, and what to do."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Problem:
    """One row of a validation report.

    ``file`` is the path relative to the content folder, ``line`` counts from 1 (0 where a file has no lines),
    ``message`` says what is wrong and ``advice`` what to do, both in Chinese.
    """

    file: str
    line: int
    message: str
    advice: str
    severity: Severity = Severity.ERROR
