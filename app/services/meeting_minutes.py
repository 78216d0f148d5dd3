"""纪实: what the recorder writes while the meeting is on, and the minutes afterwards, every version of them."""

from dataclasses import replace

from app.domain.codec import to_plain
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.events import MinutesCorrected, MinutesEntered
from app.domain.meeting_entry import EntryKind, MeetingEntry
from app.domain.minutes import Minutes
from app.domain.minutes_version import MinutesVersion
from app.domain.plain_texts import plain_texts
from app.services.meeting_desk import MeetingDesk

MOST_TEXT, MOST_WHO, MOST_REASON = 5_000, 40, 200


class MeetingMinutes:
    def __init__(self, desk: MeetingDesk) -> None:
        self._desk = desk

    # While it is on.

    def entries(self, meeting_id: str) -> tuple[MeetingEntry, ...]:
        """In the order in which they were first written."""
        return self._desk.store.entries(meeting_id)

    def add(
        self, meeting_id: str, kind: EntryKind, text: str, who: str = "", part: str = "", deadline: str = ""
    ) -> MeetingEntry:
        """A speech, a decision or something to do. Raises UserError for an empty text or a meeting that is over."""
        number = self._desk.store.last_entry(meeting_id) + 1
        return self._put(meeting_id, MeetingEntry(number, kind, text, who, part, deadline), "meeting.entered")

    def change(self, meeting_id: str, entry: MeetingEntry) -> MeetingEntry:
        """The wording before stays in the log."""
        self._known(meeting_id, entry.number)
        return self._put(meeting_id, entry, "meeting.entry_changed")

    def remove(self, meeting_id: str, number: int) -> None:
        """Taken out of the minutes; the log keeps it."""
        self._desk.open_meeting(meeting_id)
        entry = self._known(meeting_id, number)
        with self._desk.journal.record("meeting.entry_removed", meeting_id, {"number": number, "by": self._desk.who()}):
            self._desk.store.put_entry(meeting_id, entry, kept=False)
        self._desk.bus.publish(MinutesEntered(meeting_id, number, ""))

    def typed(self, meeting_id: str) -> dict[str, str]:
        """Field → text that is being typed and was not entered yet; it survives a crash."""
        return self._desk.store.typed(meeting_id)

    def keep_typed(self, meeting_id: str, field: str, text: str) -> None:
        """Save what is being typed, without an event; an empty text is forgotten. ``field`` is the page's own word."""
        refuse_graded(text)
        self._desk.open_meeting(meeting_id)
        self._desk.journal.note(lambda: self._desk.store.put_typed(meeting_id, field, text[:MOST_TEXT]))

    # Afterwards.

    def latest(self, meeting_id: str) -> Minutes:
        """Raises UserError where the meeting was not closed."""
        return self.versions(meeting_id)[-1].minutes

    def versions(self, meeting_id: str) -> list[MinutesVersion]:
        """Oldest first; every one stays readable. Raises UserError where the meeting was not closed."""
        found = self._desk.store.versions(meeting_id)
        if not found:
            raise UserError("这次会议还没有结束，没有纪要。请先结束会议。")
        return found

    def correct(self, meeting_id: str, minutes: Minutes, reason: str) -> Minutes:
        """A new version with the reason; those before it stay as they are. Gives it with its number.

        Raises UserError without a reason, without a change, or where nothing can be saved.
        """
        reason = reason.strip()
        if not reason:
            raise UserError("请写明更正的原因，如“发言人姓名有误”。")
        if len(reason) > MOST_REASON:
            raise UserError(f"原因有 {len(reason)} 字，最多 {MOST_REASON} 字。请写短一些。")
        self._desk.refuse_unsaved()
        before = self.latest(meeting_id)
        corrected = replace(minutes, version=before.version + 1)
        if replace(corrected, version=before.version) == before:
            raise UserError("没有改动，不用更正。")
        plain, who = to_plain(corrected), self._desk.who()
        refuse_graded(reason, *plain_texts(plain))
        payload = {"version": corrected.version, "reason": reason, "minutes": plain, "by": who}
        with self._desk.journal.record("minutes.corrected", meeting_id, payload):
            self._desk.store.add_minutes(meeting_id, corrected, self._desk.now(), who, reason)
            self._desk.store.put_follow_ups(meeting_id, corrected.follow_ups)
        self._desk.bus.publish(MinutesCorrected(meeting_id, corrected.version))
        return corrected

    def _put(self, meeting_id: str, entry: MeetingEntry, kind: str) -> MeetingEntry:
        self._desk.open_meeting(meeting_id)
        clean = replace(entry, text=entry.text.strip(), who=" ".join(entry.who.split()))
        if not clean.text:
            raise UserError(f"{entry.kind}的内容还空着，没有记下。请先写内容。")
        if len(clean.text) > MOST_TEXT or len(clean.who) > MOST_WHO:
            raise UserError(f"内容最多 {MOST_TEXT} 字，姓名最多 {MOST_WHO} 字。请写短一些，或分成几条。")
        refuse_graded(clean.text, clean.who)
        with self._desk.journal.record(kind, meeting_id, {"entry": to_plain(clean), "by": self._desk.who()}):
            self._desk.store.put_entry(meeting_id, clean)
        self._desk.bus.publish(MinutesEntered(meeting_id, clean.number, clean.text))
        return clean

    def _known(self, meeting_id: str, number: int) -> MeetingEntry:
        found = next((one for one in self.entries(meeting_id) if one.number == number), None)
        if found is None:
            raise UserError("这一条已经不在记录里。请重新打开“纪实”。")
        return found
