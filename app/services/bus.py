"""A tiny publish and subscribe hub, so that services need not know who listens."""

import sys
from collections import defaultdict
from collections.abc import Callable
from typing import Any, TypeVar

E = TypeVar("E")


class EventBus:
    def __init__(self) -> None:
        self._listeners: dict[type, list[Callable[[Any], None]]] = defaultdict(list)

    def subscribe(self, event_type: type[E], listener: Callable[[E], None]) -> None:
        self._listeners[event_type].append(listener)

    def publish(self, event: object) -> None:
        """Tell every listener. What goes wrong in one is its own affair (it is reported like any unforeseen error):
        the fact has happened and is on disk, and whoever published it must not take it for undone."""
        for listener in list(self._listeners[type(event)]):
            try:
                listener(event)
            except Exception:
                kind, error, trace = sys.exc_info()
                if kind is not None and error is not None:
                    sys.excepthook(kind, error, trace)
