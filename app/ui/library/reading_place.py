"""Follows where the reader is: which section, what has been seen to its end; saved when scrolling pauses."""

import itertools
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer, Signal

from app.domain.errors import UserError
from app.domain.progress import READING, CaseProgress
from app.services.study_service import StudyService
from app.ui.kit.scroll_page import ScrollPage
from app.ui.kit.tokens import px
from app.ui.library.case_sheet import CaseSheet

PAUSE_MS, HOLD_MS = 600, 400
STOPS = len(READING) + 2  # with the check and the reflection; fixed, though fewer exist before the decision


class ReadingPlace(QObject):
    """``moved`` tells the key of the stop that is being read; ``saved`` the progress that is on disk."""

    moved = Signal(str)
    saved = Signal(object)

    def __init__(
        self,
        study: StudyService,
        case_id: str,
        scroll: ScrollPage,
        sheet: CaseSheet,
        counts: Callable[[str], bool],
        failed: Callable[[str], None],
    ) -> None:
        """``counts`` tells whether a stop can be ticked by reading it."""
        super().__init__(sheet)
        self._study, self._case_id, self._scroll, self._sheet = study, case_id, scroll, sheet
        self._counts, self._failed = counts, failed
        self._seen: dict[str, None] = {}
        self._current = ""
        self._watching = False
        self._share, self._held = 0.0, False
        self._letting_go = QTimer(self)
        self._letting_go.setSingleShot(True)
        self._letting_go.setInterval(HOLD_MS)
        self._letting_go.timeout.connect(self._let_go)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(PAUSE_MS)
        self._timer.timeout.connect(self.save)
        scroll.verticalScrollBar().valueChanged.connect(self._scrolled)
        sheet.reflowed.connect(self._hold)
        sheet.arranged.connect(self._arranged)

    def current(self) -> str:
        """The key of the stop that is being read."""
        return self._current

    def share(self) -> float:
        """How far one has read, 0 to 1, counted in stops: the same place at any width and reading size."""
        if self._held:
            return self._share  # the sheet is still being laid out: where it shall stand
        edges = self._edges()
        top = self._scroll.verticalScrollBar().value()
        stop = max((place for place, start in enumerate(edges[:-1]) if start <= top), default=0)
        length = edges[stop + 1] - edges[stop] if len(edges) > 1 else 0
        within = min(max((top - edges[stop]) / length, 0.0), 1.0) if length > 0 else 0.0
        return (stop + within) / STOPS if top > 0 else 0.0

    def scroll_to(self, y: int) -> None:
        """Put line ``y`` of the sheet at the top of the view."""
        self._held = False
        self._scroll.scroll_to(max(0, y))

    def scroll_to_share(self, share: float) -> None:
        """Go to where ``share`` was taken, and stay there while the sheet is still being laid out."""
        self._share = share
        self._hold()
        self._arranged()

    def watch(self, watching: bool) -> None:
        """Begin to count, once the page is in front and stands where it shall."""
        self._watching = watching
        if watching:
            self.look()

    def look(self) -> None:
        """Note what is on the screen; before the page is laid out everything would seem to be."""
        if not self._watching:
            return
        starts = [self._sheet.y_of_widget(stop.widget) for stop in self._sheet.stops]
        if any(later <= earlier for earlier, later in itertools.pairwise(starts)):
            return  # not laid out yet
        top = self._scroll.verticalScrollBar().value()
        height = self._scroll.viewport().height()
        current = ""
        for stop, start in zip(self._sheet.stops, starts, strict=True):
            end = start + stop.widget.height()
            if start <= top + height // 3 or not current:
                current = stop.key
            if top <= end <= top + height + px(8) and self._counts(stop.key):
                self._seen[stop.key] = None
        if current != self._current:
            self._current = current
            self.moved.emit(current)
        if not self._timer.isActive():
            self._timer.start()

    def save(self) -> None:
        """Put what has been seen and the position on disk, now. Says so where that fails, and tries again later."""
        self._timer.stop()
        if not self._watching:
            return
        progress: CaseProgress | None = None
        try:
            for key in list(self._seen) or [self._study.progress(self._case_id).section]:
                progress = self._study.read(self._case_id, key, self.share())
                self._seen.pop(key, None)
        except UserError as error:
            self._failed(str(error))
        if progress is not None:
            self.saved.emit(progress)

    def _scrolled(self) -> None:
        if not self._held:
            self._share = self.share()
        self.look()

    def _hold(self) -> None:
        self._held = True
        self._letting_go.start()

    def _let_go(self) -> None:
        self._held = False

    def _arranged(self) -> None:
        if self._held:
            self._scroll.verticalScrollBar().setValue(self._line_of(self._share))
            self._letting_go.start()
        self.look()

    def _edges(self) -> list[int]:
        """Where each stop begins on the sheet, and where the last one ends."""
        starts = [self._sheet.y_of_widget(stop.widget) for stop in self._sheet.stops]
        return [*starts, self._sheet.height()] if starts else [0]

    def _line_of(self, share: float) -> int:
        edges = self._edges()
        if share <= 0 or len(edges) < 2:
            return 0
        stop = min(int(share * STOPS), len(edges) - 2)
        within = min(share * STOPS - stop, 1.0)
        return edges[stop] + round(within * (edges[stop + 1] - edges[stop]))
