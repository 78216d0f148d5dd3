"""What the cards of an issue know of 误录清除: whether entries can be wiped, and what is left of those that were."""

from typing import NamedTuple

from app.domain.ledger.stub import Stub, StubKind

WIPE = "误录清除"


class EntryWipes(NamedTuple):
    possible: bool = False
    stubs: tuple[Stub, ...] = ()

    def of(self, *kinds: StubKind) -> list[Stub]:
        """In the order of time."""
        return [stub for stub in self.stubs if stub.kind in kinds]

    def measure(self, number: int) -> Stub | None:
        return next((stub for stub in self.of(StubKind.MEASURE) if stub.number == number), None)


NO_WIPES = EntryWipes()
