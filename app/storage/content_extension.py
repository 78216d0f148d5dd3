"""An index with what the unit itself has written added to it: the one of the program's content is copied and stays."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

from app.domain.case import Case
from app.domain.problem import Problem
from app.domain.regulation import Regulation
from app.storage import full_text
from app.storage.content_compiler import (
    add_cases,
    add_problems,
    add_regulations,
    article_documents,
    case_documents,
    written,
)

PACK = "own"


def build_extended(
    base: Path, regulations: Sequence[Regulation], cases: Sequence[Case], problems: Sequence[Problem], target: Path
) -> None:
    """Raises UserError where the cache folder cannot be written."""
    written(target, lambda connection: extend(connection, regulations, cases, problems), base)


def extend(
    connection: sqlite3.Connection,
    regulations: Sequence[Regulation],
    cases: Sequence[Case],
    problems: Sequence[Problem],
) -> None:
    """Into an index that is open for writing. Raises sqlite3.Error."""
    connection.execute("BEGIN")
    add_regulations(connection, regulations, PACK)
    add_cases(connection, cases, PACK)
    add_problems(connection, problems)
    full_text.add(connection, case_documents(cases))
    full_text.add(connection, article_documents(regulations))
    connection.execute("COMMIT")
