"""What the parts of 改 share: the unit's log, who writes and when, and the refusal where nothing would be kept."""

from collections.abc import Callable, Iterator
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
        """As `Journal.record`, with who. No text may have a security grading, neither one that the event keeps, whoever
        wrote it, nor one of ``texts``, which are kept elsewhere only."""
        if not self.saves:
            raise UserError(NOT_SAVED)
        for text in (*_written(payload), *texts):
            refuse_graded(text)
        return self.journal.record(kind, object_id, {"by": self.who(), **payload})

    def today(self) -> date:
        """The system's local day."""
        return self.clock.now().astimezone().date()

    def now(self) -> str:
        return self.clock.now().isoformat(timespec="milliseconds")


def _written(value: Any) -> Iterator[str]:
    """Every text in it. Of a change ([old, new]) what is new: the old one must not keep anybody from mending it."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, entry in value.items():
            yield from _written([new for _, new in entry.values()] if key == "change" else entry)
    elif isinstance(value, (list, tuple)):
        for entry in value:
            yield from _written(entry)
