"""A department or a subordinate unit that reports."""

from dataclasses import dataclass
from enum import StrEnum


class UnitKind(StrEnum):
    DEPARTMENT = "科室"
    SUBORDINATE = "下属单位"


@dataclass(frozen=True, slots=True)
class LedgerUnit:
    """``head`` confirms drafts; ``leader`` is who of the leadership is in charge (一岗双责). ``retired`` ones report no
    more, and their issues stay. ``since`` is the first month ("2026-06") for which it owes a report, "" where that is
    not known."""

    id: str
    name: str
    kind: UnitKind = UnitKind.DEPARTMENT
    head: str = ""
    leader: str = ""
    retired: bool = False
    since: str = ""
