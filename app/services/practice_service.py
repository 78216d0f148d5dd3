"""Practising: choosing questions, recording answers, the wrong-answer book, stars."""

import random
from collections.abc import Iterable
from dataclasses import dataclass, replace

from app.domain.clock import Clock, local_day
from app.domain.confidentiality import refuse_graded
from app.domain.drawing import shown_order
from app.domain.events import AnswerRecorded, BookRestored
from app.domain.marking import Verdict, judge
from app.domain.practice import PracticeSource, QuestionState, SourceKind
from app.domain.practice_pick import picked
from app.domain.question import Question, QuestionKind
from app.services.bus import EventBus
from app.services.library_service import LibraryService
from app.services.practice_rounds import PracticeRounds
from app.services.wrong_answer_book import WrongAnswerBook
from app.storage.attempt_store import AttemptStore
from app.storage.journal import Journal
from app.storage.question_store import QuestionStore

CHECK = "检测"
PRACTICE = "练习"
REVIEW = "复习"


@dataclass(frozen=True, slots=True)
class Outcome:
    """``before`` and ``state``: what was known of the question before this answer, and now."""

    verdict: Verdict
    seq: int
    state: QuestionState
    before: QuestionState


class PracticeService:
    def __init__(
        self,
        library: LibraryService,
        journal: Journal,
        questions: QuestionStore,
        attempts: AttemptStore,
        rounds: PracticeRounds,
        book: WrongAnswerBook,
        bus: EventBus,
        clock: Clock,
        chance: random.Random,
    ) -> None:
        self._library, self._journal = library, journal
        self._questions, self._attempts, self.rounds = questions, attempts, rounds
        self._book, self._bus, self._clock, self._chance = book, bus, clock, chance

    def available(self, source: PracticeSource, kinds: Iterable[QuestionKind] = ()) -> list[str]:
        """Ids of the questions that a source offers, in the bank's order (wrong and starred: latest first).

        Parts of a 案例分析 are of that kind. One part that cites an article brings the others along.
        """
        wanted = set(kinds)
        known = {summary.id: summary for summary in self._library.question_summaries()}
        match source.kind:
            case SourceKind.CASE:
                ids = [name for name, summary in known.items() if summary.case == source.key]
            case SourceKind.TOPIC:
                ids = [name for name, summary in known.items() if summary.topic == source.key]
            case SourceKind.ARTICLE:
                citing = set(self._library.questions_citing(source.key)) & known.keys()
                groups = {known[name].group for name in citing} - {""}
                ids = [name for name, one in known.items() if name in citing or one.group in groups]
            case SourceKind.WRONG:
                ids = [state.question_id for state in self._attempts.states("in_wrong_book")]
            case SourceKind.STARRED:
                ids = [state.question_id for state in self._attempts.states("starred")]
            case _:
                ids = list(known)
        return [name for name in ids if name in known and (not wanted or known[name].asked_as in wanted)]

    def pick(self, source: PracticeSource, kinds: Iterable[QuestionKind] = (), number: int = 10) -> list[Question]:
        """At most ``number`` questions in the order of `practice_pick`; parts of a 案例分析 stay together, and of the
        first there are all, however many."""
        wanted = set(self.available(source, kinds))
        groups: dict[str, list[str]] = {}
        for summary in self._library.question_summaries():
            if summary.id in wanted:
                groups.setdefault(summary.group or summary.id, []).append(summary.id)
        states = {state.question_id: state for state in self._attempts.states()}
        return self._library.questions(picked(list(groups.values()), states, number, self._chance))

    def shown(self, question: Question) -> tuple[str, ...]:
        """The order in which to show the options this time."""
        return shown_order(question, True, self._chance)

    def answer(
        self,
        question: Question,
        shown: tuple[str, ...],
        answer: tuple[str, ...],
        confidence: str = "",
        source: str = PRACTICE,
        own_verdict: Verdict | None = None,
    ) -> Outcome:
        """On disk when this returns. ``own_verdict`` is the person's own marking of a 简答.

        Raises UserError where it was not saved, or must not be.
        """
        if question.typed:
            refuse_graded(*answer)
        verdict = own_verdict or judge(question, answer)
        said, order, name, now = verdict.value, "".join(shown), question.id, self._clock.now()
        day, utc = local_day(now), now.isoformat(timespec="seconds")
        payload = {"answer": answer, "shown": order, "verdict": said, "confidence": confidence, "source": source}
        attempts = self._attempts
        with self._journal.record("answer", name, payload) as (seq, _):
            digest = self._questions.keep(question)
            attempts.add(name, seq, utc, day, source, digest, question.topic, order, answer, said, confidence)
            before = attempts.state(name)
            state = before.after(seq, said)
            attempts.put_state(state)
            self._book.after_answer(before, state, day)
            if verdict is not Verdict.UNMARKED:
                attempts.count_answer(day, question.topic, verdict is Verdict.RIGHT)
        self._questions.remember(question, digest)
        self._bus.publish(AnswerRecorded(seq, name, source, said))
        return Outcome(verdict, seq, state, before)

    def star(self, question_id: str, starred: bool) -> QuestionState:
        state = replace(self._attempts.state(question_id), starred=starred)
        with self._journal.record("question.starred", question_id, {"starred": starred}):
            self._attempts.put_state(state)
            self._book.after_star(state, local_day(self._clock.now()))
        return state

    def put_back(self, question_id: str) -> QuestionState:
        """Into the wrong-answer book again. Raises UserError where it did not leave it, or nothing was saved."""
        state = self._book.put_back(question_id, local_day(self._clock.now()))
        self._bus.publish(BookRestored(question_id))
        return state

    def state(self, question_id: str) -> QuestionState:
        return self._attempts.state(question_id)

    def states(self) -> list[QuestionState]:
        return self._attempts.states()

    def wrong_book(self) -> list[QuestionState]:
        return self._attempts.states("in_wrong_book")

    def sure_but_wrong(self) -> list[str]:
        """Once answered with confidence and not wholly right, and not right since; longest ago first."""
        return self._attempts.sure_but_wrong()

    def lucky_guesses(self) -> list[str]:
        """Whose latest answer was a guess and right; longest ago first."""
        return self._attempts.lucky_guesses()
