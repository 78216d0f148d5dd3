"""One event being recorded."""

from __future__ import annotations

from types import TracebackType
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.storage.journal import Journal
    from app.storage.spoken_connection import SpokenConnection
    from app.storage.transaction import Transaction


class Recording:
    """``with`` it: the event is appended, the block writes its projections, and when it ends both are on disk."""

    __slots__ = ("_event", "_journal", "_transaction")

    def __init__(self, journal: Journal, transaction: Transaction | None, event: tuple[Any, ...]) -> None:
        """Without a transaction of its own it belongs to the one that is open: both events are kept, or neither."""
        self._journal, self._transaction, self._event = journal, transaction, event

    def __enter__(self) -> tuple[int, SpokenConnection]:
        """The event's seq and the connection."""
        if self._transaction is not None:
            try:
                self._transaction.__enter__()
            except BaseException:
                self._journal.ended(False)
                raise
        try:
            return self._journal.append(*self._event)
        except BaseException as error:
            self.__exit__(type(error), error, error.__traceback__)
            raise

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._transaction is None:
            return
        kept = False
        try:
            self._transaction.__exit__(kind, error, trace)
            kept = error is None
        finally:
            self._journal.ended(kept)
