"""Holds meetings without a pause: pages, votes, names, minutes. What it says goes out as `tests.crash.victim` does.

"T deed" says what is being tried, "M [meeting, number]" that it is done and which typed text was kept last.
"""

import json
import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace

from app.domain.attendance import Attendee, Presence
from app.domain.audience_view import Curtain
from app.domain.errors import UserError
from app.domain.live_meeting import LiveMeeting
from app.domain.meeting import MeetingKind
from app.domain.meeting_entry import EntryKind
from app.domain.presentation import Presentation
from app.services.services import Services
from tests.unit.decks import KEYS, deck

DEEDS = ("turn", "vote", "sign", "write", "type", "close")
FIELD = "speech"
NAMES = 12


class MeetingWorker:
    def __init__(
        self, services: Services, chance: random.Random, say: Callable[[str], None] = lambda line: None
    ) -> None:
        self.meetings, self.chance, self.say = services.meetings, chance, say
        self.typed = 0
        if found := self.meetings.unfinished():
            self.meetings.stage.resume()
            self.typed = int(self.meetings.minutes.typed(found.meeting.id).get(FIELD, "0"))
        self.deeds = [self.turn] * 6 + [self.vote] * 5 + [self.sign] * 4 + [self.write] * 3 + [self.type] * 3
        self.deeds += [self.break_off, self.pick, self.score, self.draw_curtain]

    def work(self, deeds: int) -> None:
        for _ in range(deeds):
            if self.meetings.stage.live is None:
                self._deed("start", self._start)
            elif self.chance.random() < 0.03:
                self._deed("close", self._close)
            else:
                deed = self.chance.choice(self.deeds)
                self._deed(deed.__name__, deed)

    def turn(self) -> None:
        shown = self._shown
        ways = (shown.next, shown.next, shown.previous, lambda: shown.go_to(self.chance.randint(1, 6)))
        self.meetings.stage.show(self.chance.choice(ways)())

    def vote(self) -> None:
        shown = self._shown
        if not shown.page.ballot:
            shown = shown.go_to_id("di-bao/question/1")
        luck = self.chance.random()
        if luck < 0.7:
            shown = shown.counted(self.chance.choice(KEYS), self.chance.randint(0, 40))
        elif luck < 0.8:
            shown = shown.vote_again()
        else:
            shown = shown.hide() if shown.is_revealed else shown.reveal()
        self.meetings.stage.show(shown)

    def sign(self) -> None:
        number, attendance = self.chance.randint(1, NAMES), self.meetings.attendance
        luck = self.chance.random()
        if luck < 0.5:
            attendance.arrive(self._id, number)
        elif luck < 0.7:
            attendance.leave(self._id, number, f"下乡{self.chance.random()}")
        elif luck < 0.85:
            attendance.mark(self._id, number, self.chance.choice(list(Presence)))
        else:
            with suppress(UserError):  # nothing to take back yet
                attendance.undo(self._id)

    def write(self) -> None:
        minutes = self.meetings.minutes
        entries = minutes.entries(self._id)
        luck = self.chance.random()
        if entries and luck < 0.2:
            minutes.remove(self._id, self.chance.choice(entries).number)
        elif entries and luck < 0.5:
            minutes.change(self._id, replace(self.chance.choice(entries), text=f"改{self.chance.random()}"))
        else:
            minutes.add(self._id, self.chance.choice(list(EntryKind)), f"记{self.chance.random()}", "王芳")

    def type(self) -> None:
        self.meetings.minutes.keep_typed(self._id, FIELD, str(self.typed + 1))
        self.typed += 1

    def pick(self) -> None:
        try:
            self.meetings.room.pick()
        except UserError:
            self.meetings.room.allow_pick(True)

    def score(self) -> None:
        if not self._live.quiz.on:
            self.meetings.room.form_teams(["", "", ""])
        self.meetings.room.score(self.chance.randrange(3), self.chance.randint(0, 10))

    def break_off(self) -> None:
        self.meetings.stage.pause(not self._live.on_break)

    def draw_curtain(self) -> None:
        self.meetings.stage.show(self._shown.curtain(self.chance.choice([Curtain.BLACK, Curtain.WHITE])))
        self.meetings.stage.beat()

    def _start(self) -> None:
        meeting = self.meetings.plan(MeetingKind.WARNING, "警示教育大会")
        people = [Attendee(0, f"某{number}") for number in range(NAMES)]
        self.meetings.attendance.add(meeting.id, people)
        self.meetings.stage.begin(meeting.id, deck())
        self.typed = 0

    def _close(self) -> None:
        meeting = self._id
        minutes = self.meetings.stage.close()
        if self.chance.random() < 0.5:
            self.meetings.minutes.correct(meeting, replace(minutes, decisions=(f"更正{self.chance.random()}",)), "漏记")

    def _deed(self, name: str, deed: Callable[[], None]) -> None:
        self.say(f"T {name}")
        deed()
        live = self.meetings.stage.live
        self.say(f"M {json.dumps([live.meeting.id if live else '', self.typed])}")

    @property
    def _live(self) -> LiveMeeting:
        live = self.meetings.stage.live
        assert live is not None
        return live

    @property
    def _shown(self) -> Presentation:
        return self._live.presentation

    @property
    def _id(self) -> str:
        return self._live.meeting.id
