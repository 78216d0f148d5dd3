"""What a person is told of a whole ledger before it is taken in."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class WholeLedgerSummary:
    """``campaigns`` are (title, since, until), newest first; ``first`` and ``last`` the local days of the first and the
    last entry. ``missing`` and ``altered``: names of evidence that was so when the ledger was exported."""

    unit: str
    program: str
    made_on: date
    campaigns: tuple[tuple[str, date, date], ...]
    units: int
    issues: int
    measures: int
    reports: int
    self_checks: int
    post_risks: int
    outcomes: int
    evidence: int
    evidence_bytes: int
    missing: tuple[str, ...]
    altered: tuple[str, ...]
    first: date
    last: date
    events: int


@dataclass(frozen=True, slots=True)
class ReadInOffer:
    """``refusal`` says why it cannot be read in here; ``continues``: how many entries it adds to the ledger that is
    here already, 0 where it is another one."""

    summary: WholeLedgerSummary
    refusal: str = ""
    continues: int = 0
