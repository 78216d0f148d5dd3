"""The one who knows what is projected: acts of the leader go in, what both windows draw comes out."""

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal, Slot

from app.domain.attendance import Attendee, Presence, count
from app.domain.audience_view import Curtain, Point
from app.domain.clock import Clock
from app.domain.countdown import Countdown
from app.domain.errors import UserError
from app.domain.presentation import Presentation
from app.domain.presenter_options import LARGEST_NOTES, NOTES_STEP, SMALLEST_NOTES, PresenterOptions
from app.domain.team_quiz import TeamQuiz
from app.ui.presenter.act import Act
from app.ui.presenter.kept_presentation import KeptPresentation
from app.ui.presenter.session_log import SessionLog

TICK_MS = 250
BEAT_MS = 5_000
ESC_MS = 4_000
"""So long the first Esc is remembered."""
OVER_S = -60
"""So long a countdown that is over stays on the big screen."""
ENDS_BREAK = frozenset({Act.BREAK, Act.NEXT, Act.PREVIOUS, Act.REVEAL, Act.BLACK, Act.WHITE, Act.SHOW})
"""Whatever would bring the room's page back brings it back as it was, and the clocks go on."""
ANSWERED = "答案已经揭晓，再作答就没有意义了。确要重来，请先按 A 收回答案。"


