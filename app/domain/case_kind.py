"""Case or exemplar."""

from enum import StrEnum


class CaseKind(StrEnum):
    CASE = "case"
    EXEMPLAR = "exemplar"
