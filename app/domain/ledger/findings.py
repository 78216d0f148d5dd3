"""Findings of an inspection or an audit, read from somebody's table and shown before they become issues."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from app.domain.ledger.dimension import Dimension
from app.domain.ledger.issue import IssueSource
from app.domain.problem import Problem


class FindingField(StrEnum):
    """What a column may hold; the value is its usual name."""

    TITLE = "反馈问题"
    DETAIL = "具体表现"
    GOAL = "整改目标"
    UNIT = "牵头单位"
    HELPERS = "配合单位"
    LEADER = "责任领导"
    DIMENSION = "方面"
    AREA = "突出问题"


@dataclass(frozen=True, slots=True)
class FindingLine:
    """A row of the file under its head: its number there from 1, and its cells as texts. ``fault`` and ``advice`` say
    what is wrong with the row itself (a formula), whatever the mapping. ``joined`` are places (from 0) that are merged
    with the row above, whose text is theirs; ``covered`` those merged with the cell to their left."""

    number: int
    cells: tuple[str, ...]
    fault: str = ""
    advice: str = ""
    joined: tuple[int, ...] = ()
    covered: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class FindingsTable:
    """``file`` is its name, ``place`` the sheet or the number of the table; ``columns`` are the cells of its head."""

    file: str
    place: str
    columns: tuple[str, ...]
    lines: tuple[FindingLine, ...]


@dataclass(frozen=True, slots=True)
class FindingRow:
    """A finding as it would be taken. ``unit`` is the id of the department, "" where the file names none that is
    known; ``dimension`` and ``area`` are None and "" where the file does not say."""

    number: int
    title: str
    detail: str
    goal: str = ""
    unit: str = ""
    helpers: tuple[str, ...] = ()
    leader: str = ""
    dimension: Dimension | None = None
    area: str = ""


@dataclass(frozen=True, slots=True)
class FindingsPreview:
    """What is shown before it is accepted. ``mapping`` says which column holds which field: (field, place from 0).
    ``refused`` are rows that will not be taken, each with where, why and what to do; ``notes`` are about the whole."""

    table: FindingsTable
    mapping: tuple[tuple[FindingField, int], ...]
    rows: tuple[FindingRow, ...]
    refused: tuple[Problem, ...]
    notes: tuple[str, ...] = ()

    @property
    def columns(self) -> tuple[str, ...]:
        return self.table.columns


@dataclass(frozen=True, slots=True)
class FindingsFrame:
    """What holds for every row that does not say otherwise. ``document`` and ``on`` name the letter of feedback."""

    source: IssueSource
    document: str
    on: date
    unit: str = ""
    leader: str = ""
    dimension: Dimension = Dimension.SYSTEM
    area: str = "rectification-failure"
