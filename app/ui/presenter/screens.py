"""Which screen is the leader's and which the room's, whatever is plugged in or pulled out meanwhile."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal, SignalInstance, Slot
from PySide6.QtWidgets import QWidget

from app.ui.presenter.arrangement import Arranged, Arrangement, ScreenFacts, distinct, mirrored


class ScreenSource(Protocol):
    @property
    def changed(self) -> SignalInstance: ...

    def all(self) -> tuple[ScreenFacts, ...]: ...

    def place(self, window: QWidget, name: str) -> None: ...


class Screens(QObject):
    """``home`` is the screen that the product's window stands on: the leader's, until told otherwise.

    A screen that is pulled out keeps its part: it is taken back under its name, or by the next one that is plugged in,
    never by one that was there all the time. Where only the room's screen is left, nothing of the console is shown on
    it.
    """

    changed = Signal()

    def __init__(self, source: ScreenSource, home: str = "", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source, self._rehearsing = source, False
        self._spare: frozenset[str] = frozenset()
        screens = distinct(source.all())
        names = [screen.name for screen in screens]
        self._console = home if home in names else names[0] if names else ""
        self._audience = next((name for name in names if name != self._console), "")
        self.arrangement = self._arrange()
        source.changed.connect(self._look)

    @property
    def source(self) -> ScreenSource:
        return self._source

    def all(self) -> tuple[ScreenFacts, ...]:
        return self._source.all()

    @property
    def mirrored(self) -> bool:
        return mirrored(self._source.all())

    @property
    def can_swap(self) -> bool:
        return self.arrangement.arranged is Arranged.TWO

    def swap(self) -> None:
        """Exchange the two parts; nothing happens with one screen."""
        if self.can_swap:
            self._console, self._audience = self._audience, self._console
            self._look()

    def choose_audience(self, name: str) -> None:
        """Which screen is the room's; the leader's becomes another one."""
        others = [screen.name for screen in distinct(self._source.all()) if screen.name != name]
        if self._console == name and others:
            self._console = others[0]
        self._audience = name
        self._look()

    def rehearse(self, on: bool) -> None:
        """The console alone, with nothing on any other screen."""
        self._rehearsing = on
        self._look()

    @Slot()
    def _look(self) -> None:
        before, self.arrangement = self.arrangement, self._arrange()
        if before != self.arrangement:
            self.changed.emit()

    def _arrange(self) -> Arrangement:
        there = {screen.name: screen for screen in distinct(self._source.all())}
        if not there:
            return Arrangement(Arranged.LOST, None, None)
        if self._rehearsing:
            return Arrangement(Arranged.REHEARSAL, there.get(self._console) or next(iter(there.values())), None)
        if not self._audience and len(there) > 1:  # the projector was plugged in after the start
            self._audience = next(name for name in there if name != self._console)
        self._take_back(there)
        console, audience = there.get(self._console), there.get(self._audience)
        if console and audience:
            self._spare = frozenset()
            return Arrangement(Arranged.TWO, console, audience)
        self._spare = self._spare or frozenset(there)
        if console and self._audience:
            return Arrangement(Arranged.LOST, console, None)
        return Arrangement(Arranged.ONE, None, console or audience)

    def _take_back(self, there: dict[str, ScreenFacts]) -> None:
        """Somebody else's cable in the place of the one that was pulled."""
        new = [name for name in there if name not in self._spare | {self._console, self._audience}]
        if self._spare and new:
            if self._audience not in there:
                self._audience = new[0]
            elif self._console not in there:
                self._console = new[0]