class PresenterController(KeptPresentation):
    """What the leader can do, by key, button or dialog."""

    ticked = Signal()
    """The clocks went on."""
    people_changed = Signal()
    options_changed = Signal()
    end_wanted = Signal()
    """Esc was pressed twice."""
    wanted = Signal(object)
    """An Act that is the console's: overview, timer, pick…"""

    def __init__(
        self, log: SessionLog, clock: Clock, options: PresenterOptions | None = None, parent: QObject | None = None
    ) -> None:
        super().__init__(log, clock, parent)
        self.options = options or PresenterOptions()
        self._presentation = replace(self._presentation, reveal_first=self.options.reveal_first)
        self._esc: int | None = None
        self._closed, self._beaten = False, clock.boot_ms()
        self._ticker = QTimer(self)
        self._ticker.setInterval(TICK_MS)
        self._ticker.timeout.connect(self._tick)
        self._ticker.start()
        if self.options.picking:
            self._kept(lambda: log.allow_pick(True))
        self._presentation = self._presentation.attended(self._present_words())

    # what there is

    @property
    def people(self) -> tuple[Attendee, ...]:
        return self._log.people

    @property
    def quiz(self) -> TeamQuiz:
        return self._log.quiz

    @property
    def is_meeting(self) -> bool:
        """Else a rehearsal."""
        return self._log.kept

    @property
    def counting_down(self) -> bool:
        return self._countdown is not None

    # what the leader does

    def act(self, act: Act) -> None:
        """By key or button."""
        if act is not Act.END:
            self._esc = None
        if self._on_break and act in ENDS_BREAK:
            self.pause(False)
            self.said.emit("ink", "休息结束，接着讲。")
            return
        now = self._presentation
        turned: dict[Act, Callable[[], Presentation]] = {
            Act.NEXT: now.next,
            Act.PREVIOUS: now.previous,
            Act.FIRST: lambda: now.go_to(1),
            Act.LAST: lambda: now.go_to(now.total),
            Act.BLACK: lambda: now.curtain(Curtain.BLACK),
            Act.WHITE: lambda: now.curtain(Curtain.WHITE),
            Act.FREEZE: now.thaw if now.frozen else now.freeze,
        }
        others: dict[Act, Callable[[], None]] = {
            Act.REVEAL: self._reveal,
            Act.UNDO: lambda: self._draw(now.undo_stroke()),
            Act.WIPE: lambda: self._draw(now.wipe()),
            Act.SHOW: self._show_again,
            Act.BREAK: lambda: self.pause(True),
            Act.END: self._end,
        }
        if act in turned:
            self._become(turned[act]())
        elif act in others:
            others[act]()
        else:
            self.wanted.emit(act)

    def go_to(self, number: int) -> None:
        """A number that there is not is said, and nothing changes."""
        if 1 <= number <= self._presentation.total:
            self._become(self._presentation.go_to(number))
        else:
            self.said.emit("amber", f"没有第 {number} 页，一共 {self._presentation.total} 页。")

    def count(self, key: str, hands: int) -> None:
        """Hands for an option of this page; a page without a vote stays as it is."""
        poll = self._presentation.poll
        if poll is not None and key in poll.keys:
            self._become(self._presentation.counted(key, hands))

    def vote_again(self) -> None:
        """Not while the answer is there for all to read."""
        if self._presentation.may_vote_again:
            self._become(self._presentation.vote_again())
        elif self._presentation.poll is not None:
            self.said.emit("amber", ANSWERED)

    def clear_vote(self) -> None:
        if self._presentation.poll is not None:
            self._become(self._presentation.clear_vote())

    def point(self, point: Point | None) -> None:
        """The laser dot, or away with it."""
        if point != self._presentation.pointer:
            self._draw(self._presentation.pointed(point))

    def start_countdown(self, seconds: int) -> None:
        self._countdown = Countdown.start(seconds, self.mark())
        self._kept(lambda: self._log.set_timer(seconds))
        self._become(self._presentation.countdown(seconds))

    def extend_countdown(self, seconds: int) -> None:
        """From now on, if it is over already."""
        self.start_countdown(max(self._presentation.seconds_left or 0, 0) + seconds)

    def stop_countdown(self) -> None:
        self._countdown = None
        self._kept(lambda: self._log.set_timer(None))
        self._become(self._presentation.countdown(None))

    def pick(self, show: bool) -> Attendee | None:
        """Whose turn it is; the room sees the name only with ``show``. None, and said, where nobody can be picked."""
        try:
            found = self._log.pick()
        except UserError as error:
            self.said.emit("amber", str(error))
            return None
        self._become(self._presentation.picked(found.name if show else ""))
        return found

    def show_name(self, name: str) -> None:
        """On the big screen; "" takes it away."""
        self._become(self._presentation.picked(name))

    def attend(self, number: int, presence: Presence) -> None:
        self._kept(lambda: self._log.mark(number, presence))
        self.people_changed.emit()
        self._show_present()

    def form_teams(self, names: tuple[str, ...]) -> None:
        self._kept(lambda: self._log.form_teams(names))
        self.changed.emit()

    def score(self, team: int, points: int) -> None:
        """Of a team for the question on this page, in place of what it had."""
        self._kept(lambda: self._log.score(self._presentation.page.id, team, points))
        self.changed.emit()

    def change_options(self, options: PresenterOptions) -> None:
        """At once, while the session goes on."""
        before, self.options = self.options, options
        self._presentation = replace(self._presentation, reveal_first=options.reveal_first)
        if before.picking is not options.picking:
            self._kept(lambda: self._log.allow_pick(options.picking))
        self._show_present()
        self.options_changed.emit()

    def resize_notes(self, steps: int) -> None:
        size = self.options.notes_size + NOTES_STEP * steps
        self.change_options(replace(self.options, notes_size=min(max(size, SMALLEST_NOTES), LARGEST_NOTES)))

    def close(self) -> None:
        """No clock runs on after the session."""
        self._closed = True
        self._ticker.stop()

    # private

    def _reveal(self) -> None:
        now = self._presentation
        if now.can_reveal:
            self._become(now.reveal())
        elif now.is_revealed:
            self._become(now.hide())
        else:
            self.said.emit("ink", "这一页没有要揭晓的内容。")

    def _show_again(self) -> None:
        now = self._presentation
        if now.covered is not Curtain.NONE:
            self._become(now.curtain(now.covered))
        elif now.frozen:
            self._become(now.thaw())
        else:
            self.said.emit("ink", "正在投影。要回到第一页请按 Home。")

    def _end(self) -> None:
        at = self._clock.boot_ms()
        if self._esc is not None and at - self._esc <= ESC_MS:
            self._esc = None
            self.end_wanted.emit()
        else:
            self._esc = at
            self.said.emit("amber", "再按一次 Esc 结束投影。")

    def _show_present(self) -> None:
        words = self._present_words()
        if words != self._presentation.present:
            self._become(self._presentation.attended(words))

    def _present_words(self) -> str:
        return f"到会 {count(self.people).present} 人" if self.options.show_present and self.people else ""

    @Slot()
    def _tick(self) -> None:
        if self._closed:
            return
        if self._clock.boot_ms() - self._beaten >= BEAT_MS:
            self._beaten = self._clock.boot_ms()
            self._kept(self._log.beat)
        if self._countdown is not None:
            left = self._countdown.left(self.mark())
            if left < OVER_S:
                self.stop_countdown()
            elif left != self._presentation.seconds_left:
                self._draw(self._presentation.countdown(left))
        self.ticked.emit()
