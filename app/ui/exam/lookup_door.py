"""The way from a question to the rules and back, in an exam with books."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.services.library_service import LibraryService
from app.ui.exam.exam_clocks import ExamClocks
from app.ui.exam.exam_lookup import ExamLookup


class LookupDoor(QObject):
    """Puts the rules in the place of ``question``, which stays as it is; they stay where one was reading, too."""

    moved = Signal()
    """Opened, or closed again."""

    def __init__(
        self, question: QWidget, place: QVBoxLayout, library: LibraryService | None, clocks: ExamClocks, limit_ms: int
    ) -> None:
        """Without a ``library`` it stays shut."""
        super().__init__(question)
        self._question, self._place, self._library = question, place, library
        self._clocks, self._limit_ms = clocks, limit_ms
        self._lookup: ExamLookup | None = None
        self._open = False

    @property
    def leads_somewhere(self) -> bool:
        return self._library is not None and self._library.ready

    @property
    def is_open(self) -> bool:
        return self._open

    @property
    def lookup(self) -> ExamLookup | None:
        """What stands behind it, once it has been opened."""
        return self._lookup

    def open(self) -> None:
        if self._library is None or self._open:
            return
        if self._lookup is None:
            self._lookup = ExamLookup(self._library, self._limit_ms)
            self._place.addWidget(self._lookup, 1)
            self._clocks.add(self._lookup.timer)
            self._lookup.closed.connect(self.close)
        self._turn(True, self._lookup)
        self._lookup.take_focus()

    def close(self) -> None:
        if self._lookup is not None and self._open:
            self._turn(False, self._lookup)

    def show_clock(self, shown: bool) -> None:
        """Where no other one can be seen."""
        if self._lookup is not None:
            self._lookup.timer.setVisible(shown)

    def _turn(self, opened: bool, lookup: ExamLookup) -> None:
        self._question.window().setFocus()  # before what has it is hidden: Qt would pass it on to something else
        self._open = opened
        self._question.setVisible(not opened)
        lookup.setVisible(opened)
        self.moved.emit()
