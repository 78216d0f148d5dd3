"""Where entries of 改 are kept, as far as one of them can be wiped."""

from typing import NamedTuple

from app.domain.ledger.evidence import Evidence
from app.domain.ledger.post_risk import PostRisk
from app.storage.ledger_store import LedgerStore
from app.storage.mention_store import MentionStore
from app.storage.outcome_store import OutcomeStore
from app.storage.placed_bodies import PlacedBodies
from app.storage.report_store import ReportStore
from app.storage.self_check_store import SelfCheckStore


class ErasingStores(NamedTuple):
    issues: LedgerStore
    checks: SelfCheckStore
    risks: PlacedBodies[PostRisk]
    evidence: PlacedBodies[Evidence]
    reports: ReportStore
    outcomes: OutcomeStore
    mentions: MentionStore
