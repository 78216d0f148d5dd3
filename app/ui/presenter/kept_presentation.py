"""What is projected now: on disk before it is shown, and what both windows draw from it."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from app.domain.audience_view import AudienceView, Curtain, Point, Stroke
from app.domain.clock import Clock
from app.domain.errors import UserError
from app.domain.exam_clock import Mark
from app.domain.pace import PaceReading
from app.domain.presentation import Presentation
from app.ui.presenter.session_log import SessionLog

FAILED = "没有存到硬盘：{}"


class KeptPresentation(QObject):
    """Log before showing: an act is on disk before anything is drawn; one that cannot be kept is shown and said."""

    changed = Signal()
    """Page, answer, votes, curtain, frozen: both windows draw anew."""
    drawn = Signal()
    """Only what lies over the page: dot, pen, countdown."""
    said = Signal(str, str)
    """Tone and words, for the leader only."""

    def __init__(self, log: SessionLog, clock: Clock, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._log, self._clock = log, clock
        self._presentation, self._pace, self._countdown = log.began_with
        self._stroke: tuple[Point, ...] = ()
        self._on_break = self._pace.started and not self._pace.running

    @property
    def presentation(self) -> Presentation:
        return self._presentation

    @property
    def on_break(self) -> bool:
        return self._on_break

    @property
    def seen(self) -> tuple[str, ...]:
        """Ids of the pages that were shown."""
        return self._pace.seen

    def mark(self) -> Mark:
        """All clocks now."""
        return Mark(self._clock.now(), self._clock.boot_id(), self._clock.boot_ms())

    def pace(self) -> PaceReading:
        return self._pace.reading(self._presentation.deck, self.mark())

    def local_time(self) -> str:
        """Of the wall clock, "15:23"."""
        return self._clock.now().astimezone().strftime("%H:%M")

    def audience(self) -> AudienceView:
        """With the stroke that is just being drawn."""
        return self._presentation.audience() if self._presentation.frozen else self.live_view()

    def live_view(self) -> AudienceView:
        """What the room would see if nothing were held."""
        view = replace(self._presentation, held=None).audience()
        return replace(view, strokes=(*view.strokes, Stroke(self._stroke))) if self._stroke else view

    def draw_on(self, point: Point) -> None:
        """The pen moves on the page."""
        self._stroke = (*self._stroke, point)
        self.drawn.emit()

    def lift_pen(self) -> None:
        """The stroke is finished; a single point is one as well."""
        stroke, self._stroke = self._stroke, ()
        if stroke:
            self._draw(self._presentation.drawn(Stroke(stroke)))

    def pause(self, paused: bool) -> None:
        """A break: the pace stands still, the room sees black."""
        if paused is self._on_break:
            return
        self._on_break = paused
        self._pace = self._pace.paused(self.mark()) if paused else self._pace.resumed(self.mark())
        self._kept(lambda: self._log.pause(paused))
        covered = self._presentation.covered is Curtain.BLACK
        self._become(self._presentation if covered is paused else self._presentation.curtain(Curtain.BLACK))
        self.changed.emit()

    # for the acts of the leader

    def _become(self, after: Presentation) -> None:
        if after == self._presentation:
            return
        self._stroke = ()
        self._pace = self._pace.on(after.page.id, self.mark())
        self._kept(lambda: self._log.show(after))
        self._presentation = after
        self.changed.emit()

    def _kept(self, keep: Callable[[], None]) -> None:
        """Only then it is shown. The room does not wait for a full disk: what could not be kept is said."""
        try:
            keep()
        except UserError as error:
            self.said.emit("red", FAILED.format(error))

    def _draw(self, after: Presentation) -> None:
        """Nothing of it is kept on disk."""
        self._presentation = after
        self.drawn.emit()
