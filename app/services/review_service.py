"""Review: what comes back today, how well it is known, and the wrong-answer book."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from app.domain.clock import Clock, local_day
from app.domain.events import ReviewRated, ReviewUndone
from app.domain.question import QuestionSummary
from app.domain.reference import ArticleReference
from app.domain.review import CAP_KEY, DAILY_CAP, Origin, Rating, ReviewCard
from app.domain.review_groups import BookEntry
from app.domain.review_plan import forecast, plan
from app.domain.review_schedule import next_dates, rated
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.storage.attempt_store import AttemptStore
from app.storage.journal import Journal
from app.storage.review_store import ReviewStore
from app.storage.setting_store import SettingStore


@dataclass(frozen=True, slots=True)
class ReviewDay:
    """``question_ids`` are still to be done today, in the order to ask them, ``done`` were; ``origins`` counts why.
    ``deferred`` were moved to later days just now or before; ``coming``: (ISO day, how many it will ask)."""

    today: str
    question_ids: tuple[str, ...]
    origins: dict[Origin, int]
    done: int
    deferred: int
    coming: tuple[tuple[str, int], ...]
    cards: int


@dataclass(frozen=True, slots=True)
class Rated:
    """What a rating or its taking back was about; ``due`` is when the question comes back now."""

    seq: int
    question_id: str
    rating: Rating
    due: str


class ReviewService:
    def __init__(
        self,
        library: LibraryService,
        journal: Journal,
        attempts: AttemptStore,
        cards: ReviewStore,
        settings: SettingStore,
        bus: EventBus,
        clock: Clock,
    ) -> None:
        self._library, self._journal = library, journal
        self._attempts, self._cards, self._settings = attempts, cards, settings
        self._bus, self._clock = bus, clock

    @property
    def cap(self) -> int:
        """How many questions a day asks at most."""
        kept = self._settings.get(CAP_KEY)
        return max(1, int(kept)) if kept.isdecimal() else DAILY_CAP

    def set_cap(self, cap: int) -> None:
        """From now on; what was deferred is planned anew."""
        with self._journal.record("review.cap", "", {"cap": cap}):
            self._settings.put(CAP_KEY, str(cap))
            self._cards.take_back_deferred(self.today())

    def day(self) -> ReviewDay:
        """Today's list. What it has no room for goes to the coming days, on disk, once: a list once made stands."""
        today, known = self.today(), {one.id: one for one in self._library.question_summaries()}
        self._match(known, today)
        waiting = self._cards.on_lists_until(today)
        done, cap = self._cards.done(today), self.cap
        planned = plan(waiting, self._loads(today), done, cap, date.fromisoformat(today))
        if planned.moved:
            days = {name: day.isoformat() for name, day in planned.moved.items()}
            with self._journal.record("review.deferred", today, {"days": days}):
                self._cards.put_days(days)
        names = _together([card.question_id for card in planned.today], known)
        origins = Counter(self._origin(name) for name in names)
        return ReviewDay(
            today,
            tuple(names),
            {origin: origins[origin] for origin in Origin},
            done,
            self._cards.deferred(today),
            tuple((day.isoformat(), count) for day, count in forecast(self._loads(today), cap).items()),
            self._cards.count(),
        )

    def today(self) -> str:
        """The local ISO day."""
        return local_day(self._clock.now())

    def next_dates(self, question_id: str) -> dict[Rating, str]:
        """ISO day on which the question would come back under each rating."""
        today = date.fromisoformat(self.today())
        return {rating: day.isoformat() for rating, day in next_dates(self._card(question_id), today).items()}

    def rate(self, question_id: str, rating: Rating) -> Rated:
        """On disk when this returns; a question that was not in the review is from now on."""
        now, today = self._clock.now(), self.today()
        before = self._card(question_id)
        after = rated(before, rating, date.fromisoformat(today))
        was_due = before.day <= today
        payload = {
            "rating": rating.value,
            "due": after.due,
            "stability": after.stability,
            "difficulty": after.difficulty,
            "listed": was_due,
        }
        with self._journal.record("review.rated", question_id, payload) as (seq, _):
            utc = now.isoformat(timespec="seconds")
            self._cards.add_rating(seq, utc, today, rating, was_due, before, after.due)
            self._cards.put(after)
        self._bus.publish(ReviewRated(seq, question_id, rating.value, after.due))
        return Rated(seq, question_id, rating, after.due)

    def undo(self) -> Rated | None:
        """Take back today's last rating that stands; None where there is none."""
        past = self._cards.last_rating(self.today())
        now = self._cards.card(past.question_id) if past else None
        if past is None or now is None:
            return None
        with self._journal.record("review.undone", past.question_id, {"rated": past.seq}) as (seq, _):
            self._cards.undo(past.seq, seq)
            self._cards.put(past.before)
            if now.due < past.due:  # answered wrong since: that brought it forward, and still does
                self._cards.enter(past.question_id, past.before.added_day, now.due)
        self._bus.publish(ReviewUndone(past.seq, past.question_id))
        return Rated(past.seq, past.question_id, past.rating, past.before.due)

    def book(self) -> list[BookEntry]:
        """The wrong-answer book, the latest to come in first."""
        ids = [state.question_id for state in self._attempts.states("in_wrong_book")]
        return [
            BookEntry(question.id, question.topic, question.case, tuple(_bases(question.articles)))
            for question in self._library.questions(ids)
        ]

    def left(self) -> list[tuple[str, str, str]]:
        """(question, its stem, local day) of those that left the book, the latest first."""
        states = self._attempts.states("left")
        days = self._attempts.days([state.book_seq for state in states])
        stems = {one.id: one.stem for one in self._library.questions(state.question_id for state in states)}
        return [
            (state.question_id, stems[state.question_id], days.get(state.book_seq, ""))
            for state in states
            if state.question_id in stems
        ]

    def _loads(self, today: str) -> dict[date, int]:
        return {date.fromisoformat(day): count for day, count in self._cards.loads_after(today).items()}

    def _match(self, known: dict[str, QuestionSummary], today: str) -> None:
        """Cards whose questions left the content stand on no list until these are back."""
        aside = [card.question_id for card in self._cards.on_lists_until(today) if card.question_id not in known]
        back = [name for name in self._cards.gone() if name in known]
        if aside or back:
            self._journal.note(lambda: self._cards.match(aside, back))

    def _origin(self, question_id: str) -> Origin:
        state = self._attempts.state(question_id)
        if state.in_wrong_book:
            return Origin.WRONG
        return Origin.STARRED if state.starred else Origin.SPACED

    def _card(self, question_id: str) -> ReviewCard:
        today = self.today()
        return self._cards.card(question_id) or ReviewCard(question_id, today, "9999-12-31", "9999-12-31")


def _together(names: Iterable[str], known: dict[str, QuestionSummary]) -> list[str]:
    """Parts of a 案例分析 one after another, where the first of them stands."""
    order = {name: place for place, name in enumerate(known)}
    groups: dict[str, list[str]] = {}
    for name in names:
        groups.setdefault(known[name].group or name, []).append(name)
    return [name for parts in groups.values() for name in sorted(parts, key=order.__getitem__)]


def _bases(articles: Iterable[str]) -> Iterable[str]:
    for written in articles:
        reference = ArticleReference.parse(written)
        if reference is not None:
            yield reference.base
