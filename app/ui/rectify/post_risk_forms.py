"""What writes 《岗位廉政风险点及防控措施表》 out, as the page needs it."""

from pathlib import Path
from typing import Protocol


class PostRiskForms(Protocol):
    def write_post_risks(self, unit_id: str, to: Path) -> Path:
        """The valid lines of the unit, in the order of the table; with "" of all, unit by unit in the order in which
        they can be chosen. Raises UserError where it cannot be written."""
