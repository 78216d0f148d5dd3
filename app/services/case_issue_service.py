"""What the unit has found by a case: asked by the case's page, without anything of 改."""

from app.domain.case_issue import CaseIssue
from app.storage.unit_glance_store import UnitGlanceStore


class CaseIssueService:
    def __init__(self, unit: UnitGlanceStore) -> None:
        self._unit = unit

    def of(self, case_id: str) -> list[CaseIssue]:
        """By campaign, the newest first, and number; void ones are left out."""
        return [CaseIssue(*found) for found in self._unit.issues_of_case(case_id)]
