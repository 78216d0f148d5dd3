"""What the parts of 改 share: the unit's log, who writes and when, and the refusal where nothing would be kept."""

from collections.abc import Callable
from datetime import date
from typing import Any

from app.domain.clock import Clock
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.services.bus import EventBus
from app.storage.journal import Journal
from app.storage.recording import Recording

NOT_SAVED = "现在不能保存单位的数据，所以不能登记。请先按上方提示处理。"


class LedgerDesk:
    def __init__(self, journal: Journal, bus: EventBus, clock: Clock, who: Callable[[], str], saves: bool) -> None:
        """``saves`` is False where the unit's database could not be opened: then nothing may look saved."""
        self.journal, self.bus, self.clock, self.who, self.saves = journal, bus, clock, who, saves

    def record(self, kind: str, object_id: str, payload: dict[str, Any], *texts: str) -> Recording:
        """As `Journal.record`, with who. ``texts`` are what a person has typed: none may have a security grading."""
        if not self.saves:
            raise UserError(NOT_SAVED)
        refuse_graded(*texts)
        return self.journal.record(kind, object_id, {"by": self.who(), **payload})

    def today(self) -> date:
        """The system's local day."""
        return self.clock.now().astimezone().date()

    def now(self) -> str:
        return self.clock.now().isoformat(timespec="milliseconds")
