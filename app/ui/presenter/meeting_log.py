"""The log of a meeting: what the controller reports goes to the meeting services, one call each."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from app.domain.attendance import Attendee, Presence
from app.domain.countdown import Countdown
from app.domain.live_meeting import LiveMeeting
from app.domain.pace import Pace
from app.domain.presentation import Presentation
from app.domain.team_quiz import TeamQuiz

if TYPE_CHECKING:
    from app.services.meeting_attendance import MeetingAttendance
    from app.services.meeting_room import MeetingRoom
    from app.services.meeting_stage import MeetingStage


class MeetingLog:
    """For a meeting that was begun or resumed; see `SessionLog`."""

    kept = True

    def __init__(self, stage: "MeetingStage", attendance: "MeetingAttendance", room: "MeetingRoom") -> None:
        self._stage, self._attendance, self._room = stage, attendance, room
        self._id = self._live.meeting.id

    @property
    def people(self) -> tuple[Attendee, ...]:
        return self._live.people

    @property
    def quiz(self) -> TeamQuiz:
        return self._live.quiz

    @property
    def began_with(self) -> tuple[Presentation, Pace, Countdown | None]:
        return self._live.presentation, self._live.pace, self._live.timer

    def show(self, presentation: Presentation) -> None:
        self._stage.show(presentation)

    def set_timer(self, seconds: int | None) -> None:
        self._stage.set_timer(seconds)

    def beat(self) -> None:
        self._stage.beat()

    def pause(self, paused: bool) -> None:
        self._stage.pause(paused)

    def mark(self, number: int, presence: Presence) -> None:
        if presence is Presence.PRESENT:
            self._attendance.arrive(self._id, number)
        elif presence is Presence.LEAVE:
            self._attendance.leave(self._id, number)
        else:
            self._attendance.mark(self._id, number, presence)

    def allow_pick(self, on: bool) -> None:
        self._room.allow_pick(on)

    def pick(self) -> Attendee:
        return self._room.pick()

    def form_teams(self, names: Sequence[str]) -> None:
        self._room.form_teams(names)

    def score(self, page_id: str, team: int, points: int) -> None:
        """The page is the one that is on."""
        self._room.score(team, points)

    @property
    def _live(self) -> LiveMeeting:
        live = self._stage.live
        assert live is not None, "a meeting is begun or resumed before its windows are opened"
        return live
