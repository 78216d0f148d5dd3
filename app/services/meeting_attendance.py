"""签到: the list of names before a meeting, and who is there while it is on. Every mark is saved at once."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from app.domain.attendance import AttendanceCount, Attendee, Presence, count, marked
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import AttendanceMarked, PeopleListed
from app.domain.live_meeting import MeetingState
from app.domain.name_list import MOST_PEOPLE, NameList, typed_names
from app.services.meeting_desk import MeetingDesk
from app.services.table_file import read_table_file

MOST_REASON = 60


class MeetingAttendance:
    def __init__(self, desk: MeetingDesk) -> None:
        self._desk = desk

    def read_file(self, path: Path) -> NameList:
        """Names from xlsx or csv; nothing is kept. Raises UserError where it is no table with names."""
        from app.packs.attendance_file import read_names

        return read_names(path.name, read_table_file(path))

    def read_typed(self, text: str) -> NameList:
        """Names typed or pasted, one a line: 姓名 科室 列席."""
        return typed_names(text)

    def people(self, meeting_id: str) -> tuple[Attendee, ...]:
        return self._desk.store.people(meeting_id)

    def count(self, meeting_id: str) -> AttendanceCount:
        return count(self.people(meeting_id))

    def add(self, meeting_id: str, people: Sequence[Attendee]) -> tuple[Attendee, ...]:
        """Add names to the list; their numbers are given here. Gives the whole list.

        Raises UserError where the meeting is over, or there would be too many.
        """
        self._desk.open_meeting(meeting_id)
        refuse_graded(*(text for one in people for text in (one.name, one.unit, one.post)))
        if not people:
            return self.people(meeting_id)
        if len(people) + len(self.people(meeting_id)) > MOST_PEOPLE:
            raise UserError(f"名单超过 {MOST_PEOPLE} 人，没有添加。请分成几次会议。")
        last = self._desk.store.last_person(meeting_id)
        numbered = [replace(one, number=number) for number, one in enumerate(people, last + 1)]
        self._put_listed(meeting_id, "added", _facts(numbered), numbered)
        return self._changed(meeting_id)

    def change(self, meeting_id: str, person: Attendee) -> tuple[Attendee, ...]:
        """Put right a name, a unit, 列席 or 可抽点; who is there is `mark`'s affair."""
        self._desk.open_meeting(meeting_id)
        refuse_graded(person.name, person.unit, person.post)
        before = self._one(meeting_id, person.number)
        if not person.name.strip():
            raise UserError("姓名不能空着。不要这个人时，请点“移出名单”。")
        kept = replace(person, presence=before.presence, at=before.at, reason=before.reason)
        self._put_listed(meeting_id, "changed", _facts([kept]), [kept])
        return self._changed(meeting_id)

    def remove(self, meeting_id: str, numbers: Sequence[int]) -> tuple[Attendee, ...]:
        """Take names off the list; the log keeps them."""
        self._desk.open_meeting(meeting_id)
        people = [self._one(meeting_id, number) for number in numbers]
        self._put_listed(meeting_id, "removed", list(numbers), people, listed=False)
        return self._changed(meeting_id)

    def arrive(self, meeting_id: str, number: int) -> tuple[Attendee, ...]:
        """到. Once the session has begun it is 迟到 with the time, which `mark` can put right; who is there stays as
        marked."""
        if self._one(meeting_id, number).presence in (Presence.PRESENT, Presence.LATE):
            return self.people(meeting_id)
        if self._desk.planned(meeting_id).state is MeetingState.RUNNING:
            return self.mark(meeting_id, number, Presence.LATE, self._desk.local().strftime("%H:%M"))
        return self.mark(meeting_id, number, Presence.PRESENT)

    def leave(self, meeting_id: str, number: int, reason: str = "") -> tuple[Attendee, ...]:
        """请假, with the reason as far as it is known."""
        return self.mark(meeting_id, number, Presence.LEAVE, reason=reason)

    def mark(
        self, meeting_id: str, number: int, presence: Presence, at: str = "", reason: str = ""
    ) -> tuple[Attendee, ...]:
        """Any mark, as the recorder wants it. Gives the whole list. Raises UserError where the meeting is over."""
        self._desk.open_meeting(meeting_id)
        refuse_graded(reason)
        reason = " ".join(reason.split())
        if len(reason) > MOST_REASON:
            raise UserError(f"请假原因有 {len(reason)} 字，最多 {MOST_REASON} 字。请写短一些。")
        before = self._one(meeting_id, number)
        if (before.presence, before.at, before.reason) == (presence, at, reason):
            return self.people(meeting_id)
        return self._put_marks(meeting_id, "meeting.marked", [(before, presence, at, reason)])

    def arrive_all(self, meeting_id: str, numbers: Sequence[int]) -> tuple[Attendee, ...]:
        """Several at once, as `arrive` one by one; one step to undo."""
        self._desk.open_meeting(meeting_id)
        running = self._desk.planned(meeting_id).state is MeetingState.RUNNING
        presence = Presence.LATE if running else Presence.PRESENT
        at = self._desk.local().strftime("%H:%M") if running else ""
        people = [self._one(meeting_id, number) for number in numbers]
        changed = [(one, presence, at, "") for one in people if one.presence is Presence.ABSENT]
        return self._put_marks(meeting_id, "meeting.marked", changed) if changed else self.people(meeting_id)

    def undo(self, meeting_id: str) -> tuple[Attendee, ...]:
        """Take back the last mark that was not taken back yet, also after a restart.

        Raises UserError where there is none.
        """
        self._desk.open_meeting(meeting_id)
        done: list[list[tuple[int, str, str, str]]] = []
        for _, _, kind, _, payload in self._desk.journal.events(object_id=meeting_id):
            if kind == "meeting.marked":
                done.append(payload.get("before", []))
            elif kind == "meeting.unmarked" and done:
                done.pop()
        people = {one.number: one for one in self.people(meeting_id)}
        steps = [
            (people[number], Presence(presence), at, reason)
            for number, presence, at, reason in (done[-1] if done else [])
            if number in people
        ]
        if not steps:
            raise UserError("没有可以撤销的签到。")
        return self._put_marks(meeting_id, "meeting.unmarked", steps)

    def _put_listed(
        self, meeting_id: str, what: str, facts: list[Any], people: Sequence[Attendee], listed: bool = True
    ) -> None:
        with self._desk.journal.record("meeting.listed", meeting_id, {what: facts, "by": self._desk.who()}):
            for one in people:
                self._desk.store.put_person(meeting_id, one, listed)

    def _put_marks(
        self, meeting_id: str, kind: str, steps: Sequence[tuple[Attendee, Presence, str, str]]
    ) -> tuple[Attendee, ...]:
        before = [[one.number, one.presence.value, one.at, one.reason] for one, *_ in steps]
        after = [[one.number, presence.value, at, reason] for one, presence, at, reason in steps]
        with self._desk.journal.record(kind, meeting_id, {"before": before, "after": after}):
            for one, presence, at, reason in steps:
                changed = marked((one,), one.number, presence, at, reason)[0]
                self._desk.store.put_person(meeting_id, changed)
        people = self._refreshed(meeting_id)
        for one, presence, *_ in steps:
            self._desk.bus.publish(AttendanceMarked(meeting_id, one.number, presence.value))
        return people

    def _one(self, meeting_id: str, number: int) -> Attendee:
        found = next((one for one in self.people(meeting_id) if one.number == number), None)
        if found is None:
            raise UserError("名单里已经没有这个人。请重新打开签到页。")
        return found

    def _changed(self, meeting_id: str) -> tuple[Attendee, ...]:
        people = self._refreshed(meeting_id)
        self._desk.bus.publish(PeopleListed(meeting_id, len(people)))
        return people

    def _refreshed(self, meeting_id: str) -> tuple[Attendee, ...]:
        people = self.people(meeting_id)
        if self._desk.live is not None and self._desk.is_on(meeting_id):
            self._desk.live = replace(self._desk.live, people=people)
        return people


def _facts(people: Sequence[Attendee]) -> list[Any]:
    """For the log."""
    return [[one.number, one.name, one.unit, one.observer, one.pickable] for one in people]
