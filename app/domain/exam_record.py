"""Everything that shows how one exam went, so that it can be checked on another machine.

Its own events with what they say; of events in between (somebody read a case during a break) only the hash.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from app.domain.check_code import check_code
from app.domain.recorded_event import RecordedEvent

STARTED, ANSWERED, RESUMED, LEFT, FINISHED, MARKED = (
    f"exam.{word}" for word in ("started", "answered", "resumed", "left", "finished", "marked")
)


class ForeignEvents(NamedTuple):
    """Events of something else, from ``seq`` to ``last``; ``hash`` is that of the last one."""

    seq: int
    last: int
    hash: bytes


@dataclass(frozen=True)
class ExamRecord:
    """``previous``: the hash before the first event. ``paper`` and ``questions`` are the stored JSON texts."""

    chain: str
    exam_id: str
    previous: bytes
    finished_at: str
    jumps: int
    paper: str
    questions: tuple[str, ...]
    events: tuple[RecordedEvent | ForeignEvents, ...]

    @property
    def own(self) -> list[RecordedEvent]:
        """The exam's own events."""
        return [event for event in self.events if isinstance(event, RecordedEvent)]

    @property
    def occasion(self) -> str:
        """The 单位统考 that the exam was started for, "" for a self-test. Raises IndexError without a start."""
        return str(self.payloads(STARTED)[0].get("occasion", ""))

    @property
    def code(self) -> str:
        """The check code: it changes with every payload, with their order, and with the score."""
        named = (self.chain, self.exam_id, self.previous.hex(), self.finished_at, self.jumps, self.paper)
        return check_code(json.dumps(named, ensure_ascii=False), self._hashes())

    def payloads(self, kind: str) -> list[dict[str, Any]]:
        """What the events of a kind say, in order; an erased payload is empty.

        Raises ValueError where a payload is no JSON object.
        """
        return [self._said.get(event.seq, {}) for event in self.own if event.kind == kind]

    @cached_property
    def _said(self) -> dict[int, dict[str, Any]]:
        found = {event.seq: json.loads(event.payload) for event in self.own if event.payload}
        if not all(isinstance(payload, dict) for payload in found.values()):
            raise ValueError("payload")
        return found

    def _hashes(self) -> Iterator[bytes]:
        """Computed anew from what the events say, whatever hash stands beside them."""
        before = self.previous
        for event in self.events:
            if isinstance(event, RecordedEvent):
                before = event.follows(before, self.chain)
                yield before
            else:
                before = event.hash


def with_foreign_folded(exam_id: str, stretch: list[RecordedEvent]) -> tuple[RecordedEvent | ForeignEvents, ...]:
    """A stretch of the log with the events of other things taken down to their hash."""
    folded: list[RecordedEvent | ForeignEvents] = []
    for event in stretch:
        if event.object == exam_id:
            folded.append(event)
        elif folded and isinstance(folded[-1], ForeignEvents):
            folded[-1] = ForeignEvents(folded[-1].seq, event.seq, event.hash)
        else:
            folded.append(ForeignEvents(event.seq, event.seq, event.hash))
    return tuple(folded)
