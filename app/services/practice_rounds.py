"""Rounds of practice: the one that was left in the middle, and what becomes of each in the learning record."""

import json
from dataclasses import replace

from app.domain.activity import Activity, ActivityKind
from app.domain.clock import Clock, local_day
from app.domain.codec import from_plain, to_plain
from app.domain.confidentiality import refuse_graded
from app.domain.errors import UserError
from app.domain.practice_round import Booking, KeptItem, KeptRound, credit
from app.storage.activity_store import ActivityStore
from app.storage.journal import Journal
from app.storage.setting_store import SettingStore

KEY = "practice.round"


class PracticeRounds:
    """All is the person's own."""

    def __init__(self, journal: Journal, settings: SettingStore, activities: ActivityStore, clock: Clock) -> None:
        self._journal, self._settings = journal, settings
        self._activities, self._clock = activities, clock

    def kept(self) -> KeptRound | None:
        """The round that was left last with questions to answer; None where there is none, or it cannot be read."""
        try:
            kept = from_plain(KeptRound, json.loads(self._settings.get(KEY, "null")))
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return kept if kept.begun and not kept.done and 0 <= kept.place < len(kept.items) else None

    def keep(self, kept: KeptRound) -> None:
        """In the place of the one before; one with nothing left to answer is not kept, nor is a text that must not be
        stored. Raises UserError where it cannot be saved."""
        if not kept.begun:
            return
        if kept.done:
            self.forget(kept.id)
            return
        plain = to_plain(replace(kept, items=tuple(_without_graded(item) for item in kept.items)))
        self._put(json.dumps(plain, ensure_ascii=False))

    def forget(self, round_id: str) -> None:
        """It came to its end; another one stays. Raises UserError."""
        kept = self.kept()
        if kept is None or kept.id == round_id:
            self._put("null")

    def settle(self) -> None:
        """Book what is not booked of the round that is kept: the program was killed in it. Raises UserError."""
        kept = self.kept()
        if kept is not None and kept.answered > kept.booked:
            self.book(kept.title, kept.answered, kept.right, Booking.after(kept.booked, kept.booked_right))
            self.keep(replace(kept, booked=kept.answered, booked_right=kept.right))

    def book(self, title: str, total: int, right: int, booked: Booking) -> Booking:
        """``total`` answers of a round, ``right`` of them right, go to the learning record, with a minute for two.

        Give the same sitting's booking again: its entry is brought up to date, nothing counts twice. Raises UserError.
        """
        if total <= booked.before or (total, right) == (booked.total, booked.right):
            return booked
        now, answers, good = self._clock.now(), total - booked.before, right - booked.before_right
        minutes, detail = credit(total) - credit(booked.before), f"{answers} 题，答对 {good} 题"
        payload = {"title": title, "right": good, "total": answers}
        if booked.entry:
            payload["entry"] = booked.entry
        with self._journal.record("practice.finished", title, payload) as (seq, _):
            if booked.entry:
                self._activities.change(booked.entry, minutes, detail)
            else:
                utc, day = now.isoformat(timespec="seconds"), local_day(now)
                self._activities.add(Activity(seq, utc, day, ActivityKind.PRACTICE, "", title, minutes, detail))
        return replace(booked, entry=booked.entry or seq, total=total, right=right)

    def _put(self, text: str) -> None:
        if text != self._settings.get(KEY, "null"):
            self._journal.note(lambda: self._settings.put(KEY, text))


def _without_graded(item: KeptItem) -> KeptItem:
    if item.verdict is None and item.question.typed:
        try:
            refuse_graded(*item.answer)
        except UserError:
            return replace(item, answer=(), revealed=False, ticks=())
    return item
