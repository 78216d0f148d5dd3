"""Carries events from a bus to the GUI thread."""

from collections.abc import Callable
from typing import Any, Protocol

from PySide6.QtCore import QObject, Signal, Slot


class Bus(Protocol):
    """What the bridge needs of the services' bus."""

    def subscribe(self, event_type: type[Any], listener: Callable[[Any], None], /) -> object:
        """Call ``listener`` with every event of the type."""


class EventBridge(QObject):
    """Relays the events of the given types as the signal ``happened``, always on the GUI thread."""

    happened = Signal(object)
    _published = Signal(object)

    def __init__(self, bus: Bus, event_types: tuple[type[Any], ...], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._published.connect(self._relay)  # queued when published from another thread
        for event_type in event_types:
            bus.subscribe(event_type, self._published.emit)

    @Slot(object)
    def _relay(self, event: object) -> None:
        self.happened.emit(event)
